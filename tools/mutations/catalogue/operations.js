"use strict";

const tests = ["wire/alibabaTransitRouterWrites"];

module.exports = [
    {
        rule: "P39",
        what: "an attachment under way does not keep other writes out",
        file: "simulator/alibaba/cbn/access.ts",
        find: "if (attachmentBusy || tableBusy)",
        replace: "if (tableBusy)",
        tests,
    },
    {
        rule: "P39",
        what: "an association or a propagation under way does not keep other writes out",
        file: "simulator/alibaba/cbn/access.ts",
        find: "if (attachmentBusy || tableBusy)",
        replace: "if (attachmentBusy)",
        tests,
    },
    {
        rule: "P39",
        what: "a write on another transit router keeps one out",
        file: "simulator/alibaba/cbn/access.ts",
        find: "table.transitRouterId === transitRouterId &&",
        replace: "",
        tests,
    },
    {
        rule: "P43",
        what: "an attachment that is associated is deleted",
        file: "simulator/alibaba/cbn/unused.ts",
        find: "associations.some(isOf)",
        replace: "false",
        tests,
    },
    {
        rule: "P43",
        what: "an attachment that propagates is deleted",
        file: "simulator/alibaba/cbn/unused.ts",
        find: "propagations.some(isOf)",
        replace: "false",
        tests,
    },
    {
        rule: "P43",
        what: "an attachment that a custom route leads into is deleted",
        file: "simulator/alibaba/cbn/unused.ts",
        find: 'type === "Custom" && nextHopId === attachmentId',
        replace: "false",
        tests,
    },
    {
        rule: "P43",
        what: "force does not help",
        file: "simulator/alibaba/cbn/vbrAttachments.ts",
        find: 'if (optionalFlag(input, "Force") !== true)',
        replace: "if (true)",
        tests,
    },
];

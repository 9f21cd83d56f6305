"use strict";

module.exports = {
    "simulator/alibaba/cbn/access.ts": {
        P39: [
            [
                "an attachment under way keeps no other write out",
                "attachmentBusy || tableBusy || mapBusy",
                "tableBusy || mapBusy",
            ],
            [
                "a leg of a table under way keeps no other write out",
                "attachmentBusy || tableBusy || mapBusy",
                "attachmentBusy || mapBusy",
            ],
            [
                "a route map under way keeps no other write out",
                "attachmentBusy || tableBusy || mapBusy",
                "attachmentBusy || tableBusy",
            ],
            [
                "an attachment of another transit router keeps writes out",
                "attachment.transitRouterId === transitRouterId &&",
                "",
            ],
            ["a table of another transit router keeps writes out", "table.transitRouterId === transitRouterId &&", ""],
            [
                "a route map of another transit router keeps writes out",
                "&&\n            world.alibaba.routeTables.get(transitRouterRouteTableId)?.transitRouterId === transitRouterId",
                "",
            ],
            ["one that is being attached does not count", "Attaching|Modifying|Detaching", "Modifying|Detaching"],
            ["one that is being updated does not count", "Attaching|Modifying|Detaching", "Attaching|Detaching"],
            ["one that is being detached does not count", "Attaching|Modifying|Detaching", "Attaching|Modifying"],
            [
                "an association under way does not count",
                "[...table.associations, ...table.propagations]",
                "[...table.propagations]",
            ],
            [
                "a propagation under way does not count",
                "[...table.associations, ...table.propagations]",
                "[...table.associations]",
            ],
            [
                "the refusal has one code",
                "return busy[guesses.busyTransitRouter];",
                'return busy["Operation.Blocking"];',
            ],
        ],
    },
    "simulator/alibaba/cbn/vbrAttachments.ts": {
        P39: [
            ["a VBR is attached meanwhile", "requireIdle(context, place.router.transitRouterId);", ""],
            [
                "a VBR's attachment is updated meanwhile",
                "requireIdle(context, attachment.transitRouterId);\n        endDryRun(input);",
                "endDryRun(input);",
            ],
            [
                "a VBR is detached meanwhile",
                'requireIdle(context, attachment.transitRouterId);\n        if (optionalFlag(input, "DryRun"))',
                'if (optionalFlag(input, "DryRun"))',
            ],
        ],
        P43: [
            ["force does not help", 'if (optionalFlag(input, "Force") !== true)', "if (true)"],
            ["no force is needed", 'if (optionalFlag(input, "Force") !== true)', "if (false)"],
            [
                "by force the association stays",
                "table.associations = table.associations.filter((leg) => leg.attachmentId !== attachmentId);",
                "",
            ],
            [
                "by force the propagation stays",
                "table.propagations = table.propagations.filter((leg) => leg.attachmentId !== attachmentId);",
                "",
            ],
            [
                "by force the custom route stays",
                "table.entries = table.entries.filter(({ nextHopId }) => nextHopId !== attachmentId);",
                "",
            ],
        ],
    },
    "simulator/alibaba/cbn/legs.ts": {
        P39: [
            [
                "a leg is made meanwhile",
                "requireIdle(context, table.transitRouterId);\n            const tables",
                "const tables",
            ],
            [
                "a leg is removed meanwhile",
                "requireIdle(context, table.transitRouterId);\n            endDryRun(input);\n            leg.status",
                "endDryRun(input);\n            leg.status",
            ],
        ],
    },
    "simulator/alibaba/cbn/vpcAttachments.ts": {
        P39: [["a VPC's attachment is updated meanwhile", "requireIdle(context, attachment.transitRouterId);", ""]],
    },
    "simulator/alibaba/cbn/routeMaps.ts": {
        P39: [
            ["a route map is made meanwhile", "requireIdle(context, transitRouterId);", ""],
            [
                "a route map is deleted meanwhile",
                "requireIdle(context, findRouteTable(context, map.transitRouterRouteTableId).transitRouterId);",
                "",
            ],
        ],
    },
    "simulator/alibaba/cbn/children.ts": {
        P39: [
            [
                "a network of a Basic CEN is attached meanwhile",
                "requireNoOther(context, cenId, child.childInstanceRegionId);",
                "",
            ],
            [
                "a network of a Basic CEN is detached meanwhile",
                "requireNoOther(context, cenId, child.childInstanceRegionId, child);",
                "",
            ],
            [
                "a network of another Basic CEN keeps it out",
                "child.cenId === cenId &&\n            child.childInstanceRegionId",
                "child.childInstanceRegionId",
            ],
        ],
    },
    "simulator/alibaba/cbn/unused.ts": {
        P43: [
            ["an attachment that is associated is deleted", "associations.some(isOf)", "false"],
            ["an attachment that propagates is deleted", "propagations.some(isOf)", "false"],
            [
                "an attachment that a custom route leads into is deleted",
                'type === "Custom" && nextHopId === attachmentId',
                "false",
            ],
            [
                "a synchronised route keeps it",
                'type === "Custom" && nextHopId === attachmentId',
                "nextHopId === attachmentId",
            ],
            [
                "a custom route into another attachment keeps it",
                'type === "Custom" && nextHopId === attachmentId',
                'type === "Custom"',
            ],
            [
                "another attachment's association keeps it",
                "leg.attachmentId === attachmentId",
                "leg.attachmentId !== undefined",
            ],
        ],
    },
    "simulator/alibaba/vpc/bgpGroups.ts": {
        P9: [["LocalAsn is not 45104 unless custom", "localAsn: alibabaAsn,", "localAsn: 64512,"]],
    },
    "simulator/alibaba/vpc/bgpGroupSettings.ts": {
        P11: [["PeerAsn may be Alibaba Cloud's own", "if (peerAsn === alibabaAsn)", "if (false)"]],
    },
    "simulator/aws/ec2/attachments.ts": {
        P37: [
            [
                "a gateway detaches while a virtual interface is left",
                'hasVirtualInterface(world, gateway) && world.guesses.detachWithVirtualInterface === "refused"',
                "false",
            ],
            ["it is refused whatever the guess", ' && world.guesses.detachWithVirtualInterface === "refused"', ""],
            [
                "detaching does not wait for the virtual interface",
                "if (hasVirtualInterface(world, gateway)) {",
                "if (false) {",
            ],
            ["detaching never ends", 'attachment.state = "detached";', ""],
        ],
    },
    "simulator/aws/ec2/vpnGateways.ts": {
        P37: [
            [
                "a virtual interface that is deleting counts no more",
                'vif.virtualInterfaceState !== "deleted"',
                "!/^delet/.test(vif.virtualInterfaceState)",
            ],
            ["a deleted virtual interface still counts", ' && vif.virtualInterfaceState !== "deleted"', ""],
            ["a virtual interface of another gateway counts", "vif.virtualGatewayId === vpnGatewayId && ", ""],
        ],
    },
    "simulator/aws/directConnect/virtualInterfaces.ts": {
        P3: [["a virtual interface is never deleted", 'vif.virtualInterfaceState = "deleted";', ""]],
        P37: [],
    },
    "simulator/world/sessionRules.ts": {
        P37: [
            [
                "a virtual interface that is going has a session",
                'state === "available" || state === "down" || state === "testing"',
                "true",
            ],
        ],
    },
    "simulator/world/routes/learning.ts": {
        P37: [
            [
                "AWS keeps the routes of a session that is gone",
                "return upAtOneEnd.map(",
                "return (upAtOneEnd.length === 0 ? known.map(({ ends }) => ends) : upAtOneEnd).map(",
            ],
        ],
    },
};

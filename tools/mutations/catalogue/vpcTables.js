"use strict";

module.exports = {
    "simulator/world/routes/alibabaVpcTables.ts": {
        P30: [
            [
                "synchronisation need not be on",
                "carriesRoutes(attachment) && attachment.autoPublishRouteEnabled",
                "carriesRoutes(attachment)",
            ],
            ["the attachment need not be Attached", "carriesRoutes(attachment) && ", ""],
            ["another VPC's synchronisation counts", " && resourceId === vpcId", ""],
            ["a table that takes no routes takes them", "if (table.routePropagationEnabled === false)", "if (false)"],
            [
                "a synchronised route stands beside an entry of its destination",
                ".filter((route) => own.every((entry) => entry.destinationCidrBlock !== route.destinationCidrBlock))",
                "",
            ],
            [
                "a synchronised route takes an entry's place",
                "...own, ...synchronisedEntries(world, table, own)]",
                "...synchronisedEntries(world, table, [])]",
            ],
            ["a table takes any number", ".slice(0, Math.max(free, 0))", ""],
            ["the table's own entries take no room", '- own.filter(({ type }) => type === "Custom").length', ""],
            ["the system's entries take room", '- own.filter(({ type }) => type === "Custom").length', "- own.length"],
            ["a table with too many entries of its own takes some", "Math.max(free, 0)", "free"],
            ["the user's own entries go", "...table.entries.filter(isOwn)", ""],
            ["synchronised entries stay for ever", "table.entries.filter(isOwn)]", "table.entries]"],
            ["a VPN gateway's entries go", 'type === "Custom" || type === "BGP"', 'type === "Custom"'],
            ["a VPN gateway's routes do no harm", ".filter(() => !isBlocked(world, vpcId))", ""],
            ["a VPN gateway of another VPC blocks", "table.vpcId === vpcId && table.entries", "table.entries"],
            ["the system's entries are missing", "const own = [...systemEntries(table, vpc), ", "const own = ["],
        ],
    },
    "simulator/world/routes/conflicts.ts": {
        P30: [
            [
                "an entry of the same destination is no conflict",
                "if (own.includes(destinationCidrBlock))",
                "if (false)",
            ],
            [
                "a full table is no overflow",
                'synchronised.includes(destinationCidrBlock)\n            ? []\n            : [{ destinationCidrBlock, instanceId, cause: "overflow" }]',
                "[]",
            ],
        ],
    },
    "simulator/world/limits.ts": {
        P30: [
            [
                "201 entries fit",
                "customEntriesPerVpcRouteTable: {\n        value: 200",
                "customEntriesPerVpcRouteTable: {\n        value: 201",
            ],
        ],
    },
};

"use strict";

module.exports = {
    "simulator/world/routes/transitRouterTables.ts": {
        P23: [
            [
                "the association need not be Active",
                'item.attachmentId === attachmentId && item.status === "Active"',
                "item.attachmentId === attachmentId",
            ],
            [
                "any table counts, associated or not",
                ".filter(({ associations }) => isActiveIn(associations, attachmentId))",
                "",
            ],
            [
                "one route for the VPC, not for each vSwitch",
                "...vSwitches.map(({ cidrBlock }) => cidrBlock),",
                "...vSwitches.slice(0, 1).map(({ cidrBlock }) => cidrBlock),",
            ],
            [
                "outgoing route maps do not count",
                'const passed = throughRouteMaps(world, { table, direction: "RegionOut", source, destination }, route);',
                "const passed: typeof route | undefined = route;",
            ],
            [
                "the best route does not come first",
                "a.asPath.length - b.asPath.length",
                "b.asPath.length - a.asPath.length",
            ],
        ],
        P27: [
            ["no VBR loses the AS path from AWS", "losesAsPath ? { ...route, asPath: [] } : route", "route"],
            [
                "every VBR loses the AS path from AWS",
                "losesAsPath ? { ...route, asPath: [] } : route",
                "({ ...route, asPath: [] })",
            ],
        ],
        P28: [
            ["routes appear without propagation", "&& isActiveIn(table.propagations, attachment.attachmentId)", ""],
            [
                "the propagation need not be Active",
                'item.attachmentId === attachmentId && item.status === "Active"',
                "item.attachmentId === attachmentId",
            ],
            [
                "propagation to any table counts",
                "isActiveIn(table.propagations, attachment.attachmentId)",
                "[...world.alibaba.routeTables.values()].some(({ propagations }) => isActiveIn(propagations, attachment.attachmentId))",
            ],
        ],
        P29: [
            ["a VPC brings nothing", "return broughtByVpc(world, resourceId);", "return [];"],
            [
                "a VPC's routes appear without propagation",
                "&& isActiveIn(table.propagations, attachment.attachmentId)",
                '&& (attachment.kind === "VPC" || isActiveIn(table.propagations, attachment.attachmentId))',
            ],
            ["a VPC brings its CIDR blocks' entries of custom tables", '&& table.type === "System"', ""],
            [
                "what is published of the system table stays behind",
                "...published.map(({ destinationCidrBlock }) => destinationCidrBlock),",
                "",
            ],
            ["what is not published goes along", "&& published === true", ""],
            ["a VPC brings another one's published entries", "table.vpcId === vpcId && ", ""],
        ],
        P31: [
            [
                "an attachment sees all tables",
                ".filter(({ associations }) => isActiveIn(associations, attachmentId))",
                "",
            ],
            ["an attachment gets its own routes back", ".filter((entry) => entry.attachmentId !== attachmentId)", ""],
            [
                "an attachment sees the tables that it propagates to",
                ".filter(({ associations }) => isActiveIn(associations, attachmentId))",
                ".filter(({ propagations }) => isActiveIn(propagations, attachmentId))",
            ],
        ],
        P32: [
            ["entries that are not Active are used", '.filter(({ status }) => status === "Active")', ""],
            [
                "incoming route maps do not count",
                'const passed = throughRouteMaps(\n        world,\n        { table: transitRouterRouteTableId, direction: "RegionIn", source: attachment, destination: undefined },\n        { destinationCidrBlock, asPath, preference: world.quotas.routePreference },\n    );',
                "const passed: TransitRoute | undefined = { destinationCidrBlock, asPath, preference: world.quotas.routePreference };",
            ],
            [
                "incoming route maps set no preference",
                "passed?.preference ?? world.quotas.routePreference",
                "world.quotas.routePreference",
            ],
            ["incoming route maps set no path", "passed?.asPath ?? asPath", "asPath"],
            ["incoming route maps prohibit nothing", 'passed === undefined ? "Prohibited" : "Active"', '"Active"'],
        ],
    },
    "simulator/world/limits.ts": {
        P32: [["the usual preference is 100", "routePreference: { value: 50", "routePreference: { value: 100"]],
    },
    "simulator/world/attachment.ts": {
        P28: [
            ["an attachment need not be Attached", 'status === "Attached" || status === "Modifying"', "true"],
            ["an update of an attachment withdraws its routes", ' || status === "Modifying"', ""],
        ],
    },
    "simulator/world/routes/choice.ts": {
        P32: [
            [
                "the higher preference wins",
                "const preferred = lowest(rivals, ({ preference }) => preference);",
                "const preferred = lowest(rivals, ({ preference }) => -preference);",
            ],
            [
                "the preference does not count",
                "const preferred = lowest(rivals, ({ preference }) => preference);",
                "const preferred = rivals;",
            ],
            [
                "the longer AS path wins",
                "lowest(preferred, ({ asPath }) => asPath.length)",
                "lowest(preferred, ({ asPath }) => -asPath.length)",
            ],
            ["the AS path does not count", "lowest(preferred, ({ asPath }) => asPath.length)", "preferred"],
            [
                "the AS path counts before the preference",
                "const preferred = lowest(rivals, ({ preference }) => preference);\n    const shortest = lowest(preferred, ({ asPath }) => asPath.length);",
                "const preferred = lowest(rivals, ({ asPath }) => asPath.length);\n    const shortest = lowest(preferred, ({ preference }) => preference);",
            ],
            ["only one of equal routes is used", "shortest.includes(entry)", "shortest[0] === entry"],
            ["what is prohibited competes", ' && other.status !== "Prohibited"', ""],
            ["what is prohibited is used", 'if (entry.status === "Prohibited")', "if (false)"],
            [
                "routes of other destinations compete",
                "other.destinationCidrBlock === entry.destinationCidrBlock && ",
                "",
            ],
            ["two VPCs with one CIDR block are two ways", 'entry.origin === "VPC" && entry !== firstVpc', "false"],
            ["a lost route always shows as Standby", "world.guesses.lostRoute", '"Standby"'],
        ],
    },
    "simulator/world/routes/route.ts": {
        P32: [
            [
                "the shortest prefix decides",
                "Math.max(...fitting.map(prefixLength))",
                "Math.min(...fitting.map(prefixLength))",
            ],
        ],
        P35: [
            [
                "the shortest prefix decides",
                "Math.max(...fitting.map(prefixLength))",
                "Math.min(...fitting.map(prefixLength))",
            ],
            ["the prefix's length does not count", "prefixLength(route) === longest", "true"],
            ["a route leads to what it does not cover", "covers(destinationCidrBlock, `${address}/32`)", "true"],
        ],
    },
};

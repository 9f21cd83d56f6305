"use strict";

module.exports = {
    "simulator/world/routes/awsTables.ts": {
        P34: [
            ["propagation need not be on", "table.propagatingVgws\n", "[...world.aws.vpnGateways.keys()]\n"],
            [
                "propagation on another table counts",
                "table.propagatingVgws\n",
                "[...world.aws.routeTables.values()]\n        .flatMap(({ propagatingVgws }) => propagatingVgws)\n",
            ],
            [
                "the gateway may be attached to another VPC",
                'attachment.vpcId === vpcId && attachment.state === "attached"',
                'attachment.state === "attached"',
            ],
            [
                "the gateway may be on its way to the VPC",
                'attachment.vpcId === vpcId && attachment.state === "attached"',
                "attachment.vpcId === vpcId",
            ],
            [
                "each way has a route of its own",
                "withinLimit(world, firstOfEach(propagated),",
                "withinLimit(world, propagated,",
            ],
            ["any number of routes is propagated", ".slice(0, quotas.propagatedRoutesPerAwsRouteTable)", ""],
            [
                "what comes last takes the place of what was there",
                "Number(isNew(a)) - Number(isNew(b))",
                "Number(isNew(b)) - Number(isNew(a))",
            ],
            ["the gateway's order counts alone", ".toSorted((a, b) => Number(isNew(a)) - Number(isNew(b)))", ""],
        ],
        P35: [
            [
                "a static route does not take the propagated one's place",
                ".filter(({ destinationCidrBlock }) => !taken.includes(destinationCidrBlock))",
                "",
            ],
            ["a prefix list's route takes the propagated one's place", ".filter((route) => rankOf(route) === 0)", ""],
            [
                "a more specific propagated route wins over the local one",
                "mostSpecific(local, address).length > 0 ? table.routes.filter((route) => !isPropagated(route)) : table.routes",
                "table.routes",
            ],
            [
                "no route wins over the local one",
                "mostSpecific(local, address).length > 0 ? table.routes.filter((route) => !isPropagated(route)) : table.routes",
                "mostSpecific(local, address).length > 0 ? local : table.routes",
            ],
            [
                "propagated routes do not count",
                "table.routes.filter((route) => !isPropagated(route)) : table.routes",
                "table.routes.filter((route) => !isPropagated(route)) : table.routes.filter((route) => !isPropagated(route))",
            ],
            ["the first route wins", ".sort((a, b) => rankOf(a) - rankOf(b))", ""],
            ["the propagated route wins", "rankOf(a) - rankOf(b)", "rankOf(b) - rankOf(a)"],
            ["a prefix list is as good as a static route", "route.destinationPrefixListId === undefined ? 0 : 1", "0"],
            ["a propagated route is as good as a prefix list's", "return 2;", "return 1;"],
        ],
    },
    "simulator/world/limits.ts": {
        P34: [
            [
                "a table takes 101 propagated routes",
                "propagatedRoutesPerAwsRouteTable: {\n        value: 100",
                "propagatedRoutesPerAwsRouteTable: {\n        value: 101",
            ],
        ],
    },
    "simulator/world/routes/awsGatewayRoutes.ts": {
        P34: [
            ["another gateway's VPN routes appear", "vpnGatewayId === gatewayId && ", ""],
            ["routes of a VPN that is not there appear", ' && state === "available"', ""],
        ],
        P35: [
            [
                "a VPN's static routes come before Direct Connect",
                '["Direct Connect BGP", "VPN static", "VPN BGP"]',
                '["VPN static", "Direct Connect BGP", "VPN BGP"]',
            ],
            [
                "a VPN's BGP routes come before Direct Connect",
                '["Direct Connect BGP", "VPN static", "VPN BGP"]',
                '["VPN BGP", "Direct Connect BGP", "VPN static"]',
            ],
            [
                "a VPN's BGP routes come before its static ones",
                '["Direct Connect BGP", "VPN static", "VPN BGP"]',
                '["Direct Connect BGP", "VPN BGP", "VPN static"]',
            ],
            [
                "the kind of route does not count",
                "kindsByPriority.indexOf(a.over.kind) - kindsByPriority.indexOf(b.over.kind) ||",
                "",
            ],
            ["the longer AS path wins", "a.asPath.length - b.asPath.length", "b.asPath.length - a.asPath.length"],
            [
                "the AS path counts before the kind of route",
                "kindsByPriority.indexOf(a.over.kind) - kindsByPriority.indexOf(b.over.kind) ||\n            a.asPath.length - b.asPath.length",
                "a.asPath.length - b.asPath.length ||\n            kindsByPriority.indexOf(a.over.kind) - kindsByPriority.indexOf(b.over.kind)",
            ],
        ],
    },
};

"use strict";

module.exports = {
    "simulator/world/routes/advertisedByAws.ts": {
        P19: [
            [
                "over a VGW the VPC's first CIDR block alone",
                ".flatMap(({ cidrBlocks }) => cidrBlocks);",
                ".flatMap(({ cidrBlocks }) => cidrBlocks.slice(0, 1));",
            ],
            [
                "over a VGW the VPC's secondary CIDR blocks alone",
                ".flatMap(({ cidrBlocks }) => cidrBlocks);",
                ".flatMap(({ cidrBlocks }) => cidrBlocks.slice(1));",
            ],
            [
                "over a VGW the subnets too",
                ".flatMap(({ cidrBlocks }) => cidrBlocks);",
                ".flatMap(({ cidrBlocks }) => [...cidrBlocks, ...[...world.aws.subnets.values()].map(({ cidrBlock }) => cidrBlock)]);",
            ],
        ],
        P20: [
            [
                "what is not allowed is announced",
                "association.allowedPrefixes.some((prefix) => covers(prefix, cidrBlock))",
                "true",
            ],
            ["a narrower prefix allows a CIDR block", "covers(prefix, cidrBlock)", "covers(cidrBlock, prefix)"],
            ["a wider prefix does not allow it", "covers(prefix, cidrBlock)", "prefix === cidrBlock"],
            ["all prefixes must cover it", "allowedPrefixes.some(", "allowedPrefixes.every("],
            [
                "an association that is being made counts",
                'association.state !== "associated" && association.state !== "updating"',
                "false",
            ],
            ["an association that is updated does not count", ' && association.state !== "updating"', ""],
        ],
        P21: [
            ["over a transit gateway as over a VGW", 'association.gatewayType === "transitGateway"', "false"],
            ["over a transit gateway nothing", "return association.allowedPrefixes;", "return [];"],
        ],
        P22: [
            ["a gateway need not be attached", '.filter(({ state }) => state === "attached")', ""],
            ["a gateway that is being attached will do", 'state === "attached"', 'state !== "detaching"'],
            ["a gateway that is being detached will do", 'state === "attached"', 'state !== "attaching"'],
        ],
        P44: [
            ["a VGW announces a VPC of another region", "region === connection.region", "true"],
            [
                "a Direct Connect gateway announces only its region's VPCs",
                "vpcsBehind(world, association.gatewayId)",
                'vpcsBehind(world, association.gatewayId).filter(({ region }) => region === "ap-southeast-1")',
            ],
        ],
    },
    "simulator/world/routes/advertisedByAlibaba.ts": {
        P23: [
            [
                "publishing need not be on",
                "carriesRoutes(attachment) && attachment.autoPublishRouteEnabled",
                "carriesRoutes(attachment)",
            ],
            ["the attachment need not be Attached", "carriesRoutes(attachment) && ", ""],
            ["a destination is announced once for each way", "firstOfEach(published)", "published"],
        ],
        P27: [
            ["no VBR loses the AS path towards AWS", "borderRouter.losesAsPath ? [] : asPath", "asPath"],
            ["every VBR loses the AS path towards AWS", "borderRouter.losesAsPath ? [] : asPath", "[]"],
        ],
    },
    "simulator/world/routes/exchange.ts": {
        P24: [
            [
                "what AWS drops for its path does not count",
                "return offeredToAws(world, ends).length;",
                "return acceptedByAws(world, ends).length;",
            ],
        ],
        P25: [
            ["more than the RouteQuota is taken", ".slice(0, ends.group.routeLimit)", ""],
            ["one less than the RouteQuota is taken", "ends.group.routeLimit", "ends.group.routeLimit - 1"],
            ["one more than the RouteQuota is taken", "ends.group.routeLimit", "ends.group.routeLimit + 1"],
        ],
        P26: [
            [
                "AWS takes a path that holds its own ASN",
                ".filter(({ asPath }) => !asPath.includes(ends.group.peerAsn))",
                "",
            ],
            [
                "AWS drops a path that begins with another ASN",
                "!asPath.includes(ends.group.peerAsn)",
                "asPath.length < 2",
            ],
            ["AWS does not put its ASN before", "const asPath = [ends.group.peerAsn];", "const asPath: number[] = [];"],
            ["the VBR forgets the path so far", "asPath: [group.localAsn, ...asPath]", "asPath: [group.localAsn]"],
            ["the VBR does not put its ASN before", "asPath: [group.localAsn, ...asPath]", "asPath"],
        ],
    },
    "simulator/world/limits.ts": {
        P24: [
            [
                "101 prefixes are allowed",
                "prefixesTowardsAws: {\n        value: 100",
                "prefixesTowardsAws: {\n        value: 101",
            ],
        ],
        P25: [["the RouteQuota is 111", "routesPerBgpGroup: { value: 110", "routesPerBgpGroup: { value: 111"]],
    },
    "simulator/world/physics.ts": {
        P24: [["routes take no session down before the next change", "sessionsAndRoutes(world) !== before", "false"]],
    },
};

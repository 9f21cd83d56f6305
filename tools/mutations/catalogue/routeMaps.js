"use strict";

module.exports = {
    "simulator/world/routes/routeMaps.ts": {
        P23: [
            ["a route map denies nothing", 'if (map.mapResult === "Deny")', "if (false)"],
            ["every route map denies", 'if (map.mapResult === "Deny")', "if (true)"],
            ["a route map need not be Active", 'map.status === "Active" &&', ""],
            ["a route map of another table counts", "map.transitRouterRouteTableId === passage.table &&", ""],
            ["the highest priority number comes first", "a.priority - b.priority", "b.priority - a.priority"],
            ["the oldest route map comes first", ".sort((a, b) => a.priority - b.priority)", ""],
            ["a route map that permits does not end it", "if (map.nextPriority === undefined)", "if (false)"],
            ["a route map that permits always ends it", "if (map.nextPriority === undefined)", "if (true)"],
            ["those before the next priority are asked", "map.priority < nextPriority || ", ""],
            ["the next priority itself is not asked", "map.priority < nextPriority", "map.priority <= nextPriority"],
            ["no ASNs are prepended", "[...map.prependAsPath, ...route.asPath]", "route.asPath"],
            ["ASNs are appended", "[...map.prependAsPath, ...route.asPath]", "[...route.asPath, ...map.prependAsPath]"],
            ["a complete match includes narrower ones", 'map.cidrMatchMode === "Complete"', "false"],
            ["every match is a complete one", 'map.cidrMatchMode === "Complete"', "true"],
            [
                "destinations do not matter",
                "(map.destinationCidrBlocks.length === 0 || map.destinationCidrBlocks.some(cidrBlockFits)) &&",
                "",
            ],
            ["no destination named is no match", "map.destinationCidrBlocks.length === 0 || ", ""],
            [
                "all destinations must fit",
                "map.destinationCidrBlocks.some(cidrBlockFits)",
                "map.destinationCidrBlocks.every(cidrBlockFits)",
            ],
            ["the source instance does not matter", "names(map.sourceInstanceIds, source?.resourceId) &&", ""],
            ["the source region does not matter", "names(map.sourceRegionIds, source?.regionId) &&", ""],
            ["the source's type does not matter", "names(map.sourceChildInstanceTypes, source?.kind) &&", ""],
            [
                "the destination instance does not matter",
                "names(map.destinationInstanceIds, destination.resourceId) &&",
                "",
            ],
            [
                "the destination's type does not matter",
                "names(map.destinationInstanceIds, destination.resourceId) &&\n                names(map.destinationChildInstanceTypes, destination.kind)",
                "names(map.destinationInstanceIds, destination.resourceId)",
            ],
            [
                "incoming route maps count on the way out",
                "&&\n                map.transmitDirection === passage.direction",
                "",
            ],
        ],
        P32: [
            ["an incoming route map sets no preference", "map.preference ?? route.preference", "route.preference"],
            [
                "an incoming route map heeds destinations",
                "(destination === undefined ||\n            (names(map.destinationInstanceIds, destination.resourceId) &&\n                names(map.destinationChildInstanceTypes, destination.kind)))",
                "names(map.destinationInstanceIds, destination?.resourceId) && names(map.destinationChildInstanceTypes, destination?.kind)",
            ],
        ],
        P33: [
            ["a VPN attachment brings no route maps", "withVpn.has(transitRouterId) && ", "false && "],
            ["every transit router has them", "withVpn.has(transitRouterId) && ", ""],
            ["any attachment brings them", 'kind === "VPN" && status === "Attached"', 'status === "Attached"'],
            [
                "a VPN attachment brings them before it is Attached",
                'kind === "VPN" && status === "Attached"',
                'kind === "VPN"',
            ],
            ["they are made again and again", "&& !known", ""],
            ["they permit", 'mapResult: "Deny"', 'mapResult: "Permit"'],
            ["they are incoming", 'transmitDirection: "RegionOut"', 'transmitDirection: "RegionIn"'],
            ["their priority is 50", "        priority: 5000,", "        priority: 50,"],
            ["they leave VBRs alone", '["VPN", "VBR", "CCN"]', '["VPN", "CCN"]'],
            ["they leave VPNs alone", '["VPN", "VBR", "CCN"]', '["VBR", "CCN"]'],
            ["they leave CCNs alone", '["VPN", "VBR", "CCN"]', '["VPN", "VBR"]'],
            [
                "they keep the VPC apart too",
                "destinationChildInstanceTypes: apart",
                "destinationChildInstanceTypes: []",
            ],
            ["they keep the VPC's routes back too", "sourceChildInstanceTypes: apart", "sourceChildInstanceTypes: []"],
        ],
    },
};

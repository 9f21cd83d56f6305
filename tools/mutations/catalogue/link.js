"use strict";

module.exports = {
    "simulator/world/sessionRules.ts": {
        P4: [
            [
                "the virtual interface's VLAN need not be the connection's",
                "virtualInterface.vlan === connection.vlan",
                "true",
            ],
        ],
        P5: [
            [
                "frames pass whatever the VLANs",
                "connection.vlanTranslated === true || connection.vlan === borderRouter.vlanId",
                "true",
            ],
            ["no translation helps", "connection.vlanTranslated === true || ", ""],
            [
                "a VBR without a VLAN passes all",
                "connection.vlan === borderRouter.vlanId",
                "connection.vlan === (borderRouter.vlanId ?? connection.vlan)",
            ],
        ],
        P6: [
            [
                "any addresses are on one link",
                'layer: "transport", noticedBy: ["alibaba"], holds: subnetsFit',
                'layer: "transport", noticedBy: ["alibaba"], holds: () => true',
            ],
            ["AWS's subnet need not hold the other address", "reachesNeighbour(amazon, customer.address) &&", ""],
            [
                "the VBR's subnet need not hold the other address",
                "reachesNeighbour({ address: local, prefixLength }, peer) &&",
                "",
            ],
            ["the VBR's mask may be shorter than /24", "prefixLength >= 24 &&", ""],
            ["/24 is too short for the VBR", "prefixLength >= 24", "prefixLength > 24"],
            ["100.64.0.0/10 will do", "!isSharedAddressSpace(local)", "true"],
            [
                "a VBR without a mask reaches its peer",
                "|| prefixLength === undefined) {\n        return false;",
                ") {\n        return false;\n    }\n    if (prefixLength === undefined) {\n        return true;",
            ],
        ],
        P7: [
            [
                "the VBR's peer need not be the amazon address",
                "addressOf(awsPeer.amazonAddress) === borderRouter.peerGatewayIp &&",
                "",
            ],
            [
                "the VBR need not be the customer address",
                "addressOf(awsPeer.customerAddress) === borderRouter.localGatewayIp",
                "true",
            ],
        ],
        P8: [["the BGP peer may have any address", "addressOf(awsPeer.amazonAddress) === peer.peerIpAddress", "true"]],
        P13: [
            ["a router on the way does no harm", "(connection.routedHops ?? 0) === 0", "true"],
            [
                "one router on the way does no harm",
                "(connection.routedHops ?? 0) === 0",
                "(connection.routedHops ?? 0) <= 1",
            ],
        ],
        P16: [
            ["the connection need not be available", 'connection.connectionState === "available"', "true"],
            ["AWS may work on its end", "underMaintenance !== true", "true"],
            ["the VBR need not be active", 'borderRouter.status === "active"', "true"],
            ["the circuit need not be Enabled", 'circuit.status === "Enabled"', "true"],
            ["the circuit need not be Normal", 'circuit.businessStatus === "Normal"', "true"],
            [
                "a virtual interface that is going has a session",
                'state === "available" || state === "down" || state === "testing"',
                "true",
            ],
            [
                "a virtual interface comes up in any state but deleted",
                'state === "available" || state === "down" || state === "testing"',
                'state !== "deleted"',
            ],
            ["a virtual interface that is down stays so", 'state === "down" || ', ""],
            ["AWS's BGP peer need not be available", 'awsPeer.bgpPeerState === "available"', "true"],
            ["the BGP group need not be Available", 'group.status === "Available" && ', ""],
            [
                "the BGP peer need not be Available",
                'group.status === "Available" && peer.status === "Available"',
                'group.status === "Available"',
            ],
            [
                "the failure of a connection is not seen at AWS",
                'noticedBy: ["aws"],\n        holds: ({ connection })',
                "noticedBy: [],\n        holds: ({ connection })",
            ],
        ],
        P17: [["testing takes every peer down", ' || state === "testing"', ""]],
        P40: [
            ["a locked circuit goes on", 'circuit.businessStatus === "Normal"', "true"],
            ["a circuit goes on after its subscription", "Date.parse(circuit.expireTime) > world.clock.now()", "true"],
            [
                "AWS sees at once that a circuit is locked",
                'rule: "P40", layer: "link", noticedBy: ["alibaba"], holds: ({ circuit }) => circuit.businessStatus',
                'rule: "P40", layer: "link", noticedBy: both, holds: ({ circuit }) => circuit.businessStatus',
            ],
        ],
        P41: [["a test does not reach the session", "!isHeldDown(world, virtualInterface, awsPeer)", "true"]],
    },
    "simulator/world/addresses.ts": {
        P6: [
            ["both ends may have one address", "here.address !== other &&", ""],
            [
                "the other end may be in another network",
                "networkOf(here.address, here.prefixLength) === networkOf(other, here.prefixLength) &&",
                "",
            ],
            ["an address may be the network's own", "address % size !== 0 && ", ""],
            ["an address may be the broadcast address", " && address % size !== size - 1", ""],
            ["100.64.0.0/10 is a /16", "prefixLength: 10 };", "prefixLength: 16 };"],
        ],
    },
    "simulator/aws/directConnect/peerAddresses.ts": {
        P6: [
            ["AWS takes addresses with two masks", "amazon.prefixLength === customer.prefixLength &&", "true &&"],
            ["AWS takes addresses that do not reach each other", "reachesNeighbour(amazon, customer.address)", "true"],
            [
                "AWS refuses them whatever the guess",
                '!fits && world.guesses.impossibleVirtualInterface === "refused"',
                "!fits",
            ],
        ],
    },
    "simulator/alibaba/vpc/borderRouterSettings.ts": {
        P6: [
            ["Alibaba Cloud takes masks shorter than /24", "|| length < 24", ""],
            ["Alibaba Cloud refuses /24", "length < 24", "length <= 24"],
            ["Alibaba Cloud takes masks longer than /30", "|| length > 30", ""],
            ["Alibaba Cloud refuses /30", "length > 30", "length >= 30"],
            ["Alibaba Cloud takes addresses of 100.64.0.0/10", " || isSharedAddressSpace(address)", ""],
            [
                "Alibaba Cloud takes addresses of two subnets",
                "networkOf(local, length) !== networkOf(peer, length)",
                "false",
            ],
        ],
    },
};

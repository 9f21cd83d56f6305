"use strict";

module.exports = {
    "simulator/aws/directConnect/connections.ts": {
        P1: [
            ["a connection is confirmed in any state", 'if (connection.connectionState !== "ordering")', "if (false)"],
            [
                "confirming does not begin with pending",
                'connection.connectionState = "pending";',
                'connection.connectionState = "available";',
            ],
            ["confirming stays pending", "hostedConnectionConfirmed(context.world, connection);", ""],
            [
                "a connection that waits for its owner is deleted, not rejected",
                'if (connection.connectionState === "ordering")',
                "if (false)",
            ],
            [
                "an available connection is rejected, not deleted",
                'if (connection.connectionState === "ordering")',
                "if (true)",
            ],
            [
                "a rejected connection can be deleted",
                "if (!deletable.includes(connection.connectionState))",
                "if (false)",
            ],
            ["deleting never ends", 'connection.connectionState = "deleted";', ""],
        ],
    },
    "simulator/world/circuit.ts": {
        P1: [
            ["what was deleted while pending comes back", 'if (connection.connectionState === "pending")', "if (true)"],
            ["an accepted connection is never down", 'waitsForFarEnd ? "down" : "available"', '"available"'],
            ["an accepted connection is always down", 'waitsForFarEnd ? "down" : "available"', '"down"'],
            [
                "an accepted connection waits for a far end that is there",
                'world.alibaba.circuits.get(connection.circuitId ?? "")?.status !== "Enabled"',
                "true",
            ],
            [
                "the backend makes a rejected connection available",
                'if (connection?.connectionState === "down")',
                "if (connection)",
            ],
            [
                "the backend leaves an accepted connection down",
                'if (connection?.connectionState === "down")',
                "if (false)",
            ],
        ],
        P40: [
            [
                "nothing looks when the subscription ends",
                "world.later((Date.parse(circuit.expireTime) - world.clock.now()) / 1000, () => undefined);",
                "",
            ],
        ],
        P42: [
            ["a user can have any number", "own.length >= quotas.multiCloudConnectionsPerUser", "false"],
            ["one more than the quota", "own.length >= quotas", "own.length > quotas"],
            ["one that has ended counts", '?.status !== "Terminated"', "?.status !== undefined"],
            ["another user's counts", "ownerId === accounts.alibabaAccountId &&", ""],
        ],
    },
    "simulator/world/limits.ts": {
        P42: [
            [
                "a user can have two",
                `multiCloudConnectionsPerUser: {
        value: 1,`,
                `multiCloudConnectionsPerUser: {
        value: 2,`,
            ],
        ],
    },
    "simulator/aws/directConnect/createVirtualInterface.ts": {
        P2: [
            ["any connection will do", 'if (connection.connectionState !== "available")', "if (false)"],
            [
                "a connection that is down will do",
                'if (connection.connectionState !== "available")',
                "if (!/^(available|down)$/.test(connection.connectionState))",
            ],
            [
                "a pending connection will do",
                'if (connection.connectionState !== "available")',
                "if (!/^(available|pending)$/.test(connection.connectionState))",
            ],
        ],
        P3: [
            [
                "a connection takes any number",
                "others.length >= world.quotas.virtualInterfacesPerHostedConnection",
                "false",
            ],
            ["one more than the quota", "others.length >= world", "others.length > world"],
        ],
    },
    "simulator/aws/directConnect/shapes.ts": {
        P3: [
            [
                "one that is deleting counts no more",
                'vif.virtualInterfaceState !== "deleted"',
                "!/^delet/.test(vif.virtualInterfaceState)",
            ],
            ["one that is deleted still counts", '&& vif.virtualInterfaceState !== "deleted"', ""],
            ["one of another connection counts", "vif.connectionId === connectionId && ", ""],
        ],
    },
    "simulator/aws/directConnect/newVirtualInterface.ts": {
        P4: [["a virtual interface takes any VLAN", "if (asked !== vlan)", "if (false)"]],
        P9: [
            [
                "over a Direct Connect gateway AWS speaks with its usual ASN",
                "return { virtualGatewayId, directConnectGatewayId, amazonSideAsn };\n    }\n    if (virtualGatewayId",
                "return { virtualGatewayId, directConnectGatewayId, amazonSideAsn: defaultAmazonSideAsn };\n    }\n    if (virtualGatewayId",
            ],
            [
                "over a VGW AWS speaks with its usual ASN",
                "return { virtualGatewayId, directConnectGatewayId, amazonSideAsn };\n    }\n    // What no gateway",
                "return { virtualGatewayId, directConnectGatewayId, amazonSideAsn: defaultAmazonSideAsn };\n    }\n    // What no gateway",
            ],
        ],
        P44: [
            ["a VGW of another region will do", "gateway.region !== caller.region ||", ""],
            [
                "a Direct Connect gateway will not do",
                "if (directConnectGatewayId !== undefined) {\n        const",
                "if (false) {\n        const",
            ],
        ],
    },
    "simulator/aws/directConnect/failoverTests.ts": {
        P41: [
            ["a test lasts 72 hours if nothing is said", "durations.failoverTest / 60", "quotas.failoverTestMinutes"],
            ["a test may last longer than 72 hours", "|| minutes > most", ""],
            ["72 hours are too long", "minutes > most", "minutes >= most"],
            ["a test may last no time", "minutes < 1 ||", ""],
            ["another begins while one runs", 'if (state !== "available" && state !== "down")', "if (false)"],
            ["a test cannot be stopped", 'endTest(world, test, "stopped");', ""],
            ["a test cannot begin while the session is down", '&& state !== "down"', ""],
        ],
    },
    "simulator/world/failoverTest.ts": {
        P17: [
            ["a virtual interface is not testing", 'virtualInterface.virtualInterfaceState = "testing";', ""],
            ["a virtual interface is testing for ever", 'virtualInterface.virtualInterfaceState = "down";', ""],
        ],
        P41: [
            [
                "a test holds no peer down",
                "runningTestOf(world, virtualInterface)?.bgpPeerIds.includes(peer.bgpPeerId) ?? false",
                "false",
            ],
            [
                "a test holds down what it does not name",
                "?.bgpPeerIds.includes(peer.bgpPeerId) ?? false",
                " !== undefined",
            ],
            ["a test that has ended runs on", "&& test.endedAt === undefined", ""],
            ["a test of another virtual interface counts", "test.virtualInterfaceId === virtualInterfaceId && ", ""],
            ["a test's minutes are seconds", "test.durationMinutes * 60", "test.durationMinutes"],
            ["a test ends twice", "if (test.endedAt !== undefined)", "if (false)"],
            [
                "a test brings a deleted virtual interface back",
                'if (virtualInterface?.virtualInterfaceState === "testing")',
                "if (virtualInterface)",
            ],
        ],
    },
};

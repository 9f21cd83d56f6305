"use strict";

module.exports = {
    "simulator/world/readings.ts": {
        P18: [
            ["AWS's reading lags as Alibaba Cloud's", "durations.readingLagAws", "durations.readingLagAlibaba"],
            ["Alibaba Cloud's reading lags as AWS's", "durations.readingLagAlibaba", "durations.readingLagAws"],
            [
                "AWS's reading is newer than its list",
                "Math.max(durations.readingLagAws, durations.listLagAws)",
                "durations.readingLagAws",
            ],
            [
                "Alibaba Cloud's reading is newer than its list",
                "Math.max(durations.readingLagAlibaba, durations.listLagAlibaba)",
                "durations.readingLagAlibaba",
            ],
            [
                "AWS says the truth",
                "return lagged(world, peer.bgpPeerId, peer.bgpStatus, lagOfAws(world));",
                "return peer.bgpStatus;",
            ],
            [
                "Alibaba Cloud says the truth",
                "return lagged(world, peer.bgpPeerId, peer.bgpStatus, lagOfAlibaba(world));",
                "return peer.bgpStatus;",
            ],
            [
                "Alibaba Cloud's reading lags as its list alone",
                "Math.max(durations.readingLagAlibaba, durations.listLagAlibaba)",
                "durations.listLagAlibaba",
            ],
        ],
    },
    "simulator/world/history.ts": {
        P18: [
            ["a reading is a moment late", "at <= readAt", "at < readAt"],
            ["a lag's seconds are milliseconds", "lagSeconds * 1000", "lagSeconds"],
        ],
    },
    "simulator/world/listings.ts": {
        P18: [
            ["no list lags", "seconds > 0 ? lagged(world, name, truth, seconds) : truth", "truth"],
            [
                "a list that does not lag shows copies",
                "seconds > 0 ? lagged(world, name, truth, seconds) : truth",
                "structuredClone(truth)",
            ],
            [
                "records of the past have the present's fields",
                "structuredClone(of(world))",
                "new Map(of(world) as Map<string, never>)",
            ],
            [
                "the list of connections lags as Alibaba Cloud's",
                'connections: { of: ({ aws }) => aws.connections, lag: "listLagAws"',
                'connections: { of: ({ aws }) => aws.connections, lag: "listLagAlibaba"',
            ],
            [
                "the list of virtual interfaces lags as Alibaba Cloud's",
                'aws.virtualInterfaces, lag: "listLagAws"',
                'aws.virtualInterfaces, lag: "listLagAlibaba"',
            ],
            [
                "the list of circuits lags as AWS's",
                'alibaba.circuits, lag: "listLagAlibaba"',
                'alibaba.circuits, lag: "listLagAws"',
            ],
            [
                "the list of VBRs lags as AWS's",
                'alibaba.borderRouters, lag: "listLagAlibaba"',
                'alibaba.borderRouters, lag: "listLagAws"',
            ],
            [
                "the list of BGP groups lags as AWS's",
                'alibaba.bgpGroups, lag: "listLagAlibaba"',
                'alibaba.bgpGroups, lag: "listLagAws"',
            ],
            [
                "the list of BGP peers lags as AWS's",
                'alibaba.bgpPeers, lag: "listLagAlibaba"',
                'alibaba.bgpPeers, lag: "listLagAws"',
            ],
        ],
    },
};

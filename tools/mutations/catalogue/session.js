"use strict";

module.exports = {
    "simulator/world/sessionRules.ts": {
        P9: [
            ["the virtual interface's ASN need not be LocalAsn", "awsPeer.asn === group.localAsn", "true"],
            [
                "PeerAsn need not be the gateway's ASN",
                "group.peerAsn === amazonSideAsn(world, virtualInterface)",
                "true",
            ],
            [
                "AWS speaks with the virtual interface's ASN, not the gateway's",
                "gateway?.amazonSideAsn ?? virtualInterface.amazonSideAsn",
                "virtualInterface.amazonSideAsn",
            ],
            [
                "a Direct Connect gateway has no ASN of its own",
                'world.aws.directConnectGateways.get(directConnectGatewayId ?? "") ??',
                "",
            ],
        ],
        P10: [
            ["an OPEN with another LocalAsn is taken", "awsPeer.asn === group.localAsn", "true"],
            [
                "an OPEN with another PeerAsn is taken",
                "group.peerAsn === amazonSideAsn(world, virtualInterface)",
                "true",
            ],
            ["a fake ASN is taken for LocalAsn", '!group.isFake || guesses.fakeAsn === "local-asn"', "true"],
            ["a fake ASN is never LocalAsn", '!group.isFake || guesses.fakeAsn === "local-asn"', "!group.isFake"],
            [
                "AWS alone closes for another LocalAsn",
                'rule: "P9", layer: "session", noticedBy: both, holds: ({ awsPeer, group })',
                'rule: "P9", layer: "session", noticedBy: ["aws"], holds: ({ awsPeer, group })',
            ],
            [
                "for another LocalAsn it does not even try",
                'rule: "P9", layer: "session", noticedBy: both, holds: ({ awsPeer, group })',
                'rule: "P9", layer: "link", noticedBy: both, holds: ({ awsPeer, group })',
            ],
        ],
        P11: [["both ASNs may be the same", "group.localAsn !== group.peerAsn", "true"]],
        P12: [
            ["the keys need not be equal", "awsPeer.authKey === group.authKey", "true"],
            [
                "a space at AWS's end does not count",
                "awsPeer.authKey === group.authKey",
                "awsPeer.authKey.trim() === group.authKey",
            ],
            [
                "a space at Alibaba Cloud's end does not count",
                "awsPeer.authKey === group.authKey",
                "awsPeer.authKey === group.authKey.trim()",
            ],
            [
                "capital letters do not count",
                "awsPeer.authKey === group.authKey",
                "awsPeer.authKey.toLowerCase() === group.authKey.toLowerCase()",
            ],
            [
                "no key at Alibaba Cloud fits any",
                "awsPeer.authKey === group.authKey",
                'group.authKey === "" || awsPeer.authKey === group.authKey',
            ],
            [
                "no key at AWS fits any",
                "awsPeer.authKey === group.authKey",
                'awsPeer.authKey === "" || awsPeer.authKey === group.authKey',
            ],
            [
                "two empty keys do not fit",
                "awsPeer.authKey === group.authKey",
                'awsPeer.authKey !== "" && awsPeer.authKey === group.authKey',
            ],
        ],
        P14: [
            ["any hold time will do", "group.hold >= leastTimers.hold && ", ""],
            ["any keepalive will do", " && group.keepalive >= leastTimers.keepalive", ""],
        ],
        P24: [
            [
                "any number of prefixes passes",
                "prefixesTowardsAws(world, ends) <= world.quotas.prefixesTowardsAws",
                "true",
            ],
            [
                "100 prefixes are too many",
                "prefixesTowardsAws(world, ends) <= world",
                "prefixesTowardsAws(world, ends) < world",
            ],
            ["101 prefixes pass", "<= world.quotas.prefixesTowardsAws", "<= world.quotas.prefixesTowardsAws + 1"],
            [
                "the session is not Idle",
                'rule: "P24",\n        layer: "link"',
                'rule: "P24",\n        layer: "session"',
            ],
        ],
        P38: [
            ["another ASN of the customer's side goes unnoticed", "        awsPeer.asn,\n", ""],
            ["another ASN of AWS goes unnoticed", "        amazonSideAsn(world, virtualInterface),\n", ""],
            ["another key goes unnoticed", "        awsPeer.authKey,\n", ""],
            ["another amazon address goes unnoticed", "        awsPeer.amazonAddress,\n", ""],
            ["another customer address goes unnoticed", "        awsPeer.customerAddress,\n", ""],
            ["BFD's switch goes unnoticed", "        peer.enableBfd,\n", ""],
            ["BFD's hop count goes unnoticed", "        peer.bfdMultiHop,\n", ""],
        ],
    },
    "simulator/world/limits.ts": {
        P14: [
            ["AWS holds for 180 s", "bgpHoldAws: { value: 90", "bgpHoldAws: { value: 180"],
            ["AWS's keepalives come every 10 s", "bgpKeepaliveAws: { value: 30", "bgpKeepaliveAws: { value: 10"],
        ],
    },
    "simulator/world/sessionTimers.ts": {
        P14: [
            [
                "Alibaba Cloud's hold time counts, not the shorter one",
                "Math.min(group.hold, durations.bgpHoldAws)",
                "group.hold",
            ],
            [
                "AWS's hold time counts, not the shorter one",
                "Math.min(group.hold, durations.bgpHoldAws)",
                "durations.bgpHoldAws",
            ],
            [
                "the longer hold time counts",
                "Math.min(group.hold, durations.bgpHoldAws)",
                "Math.max(group.hold, durations.bgpHoldAws)",
            ],
            [
                "Alibaba Cloud's keepalive counts, not the shorter one",
                "Math.min(group.keepalive, durations.bgpKeepaliveAws)",
                "group.keepalive",
            ],
            [
                "AWS's keepalive counts, not the shorter one",
                "Math.min(group.keepalive, durations.bgpKeepaliveAws)",
                "durations.bgpKeepaliveAws",
            ],
            [
                "the longer keepalive counts",
                "Math.min(group.keepalive, durations.bgpKeepaliveAws)",
                "Math.max(group.keepalive, durations.bgpKeepaliveAws)",
            ],
            ["a keepalive need not come three times", "Math.min(offered, Math.floor(hold / 3))", "offered"],
            ["keepalives come exactly three times", "Math.min(offered, Math.floor(hold / 3))", "Math.floor(hold / 3)"],
            ["2 s of hold time will do", "leastTimers: Timers = { hold: 3,", "leastTimers: Timers = { hold: 2,"],
            ["3 s of hold time are too short", "leastTimers: Timers = { hold: 3,", "leastTimers: Timers = { hold: 4,"],
            ["no keepalive will do", "keepalive: 1 }", "keepalive: 0 }"],
            ["a keepalive of 1 s is too short", "keepalive: 1 }", "keepalive: 2 }"],
        ],
        P15: [
            ["BFD forms without being enabled", "enableBfd && bfdMultiHop === 1", "bfdMultiHop === 1"],
            ["BFD forms with any hop count", "enableBfd && bfdMultiHop === 1", "enableBfd"],
            ["BFD never forms", "enableBfd && bfdMultiHop === 1", "false"],
            ["AWS detects with its own multiplier", "borderRouter.detectMultiplier *", "multiplier *"],
            ["Alibaba Cloud detects with its own multiplier", ": multiplier *", ": borderRouter.detectMultiplier *"],
            [
                "AWS detects by its own interval",
                "Math.max(intervalMilliseconds, borderRouter.minTxInterval)",
                "intervalMilliseconds",
            ],
            [
                "Alibaba Cloud detects by AWS's interval",
                "Math.max(intervalMilliseconds, borderRouter.minRxInterval)",
                "intervalMilliseconds",
            ],
            [
                "AWS detects by the VBR's interval",
                "Math.max(intervalMilliseconds, borderRouter.minTxInterval)",
                "borderRouter.minTxInterval",
            ],
            [
                "Alibaba Cloud detects by its own interval",
                "Math.max(intervalMilliseconds, borderRouter.minRxInterval)",
                "borderRouter.minRxInterval",
            ],
            ["BFD may outlast the hold time", "Math.min(hold, milliseconds / 1000)", "milliseconds / 1000"],
        ],
    },
    "simulator/world/session.ts": {
        P14: [
            ["a failure that neither has missed is kept", "    same.failure = undefined;\n", ""],
            ["a failure that is over ends the session", "if (session.failure === failure)", "if (true)"],
            [
                "what one side has given up goes on",
                "same === undefined || (same.established && same.upAt.size < sides.length)",
                "same === undefined",
            ],
            ["nobody misses the other", "session.upAt.delete(side);", ""],
            ["both sides give up at once", "return session.upAt.size > 0 ? session : undefined;", "return undefined;"],
            ["timers are said of a session that is not up", '&& upAt.has("alibaba"))?.timers', ")?.timers"],
        ],
        P17: [
            [
                "every peer must be up",
                'vif.bgpPeers.some(({ bgpStatus }) => bgpStatus === "up")',
                'vif.bgpPeers.every(({ bgpStatus }) => bgpStatus === "up")',
            ],
            ["available without any peer", 'up ? "available" : "down"', '"available"'],
            ["down whatever the peers", 'up ? "available" : "down"', '"down"'],
            [
                "testing gives way to the session's state",
                'if (vif.virtualInterfaceState === "available" || vif.virtualInterfaceState === "down")',
                "if (!/^delet/.test(vif.virtualInterfaceState))",
            ],
        ],
        P38: [
            ["nothing resets a session", "known?.negotiated === agreed ? known : undefined", "known"],
            ["a reset session is up at once", "established: false,", "established: true,"],
        ],
    },
};

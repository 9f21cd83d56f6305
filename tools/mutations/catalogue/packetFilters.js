"use strict";

module.exports = {
    "simulator/world/packet/filters.ts": {
        P36: [
            [
                "a network ACL stops nothing",
                'acl === undefined || policyOf(acl.rules, direction, packet) === "allow"',
                "true",
            ],
            [
                "a network ACL that says nothing of it lets it pass",
                'policyOf(acl.rules, direction, packet) === "allow"',
                'policyOf(acl.rules, direction, packet) !== "deny"',
            ],
            [
                "a subnet without a network ACL lets nothing pass",
                "acl === undefined || policyOf",
                "acl !== undefined && policyOf",
            ],
            ["security groups stop nothing", 'return policy === "allow" ? undefined', "return true ? undefined"],
            [
                "no security group of AWS stops what goes out",
                'direction === "egress" && ofAlibaba.length > 0',
                'direction === "egress"',
            ],
            [
                "a security group of Alibaba Cloud lets nothing out that it does not name",
                'direction === "egress" && ofAlibaba.length > 0 ? "allow" : "deny"',
                '"deny"',
            ],
            [
                "what Alibaba Cloud's rules do not name comes in",
                'direction === "egress" && ofAlibaba.length > 0',
                "ofAlibaba.length > 0",
            ],
            ["only the first security group counts", "groups.flatMap(({ rules }) => rules)", "groups[0]?.rules ?? []"],
            ["Alibaba Cloud's groups do not count", "const groups = [...ofAlibaba, ", "const groups = ["],
            [
                "filters look at the other end",
                'return direction === "egress" ? from : to;',
                'return direction === "egress" ? to : from;',
            ],
            [
                "Alibaba Cloud's network ACLs do not count",
                'world.alibaba.networkAcls.get(vSwitch?.networkAclId ?? "")',
                "undefined",
            ],
            [
                "AWS's network ACLs do not count",
                'world.aws.networkAcls.get(world.aws.subnets.get(subnetId)?.networkAclId ?? "") ??',
                "",
            ],
            ["rules of the other direction count", "rule.direction === direction && ", ""],
            ["the later rule decides", "a.priority - b.priority || b.policy", "b.priority - a.priority || b.policy"],
            [
                "at equal priorities an allow wins",
                "b.policy.localeCompare(a.policy)",
                "a.policy.localeCompare(b.policy)",
            ],
            [
                "a rule looks at the own address",
                'direction === "egress" ? packet.to : packet.from',
                'direction === "egress" ? packet.from : packet.to',
            ],
            ["ICMP has ports", ' || packet.protocol === "icmp"', ""],
            ["a rule counts for every protocol", '(protocol === "all" || protocol === packet.protocol) &&', ""],
            ["a rule for all protocols counts for none", 'protocol === "all" || ', ""],
            [
                "a rule counts for every port",
                "(anyPort || (ports.from <= packet.port && packet.port <= ports.to)) &&",
                "",
            ],
            ["the first port does not belong to a rule", "ports.from <= packet.port", "ports.from < packet.port"],
            ["the last port does not belong to a rule", "packet.port <= ports.to", "packet.port < ports.to"],
            ["a rule has no first port", "ports.from <= packet.port && ", ""],
            ["a rule has no last port", " && packet.port <= ports.to", ""],
            ["a rule counts for every address", "covers(cidrBlock, `${other.address}/32`)", "true"],
        ],
    },
};

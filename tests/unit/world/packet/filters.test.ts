import { expect } from "chai";

import type { PacketRule } from "../../../../simulator/world/packetFilter";
import { sendPacket } from "../../../../simulator/world/packet/sendPacket";
import { joinAndWait, only } from "../joined";
import { allowAll, back, forward, itStops, packetOf, type Sent } from "./packets";

/** The rules of one direction of a filter. */
function rulesOf({ world }: Sent, id: string, direction: PacketRule["direction"]): PacketRule[] {
    const filters = [
        world.aws.securityGroups,
        world.aws.networkAcls,
        world.alibaba.securityGroups,
        world.alibaba.networkAcls,
    ];
    const filter = only(filters.flatMap((each) => each.get(id) ?? []));
    return filter.rules.filter((rule) => rule.direction === direction);
}

function change(id: string, direction: PacketRule["direction"], fields: Partial<PacketRule>): (world: Sent) => void {
    return (world) => rulesOf(world, id, direction).forEach((rule) => Object.assign(rule, fields));
}

function add(cloud: "aws" | "alibaba", id: string, rule: Partial<PacketRule>): (world: Sent) => void {
    return ({ world }) =>
        (world[cloud].securityGroups.get(id) ?? world[cloud].networkAcls.get(id))?.rules.push({
            ...allowAll,
            direction: "ingress",
            ...rule,
        });
}

const https = { from: 443, to: 443 };
const noHttps = { from: 0, to: 442 };
const aboveHttps = { from: 444, to: 65535 };
const ephemeral = { from: 49152, to: 65535 };
const deny = { policy: "deny" } as const;

describe("a packet at the filters", () => {
    itStops([
        {
            title: "AWS's security group lets nothing of the port out",
            flip: change("sg-aws", "egress", { ports: noHttps }),
            expected: forward("security-group-egress", "sg-aws"),
        },
        {
            title: "AWS's security group lets higher ports out alone",
            flip: change("sg-aws", "egress", { ports: aboveHttps }),
            expected: forward("security-group-egress", "sg-aws"),
        },
        {
            title: "AWS's security group lets the port out",
            flip: change("sg-aws", "egress", { ports: https }),
            expected: "arrives",
        },
        {
            title: "AWS's security group knows another destination",
            flip: change("sg-aws", "egress", { cidrBlock: "172.16.2.0/24" }),
            expected: forward("security-group-egress"),
        },
        {
            title: "AWS's security group knows this destination",
            flip: change("sg-aws", "egress", { cidrBlock: "172.16.1.0/24" }),
            expected: "arrives",
        },
        {
            title: "AWS's security group knows another protocol",
            flip: change("sg-aws", "egress", { protocol: "udp" }),
            expected: forward("security-group-egress"),
        },
        {
            title: "AWS's security group knows this protocol",
            flip: change("sg-aws", "egress", { protocol: "tcp" }),
            expected: "arrives",
        },
        {
            title: "the answer needs no rule of a security group: they are stateful",
            flip: (world) => {
                change("sg-aws", "ingress", { cidrBlock: "192.0.2.0/24" })(world);
                change("sg-alibaba", "egress", deny)(world);
            },
            expected: "arrives",
        },
        {
            title: "AWS's network ACL denies what goes out",
            flip: change("acl-aws", "egress", deny),
            expected: forward("network-acl-egress", "acl-aws"),
        },
        {
            title: "AWS's network ACL says nothing of it",
            flip: change("acl-aws", "egress", { ports: noHttps }),
            expected: forward("network-acl-egress"),
        },
        {
            title: "AWS's network ACL denies what comes in: the answer, since it is stateless",
            flip: change("acl-aws", "ingress", deny),
            expected: back("network-acl-ingress", "acl-aws"),
        },
        {
            title: "AWS's network ACL lets in the port itself, not those of answers",
            flip: change("acl-aws", "ingress", { ports: https }),
            expected: back("network-acl-ingress"),
        },
        {
            title: "AWS's network ACL lets in the ports of answers",
            flip: change("acl-aws", "ingress", { ports: ephemeral }),
            expected: "arrives",
        },
        {
            title: "an earlier rule of an ACL denies",
            flip: add("alibaba", "acl-alibaba", { ...deny, priority: 99 }),
            expected: forward("network-acl-ingress", "acl-alibaba"),
        },
        {
            title: "a later rule of an ACL denies",
            flip: add("alibaba", "acl-alibaba", { ...deny, priority: 101 }),
            expected: "arrives",
        },
        {
            title: "Alibaba Cloud's network ACL lets the answer's ports not out",
            flip: change("acl-alibaba", "egress", { ports: https }),
            expected: back("network-acl-egress", "acl-alibaba"),
        },
        {
            title: "Alibaba Cloud's security group lets the port not in",
            flip: change("sg-alibaba", "ingress", { ports: noHttps }),
            expected: forward("security-group-ingress", "sg-alibaba"),
        },
        {
            title: "Alibaba Cloud's security group does not let the source in",
            flip: change("sg-alibaba", "ingress", { cidrBlock: "10.0.2.0/24" }),
            expected: forward("security-group-ingress"),
        },
        {
            title: "Alibaba Cloud's security group lets the source in",
            flip: change("sg-alibaba", "ingress", { cidrBlock: "10.0.1.10/32" }),
            expected: "arrives",
        },
        {
            title: "at equal priorities a deny of Alibaba Cloud's security group wins",
            flip: add("alibaba", "sg-alibaba", deny),
            expected: forward("security-group-ingress"),
        },
        {
            title: "a deny of Alibaba Cloud's security group with a higher number loses",
            flip: add("alibaba", "sg-alibaba", { ...deny, priority: 101 }),
            expected: "arrives",
        },
        {
            title: "Alibaba Cloud's security group lets out what no rule is about",
            flip: ({ world }) =>
                world.alibaba.securityGroups.forEach(
                    (group) => (group.rules = group.rules.filter(({ direction }) => direction === "ingress")),
                ),
            expected: "arrives",
            reversed: true,
        },
        {
            title: "Alibaba Cloud's security group denies what goes out",
            flip: change("sg-alibaba", "egress", deny),
            expected: forward("security-group-egress", "sg-alibaba"),
            reversed: true,
        },
        {
            title: "AWS's security group lets out nothing that no rule is about",
            flip: ({ world }) => world.aws.securityGroups.forEach((group) => (group.rules = [])),
            expected: forward("security-group-egress"),
        },
        {
            title: "rules of several security groups add up",
            flip: (world) => {
                change("sg-aws", "egress", { ports: noHttps })(world);
                world.world.aws.securityGroups.set("sg-2", {
                    id: "sg-2",
                    vpcId: world.vpc.vpcId,
                    name: "",
                    rules: [{ ...allowAll, direction: "egress", ports: https }],
                });
                world.packet.from.securityGroupIds.push("sg-2");
            },
            expected: "arrives",
        },
        {
            title: "ICMP has no ports",
            flip: (world) => {
                world.packet.protocol = "icmp";
                change("sg-aws", "egress", { ports: noHttps })(world);
            },
            expected: "arrives",
        },
    ]);

    it("P36: within one subnet, whatever its network ACL says, but not to another subnet with that ACL", () => {
        const joined = joinAndWait();
        const packet = packetOf(joined);
        const { from, to } = packet;
        const { aws, alibaba } = joined.world;
        for (const acl of [...aws.networkAcls.values(), ...alibaba.networkAcls.values()]) {
            acl.rules = [];
        }
        const [, otherVSwitch] = only(alibaba.vpcs.values()).vSwitches;
        const other = { ...to, subnetId: otherVSwitch?.vSwitchId ?? "", address: "172.16.2.11" };
        const outcomes = [
            { from, to: { ...from, address: "10.0.1.11" } },
            { from: { ...to, address: "172.16.1.11" }, to },
            { from: to, to: other },
        ].map((ends) => sendPacket(joined.world, { ...packet, ...ends }));
        expect(outcomes.map((outcome) => (outcome.arrives ? "arrives" : outcome.stop))).to.deep.equal([
            "arrives",
            "arrives",
            "network-acl-egress",
        ]);
    });
});

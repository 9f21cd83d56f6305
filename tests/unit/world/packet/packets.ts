import { expect } from "chai";

import type { PacketRule } from "../../../../simulator/world/packetFilter";
import type { Packet, PacketStop } from "../../../../simulator/world/packet/packet";
import { sendPacket } from "../../../../simulator/world/packet/sendPacket";
import { joinAndWait, only, type Joined } from "../joined";

export const allowAll = {
    priority: 100,
    policy: "allow",
    protocol: "all",
    ports: undefined,
    cidrBlock: "0.0.0.0/0",
} as const;

/** From an instance of AWS to one of Alibaba Cloud, both in a security group of their own and in a subnet with a network ACL of its own. */
export function packetOf({ world, vpc }: Joined): Packet {
    const alibabaVpc = only(world.alibaba.vpcs.values());
    const subnet = only([...world.aws.subnets.values()].filter(({ cidrBlock }) => cidrBlock === "10.0.1.0/24"));
    const [vSwitch] = alibabaVpc.vSwitches;
    if (vSwitch === undefined) {
        throw new Error("no vSwitch");
    }
    const both = ["ingress", "egress"] as const;
    const rules = (): PacketRule[] => both.map((direction) => ({ ...allowAll, direction }));
    for (const [cloud, vpcId, id] of [
        ["aws", vpc.vpcId, "aws"],
        ["alibaba", alibabaVpc.vpcId, "alibaba"],
    ] as const) {
        world[cloud].securityGroups.set(`sg-${id}`, { id: `sg-${id}`, vpcId, name: id, rules: rules() });
        world[cloud].networkAcls.set(`acl-${id}`, { id: `acl-${id}`, vpcId, name: id, rules: rules() });
    }
    subnet.networkAclId = "acl-aws";
    vSwitch.networkAclId = "acl-alibaba";
    return {
        from: { subnetId: subnet.subnetId, address: "10.0.1.10", securityGroupIds: ["sg-aws"] },
        to: { subnetId: vSwitch.vSwitchId, address: "172.16.1.10", securityGroupIds: ["sg-alibaba"] },
        protocol: "tcp",
        port: 443,
        bytes: 1500,
    };
}

export interface Sent extends Joined {
    packet: Packet;
}

export interface Case {
    title: string;
    flip: (sent: Sent) => unknown;
    expected: { direction: "forward" | "return"; stop: PacketStop; at?: string } | "arrives";
    /** From Alibaba Cloud to AWS. */
    reversed?: true;
}

export const forward = (stop: PacketStop, at?: string): Case["expected"] => ({
    direction: "forward",
    stop,
    ...(at && { at }),
});
export const back = (stop: PacketStop, at?: string): Case["expected"] => ({
    direction: "return",
    stop,
    ...(at && { at }),
});

function outcomeAfter(flip: (sent: Sent) => unknown, reversed: boolean): Case["expected"] {
    const joined = joinAndWait();
    const packet = packetOf(joined);
    const { world } = joined;
    flip({ ...joined, packet });
    world.changed();
    const { from, to } = packet;
    const outcome = sendPacket(world, reversed ? { ...packet, from: to, to: from } : packet);
    return outcome.arrives ? "arrives" : { direction: outcome.direction, stop: outcome.stop, at: outcome.at };
}

export function itStops(cases: Case[]): void {
    for (const { title, flip, expected, reversed } of cases) {
        it(`P36: ${title}`, () => {
            expect(outcomeAfter(() => undefined, reversed === true)).to.equal("arrives");
            const outcome = outcomeAfter(flip, reversed === true);
            if (typeof expected === "string") {
                expect(outcome).to.equal(expected);
            } else {
                expect(outcome).to.deep.include(expected);
            }
        });
    }
}

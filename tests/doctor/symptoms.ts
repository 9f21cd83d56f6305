import type { Packet, PacketOutcome, PacketStop } from "../../simulator/world/packet/packet";
import { sendPacket } from "../../simulator/world/packet/sendPacket";
import { passingSessions } from "../../simulator/world/session";
import type { World } from "../../simulator/world/world";
import type { Link } from "./healthyLink";

/** What the simulator itself says of a set-up: it must be so after it, and not before, so that a set-up that breaks nothing fails. */
export interface Symptom {
    what: string;
    isSo: (link: Link) => boolean;
}

export const sessionDown: Symptom = {
    what: "no packet passes between the two ends of the session",
    isSo: ({ world }) => passingSessions(world).length === 0,
};

type Way = "AWS to Alibaba" | "Alibaba to AWS";

/** The usual size, which every place on a healthy way lets pass. */
const usualBytes = 1500;

/** A packet of some instance in this direction, or its answer, ends for this reason. */
export function stopped(way: Way, stop: PacketStop, at: "forward" | "return" = "forward", bytes = usualBytes): Symptom {
    return {
        what: `a packet of ${bytes} bytes from ${way} ends, ${at}, with ${stop}`,
        isSo: ({ world }) =>
            outcomes(world, way, bytes).some(
                (outcome) => !outcome.arrives && outcome.stop === stop && outcome.direction === at,
            ),
    };
}

/** What has nothing to do with packets, or not with them alone. */
export function shown(what: string, isSo: Symptom["isSo"]): Symptom {
    return { what, isSo };
}

export function allOf(...symptoms: Symptom[]): Symptom {
    return {
        what: symptoms.map(({ what }) => what).join("; "),
        isSo: (link) => symptoms.every(({ isSo }) => isSo(link)),
    };
}

/** From and to an instance of every subnet: TCP to port 443, in all security groups of its VPC. */
export function outcomes(world: World, way: Way, bytes = usualBytes): PacketOutcome[] {
    return packets(world, bytes).map((packet) => {
        const { from, to } = packet;
        return sendPacket(world, way === "AWS to Alibaba" ? packet : { ...packet, from: to, to: from });
    });
}

function packets({ aws, alibaba }: World, bytes: number): Packet[] {
    const subnets = [...aws.subnets.values()].filter(({ cidrBlock }) => cidrBlock.startsWith("10.0."));
    const vSwitches = [...alibaba.vpcs.values()]
        .flatMap(({ vpcId, vSwitches: own }) => own.map((vSwitch) => ({ vpcId, ...vSwitch })))
        .filter(({ cidrBlock }) => cidrBlock.startsWith("172.16."));
    return subnets.flatMap((subnet) =>
        vSwitches.map((vSwitch): Packet => ({
            from: {
                subnetId: subnet.subnetId,
                address: instanceIn(subnet.cidrBlock),
                securityGroupIds: groupsOf(aws, subnet.vpcId),
            },
            to: {
                subnetId: vSwitch.vSwitchId,
                address: instanceIn(vSwitch.cidrBlock),
                securityGroupIds: groupsOf(alibaba, vSwitch.vpcId),
            },
            protocol: "tcp",
            port: 443,
            bytes,
        })),
    );
}

function instanceIn(cidrBlock: string): string {
    return cidrBlock.replace(/\.0\/\d+$/, ".10");
}

function groupsOf({ securityGroups }: World["aws"] | World["alibaba"], vpcId: string): string[] {
    return [...securityGroups.values()].filter((group) => group.vpcId === vpcId).map(({ id }) => id);
}

/** Why the link is not healthy; undefined where every packet arrives, both ways. */
export function ailmentOf(world: World): string | undefined {
    const all = [...outcomes(world, "AWS to Alibaba"), ...outcomes(world, "Alibaba to AWS")];
    const failed = all.find(({ arrives }) => !arrives);
    return all.length > 0 && failed === undefined ? undefined : JSON.stringify(failed ?? "no packet was sent");
}

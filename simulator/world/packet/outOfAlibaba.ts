import type { VpcRouteEntry, VSwitch } from "../alibabaState";
import { carriesRoutes } from "../attachment";
import { mostSpecific } from "../routes/route";
import type { World } from "../world";
import { mtu } from "./mtu";
import type { Onward, Packet, Place } from "./packet";
import { alibabaVpc, childOfBasicCen, transitRouter } from "./throughCen";

/** A vSwitch of Alibaba Cloud, as a packet leaves it. */
export function vSwitch(vpcId: string, { vSwitchId, routeTableId }: VSwitch): Place {
    return {
        at: vSwitchId,
        mtu: mtu.alibabaVpc,
        onward(world, packet) {
            const entries = world.alibaba.vpcRouteTables.get(routeTableId)?.entries ?? [];
            const [entry] = mostSpecific(
                entries.filter(({ status }) => status === "Available"),
                packet.to.address,
            );
            return entry === undefined
                ? { stop: "no-route", at: routeTableId }
                : alongEntry(world, vpcId, entry, packet);
        },
    };
}

function alongEntry(world: World, vpcId: string, entry: VpcRouteEntry, { to }: Packet): Onward {
    const { nextHopType, nextHopId, destinationCidrBlock } = entry;
    if (nextHopType === "local") {
        const isOwn = world.alibaba.vpcs.get(vpcId)?.vSwitches.some(({ vSwitchId }) => vSwitchId === to.subnetId);
        return isOwn ? alibabaVpc(vpcId) : { stop: "local-route", at: vpcId };
    }
    if (nextHopType === "CenBasic") {
        return childOfBasicCen(world, vpcId, to.address) ?? { stop: "blackhole", at: nextHopId };
    }
    if (nextHopType !== "Attachment") {
        return { stop: "leads-elsewhere", at: nextHopId || destinationCidrBlock };
    }
    const attachment = world.alibaba.attachments.get(nextHopId);
    return attachment?.resourceId === vpcId && carriesRoutes(attachment)
        ? transitRouter(attachment)
        : { stop: "blackhole", at: nextHopId };
}

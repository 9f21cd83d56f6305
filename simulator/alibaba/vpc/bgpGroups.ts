import type { Action } from "../../action";
import type { BgpGroup } from "../../world/alibabaState";
import { alibabaAsn } from "../../world/backendBgp";
import { CloudError } from "../../world/cloudError";
import { listed } from "../../world/listings";
import { named } from "../filters";
import { idempotent } from "../idempotency";
import { optionalText, regionOf, requiredText } from "../input";
import { numberedPage } from "../pages";
import {
    becomeAvailable,
    ownGroup,
    requireIpv4,
    requireOutboundBilling,
    requireStatus,
    visibleBgp,
    writableRouter,
} from "./access";
import { authKeyReading } from "./authKeyReading";
import { readBgpGroupSettings } from "./bgpGroupSettings";

export const createBgpGroup: Action = idempotent({
    name: "CreateBgpGroup",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const regionId = regionOf(context, input);
        const routerId = optionalText(input, "RouterId");
        if (routerId === undefined || optionalText(input, "PeerAsn") === undefined) {
            throw new CloudError("InvalidParams.NotNull", "params must not null.");
        }
        const router = writableRouter(context, regionId, routerId);
        requireOutboundBilling(context);
        requireStatus(router, "active");
        requireIpv4(input);
        const group: BgpGroup = {
            bgpGroupId: world.newId("bgpg-t4n", 17),
            routerId: router.vbrId,
            regionId,
            name: "",
            description: "",
            peerAsn: 0,
            localAsn: alibabaAsn,
            authKey: "",
            isFake: false,
            ipVersion: "IPV4",
            routeLimit: world.quotas.routesPerBgpGroup,
            hold: world.durations.bgpHoldAlibaba,
            keepalive: world.durations.bgpKeepaliveAlibaba,
            status: "Pending",
            ...readBgpGroupSettings(world, input),
        };
        const ofRouter = [...world.alibaba.bgpGroups.values()].filter((other) => other.routerId === router.vbrId);
        if (ofRouter.length >= world.quotas.bgpGroupsPerBorderRouter) {
            throw new CloudError("QuotaExceeded.Bgp", "bgp group count per vbr quota exceed.");
        }
        world.alibaba.bgpGroups.set(group.bgpGroupId, group);
        becomeAvailable(world, group);
        return { BgpGroupId: group.bgpGroupId };
    },
});

export const modifyBgpGroupAttribute: Action = idempotent({
    name: "ModifyBgpGroupAttribute",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const group = ownGroup(context, regionOf(context, input), requiredText(input, "BgpGroupId"));
        requireStatus(group, "Available");
        Object.assign(group, readBgpGroupSettings(world, input));
        group.status = "Pending";
        becomeAvailable(world, group);
        return {};
    },
});

export const deleteBgpGroup: Action = idempotent({
    name: "DeleteBgpGroup",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const group = ownGroup(context, regionOf(context, input), requiredText(input, "BgpGroupId"));
        // "The BGP group must be Available": the page of DeleteBgpGroup.
        requireStatus(group, "Available");
        const hasPeer = [...world.alibaba.bgpPeers.values()].some((peer) => peer.bgpGroupId === group.bgpGroupId);
        if (hasPeer) {
            // The code: terraform-provider-alicloud. The text is a guess, in the words of VPC's other codes of this kind.
            throw new CloudError(
                "DependencyViolation.BgpPeer",
                "The specified resource of BgpGroup depends on BgpPeer, so the operation cannot be completed.",
            );
        }
        group.status = "Deleting";
        world.later(world.durations.bgpGroupOrPeer, () => {
            world.alibaba.bgpGroups.delete(group.bgpGroupId);
        });
        world.changed();
        return {};
    },
});

export const describeBgpGroups: Action = {
    name: "DescribeBgpGroups",
    mutating: false,
    run(context, input) {
        const visible = visibleBgp(context, input, listed(context.world, "bgpGroups"));
        const found = named(input, visible, {
            RouterId: (group) => group.routerId,
            BgpGroupId: (group) => group.bgpGroupId,
        });
        const { page, counts } = numberedPage(input, found);
        return {
            ...counts,
            BgpGroups: {
                BgpGroup: page.map((group) => ({
                    BgpGroupId: group.bgpGroupId,
                    RouterId: group.routerId,
                    RegionId: group.regionId,
                    Name: group.name,
                    Description: group.description,
                    PeerAsn: String(group.peerAsn),
                    LocalAsn: String(group.localAsn),
                    ...authKeyReading(context.world, group.authKey),
                    IsFake: String(group.isFake),
                    IpVersion: group.ipVersion,
                    RouteLimit: String(group.routeLimit),
                    Hold: String(group.hold),
                    Keepalive: String(group.keepalive),
                    Status: group.status,
                })),
            },
        };
    },
};

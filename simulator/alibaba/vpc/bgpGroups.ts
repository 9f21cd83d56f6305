import type { Action, ActionContext, ActionInput } from "../../action";
import type { BgpGroup } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { idempotent } from "../idempotency";
import { optionalFlag, optionalNumber, optionalText, regionOf, requiredText } from "../input";
import { numberedPage } from "../pages";
import { isVisible, ownGroup, requireOutboundBilling, writableRouter } from "./access";

const alibabaAsn = 45104;
const highestAsn = 4294967295;
/** No document gives a length or a character set: what AWS takes at most, in printable ASCII (guess). */
const authKeyPattern = /^[\x20-\x7e]{1,80}$/;
const namePattern = /^[A-Za-z\u4e00-\u9fff][\w.\u4e00-\u9fff-]{1,127}$/;

function readPeerAsn(input: ActionInput): number | undefined {
    const peerAsn = optionalNumber(input, "PeerAsn");
    if (peerAsn === alibabaAsn) {
        throw new CloudError("InvalidPeerAsn.Malformed", "invalid peer asn cannot equals aliyun asn:45104");
    }
    if (peerAsn !== undefined && (peerAsn < 1 || peerAsn > highestAsn)) {
        throw new CloudError("IllegalParam.PeerAsn", "The param of PeerAsn is illegal");
    }
    return peerAsn;
}

function readLocalAsn(input: ActionInput): number | undefined {
    const localAsn = optionalNumber(input, "LocalAsn");
    const allowed =
        localAsn === undefined ||
        localAsn === alibabaAsn ||
        (localAsn >= 64512 && localAsn <= 65534 && localAsn !== 65025) ||
        (localAsn >= 4_200_000_000 && localAsn <= 4_294_967_294);
    if (!allowed) {
        throw new CloudError(
            "InvalidBgpGroup.LocalAsnInvalid",
            "The specified BgpGroup LocalAsn is invalid, only support 64512 to 65534 or 4200000000 to 4294967294, but cannot be 65025.",
        );
    }
    return localAsn;
}

function readTexts(input: ActionInput): {
    name: string | undefined;
    description: string | undefined;
    authKey: string | undefined;
} {
    const name = optionalText(input, "Name");
    const description = optionalText(input, "Description");
    const authKey = optionalText(input, "AuthKey");
    if (name !== undefined && !namePattern.test(name)) {
        throw new CloudError("InvalidBgpName.Malformed", "Specified Bgp Group name is not valid.");
    }
    if (
        description !== undefined &&
        (description.length < 2 || description.length > 256 || /^https?:\/\//.test(description))
    ) {
        throw new CloudError("InvalidBgpDescription.Malformed", "Specified Bgp Group description is not valid.");
    }
    if (authKey !== undefined && !authKeyPattern.test(authKey)) {
        throw new CloudError("InvalidBgpAuthkey.Malformed", "Specified Bgp Group authkey is not valid.");
    }
    return { name, description, authKey };
}

export const createBgpGroup: Action = idempotent({
    name: "CreateBgpGroup",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const regionId = regionOf(context, input);
        const router = writableRouter(context, requiredText(input, "RouterId"));
        requireOutboundBilling(context);
        if (router.status !== "active") {
            throw new CloudError("InvalidStatus.CannotOperate", "invalid status cannot operate");
        }
        const peerAsn = readPeerAsn(input);
        if (peerAsn === undefined) {
            throw new CloudError("InvalidParams.NotNull", "params must not null.");
        }
        const group: BgpGroup = {
            bgpGroupId: world.newId("bgpg-t4n", 17),
            routerId: router.vbrId,
            regionId,
            name: "",
            description: "",
            peerAsn,
            localAsn: readLocalAsn(input) ?? alibabaAsn,
            authKey: "",
            isFake: optionalFlag(input, "IsFakeAsn") ?? false,
            ipVersion: "IPV4",
            routeLimit: optionalNumber(input, "RouteQuota") ?? 110,
            hold: 90,
            keepalive: 30,
            status: "Pending",
            ...defined(readTexts(input)),
        };
        world.alibaba.bgpGroups.set(group.bgpGroupId, group);
        world.later(world.durations.bgpGroupOrPeer, () => {
            group.status = group.status === "Pending" ? "Available" : group.status;
        });
        return { BgpGroupId: group.bgpGroupId };
    },
});

export const modifyBgpGroupAttribute: Action = idempotent({
    name: "ModifyBgpGroupAttribute",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const group = ownGroup(context, requiredText(input, "BgpGroupId"));
        if (group.status !== "Available") {
            throw new CloudError("InvalidStatus.CannotOperate", "invalid status cannot operate");
        }
        Object.assign(
            group,
            defined({ ...readTexts(input), peerAsn: readPeerAsn(input), localAsn: readLocalAsn(input) }),
        );
        group.status = "Pending";
        world.later(world.durations.bgpGroupOrPeer, () => {
            group.status = group.status === "Pending" ? "Available" : group.status;
        });
        world.changed();
        return {};
    },
});

export const deleteBgpGroup: Action = idempotent({
    name: "DeleteBgpGroup",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const group = ownGroup(context, requiredText(input, "BgpGroupId"));
        const hasPeer = [...world.alibaba.bgpPeers.values()].some((peer) => peer.bgpGroupId === group.bgpGroupId);
        if (hasPeer) {
            throw new CloudError("DependencyViolation.BgpPeer", "The BGP group still has a BGP peer.");
        }
        group.status = "Deleting";
        world.later(world.durations.bgpGroupOrPeer, () => {
            world.alibaba.bgpGroups.delete(group.bgpGroupId);
        });
        return {};
    },
});

export const describeBgpGroups: Action = {
    name: "DescribeBgpGroups",
    mutating: false,
    run(context, input) {
        const { page, counts } = numberedPage(input, visibleGroups(context, input));
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
                    AuthKey: group.authKey,
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

function visibleGroups(context: ActionContext, input: ActionInput): BgpGroup[] {
    const region = regionOf(context, input);
    const routerId = optionalText(input, "RouterId");
    const groupId = optionalText(input, "BgpGroupId");
    return [...context.world.alibaba.bgpGroups.values()].filter((group) => {
        const router = context.world.alibaba.borderRouters.get(group.routerId);
        return (
            group.regionId === region &&
            router !== undefined &&
            isVisible(context, router) &&
            (routerId === undefined || group.routerId === routerId) &&
            (groupId === undefined || group.bgpGroupId === groupId)
        );
    });
}

function defined<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
        [Name in keyof Fields]?: NonNullable<Fields[Name]>;
    };
}

import type { ActionOutput } from "../../action";
import { CloudError } from "../../world/cloudError";
import type { Cloud } from "../cloud";
import { isSame, only, tagList, textOf, type Values } from "../values";
import type { ResourceKind } from "./kind";
import { among, between } from "./validation";

/** The official resource's time-outs (hashicorp/terraform-provider-aws, `private_virtual_interface.go`): 10 minutes each. */
const limitSeconds = 600;

/**
 * Its waiters look every 5 seconds at first and then every 10, the first time after 10, and give up at the 21st time that there is nothing
 * (hashicorp/terraform-plugin-sdk, `helper/retry`, NotFoundChecks).
 */
const missingLimitSeconds = 180;

const defaultMtu = 1500;

function find(cloud: Cloud, id: string): ActionOutput | undefined {
    try {
        const [vif] = cloud.list(
            "directconnect",
            "DescribeVirtualInterfaces",
            { virtualInterfaceId: id },
            "virtualInterfaces",
        );
        return vif?.virtualInterfaceState === "deleted" ? undefined : vif;
    } catch (error) {
        if (error instanceof CloudError && error.message.includes("does not exist")) {
            return undefined;
        }
        throw error;
    }
}

/** The waiter of the official resource: a state that it does not know is an error, and so is a virtual interface that is not listed in the end. */
async function untilThere(cloud: Cloud, id: string, what: "create" | "update"): Promise<void> {
    const subject = `waiting for Direct Connect Private Virtual Interface (${id}) ${what}:`;
    const { clock } = cloud.world;
    let listedAt = clock.now();
    const isThere = (): boolean => {
        const state = find(cloud, id)?.virtualInterfaceState;
        if (state === undefined) {
            if (clock.now() - listedAt > missingLimitSeconds * 1000) {
                throw new Error(`${subject} couldn't find resource (21 retries)`);
            }
            return false;
        }
        listedAt = clock.now();
        if (state !== "pending" && state !== "available" && state !== "down") {
            throw new Error(
                `${subject} unexpected state '${textOf(state)}', wanted target 'available, down'. last error: %!s(<nil>)`,
            );
        }
        return state !== "pending";
    };
    await cloud.until(`Direct Connect Private Virtual Interface (${id}) to become available`, isThere, limitSeconds);
}

function arnOf({ caller }: Cloud, id: string): string {
    return `arn:aws:directconnect:${caller.region}:${caller.accountId}:dxvif/${id}`;
}

export const privateVirtualInterface: ResourceKind = {
    // hashicorp/terraform-provider-aws, `private_virtual_interface.go`: ForceNew but for mtu, sitelinkEnabled and the tags. Of the newest, rateLimit and the
    // prefix pools, no document says so; none of them goes with a hosted connection of this job.
    replaceOnly: [
        "addressFamily",
        "amazonAddress",
        "bgpAsn",
        "bgpAsnLong",
        "bgpAuthKey",
        "connectionId",
        "customerAddress",
        "dxGatewayId",
        "name",
        "region",
        "vlan",
        "vpnGatewayId",
    ],
    computed: [
        "amazonAddress",
        "bgpAsn",
        "bgpAsnLong",
        "bgpAuthKey",
        "customerAddress",
        "prefixPoolAllocatedCountIpv4",
        "prefixPoolAllocatedCountIpv6",
        "rateLimit",
        "region",
    ],
    defaults: { mtu: defaultMtu, sitelinkEnabled: false },
    exactlyOneOf: [
        ["bgpAsn", "bgpAsnLong"],
        ["dxGatewayId", "vpnGatewayId"],
    ],
    validations: [
        among("addressFamily", ["ipv4", "ipv6"]),
        between("bgpAsn", 1, 2_147_483_646),
        among("mtu", [1500, 9001]),
        between("vlan", 1, 4094),
    ],

    async create(cloud, inputs, made) {
        const answer = cloud.call("directconnect", "CreatePrivateVirtualInterface", {
            connectionId: inputs.connectionId,
            newPrivateVirtualInterface: {
                ...only(inputs, ["addressFamily", "amazonAddress", "customerAddress", "vlan", "mtu"]),
                virtualInterfaceName: inputs.name,
                asn: inputs.bgpAsn,
                asnLong: inputs.bgpAsnLong === undefined ? undefined : Number(inputs.bgpAsnLong),
                authKey: inputs.bgpAuthKey,
                virtualGatewayId: inputs.vpnGatewayId,
                directConnectGatewayId: inputs.dxGatewayId,
                enableSiteLink: inputs.sitelinkEnabled,
                tags: tagList(inputs.tags, "key", "value"),
            },
        });
        const id = textOf(answer.virtualInterfaceId);
        made(id);
        await untilThere(cloud, id, "create");
        return id;
    },

    read(cloud, id) {
        const vif = find(cloud, id);
        if (vif === undefined) {
            return undefined;
        }
        const tags = Object.fromEntries(
            (vif.tags as { key: string; value: string }[]).map((tag) => [tag.key, tag.value]),
        );
        return {
            ...only(vif, [
                "addressFamily",
                "amazonAddress",
                "connectionId",
                "customerAddress",
                "jumboFrameCapable",
                "mtu",
            ]),
            ...only(vif, ["region", "vlan"]),
            amazonSideAsn: textOf(vif.amazonSideAsn),
            arn: arnOf(cloud, id),
            awsDevice: `${textOf(vif.location)}-simulated`,
            bgpAsn: vif.asn === 0 ? undefined : vif.asn,
            bgpAsnLong: textOf(vif.asnLong),
            bgpAuthKey: vif.authKey,
            dxGatewayId: vif.directConnectGatewayId,
            name: vif.virtualInterfaceName,
            sitelinkEnabled: vif.siteLinkEnabled,
            tags,
            tagsAll: tags,
            vpnGatewayId: vif.virtualGatewayId,
        };
    },

    async update(cloud, id, olds, news) {
        const mtu = news.mtu ?? defaultMtu;
        if (!isSame(olds.mtu ?? defaultMtu, mtu)) {
            cloud.call("directconnect", "UpdateVirtualInterfaceAttributes", { virtualInterfaceId: id, mtu });
        }
        const enableSiteLink = news.sitelinkEnabled ?? false;
        if (!isSame(olds.sitelinkEnabled ?? false, enableSiteLink)) {
            cloud.call("directconnect", "UpdateVirtualInterfaceAttributes", { virtualInterfaceId: id, enableSiteLink });
        }
        const gone = Object.keys((olds.tags ?? {}) as Values).filter((key) => !(key in ((news.tags ?? {}) as Values)));
        if (gone.length > 0) {
            cloud.call("directconnect", "UntagResource", { resourceArn: arnOf(cloud, id), tagKeys: gone });
        }
        const tags = tagList(news.tags, "key", "value");
        if (tags.length > 0 && !isSame(olds.tags ?? {}, news.tags)) {
            cloud.call("directconnect", "TagResource", { resourceArn: arnOf(cloud, id), tags });
        }
        await untilThere(cloud, id, "update");
    },

    async delete(cloud, id) {
        if (find(cloud, id) === undefined) {
            return;
        }
        cloud.call("directconnect", "DeleteVirtualInterface", { virtualInterfaceId: id });
        await cloud.until(
            `Direct Connect Private Virtual Interface (${id}) to be deleted`,
            () => find(cloud, id) === undefined,
            limitSeconds,
        );
    },
};

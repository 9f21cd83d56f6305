import type { ActionOutput } from "../../action";
import { CloudError } from "../../world/cloudError";
import type { Cloud } from "../cloud";
import { isSame, tagList, textOf, type Values } from "../values";
import type { ResourceKind } from "./kind";
import { amazonAsn } from "./validation";

/** hashicorp/terraform-provider-aws, `internal/service/ec2/wait.go`, `vpnsite_gateway.go`, `vpnsite_gateway_route_propagation.go`. */
const limitSeconds = { create: 600, attach: 900, detach: 1800, repeatedDelete: 300, delete: 600, propagation: 120 };

interface Attachment {
    vpcId: string;
    state: string;
}

export function findGateway(cloud: Cloud, id: string): ActionOutput | undefined {
    try {
        const [gateway] = cloud.list("ec2", "DescribeVpnGateways", { VpnGatewayId: [id] }, "vpnGatewaySet");
        return gateway?.state === "deleted" ? undefined : gateway;
    } catch (error) {
        if (error instanceof CloudError && error.code === "InvalidVpnGatewayID.NotFound") {
            return undefined;
        }
        throw error;
    }
}

function attachmentTo(cloud: Cloud, gatewayId: string, vpcId: string): Attachment | undefined {
    const attachments = (findGateway(cloud, gatewayId)?.attachments ?? []) as Attachment[];
    return attachments.find((attachment) => attachment.vpcId === vpcId && attachment.state !== "detached");
}

export function tagsOf(gateway: ActionOutput): Values {
    return Object.fromEntries((gateway.tagSet as { key: string; value: string }[]).map((tag) => [tag.key, tag.value]));
}

function attach(cloud: Cloud, gatewayId: string, vpcId: string): Promise<void> {
    cloud.call("ec2", "AttachVpnGateway", { VpnGatewayId: gatewayId, VpcId: vpcId });
    return untilAttached(cloud, gatewayId, vpcId);
}

async function untilAttached(cloud: Cloud, gatewayId: string, vpcId: string): Promise<void> {
    await cloud.until(
        `EC2 VPN Gateway (${gatewayId}) to attach to VPC (${vpcId})`,
        () => attachmentTo(cloud, gatewayId, vpcId)?.state === "attached",
        limitSeconds.attach,
    );
}

async function detach(cloud: Cloud, gatewayId: string, vpcId: string): Promise<void> {
    if (attachmentTo(cloud, gatewayId, vpcId) === undefined) {
        return;
    }
    cloud.call("ec2", "DetachVpnGateway", { VpnGatewayId: gatewayId, VpcId: vpcId });
    await cloud.until(
        `EC2 VPN Gateway (${gatewayId}) to detach from VPC (${vpcId})`,
        () => attachmentTo(cloud, gatewayId, vpcId) === undefined,
        limitSeconds.detach,
    );
}

export const vpnGateway: ResourceKind = {
    replaceOnly: ["amazonSideAsn", "availabilityZone", "region"],
    computed: ["amazonSideAsn", "availabilityZone", "region", "vpcId"],
    validations: [amazonAsn("amazonSideAsn")],

    async create(cloud, inputs, made) {
        const tags = tagList(inputs.tags, "Key", "Value");
        const answer = cloud.call("ec2", "CreateVpnGateway", {
            Type: "ipsec.1",
            AmazonSideAsn: inputs.amazonSideAsn,
            TagSpecification: tags.length > 0 ? [{ ResourceType: "vpn-gateway", Tag: tags }] : undefined,
        });
        const id = textOf((answer.vpnGateway as ActionOutput).vpnGatewayId);
        made(id);
        await cloud.until(
            `EC2 VPN Gateway (${id}) to be created`,
            () => findGateway(cloud, id)?.state === "available",
            limitSeconds.create,
        );
        if (inputs.vpcId !== undefined) {
            await attach(cloud, id, textOf(inputs.vpcId));
        }
        return id;
    },

    read(cloud, id) {
        const gateway = findGateway(cloud, id);
        if (gateway === undefined) {
            return undefined;
        }
        const { region, accountId } = cloud.caller;
        const attachments = gateway.attachments as Attachment[];
        const tags = tagsOf(gateway);
        return {
            amazonSideAsn: textOf(gateway.amazonSideAsn),
            arn: `arn:aws:ec2:${region}:${accountId}:vpn-gateway/${id}`,
            availabilityZone: "",
            region,
            tags,
            tagsAll: tags,
            vpcId: attachments.find(({ state }) => state === "attached")?.vpcId ?? "",
        };
    },

    async update(cloud, id, olds, news) {
        const gone = Object.keys((olds.tags ?? {}) as Values).filter((key) => !(key in ((news.tags ?? {}) as Values)));
        if (gone.length > 0) {
            cloud.call("ec2", "DeleteTags", { ResourceId: [id], Tag: gone.map((Key) => ({ Key })) });
        }
        const tags = tagList(news.tags, "Key", "Value");
        if (tags.length > 0 && !isSame(olds.tags ?? {}, news.tags)) {
            cloud.call("ec2", "CreateTags", { ResourceId: [id], Tag: tags });
        }
        if (news.vpcId !== undefined && !isSame(olds.vpcId, news.vpcId)) {
            await detach(cloud, id, textOf(olds.vpcId));
            await attach(cloud, id, textOf(news.vpcId));
        }
    },

    /** It detaches the VPC that it knows of alone: one that somebody else has attached since keeps the gateway. */
    async delete(cloud, id, { vpcId }) {
        if (findGateway(cloud, id) === undefined) {
            return;
        }
        if (textOf(vpcId) !== "") {
            await detach(cloud, id, textOf(vpcId));
        }
        const gateway = { VpnGatewayId: id };
        await cloud.repeating("ec2", "DeleteVpnGateway", gateway, limitSeconds.repeatedDelete, /^IncorrectState$/);
        await cloud.until(
            `EC2 VPN Gateway (${id}) to be deleted`,
            () => findGateway(cloud, id) === undefined,
            limitSeconds.delete,
        );
    },
};

/** The ID holds both: the real one is a hash of them, which nobody could read back. */
function joined(inputs: Values, first: string, second: string): string {
    return `${textOf(inputs[first])}_${textOf(inputs[second])}`;
}

function split(id: string): [string, string] {
    const [first = "", second = ""] = id.split("_");
    return [first, second];
}

export const vpnGatewayAttachment: ResourceKind = {
    replaceOnly: ["region", "vpcId", "vpnGatewayId"],
    computed: ["region"],
    importable: false,

    async create(cloud, inputs, made) {
        const { vpnGatewayId, vpcId } = inputs;
        cloud.call("ec2", "AttachVpnGateway", { VpnGatewayId: vpnGatewayId, VpcId: vpcId });
        const id = joined(inputs, "vpnGatewayId", "vpcId");
        made(id);
        await untilAttached(cloud, textOf(vpnGatewayId), textOf(vpcId));
        return id;
    },
    read(cloud, id) {
        const [vpnGatewayId, vpcId] = split(id);
        return attachmentTo(cloud, vpnGatewayId, vpcId) && { region: cloud.caller.region, vpcId, vpnGatewayId };
    },
    delete: (cloud, id) => detach(cloud, ...split(id)),
};

function isPropagating(cloud: Cloud, gatewayId: string, routeTableId: string): boolean {
    try {
        const [table] = cloud.list("ec2", "DescribeRouteTables", { RouteTableId: [routeTableId] }, "routeTableSet");
        const gateways = (table?.propagatingVgwSet ?? []) as { gatewayId: string }[];
        return gateways.some((gateway) => gateway.gatewayId === gatewayId);
    } catch (error) {
        if (error instanceof CloudError && error.code === "InvalidRouteTableID.NotFound") {
            return false;
        }
        throw error;
    }
}

export const vpnGatewayRoutePropagation: ResourceKind = {
    replaceOnly: ["region", "routeTableId", "vpnGatewayId"],
    computed: ["region"],
    importable: false,

    async create(cloud, inputs) {
        const ends = { GatewayId: inputs.vpnGatewayId, RouteTableId: inputs.routeTableId };
        const notAttached = /^Gateway\.NotAttached$/;
        await cloud.repeating("ec2", "EnableVgwRoutePropagation", ends, limitSeconds.propagation, notAttached);
        return joined(inputs, "vpnGatewayId", "routeTableId");
    },
    read(cloud, id) {
        const [vpnGatewayId, routeTableId] = split(id);
        return isPropagating(cloud, vpnGatewayId, routeTableId)
            ? { region: cloud.caller.region, routeTableId, vpnGatewayId }
            : undefined;
    },
    delete(cloud, id) {
        const [vpnGatewayId, routeTableId] = split(id);
        if (isPropagating(cloud, vpnGatewayId, routeTableId)) {
            cloud.call("ec2", "DisableVgwRoutePropagation", { GatewayId: vpnGatewayId, RouteTableId: routeTableId });
        }
        return Promise.resolve();
    },
};

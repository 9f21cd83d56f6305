import type { ActionContext } from "../../action";
import {
    awsArn,
    everything,
    idIn,
    idsIn,
    structureIn,
    tagsIn,
    textsIn,
    type ServicePermissions,
    type Target,
    type TargetsOf,
} from "../target";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdirectconnect.html */

function connection({ world, caller }: ActionContext, id: string): Target {
    return {
        resource: awsArn(caller, "directconnect", `dxcon/${id}`),
        tags: world.aws.connections.get(id)?.tags,
    };
}

function virtualInterface({ world, caller }: ActionContext, id: string): Target {
    return {
        resource: awsArn(caller, "directconnect", `dxvif/${id}`),
        tags: world.aws.virtualInterfaces.get(id)?.tags,
    };
}

function directConnectGateway({ caller }: ActionContext, id: string): Target {
    return { resource: `arn:aws:directconnect::${caller.accountId}:dx-gateway/${id}` };
}

type Kind = typeof connection;

const named =
    (kind: Kind, parameter: string): TargetsOf =>
    (context, input) => [kind(context, idIn(input, parameter))];

/** A resource type that is not required: without an ID the call is about no resource in particular (I). */
const namedOrNone =
    (kind: Kind, parameter: string): TargetsOf =>
    (context, input) =>
        idIn(input, parameter) === "*" ? everything(context, input) : [kind(context, idIn(input, parameter))];

/** What a tag is of says its ARN. */
function tagged(context: ActionContext, arn: string): Target {
    const [, kind, id = ""] = /:(dxcon|dxvif)\/([^/]+)$/.exec(arn) ?? [];
    const known = kind === "dxcon" ? connection(context, id) : virtualInterface(context, id);
    return { ...known, resource: arn };
}

const newVirtualInterface: TargetsOf = (context, input) => {
    const { tags } = structureIn(input, "newPrivateVirtualInterface");
    return [{ ...connection(context, idIn(input, "connectionId")), requestTags: tagsIn(tags, "key", "value") }];
};

export const directConnect: ServicePermissions = {
    prefix: "directconnect",
    actions: {
        DescribeConnections: namedOrNone(connection, "connectionId"),
        ConfirmConnection: named(connection, "connectionId"),
        DeleteConnection: named(connection, "connectionId"),
        DescribeVirtualInterfaces: namedOrNone(virtualInterface, "virtualInterfaceId"),
        CreatePrivateVirtualInterface: newVirtualInterface,
        DeleteVirtualInterface: named(virtualInterface, "virtualInterfaceId"),
        UpdateVirtualInterfaceAttributes: named(virtualInterface, "virtualInterfaceId"),
        CreateBGPPeer: named(virtualInterface, "virtualInterfaceId"),
        DeleteBGPPeer: named(virtualInterface, "virtualInterfaceId"),
        StartBgpFailoverTest: named(virtualInterface, "virtualInterfaceId"),
        StopBgpFailoverTest: named(virtualInterface, "virtualInterfaceId"),
        ListVirtualInterfaceTestHistory: named(virtualInterface, "virtualInterfaceId"),
        ListVirtualInterfaceRoutes: named(virtualInterface, "virtualInterfaceId"),
        DescribeVirtualGateways: everything,
        DescribeDirectConnectGateways: namedOrNone(directConnectGateway, "directConnectGatewayId"),
        DescribeDirectConnectGatewayAssociations: namedOrNone(directConnectGateway, "directConnectGatewayId"),
        DescribeDirectConnectGatewayAttachments: namedOrNone(directConnectGateway, "directConnectGatewayId"),
        CreateDirectConnectGateway: everything,
        DeleteDirectConnectGateway: named(directConnectGateway, "directConnectGatewayId"),
        CreateDirectConnectGatewayAssociation: named(directConnectGateway, "directConnectGatewayId"),
        DeleteDirectConnectGatewayAssociation: namedOrNone(directConnectGateway, "directConnectGatewayId"),
        DescribeTags: (context, input) => idsIn(input, "resourceArns").map((arn) => tagged(context, arn)),
        TagResource: (context, input) => [
            { ...tagged(context, idIn(input, "resourceArn")), requestTags: tagsIn(input.tags, "key", "value") },
        ],
        UntagResource: (context, input) => [
            { ...tagged(context, idIn(input, "resourceArn")), tagKeys: textsIn(input, "tagKeys") },
        ],
    },
};

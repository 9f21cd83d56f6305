import { Topic } from "@pulumi/aws/sns/topic";
import * as pulumi from "@pulumi/pulumi";
import { MultiCloudConnection, type MultiCloudConnectionArgs } from "pulumi-multicloud-connection";

interface Options {
    name?: string;
    alias?: string;
    protect?: boolean;
    retainOnDelete?: boolean;
    /** Makes a resource before the component, and one after it. */
    between?: boolean;
    /** The gateway's tags are somebody else's. */
    ignoreGatewayTags?: boolean;
    /** Another name of the virtual interface than the component's: a change that no argument of the component tells of. */
    virtualInterfaceName?: string;
}

/** The arguments come from the configuration, so that a test can change them between two runs. */
const config = new pulumi.Config();
const { options = {}, ...given } = config.requireObject<MultiCloudConnectionArgs & { options?: Options }>("args");
const authKey = config.getSecret("authKey");
const args = { ...given, ...(authKey && { bgp: { ...given.bgp, authKey } }) };
const { name = "link", alias, protect, retainOnDelete, between, ignoreGatewayTags, virtualInterfaceName } = options;

/** As a user changes a child that the component gives no option for. */
function changing(type: string, options: pulumi.CustomResourceOptions): pulumi.ResourceTransform {
    return ({ type: ofChild, props, opts }) =>
        ofChild === type ? { props, opts: pulumi.mergeOptions(opts, options) } : undefined;
}

function naming(name: string): pulumi.ResourceTransform {
    return ({ type, props, opts }) =>
        type === "aws:directconnect/privateVirtualInterface:PrivateVirtualInterface"
            ? { props: { ...(props as object), name }, opts }
            : undefined;
}

const before = between ? [new Topic("before")] : [];
const link = new MultiCloudConnection(name, args, {
    dependsOn: before,
    ...(alias !== undefined && { aliases: [{ name: alias }] }),
    ...(protect !== undefined && { protect }),
    ...(retainOnDelete !== undefined && { retainOnDelete }),
    transforms: [
        ...(ignoreGatewayTags ? [changing("aws:ec2/vpnGateway:VpnGateway", { ignoreChanges: ["tags"] })] : []),
        ...(virtualInterfaceName === undefined ? [] : [naming(virtualInterfaceName)]),
    ],
});
if (between) {
    new Topic("after", {}, { dependsOn: [link] });
}

export const {
    vbrId,
    connectionId,
    vpnGatewayId,
    virtualInterfaceId,
    bgpGroupId,
    bgpPeerId,
    transitRouterAttachmentId,
    transitRouterRouteTableId,
    vlanId,
    amazonAddress,
    customerAddress,
    localAsn,
    amazonSideAsn,
    verification,
    topology,
} = link;

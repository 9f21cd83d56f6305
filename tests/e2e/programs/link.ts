import * as pulumi from "@pulumi/pulumi";
import { MultiCloudConnection, type MultiCloudConnectionArgs } from "pulumi-multicloud-connection";

interface Options {
    name?: string;
    alias?: string;
    protect?: boolean;
}

/** The arguments come from the configuration, so that a test can change them between two runs. */
const config = new pulumi.Config();
const { options = {}, ...given } = config.requireObject<MultiCloudConnectionArgs & { options?: Options }>("args");
const authKey = config.getSecret("authKey");
const args = { ...given, ...(authKey && { bgp: { ...given.bgp, authKey } }) };
const { name = "link", alias, protect } = options;

const link = new MultiCloudConnection(name, args, {
    ...(alias !== undefined && { aliases: [{ name: alias }] }),
    ...(protect !== undefined && { protect }),
});

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
} = link;

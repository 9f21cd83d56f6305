import { serviceOf, type Service } from "../action";
import type { KeyStore } from "../keys";
import { createBgpPeer, deleteBgpPeer } from "./directConnect/bgpPeers";
import { confirmConnection, deleteConnection, describeConnections } from "./directConnect/connections";
import { createPrivateVirtualInterface } from "./directConnect/createVirtualInterface";
import {
    listVirtualInterfaceTestHistory,
    startBgpFailoverTest,
    stopBgpFailoverTest,
} from "./directConnect/failoverTests";
import {
    createDirectConnectGatewayAssociation,
    deleteDirectConnectGatewayAssociation,
} from "./directConnect/gatewayAssociations";
import { createDirectConnectGateway, deleteDirectConnectGateway } from "./directConnect/gatewayLife";
import {
    describeDirectConnectGatewayAssociations,
    describeDirectConnectGatewayAttachments,
    describeDirectConnectGateways,
} from "./directConnect/gateways";
import { describeTags, tagResource, untagResource } from "./directConnect/tags";
import { listVirtualInterfaceRoutes } from "./directConnect/virtualInterfaceRoutes";
import {
    deleteVirtualInterface,
    describeVirtualGateways,
    describeVirtualInterfaces,
    updateVirtualInterfaceAttributes,
} from "./directConnect/virtualInterfaces";
import { attachVpnGateway, detachVpnGateway } from "./ec2/attachments";
import { describeRouteTables, describeSubnets, describeVpcs } from "./ec2/network";
import { describeNetworkAcls } from "./ec2/networkAcls";
import { disableVgwRoutePropagation, enableVgwRoutePropagation } from "./ec2/routePropagation";
import { describeSecurityGroups } from "./ec2/securityGroups";
import { createTags, deleteTags } from "./ec2/tags";
import { createVpnGateway, deleteVpnGateway, describeVpnGateways } from "./ec2/vpnGateways";
import { assumeRole, getCallerIdentity } from "./sts/actions";

const directconnect = serviceOf(
    describeConnections,
    confirmConnection,
    deleteConnection,
    describeVirtualInterfaces,
    createPrivateVirtualInterface,
    deleteVirtualInterface,
    updateVirtualInterfaceAttributes,
    createBgpPeer,
    deleteBgpPeer,
    startBgpFailoverTest,
    stopBgpFailoverTest,
    listVirtualInterfaceTestHistory,
    listVirtualInterfaceRoutes,
    describeVirtualGateways,
    describeDirectConnectGateways,
    describeDirectConnectGatewayAssociations,
    describeDirectConnectGatewayAttachments,
    createDirectConnectGateway,
    deleteDirectConnectGateway,
    createDirectConnectGatewayAssociation,
    deleteDirectConnectGatewayAssociation,
    describeTags,
    tagResource,
    untagResource,
);

const ec2 = serviceOf(
    createVpnGateway,
    describeVpnGateways,
    attachVpnGateway,
    detachVpnGateway,
    deleteVpnGateway,
    enableVgwRoutePropagation,
    disableVgwRoutePropagation,
    describeVpcs,
    describeRouteTables,
    describeSubnets,
    describeNetworkAcls,
    describeSecurityGroups,
    createTags,
    deleteTags,
);

/** Everything that does not need the key store. */
export const awsServices = { directconnect, ec2 } as const;

export function stsService(keys: KeyStore): Service {
    return serviceOf(getCallerIdentity, assumeRole(keys));
}

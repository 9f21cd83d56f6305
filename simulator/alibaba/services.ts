import { serviceOf, type Service } from "../action";
import type { KeyStore } from "../keys";
import { getOrderDetail } from "./bss";
import { listTransitRouterVbrAttachments, listTransitRouterVpcAttachments } from "./cbn/attachments";
import { describeCenAttachedChildInstanceAttribute, describeCenAttachedChildInstances } from "./cbn/childReadings";
import { attachCenChildInstance, detachCenChildInstance } from "./cbn/children";
import { describeCens, listTransitRouterRouteTables, listTransitRouters } from "./cbn/describe";
import { describeGrantRulesToCen as describeGrantRulesOfCen } from "./cbn/grants";
import { legActions } from "./cbn/legs";
import { describeRouteConflict } from "./cbn/routeConflicts";
import { listTransitRouterRouteEntries } from "./cbn/routeEntries";
import { describeCenRouteMaps } from "./cbn/routeMapReadings";
import { createCenRouteMap, deleteCenRouteMap } from "./cbn/routeMaps";
import { listTagResources, tagResources, untagResources } from "./cbn/tags";
import {
    describeGrantRulesToResource,
    grantInstanceToTransitRouter,
    revokeInstanceFromTransitRouter,
} from "./cbn/transitRouterGrants";
import {
    createTransitRouterVbrAttachment,
    deleteTransitRouterVbrAttachment,
    updateTransitRouterVbrAttachmentAttribute,
} from "./cbn/vbrAttachments";
import { updateTransitRouterVpcAttachmentAttribute } from "./cbn/vpcAttachments";
import { describeSecurityGroupAttribute } from "./ecs/securityGroupAttribute";
import { describeSecurityGroups } from "./ecs/securityGroups";
import { assumeRole, getCallerIdentity } from "./sts";
import { createBgpGroup, deleteBgpGroup, describeBgpGroups, modifyBgpGroupAttribute } from "./vpc/bgpGroups";
import { createBgpPeer, deleteBgpPeer, describeBgpPeers, modifyBgpPeerAttribute } from "./vpc/bgpPeers";
import {
    describeAccessPoints,
    describePhysicalConnections,
    describeVirtualBorderRouters,
    getPhysicalConnectionServiceStatus,
} from "./vpc/describe";
import { describeGrantRulesToCen, grantInstanceToCen, revokeInstanceFromCen } from "./vpc/grants";
import { describeNetworkAcls } from "./vpc/networkAcls";
import { describeRouteEntryList } from "./vpc/routeEntries";
import { describeRouteTableList } from "./vpc/routeTables";
import { describeVpcs } from "./vpc/vpcs";
import { describeVSwitches } from "./vpc/vSwitches";
import { modifyVirtualBorderRouterAttribute } from "./vpc/modifyBorderRouter";

const vpc = serviceOf(
    describeVirtualBorderRouters,
    modifyVirtualBorderRouterAttribute,
    describePhysicalConnections,
    describeAccessPoints,
    describeVpcs,
    describeVSwitches,
    describeRouteTableList,
    describeRouteEntryList,
    describeNetworkAcls,
    getPhysicalConnectionServiceStatus,
    describeBgpGroups,
    createBgpGroup,
    modifyBgpGroupAttribute,
    deleteBgpGroup,
    describeBgpPeers,
    createBgpPeer,
    modifyBgpPeerAttribute,
    deleteBgpPeer,
    grantInstanceToCen,
    revokeInstanceFromCen,
    describeGrantRulesToCen,
);

const cbn = serviceOf(
    describeCens,
    listTransitRouters,
    listTransitRouterRouteTables,
    listTransitRouterRouteEntries,
    listTransitRouterVpcAttachments,
    listTransitRouterVbrAttachments,
    createTransitRouterVbrAttachment,
    updateTransitRouterVbrAttachmentAttribute,
    deleteTransitRouterVbrAttachment,
    updateTransitRouterVpcAttachmentAttribute,
    ...legActions,
    createCenRouteMap,
    describeCenRouteMaps,
    deleteCenRouteMap,
    describeRouteConflict,
    attachCenChildInstance,
    detachCenChildInstance,
    describeCenAttachedChildInstances,
    describeCenAttachedChildInstanceAttribute,
    describeGrantRulesOfCen,
    grantInstanceToTransitRouter,
    revokeInstanceFromTransitRouter,
    describeGrantRulesToResource,
    listTagResources,
    tagResources,
    untagResources,
);

const ecs = serviceOf(describeSecurityGroups, describeSecurityGroupAttribute);

/** Everything that does not need the key store. */
export const alibabaServices = { vpc, cbn, ecs, bssopenapi: serviceOf(getOrderDetail) } as const;

export function stsService(keys: KeyStore): Service {
    return serviceOf(getCallerIdentity, assumeRole(keys));
}

import { hasEnded } from "../hostedConnectionAcceptance/find";
import { checkDistinctAsns, checkLinkAddresses, defaultAmazonSideAsn, prefixLengthOf } from "../rules";
import type { Facts } from "./find";
import type { PreflightInputs } from "./handler";

/** Everything that would stop the link, from what was found. */
export function problemsOf(inputs: PreflightInputs, facts: Facts): string[] {
    return [
        ...problemsOfVpc(inputs, facts),
        ...problemsOfRouteTables(inputs, facts),
        ...problemsOfGateway(inputs, facts),
        ...problemsOfConnection(inputs, facts),
        ...problemsOfBorderRouter(inputs, facts),
        ...problemsOfAsns(inputs, facts),
        ...problemsOfLocalAsn(inputs, facts),
        ...problemsOfCen(inputs, facts),
        ...(facts.missingGrant === undefined ? [] : [facts.missingGrant]),
        ...(facts.billingOpened === false
            ? [
                  "Outbound traffic billing of Express Connect is not opened, so no BGP can be configured. Open it in the Alibaba Cloud console; it costs only what is sent.",
              ]
            : []),
    ];
}

function problemsOfVpc({ vpcId = "", awsRegion }: PreflightInputs, { vpc }: Facts): string[] {
    return vpc === null
        ? [
              `VPC ${vpcId} is not in ${awsRegion ?? "this AWS region"}. A virtual private gateway reaches only a VPC in the connection's region: check aws.vpcId and the AWS region.`,
          ]
        : [];
}

function problemsOfRouteTables({ routeTableIds = [], vpcId }: PreflightInputs, { routeTables }: Facts): string[] {
    return (routeTables === undefined ? [] : Object.values(routeTableIds)).flatMap((id) => {
        const table = routeTables?.find(({ routeTableId }) => routeTableId === id);
        if (table === undefined) {
            return [`Route table ${id} is not there. Check aws.routeTableIds.`];
        }
        return vpcId === undefined || table.vpcId === vpcId
            ? []
            : [
                  `Route table ${id} belongs to ${table.vpcId}, not to ${vpcId}. Name a table of the connected VPC in aws.routeTableIds.`,
              ];
    });
}

function problemsOfGateway({ vpnGatewayId, vpcId = "" }: PreflightInputs, { gateway, vpc }: Facts): string[] {
    // The gateway that this package itself attached may be here at a later up, so only a named one is judged.
    return vpnGatewayId === undefined || gateway === undefined || vpc === null || gateway?.vpnGatewayId === vpnGatewayId
        ? []
        : [
              `Virtual private gateway ${vpnGatewayId} is not attached to ${vpcId}. Attach it, or leave aws.vpnGatewayId out.`,
          ];
}

function problemsOfConnection({ connectionId = "", awsRegion }: PreflightInputs, { connection }: Facts): string[] {
    if (connection === null) {
        return [
            `Hosted connection ${connectionId} is not in ${awsRegion ?? "this AWS region"}. Check aws.connectionId, the AWS account and region.`,
        ];
    }
    return connection !== undefined && hasEnded(connection.connectionState)
        ? [
              `Hosted connection ${connectionId} is ${connection.connectionState}. Ask Alibaba Cloud to issue the connection again.`,
          ]
        : [];
}

function problemsOfBorderRouter({ vbrId = "", alibabaRegion }: PreflightInputs, { borderRouter }: Facts): string[] {
    if (borderRouter === null) {
        return [
            `VBR ${vbrId} is not in ${alibabaRegion ?? "this Alibaba Cloud region"}. Check alibaba.vbrId and the region of the alicloud provider.`,
        ];
    }
    const { peerGatewayIp = "", localGatewayIp = "", peeringSubnetMask = "" } = borderRouter ?? {};
    const length = prefixLengthOf(peeringSubnetMask);
    // Until the backend has set them, there are no addresses to judge.
    if (localGatewayIp === "" || peerGatewayIp === "" || length === undefined) {
        return [];
    }
    return checkLinkAddresses(`VBR ${vbrId}`, `${peerGatewayIp}/${length}`, `${localGatewayIp}/${length}`);
}

/** The given ones were compared by `check`; what lies in the clouds wins over them. */
function problemsOfAsns(inputs: PreflightInputs, { gateway, group }: Facts): string[] {
    const { vpnGatewayId, amazonSideAsn = defaultAmazonSideAsn } = inputs;
    const localAsn = group?.localAsn ?? inputs.localAsn;
    if (vpnGatewayId === undefined) {
        return localAsn === undefined ? [] : checkDistinctAsns(amazonSideAsn, localAsn);
    }
    return localAsn !== undefined && gateway?.vpnGatewayId === vpnGatewayId && gateway.amazonSideAsn === localAsn
        ? [
              `Virtual private gateway ${vpnGatewayId} and the VBR both have ASN ${localAsn}; BGP needs two. Use a gateway with another private ASN.`,
          ]
        : [];
}

/** The group's wins over a given one, which would be ignored without a word. */
export function problemsOfLocalAsn(
    { localAsn, vbrId = "" }: PreflightInputs,
    { group }: Pick<Facts, "group">,
): string[] {
    return group?.localAsn === undefined || localAsn === undefined || group.localAsn === localAsn
        ? []
        : [
              `BGP group ${group.bgpGroupId} of ${vbrId} has the local ASN ${group.localAsn}, bgp.localAsn is ${localAsn}. Leave bgp.localAsn out to keep the group's; another one takes a VBR without a BGP group (pulumi destroy deletes one that this package made).`,
          ];
}

/** Without a transit router the CEN is meant as a Basic one. */
function problemsOfCen({ cenId = "", transitRouterId }: PreflightInputs, facts: Facts): string[] {
    const { cenExists, transitRouters, alibabaIdentity } = facts;
    if (cenExists === false) {
        return [`CEN ${cenId} is not there. Check alibaba.cen.cenId.`];
    }
    if (transitRouters === undefined || alibabaIdentity === undefined) {
        return [];
    }
    // All VBRs are read in the dynamic resources' own region.
    const { region: alibabaRegion } = alibabaIdentity;
    const named = transitRouters.find((router) => router.transitRouterId === transitRouterId);
    if (transitRouterId === undefined) {
        return transitRouters
            .filter(({ type, regionId }) => type === "Enterprise" && regionId === alibabaRegion)
            .map(
                (router) =>
                    `CEN ${cenId} has Enterprise transit router ${router.transitRouterId} in ${alibabaRegion}, so the VBR is attached to that one. Set alibaba.cen.transitRouterId: "${router.transitRouterId}".`,
            );
    }
    if (named === undefined) {
        return [`Transit router ${transitRouterId} is not in ${cenId}. Check alibaba.cen.transitRouterId.`];
    }
    if (named.type === "Basic") {
        return [
            `Transit router ${transitRouterId} is a Basic one, which takes no attachments of its own. Leave alibaba.cen.transitRouterId out: the VBR is then attached to ${cenId} itself.`,
        ];
    }
    return named.regionId === alibabaRegion
        ? []
        : [
              `Transit router ${transitRouterId} is in ${named.regionId}, the VBR in ${alibabaRegion}. Name the CEN's transit router in ${alibabaRegion}.`,
          ];
}

import { defaultAmazonSideAsn } from "../rules";
import type { PreflightInputs } from "./handler";
import type { CarryingLink } from "./carryingLinks";

type Value = string | number | boolean | undefined;

/** An argument whose change cuts the traffic of a link that is up. */
export interface CuttingArgument {
    /** As the user writes it. */
    argument: string;
    of: (inputs: PreflightInputs) => Value;
    cuts: string;
    /** What the link has where the argument is left out. */
    inUse?: (link: CarryingLink) => Value;
    /** To leave it out later cuts nothing by itself. */
    staysWhenLeftOut?: true;
    /** What it may become without a cut. */
    harmless?: Value;
    /** Before and after the change; elsewhere nothing hangs on the argument. */
    onlyWhere?: (inputs: PreflightInputs) => boolean;
    /** Its values are shown to nobody. */
    secret?: true;
}

const apart = "and both VPCs are apart until BGP is up again";
const interfaceReplaced = `the virtual interface is replaced, ${apart}`;
const gatewayReplaced = `gateway, attachment and virtual interface are replaced, ${apart}`;
const vbrAttachmentReplaced =
    "the VBR's attachment to the CEN is replaced, and both VPCs are apart until routes travel again";

const makesGateway = ({ vpnGatewayId }: PreflightInputs): boolean => vpnGatewayId === undefined;
const makesVbrAttachment = ({ trafficPath }: PreflightInputs): boolean => trafficPath?.attachmentId === undefined;

export const cuttingArguments: readonly CuttingArgument[] = [
    {
        argument: "alibaba.vbrId",
        of: ({ vbrId }) => vbrId,
        inUse: ({ vbrId }) => vbrId,
        staysWhenLeftOut: true,
        cuts: `virtual interface, BGP and the VBR's attachment to the CEN are replaced, ${apart}`,
    },
    {
        argument: "aws.connectionId",
        of: ({ connectionId }) => connectionId,
        inUse: ({ virtualInterface }) => virtualInterface.connectionId,
        staysWhenLeftOut: true,
        cuts: interfaceReplaced,
    },
    {
        argument: "aws.vpcId",
        of: ({ vpcId }) => vpcId,
        // One that is named is moved by whoever manages it.
        onlyWhere: makesGateway,
        cuts: `the gateway leaves the VPC and the virtual interface is replaced, ${apart}`,
    },
    {
        // Whose the gateway in use is, only the state knows: to name it, or to leave it out, is the leaf's to refuse. An up without a preview makes no second
        // one beside it (refusingUnmanaged), and cuts nothing.
        argument: "aws.vpnGatewayId",
        of: ({ vpnGatewayId }) => vpnGatewayId,
        inUse: ({ virtualInterface }) => virtualInterface.virtualGatewayId,
        staysWhenLeftOut: true,
        cuts: `the virtual interface is replaced and ends in another gateway, ${apart}`,
    },
    {
        argument: "aws.amazonSideAsn",
        of: ({ amazonSideAsn }) => amazonSideAsn,
        inUse: ({ virtualInterface }) => virtualInterface.amazonSideAsn ?? defaultAmazonSideAsn,
        staysWhenLeftOut: true,
        onlyWhere: makesGateway,
        cuts: gatewayReplaced,
    },
    {
        argument: "adopt.virtualInterfaceId",
        of: ({ adopt }) => adopt?.virtualInterfaceId,
        inUse: ({ virtualInterface }) => virtualInterface.virtualInterfaceId,
        staysWhenLeftOut: true,
        cuts: `the virtual interface gives way to another one, ${apart}`,
    },
    {
        argument: "alibaba.cen.cenId",
        of: ({ cenId }) => cenId,
        onlyWhere: makesVbrAttachment,
        cuts: vbrAttachmentReplaced,
    },
    {
        argument: "alibaba.cen.transitRouterId",
        of: ({ transitRouterId }) => transitRouterId,
        onlyWhere: makesVbrAttachment,
        cuts: vbrAttachmentReplaced,
    },
];

/** Of the arguments that an earlier version's state does not hold; there the leaf alone guards them, once. */
export const cuttingArgumentsOfPath: readonly CuttingArgument[] = [
    {
        argument: "bgp.authKey",
        of: ({ trafficPath }) => trafficPath?.authKey,
        inUse: ({ virtualInterface }) => virtualInterface.authKey,
        staysWhenLeftOut: true,
        secret: true,
        cuts: `the virtual interface is replaced and the VBR's BGP group gets another key, ${apart}`,
    },
    {
        argument: "alibaba.cen.transitRouterRouteTableId",
        of: ({ trafficPath }) => trafficPath?.transitRouterRouteTableId,
        onlyWhere: makesVbrAttachment,
        cuts: "the VBR's association and propagation are replaced, and both VPCs are apart until routes travel again",
    },
    {
        argument: "overrides.virtualInterface.name",
        of: ({ trafficPath }) => trafficPath?.virtualInterfaceName,
        cuts: interfaceReplaced,
    },
    {
        // https://docs.aws.amazon.com/directconnect/latest/UserGuide/set-jumbo-frames-vif.html
        argument: "overrides.virtualInterface.mtu",
        of: ({ trafficPath }) => trafficPath?.mtu ?? 1500,
        cuts: "AWS may update the connection for it, which interrupts all of its virtual interfaces for up to 30 seconds",
    },
    {
        argument: "overrides.vpnGateway.availabilityZone",
        of: ({ trafficPath }) => trafficPath?.availabilityZone,
        staysWhenLeftOut: true,
        onlyWhere: makesGateway,
        cuts: gatewayReplaced,
    },
    {
        argument: "overrides.cenAttachment.autoPublishRouteEnabled",
        of: ({ trafficPath }) => trafficPath?.autoPublishRouteEnabled ?? true,
        harmless: true,
        onlyWhere: makesVbrAttachment,
        cuts: "the transit router publishes no more routes to the VBR, and AWS loses the way to the Alibaba VPC",
    },
    {
        argument: "overrides.cenAttachment.vbrOwnerId",
        of: ({ trafficPath }) => trafficPath?.vbrOwnerId,
        staysWhenLeftOut: true,
        onlyWhere: makesVbrAttachment,
        cuts: vbrAttachmentReplaced,
    },
];

import { bgpVerificationHandler, type BgpVerificationInputs } from "../../../../provider/bgpVerification/handler";
import { leftoverCheckHandler } from "../../../../provider/leftoverCheck/handler";
import { vpcRoutesHandler, type VpcRoutesInputs } from "../../../../provider/vpcRoutes/handler";
import { alibabaAccount } from "../../../support/samples";
import type { Bench } from "../bench";
import { callLimitSeconds, creating, deleting, reading, updating, type ActionName, type Operation } from "../operation";
import { joinBothEnds, joinNetworks } from "../prepared";
import { alibabaIdentity, awsIdentity, ofBothEnds, timeoutSeconds } from "./actions";

const ofVpcLegs: readonly ActionName[] = [
    "cbn.ListTransitRouterVpcAttachments",
    "cbn.ListTransitRouterRouteTableAssociations",
    "cbn.ListTransitRouterRouteTablePropagations",
];

const ofRoutes: readonly ActionName[] = [
    ...ofVpcLegs,
    "cbn.ListTransitRouterVbrAttachments",
    "cbn.ListTransitRouterRouteEntries",
    "cbn.DescribeCenRouteMaps",
    "vpc.DescribeVSwitches",
    "vpc.DescribeRouteTableList",
    "vpc.DescribeRouteEntryList",
    "ec2.DescribeVpcs",
    "ec2.DescribeRouteTables",
    "ec2.DescribeSubnets",
    "directconnect.ListVirtualInterfaceRoutes",
];

/** A VPC that is attached to the transit router, and nothing more. */
const scenario = "vpc-not-joined";

function vpcRoutes({ ids }: Bench): VpcRoutesInputs {
    const { cenId, transitRouterId = "", transitRouterRouteTableId = "", vbrId, alibabaVpcId } = ids;
    return { vbrId, cenId, transitRouterId, transitRouterRouteTableId, vpcIds: [alibabaVpcId], ...alibabaAccount };
}

async function linkWithRoutes(bench: Bench): Promise<BgpVerificationInputs> {
    const ends = await joinBothEnds(bench);
    return { ...ends, level: "routes", networks: await joinNetworks(bench, ends.virtualInterfaceId) };
}

/** What routes need on both sides, and the look whether they are there. */
export const operationsOfRoutes: readonly Operation[] = [
    {
        name: "VpcRoutes create",
        actions: [
            alibabaIdentity,
            ...ofVpcLegs,
            "cbn.TagResources",
            "cbn.AssociateTransitRouterAttachmentWithRouteTable",
            "cbn.EnableTransitRouterRouteTablePropagation",
            "cbn.UpdateTransitRouterVpcAttachmentAttribute",
        ],
        limitSeconds: 300,
        bench: { scenario },
        prepare: (bench) => Promise.resolve(creating(vpcRoutesHandler, vpcRoutes(bench), bench)),
    },
    {
        name: "VpcRoutes read",
        actions: ofVpcLegs,
        limitSeconds: callLimitSeconds,
        bench: { scenario },
        async prepare(bench) {
            return reading(vpcRoutesHandler, await vpcRoutesHandler.create(vpcRoutes(bench), bench.context), bench);
        },
    },
    {
        name: "VpcRoutes delete",
        actions: [
            alibabaIdentity,
            ...ofVpcLegs,
            "cbn.UpdateTransitRouterVpcAttachmentAttribute",
            "cbn.DisableTransitRouterRouteTablePropagation",
            "cbn.DissociateTransitRouterAttachmentFromRouteTable",
            "cbn.UntagResources",
        ],
        limitSeconds: 300,
        bench: { scenario },
        async prepare(bench) {
            return deleting(vpcRoutesHandler, await vpcRoutesHandler.create(vpcRoutes(bench), bench.context), bench);
        },
    },
    {
        name: "LeftoverCheck delete of what was made for a VPC",
        actions: [
            ...ofVpcLegs,
            "cbn.UpdateTransitRouterVpcAttachmentAttribute",
            "cbn.DisableTransitRouterRouteTablePropagation",
            "cbn.DissociateTransitRouterAttachmentFromRouteTable",
            "cbn.UntagResources",
        ],
        limitSeconds: 300,
        bench: { scenario },
        async prepare(bench) {
            const { vpcIds: _vpcIds, ...place } = vpcRoutes(bench);
            await vpcRoutesHandler.create(vpcRoutes(bench), bench.context);
            return deleting(leftoverCheckHandler, { id: "leftover-check", outputs: { vpcRoutes: place } }, bench);
        },
    },
    {
        name: "BgpVerification create with routes",
        actions: [awsIdentity, alibabaIdentity, ...ofBothEnds, ...ofRoutes],
        limitSeconds: timeoutSeconds,
        prepare: async (bench) =>
            creating(bgpVerificationHandler, { ...(await linkWithRoutes(bench)), timeoutSeconds }, bench),
    },
    {
        name: "BgpVerification update with routes",
        actions: [awsIdentity, alibabaIdentity, ...ofBothEnds, ...ofRoutes],
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            const created = await bgpVerificationHandler.create(await linkWithRoutes(bench), bench.context);
            return updating(bgpVerificationHandler, created, created.outputs, bench);
        },
    },
    {
        name: "BgpVerification read with routes",
        actions: [...ofBothEnds, ...ofRoutes],
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            const created = await bgpVerificationHandler.create(await linkWithRoutes(bench), bench.context);
            return reading(bgpVerificationHandler, created, bench);
        },
    },
];

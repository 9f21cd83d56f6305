import { bgpAuthKeyHandler } from "../../../../provider/bgpAuthKey/handler";
import { bgpVerificationHandler } from "../../../../provider/bgpVerification/handler";
import { borderRouterBgpHandler } from "../../../../provider/borderRouterBgp/handler";
import { alibabaAccount } from "../../../support/samples";
import { callLimitSeconds, creating, deleting, reading, updating, type Operation } from "../operation";
import {
    acceptByHand,
    amazonIp,
    bgpInputs,
    configureBgp,
    joinBothEnds,
    makeVirtualInterface,
    verified,
} from "../prepared";
import { alibabaIdentity, awsIdentity, ofBgp, ofBothEnds, timeoutSeconds } from "./actions";

/** The life of BGP's own: the key, group and peer, and what verifies the session. */
export const operationsOfBgp: readonly Operation[] = [
    {
        name: "BgpAuthKey create",
        actions: [alibabaIdentity, "vpc.DescribeBgpGroups", "directconnect.DescribeVirtualInterfaces"],
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            await acceptByHand(bench);
            const { virtualInterfaceId } = await makeVirtualInterface(bench);
            const inputs = { vbrId: bench.ids.vbrId, virtualInterfaceId, ...alibabaAccount };
            return creating(bgpAuthKeyHandler, inputs, bench);
        },
    },
    {
        name: "BorderRouterBgp create",
        actions: [
            alibabaIdentity,
            "vpc.DescribeVirtualBorderRouters",
            ...ofBgp,
            "vpc.CreateBgpGroup",
            "vpc.CreateBgpPeer",
        ],
        limitSeconds: 300,
        async prepare(bench) {
            await acceptByHand(bench);
            return creating(borderRouterBgpHandler, bgpInputs(bench), bench);
        },
    },
    {
        name: "BorderRouterBgp update",
        actions: [
            alibabaIdentity,
            "vpc.DescribeVirtualBorderRouters",
            ...ofBgp,
            "vpc.ModifyBgpGroupAttribute",
            "vpc.ModifyBgpPeerAttribute",
        ],
        limitSeconds: 300,
        bench: { guesses: { peerOutsideSubnet: "accepted" } },
        async prepare(bench) {
            await acceptByHand(bench);
            const created = await configureBgp(bench, { peerIpAddress: "169.254.20.2", peerAsn: 64513 });
            const inputs = { ...bgpInputs(bench), peerIpAddress: amazonIp };
            return updating(borderRouterBgpHandler, created, inputs, bench);
        },
    },
    {
        name: "BorderRouterBgp update of a session that is up",
        actions: [alibabaIdentity, "vpc.DescribeVirtualBorderRouters", ...ofBgp, "vpc.ModifyBgpGroupAttribute"],
        limitSeconds: 300,
        async prepare(bench) {
            await acceptByHand(bench);
            await makeVirtualInterface(bench);
            const created = await configureBgp(bench);
            await bench.pass(60);
            return updating(borderRouterBgpHandler, created, { ...bgpInputs(bench), authKey: "another-key" }, bench);
        },
    },
    {
        name: "BorderRouterBgp read",
        actions: ofBgp,
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            await acceptByHand(bench);
            return reading(borderRouterBgpHandler, await configureBgp(bench), bench);
        },
    },
    {
        name: "BorderRouterBgp delete",
        actions: [alibabaIdentity, ...ofBgp, "vpc.DeleteBgpPeer", "vpc.DeleteBgpGroup"],
        limitSeconds: 300,
        async prepare(bench) {
            await acceptByHand(bench);
            return deleting(borderRouterBgpHandler, await configureBgp(bench), bench);
        },
    },
    {
        name: "BgpVerification create",
        actions: [awsIdentity, alibabaIdentity, ...ofBothEnds],
        limitSeconds: timeoutSeconds,
        prepare: async (bench) =>
            creating(bgpVerificationHandler, { ...(await joinBothEnds(bench)), timeoutSeconds }, bench),
    },
    {
        name: "BgpVerification update",
        actions: [awsIdentity, alibabaIdentity, ...ofBothEnds],
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            const created = await verified(bench);
            return updating(bgpVerificationHandler, created, created.outputs, bench);
        },
    },
    {
        name: "BgpVerification read",
        actions: ofBothEnds,
        limitSeconds: callLimitSeconds,
        prepare: async (bench) => reading(bgpVerificationHandler, await verified(bench), bench),
    },
];

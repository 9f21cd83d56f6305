import { expect } from "chai";

import {
    backendConfigurationHandler,
    type BackendConfigurationOutputs,
} from "../../../provider/backendConfiguration/handler";
import { statusOfBackend } from "../../../provider/backendConfiguration/status";
import type { BorderRouter } from "../../../provider/clouds/clouds";
import { configuring, contextOf, run, showVlan } from "../../support/circuit";
import { alibabaAccount, fakeClouds, makeBorderRouter, makeGroup } from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { errorOf } from "../../support/rejects";

const inputs = { vbrId: "vbr-1" };

const configured: BackendConfigurationOutputs = {
    ...inputs,
    ...alibabaAccount,
    borderRouterVlanId: 101,
    amazonAddress: "169.254.10.2/30",
    customerAddress: "169.254.10.1/30",
    localAsn: 45104,
};

describe("BackendConfiguration", () => {
    it("waits until VLAN, addresses and circuit are there, and hands on what was set", async () => {
        const clouds = fakeClouds({ borderRouters: [makeBorderRouter(configuring)] });
        const context = contextOf(clouds, { 60: showVlan, 600: run });
        expect(await backendConfigurationHandler.create(inputs, context)).to.deep.equal({
            id: "vbr-1",
            outputs: configured,
        });
        expect(context.lines[0]).to.deep.equal([
            "progress",
            "waiting for Alibaba Cloud | backend: Configuring | 0s of 45m",
        ]);
        expect(clouds.writes).to.deep.equal([]);
    });

    it("takes the ASN of a group that the backend makes in the very second in which it says Running", async () => {
        const clouds = fakeClouds({ borderRouters: [makeBorderRouter(configuring)] });
        const context = contextOf(clouds, {
            600: (state) => {
                run(state);
                state.groups.push(makeGroup({ status: "Pending", localAsn: 64999 }));
            },
        });
        const { outputs } = await backendConfigurationHandler.create({ ...inputs, localAsn: 64800 }, context);
        expect(outputs.localAsn).to.equal(64999);
        expect(context.lines.filter(([severity]) => severity === "warn")).to.deep.equal([
            [
                "warn",
                "BGP group bgpg-backend of vbr-1 has the local ASN 64999, which is used; bgp.localAsn is 64800. Leave bgp.localAsn out, or set it to 64999.",
            ],
        ]);
    });

    const states: [string, Partial<BorderRouter>][] = [
        ["Running", {}],
        ["Configuring", { vlanId: undefined }],
        ["Configuring", { localGatewayIp: "" }],
        ["Configuring", { peerGatewayIp: "" }],
        ["Configuring", { peeringSubnetMask: "" }],
        ["Configuring", { localGatewayIp: "none" }],
        ["Configuring", { peerGatewayIp: "169.254.10.2/30" }],
        ["Configuring", { peeringSubnetMask: "255.0.255.0" }],
        ["Configuring", { physicalConnectionStatus: "Allocated" }],
        ["Configuring", { physicalConnectionBusinessStatus: "" }],
        ["Configuring", { status: "unconfirmed" }],
        ["Configuring", { status: "recovering" }],
        ["FinancialLocked", { physicalConnectionBusinessStatus: "FinancialLocked" }],
        ["SecurityLocked", { physicalConnectionBusinessStatus: "SecurityLocked" }],
        ["terminated", { status: "terminated" }],
        ["terminated", { status: "terminating" }],
        ["terminated", { status: "deleting" }],
        ["expired", { expireTime: "2020-01-01T00:00:00Z" }],
        ["Running", { expireTime: "" }],
    ];
    for (const [state, change] of states) {
        it(`is ${state} with ${JSON.stringify(change)}`, () => {
            expect(statusOfBackend(makeBorderRouter({ ...change }), Date.UTC(2026, 0, 1))).to.equal(state);
        });
    }

    const fatal: [string, Partial<BorderRouter>, string][] = [
        [
            "FinancialLocked",
            { physicalConnectionBusinessStatus: "FinancialLocked" },
            "Pay the open bill of the circuit in the Alibaba Cloud console.",
        ],
        [
            "SecurityLocked",
            { physicalConnectionBusinessStatus: "SecurityLocked" },
            "Ask Alibaba Cloud's support to unlock the circuit.",
        ],
        ["terminated", { status: "terminated" }, "Recover the VBR in the Alibaba Cloud console."],
        [
            "expired",
            { expireTime: "2020-01-01T00:00:00Z" },
            "Renew the circuit's subscription in the Alibaba Cloud console.",
        ],
    ];
    for (const [state, change, fix] of fatal) {
        it(`fails at once where it is ${state}, with the fix`, async () => {
            const clouds = fakeClouds({ borderRouters: [makeBorderRouter(change)] });
            const error = await errorOf(backendConfigurationHandler.create(inputs, fakeContext(clouds)));
            expect(error.message).to.equal(`Alibaba backend is "${state}". ${fix}`);
        });
    }

    it("stores nothing at its limit, and says what it waited for", async () => {
        const clouds = fakeClouds({ borderRouters: [] });
        const error = await errorOf(
            backendConfigurationHandler.create({ ...inputs, timeoutSeconds: 60 }, fakeContext(clouds)),
        );
        expect(error).to.not.have.property("id");
        expect(error.message).to.equal(
            'Alibaba backend: still "not there" after 1m (for the last 1m). Open a ticket with Alibaba Cloud if it stays so. Run pulumi up again; it goes on where it stopped.',
        );
    });

    it("is replaced with its VBR alone", () => {
        const diff = (news: object): unknown =>
            backendConfigurationHandler.diff("vbr-1", configured, { ...inputs, ...news });
        expect(diff({ localAsn: 64600, timeoutSeconds: 1 })).to.deep.equal({ changes: false, replaces: [] });
        expect(diff({ vbrId: "vbr-2" })).to.deep.equal({ changes: true, replaces: ["vbrId"] });
    });

    it("reads what it holds, and is gone with its VBR, though never in another region", async () => {
        const clouds = fakeClouds();
        const read = (): Promise<unknown> => backendConfigurationHandler.read("vbr-1", configured, fakeContext(clouds));
        expect(await read()).to.equal(configured);
        clouds.state.borderRouters = [makeBorderRouter({ status: "terminated" })];
        expect(await read()).to.equal(undefined);
        clouds.state.borderRouters = [];
        expect(await read()).to.equal(undefined);
        clouds.state.alibabaIdentity.region = "cn-hangzhou";
        expect((await errorOf(read())).message).to.equal(
            "Alibaba Cloud region: the dynamic resources see cn-hangzhou, the official provider ap-southeast-1. Make alicloud:region or ALICLOUD_REGION name one and the same for both.",
        );
    });
});

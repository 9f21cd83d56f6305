import { expect } from "chai";

import { orderConnection } from "../../simulator/world/circuit";
import { singaporeOrder } from "../../simulator/scenarios/order";
import { buildAwsVpc } from "../../simulator/scenarios/vpcs";
import type { Simulator } from "../../simulator/server";
import { withoutCosts } from "../harness/outcome";
import { rehearse, writesOf, type Rehearsal } from "../harness/rehearsal";

/** The environment speaks for somebody else, in both clouds: what works, works by the explicit providers alone. */
function foreignEnvironment({ keys }: Simulator): Record<string, string> {
    const aws = keys.issue(
        { cloud: "aws", accountId: "999999999999", region: "eu-west-1", arn: "arn:aws:iam::999999999999:user/other" },
        3600,
    );
    const alibaba = keys.issue(
        { cloud: "alibaba", accountId: "9999999999999999", region: "cn-hongkong", arn: "acs:ram::99:user/other" },
        3600,
    );
    return {
        AWS_REGION: "eu-west-1",
        AWS_ACCESS_KEY_ID: aws.accessKeyId,
        AWS_SECRET_ACCESS_KEY: aws.secret,
        AWS_SESSION_TOKEN: aws.sessionToken,
        ALICLOUD_REGION: "cn-hongkong",
        ALICLOUD_ACCESS_KEY: alibaba.accessKeyId,
        ALICLOUD_SECRET_KEY: alibaba.secret,
        ALICLOUD_SECURITY_TOKEN: alibaba.sessionToken,
    };
}

async function configureProviders({ stack, simulator }: Rehearsal): Promise<void> {
    const { aws, alibaba } = simulator.description.credentials;
    await stack.setConfig("awsRegion", aws.region);
    await stack.setSecret("awsAccessKey", aws.accessKeyId);
    await stack.setSecret("awsSecretKey", aws.secretAccessKey);
    await stack.setConfig("alibabaRegion", alibaba.region);
    await stack.setSecret("alibabaAccessKey", alibaba.accessKeyId);
    await stack.setSecret("alibabaSecretKey", alibaba.accessKeySecret);
}

describe("explicit providers", () => {
    for (const handing of ["array", "map", "shared-host"]) {
        it(`as ${handing}: the dynamic resources take them too; no key in plain text in the state`, async () => {
            const rehearsal = await rehearse({}, { program: "several", environment: foreignEnvironment });
            try {
                await configureProviders(rehearsal);
                await rehearsal.stack.setArgs({ links: { link: rehearsal.args }, handing });
                const { failed, diagnostics } = await rehearsal.stack.up();
                expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
                expect(await rehearsal.stack.outputs()).to.deep.equal({ statuses: ["up"] });
                expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
                const state = await rehearsal.stack.stateFile();
                const { aws, alibaba } = rehearsal.simulator.description.credentials;
                expect(state).to.not.include(aws.secretAccessKey);
                expect(state).to.not.include(alibaba.accessKeySecret);
                expect((await rehearsal.stack.destroy()).failed).to.equal(false);
            } finally {
                await rehearsal.end();
            }
        });
    }
});

describe("explicit providers that a preview does not know yet", () => {
    it("preview all the same: whatever they would be asked is unknown", async () => {
        const rehearsal = await rehearse({}, { program: "several", environment: foreignEnvironment });
        const { stack, args } = rehearsal;
        try {
            await configureProviders(rehearsal);
            const existing = { ...args, aws: { ...args.aws, vpnGatewayId: "vgw-0123456789abcdef0" } };
            await stack.setArgs({ links: { link: args, existing }, handing: "later" });
            const { failed, diagnostics, counts } = await stack.preview();
            expect({ failed, diagnostics: withoutCosts(diagnostics) }).to.deep.equal({
                failed: false,
                diagnostics: [],
            });
            expect(Object.keys(counts)).to.deep.equal(["create"]);
        } finally {
            await rehearsal.end();
        }
    });
});

/** The other cloud's provider is the default one, which the stack configuration speaks for. */
describe("an explicit provider for one cloud only", () => {
    for (const { handing, configured } of [
        { handing: "aws-only", configured: "alicloud" },
        { handing: "alicloud-only", configured: "aws" },
    ] as const) {
        it(`${handing}: for the other one the dynamic resources take the stack configuration, as the default provider does`, async () => {
            const rehearsal = await rehearse({}, { program: "several", environment: foreignEnvironment });
            const { stack, simulator, args } = rehearsal;
            try {
                await configureProviders(rehearsal);
                const { aws, alibaba } = simulator.description.credentials;
                const secretKey = configured === "aws" ? aws.secretAccessKey : alibaba.accessKeySecret;
                await stack.setConfig(`${configured}:region`, (configured === "aws" ? aws : alibaba).region);
                await stack.setSecret(`${configured}:accessKey`, (configured === "aws" ? aws : alibaba).accessKeyId);
                await stack.setSecret(`${configured}:secretKey`, secretKey);
                await stack.setArgs({ links: { link: args }, handing });
                const { failed, diagnostics } = await stack.up();
                expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
                expect((await stack.preview()).steps).to.deep.equal({});
                expect(await stack.stateFile()).to.not.include(secretKey);
            } finally {
                await rehearsal.end();
            }
        });
    }
});

/** A second circuit beside the one that the world starts with. */
function secondLink({ simulator: { world }, args }: Rehearsal, aws: Rehearsal["args"]["aws"]): Rehearsal["args"] {
    world.quotas.multiCloudConnectionsPerUser = 2;
    const { vbrId } = orderConnection(world, {
        ...singaporeOrder(world, true),
        name: "multi-cloud-second",
        vlanId: 1102,
        localGatewayIp: "169.254.20.1",
        peerGatewayIp: "169.254.20.2",
    });
    return { alibaba: { ...args.alibaba, vbrId }, aws };
}

describe("two links of one program", () => {
    it("into one VPC, by the gateway of the first: the second waits until it is attached, and is destroyed before", async () => {
        const rehearsal = await rehearse({}, { program: "several" });
        const { stack, args } = rehearsal;
        try {
            const [main = "", other = ""] = args.aws.routeTableIds;
            const first = { ...args, aws: { ...args.aws, routeTableIds: [main] } };
            const second = secondLink(rehearsal, { ...args.aws, routeTableIds: [other] });
            await stack.setArgs({ links: { first, second }, handing: "none", oneGateway: true });
            const { failed, diagnostics } = await stack.up();
            expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
            expect(await stack.outputs()).to.deep.equal({ statuses: ["up", "up"] });
            expect((await stack.preview()).steps).to.deep.equal({});
            expect((await stack.destroy()).failed).to.equal(false);
        } finally {
            await rehearsal.end();
        }
    });

    for (const parallel of [undefined, 1]) {
        it(`on one transit router${parallel === undefined ? "" : ", one resource at a time"}`, async () => {
            // One attachment at a time: whoever waits for it to end has longer to wait than the official resources' own limits of 5 minutes.
            const options = { scenario: "accept-first", durations: { attachmentCreate: 590 } };
            const rehearsal = await rehearse(options, { program: "several" });
            try {
                const { awsVpcId: vpcId, routeTableIds } = buildAwsVpc(rehearsal.simulator.world);
                const second = secondLink(rehearsal, { vpcId, routeTableIds });
                await rehearsal.stack.setArgs({ links: { first: rehearsal.args, second }, handing: "none" });
                const { failed, diagnostics } = await rehearsal.stack.up({ parallel });
                expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
                expect(await rehearsal.stack.outputs()).to.deep.equal({ statuses: ["up", "up"] });
                expect(writesOf(rehearsal.simulator).filter((action) => action === "ConfirmConnection")).to.have.length(
                    2,
                );
                expect((await rehearsal.stack.destroy()).failed).to.equal(false);
            } finally {
                await rehearsal.end();
            }
        });
    }
});

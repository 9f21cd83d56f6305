import { expect } from "chai";

import {
    bgpVerificationHandler,
    type BgpVerificationInputs,
    type BgpVerificationOutputs,
} from "../../../provider/bgpVerification/handler";
import { CloudCallError } from "../../../provider/clouds/errors";
import { fakeClouds, makeVirtualInterface, type FakeClouds, type FakeState } from "../../support/fakeClouds";
import { fakeContext, type FakeContext } from "../../support/fakeContext";
import { joinedNetworks, makeAwsTable, makeVpcAttachment, networks, ofVSwitches } from "../../support/joinedNetworks";
import { errorOf } from "../../support/rejects";

const id = "dxvif-1/bgp";
const inputs: BgpVerificationInputs = {
    vbrId: "vbr-1",
    connectionId: "dxcon-1",
    virtualInterfaceId: "dxvif-1",
    bgpPeerId: "bgp-backend",
    level: "routes",
    networks: { ...networks, alibabaVpcIds: ["vpc-ali"] },
};

const bothWays = {
    awsToAlibaba: [{ from: ["10.0.1.0/24", "10.0.2.0/24"], to: ofVSwitches }],
    alibabaToAws: [{ from: ofVSwitches, to: ["10.0.0.0/16"] }],
    missing: [],
};

const synchronisationOff =
    "No packet gets to AWS: route synchronisation to VPC vpc-ali is off. Turn it on (aliyun cbn UpdateTransitRouterVpcAttachmentAttribute --TransitRouterAttachmentId tr-attach-vpc --AutoPublishRouteEnabled true), or name the VPC in alibaba.vpcs and set alibaba.manageVpcRoutes: true, which does that.";

function joined(changes: Partial<FakeState> = {}): FakeClouds {
    return fakeClouds(joinedNetworks(changes));
}

const withoutSynchronisation = { vpcAttachments: [makeVpcAttachment({ autoPublishRouteEnabled: false })] };

async function verified(clouds: FakeClouds, of = inputs): Promise<BgpVerificationOutputs> {
    return (await bgpVerificationHandler.create(of, fakeContext(clouds))).outputs;
}

/** What the time that passes brings: at so many seconds. */
function after(seconds: number, clouds: FakeClouds, event: (state: FakeState) => void): FakeContext {
    const context: FakeContext = fakeContext(clouds, (now) => {
        if (now - startedAt >= seconds * 1000) {
            event(clouds.state);
        }
    });
    const startedAt = context.clock.now();
    return context;
}

describe("BgpVerification of routes", () => {
    it("ends once routes lead both ways, says which, and never writes", async () => {
        const clouds = joined();
        const { outputs } = await bgpVerificationHandler.create(inputs, fakeContext(clouds));
        expect(outputs.routes).to.deep.equal(bothWays);
        expect(outputs.bgpStatus).to.equal("up");
        expect(clouds.writes).to.deep.equal([]);
    });

    it("looks at no route at level bgp, which is the default", async () => {
        for (const level of ["bgp", undefined] as const) {
            const clouds = joined();
            clouds.alibaba.listVpcAttachments = () => Promise.reject(new Error("This must not be asked."));
            const { routes, level: kept } = await verified(clouds, { ...inputs, level });
            expect({ routes, kept }).to.deep.equal({ routes: undefined, kept: "bgp" });
        }
    });

    it("waits for routes that are on their way, and says whose turn it is", async () => {
        const clouds = joined({ awsRouteTables: [makeAwsTable("rtb-1", []), makeAwsTable("rtb-2", [])] });
        const context = after(60, clouds, (state) => {
            state.awsRouteTables = [makeAwsTable("rtb-1", ofVSwitches), makeAwsTable("rtb-2", ofVSwitches)];
        });
        const { outputs } = await bgpVerificationHandler.create(inputs, context);
        expect(outputs.routes).to.deep.equal(bothWays);
        expect(context.lines.find(([, line]) => line.includes("| Routes:"))).to.deep.equal([
            "progress",
            "waiting for AWS | Routes: not installed | 0s of 14m 58s | route table rtb-1 does not have 172.16.1.0/24, 172.16.2.0/24",
        ]);
    });

    it("waits for a leg that somebody mends, and says that it is the user's turn", async () => {
        const clouds = joined(withoutSynchronisation);
        const context = after(100, clouds, (state) => (state.vpcAttachments = [makeVpcAttachment()]));
        await bgpVerificationHandler.create(inputs, context);
        expect(context.lines.find(([, line]) => line.includes("| Routes:"))).to.deep.equal([
            "progress",
            "your turn: make the missing leg | Routes: leg missing | 0s of 14m 58s | route synchronisation to VPC vpc-ali is off",
        ]);
    });

    it("ends at the limit that it shares with the wait for BGP, with all that is missing and its fix", async () => {
        const context = fakeContext(
            joined({ ...withoutSynchronisation, awsRouteTables: [makeAwsTable("rtb-1", ofVSwitches)] }),
        );
        const startedAt = context.clock.now();
        const error = await errorOf(bgpVerificationHandler.create({ ...inputs, timeoutSeconds: 60 }, context));
        expect(error.message).to.equal(
            'Routes: still "leg missing" after 58s (for the last 58s). BGP is up, but ' +
                "no packet gets to Alibaba Cloud: route table rtb-2 is not in VPC vpc-1. Check aws.routeTableIds. " +
                `${synchronisationOff} Then run pulumi up again; it goes on where it stopped. verification.level "bgp" does without routes.`,
        );
        expect(context.clock.now() - startedAt).to.equal(60_000);
    });

    it("fails at once where it may not look, and names the permission's fix", async () => {
        const clouds = joined();
        clouds.aws.describeSubnets = () => Promise.reject(denied());
        const error = await errorOf(bgpVerificationHandler.create(inputs, fakeContext(clouds)));
        expect(error.message).to.equal("subnets of vpc-1: denied. Grant this permission to the caller.");
    });

    it("does not fail while no VPC is attached and none is named: it warns, and is verified anew once there is one", async () => {
        const clouds = joined({ vpcAttachments: [], transitRouterTables: [] });
        const context = fakeContext(clouds);
        const { outputs } = await bgpVerificationHandler.create({ ...inputs, networks }, context);
        const text =
            "No packet gets to Alibaba Cloud: no VPC brings routes to route table vtb-1 of transit router tr-1. Attach the VPC, associate it with that table and let it propagate to it; name it in alibaba.vpcs, so that the next pulumi up waits for its routes.";
        expect(context.lines.filter(([kind]) => kind === "warn")).to.deep.equal([["warn", text]]);
        expect(outputs.routes).to.deep.equal({ awsToAlibaba: [], alibabaToAws: [], missing: [text] });

        expect(await bgpVerificationHandler.hasDrifted?.(outputs, fakeContext(clouds))).to.equal(false);
        Object.assign(clouds.state, joinedNetworks());
        expect(await bgpVerificationHandler.hasDrifted?.(outputs, fakeContext(clouds))).to.equal(true);
        const updated = await bgpVerificationHandler.update(id, outputs, { ...inputs, networks }, fakeContext(clouds));
        expect(updated.routes).to.deep.equal(bothWays);
    });

    it("is verified anew where its networks or its level change, and on nothing else of the routes", async () => {
        const clouds = joined();
        const outputs = await verified(clouds);
        const changes = (news: Partial<BgpVerificationInputs>): boolean =>
            bgpVerificationHandler.diff(id, outputs, { ...inputs, ...news }).changes;
        expect(changes({})).to.equal(false);
        expect(changes({ networks: { ...networks, alibabaVpcIds: ["vpc-ali", "vpc-2"] } })).to.equal(true);
        expect(changes({ level: "bgp" })).to.equal(true);
        expect(changes({ made: { vpcRoutes: ["vpc-ali"] } })).to.equal(false);

        const atBgp = await verified(clouds, { ...inputs, level: "bgp" });
        expect(bgpVerificationHandler.diff(id, atBgp, inputs)).to.deep.equal({ changes: true, replaces: [] });
        clouds.state.vpcAttachments = withoutSynchronisation.vpcAttachments;
        const error = await errorOf(bgpVerificationHandler.update(id, atBgp, inputs, fakeContext(clouds)));
        expect(error.message).to.match(/^Routes: still "leg missing"/);
    });

    it("of an earlier version is looked at once more, and what is missing is a warning", async () => {
        const clouds = joined(withoutSynchronisation);
        const { level: _level, networks: _networks, ...before } = inputs;
        const { level: _default, ...olds } = await verified(clouds, before);
        expect(bgpVerificationHandler.diff(id, olds, before)).to.deep.equal({ changes: false, replaces: [] });
        expect(bgpVerificationHandler.diff(id, olds, inputs)).to.deep.equal({ changes: true, replaces: [] });
        const context = fakeContext(clouds);
        const updated = await bgpVerificationHandler.update(id, olds, inputs, context);
        expect(context.lines).to.deep.equal([["warn", synchronisationOff]]);
        expect(updated.routes?.missing).to.deep.equal([synchronisationOff]);
        expect(await bgpVerificationHandler.read(id, olds, fakeContext(clouds))).to.equal(olds);
    });

    describe("that has been verified", () => {
        it("sees at a preview what has gone, says it as a warning at the next up, and never as a replacement", async () => {
            const clouds = joined();
            const outputs = await verified(clouds);
            expect(await bgpVerificationHandler.hasDrifted?.(outputs, fakeContext(clouds))).to.equal(false);
            clouds.state.vpcAttachments = withoutSynchronisation.vpcAttachments;
            expect(await bgpVerificationHandler.hasDrifted?.(outputs, fakeContext(clouds))).to.equal(true);
            const context = fakeContext(clouds);
            const startedAt = context.clock.now();
            const updated = await bgpVerificationHandler.update(id, outputs, inputs, context);
            expect(context.lines).to.deep.equal([["warn", synchronisationOff]]);
            // What only a person can mend is not waited for.
            expect(context.clock.now() - startedAt).to.equal(0);
            expect(updated).to.deep.include({ bgpStatus: "up" });
            expect(bgpVerificationHandler.diff(id, updated, inputs)).to.deep.equal({ changes: false, replaces: [] });
        });

        it("gives what has just been mended its time to come back", async () => {
            const clouds = joined();
            const outputs = await verified(clouds);
            clouds.state.awsRouteTables = [makeAwsTable("rtb-1", []), makeAwsTable("rtb-2", [])];
            const context = after(90, clouds, (state) => {
                state.awsRouteTables = [makeAwsTable("rtb-1", ofVSwitches), makeAwsTable("rtb-2", ofVSwitches)];
            });
            const updated = await bgpVerificationHandler.update(id, outputs, inputs, context);
            expect(updated.routes).to.deep.equal(bothWays);
            expect(context.lines.filter(([kind]) => kind === "warn")).to.deep.equal([]);
        });

        it("warns of what has not come back within three minutes", async () => {
            const clouds = joined();
            const outputs = await verified(clouds);
            clouds.state.awsRouteTables = [makeAwsTable("rtb-1", ofVSwitches), makeAwsTable("rtb-2", [])];
            const context = fakeContext(clouds);
            const updated = await bgpVerificationHandler.update(id, outputs, inputs, context);
            expect(context.lines.filter(([kind]) => kind === "warn").map(([, line]) => line)).to.deep.equal(
                updated.routes?.missing,
            );
            expect(updated.routes?.missing).to.have.length(1);
        });

        it("shows at a refresh what is missing, and no route that came or went beside it", async () => {
            const clouds = joined();
            const outputs = await verified(clouds);
            expect(await bgpVerificationHandler.read(id, outputs, fakeContext(clouds))).to.equal(outputs);
            clouds.state.subnets.pop();
            expect(await bgpVerificationHandler.read(id, outputs, fakeContext(clouds))).to.equal(outputs);
            expect(await bgpVerificationHandler.hasDrifted?.(outputs, fakeContext(clouds))).to.equal(false);
            clouds.state.vpcAttachments = withoutSynchronisation.vpcAttachments;
            const seen = await bgpVerificationHandler.read(id, outputs, fakeContext(clouds));
            expect(seen).to.deep.equal({
                ...outputs,
                routes: {
                    ...bothWays,
                    awsToAlibaba: [{ from: ["10.0.1.0/24"], to: ofVSwitches }],
                    missing: [synchronisationOff],
                },
            });
        });

        it("is down or tested whatever becomes of its routes, which a refresh does not even ask for", async () => {
            for (const virtualInterfaceState of ["down", "testing"]) {
                const clouds = joined();
                const outputs = await verified(clouds);
                clouds.state.virtualInterfaces = [makeVirtualInterface({ virtualInterfaceState })];
                clouds.alibaba.listVpcAttachments = () => Promise.reject(new Error("This must not be asked."));
                const drifted = await bgpVerificationHandler.hasDrifted?.(outputs, fakeContext(clouds));
                expect(drifted).to.equal(virtualInterfaceState === "down");
                const seen = await bgpVerificationHandler.read(id, outputs, fakeContext(clouds));
                expect(seen?.routes).to.deep.equal(bothWays);
            }
        });

        it("is not failed by a look that nobody may take: it warns, and keeps what was known", async () => {
            const clouds = joined();
            const outputs = await verified(clouds);
            clouds.aws.describeSubnets = () => Promise.reject(denied());
            const context = fakeContext(clouds);
            const updated = await bgpVerificationHandler.update(id, outputs, inputs, context);
            expect(context.lines).to.deep.equal([
                [
                    "warn",
                    "Whether routes lead both ways nobody could see. subnets of vpc-1: denied. Grant this permission to the caller.",
                ],
            ]);
            expect(updated.routes).to.deep.equal(bothWays);
            expect(await bgpVerificationHandler.read(id, outputs, fakeContext(clouds))).to.equal(outputs);
            expect(await bgpVerificationHandler.hasDrifted?.(outputs, fakeContext(clouds))).to.equal(false);
        });
    });

    it("refuses a level that there is none of, and routes between no networks", () => {
        expect(bgpVerificationHandler.check({ ...inputs, level: "packets" })).to.deep.equal([
            { property: "level", reason: 'level is "packets"; it must be "bgp" or "routes".' },
        ]);
        expect(bgpVerificationHandler.check({ ...inputs, networks: undefined })).to.deep.equal([
            { property: "networks", reason: 'level "routes" needs networks: which ones are to be joined' },
        ]);
    });

    it("refuses, at a preview, to give up what was made for a VPC while the link carries traffic", async () => {
        const clouds = joined();
        const olds = { ...inputs, made: { vpcRoutes: ["vpc-ali"] } };
        const guard = async (news: BgpVerificationInputs): Promise<string[] | undefined> =>
            (await bgpVerificationHandler.guard?.(news, olds, fakeContext(clouds)))?.map(({ reason }) => reason);
        const refused = [
            "The routes of VPC vpc-ali would no longer be managed while dxvif-1 carries traffic: what this stack made for them on the VPC's attachment is taken away, and the VPC has no way to AWS. Set allowOutage: true to let it be cut, or take the change back.",
        ];
        expect(await guard(olds)).to.deep.equal([]);
        expect(await guard({ ...olds, made: {} })).to.deep.equal(refused);
        expect(await guard({ ...olds, networks: { ...networks, alibabaVpcIds: ["vpc-2"] } })).to.deep.equal(refused);
        expect(await guard({ ...olds, made: {}, allowOutage: true })).to.deep.equal([]);
    });
});

function denied(): CloudCallError {
    return new CloudCallError(
        "subnets of vpc-1: denied. Grant this permission to the caller.",
        "UnauthorizedOperation",
        {
            cause: undefined,
        },
    );
}

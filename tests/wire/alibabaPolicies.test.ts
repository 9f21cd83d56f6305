import { expect } from "chai";

import { readPolicy } from "../../simulator/permissions/readPolicy";
import type { Guesses } from "../../simulator/world/guesses";
import { withBgp, type BgpServer } from "./alibabaBgp";
import { startCen, type CenServer } from "./alibabaCen";
import { region } from "./alibabaServer";

const account = "1234567890123456";
const forbidden =
    "Forbidden.RAM 403: User not authorized to operate on the specified resource, or this API doesn't support RAM.";
const noPermission = "NoPermission 403: You are not authorized to do this action. You should be authorized by RAM.";

describe("an Alibaba Cloud user with a policy", () => {
    let server: CenServer & BgpServer;

    async function start(guesses: Partial<Guesses> = {}): Promise<void> {
        const cen = await startCen(guesses);
        cen.clock.advance(cen.world.durations.backendConfiguration);
        server = { ...cen, ...withBgp(cen) };
    }
    afterEach(() => server.close());

    function attach(...Statement: object[]): void {
        const { caller } = server.keys.find("LTAIown") ?? {};
        Object.assign(caller ?? {}, { policies: [readPolicy("alibaba", { Version: "1", Statement })] });
    }

    function allow(Action: string | string[], ...Resource: string[]): object {
        return { Effect: "Allow", Action, Resource };
    }

    it("is refused what it does not allow, by each service in its own words", async () => {
        await start();
        attach();
        expect(await server.refusal("vpc", "DescribeVirtualBorderRouters")).to.equal(forbidden);
        expect(await server.refusal("cbn", "DescribeCens")).to.equal(forbidden);
        expect(await server.refusal("ecs", "DescribeSecurityGroups")).to.equal(forbidden);
        expect(await server.refusal("bss", "GetOrderDetail", { OrderId: "1" })).to.equal(forbidden);
        expect(await server.refusal("sts", "GetCallerIdentity")).to.equal(noPermission);
        const role = { RoleArn: `acs:ram::${account}:role/network`, RoleSessionName: "up" };
        expect(await server.refusal("sts", "AssumeRole", role)).to.equal(noPermission);
    });

    it("is refused by CEN in the other way that the guess has", async () => {
        await start({ cenMissingPermission: "NoPermission" });
        attach();
        expect(await server.refusal("cbn", "DescribeCens")).to.equal(noPermission);
        expect(await server.refusal("vpc", "DescribeVpcs")).to.equal(forbidden);
    });

    it("is refused what it denies, whatever allows it", async () => {
        await start();
        attach(allow("*", "*"), { Effect: "Deny", Action: "vpc:Describe*", Resource: "*" });
        expect(await server.refusal("vpc", "DescribeVpcs")).to.equal(forbidden);
        expect(await server.refusal("cbn", "DescribeCens")).to.equal("accepted");
    });

    it("needs the VBR for its BGP groups and peers, also where a call names none", async () => {
        await start();
        const ofRouter = (vbrId: string): string => `acs:vpc:${region}:${account}:virtualborderrouter/${vbrId}`;
        attach(allow("vpc:*Bgp*", ofRouter("vbr-other")));
        expect(await server.refusal("vpc", "CreateBgpGroup", server.newGroup())).to.equal(forbidden);
        attach(allow("vpc:*Bgp*", ofRouter(server.order.vbrId)));
        const group = await server.makeGroup();
        const peer = await server.makePeer(group);
        attach(allow("vpc:*Bgp*", ofRouter("vbr-other")));
        expect(await server.refusal("vpc", "ModifyBgpGroupAttribute", { BgpGroupId: group })).to.equal(forbidden);
        expect(await server.refusal("vpc", "DeleteBgpPeer", { BgpPeerId: peer })).to.equal(forbidden);
        expect(await server.refusal("vpc", "CreateBgpPeer", server.newPeer(group))).to.equal(forbidden);
        attach(allow("vpc:*Bgp*", ofRouter(server.order.vbrId)));
        expect(await server.refusal("vpc", "DeleteBgpPeer", { BgpPeerId: peer })).to.equal("accepted");
    });

    it("needs every resource that a call to CEN names", async () => {
        await start();
        const { cenId, transitRouterId } = server.ids;
        const cen = `acs:cen:*:${account}:ceninstance/${cenId}`;
        const router = `acs:cen:*:${account}:centransitrouter/${transitRouterId}`;
        const create = (): Promise<string> =>
            server.refusal("cbn", "CreateTransitRouterVbrAttachment", server.newAttachment());
        attach(allow("cen:CreateTransitRouterVbrAttachment", cen));
        expect(await create()).to.equal(forbidden);
        attach(allow("cen:CreateTransitRouterVbrAttachment", router));
        expect(await create()).to.equal(forbidden);
        attach(allow("cen:CreateTransitRouterVbrAttachment", cen, router));
        expect(await create()).to.equal("accepted");
    });

    it("needs CEN and VBR to make the one the other's child", async () => {
        await start();
        const child = server.newChild();
        const cen = `acs:cen:*:${account}:ceninstance/${child.CenId}`;
        const vbr = `acs:vpc:*:${account}:virtualborderrouter/${server.order.vbrId}`;
        attach(allow("cen:AttachCenChildInstance", cen));
        expect(await server.refusal("cbn", "AttachCenChildInstance", child)).to.equal(forbidden);
        attach(allow("cen:AttachCenChildInstance", cen, vbr));
        expect(await server.refusal("cbn", "AttachCenChildInstance", child)).to.equal("accepted");
    });

    it("needs the attachment, wherever a call names its ID alone", async () => {
        await start();
        const id = await server.attach();
        const attachment = `acs:cen:*:${account}:centransitrouterattachment/${id}`;
        const remove = { TransitRouterAttachmentId: id };
        attach(allow("cen:DeleteTransitRouterVbrAttachment", `${attachment}-other`));
        expect(await server.refusal("cbn", "DeleteTransitRouterVbrAttachment", remove)).to.equal(forbidden);
        // The list is its CEN's too.
        attach(allow("cen:ListTransitRouterVbrAttachments", attachment));
        expect(await server.refusal("cbn", "ListTransitRouterVbrAttachments", remove)).to.equal(forbidden);
        attach(
            allow(
                ["cen:ListTransitRouterVbrAttachments", "cen:DeleteTransitRouterVbrAttachment"],
                attachment,
                `acs:cen:*:${account}:ceninstance/${server.ids.cenId}`,
            ),
        );
        expect(await server.refusal("cbn", "ListTransitRouterVbrAttachments", remove)).to.equal("accepted");
        expect(await server.refusal("cbn", "DeleteTransitRouterVbrAttachment", remove)).to.equal("accepted");
        // Whoever waits for its end asks on.
        server.clock.advance(server.world.durations.attachmentDelete);
        expect(await server.refusal("cbn", "ListTransitRouterVbrAttachments", remove)).to.equal("accepted");
    });
});

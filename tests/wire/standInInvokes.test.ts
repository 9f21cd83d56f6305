import { expect } from "chai";

import { errorOf } from "../support/rejects";
import { startStandIns, type StandIns } from "./standIns";

describe("a data source of a stand-in", () => {
    let standIns: StandIns;

    before(async () => {
        standIns = await startStandIns();
    });
    after(() => standIns.stop());

    it("answers who and where the provider is", async () => {
        const { aws, alibaba } = standIns.simulator.description.credentials;
        expect(await standIns.invoke("aws:index/getCallerIdentity:getCallerIdentity", {})).to.include({
            accountId: aws.accountId,
            id: aws.accountId,
        });
        expect(await standIns.invoke("aws:index/getRegion:getRegion", {})).to.include({ region: "ap-southeast-1" });
        expect(await standIns.invoke("alicloud:index/getCallerIdentity:getCallerIdentity", {})).to.include({
            accountId: alibaba.accountId,
        });
        expect((await standIns.invoke("alicloud:index/getRegions:getRegions", { current: true })).ids).to.deep.equal([
            "ap-southeast-1",
        ]);
    });

    it("answers the gateway, and the route tables of a transit router", async () => {
        const { gateway } = await standIns.makeLink();
        expect(await standIns.invoke("aws:ec2/getVpnGateway:getVpnGateway", { id: gateway.id })).to.deep.include({
            amazonSideAsn: "64512",
            attachedVpcId: standIns.simulator.description.world.awsVpcId,
            state: "available",
            tags: { Name: "link" },
        });
        const { transitRouterId, transitRouterRouteTableId } = standIns.simulator.description.world;
        const { tables } = await standIns.invoke(
            "alicloud:cen/getTransitRouterRouteTables:getTransitRouterRouteTables",
            { transitRouterId, transitRouterRouteTableType: "System" },
        );
        expect(
            (tables as { transitRouterRouteTableId: string }[]).map((table) => table.transitRouterRouteTableId),
        ).to.deep.equal([transitRouterRouteTableId]);
    });

    it("says in one line what it cannot find or does not know", async () => {
        expect(
            (await errorOf(standIns.invoke("aws:ec2/getVpnGateway:getVpnGateway", { id: "vgw-none" }))).message,
        ).to.equal("no matching EC2 VPN Gateway found");
        expect((await errorOf(standIns.invoke("aws:ec2/getVpc:getVpc", {}))).message).to.equal(
            "The simulator does not know the data source aws:ec2/getVpc:getVpc.",
        );
    });
});

describe("the configuration of a stand-in", () => {
    let standIns: StandIns;

    before(async () => {
        standIns = await startStandIns();
    });
    after(() => standIns.stop());

    const whoAmI = "aws:index/getCallerIdentity:getCallerIdentity";

    it("is that of its own provider instance: assumed roles, keys and region", async () => {
        const { accountId } = standIns.simulator.description.credentials.aws;
        const assumeRoles = JSON.stringify([
            { roleArn: `arn:aws:iam::${accountId}:role/network`, sessionName: "rehearsal" },
        ]);
        await standIns.configure({ region: "us-east-1", assumeRoles }, { "aws:config:region": "us-east-1" });
        expect((await standIns.invoke(whoAmI, {})).arn).to.equal(
            `arn:aws:sts::${accountId}:assumed-role/network/rehearsal`,
        );
        expect((await standIns.invoke("aws:index/getRegion:getRegion", {})).region).to.equal("us-east-1");
        // The other cloud's provider keeps its own.
        expect((await standIns.invoke("alicloud:index/getRegions:getRegions", {})).id).to.equal("ap-southeast-1");
    });

    it("refuses an access key that nobody has", async () => {
        const error = await errorOf(
            standIns.configure({ accessKey: "AKIANOBODY" }, { "aws:config:accessKey": "AKIANOBODY" }),
        );
        expect(error.message).to.equal("No valid credential sources found: the access key AKIANOBODY is unknown.");
    });
});

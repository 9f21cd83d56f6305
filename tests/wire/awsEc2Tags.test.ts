import { CreateTagsCommand, DeleteTagsCommand } from "@aws-sdk/client-ec2";
import { expect } from "chai";

import { startEc2, type Ec2Server } from "./awsEc2";
import { addGateway, foreignAccountId, refusalOf } from "./awsServer";

describe("tags of EC2 on the AWS wire", () => {
    let server: Ec2Server;

    beforeEach(async () => {
        server = await startEc2();
    });

    afterEach(() => server.close());

    const tag = (Resources: string[], Tags: { Key?: string; Value?: string }[]) =>
        server.ec2.send(new CreateTagsCommand({ Resources, Tags }));
    const untag = (Resources: string[], Tags?: { Key?: string; Value?: string }[]) =>
        server.ec2.send(new DeleteTagsCommand({ Resources, Tags }));
    const tagsOf = (id: string): unknown => Object.fromEntries(server.world.aws.vpnGateways.get(id)?.tags ?? []);

    beforeEach(() => {
        addGateway(server.world, "vgw-1");
        addGateway(server.world, "vgw-2");
    });

    it("are set and overwritten on several resources at once", async () => {
        await tag(["vgw-1", server.vpcId, server.mainTable], [{ Key: "team", Value: "a" }]);
        await tag(
            ["vgw-1"],
            [
                { Key: "team", Value: "b" },
                { Key: "cost", Value: "" },
            ],
        );
        expect((await server.gateways("vgw-1"))[0]?.Tags).to.deep.equal([
            { Key: "team", Value: "b" },
            { Key: "cost", Value: "" },
        ]);
        expect(server.world.aws.vpcs.get(server.vpcId)?.tags.get("team")).to.equal("a");
        expect(server.world.aws.routeTables.get(server.mainTable)?.tags.get("team")).to.equal("a");
    });

    it("are removed by key, by key and value, or all", async () => {
        const set = (): Promise<unknown> =>
            tag(
                ["vgw-1"],
                [
                    { Key: "a", Value: "1" },
                    { Key: "b", Value: "2" },
                ],
            );
        await set();
        await untag(["vgw-1"], [{ Key: "a" }, { Key: "b", Value: "other" }]);
        expect(tagsOf("vgw-1")).to.deep.equal({ b: "2" });
        await untag(["vgw-1"], [{ Key: "b", Value: "2" }]);
        expect(tagsOf("vgw-1")).to.deep.equal({});
        await set();
        await untag(["vgw-1"]);
        expect(tagsOf("vgw-1")).to.deep.equal({});
    });

    it("are refused as a whole", async () => {
        const refusals: [string[], { Key?: string; Value?: string }[], RegExp][] = [
            [["vgw-1", "vgw-none"], [{ Key: "a", Value: "1" }], /^InvalidID 400: The ID 'vgw-none' is not valid$/],
            [[], [{ Key: "a", Value: "1" }], /^MissingParameter 400: .* parameter resourceIdSet$/],
            [["vgw-1"], [], /^MissingParameter 400: .* parameter tagSet$/],
            [["vgw-1"], [{ Value: "1" }], /^MissingParameter 400: .* parameter Tag\.Key$/],
            [["vgw-1"], [{ Key: "aws:a" }], /^InvalidParameterValue 400: .* reserved for internal use$/],
            [["vgw-1"], [{ Key: "x".repeat(129) }], /^InvalidParameterValue 400: Tag x+ is too long\.$/],
            [["vgw-1"], [{ Key: "a", Value: "x".repeat(257) }], /^InvalidParameterValue 400: Tag a is too long\.$/],
            [
                ["vgw-2", "vgw-1"],
                Array.from({ length: 51 }, (_, index) => ({ Key: `key-${index}` })),
                /^TagLimitExceeded 400: More than 50 tags specified$/,
            ],
        ];
        for (const [resources, tags, refusal] of refusals) {
            expect(await refusalOf(tag(resources, tags))).to.match(refusal);
        }
        expect([tagsOf("vgw-1"), tagsOf("vgw-2")]).to.deep.equal([{}, {}]);
    });

    it("of another account's resource cannot be set", async () => {
        addGateway(server.world, "vgw-foreign", { ownerAccount: foreignAccountId });
        expect(await refusalOf(tag(["vgw-foreign"], [{ Key: "a", Value: "1" }]))).to.match(/^InvalidID 400: /);
    });
});

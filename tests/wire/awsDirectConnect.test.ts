import {
    ConfirmConnectionCommand,
    DeleteConnectionCommand,
    DescribeConnectionsCommand,
    DescribeTagsCommand,
    DescribeVirtualGatewaysCommand,
    TagResourceCommand,
    UntagResourceCommand,
    type Tag,
} from "@aws-sdk/client-direct-connect";
import { expect } from "chai";

import { orderConnection } from "../../simulator/world/circuit";
import { singaporeOrder } from "../../simulator/scenarios/order";
import type { ConnectionState } from "../../simulator/world/awsState";
import {
    accountId,
    addConnection,
    addGateway,
    foreignAccountId,
    refusalOf,
    region,
    startAwsServer,
    type AwsServer,
} from "./awsServer";

const refused = "DirectConnectClientException 400:";

describe("connections of the AWS wire", () => {
    let server: AwsServer;

    beforeEach(async () => {
        server = await startAwsServer();
        addConnection(server.world, "dxcon-1", { connectionState: "ordering" });
    });

    afterEach(() => server.close());

    const confirm = (connectionId: string) => server.directConnect.send(new ConfirmConnectionCommand({ connectionId }));
    const remove = (connectionId: string) => server.directConnect.send(new DeleteConnectionCommand({ connectionId }));
    const stateOf = async (connectionId: string): Promise<string | undefined> => {
        const { connections } = await server.directConnect.send(new DescribeConnectionsCommand({ connectionId }));
        return connections?.[0]?.connectionState;
    };

    it("read as the partner offered them, and hold nothing of the world behind them", async () => {
        addConnection(server.world, "dxcon-2", { circuitId: "pc-1", vlanTranslated: true });
        const { connections } = await server.directConnect.send(new DescribeConnectionsCommand({}));
        const expected = {
            connectionId: "dxcon-1",
            connectionName: "link",
            connectionState: "ordering",
            ownerAccount: accountId,
            region,
            location: "EqSG2",
            bandwidth: "1Gbps",
            vlan: 101,
            partnerName: "Alibaba Cloud",
            providerName: "Alibaba Cloud",
            jumboFrameCapable: true,
            hasLogicalRedundancy: "unknown",
            macSecCapable: false,
            tags: [],
        };
        expect(connections).to.deep.equal([
            expected,
            { ...expected, connectionId: "dxcon-2", connectionState: "available" },
        ]);
    });

    it("P1: go from ordering over pending to available", async () => {
        expect((await confirm("dxcon-1")).connectionState).to.equal("pending");
        server.clock.advance(server.world.durations.confirmToAvailable - 1);
        expect(await stateOf("dxcon-1")).to.equal("pending");
        server.clock.advance(1);
        expect(await stateOf("dxcon-1")).to.equal("available");
    });

    it("P1: are confirmed while they are ordering alone", async () => {
        for (const state of ["requested", "pending", "available", "down", "deleted", "rejected"] as const) {
            addConnection(server.world, "dxcon-2", { connectionState: state });
            expect(await refusalOf(confirm("dxcon-2"))).to.equal(
                `${refused} ConfirmConnection failed. dxcon-2 is in state ${state}`,
            );
        }
    });

    it("may be down until the backend is Running, and are not held up by one that is", async () => {
        await server.close();
        server = await startAwsServer({ acceptedConnection: "down-until-running" });
        const { connectionId } = orderConnection(server.world, singaporeOrder(server.world, true));
        await confirm(connectionId);
        server.clock.advance(server.world.durations.confirmToAvailable);
        expect(await stateOf(connectionId)).to.equal("down");
        server.clock.advance(server.world.durations.backendConfiguration);
        expect(await stateOf(connectionId)).to.equal("available");

        const another = addConnection(server.world, "dxcon-2", {
            circuitId: server.world.aws.connections.get(connectionId)?.circuitId,
            connectionState: "ordering",
        });
        await confirm(another.connectionId);
        server.clock.advance(server.world.durations.confirmToAvailable);
        expect(await stateOf(another.connectionId)).to.equal("available");
    });

    it("are shown to their owner in their region alone", async () => {
        addConnection(server.world, "dxcon-foreign", { ownerAccount: foreignAccountId });
        addConnection(server.world, "dxcon-far", { region: "eu-central-1" });
        const { connections } = await server.directConnect.send(new DescribeConnectionsCommand({}));
        expect(connections?.map(({ connectionId }) => connectionId)).to.deep.equal(["dxcon-1"]);
        for (const id of ["dxcon-foreign", "dxcon-far", "dxcon-none"]) {
            const unknown = `${refused} Could not find Connection with ID ${id}`;
            expect(await refusalOf(confirm(id))).to.equal(unknown);
            expect(await refusalOf(remove(id))).to.equal(unknown);
            expect(await refusalOf(stateOf(id))).to.equal(unknown);
        }
    });

    it("P1: are deleting, then deleted; one that waits for its owner is rejected, for good", async () => {
        const gone: [ConnectionState, string][] = [
            ["requested", "deleting"],
            ["available", "deleting"],
            ["down", "deleting"],
            ["ordering", "rejected"],
        ];
        for (const [before, after] of gone) {
            addConnection(server.world, "dxcon-2", { connectionState: before });
            expect((await remove("dxcon-2")).connectionState, before).to.equal(after);
        }
        expect(await refusalOf(confirm("dxcon-2"))).to.equal(
            `${refused} ConfirmConnection failed. dxcon-2 is in state rejected`,
        );
        addConnection(server.world, "dxcon-2");
        await remove("dxcon-2");
        expect(await refusalOf(remove("dxcon-2"))).to.equal(
            `${refused} Connection dxcon-2 is in a transitioning state.`,
        );
        server.clock.advance(server.world.durations.connectionDelete);
        expect(await stateOf("dxcon-2")).to.equal("deleted");
        expect(await refusalOf(remove("dxcon-2"))).to.equal(
            `${refused} The specified Connection ID is not available: dxcon-2 is in state deleted`,
        );
    });

    it("are paged by tokens, and refuse one that they did not give", async () => {
        addConnection(server.world, "dxcon-2");
        const page = (query: object) => server.directConnect.send(new DescribeConnectionsCommand(query));
        const first = await page({ maxResults: 1 });
        expect(first.connections?.map(({ connectionId }) => connectionId)).to.deep.equal(["dxcon-1"]);
        const second = await page({ maxResults: 1, nextToken: first.nextToken });
        expect(second.connections?.map(({ connectionId }) => connectionId)).to.deep.equal(["dxcon-2"]);
        expect(second.nextToken).to.equal(undefined);
        expect(await refusalOf(page({ nextToken: "x" }))).to.equal(`${refused} The specified nextToken is invalid.`);
    });

    it("are a server's exception with HTTP 400, as documented, where the simulator itself fails", async () => {
        Object.defineProperty(server.world.aws.connections, "values", {
            value() {
                throw new Error("out of order");
            },
        });
        expect(await refusalOf(server.directConnect.send(new DescribeConnectionsCommand({})))).to.equal(
            "DirectConnectServerException 400: The simulator failed: Error: out of order",
        );
    });

    it("know the virtual private gateways of their region", async () => {
        addGateway(server.world, "vgw-1");
        addGateway(server.world, "vgw-2", { state: "pending" });
        addGateway(server.world, "vgw-foreign", { ownerAccount: foreignAccountId });
        const { virtualGateways } = await server.directConnect.send(new DescribeVirtualGatewaysCommand({}));
        expect(virtualGateways).to.deep.equal([
            { virtualGatewayId: "vgw-1", virtualGatewayState: "available" },
            { virtualGatewayId: "vgw-2", virtualGatewayState: "pending" },
        ]);
    });

    describe("tags", () => {
        const arnOf = (id: string, account = accountId, ofRegion = region): string =>
            `arn:aws:directconnect:${ofRegion}:${account}:dxcon/${id}`;
        const resourceArn = arnOf("dxcon-1");
        const tag = (tags: Tag[], arn = resourceArn) =>
            server.directConnect.send(new TagResourceCommand({ resourceArn: arn, tags }));
        const untag = (tagKeys: string[]) =>
            server.directConnect.send(new UntagResourceCommand({ resourceArn, tagKeys }));
        const describeTags = (...resourceArns: string[]) =>
            server.directConnect.send(new DescribeTagsCommand({ resourceArns }));
        const tagsNow = async (): Promise<Tag[] | undefined> =>
            (await describeTags(resourceArn)).resourceTags?.[0]?.tags;

        it("are set, overwritten and removed", async () => {
            await tag([{ key: "team", value: "a" }, { key: "cost" }]);
            await tag([{ key: "team", value: "b" }]);
            expect((await describeTags(resourceArn)).resourceTags).to.deep.equal([
                {
                    resourceArn,
                    tags: [
                        { key: "team", value: "b" },
                        { key: "cost", value: "" },
                    ],
                },
            ]);
            await untag(["team", "unknown"]);
            expect(await tagsNow()).to.deep.equal([{ key: "cost", value: "" }]);
        });

        it("are refused where they are none, and then none is set", async () => {
            const fifty = Array.from({ length: 50 }, (_, index) => ({ key: `key-${index}` }));
            await tag(fifty);
            const refusals: [Tag[], RegExp][] = [
                [[], /^DirectConnectClientException 400: Missing required parameter: tags$/],
                [[{ key: "" }], /^DirectConnectClientException 400: Missing required parameter: key$/],
                [[{ key: "aws:x" }], /^DirectConnectClientException 400: Tag key aws:x is not valid/],
                [[{ key: "x".repeat(129) }], /^DirectConnectClientException 400: .* too long/],
                [[{ key: "x", value: "x".repeat(257) }], /^DirectConnectClientException 400: .* too long/],
                [[{ key: "key-1" }, { key: "key-1" }], /^DuplicateTagKeysException 400: /],
                [[{ key: "key-50" }], /^TooManyTagsException 400: /],
            ];
            for (const [tags, refusal] of refusals) {
                expect(await refusalOf(tag(tags))).to.match(refusal);
            }
            expect((await tagsNow())?.length).to.equal(50);
        });

        it("belong to a resource of the caller's, in the caller's region, by its ARN", async () => {
            addConnection(server.world, "dxcon-foreign", { ownerAccount: foreignAccountId });
            const refusals: [string, string][] = [
                ["dxcon-1", "dxcon-1 is not the ARN of a Direct Connect resource"],
                [arnOf("dxcon-1", foreignAccountId), `Resource ${arnOf("dxcon-1", foreignAccountId)} does not exist`],
                [
                    arnOf("dxcon-1", accountId, "eu-central-1"),
                    `Resource ${arnOf("dxcon-1", accountId, "eu-central-1")} does not exist`,
                ],
                [arnOf("dxcon-foreign"), "Could not find Connection with ID dxcon-foreign"],
                [resourceArn.replace("dxcon/dxcon-1", "dxvif/dxvif-1"), "Virtual Interface dxvif-1 does not exist"],
            ];
            for (const [arn, message] of refusals) {
                expect(await refusalOf(tag([{ key: "a" }], arn))).to.equal(`${refused} ${message}`);
                expect(await refusalOf(describeTags(arn))).to.equal(`${refused} ${message}`);
            }
            expect(await refusalOf(describeTags())).to.equal(`${refused} Missing required parameter: resourceArns`);
            expect(await refusalOf(untag([]))).to.equal(`${refused} Missing required parameter: tagKeys`);
        });
    });
});

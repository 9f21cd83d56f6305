import {
    ConfirmConnectionCommand,
    CreatePrivateVirtualInterfaceCommand,
    DeleteVirtualInterfaceCommand,
    DescribeConnectionsCommand,
    DescribeVirtualInterfacesCommand,
    DirectConnectClient,
    TagResourceCommand,
} from "@aws-sdk/client-direct-connect";
import {
    AttachVpnGatewayCommand,
    CreateVpnGatewayCommand,
    DescribeRouteTablesCommand,
    DescribeVpnGatewaysCommand,
    DetachVpnGatewayCommand,
    EC2Client,
    EnableVgwRoutePropagationCommand,
} from "@aws-sdk/client-ec2";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { expect } from "chai";

import { awsListener } from "../../simulator/aws/index";
import { KeyStore } from "../../simulator/keys";
import { listen, type Listening } from "../../simulator/listen";
import { buildAwsVpc } from "../../simulator/scenarios/vpcs";
import { ManualClock } from "../../simulator/world/clock";
import { World } from "../../simulator/world/world";

const region = "ap-southeast-1";
const accountId = "123456789012";
const accessKeyId = "AKIAEXAMPLE";

describe("the AWS wire, by the official SDK", () => {
    let clock: ManualClock;
    let world: World;
    let server: Listening;
    let vpc: ReturnType<typeof buildAwsVpc>;
    let directConnect: DirectConnectClient;
    let ec2: EC2Client;

    const options = (secretAccessKey = "secret") => ({
        region,
        endpoint: `http://127.0.0.1:${server.port}`,
        credentials: { accessKeyId, secretAccessKey },
        maxAttempts: 1,
    });

    beforeEach(async () => {
        clock = new ManualClock();
        world = new World(clock);
        vpc = buildAwsVpc(world);
        const keys = new KeyStore();
        const arn = `arn:aws:iam::${accountId}:user/engineer`;
        keys.add({ accessKeyId, secret: "secret", caller: { cloud: "aws", accountId, region, arn, accessKeyId } });
        server = await listen(awsListener(world, keys), 0);
        directConnect = new DirectConnectClient(options());
        ec2 = new EC2Client(options());
        offer("dxcon-1", 101);
    });

    afterEach(() => server.close());

    function offer(connectionId: string, vlan: number, ownerAccount = accountId): void {
        world.aws.connections.set(connectionId, {
            connectionId,
            connectionName: "link",
            ownerAccount,
            region,
            location: "EqSG2",
            bandwidth: "1Gbps",
            vlan,
            partnerName: "Alibaba Cloud",
            providerName: "Alibaba Cloud",
            connectionState: "ordering",
            tags: new Map(),
        });
    }

    async function refusalOf(call: Promise<unknown>): Promise<string> {
        try {
            await call;
        } catch (error) {
            return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        }
        return "accepted";
    }

    async function makeGateway(): Promise<string> {
        const { VpnGateway } = await ec2.send(new CreateVpnGatewayCommand({ Type: "ipsec.1" }));
        clock.advance(60);
        await ec2.send(new AttachVpnGatewayCommand({ VpnGatewayId: VpnGateway?.VpnGatewayId, VpcId: vpc.awsVpcId }));
        clock.advance(60);
        return VpnGateway?.VpnGatewayId ?? "";
    }

    async function createVirtualInterface(gatewayId: string, vlan = 101): Promise<string> {
        const { virtualInterfaceId } = await directConnect.send(
            new CreatePrivateVirtualInterfaceCommand({
                connectionId: "dxcon-1",
                newPrivateVirtualInterface: {
                    virtualInterfaceName: "link",
                    vlan,
                    asn: 45104,
                    authKey: "0123456789",
                    amazonAddress: "169.254.10.2/30",
                    customerAddress: "169.254.10.1/30",
                    virtualGatewayId: gatewayId,
                },
            }),
        );
        return virtualInterfaceId ?? "";
    }

    it("takes a connection from ordering over pending to available", async () => {
        const { connectionState } = await directConnect.send(new ConfirmConnectionCommand({ connectionId: "dxcon-1" }));
        expect(connectionState).to.equal("pending");
        clock.advance(world.durations.confirmToAvailable);
        const { connections } = await directConnect.send(new DescribeConnectionsCommand({}));
        expect(
            connections?.map(({ connectionId, connectionState: state, vlan }) => [connectionId, state, vlan]),
        ).to.deep.equal([["dxcon-1", "available", 101]]);
    });

    it("confirms only once", async () => {
        await directConnect.send(new ConfirmConnectionCommand({ connectionId: "dxcon-1" }));
        expect(await refusalOf(directConnect.send(new ConfirmConnectionCommand({ connectionId: "dxcon-1" })))).to.equal(
            "DirectConnectClientException: ConfirmConnection failed. dxcon-1 is in state pending",
        );
    });

    it("shows nobody another account's connection", async () => {
        offer("dxcon-2", 102, "210987654321");
        const { connections } = await directConnect.send(new DescribeConnectionsCommand({}));
        expect(connections?.map(({ connectionId }) => connectionId)).to.deep.equal(["dxcon-1"]);
        expect(await refusalOf(directConnect.send(new ConfirmConnectionCommand({ connectionId: "dxcon-2" })))).to.equal(
            "DirectConnectClientException: Could not find Connection with ID dxcon-2",
        );
    });

    it("pages with tokens, and refuses one that it did not give", async () => {
        offer("dxcon-2", 102);
        const first = await directConnect.send(new DescribeConnectionsCommand({ maxResults: 1 }));
        expect(first.connections?.length).to.equal(1);
        const second = await directConnect.send(
            new DescribeConnectionsCommand({ maxResults: 1, nextToken: first.nextToken }),
        );
        expect(second.connections?.map(({ connectionId }) => connectionId)).to.deep.equal(["dxcon-2"]);
        expect(second.nextToken).to.equal(undefined);
        expect(await refusalOf(directConnect.send(new DescribeConnectionsCommand({ nextToken: "x" })))).to.equal(
            "DirectConnectClientException: The specified nextToken is invalid.",
        );
    });

    it("makes a virtual interface only on an available connection, with its VLAN, and only one", async () => {
        const gatewayId = await makeGateway();
        expect(await refusalOf(createVirtualInterface(gatewayId))).to.match(
            /The specified Connection ID is not available/,
        );
        await directConnect.send(new ConfirmConnectionCommand({ connectionId: "dxcon-1" }));
        clock.advance(world.durations.confirmToAvailable);
        expect(await refusalOf(createVirtualInterface(gatewayId, 102))).to.match(/VLAN 102 is not the VLAN 101/);
        await createVirtualInterface(gatewayId);
        expect(await refusalOf(createVirtualInterface(gatewayId))).to.match(/already has virtual interface/);
    });

    it("detaches the gateway only after the virtual interface is gone", async () => {
        const VpnGatewayId = await makeGateway();
        await directConnect.send(new ConfirmConnectionCommand({ connectionId: "dxcon-1" }));
        clock.advance(world.durations.confirmToAvailable);
        const virtualInterfaceId = await createVirtualInterface(VpnGatewayId);
        const detach = new DetachVpnGatewayCommand({ VpnGatewayId, VpcId: vpc.awsVpcId });
        expect(await refusalOf(ec2.send(detach))).to.match(/pending VPNs or Virtual Interfaces/);
        await directConnect.send(new DeleteVirtualInterfaceCommand({ virtualInterfaceId }));
        clock.advance(world.durations.virtualInterfaceDelete);
        const { virtualInterfaces } = await directConnect.send(new DescribeVirtualInterfacesCommand({}));
        expect(virtualInterfaces?.map(({ virtualInterfaceState }) => virtualInterfaceState)).to.deep.equal(["deleted"]);
        await ec2.send(detach);
        clock.advance(world.durations.vpnGatewayDetach);
        const { VpnGateways } = await ec2.send(new DescribeVpnGatewaysCommand({ VpnGatewayIds: [VpnGatewayId] }));
        expect(VpnGateways?.[0]?.VpcAttachments).to.deep.equal([{ State: "detached", VpcId: vpc.awsVpcId }]);
    });

    it("propagates into a route table only over an attached gateway", async () => {
        const { VpnGateway } = await ec2.send(new CreateVpnGatewayCommand({ Type: "ipsec.1" }));
        const enable = (GatewayId: string | undefined) =>
            ec2.send(new EnableVgwRoutePropagationCommand({ RouteTableId: vpc.routeTableIds[0], GatewayId }));
        expect(await refusalOf(enable(VpnGateway?.VpnGatewayId))).to.match(/is not attached to VPC/);
        const gatewayId = await makeGateway();
        await enable(gatewayId);
        const { RouteTables } = await ec2.send(
            new DescribeRouteTablesCommand({ RouteTableIds: vpc.routeTableIds.slice(0, 1) }),
        );
        expect(RouteTables?.[0]?.PropagatingVgws).to.deep.equal([{ GatewayId: gatewayId }]);
    });

    it("tags by ARN", async () => {
        const resourceArn = `arn:aws:directconnect:${region}:${accountId}:dxcon/dxcon-1`;
        await directConnect.send(new TagResourceCommand({ resourceArn, tags: [{ key: "a", value: "b" }] }));
        const { connections } = await directConnect.send(new DescribeConnectionsCommand({ connectionId: "dxcon-1" }));
        expect(connections?.[0]?.tags).to.deep.equal([{ key: "a", value: "b" }]);
    });

    it("says who calls", async () => {
        const { Account } = await new STSClient(options()).send(new GetCallerIdentityCommand({}));
        expect(Account).to.equal(accountId);
    });

    it("refuses a wrong secret in each protocol's own words", async () => {
        const refusals = await Promise.all([
            refusalOf(new DirectConnectClient(options("wrong")).send(new DescribeConnectionsCommand({}))),
            refusalOf(new EC2Client(options("wrong")).send(new DescribeVpnGatewaysCommand({}))),
            refusalOf(new STSClient(options("wrong")).send(new GetCallerIdentityCommand({}))),
        ]);
        expect(refusals.map((refusal) => refusal.split(":")[0])).to.deep.equal([
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "SignatureDoesNotMatch",
        ]);
    });

    it("keeps no key in its log", async () => {
        const gatewayId = await makeGateway();
        await directConnect.send(new ConfirmConnectionCommand({ connectionId: "dxcon-1" }));
        clock.advance(world.durations.confirmToAvailable);
        await createVirtualInterface(gatewayId);
        expect(JSON.stringify(world.log)).to.include("***").and.not.to.include('0123456789"');
    });
});

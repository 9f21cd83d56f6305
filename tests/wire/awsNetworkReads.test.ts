import { expect } from "chai";

import type { PacketRule } from "../../provider/clouds/network";
import { cloudsOn, type CloudsOnWorld } from "../support/cloudsOnWorld";
import { joinAndWait, only, type Joined } from "../unit/world/joined";

describe("what the traffic passes through on AWS's side, as our own client reads it from the wire", () => {
    let joined: Joined;
    let served: CloudsOnWorld;
    let vpcId: string;

    beforeEach(async () => {
        joined = joinAndWait();
        vpcId = joined.vpc.vpcId;
        served = await cloudsOn(joined.world);
    });
    afterEach(() => served.close());

    const aws = (): CloudsOnWorld["clouds"]["aws"] => served.clouds.aws;
    const rule = (direction: PacketRule["direction"], changes: Partial<PacketRule>): PacketRule => ({
        direction,
        policy: "allow",
        protocol: "all",
        ports: undefined,
        cidrBlock: "0.0.0.0/0",
        priority: 0,
        ...changes,
    });

    it("the VPC's route tables, the main one among them, with whatever their routes lead to", async () => {
        const [, subnet] = [...joined.world.aws.subnets.values()];
        joined.otherTable.routes.push({
            destinationCidrBlock: "192.168.0.0/16",
            gatewayId: "tgw-1",
            state: "active",
            origin: "CreateRoute",
        });
        const local = {
            destinationCidrBlock: "10.0.0.0/16",
            targetId: "local",
            state: "active",
            origin: "CreateRouteTable",
        };
        const propagated = (destinationCidrBlock: string): object => ({
            destinationCidrBlock,
            targetId: joined.gateway.vpnGatewayId,
            state: "active",
            origin: "EnableVgwRoutePropagation",
        });
        const tables = await aws().describeRouteTablesOfVpc(vpcId);
        const byId = new Map(tables.map((table) => [table.routeTableId, table]));
        expect(tables).to.have.length(2);
        expect(byId.get(joined.mainTable.routeTableId)).to.deep.equal({
            routeTableId: joined.mainTable.routeTableId,
            vpcId,
            isMain: true,
            subnetIds: [],
            propagatingVpnGatewayIds: [joined.gateway.vpnGatewayId],
            routes: [local, propagated("172.16.1.0/24"), propagated("172.16.2.0/24")],
        });
        expect(byId.get(joined.otherTable.routeTableId)).to.deep.equal({
            routeTableId: joined.otherTable.routeTableId,
            vpcId,
            isMain: false,
            subnetIds: [subnet?.subnetId],
            propagatingVpnGatewayIds: [],
            routes: [
                local,
                {
                    destinationCidrBlock: "192.168.0.0/16",
                    targetId: "tgw-1",
                    state: "active",
                    origin: "CreateRoute",
                },
            ],
        });
        expect(await aws().describeRouteTablesOfVpc("vpc-elsewhere")).to.deep.equal([]);
    });

    it("its subnets", async () => {
        const subnets = [...joined.world.aws.subnets.values()].map(({ subnetId, cidrBlock }) => ({
            subnetId,
            vpcId,
            cidrBlock,
        }));
        expect(await aws().describeSubnets(vpcId)).to.have.deep.members(subnets);
        expect(await aws().describeSubnets("vpc-elsewhere")).to.deep.equal([]);
    });

    it("its security groups: all of a rule's blocks, and groups, which are none", async () => {
        const { id } = only(joined.world.aws.securityGroups.values());
        const groupId = vpcId.replace("vpc-", "sg-");
        const blocks = ["10.0.0.0/16", "172.16.0.0/16"];
        expect(await aws().describeSecurityGroups(vpcId)).to.have.deep.members([
            {
                id: groupId,
                name: "default",
                vpcId,
                rules: [rule("ingress", { cidrBlock: undefined }), rule("egress", {})],
            },
            {
                id,
                name: "workloads",
                vpcId,
                rules: [
                    ...blocks.map((cidrBlock) => rule("ingress", { cidrBlock })),
                    ...blocks.map((cidrBlock) => rule("egress", { cidrBlock })),
                ],
            },
        ]);
    });

    it("a rule of ports, and one of another protocol", async () => {
        const group = only(joined.world.aws.securityGroups.values());
        group.rules = [
            {
                direction: "ingress",
                priority: 1,
                policy: "allow",
                protocol: "tcp",
                ports: { from: 443, to: 444 },
                cidrBlock: "172.16.0.0/16",
            },
            {
                direction: "ingress",
                priority: 1,
                policy: "allow",
                protocol: "udp",
                ports: undefined,
                cidrBlock: "172.16.0.0/16",
            },
            {
                direction: "egress",
                priority: 1,
                policy: "allow",
                protocol: "icmp",
                ports: undefined,
                cidrBlock: "172.16.0.0/16",
            },
        ];
        const found = (await aws().describeSecurityGroups(vpcId)).find(({ id }) => id === group.id);
        expect(found?.rules).to.deep.equal([
            rule("ingress", { protocol: "tcp", ports: { from: 443, to: 444 }, cidrBlock: "172.16.0.0/16" }),
            rule("ingress", { protocol: "udp", cidrBlock: "172.16.0.0/16" }),
            rule("egress", { protocol: "icmp", cidrBlock: "172.16.0.0/16" }),
        ]);
    });

    it("its network ACLs, the default one among them, with the rule that denies the rest", async () => {
        const [inMain, inOther] = [...joined.world.aws.subnets.values()];
        const { id } = only(joined.world.aws.networkAcls.values());
        const numbered = (direction: PacketRule["direction"], cidrBlocks: string[]): PacketRule[] => [
            ...cidrBlocks.map((cidrBlock, index) => rule(direction, { cidrBlock, priority: 100 + 10 * index })),
            rule(direction, { policy: "deny", priority: 32767 }),
        ];
        const blocks = ["10.0.0.0/16", "172.16.0.0/16"];
        expect(await aws().describeNetworkAcls(vpcId)).to.have.deep.members([
            {
                id: vpcId.replace("vpc-", "acl-"),
                name: "",
                vpcId,
                rules: [...numbered("egress", ["0.0.0.0/0"]), ...numbered("ingress", ["0.0.0.0/0"])],
                subnetIds: [inMain?.subnetId],
            },
            {
                id,
                name: "",
                vpcId,
                rules: [...numbered("egress", blocks), ...numbered("ingress", blocks)],
                subnetIds: [inOther?.subnetId],
            },
        ]);
    });

    it("a Direct Connect gateway with what it is associated with, or that there is none", async () => {
        joined.world.aws.directConnectGateways.set("gw-1", {
            directConnectGatewayId: "gw-1",
            directConnectGatewayName: "hub",
            ownerAccount: joined.world.accounts.awsAccountId,
            amazonSideAsn: 64600,
            state: "available",
            associations: [
                {
                    associationId: "a-1",
                    gatewayId: joined.gateway.vpnGatewayId,
                    gatewayType: "virtualPrivateGateway",
                    region: "ap-southeast-1",
                    state: "associated",
                    allowedPrefixes: ["10.0.0.0/16"],
                },
            ],
        });
        expect(await aws().describeDirectConnectGateway("gw-1")).to.deep.equal({
            directConnectGatewayId: "gw-1",
            name: "hub",
            amazonSideAsn: 64600,
            associations: [
                { gatewayId: joined.gateway.vpnGatewayId, state: "associated", allowedPrefixes: ["10.0.0.0/16"] },
            ],
        });
        expect(await aws().describeDirectConnectGateway("gw-2")).to.equal(undefined);
    });

    it("the routes of the virtual interface, both ways, by an action that the SDK does not have", async () => {
        const { virtualInterfaceId } = joined.vif;
        expect(await aws().listVirtualInterfaceRoutes(virtualInterfaceId)).to.deep.equal([
            { direction: "accepted", cidrBlock: "172.16.1.0/24", asPath: [45104] },
            { direction: "accepted", cidrBlock: "172.16.2.0/24", asPath: [45104] },
            { direction: "advertised", cidrBlock: "10.0.0.0/16", asPath: [64512] },
        ]);
        expect(joined.world.log.at(-1)).to.deep.include({
            service: "directconnect",
            action: "ListVirtualInterfaceRoutes",
            input: { virtualInterfaceId },
            outcome: "ok",
        });
    });
});

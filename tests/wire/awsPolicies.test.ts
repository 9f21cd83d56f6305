import {
    ConfirmConnectionCommand,
    CreatePrivateVirtualInterfaceCommand,
    DeleteVirtualInterfaceCommand,
    DescribeConnectionsCommand,
    TagResourceCommand,
    UntagResourceCommand,
} from "@aws-sdk/client-direct-connect";
import {
    AttachVpnGatewayCommand,
    CreateTagsCommand,
    CreateVpnGatewayCommand,
    DeleteVpnGatewayCommand,
    DescribeVpcsCommand,
    EC2Client,
    EnableVgwRoutePropagationCommand,
} from "@aws-sdk/client-ec2";
import { AssumeRoleCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";

import { readPolicy } from "../../simulator/permissions/readPolicy";
import { accountId, addConnection, addGateway, refusalOf, region, startAwsServer, type AwsServer } from "./awsServer";

const user = `User: arn:aws:iam::${accountId}:user/engineer`;
const arn = (service: string, resource: string): string => `arn:aws:${service}:${region}:${accountId}:${resource}`;

function mayNot(action: string, resource?: string): string {
    const on = resource === undefined ? "" : ` on resource: ${resource}`;
    return `${user} is not authorized to perform: ${action}${on} because no identity-based policy allows the ${action} action`;
}

const byEc2 = (text: string): string =>
    `UnauthorizedOperation 403: You are not authorized to perform this operation. ${text}`;
const byDirectConnect = (text: string): string => `AccessDeniedException 400: ${text}`;

describe("an AWS user with a policy", () => {
    let server: AwsServer;

    beforeEach(async () => {
        server = await startAwsServer();
    });
    afterEach(() => server.close());

    function attach(...Statement: object[]): void {
        const { caller } = server.keys.find("AKIAOWN") ?? {};
        Object.assign(caller ?? {}, { policies: [readPolicy("aws", { Version: "2012-10-17", Statement })] });
    }

    function allow(Action: string | string[], Resource: string | string[] = "*", Condition?: object): object {
        return { Effect: "Allow", Action, Resource, ...(Condition && { Condition }) };
    }

    it("is refused what it does not allow, by each service in its own words, and may always ask who it is", async () => {
        attach();
        const { directConnect, ec2, sts } = server;
        const connection = arn("directconnect", "dxcon/dxcon-1");
        expect(await refusalOf(directConnect.send(new DescribeConnectionsCommand({})))).to.equal(
            byDirectConnect(mayNot("directconnect:DescribeConnections")),
        );
        expect(await refusalOf(directConnect.send(new ConfirmConnectionCommand({ connectionId: "dxcon-1" })))).to.equal(
            byDirectConnect(mayNot("directconnect:ConfirmConnection", connection)),
        );
        expect(await refusalOf(ec2.send(new DescribeVpcsCommand({})))).to.equal(byEc2(mayNot("ec2:DescribeVpcs")));
        const RoleArn = `arn:aws:iam::${accountId}:role/network`;
        expect(await refusalOf(sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "up" })))).to.equal(
            `AccessDenied 403: ${mayNot("sts:AssumeRole", RoleArn)}`,
        );
        expect((await sts.send(new GetCallerIdentityCommand({}))).Account).to.equal(accountId);
    });

    it("is refused what it denies, whatever allows it", async () => {
        attach(allow("*"), { Effect: "Deny", Action: "ec2:Describe*", Resource: "*" });
        expect(await refusalOf(server.ec2.send(new DescribeVpcsCommand({})))).to.equal(
            byEc2(
                `${user} is not authorized to perform: ec2:DescribeVpcs with an explicit deny in an identity-based policy`,
            ),
        );
        expect(await refusalOf(server.directConnect.send(new DescribeConnectionsCommand({})))).to.equal("not refused");
    });

    it("needs every resource that a call names", async () => {
        const { vpcId: VpcId, world, ec2, routeTableIds } = server;
        const { vpnGatewayId: VpnGatewayId } = addGateway(world, "vgw-1");
        const attachGateway = (): Promise<unknown> => ec2.send(new AttachVpnGatewayCommand({ VpcId, VpnGatewayId }));
        const vpc = arn("ec2", `vpc/${VpcId}`);
        attach(allow("ec2:AttachVpnGateway", arn("ec2", "vpn-gateway/vgw-1")));
        expect(await refusalOf(attachGateway())).to.equal(byEc2(mayNot("ec2:AttachVpnGateway", vpc)));
        attach(allow("ec2:AttachVpnGateway", vpc));
        expect(await refusalOf(attachGateway())).to.equal(
            byEc2(mayNot("ec2:AttachVpnGateway", arn("ec2", "vpn-gateway/vgw-1"))),
        );
        attach(allow("ec2:AttachVpnGateway", [vpc, arn("ec2", "vpn-gateway/*")]));
        expect(await refusalOf(attachGateway())).to.equal("not refused");
        const [RouteTableId = ""] = routeTableIds;
        const propagation = new EnableVgwRoutePropagationCommand({ RouteTableId, GatewayId: VpnGatewayId });
        attach(allow("ec2:EnableVgwRoutePropagation", arn("ec2", "vpn-gateway/vgw-1")));
        expect(await refusalOf(ec2.send(propagation))).to.equal(
            byEc2(mayNot("ec2:EnableVgwRoutePropagation", arn("ec2", `route-table/${RouteTableId}`))),
        );
    });

    it("may be held to the tags of what it makes, and of what is there", async () => {
        const { ec2, world } = server;
        const own = { "aws:ResourceTag/made-for": "*" };
        const made = { "aws:RequestTag/made-for": "vpc-*" };
        const gateways = arn("ec2", "vpn-gateway/*");
        attach(
            allow("ec2:CreateVpnGateway", gateways, { StringLike: made }),
            allow("ec2:CreateTags", gateways, { StringEquals: { "ec2:CreateAction": "CreateVpnGateway" } }),
            allow("ec2:DeleteVpnGateway", gateways, { StringLike: own }),
        );
        const create = (...Tags: { Key: string; Value: string }[]): Promise<unknown> =>
            ec2.send(
                new CreateVpnGatewayCommand({
                    Type: "ipsec.1",
                    TagSpecifications: Tags.length === 0 ? undefined : [{ ResourceType: "vpn-gateway", Tags }],
                }),
            );
        expect(await refusalOf(create())).to.equal(byEc2(mayNot("ec2:CreateVpnGateway", gateways)));
        expect(await refusalOf(create({ Key: "made-for", Value: "vpc-1" }))).to.equal("not refused");
        addGateway(world, "vgw-own", { tags: new Map([["made-for", "vpc-1"]]) });
        addGateway(world, "vgw-other");
        const remove = (VpnGatewayId: string): Promise<unknown> =>
            ec2.send(new DeleteVpnGatewayCommand({ VpnGatewayId }));
        expect(await refusalOf(remove("vgw-other"))).to.equal(
            byEc2(mayNot("ec2:DeleteVpnGateway", arn("ec2", "vpn-gateway/vgw-other"))),
        );
        expect(await refusalOf(remove("vgw-own"))).to.equal("not refused");
        const tagging = new CreateTagsCommand({
            Resources: ["vgw-other"],
            Tags: [{ Key: "made-for", Value: "vpc-1" }],
        });
        expect(await refusalOf(ec2.send(tagging))).to.equal(
            byEc2(mayNot("ec2:CreateTags", arn("ec2", "vpn-gateway/vgw-other"))),
        );
    });

    it("needs CreateTags too for a gateway that is made with tags", async () => {
        const gateways = arn("ec2", "vpn-gateway/*");
        attach(allow("ec2:CreateVpnGateway", gateways));
        const Tags = [{ Key: "team", Value: "network" }];
        const create = new CreateVpnGatewayCommand({
            Type: "ipsec.1",
            TagSpecifications: [{ ResourceType: "vpn-gateway", Tags }],
        });
        expect(await refusalOf(server.ec2.send(create))).to.equal(byEc2(mayNot("ec2:CreateTags", gateways)));
        expect(server.world.aws.vpnGateways.size).to.equal(0);
    });

    it("may be held to the tags of Direct Connect, of the connection and of the interface", async () => {
        const { directConnect, world } = server;
        addConnection(world, "dxcon-1", { tags: new Map([["accepted-for", "vbr-1"]]) });
        addConnection(world, "dxcon-2");
        const connections = arn("directconnect", "dxcon/*");
        attach(
            allow("directconnect:TagResource", connections, {
                "ForAllValues:StringEquals": { "aws:TagKeys": "accepted-for" },
            }),
            allow("directconnect:UntagResource", connections, { StringLike: { "aws:ResourceTag/accepted-for": "*" } }),
            allow("directconnect:CreatePrivateVirtualInterface", connections, {
                StringLike: { "aws:RequestTag/made-for": "*" },
            }),
        );
        const tag = (...keys: string[]): Promise<unknown> =>
            directConnect.send(
                new TagResourceCommand({
                    resourceArn: arn("directconnect", "dxcon/dxcon-2"),
                    tags: keys.map((key) => ({ key, value: "vbr-1" })),
                }),
            );
        const second = arn("directconnect", "dxcon/dxcon-2");
        expect(await refusalOf(tag("accepted-for", "team"))).to.equal(
            byDirectConnect(mayNot("directconnect:TagResource", second)),
        );
        const untag = (id: string): Promise<unknown> =>
            directConnect.send(
                new UntagResourceCommand({ resourceArn: arn("directconnect", `dxcon/${id}`), tagKeys: ["team"] }),
            );
        expect(await refusalOf(untag("dxcon-2"))).to.equal(
            byDirectConnect(mayNot("directconnect:UntagResource", second)),
        );
        expect(await refusalOf(untag("dxcon-1"))).to.equal("not refused");
        expect(await refusalOf(tag("accepted-for"))).to.equal("not refused");
        const create = new CreatePrivateVirtualInterfaceCommand({
            connectionId: "dxcon-1",
            newPrivateVirtualInterface: { virtualInterfaceName: "link", vlan: 101, asn: 45104 },
        });
        expect(await refusalOf(directConnect.send(create))).to.equal(
            byDirectConnect(
                mayNot("directconnect:CreatePrivateVirtualInterface", arn("directconnect", "dxcon/dxcon-1")),
            ),
        );
        expect(
            await refusalOf(directConnect.send(new DeleteVirtualInterfaceCommand({ virtualInterfaceId: "dxvif-1" }))),
        ).to.equal(
            byDirectConnect(mayNot("directconnect:DeleteVirtualInterface", arn("directconnect", "dxvif/dxvif-1"))),
        );
    });

    it("may be held to a region", async () => {
        attach(allow("ec2:DescribeVpcs", "*", { StringEquals: { "aws:RequestedRegion": region } }));
        expect(await refusalOf(server.ec2.send(new DescribeVpcsCommand({})))).to.equal("not refused");
        const elsewhere = new EC2Client(server.settings({ region: "eu-west-1" }));
        expect(await refusalOf(elsewhere.send(new DescribeVpcsCommand({})))).to.equal(
            byEc2(mayNot("ec2:DescribeVpcs")),
        );
        elsewhere.destroy();
    });

    it("hands its policy on to the roles that it may assume", async () => {
        const RoleArn = `arn:aws:iam::${accountId}:role/network`;
        attach(allow("sts:AssumeRole", RoleArn));
        const { Credentials } = await server.sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "up" }));
        const session = new EC2Client(
            server.settings({
                accessKeyId: Credentials?.AccessKeyId,
                secretAccessKey: Credentials?.SecretAccessKey,
                sessionToken: Credentials?.SessionToken,
            }),
        );
        expect(await refusalOf(session.send(new DescribeVpcsCommand({})))).to.equal(
            byEc2(mayNot("ec2:DescribeVpcs").replace(user, `User: arn:aws:sts::${accountId}:assumed-role/network/up`)),
        );
        session.destroy();
    });

    it("leaves a refused call in the log, and nothing else of it", async () => {
        attach();
        const { vpcId: VpcId, world, ec2 } = server;
        addGateway(world, "vgw-1");
        await refusalOf(ec2.send(new AttachVpnGatewayCommand({ VpcId, VpnGatewayId: "vgw-1" })));
        expect(world.log.map(({ action, outcome }) => ({ action, outcome }))).to.deep.equal([
            { action: "AttachVpnGateway", outcome: "UnauthorizedOperation" },
        ]);
        expect(world.aws.vpnGateways.get("vgw-1")?.attachments).to.deep.equal([]);
    });
});

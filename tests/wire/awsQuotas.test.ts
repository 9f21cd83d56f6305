import {
    CreateBGPPeerCommand,
    StartBgpFailoverTestCommand,
    StopBgpFailoverTestCommand,
    TagResourceCommand,
} from "@aws-sdk/client-direct-connect";
import { AttachVpnGatewayCommand, CreateTagsCommand, CreateVpnGatewayCommand } from "@aws-sdk/client-ec2";
import { expect } from "chai";

import { defaultQuotas, type Quotas } from "../../simulator/world/limits";
import { accountId, addGateway, refusalOf, region } from "./awsServer";
import { startVirtualInterfaces, type VirtualInterfaceServer } from "./awsVirtualInterfaces";

/** A quota: its number by default, how the `count`th thing of it is asked for, and what the one above gets. */
interface Quota {
    quota: keyof Quotas;
    byDefault: number;
    ask: (server: VirtualInterfaceServer, count: number) => Promise<unknown>;
    refusal: string;
}

async function virtualInterfaceOf(server: VirtualInterfaceServer): Promise<string> {
    const [known] = await server.listed();
    return known?.virtualInterfaceId ?? (await server.create()).virtualInterfaceId ?? "";
}

function addVpc({ world }: VirtualInterfaceServer, vpcId: string): string {
    world.aws.vpcs.set(vpcId, { vpcId, ownerAccount: accountId, region, cidrBlocks: ["10.2.0.0/16"], tags: new Map() });
    return vpcId;
}

const client = "DirectConnectClientException 400";

const quotas: Record<string, Quota> = {
    "virtual interfaces of a hosted connection (P3)": {
        quota: "virtualInterfacesPerHostedConnection",
        byDefault: 1,
        ask: (server, count) => server.create({ virtualInterfaceName: `link-${count}` }),
        refusal: `${client}: Hosted connection dxcon-1 already has virtual interface {ids}.`,
    },
    "characters of a virtual interface's name": {
        quota: "virtualInterfaceNameCharacters",
        byDefault: 100,
        async ask(server, count) {
            await server.create({ virtualInterfaceName: "x".repeat(count) });
            server.world.aws.virtualInterfaces.clear();
        },
        refusal: `${client}: Virtual interface name {x} is not valid: at most {number} of a-z, 0-9 and hyphens.`,
    },
    "BGP peers of one address family": {
        quota: "bgpPeersPerAddressFamily",
        byDefault: 1,
        async ask(server, count) {
            const virtualInterfaceId = await virtualInterfaceOf(server);
            if (count > 1) {
                const newBGPPeer = {
                    asn: 45104,
                    addressFamily: "ipv4" as const,
                    amazonAddress: `169.254.${count}.2/30`,
                    customerAddress: `169.254.${count}.1/30`,
                };
                await server.directConnect.send(new CreateBGPPeerCommand({ virtualInterfaceId, newBGPPeer }));
            }
        },
        refusal: `${client}: Virtual Interface {ids} already has a BGP peer of address family ipv4.`,
    },
    "minutes of a failover test (P41)": {
        quota: "failoverTestMinutes",
        byDefault: 4320,
        async ask(server, count) {
            const virtualInterfaceId = await virtualInterfaceOf(server);
            server.clock.advance(server.world.durations.virtualInterfaceCreate);
            await server.directConnect.send(
                new StartBgpFailoverTestCommand({ virtualInterfaceId, testDurationInMinutes: count }),
            );
            await server.directConnect.send(new StopBgpFailoverTestCommand({ virtualInterfaceId }));
        },
        refusal: `${client}: testDurationInMinutes {above} is not valid: it must be between 1 and {number}.`,
    },
    "tags of a Direct Connect resource": {
        quota: "tagsPerAwsResource",
        byDefault: 50,
        ask: (server, count) =>
            server.directConnect.send(
                new TagResourceCommand({
                    resourceArn: `arn:aws:directconnect:${region}:${accountId}:dxcon/dxcon-1`,
                    tags: [{ key: `key-${count}` }],
                }),
            ),
        refusal: "TooManyTagsException 400: A resource can have at most {number} tags.",
    },
    "tags of an EC2 resource": {
        quota: "tagsPerAwsResource",
        byDefault: 50,
        ask: ({ ec2 }, count) =>
            ec2.send(new CreateTagsCommand({ Resources: ["vgw-1"], Tags: [{ Key: `key-${count}`, Value: "" }] })),
        refusal: "TagLimitExceeded 400: More than {number} tags specified",
    },
    "tags of a new EC2 resource": {
        quota: "tagsPerAwsResource",
        byDefault: 50,
        ask: ({ ec2 }, count) =>
            ec2.send(
                new CreateVpnGatewayCommand({
                    Type: "ipsec.1",
                    TagSpecifications: [
                        {
                            ResourceType: "vpn-gateway",
                            Tags: Array.from({ length: count }, (_, index) => ({ Key: `key-${index}`, Value: "" })),
                        },
                    ],
                }),
            ),
        refusal: "TagLimitExceeded 400: More than {number} tags specified",
    },
    "virtual private gateways of a Region": {
        quota: "vpnGatewaysPerRegion",
        byDefault: 5,
        ask(server, count) {
            if (count === 1) {
                server.world.aws.vpnGateways.clear();
            }
            return server.ec2.send(new CreateVpnGatewayCommand({ Type: "ipsec.1" }));
        },
        refusal: "VpnGatewayLimitExceeded 400: The maximum number of virtual private gateways has been reached.",
    },
    "virtual private gateways of a VPC": {
        quota: "vpnGatewaysPerVpc",
        byDefault: 1,
        ask(server, count) {
            const VpnGatewayId = addGateway(server.world, `vgw-${count}`).vpnGatewayId;
            return server.ec2.send(new AttachVpnGatewayCommand({ VpnGatewayId, VpcId: server.vpcId }));
        },
        refusal: "InvalidVpcState 400: VPC {vpc} is currently attached to the Virtual Private Gateway.",
    },
    "VPCs of a virtual private gateway": {
        quota: "vpcsPerVpnGateway",
        byDefault: 1,
        ask: (server, count) =>
            server.ec2.send(
                new AttachVpnGatewayCommand({ VpnGatewayId: "vgw-1", VpcId: addVpc(server, `vpc-${count}`) }),
            ),
        refusal: "VpnGatewayAttachmentLimitExceeded 400: The virtual private gateway vgw-1 is attached to another VPC.",
    },
};

describe("the quotas of the AWS wire", () => {
    let server: VirtualInterfaceServer;

    afterEach(() => server.close());

    for (const [what, { quota, byDefault, ask, refusal }] of Object.entries(quotas)) {
        it(`${what}: as many as the number says, and not one more; ${byDefault} by default`, async () => {
            expect(defaultQuotas[quota]).to.equal(byDefault);
            for (const number of [1, 2, 3]) {
                server = await startVirtualInterfaces({}, { [quota]: number });
                for (let count = 1; count <= number; count++) {
                    await ask(server, count);
                }
                const ids = [...server.world.aws.virtualInterfaces.keys()].join(", ");
                expect(await refusalOf(ask(server, number + 1))).to.equal(
                    refusal
                        .replace("{number}", String(number))
                        .replace("{above}", String(number + 1))
                        .replace("{x}", "x".repeat(number))
                        .replace("{ids}", ids)
                        .replace("{vpc}", server.vpcId),
                );
                await server.close();
            }
        });
    }
});

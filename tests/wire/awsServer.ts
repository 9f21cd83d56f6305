import { DirectConnectClient } from "@aws-sdk/client-direct-connect";
import { EC2Client } from "@aws-sdk/client-ec2";
import { STSClient } from "@aws-sdk/client-sts";

import { awsListener } from "../../simulator/aws/index";
import { KeyStore } from "../../simulator/keys";
import { listen } from "../../simulator/listen";
import { buildAwsVpc } from "../../simulator/scenarios/vpcs";
import type { HostedConnection, VpnGateway } from "../../simulator/world/awsState";
import { ManualClock } from "../../simulator/world/clock";
import type { Guesses } from "../../simulator/world/guesses";
import type { Quotas } from "../../simulator/world/limits";
import { World } from "../../simulator/world/world";

export const region = "ap-southeast-1";
export const accountId = "123456789012";
export const foreignAccountId = "210987654321";
const secrets = { AKIAOWN: "own-secret", AKIAFOREIGN: "foreign-secret" };
export type AccessKeyId = keyof typeof secrets;

/** The AWS wire on a world that stands still, with a VPC, and the official clients to talk to it. */
export interface AwsServer {
    clock: ManualClock;
    world: World;
    keys: KeyStore;
    vpcId: string;
    routeTableIds: string[];
    url: string;
    directConnect: DirectConnectClient;
    ec2: EC2Client;
    sts: STSClient;
    /** For clients of one's own: another user, region, secret or session. */
    settings(options?: ClientOptions): ClientSettings;
    close(): Promise<void>;
}

interface ClientOptions {
    accessKeyId?: string;
    secretAccessKey?: string;
    sessionToken?: string;
    region?: string;
}

interface ClientSettings {
    region: string;
    endpoint: string;
    maxAttempts: number;
    credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
}

/** `now` is the real clock that signatures are judged by. */
export async function startAwsServer(
    guesses: Partial<Guesses> = {},
    now = Date.now,
    quotas: Partial<Quotas> = {},
): Promise<AwsServer> {
    const clock = new ManualClock();
    const world = new World(clock, { guesses, quotas });
    const { awsVpcId, routeTableIds } = buildAwsVpc(world);
    world.changed();
    return { clock, vpcId: awsVpcId, routeTableIds, ...(await serveAws(world, now)) };
}

/** The same wire and clients on a world of one's own. */
export async function serveAws(
    world: World,
    now = Date.now,
): Promise<Omit<AwsServer, "clock" | "vpcId" | "routeTableIds">> {
    const keys = new KeyStore(now);
    addUser(keys, "AKIAOWN", accountId);
    addUser(keys, "AKIAFOREIGN", foreignAccountId);
    const server = await listen(awsListener(world, keys), 0);
    const url = `http://127.0.0.1:${server.port}`;
    const settings = (options: ClientOptions = {}): ClientSettings => {
        const accessKeyId = options.accessKeyId ?? "AKIAOWN";
        return {
            region: options.region ?? region,
            endpoint: url,
            maxAttempts: 1,
            credentials: {
                accessKeyId,
                secretAccessKey: options.secretAccessKey ?? keys.find(accessKeyId)?.secret ?? "no-secret",
                ...(options.sessionToken !== undefined && { sessionToken: options.sessionToken }),
            },
        };
    };
    return {
        world,
        keys,
        url,
        settings,
        directConnect: new DirectConnectClient(settings()),
        ec2: new EC2Client(settings()),
        sts: new STSClient(settings()),
        close: () => server.close(),
    };
}

function addUser(keys: KeyStore, accessKeyId: AccessKeyId, ofAccount: string): void {
    const arn = `arn:aws:iam::${ofAccount}:user/engineer`;
    const caller = { cloud: "aws" as const, accountId: ofAccount, region, arn, accessKeyId };
    keys.add({ accessKeyId, secret: secrets[accessKeyId], caller });
}

export function addConnection(
    world: World,
    connectionId: string,
    fields: Partial<HostedConnection> = {},
): HostedConnection {
    const connection: HostedConnection = {
        connectionId,
        connectionName: "link",
        ownerAccount: accountId,
        region,
        location: "EqSG2",
        bandwidth: "1Gbps",
        vlan: 101,
        partnerName: "Alibaba Cloud",
        providerName: "Alibaba Cloud",
        connectionState: "available",
        tags: new Map(),
        ...fields,
    };
    world.aws.connections.set(connectionId, connection);
    return connection;
}

export function addGateway(world: World, vpnGatewayId: string, fields: Partial<VpnGateway> = {}): VpnGateway {
    const gateway: VpnGateway = {
        vpnGatewayId,
        ownerAccount: accountId,
        region,
        state: "available",
        amazonSideAsn: 64512,
        attachments: [],
        tags: new Map(),
        ...fields,
    };
    world.aws.vpnGateways.set(vpnGatewayId, gateway);
    return gateway;
}

/** What an official client throws, as `code status: message`. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
    try {
        await call;
    } catch (error) {
        const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
        return `${name} ${$metadata?.httpStatusCode ?? "-"}: ${message}`;
    }
    return "not refused";
}

/** The code and status alone. */
export async function refusalCodeOf(call: Promise<unknown>): Promise<string> {
    return (await refusalOf(call)).split(":")[0] ?? "";
}

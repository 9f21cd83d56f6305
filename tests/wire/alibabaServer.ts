import Credential, { Config as CredentialConfig } from "@alicloud/credentials";
import Client, { $OpenApiUtil } from "@alicloud/openapi-core";
import { RuntimeOptions } from "@darabonba/typescript";

import { alibabaListener } from "../../simulator/alibaba/index";
import { KeyStore } from "../../simulator/keys";
import { listen } from "../../simulator/listen";
import { buildAlibabaVpc } from "../../simulator/scenarios/vpcs";
import { orderConnection, type OrderedConnection } from "../../simulator/world/circuit";
import { ManualClock } from "../../simulator/world/clock";
import { World } from "../../simulator/world/world";

const region = "ap-southeast-1";
const accessKeyId = "LTAIexample";

const versions = { vpc: "2016-04-28", cbn: "2017-09-12", sts: "2015-04-01", bss: "2017-12-14" } as const;

export type Answer = Record<string, unknown>;

/** The Alibaba side on loopback, with a bought connection, and the official client in front of it. */
export interface AlibabaServer {
    clock: ManualClock;
    world: World;
    port: number;
    ids: ReturnType<typeof buildAlibabaVpc>;
    order: OrderedConnection;
    call(
        product: keyof typeof versions,
        action: string,
        query?: Record<string, string>,
        secret?: string,
    ): Promise<Answer>;
    /** The refusal's code and message, or "accepted". */
    refusal(call: Promise<unknown>): Promise<string>;
    close(): Promise<void>;
}

export async function startAlibaba(): Promise<AlibabaServer> {
    const clock = new ManualClock();
    const world = new World(clock);
    const ids = buildAlibabaVpc(world);
    const keys = new KeyStore();
    const accountId = world.accounts.alibabaAccountId;
    const arn = `acs:ram::${accountId}:user/engineer`;
    keys.add({ accessKeyId, secret: "secret", caller: { cloud: "alibaba", accountId, region, arn, accessKeyId } });
    const order = orderConnection(world, {
        regionId: region,
        accessPointId: "ap-sg-a",
        peerVendorUid: world.accounts.awsAccountId,
        awsRegion: region,
        awsLocation: "EqSG2",
        name: "link",
        bandwidthMbps: 1000,
        months: 12,
        vlanId: 101,
        localGatewayIp: "169.254.10.1",
        peerGatewayIp: "169.254.10.2",
        peeringSubnetMask: "255.255.255.252",
        fulfilled: true,
    });
    const server = await listen(alibabaListener(world, keys), 0);
    return {
        clock,
        world,
        ids,
        order,
        port: server.port,
        close: () => server.close(),
        async call(product, action, query = {}, secret = "secret") {
            const client = new Client(
                new $OpenApiUtil.Config({
                    endpoint: `127.0.0.1:${server.port}`,
                    protocol: "HTTP",
                    regionId: region,
                    credential: new Credential(
                        new CredentialConfig({ type: "access_key", accessKeyId, accessKeySecret: secret }),
                    ),
                }),
            );
            const parameters = new $OpenApiUtil.Params({
                action,
                version: versions[product],
                protocol: "HTTP",
                pathname: "/",
                method: "POST",
                authType: "AK",
                style: "RPC",
                reqBodyType: "formData",
                bodyType: "json",
            });
            const request = new $OpenApiUtil.OpenApiRequest({ query: { RegionId: region, ...query } });
            const { body } = (await client.callApi(parameters, request, new RuntimeOptions({}))) as { body: Answer };
            return body;
        },
        async refusal(call) {
            try {
                await call;
            } catch (error) {
                const { code, data } = error as { code?: string; data?: { Message?: string } };
                return `${code ?? ""}: ${data?.Message ?? String(error)}`;
            }
            return "accepted";
        },
    };
}

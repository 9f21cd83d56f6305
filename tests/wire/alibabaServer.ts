import Credential, { Config as CredentialConfig } from "@alicloud/credentials";
import Client, { $OpenApiUtil } from "@alicloud/openapi-core";
import { RuntimeOptions } from "@darabonba/typescript";

import { alibabaListener } from "../../simulator/alibaba/index";
import { KeyStore } from "../../simulator/keys";
import { listen } from "../../simulator/listen";
import { buildAlibabaVpc } from "../../simulator/scenarios/vpcs";
import { orderConnection } from "../../simulator/world/circuit";
import type { OrderedConnection } from "../../simulator/world/order";
import { ManualClock } from "../../simulator/world/clock";
import type { Guesses } from "../../simulator/world/guesses";
import type { Quotas } from "../../simulator/world/limits";
import { World } from "../../simulator/world/world";

export const region = "ap-southeast-1";
export const foreignAccountId = "6543210987654321";

const versions = {
    vpc: "2016-04-28",
    cbn: "2017-09-12",
    ecs: "2014-05-26",
    sts: "2015-04-01",
    bss: "2017-12-14",
} as const;

export type Product = keyof typeof versions;
export type Query = Record<string, string | undefined>;
export type Answer = Record<string, unknown>;

export interface Key {
    accessKeyId: string;
    accessKeySecret: string;
    securityToken?: string;
    /** "v2" signs by HMAC-SHA1; the default is ACS3-HMAC-SHA256. */
    signatureAlgorithm?: "v2";
}

export const ownKey: Key = { accessKeyId: "LTAIown", accessKeySecret: "own-secret" };
export const foreignKey: Key = { accessKeyId: "LTAIforeign", accessKeySecret: "foreign-secret" };
/** Of Alibaba Cloud's own account. */
export const vendorKey: Key = { accessKeyId: "LTAIvendor", accessKeySecret: "vendor-secret" };

/** The Alibaba side on loopback, with a bought connection, and the official client in front of it. */
export interface AlibabaServer {
    clock: ManualClock;
    world: World;
    keys: KeyStore;
    url: string;
    ids: ReturnType<typeof buildAlibabaVpc>;
    order: OrderedConnection;
    /** `RegionId` is sent unless the query says undefined. */
    call(product: Product, action: string, query?: Query, key?: Key): Promise<Answer>;
    /** As `call`, for the refusal: `code status: message`, or "accepted". */
    refusal(product: Product, action: string, query?: Query, key?: Key): Promise<string>;
    close(): Promise<void>;
}

export interface AlibabaOptions {
    quotas?: Partial<Quotas>;
    /** The real clock, in milliseconds, that signatures and rate limits go by. */
    now?: () => number;
}

export async function startAlibaba(
    guesses: Partial<Guesses> = {},
    { quotas, now = Date.now }: AlibabaOptions = {},
): Promise<AlibabaServer> {
    const clock = new ManualClock();
    const world = new World(clock, { guesses, quotas });
    const ids = buildAlibabaVpc(world);
    const keys = new KeyStore(now);
    addUser(keys, ownKey, world.accounts.alibabaAccountId);
    addUser(keys, foreignKey, foreignAccountId);
    addUser(keys, vendorKey, world.accounts.alibabaVendorAccountId);
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
    const call: AlibabaServer["call"] = async (product, action, query = {}, key = ownKey) => {
        const given = Object.entries<string | undefined>({ RegionId: region, ...query }).filter(
            ([, value]) => value !== undefined,
        );
        const { body } = (await clientAt(server.port, key).callApi(
            new $OpenApiUtil.Params({
                action,
                version: versions[product],
                protocol: "HTTP",
                pathname: "/",
                method: "POST",
                authType: "AK",
                style: "RPC",
                reqBodyType: "formData",
                bodyType: "json",
            }),
            new $OpenApiUtil.OpenApiRequest({ query: Object.fromEntries(given) }),
            new RuntimeOptions({}),
        )) as { body: Answer };
        return body;
    };
    return {
        clock,
        world,
        keys,
        url: `http://127.0.0.1:${server.port}`,
        ids,
        order,
        call,
        async refusal(...asked) {
            try {
                await call(...asked);
            } catch (error) {
                const { code, statusCode, data } = error as Refused;
                return `${code ?? ""} ${statusCode ?? "-"}: ${data?.Message ?? String(error)}`;
            }
            return "accepted";
        },
        close: () => server.close(),
    };
}

interface Refused {
    code?: string;
    statusCode?: number;
    data?: { Message?: string };
}

function addUser(keys: KeyStore, { accessKeyId, accessKeySecret }: Key, accountId: string): void {
    const arn = `acs:ram::${accountId}:user/engineer`;
    const caller = { cloud: "alibaba" as const, accountId, region, arn, accessKeyId };
    keys.add({ accessKeyId, secret: accessKeySecret, caller });
}

function clientAt(port: number, { signatureAlgorithm, ...key }: Key): Client {
    const type = key.securityToken === undefined ? "access_key" : "sts";
    return new Client(
        new $OpenApiUtil.Config({
            endpoint: `127.0.0.1:${port}`,
            protocol: "HTTP",
            regionId: region,
            signatureAlgorithm,
            credential: new Credential(new CredentialConfig({ type, ...key })),
        }),
    );
}

/** What lies in an answer under a path of names. */
export function at(answer: Answer, ...path: string[]): Answer[] {
    return path.reduce<unknown>((value, key) => (value as Answer)[key], answer) as Answer[];
}

/** Some fields of every item. */
export function fieldsOf(items: Answer[], ...names: string[]): unknown[][] {
    return items.map((item) => names.map((name) => item[name]));
}

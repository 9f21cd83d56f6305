import Credential, { type CredentialsProvider } from "@alicloud/credentials";
import Client, { $OpenApiUtil } from "@alicloud/openapi-core";
import { RuntimeOptions } from "@darabonba/typescript";

import type { AlibabaSettings } from "../settings/settings";
import type { Clock } from "../waiting/clock";
import { alibabaCredentials, assumedRole } from "./alibabaCredentials";
import { textOf } from "./values";
import { brokeOff, errorInside } from "./brokenAnswer";
import { notePermission } from "./errors";

export type Product = "vpc" | "cbn" | "ecs" | "sts";

/** One generic call of Alibaba Cloud's RPC style: there is no npm package for CEN, and the one for VPC costs 100 MB. */
export type AlibabaCall = (product: Product, action: string, query: object) => Promise<Record<string, unknown>>;

const versions: Record<Product, string> = {
    vpc: "2016-04-28",
    cbn: "2017-09-12",
    ecs: "2014-05-26",
    sts: "2015-04-01",
};

/** The library's own default is 3 seconds. Beyond what `retrying` waits for: this one goes by the real clock, and only clears up what that has given up. */
const timeoutMilliseconds = 40_000;

/** Loads the SDK: 60 ms and 64 MB, so the caller imports this file on the first call. */
export async function makeAlibabaCall(settings: AlibabaSettings, region: string, clock: Clock): Promise<AlibabaCall> {
    const call = callAs(await alibabaCredentials(settings), settings, region);
    return settings.assumeRole === undefined
        ? call
        : callAs(assumedRole(settings.assumeRole, call, clock), settings, region);
}

function callAs(credentials: CredentialsProvider, settings: AlibabaSettings, region: string): AlibabaCall {
    const clients = new Map<Product, Client>();
    const clientFor = (product: Product): Client => {
        const known = clients.get(product) ?? makeClient(product, credentials, settings, region);
        clients.set(product, known);
        return known;
    };
    return async (product, action, query) => {
        const parameters = new $OpenApiUtil.Params({
            action,
            version: versions[product],
            protocol: protocolOf(settings.endpoints[product]),
            pathname: "/",
            method: "POST",
            authType: "AK",
            style: "RPC",
            reqBodyType: "formData",
            bodyType: "json",
        });
        const request = new $OpenApiUtil.OpenApiRequest({ query: flatten(query) });
        const runtime = new RuntimeOptions({ readTimeout: timeoutMilliseconds, connectTimeout: timeoutMilliseconds });
        return wholeAnswer(clientFor(product).callApi(parameters, request, runtime)).catch((error: unknown) => {
            notePermission(error, `${ramCodes[product] ?? product}:${action}`);
            throw error;
        });
    };
}

/** RAM's code of a product, where it has another name there (https://www.alibabacloud.com/help/en/ram/user-guide/services-that-work-with-ram). */
const ramCodes: Partial<Record<Product, string>> = { cbn: "cen" };

/** The body of an answer, which always has a RequestId (https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism). */
async function wholeAnswer(call: Promise<unknown>): Promise<Record<string, unknown>> {
    const { body } = (await call.catch((error: unknown) => {
        // The text of the JSON parser's error repeats a part of the answer, a key perhaps.
        throw error instanceof SyntaxError ? brokeOff() : error;
    })) as { body?: Record<string, unknown> | null };
    if (typeof body?.RequestId !== "string") {
        throw brokeOff();
    }
    // Some services tell an error in this way, BSS among them.
    if (body.Success === false || body.Success === "false") {
        throw errorInside(textOf(body.Code), textOf(body.Message));
    }
    return body;
}

function makeClient(
    product: Product,
    credentials: CredentialsProvider,
    settings: AlibabaSettings,
    region: string,
): Client {
    const endpoint = settings.endpoints[product] ?? defaultEndpoint(product, region);
    return new Client(
        new $OpenApiUtil.Config({
            // The library takes no scheme.
            endpoint: endpoint.replace(/^https?:\/\//, "").replace(/\/$/, ""),
            protocol: protocolOf(settings.endpoints[product]),
            regionId: region,
            credential: new Credential(null, credentials),
        }),
    );
}

function defaultEndpoint(product: Product, region: string): string {
    return product === "cbn" ? "cbn.aliyuncs.com" : `${product}.${region}.aliyuncs.com`;
}

function protocolOf(endpoint: string | undefined): "HTTP" | "HTTPS" {
    return endpoint?.startsWith("http://") === true ? "HTTP" : "HTTPS";
}

/** `{ Filter: [{ Key: "VbrId" }] }` becomes `Filter.1.Key=VbrId`; what is undefined is left out. */
function flatten(value: object, prefix = ""): Record<string, string> {
    return Object.fromEntries(
        Object.entries(value).flatMap(([key, entry]: [string, unknown]) => {
            const name = prefix + (Array.isArray(value) ? String(Number(key) + 1) : key);
            if (entry === undefined) {
                return [];
            }
            return typeof entry === "object" && entry !== null
                ? Object.entries(flatten(entry, `${name}.`))
                : [[name, `${entry as string | number | boolean}`]];
        }),
    );
}

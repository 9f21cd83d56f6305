import type { IncomingHttpHeaders } from "node:http";

/** Newer service models name CBOR first; this simulator speaks what the SDKs send today. */
export function isCbor(headers: IncomingHttpHeaders): boolean {
    return (
        headers["smithy-protocol"] === "rpc-v2-cbor" || headers["content-type"]?.startsWith("application/cbor") === true
    );
}

const refusal = {
    __type: "UnsupportedProtocolException",
    message: "This endpoint does not speak CBOR. Use a client that sends awsJson 1.1 or the query protocol.",
};

/** Says no in CBOR, so that such a client can show the reason. */
export function cborRefusal(): Buffer {
    const entries = Object.entries(refusal);
    return Buffer.concat([
        Buffer.from([0xa0 + entries.length]),
        ...entries.flatMap(([name, value]) => [text(name), text(value)]),
    ]);
}

/** A text of up to 255 bytes (RFC 8949, major type 3). */
function text(value: string): Buffer {
    const bytes = Buffer.from(value);
    return Buffer.concat([Buffer.from([0x78, bytes.length]), bytes]);
}

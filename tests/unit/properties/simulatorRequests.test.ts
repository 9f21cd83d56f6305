import type { IncomingMessage } from "node:http";

import { expect } from "chai";
import fc, { type Arbitrary } from "fast-check";

import { parseWorldSettings } from "../../../cli/worldSettings";
import { parseFactor, parseWholeNumber, splitCommand, UsageError } from "../../../cli/arguments";
import { parseForm } from "../../../simulator/form";
import { BadQuery, packetAskedFor } from "../../../simulator/packetQuery";
import { parseAuthorization } from "../../../simulator/aws/authorization";
import { matcherOf } from "../../../simulator/aws/ec2/wildcards";
import { pageOf } from "../../../simulator/aws/pages";
import { parseRequest } from "../../../simulator/aws/request";
import { guesses } from "../../../simulator/world/guesses";
import { durations, quotas } from "../../../simulator/world/limits";
import { CloudError } from "../../../simulator/world/cloudError";
import { snapshot } from "../../../simulator/world/snapshot";
import { anyText, anyValue, form, manyRuns, text } from "../../support/randomValues";
import { joinAndWait } from "../world/joined";

/** The result, or undefined where it was refused as it may be; anything else is a crash. */
function unless<Result>(refusal: new (...values: never[]) => Error, run: () => Result): Result | undefined {
    try {
        return run();
    } catch (error) {
        if (error instanceof refusal) {
            expect(error.message).to.match(/\S/);
            return undefined;
        }
        throw error;
    }
}

const names = ["Filter", "Filter.1.Name", "Filter.1.Value.1", "VpcId", "Action", "Version", "DryRun", "Tag"];
const parameters = form(names, ["1", "vpc-1", "true", "DescribeVpcs", "2016-11-15"]);

/** A text as a header can have it. */
const headerText = fc.string({ unit: "grapheme-ascii", maxLength: 40 });

function requestOf(method: string, url: string, headers: Record<string, string>): IncomingMessage {
    return { method, url, headers } as object as IncomingMessage;
}

describe("the simulator's parsers, whatever they are given", function () {
    this.timeout(60_000);

    it("read a form into plain values, and the parameters of one that is flat as they are", () => {
        // What a form carries has no half characters.
        const whole = fc.oneof(fc.string({ unit: "grapheme", maxLength: 10 }), fc.constantFrom("__proto__", "1", "0"));
        const flat = fc.dictionary(
            whole.filter((name) => !name.includes(".")),
            whole,
            { maxKeys: 5, noNullPrototype: true },
        );
        fc.assert(
            fc.property(parameters, flat, (given, plain) => {
                JSON.stringify(parseForm(new URLSearchParams(given)));
                const read = parseForm(new URLSearchParams(Object.entries(plain)));
                return (
                    !Array.isArray(read) &&
                    Object.entries(plain).every(([name, value]) => Object.hasOwn(read, name) && read[name] === value)
                );
            }),
            manyRuns,
        );
    });

    it("fit a wildcard as a regular expression does", () => {
        const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?", "\\", "é", "\n"), maxLength: 8 });
        const subject = fc.string({ unit: fc.constantFrom("a", "b", "*", "?", "\\", "é", "\n"), maxLength: 8 });
        fc.assert(
            fc.property(pattern, subject, anyText, (given, value, other) => {
                matcherOf(other)(value);
                const parts = given.match(/\\.|[^]/gsu) ?? [];
                const expression = parts
                    .map((part) =>
                        part === "*"
                            ? ".*"
                            : part === "?"
                              ? "."
                              : `\\u{${(part.codePointAt(part.length > 1 ? 1 : 0) ?? 0).toString(16)}}`,
                    )
                    .join("");
                return matcherOf(given)(value) === new RegExp(`^${expression}$`, "su").test(value);
            }),
            manyRuns,
        );
    });

    it("read a request of AWS, or refuse it in the words of its protocol", () => {
        const header = fc.record(
            {
                "x-amz-target": fc.oneof(fc.constant("OvertureService.DescribeConnections"), headerText),
                "content-type": fc.constantFrom("application/x-amz-json-1.1", "application/x-www-form-urlencoded", ""),
                authorization: fc.oneof(headerText, fc.constant("Credential=a/b/c/sts/aws4_request")),
            },
            { requiredKeys: [] },
        );
        const body: Arbitrary<Buffer | undefined> = fc.oneof(
            fc.constant(undefined),
            parameters.map((given) => Buffer.from(new URLSearchParams(given).toString())),
            anyValue.map((value) => Buffer.from(JSON.stringify(value))),
            fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
        );
        const query = fc.oneof(
            fc.webQueryParameters(),
            parameters.map((given) => new URLSearchParams(given).toString()),
        );
        fc.assert(
            fc.property(fc.constantFrom("GET", "POST", "PUT"), query, header, body, (method, asked, headers, given) => {
                const parsed = parseRequest(requestOf(method, `/?${asked}`, headers), given);
                const action = unless(CloudError, () => parsed.action());
                const input = unless(CloudError, () => parsed.input());
                return (
                    (action === undefined || action !== "") &&
                    (input === undefined || (typeof input === "object" && !Array.isArray(input)))
                );
            }),
            manyRuns,
        );
    });

    it("read an Authorization header, or say what it lacks", () => {
        const known = fc.constantFrom(
            "AWS4-HMAC-SHA256 ",
            "Credential=AK/20260101/ap-southeast-1/ec2/aws4_request",
            ", SignedHeaders=host;x-amz-date",
            ", Signature=00",
            "=",
            ",",
        );
        const authorization = fc.array(fc.oneof(known, headerText), { maxLength: 6 }).map((parts) => parts.join(""));
        const date = fc.oneof(headerText, fc.constantFrom("20260101T000000Z", "20261399T999999Z"));
        fc.assert(
            fc.property(authorization, date, (header, at) => {
                const parsed = parseAuthorization({ authorization: header, "x-amz-date": at });
                return "signedAt" in parsed ? !Number.isNaN(parsed.signedAt.getTime()) : /\S/.test(parsed.message);
            }),
            manyRuns,
        );
    });

    it("take a page token that they gave, and no other", () => {
        const ids = fc.uniqueArray(
            fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 4 }).filter((id) => !/["\\]/.test(id)),
            {
                maxLength: 12,
            },
        );
        fc.assert(
            fc.property(ids, fc.integer({ min: 1, max: 5 }), anyText, (list, size, token) => {
                const seen: string[] = [];
                let next: string | undefined;
                do {
                    const page = pageOf("things", list, (id) => id, size, next);
                    seen.push(...(page?.items ?? []));
                    next = page?.nextToken;
                } while (next !== undefined);
                const other = pageOf("others", list, (id) => id, size, token);
                return seen.join("\n") === [...list].sort().join("\n") && other === undefined;
            }),
            manyRuns,
        );
    });

    it("send a packet, or say what its query lacks, and change nothing", () => {
        const { world } = joinAndWait();
        const before = JSON.stringify(snapshot(world));
        const address = fc.oneof(fc.constantFrom("10.0.1.10", "10.0.2.10", "172.16.1.10"), anyText);
        const query = fc.record(
            {
                from: address,
                to: address,
                protocol: fc.oneof(fc.constantFrom("tcp", "udp", "icmp"), anyText),
                port: fc.oneof(fc.nat({ max: 70_000 }).map(String), anyText),
                bytes: fc.oneof(fc.nat({ max: 70_000 }).map(String), anyText),
                fromGroups: anyText,
                toGroups: anyText,
            },
            { requiredKeys: ["from", "to"] },
        );
        fc.assert(
            fc.property(query, (asked) => {
                const outcome = unless(BadQuery, () => packetAskedFor(world, new URLSearchParams(asked)));
                return outcome === undefined || typeof outcome.arrives === "boolean";
            }),
            manyRuns,
        );
        expect(JSON.stringify(snapshot(world))).to.equal(before);
    });
});

describe("the command's options, whatever is typed", function () {
    this.timeout(60_000);

    it("are numbers within their bounds, or refused", () => {
        const typed = fc.oneof(fc.integer().map(String), fc.double().map(String), anyText);
        fc.assert(
            fc.property(typed, (value) => {
                const port = unless(UsageError, () => parseWholeNumber("--port", value, 1, 65534));
                const speed = unless(UsageError, () => parseFactor("--speed", value, 100_000));
                return (
                    (port === undefined || (Number.isInteger(port) && port >= 1 && port <= 65534)) &&
                    (speed === undefined || (speed > 0 && speed <= 100_000))
                );
            }),
            manyRuns,
        );
    });

    it("of a world are its own guesses, durations and quotas, each with a value that it can have", () => {
        const own = [guesses, durations, quotas].flatMap((table) => Object.keys(table));
        const value = fc.oneof(
            fc.constantFrom("0", "1.5", "9".repeat(400), "1e9", "-1", "none", "AuthFailure"),
            fc.nat().map(String),
            anyText,
        );
        const typed = fc
            .tuple(
                fc.oneof({ arbitrary: fc.constantFrom(...own), weight: 4 }, text),
                fc.constantFrom("=", "", "=="),
                value,
            )
            .map((parts) => parts.join(""));
        fc.assert(
            fc.property(fc.array(typed, { maxLength: 3 }), (given) => {
                const settings = unless(UsageError, () => parseWorldSettings(given));
                return Object.entries(settings ?? {}).every(([table, values]) =>
                    Object.entries(values).every(([name, set]: [string, unknown]) =>
                        table === "guesses"
                            ? Object.hasOwn(guesses, name)
                            : typeof set === "number" && Number.isFinite(set) && set >= 0,
                    ),
                );
            }),
            manyRuns,
        );
    });

    it("are parted from the command behind --", () => {
        fc.assert(
            fc.property(fc.array(fc.oneof(fc.constant("--"), text)), (argv) => {
                const { own, command } = splitCommand(argv);
                return [...own, ...(command === undefined ? [] : ["--", ...command])].join("\n") === argv.join("\n");
            }),
            manyRuns,
        );
    });
});

import { expect } from "chai";

import { brokeOff, errorInside } from "../../../provider/clouds/brokenAnswer";
import { describeCloudError, type CloudCallError } from "../../../provider/clouds/errors";
import { lazily } from "../../../provider/clouds/lazily";
import { passesAtAlibaba, passesAtAws } from "../../../provider/clouds/passing";
import { retrying } from "../../../provider/clouds/retrying";
import { OutOfTime } from "../../../provider/waiting/clock";
import { withinLimit } from "../../../provider/waiting/timeLimit";
import { fakeClouds } from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { errorOf } from "../../support/rejects";

/** An error as the clouds' libraries throw it. */
function thrown(message: string, fields: object = {}): Error {
    return Object.assign(new Error(message), fields);
}

describe("an error of a cloud", () => {
    it("is one sentence, though what was thrown has neither a text nor a status", () => {
        const odd = { toString: 1 };
        expect(describeCloudError("AWS", "thing", odd).message).to.equal("thing: an error without a text was thrown.");
        expect([passesAtAlibaba(thrown("odd", { statusCode: odd })), passesAtAws(thrown("odd"))]).to.deep.equal([
            false,
            false,
        ]);
    });

    const rows: [string, "AWS" | "Alibaba Cloud", Error, string, CloudCallError["kind"]][] = [
        [
            "is one sentence with subject and code",
            "AWS",
            thrown("Could not find Connection with ID dxcon-1", { name: "DirectConnectClientException" }),
            "thing: AWS says DirectConnectClientException: Could not find Connection with ID dxcon-1.",
            "lasting",
        ],
        [
            "loses what Alibaba Cloud's client adds in front and on further lines",
            "Alibaba Cloud",
            thrown("InvalidVbrId.NotFound: code: 400, It is not found. request id: R\nmore", {
                code: "InvalidVbrId.NotFound",
            }),
            "thing: Alibaba Cloud says InvalidVbrId.NotFound: It is not found. request id: R.",
            "lasting",
        ],
        [
            "asks to renew credentials that have expired",
            "AWS",
            thrown("The security token is expired", { name: "ExpiredTokenException" }),
            "thing: AWS says ExpiredTokenException: The security token is expired. The AWS credentials have expired: renew them and run pulumi up again; it goes on where it stopped.",
            "expired",
        ],
        [
            "knows a session whose end only the text tells",
            "AWS",
            thrown("The SSO session has expired", { name: "CredentialsProviderError" }),
            "thing: AWS says CredentialsProviderError: The SSO session has expired. The AWS credentials have expired: renew them and run pulumi up again; it goes on where it stopped.",
            "expired",
        ],
        [
            "names where credentials come from",
            "Alibaba Cloud",
            thrown("no such key", { code: "InvalidAccessKeyId.NotFound" }),
            "thing: Alibaba Cloud says InvalidAccessKeyId.NotFound: no such key. Check the Alibaba Cloud credentials: the stack configuration comes first, then the environment.",
            "lasting",
        ],
        [
            "names them for a wrong secret at EC2, too",
            "AWS",
            thrown("AWS was not able to validate the provided access credentials", { name: "AuthFailure" }),
            "thing: AWS says AuthFailure: AWS was not able to validate the provided access credentials. Check the AWS credentials: the stack configuration comes first, then the environment.",
            "lasting",
        ],
        [
            "asks for a permission",
            "AWS",
            thrown("not authorized", { name: "AccessDeniedException" }),
            "thing: AWS says AccessDeniedException: not authorized. Grant this permission to the caller.",
            "lasting",
        ],
        [
            "has no code where it is a plain one",
            "AWS",
            thrown("the disk is full"),
            "thing: the disk is full.",
            "lasting",
        ],
        [
            "shows no request that failed on the network: a BGP key may be among its parameters",
            "Alibaba Cloud",
            thrown("connect ECONNREFUSED 127.0.0.1:1POST http://127.0.0.1:1/?AuthKey=very-secret failed.", {
                code: "ECONNREFUSED",
            }),
            "thing: Alibaba Cloud says ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:1. That passes by itself: run the same command again later; it goes on where it stopped.",
            "passing",
        ],
        [
            "shows nothing of what was to be signed: key and security token are among it",
            "Alibaba Cloud",
            thrown(
                "SignatureDoesNotMatch: code: 400, Specified signature is not matched with our calculation. server string to sign is:POST&%2F&AuthKey%3Dvery-secret%26SecurityToken%3Dsecret-too request id: R",
                { code: "SignatureDoesNotMatch" },
            ),
            "thing: Alibaba Cloud says SignatureDoesNotMatch: Specified signature is not matched with our calculation.",
            "lasting",
        ],
        [
            "passes where its cloud says so",
            "Alibaba Cloud",
            thrown("slow down", { code: "Throttling.User" }),
            "thing: Alibaba Cloud says Throttling.User: slow down. That passes by itself: run the same command again later; it goes on where it stopped.",
            "passing",
        ],
        [
            "is no answer in time",
            "AWS",
            new OutOfTime(30_000),
            "thing: AWS has not answered within 30s. That passes by itself: run the same command again later; it goes on where it stopped.",
            "passing",
        ],
        [
            "is an answer that broke off",
            "Alibaba Cloud",
            brokeOff(),
            "thing: the answer broke off, or is none. That passes by itself: run the same command again later; it goes on where it stopped.",
            "passing",
        ],
        [
            "lies in an answer with the status of a success",
            "Alibaba Cloud",
            errorInside("ServiceUnavailable", "Come again."),
            "thing: Alibaba Cloud says ServiceUnavailable: Come again (under the status of a success). That passes by itself: run the same command again later; it goes on where it stopped.",
            "passing",
        ],
        [
            "stays one of permissions there",
            "AWS",
            errorInside("AccessDeniedException", "No."),
            "thing: AWS says AccessDeniedException: No (under the status of a success). Grant this permission to the caller.",
            "lasting",
        ],
    ];
    for (const [what, cloud, error, message, kind] of rows) {
        it(what, () => {
            const passes = cloud === "AWS" ? passesAtAws : passesAtAlibaba;
            const described = describeCloudError(cloud, "thing", error, passes);
            expect([described.message, described.kind, described.cause]).to.deep.equal([message, kind, error]);
        });
    }

    it("is described once", () => {
        const described = describeCloudError("AWS", "thing", new Error("x"));
        expect(describeCloudError("AWS", "other", described)).to.equal(described);
    });

    it("may be no error at all", () => {
        expect(describeCloudError("AWS", "thing", "a text").message).to.equal("thing: a text.");
    });
});

describe("what passes by itself", () => {
    it("at Alibaba Cloud: throttling, a busy service, another write under way, 5xx, the network", () => {
        const passing = [
            { code: "Throttling.User" },
            { code: "Rejected.Throttling" },
            { code: "ServiceUnavailable" },
            { code: "Operation.Blocking" },
            { code: "IncorrectStatus.Status" },
            { code: "DependencyViolation.BgpPeer" },
            { code: "UnknownError", statusCode: 503 },
            { code: "ECONNRESET" },
        ];
        expect(passing.filter((fields) => !passesAtAlibaba(thrown("x", fields)))).to.deep.equal([]);
        expect(passesAtAlibaba(thrown("ReadTimeout: 30000"))).to.equal(true);
        const lasting = [{ code: "InvalidBgpAuthkey.Malformed" }, { code: "Forbidden.RAM", statusCode: 403 }];
        expect(lasting.filter((fields) => passesAtAlibaba(thrown("x", fields)))).to.deep.equal([]);
        expect(passesAtAlibaba("Throttling")).to.equal(false);
    });

    it("at AWS: throttling, Direct Connect's rate limit and its server's fault with HTTP 400, 5xx, the network", () => {
        const passing = [
            { name: "ThrottlingException" },
            { name: "LimitExceededException" },
            { name: "DirectConnectServerException", $metadata: { httpStatusCode: 400 } },
            { name: "Unknown", $metadata: { httpStatusCode: 500 } },
            { name: "TimeoutError" },
            { code: "ECONNREFUSED" },
            // The SDK has taken the service's time from this answer.
            { name: "RequestExpired", $metadata: { httpStatusCode: 400, clockSkewCorrected: true } },
        ];
        expect(passing.filter((fields) => !passesAtAws(thrown("x", fields)))).to.deep.equal([]);
        const lasting = [{ name: "DirectConnectClientException" }, { name: "AccessDeniedException" }];
        expect(lasting.filter((fields) => passesAtAws(thrown("x", fields)))).to.deep.equal([]);
    });
});

describe("retrying", () => {
    const { clock } = fakeContext(fakeClouds());

    it("repeats a call whose error passes, with pauses that double", async () => {
        const startedAt = clock.now();
        const at: number[] = [];
        const result = await retrying(
            () => {
                at.push(clock.now() - startedAt);
                return at.length < 4 ? Promise.reject(new Error("busy")) : Promise.resolve("done");
            },
            () => true,
            clock,
        );
        expect([result, at]).to.deep.equal(["done", [0, 500, 1500, 3500]]);
    });

    it("gives up after six calls, and at once where the error lasts", async () => {
        for (const [passes, expected] of [
            [true, 6],
            [false, 1],
        ] as const) {
            let calls = 0;
            const error = await errorOf(
                retrying(
                    () => Promise.reject(new Error(`call ${++calls}`)),
                    () => passes,
                    clock,
                ),
            );
            expect(error.message).to.equal(`call ${expected}`);
        }
    });
});

describe("a call without an answer", () => {
    /** The times of the tries, and the text that it ends with, all in virtual time. */
    async function tries(limitMilliseconds: number): Promise<[number[], string]> {
        const { clock } = fakeContext(fakeClouds());
        const startedAt = clock.now();
        const at: number[] = [];
        const silent = (signal: AbortSignal): Promise<never> => {
            at.push(clock.now() - startedAt);
            clock.workHangs();
            return new Promise((_resolve, reject) => {
                signal.addEventListener("abort", () => reject(signal.reason as Error));
            });
        };
        const limit = { endsAt: startedAt + limitMilliseconds };
        const error = await errorOf(withinLimit(limit, () => retrying(silent, passesAtAws, clock)));
        at.push(clock.now() - startedAt);
        return [at, error.message];
    }

    it("is given up after 30 seconds, and made anew as one that fails in another way", async () => {
        expect(await tries(Infinity)).to.deep.equal([
            [0, 30_500, 61_500, 93_500, 127_500, 165_500, 195_500],
            "no answer within 30s",
        ]);
    });

    it("ends with the wait that it is part of", async () => {
        expect(await tries(45_000)).to.deep.equal([[0, 30_500, 45_000], "no answer within 15s"]);
    });
});

describe("a value that is made lazily", () => {
    it("is made once, and a failure is not kept", async () => {
        let calls = 0;
        const get = lazily(() => (++calls === 1 ? Promise.reject(new Error("not yet")) : Promise.resolve(calls)));
        expect((await errorOf(get())).message).to.equal("not yet");
        expect([await get(), await get(), calls]).to.deep.equal([2, 2, 2]);
    });
});

import { expect } from "chai";

import { describeCloudError, type CloudCallError } from "../../../provider/clouds/errors";
import { lazily } from "../../../provider/clouds/lazily";
import { passesAtAlibaba, passesAtAws } from "../../../provider/clouds/passing";
import { retrying } from "../../../provider/clouds/retrying";
import { fakeClouds } from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { errorOf } from "../../support/rejects";

/** An error as the clouds' libraries throw it. */
function thrown(message: string, fields: object = {}): Error {
    return Object.assign(new Error(message), fields);
}

describe("an error of a cloud", () => {
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
            thrown("the list repeats its page token; try again"),
            "thing: the list repeats its page token; try again.",
            "lasting",
        ],
        [
            "shows no request that failed on the network: a BGP key may be among its parameters",
            "Alibaba Cloud",
            thrown("connect ECONNREFUSED 127.0.0.1:1POST http://127.0.0.1:1/?AuthKey=very-secret failed.", {
                code: "ECONNREFUSED",
            }),
            "thing: Alibaba Cloud says ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:1.",
            "passing",
        ],
        [
            "passes where its cloud says so",
            "Alibaba Cloud",
            thrown("slow down", { code: "Throttling.User" }),
            "thing: Alibaba Cloud says Throttling.User: slow down.",
            "passing",
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

describe("a value that is made lazily", () => {
    it("is made once, and a failure is not kept", async () => {
        let calls = 0;
        const get = lazily(() => (++calls === 1 ? Promise.reject(new Error("not yet")) : Promise.resolve(calls)));
        expect((await errorOf(get())).message).to.equal("not yet");
        expect([await get(), await get(), calls]).to.deep.equal([2, 2, 2]);
    });
});

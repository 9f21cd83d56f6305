import { expect } from "chai";

import { injectFaults, type FaultKind } from "../../simulator/faults/faults";
import { startAlibaba, type AlibabaServer } from "./alibabaServer";

/** As the official client throws it, of every product. */
const refusals: [FaultKind, string][] = [
    ["throttling", "Throttling.User 400: Request was denied due to user flow control."],
    ["500", "InternalError 500: The request processing has failed due to some unknown error."],
    ["503", "ServiceUnavailable 503: The request has failed due to a temporary failure of the server."],
    ["expired-token", "InvalidSecurityToken.Expired 403: Specified SecurityToken is expired."],
    [
        "access-denied",
        "Forbidden.RAM 403: User not authorized to operate on the specified resource, or this API doesn't support RAM.",
    ],
];

describe("a fault that is injected into a call to Alibaba Cloud", () => {
    let server: AlibabaServer;

    beforeEach(async () => {
        server = await startAlibaba();
    });
    afterEach(() => server.close());

    for (const [kind, text] of refusals) {
        it(`${kind}: in Alibaba Cloud's own words, once`, async () => {
            injectFaults(server.world, [
                { action: "DescribeVpcs", kind },
                { action: "GetCallerIdentity", kind },
            ]);
            expect(await server.refusal("vpc", "DescribeVpcs")).to.equal(text);
            expect(await server.refusal("vpc", "DescribeVpcs")).to.equal("accepted");
            expect(await server.refusal("sts", "GetCallerIdentity")).to.equal(text);
        });
    }

    for (const kind of ["reset-before", "reset-after"] as const) {
        it(`${kind}: the connection is reset`, async () => {
            injectFaults(server.world, [{ action: "DescribeVpcs", kind }]);
            expect(await server.refusal("vpc", "DescribeVpcs")).to.match(/^ECONNRESET -: .*socket hang up/);
            expect(await server.refusal("vpc", "DescribeVpcs")).to.equal("accepted");
        });
    }

    it("silence: nothing comes until the connection is closed", async () => {
        const arrived = new Promise<void>((resolve) => server.world.watchers.add({ arrived: () => resolve() }));
        injectFaults(server.world, [{ action: "DescribeVpcs", kind: "silence-before" }]);
        const refusal = server.refusal("vpc", "DescribeVpcs");
        await arrived;
        // Another call is answered all the same.
        expect(await server.refusal("vpc", "DescribeAccessPoints")).to.equal("accepted");
        await server.close();
        expect(await refusal).to.match(/^ECONNRESET -: .*socket hang up/);
    });

    it("truncated: half a body, which the client cannot read", async () => {
        injectFaults(server.world, [{ action: "DescribeVpcs", kind: "truncated" }]);
        expect(await server.refusal("vpc", "DescribeVpcs")).to.match(/^ -: .*JSON/);
    });

    it("error-in-200: a body that the client takes for an answer", async () => {
        injectFaults(server.world, [{ action: "DescribeVpcs", kind: "error-in-200" }]);
        const { RequestId: _unlike, ...answer } = await server.call("vpc", "DescribeVpcs");
        expect(answer).to.deep.equal({
            Success: false,
            Code: "ServiceUnavailable",
            Message: "The request has failed due to a temporary failure of the server.",
        });
    });
});

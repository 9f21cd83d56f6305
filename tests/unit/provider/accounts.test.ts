import { expect } from "chai";

import { accountMismatches, requireExpectedAccounts, type ExpectedAccounts } from "../../../provider/accounts";
import { alibabaAccount, awsAccount, fakeClouds, type FakeClouds } from "../../support/fakeClouds";
import { errorOf } from "../../support/rejects";

/** Notes which cloud was asked. */
function asked(clouds: FakeClouds): string[] {
    const calls: string[] = [];
    for (const name of ["aws", "alibaba"] as const) {
        const real = { ...clouds[name] };
        clouds[name].identity = () => {
            calls.push(name);
            return real.identity();
        };
    }
    return calls;
}

describe("accounts", () => {
    const wrong: [keyof ExpectedAccounts, string][] = [
        [
            "awsAccountId",
            "AWS account: the dynamic resources see 123456789012, the official provider other. Make aws:profile or the AWS environment name one and the same for both.",
        ],
        [
            "awsRegion",
            "AWS region: the dynamic resources see ap-southeast-1, the official provider other. Make aws:region or AWS_REGION name one and the same for both.",
        ],
        [
            "alibabaAccountId",
            "Alibaba Cloud account: the dynamic resources see 1234567890123456, the official provider other. Make alicloud:profile or the ALICLOUD_* environment name one and the same for both.",
        ],
        [
            "alibabaRegion",
            "Alibaba Cloud region: the dynamic resources see ap-southeast-1, the official provider other. Make alicloud:region or ALICLOUD_REGION name one and the same for both.",
        ],
    ];

    for (const [key, message] of wrong) {
        it(`are refused in one line where ${key} differs`, async () => {
            const expected = { ...awsAccount, ...alibabaAccount, [key]: "other" };
            expect((await errorOf(requireExpectedAccounts(expected, fakeClouds()))).message).to.equal(message);
        });
    }

    it("are reported with every mismatch", async () => {
        const all = Object.fromEntries(wrong.map(([key]) => [key, "other"]));
        expect(await accountMismatches(all, fakeClouds())).to.deep.equal(wrong.map(([, message]) => message));
    });

    it("are returned, to be kept, of the clouds that are used or for which something is expected", async () => {
        const clouds = fakeClouds();
        const calls = asked(clouds);
        expect(await requireExpectedAccounts({}, clouds)).to.deep.equal({});
        expect(calls).to.deep.equal([]);
        expect(await requireExpectedAccounts({}, clouds, ["aws"])).to.deep.equal(awsAccount);
        expect(calls.splice(0)).to.deep.equal(["aws"]);
        expect(await requireExpectedAccounts({ alibabaRegion: "ap-southeast-1" }, clouds, ["aws"])).to.deep.equal({
            ...awsAccount,
            ...alibabaAccount,
        });
        expect(calls.splice(0)).to.deep.equal(["aws", "alibaba"]);
    });

    it("that the component could not learn, empty ones, are not compared", async () => {
        expect(await accountMismatches({ awsRegion: "", alibabaRegion: "" }, fakeClouds())).to.deep.equal([]);
    });
});

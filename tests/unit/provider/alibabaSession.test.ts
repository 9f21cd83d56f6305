import type { CredentialsProvider } from "@alicloud/credentials";
import { expect } from "chai";

import { assumedRole } from "../../../provider/clouds/alibabaCredentials";
import { errorOf } from "../../support/rejects";
import { virtualClock } from "../../support/virtualClock";

const clock = virtualClock(0);

/** The credentials of a role whose sessions are numbered. */
function sessionsOf(more: () => object): CredentialsProvider {
    let sessions = 0;
    const keys = { AccessKeySecret: "s", SecurityToken: "t" };
    const assume = (): Promise<Record<string, unknown>> =>
        Promise.resolve({ Credentials: { ...keys, AccessKeyId: `STS.${++sessions}`, ...more() } });
    return assumedRole({ roleArn: "acs:ram::42:role/link" }, assume, clock);
}

describe("the session of an assumed role of Alibaba Cloud", () => {
    it("is kept until five minutes before its end", async () => {
        const provider = sessionsOf(() => ({ Expiration: new Date(clock.now() + 3_600_000).toISOString() }));
        const seen: string[] = [];
        for (const minutes of [0, 55, 1, 54]) {
            await clock.sleep(minutes * 60_000);
            seen.push((await provider.getCredentials()).accessKeyId);
        }
        expect(seen).to.deep.equal(["STS.1", "STS.1", "STS.2", "STS.2"]);
    });

    it("is not kept where nothing tells its end", async () => {
        const provider = sessionsOf(() => ({}));
        expect([
            (await provider.getCredentials()).accessKeyId,
            (await provider.getCredentials()).accessKeyId,
        ]).to.deep.equal(["STS.1", "STS.2"]);
    });

    it("is refused without keys, of which nothing is shown", async () => {
        for (const missing of [{ AccessKeyId: null }, { AccessKeySecret: "" }, { SecurityToken: undefined }]) {
            expect((await errorOf(sessionsOf(() => missing).getCredentials())).message).to.equal(
                "role acs:ram::42:role/link: AssumeRole returned no credentials. Check alicloud:assumeRole.",
            );
        }
    });
});

import { expect } from "chai";

import { KeyStore, type SessionCaller } from "../../../simulator/keys";

const caller: SessionCaller = {
    cloud: "aws",
    accountId: "123456789012",
    region: "ap-southeast-1",
    arn: "arn:aws:sts::123456789012:assumed-role/deployer/session",
};

describe("key store", () => {
    it("issues temporary keys that stand for their caller and expire by the real clock", () => {
        let now = 0;
        const keys = new KeyStore(() => now);
        const issued = keys.issue(caller, 900);
        expect(issued.accessKeyId).to.match(/^ASIA[0-9A-F]{16}$/);
        expect(keys.find(issued.accessKeyId)).to.equal(issued);
        expect(issued.caller).to.deep.equal({ ...caller, accessKeyId: issued.accessKeyId });
        now = 899_999;
        expect(keys.isExpired(issued)).to.equal(false);
        now = 900_000;
        expect(keys.isExpired(issued)).to.equal(true);
    });

    it("issues them in each cloud's own form, and no two alike", () => {
        const keys = new KeyStore();
        const first = keys.issue({ ...caller, cloud: "alibaba" }, 900);
        const second = keys.issue({ ...caller, cloud: "alibaba" }, 900);
        expect(first.accessKeyId).to.match(/^STS\.[0-9a-f]{24}$/);
        expect(first.accessKeyId).not.to.equal(second.accessKeyId);
        expect(first.secret).not.to.equal(second.secret);
    });

    it("knows no key that nobody added", () => {
        expect(new KeyStore().find("AKIAUNKNOWN")).to.equal(undefined);
    });
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

import { requiredAwsPolicy, requiredRamPolicy } from "../../provider/policies/requiredPolicies";
import { run } from "./simulateCommand";

describe("the command policy", function () {
    this.timeout(20_000);
    let folder: string;

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), "policy-"));
    });
    afterEach(() => rm(folder, { recursive: true }));

    async function printed(...args: string[]): Promise<unknown> {
        const { code, stdout, stderr } = await run("policy", ...args);
        expect([code, stderr]).to.deep.equal([0, ""]);
        return JSON.parse(stdout) as unknown;
    }

    it("prints what a link by a transit router needs for an up, before there is a program", async () => {
        const anyLink = { alibaba: { cen: { transitRouterId: "*" } }, for: "up" } as const;
        expect(await printed("aws")).to.deep.equal(requiredAwsPolicy(anyLink));
        expect(await printed("ram")).to.deep.equal(requiredRamPolicy(anyLink));
    });

    it("prints what the program with these arguments needs, for a preview, in an account and a region", async () => {
        const args = { alibaba: { cen: { cenId: "cen-1" } }, aws: { vpcId: "vpc-1", vpnGatewayId: "vgw-1" } };
        const file = join(folder, "args.json");
        await writeFile(file, JSON.stringify(args));
        const given = ["--for", "preview", "--args", file, "--account", "123456789012", "--region", "ap-southeast-1"];
        const place = { accountId: "123456789012", region: "ap-southeast-1" };
        expect(await printed("ram", ...given)).to.deep.equal(requiredRamPolicy({ ...args, ...place, for: "preview" }));
        expect(await printed("aws", ...given)).to.deep.equal(requiredAwsPolicy({ ...args, ...place, for: "preview" }));
    });

    const refusals: [string[], string][] = [
        [["policy"], '"policy" needs a cloud. Write aws or ram.'],
        [["policy", "azure"], '"policy" needs a cloud, not "azure". Write aws or ram.'],
        [["policy", "constructor"], '"policy" needs a cloud, not "constructor". Write aws or ram.'],
        [["policy", "aws", "--for", "destroy"], '--for is "destroy". Write preview or up.'],
    ];
    for (const [args, line] of refusals) {
        it(`refuses "${args.join(" ")}" in one line`, async () => {
            expect(await run(...args)).to.deep.equal({ code: 2, stdout: "", stderr: `${line}\n` });
        });
    }

    it("refuses arguments that it cannot read", async () => {
        const file = join(folder, "args.json");
        await writeFile(file, "[]");
        expect((await run("policy", "aws", "--args", join(folder, "none"))).stderr).to.match(
            /^--args .*none cannot be read as JSON: ENOENT.* Name a file that holds a document\.\n$/,
        );
        expect((await run("policy", "aws", "--args", file)).stderr).to.equal(
            `--args ${file} holds no object. Write the arguments of MultiCloudConnection.\n`,
        );
    });
});

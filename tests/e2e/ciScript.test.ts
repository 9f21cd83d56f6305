import { readFileSync } from "node:fs";
import { once } from "node:events";
import path from "node:path";
import { expect } from "chai";

import { quickstartConfiguration } from "../../cli/quickstart";
import { startSimulator, type Simulator, type SimulatorOptions } from "../../simulator/server";
import { finishBackend } from "../harness/backend";
import { LeastPrivilege, underLeastPrivilege } from "../harness/leastPrivilege";
import { quickstart, root } from "../harness/project";
import { quickstartArgs, writesOf } from "../harness/rehearsal";
import { makeStack, type RealStack, type Ran } from "../harness/stack";

/** A script of the page, to the letter. */
function scriptOf(name: string): string {
    const page = readFileSync(path.join(root, "docs", "ci.md"), "utf8");
    const scripts = [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, text = ""]) => text);
    const found = scripts.find((text) => text.includes(`\n# ${name}: `));
    if (found === undefined) {
        throw new Error(`docs/ci.md has no ${name}.`);
    }
    return found;
}

const job = scriptOf("link.sh");
const recovery = scriptOf("recover.sh");

describe("the page on CI", () => {
    let simulator: Simulator;
    let stack: RealStack;

    /** The backend takes longer than any test. */
    const start = async (options: SimulatorOptions = {}): Promise<void> => {
        const durations = { backendConfiguration: 10_000_000 };
        simulator = await startSimulator({ speed: 600, durations, ...options });
        const privilege = new LeastPrivilege(simulator);
        privilege.addLinks(quickstartArgs(simulator));
        const quickstartStack = await makeStack(simulator, quickstart, { STACK: quickstart.stackName });
        stack = underLeastPrivilege(quickstartStack, privilege);
        for (const [key, value] of Object.entries(quickstartConfiguration(simulator.description.world))) {
            for (const [index, item] of [value].flat().entries()) {
                await stack.setConfig(typeof value === "string" ? key : `${key}[${index}]`, item);
            }
        }
    };
    afterEach(async () => {
        await simulator.close();
        await stack.remove();
    });
    const looking = (): Promise<Ran> => stack.run(job, { WAIT: "0" });
    const bgpStatus = async (): Promise<unknown> =>
        ((await stack.outputs()) as { verification?: { bgpStatus?: unknown } }).verification?.bgpStatus;

    it("has a job that ends with 75 and writes nothing while the backend configures, and later with 0 and the link up", async () => {
        await start();
        for (const run of [1, 2]) {
            const { exitCode, stderr } = await looking();
            expect([run, exitCode, stderr]).to.deep.equal([
                run,
                75,
                'Alibaba backend is "Configuring". Run it again later; open a ticket with Alibaba Cloud if it stays so. While the hosted connection is not accepted, run pulumi up once: Alibaba Cloud may wait for that.\n',
            ]);
        }
        expect(simulator.world.log.filter(({ mutating }) => mutating)).to.deep.equal([]);
        expect(await stack.resources()).to.deep.equal([]);

        finishBackend(simulator.world);
        const { exitCode, stdout } = await stack.run(job);
        expect(exitCode).to.equal(0);
        expect(stdout)
            .to.match(/^Alibaba backend: Running, after \d+s\.\n/)
            .and.match(/\nBGP: up, after \d+s\.\n$/);
        expect(await bgpStatus()).to.equal("up");
    });

    it("looks beside an up at work; once that is killed, recovers the stack, and the job goes on without a second acceptance", async () => {
        await start({ scenario: "accept-first" });
        const accepted = new Promise<void>((resolve) => {
            simulator.world.watchers.add({ done: ({ action }) => action === "ConfirmConnection" && resolve() });
        });
        const up = stack.startUp({});
        await accepted;
        const beside = await stack.run(
            'npx pulumi-multicloud-connection wait --for backend --stack "$STACK" --timeout 0 --json',
        );
        expect(beside.exitCode).to.equal(75);
        expect(JSON.parse(beside.stdout)).to.include({
            state: "Configuring",
            vbrId: simulator.description.world.vbrId,
        });
        // Of what is made beside the wait no answer is to be lost: that is another recovery.
        const madeBeside = ["link-cen-propagation", "link-route-propagation-0", "link-route-propagation-1"];
        for (let names: string[] = []; !madeBeside.every((name) => names.includes(name));) {
            names = (await stack.resources()).map(({ urn }) => urn.split("::").at(-1) ?? "");
        }
        up.kill("SIGKILL");
        await once(up, "exit");

        expect(await stack.run(recovery)).to.include({ exitCode: 0 });
        expect(await looking()).to.include({ exitCode: 75 });
        finishBackend(simulator.world);
        expect(await stack.run(job)).to.include({ exitCode: 0 });
        expect(writesOf(simulator).filter((action) => action === "ConfirmConnection")).to.have.length(1);
        expect(await bgpStatus()).to.equal("up");
    });
});

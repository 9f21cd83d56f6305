import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { LocalWorkspace, type ConfigMap, type Stack } from "@pulumi/pulumi/automation";
import type { EngineEvent } from "@pulumi/pulumi/automation/events";
import { expect } from "chai";

import { MultiCloudConnection, type MultiCloudConnectionArgs } from "../../index";
import { startSimulator, type Simulator } from "../../simulator/server";
import { outcomeOf, type Outcome } from "../harness/outcome";
import { engineEnvironment } from "../harness/pulumi";
import { quickstartArgs, writesOf } from "../harness/rehearsal";
import { without } from "../harness/state";

/** A program that runs in the process which asks the Automation API; regions and keys are in the stack's configuration alone. */
describe("a program in the Automation API's own process", () => {
    let folder: string;
    let simulator: Simulator;
    let engineVariables: Record<string, string>;
    let stack: Stack;
    const environmentBefore = process.env;

    before(async () => {
        folder = await mkdtemp(path.join(tmpdir(), "multicloud-inline-"));
        await mkdir(path.join(folder, "state"));
        simulator = await startSimulator({ speed: 600 });
        // The hooks of the program have this process's environment: of the simulator's, the endpoints.
        const endpoints = Object.entries(simulator.environment).filter(([, value]) => value.startsWith("http://"));
        process.env = { ...environmentBefore, ...Object.fromEntries(endpoints) };
        const { PULUMI_DEBUG_PROVIDERS = "" } = simulator.environment;
        engineVariables = { ...engineEnvironment(folder), ...Object.fromEntries(endpoints), PULUMI_DEBUG_PROVIDERS };
        stack = await makeStack("test");
    });
    after(async () => {
        process.env = environmentBefore;
        await simulator.close();
        await rm(folder, { recursive: true, force: true });
    });

    async function makeStack(stackName: string): Promise<Stack> {
        const args = quickstartArgs(simulator) as unknown as MultiCloudConnectionArgs;
        const program = () => Promise.resolve({ verification: new MultiCloudConnection("link", args).verification });
        const made = await LocalWorkspace.createStack(
            { stackName, projectName: "inline", program },
            { envVars: engineVariables, workDir: folder },
        );
        await made.setAllConfig(configuration());
        return made;
    }

    function configuration(): ConfigMap {
        const { aws, alibaba } = simulator.description.credentials;
        return {
            "aws:region": { value: aws.region },
            "aws:accessKey": { value: aws.accessKeyId, secret: true },
            "aws:secretKey": { value: aws.secretAccessKey, secret: true },
            "alicloud:region": { value: alibaba.region },
            "alicloud:accessKey": { value: alibaba.accessKeyId, secret: true },
            "alicloud:secretKey": { value: alibaba.accessKeySecret, secret: true },
        };
    }

    async function observe(
        run: (options: { onEvent: (event: EngineEvent) => void }) => Promise<unknown>,
    ): Promise<Outcome> {
        const events: EngineEvent[] = [];
        const ended = await run({ onEvent: (event) => events.push(event) }).then(
            () => ({ exitCode: 0, printed: "" }),
            (error: unknown) => ({ exitCode: 1, printed: String(error) }),
        );
        return outcomeOf(events, ended);
    }

    it("is told at preview what the link costs, each of two at once", async () => {
        const both = [stack, await makeStack("other")];
        const outcomes = await Promise.all(both.map((each) => observe((options) => each.preview(options))));
        for (const { failed, diagnostics } of outcomes) {
            expect(failed).to.equal(false);
            expect(diagnostics).to.have.length(1);
            expect(diagnostics[0]).to.match(/^info: What this link costs:\n/);
        }
    });

    it("comes up: the looks before each creation take the stack's configuration", async () => {
        const { failed, diagnostics } = await observe((options) => stack.up(options));
        expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
    });

    it("has nothing to do in a further run of the same process", async () => {
        const { steps, diagnostics } = await observe((options) => stack.preview(options));
        expect({ steps, diagnostics }).to.deep.equal({ steps: {}, diagnostics: [] });
    });

    it("is refused what the state does not hold, by a hook of the name that it has in every run", async () => {
        const exported = await stack.exportStack();
        await stack.importStack({ ...exported, ...without(["link-virtual-interface"], exported) });
        simulator.world.log.length = 0;
        const { failed, diagnostics } = await observe((options) => stack.up(options));
        expect(failed).to.equal(true);
        expect(diagnostics[0]).to.match(
            /^error: before hook "link-virtual-interface-unmanaged" failed: Hosted connection dxcon-\w+ has virtual interface dxvif-\w+ already/,
        );
        expect(writesOf(simulator)).to.deep.equal([]);
    });
});

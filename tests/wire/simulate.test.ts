import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { DescribeVpcsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { expect } from "chai";

import { faultKinds } from "../../simulator/faults/faults";
import { scenarioNames } from "../../simulator/scenarios/index";
import { guesses } from "../../simulator/world/guesses";
import { durations, quotas } from "../../simulator/world/limits";
import type { SimulatorDescription } from "../../simulator/server";
import { refusalCodeOf } from "./awsServer";
import { run, serve } from "./simulateCommand";

const scenarios = scenarioNames.join(", ");
const variables = [
    "ALIBABA_CLOUD_ACCESS_KEY_ID",
    "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
    "ALICLOUD_ACCESS_KEY",
    "ALICLOUD_REGION",
    "ALICLOUD_SECRET_KEY",
    "AWS_ACCESS_KEY_ID",
    "AWS_DEFAULT_REGION",
    "AWS_ENDPOINT_URL_DIRECT_CONNECT",
    "AWS_ENDPOINT_URL_EC2",
    "AWS_ENDPOINT_URL_STS",
    "AWS_REGION",
    "AWS_SECRET_ACCESS_KEY",
    "BSSOPENAPI_ENDPOINT",
    "CBN_ENDPOINT",
    "ECS_ENDPOINT",
    "NO_PROXY",
    "PULUMI_DEBUG_PROVIDERS",
    "STS_ENDPOINT",
    "VPC_ENDPOINT",
    "no_proxy",
];

/** The error of a connection that nobody answers. */
async function refusedAt(url: string): Promise<unknown> {
    try {
        await fetch(url);
    } catch (error) {
        return (error as { cause?: { code?: unknown } }).cause?.code;
    }
    return "answered";
}

describe("the command simulate", function () {
    this.timeout(20_000);

    it("prints one JSON object with everything that a client needs, and ends with 0 on SIGTERM", async () => {
        const serving = await serve("--json");
        const description = JSON.parse(serving.firstLine) as SimulatorDescription;
        expect(Object.keys(description)).to.deep.equal(["endpoints", "providers", "credentials", "world"]);
        expect(Object.keys(description.endpoints)).to.have.members([
            "directconnect",
            "ec2",
            "awsSts",
            "vpc",
            "cbn",
            "ecs",
            "bssopenapi",
            "alibabaSts",
        ]);
        expect(description.endpoints.vpc).to.match(/^http:\/\/127\.0\.0\.1:\d+$/);
        expect(description.providers).to.match(/^aws:\d+,alicloud:\d+$/);
        expect(Object.keys(description.credentials.aws)).to.have.members([
            "accessKeyId",
            "secretAccessKey",
            "accountId",
            "region",
        ]);
        expect(Object.keys(description.credentials.alibaba)).to.have.members([
            "accessKeyId",
            "accessKeySecret",
            "accountId",
            "region",
        ]);
        expect(Object.keys(description.world)).to.have.members([
            "awsVpcId",
            "routeTableIds",
            "alibabaVpcId",
            "cenId",
            "transitRouterId",
            "transitRouterRouteTableId",
            "vbrId",
            "hostedConnectionId",
        ]);
        expect(await serving.end("SIGTERM")).to.equal(0);
    });

    it("leaves out what is not bought yet", async () => {
        const serving = await serve("--json", "--scenario", "not-bought-yet");
        const { world } = JSON.parse(serving.firstLine) as SimulatorDescription;
        expect(world).not.to.have.any.keys("vbrId", "hostedConnectionId");
        expect(await serving.end("SIGINT")).to.equal(0);
    });

    it("shows the world, the log and the settings, changed ones too, to whoever asks on this machine", async () => {
        const changes = ["orderOfWaits=accept-first", "backendConfiguration=7200", "bgpPeersPerBorderRouter=1"];
        const serving = await serve("--json", "--speed", "7", ...changes.flatMap((change) => ["--set", change]));
        const { endpoints, world } = JSON.parse(serving.firstLine) as SimulatorDescription;
        const look = async (path: string): Promise<unknown> => (await fetch(endpoints.directconnect + path)).json();
        expect(await look("/_world")).to.have.nested.property(`alibaba.borderRouters.${world.vbrId}.status`, "active");
        expect(await look("/_log")).to.deep.equal([]);
        const { speed, ...settings } = (await look("/_settings")) as Record<string, object>;
        expect(speed).to.equal(7);
        expect(settings.guesses).to.include({ orderOfWaits: "accept-first", circuitOwner: "alibaba" });
        expect(settings.durations).to.include({ backendConfiguration: 7200, confirmToAvailable: 180 });
        expect(settings.quotas).to.include({ bgpPeersPerBorderRouter: 1, routesPerBgpGroup: 110 });
        expect(await look("/_packet?from=10.0.1.10&to=172.16.1.10")).to.deep.include({
            arrives: false,
            stop: "no-route",
            at: world.routeTableIds[0],
        });
        const refused = await fetch(`${endpoints.directconnect}/_packet?from=10.0.1.10`);
        expect([refused.status, await refused.json()]).to.deep.equal([400, { error: 'to "" is no IPv4 address.' }]);
        await serving.end("SIGTERM");
    });

    it("lets the calls fail that it was told to", async () => {
        const serving = await serve(
            "--json",
            "--fault",
            "vpc.DescribeVpcs=throttling:2",
            "--fault",
            "DescribeVpcs=503",
        );
        const { endpoints, credentials } = JSON.parse(serving.firstLine) as SimulatorDescription;
        const { accessKeyId, secretAccessKey, region } = credentials.aws;
        const client = new EC2Client({
            endpoint: endpoints.ec2,
            region,
            credentials: { accessKeyId, secretAccessKey },
            maxAttempts: 1,
        });
        expect(await refusalCodeOf(client.send(new DescribeVpcsCommand({})))).to.equal("Unavailable 503");
        expect(await refusalCodeOf(client.send(new DescribeVpcsCommand({})))).to.equal("not refused");
        await serving.end("SIGTERM");
    });

    it("holds both users to the policies that it was told to", async () => {
        const folder = await mkdtemp(join(tmpdir(), "simulate-"));
        const [aws, ram] = [join(folder, "aws.json"), join(folder, "ram.json")];
        await writeFile(aws, '{"Version":"2012-10-17","Statement":[]}');
        await writeFile(ram, '{"Version":"1","Statement":[{"Effect":"Allow","Action":"vpc:*","Resource":"*"}]}');
        const serving = await serve("--json", "--policy-aws", aws, "--policy-ram", ram);
        const { endpoints, credentials } = JSON.parse(serving.firstLine) as SimulatorDescription;
        const client = new EC2Client({
            endpoint: endpoints.ec2,
            region: credentials.aws.region,
            credentials: credentials.aws,
            maxAttempts: 1,
        });
        expect(await refusalCodeOf(client.send(new DescribeVpcsCommand({})))).to.equal("UnauthorizedOperation 403");
        await serving.end("SIGTERM");
        await writeFile(ram, '{"Version":"1","Statement":[{"Effect":"Allow","NotAction":"vpc:*","Resource":"*"}]}');
        const refused = await run("simulate", "--json", "--policy-ram", ram);
        expect([refused.code, refused.stderr]).to.deep.equal([
            2,
            `--policy-ram ${ram}: Statement 1 of the RAM policy has NotAction, which the simulator does not evaluate. Write the policy without it.\n`,
        ]);
        await rm(folder, { recursive: true });
    });

    it("serves on the port that was asked for, and says when it is taken", async () => {
        const serving = await serve("--json");
        const { endpoints } = JSON.parse(serving.firstLine) as SimulatorDescription;
        const taken = new URL(endpoints.directconnect).port;
        const { code, stderr } = await run("simulate", "--port", taken);
        expect(stderr).to.equal(
            `Port ${taken} is taken by another process. Choose another --port; the next one is used too.\n`,
        );
        expect(code).to.equal(1);
        const before = Number(taken) - 1;
        const nextIsTaken = await run("simulate", "--port", String(before));
        // The one before may be another process's too.
        expect(nextIsTaken.stderr).to.match(new RegExp(`^Port (${before}|${taken}) is taken by another process\\. `));
        expect([nextIsTaken.code, nextIsTaken.stdout]).to.deep.equal([1, ""]);
        await serving.end("SIGTERM");
        const again = await serve("--json", "--port", taken);
        expect(JSON.parse(again.firstLine)).to.have.nested.property("endpoints.ec2", `http://127.0.0.1:${taken}`);
        await again.end("SIGTERM");
    });

    describe("with --env", () => {
        let folder: string;
        beforeEach(async () => {
            folder = await mkdtemp(join(tmpdir(), "simulate-"));
        });
        afterEach(async () => {
            await rm(folder, { recursive: true });
        });

        it("writes export lines for their owner alone, also over an open file that is there", async () => {
            const file = join(folder, "environment");
            await writeFile(file, "old", { mode: 0o644 });
            const serving = await serve("--env", file);
            const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
            expect(lines.map((line) => /^export (\w+)='[^']+'$/.exec(line)?.[1]).sort()).to.deep.equal(variables);
            expect((await stat(file)).mode & 0o777).to.equal(0o600);
            expect(serving.firstLine).to.equal(`Serving both clouds. In another shell: . ${file}   (Ctrl-C ends it)`);
            expect(await serving.end("SIGTERM")).to.equal(0);
        });

        it("writes what a shell can source, and serves there until Ctrl-C", async () => {
            const file = join(folder, "it's an environment");
            const serving = await serve("--env", file);
            const { stdout } = await promisify(execFile)("sh", [
                "-c",
                '. "$0"; printf "%s\\n" "$VPC_ENDPOINT" "$PULUMI_DEBUG_PROVIDERS" "$ALICLOUD_REGION"; env | grep -c ^AWS_ACCESS',
                file,
            ]);
            const [endpoint = "", providers, region, exported] = stdout.trimEnd().split("\n");
            expect(providers).to.match(/^aws:\d+,alicloud:\d+$/);
            expect([region, exported]).to.deep.equal(["ap-southeast-1", "1"]);
            const answer = (await (await fetch(endpoint)).json()) as { Code: string };
            expect(answer.Code).to.equal("MissingVersion");
            expect(await serving.end("SIGINT")).to.equal(0);
            expect(await refusedAt(endpoint)).to.equal("ECONNREFUSED");
        });

        it("makes a new file readable for its owner alone, whatever the umask", async () => {
            const file = join(folder, "environment");
            const serving = await serve("--env", file);
            expect((await stat(file)).mode & 0o777).to.equal(0o600);
            await serving.end("SIGTERM");
        });

        it("says which file cannot be written", async () => {
            const file = join(folder, "missing", "environment");
            const { code, stderr } = await run("simulate", "--env", file);
            expect(stderr).to.equal(`File "${file}" cannot be written (ENOENT). Name one in a folder of yours.\n`);
            expect(code).to.equal(1);
        });
    });

    describe("with a command", () => {
        it("runs it in the environment and ends with its exit code", async () => {
            const script = "console.log(process.env.VPC_ENDPOINT, process.env.AWS_PROFILE); process.exit(7)";
            const { code, stdout } = await run("simulate", "--", process.execPath, "-e", script);
            expect(stdout).to.match(/^http:\/\/127\.0\.0\.1:\d+ undefined\n$/);
            expect(code).to.equal(7);
        });

        it("leaves the command's own options to it", async () => {
            const { code, stdout } = await run("simulate", "--", "echo", "--json");
            expect(stdout).to.equal("--json\n");
            expect(code).to.equal(0);
        });

        it("answers 128 and the signal's number when one ended it", async () => {
            const { code } = await run("simulate", "--", "sh", "-c", "kill -TERM $$");
            expect(code).to.equal(143);
        });

        for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
            it(`passes ${signal} on, and ends when the command does`, async () => {
                const script = `process.on("${signal}", () => process.exit(9)); console.log(process.env.VPC_ENDPOINT); setInterval(() => {}, 1000)`;
                const serving = await serve("--", process.execPath, "-e", script);
                expect(await serving.end(signal)).to.equal(9);
                expect(await refusedAt(serving.firstLine)).to.equal("ECONNREFUSED");
            });
        }

        it("keeps the user's own identity out of it", async () => {
            const own = { AWS_PROFILE: "real", AWS_SESSION_TOKEN: "real", ALIBABA_CLOUD_SECURITY_TOKEN: "real" };
            Object.assign(process.env, own);
            try {
                const { stdout } = await run("simulate", "--", "sh", "-c", "env | grep -c '=real$'");
                expect(stdout).to.equal("0\n");
            } finally {
                Object.keys(own).forEach((name) => Reflect.deleteProperty(process.env, name));
            }
        });

        it("says when a command cannot be run", async () => {
            const { code, stderr } = await run("simulate", "--", tmpdir());
            expect(stderr).to.match(/^Command ".*" could not be started \(.*EACCES.*\)\. Check its name and PATH\.\n$/);
            expect(code).to.equal(126);
        });

        it("says when there is no such command", async () => {
            const { code, stderr } = await run("simulate", "--", "no-such-command");
            expect(stderr).to.equal('Command "no-such-command" was not found. Check its name and PATH.\n');
            expect(code).to.equal(127);
        });
    });

    it("names every option and scenario in --help, and ends with 0", async () => {
        const { code, stdout, stderr } = await run("simulate", "--help");
        expect([code, stderr]).to.deep.equal([0, ""]);
        expect(stdout.replace(/\s+/g, " ")).to.include(`the world to start with: ${scenarios}`);
        for (const option of [
            "--port",
            "--speed",
            "--set",
            "--fault",
            "--policy-aws",
            "--policy-ram",
            "--json",
            "--env",
        ]) {
            expect(stdout).to.include(option);
        }
    });

    const options =
        "--port <N>, --speed <N>, --scenario <NAME>, --set <NAME=VALUE>, --fault <ACTION=KIND[:TIMES]>, --policy-aws <FILE>, --policy-ram <FILE>, --json, --env <FILE>, --help";
    const refusals: [string[], string][] = [
        [
            [],
            "No subcommand is given. Choose one of: simulate, wait, doctor, forget-replaced, topology, policy; --help explains them.",
        ],
        [
            ["simulat"],
            'Subcommand "simulat" does not exist. Choose one of: simulate, wait, doctor, forget-replaced, topology, policy.',
        ],
        [["simulate", "--scenario", "x"], `Scenario "x" does not exist. Choose one of: ${scenarios}.`],
        [
            ["simulate", "--scenario", "constructor"],
            `Scenario "constructor" does not exist. Choose one of: ${scenarios}.`,
        ],
        [["simulate", "--fast"], `Unknown option '--fast'. Valid options: ${options}.`],
        [["simulate", "--jsn"], `Unknown option '--jsn'. Valid options: ${options}.`],
        [["simulate", "bash"], '"simulate" takes no argument "bash". Write a command behind "--".'],
        [["simulate", "--port"], `Option '--port <N>' argument missing. Valid options: ${options}.`],
        [["simulate", "--port", "0"], '--port is "0"; give a whole number from 1 to 65534.'],
        [["simulate", "--port", "65535"], '--port is "65535"; give a whole number from 1 to 65534.'],
        [["simulate", "--port", "-1"], '--port is "-1"; give a whole number from 1 to 65534.'],
        [["simulate", "--port", "80.5"], '--port is "80.5"; give a whole number from 1 to 65534.'],
        [["simulate", "--speed", "0"], '--speed is "0"; give a number above 0, at most 100000.'],
        [["simulate", "--speed", "-1"], '--speed is "-1"; give a number above 0, at most 100000.'],
        [["simulate", "--speed", "100001"], '--speed is "100001"; give a number above 0, at most 100000.'],
        [["simulate", "--speed", "fast"], '--speed is "fast"; give a number above 0, at most 100000.'],
        [
            ["simulate", "--set", "orderOfWaits=later"],
            '--set is "orderOfWaits=later"; the answer is one of: independent, accept-first, backend-first.',
        ],
        [
            ["simulate", "--set", "backendConfiguration=long"],
            '--set is "backendConfiguration=long"; the value is seconds, 0 or more, of at most 10 digits.',
        ],
        [
            ["simulate", "--set", "backendConfiguration=12345678901"],
            '--set is "backendConfiguration=12345678901"; the value is seconds, 0 or more, of at most 10 digits.',
        ],
        [
            ["simulate", "--set", "bgpPeersPerBorderRouter=1.5"],
            '--set is "bgpPeersPerBorderRouter=1.5"; the value is a whole number, 0 or more, of at most 10 digits.',
        ],
        [
            ["simulate", "--set", "constructor"],
            `--set is "constructor"; write NAME=VALUE, NAME one of: ${[guesses, durations, quotas].flatMap(Object.keys).join(", ")}.`,
        ],
        [
            ["simulate", "--fault", "DescribeConnections=slow"],
            `--fault is "DescribeConnections=slow"; write [SERVICE.]ACTION=KIND[:TIMES], KIND one of: ${Object.keys(faultKinds).join(", ")}; TIMES a whole number above 0 (default: 1) or always.`,
        ],
        [
            ["simulate", "--fault", "DescribeConnections=500:0"],
            '--fault is "DescribeConnections=500:0"; TIMES is a whole number above 0, or always.',
        ],
        [
            ["simulate", "--fault", "DescribeConnection=500"],
            '--fault is "DescribeConnection=500"; the action is none of any service\'s. docs/fidelity.md lists them all.',
        ],
        [
            ["simulate", "--fault", "vpc.DescribeConnections=500"],
            '--fault is "vpc.DescribeConnections=500"; the action is none of vpc\'s. docs/fidelity.md lists them all.',
        ],
        [
            ["simulate", "--fault", "dx.DescribeConnections=500"],
            '--fault is "dx.DescribeConnections=500"; the service is one of: directconnect, ec2, awsSts, vpc, cbn, ecs, bssopenapi, alibabaSts.',
        ],
        [["simulate", "--json", "--env", "x"], "--json and --env exclude each other. Give one of them."],
        [["simulate", "--json", "--", "true"], "--json and -- exclude each other. Give one of them."],
        [["simulate", "--"], 'There is no command behind "--". Write one, "-- bash" say.'],
    ];
    for (const [args, line] of refusals) {
        it(`refuses "${args.join(" ")}" in one line`, async () => {
            expect(await run(...args)).to.deep.equal({ code: 2, stdout: "", stderr: `${line}\n` });
        });
    }
});

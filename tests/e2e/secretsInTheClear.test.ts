import { expect } from "chai";

import { startSimulator, type Simulator } from "../../simulator/server";
import { CloudError } from "../../simulator/world/cloudError";
import { LeastPrivilege } from "../harness/leastPrivilege";
import { quickstartArgs } from "../harness/rehearsal";
import { placesOf, traceStack, type Trace, type TracedStack } from "../harness/tracedStack";

/** What the engine itself writes and hands on; no provider can change it, and the README says so. */
const ofTheEngine = {
    /**
     * At -v=9 it writes down every property that it sends or receives, secrets too (pulumi/pulumi, sdk/go/common/resource/plugin/rpc.go), and what the SDK
     * says of each resource's answer (@pulumi/pulumi, runtime/resource.ts, `log.debug`).
     */
    log: "engine's log of properties",
    /** The same tracing, and with --debug the output; the engine hides the configuration's secrets there, and no others. */
    tracing: "event log of the SDK's tracing",
    /** The stack configuration, with its secrets, as the program reads it (@pulumi/pulumi, cmd/run). */
    configuration: "PULUMI_CONFIG of the program",
};

type Credentials = Record<"awsSecretKey" | "awsSessionToken" | "alibabaSecretKey" | "alibabaSecurityToken", string>;

type Caller = Record<"accountId" | "region" | "accessKeyId", string>;

function sessionOf(cloud: "aws" | "alibaba", accountId: string): string {
    return `${cloud === "aws" ? "arn:aws:sts" : "acs:ram"}::${accountId}:assumed-role/engineer/session`;
}

describe("secrets in the clear", () => {
    let simulator: Simulator;
    let stack: TracedStack;
    let keyIds: { aws: string; alibaba: string };
    let credentials: Credentials;

    beforeEach(async () => {
        simulator = await startSimulator({ speed: 600 });
        const { aws, alibaba } = simulator.description.credentials;
        const privilege = new LeastPrivilege(simulator);
        privilege.addLinks(quickstartArgs(simulator));
        privilege.permit("up");
        const issue = (cloud: "aws" | "alibaba", { accountId, region, accessKeyId }: Caller) => {
            const policies = simulator.keys.find(accessKeyId)?.caller.policies;
            return simulator.keys.issue({ cloud, accountId, region, policies, arn: sessionOf(cloud, accountId) }, 3600);
        };
        const [ofAws, ofAlibaba] = [issue("aws", aws), issue("alibaba", alibaba)];
        keyIds = { aws: ofAws.accessKeyId, alibaba: ofAlibaba.accessKeyId };
        credentials = {
            awsSecretKey: ofAws.secret,
            awsSessionToken: ofAws.sessionToken,
            alibabaSecretKey: ofAlibaba.secret,
            alibabaSecurityToken: ofAlibaba.sessionToken,
        };
    });
    afterEach(async () => {
        await stack.remove();
        await simulator.close();
    });

    async function start(environment: Record<string, string>): Promise<void> {
        stack = await traceStack(simulator, environment);
        await stack.configure("args", JSON.stringify(quickstartArgs(simulator)));
    }

    function placesOfCredentials(traces: readonly Trace[]): Record<string, string[]> {
        return Object.fromEntries(
            Object.entries(credentials).map(([name, secret]) => [name, placesOf(secret, traces)]),
        );
    }

    it("stand where the user has put them, and a given key where the engine alone puts it", async () => {
        await start({
            AWS_ACCESS_KEY_ID: keyIds.aws,
            AWS_SECRET_ACCESS_KEY: credentials.awsSecretKey,
            AWS_SESSION_TOKEN: credentials.awsSessionToken,
            ALICLOUD_ACCESS_KEY: keyIds.alibaba,
            ALICLOUD_SECRET_KEY: credentials.alibabaSecretKey,
            ALICLOUD_SECURITY_TOKEN: credentials.alibabaSecurityToken,
        });
        const given = "A-Given-Key-Of-The-User";
        await stack.configureSecret("authKey", given);
        const { exitCode, traces } = await stack.up(/link-circuit/, "--debug");
        expect(exitCode).to.equal(0);
        expect({ given: placesOf(given, traces), ...placesOfCredentials(traces) }).to.deep.equal({
            given: [ofTheEngine.configuration, ofTheEngine.log],
            awsSecretKey: ["AWS_SECRET_ACCESS_KEY"],
            awsSessionToken: ["AWS_SESSION_TOKEN"],
            alibabaSecretKey: ["ALICLOUD_SECRET_KEY"],
            alibabaSecurityToken: ["ALICLOUD_SECURITY_TOKEN"],
        });
    });

    it("of the stack configuration stand where the engine puts them, and a made key too, also where the cloud's refusal repeats it", async () => {
        await start({
            AWS_ACCESS_KEY_ID: "",
            AWS_SECRET_ACCESS_KEY: "",
            ALICLOUD_ACCESS_KEY: "",
            ALICLOUD_SECRET_KEY: "",
        });
        await stack.configureSecret("aws:accessKey", keyIds.aws);
        await stack.configureSecret("aws:secretKey", credentials.awsSecretKey);
        await stack.configureSecret("aws:token", credentials.awsSessionToken);
        await stack.configureSecret("alicloud:accessKey", keyIds.alibaba);
        await stack.configureSecret("alicloud:secretKey", credentials.alibabaSecretKey);
        await stack.configureSecret("alicloud:securityToken", credentials.alibabaSecurityToken);
        let made = "";
        simulator.world.watchers.add({
            arrived({ action }) {
                if (action === "CreateBgpPeer") {
                    made = [...simulator.world.alibaba.bgpGroups.values()][0]?.authKey ?? "";
                    throw new CloudError(
                        "InvalidBgpAuthkey.Malformed",
                        `Specified Bgp Group authkey ${made} is not valid.`,
                    );
                }
            },
        });
        const { exitCode, traces } = await stack.up(/link-circuit/);
        expect(exitCode).to.equal(1);
        expect(traces.find(({ place }) => place === "output")?.text).to.include(
            "InvalidBgpAuthkey.Malformed: Specified Bgp Group authkey *** is not valid.",
        );
        const both = [ofTheEngine.configuration, ofTheEngine.log];
        expect({ made: placesOf(made, traces), ...placesOfCredentials(traces) }).to.deep.equal({
            made: [ofTheEngine.log, ofTheEngine.tracing],
            awsSecretKey: both,
            awsSessionToken: both,
            alibabaSecretKey: both,
            alibabaSecurityToken: both,
        });
    });
});

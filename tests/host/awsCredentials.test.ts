import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { expect } from "chai";

import { startSimulator, type Simulator } from "../../simulator/server";
import { startHost, type DynamicHost } from "../harness/dynamicHost";

interface GivenKeys {
    accessKeyId: string;
    secretAccessKey: string;
}

const sources: Record<string, { config: (keys: GivenKeys) => string; container?: true }> = {
    "the keys of a profile": {
        config: ({ accessKeyId, secretAccessKey }) =>
            `[profile link]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
    },
    "the command of a profile": {
        config: ({ accessKeyId, secretAccessKey }) =>
            `[profile link]\ncredential_process = echo '${JSON.stringify({ Version: 1, AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey })}'\n`,
    },
    "the role of a profile": {
        config: ({ accessKeyId, secretAccessKey }) =>
            `[profile own]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n` +
            "[profile link]\nrole_arn = arn:aws:iam::123456789012:role/network\nsource_profile = own\n",
    },
    "the container that the program runs in": { config: () => "", container: true },
};

/**
 * The SDK loads what reads a source when its turn comes, and what a host loads is a bundle, which must hold all of it
 * (https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html).
 */
describe("the credentials of a dynamic host for AWS come from", () => {
    let simulator: Simulator;
    let container: Server;
    let host: DynamicHost | undefined;

    before(async () => {
        simulator = await startSimulator();
        const { accessKeyId, secretAccessKey } = simulator.description.credentials.aws;
        container = createServer((_request, response) => {
            response.setHeader("content-type", "application/json");
            const Expiration = new Date(Date.now() + 3_600_000).toISOString();
            response.end(
                JSON.stringify({ AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, Token: "", Expiration }),
            );
        });
        await once(container.listen(0, "127.0.0.1"), "listening");
    });
    afterEach(() => host?.stop());
    after(async () => {
        container.close();
        await simulator.close();
    });

    for (const [source, { config, container: asksContainer }] of Object.entries(sources)) {
        it(source, async () => {
            const { AWS_ACCESS_KEY_ID: _id, AWS_SECRET_ACCESS_KEY: _secret, ...environment } = simulator.environment;
            const { port } = container.address() as AddressInfo;
            host = await startHost({
                environment: {
                    ...environment,
                    ...(asksContainer
                        ? { AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://127.0.0.1:${port}/` }
                        : { AWS_PROFILE: "link" }),
                    AWS_CONFIG_FILE: "aws-config",
                },
            });
            const given = config(simulator.description.credentials.aws);
            await writeFile(path.join(host.folder, "aws-config"), given, { mode: 0o600 });
            await host.configure({});
            const release = { connectionId: "dxcon-ffabc123", made: false };
            const { urn, inputs } = await host.ask("HostedConnectionRelease", release);
            const { outputs } = await host.create(urn, inputs);
            expect(outputs).to.include({ awsAccountId: "123456789012", awsRegion: "ap-southeast-1" });
        });
    }
});

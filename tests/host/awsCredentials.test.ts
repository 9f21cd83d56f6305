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

/** What the host finds, as its configuration file and in its environment. */
interface Source {
    config?: string;
    environment: Record<string, string>;
}

function profileWithKeys(name: string, { accessKeyId, secretAccessKey }: GivenKeys): string {
    return `[profile ${name}]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
}

const ofProfile = { AWS_PROFILE: "link" };

const sources: Record<string, (keys: GivenKeys, containerUrl: string) => Source> = {
    "the keys of a profile": (keys) => ({ config: profileWithKeys("link", keys), environment: ofProfile }),
    "the command of a profile": ({ accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey }) => {
        const printed = JSON.stringify({ Version: 1, AccessKeyId, SecretAccessKey });
        return { config: `[profile link]\ncredential_process = echo '${printed}'\n`, environment: ofProfile };
    },
    "the role of a profile": (keys) => {
        const role = "role_arn = arn:aws:iam::123456789012:role/network\nsource_profile = own\n";
        return { config: `${profileWithKeys("own", keys)}[profile link]\n${role}`, environment: ofProfile };
    },
    "the container that the program runs in": (_keys, containerUrl) => ({
        environment: { AWS_CONTAINER_CREDENTIALS_FULL_URI: containerUrl },
    }),
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

    for (const [title, sourceOf] of Object.entries(sources)) {
        it(title, async () => {
            const { AWS_ACCESS_KEY_ID: _id, AWS_SECRET_ACCESS_KEY: _secret, ...keyless } = simulator.environment;
            const { port } = container.address() as AddressInfo;
            const { config = "", environment } = sourceOf(
                simulator.description.credentials.aws,
                `http://127.0.0.1:${port}/`,
            );
            host = await startHost({ environment: { ...keyless, ...environment, AWS_CONFIG_FILE: "aws-config" } });
            await writeFile(path.join(host.folder, "aws-config"), config, { mode: 0o600 });
            await host.configure({});
            const release = { connectionId: "dxcon-ffabc123", made: false };
            const { urn, inputs } = await host.ask("HostedConnectionRelease", release);
            const { outputs } = await host.create(urn, inputs);
            expect(outputs).to.include({ awsAccountId: "123456789012", awsRegion: "ap-southeast-1" });
        });
    }
});

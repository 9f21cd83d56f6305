import { realpathSync } from "node:fs";
import { expect } from "chai";

import { startSimulator, type Simulator } from "../../simulator/server";
import { startHost, type DynamicHost } from "../harness/dynamicHost";
import type { Kind } from "../harness/serializedCourier";
import { errorOf } from "../support/rejects";

/** How the engine writes a value that a preview does not know. */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("the dynamic host", () => {
    let simulator: Simulator;
    let host: DynamicHost;

    before(async () => {
        simulator = await startSimulator({ speed: 600 });
    });
    beforeEach(async () => {
        host = await startHost({ environment: simulator.environment });
    });
    afterEach(() => host.stop());
    after(() => simulator.close());

    async function failuresOf(kind: Kind, args: object): Promise<Record<string, string>[]> {
        const { urn, inputs } = await host.ask(kind, args);
        return (await host.check(urn, inputs)).failures;
    }

    describe("configure", () => {
        const elsewhere = { "aws:region": "us-east-1", "alicloud:region": "eu-central-1" };
        const expected = { awsRegion: "ap-southeast-1", alibabaRegion: "ap-southeast-1" };
        const refused = [
            "Preflight found 2 problems, before anything was written:",
            "  - AWS region: the dynamic resources see us-east-1, the official provider ap-southeast-1. Make aws:region or AWS_REGION name one and the same for both.",
            "  - Alibaba Cloud region: the dynamic resources see eu-central-1, the official provider ap-southeast-1. Make alicloud:region or ALICLOUD_REGION name one and the same for both.",
        ].join("\n");

        it("lets the stack configuration win over the environment", async () => {
            await host.configure(elsewhere);
            const { urn, inputs } = await host.ask("Preflight", expected);
            expect((await errorOf(host.create(urn, inputs))).message).to.equal(refused);
        });

        it("is done before any of the calls that come at once", async () => {
            await host.configure(elsewhere);
            const { urn, inputs } = await host.ask("Preflight", expected);
            const errors = await Promise.all([1, 2, 3, 4].map(() => errorOf(host.create(urn, inputs))));
            expect(errors.map(({ message }) => message)).to.deep.equal([refused, refused, refused, refused]);
        });

        it("takes the environment where the stack configures nothing", async () => {
            await host.configure({});
            const { urn, inputs } = await host.ask("Preflight", expected);
            expect((await host.create(urn, inputs)).id).to.equal("preflight");
        });
    });

    describe("check", () => {
        beforeEach(() => host.configure({}));

        it("answers every failure at once", async () => {
            expect(
                await failuresOf("BorderRouterBgp", {
                    vbrId: "vbr-1",
                    peerAsn: 0,
                    localAsn: 45104,
                    authKey: "short",
                    peerIpAddress: "nowhere",
                }),
            ).to.deep.equal([
                {
                    property: "peerAsn",
                    reason: "peerAsn is 0; an ASN is a whole number from 1 to 4294967294. Take the AWS gateway's.",
                },
                { property: "authKey", reason: "bgp.authKey has 5 characters; Direct Connect takes 6 to 80." },
                {
                    property: "peerIpAddress",
                    reason: 'peerIpAddress is "nowhere"; it must be an IPv4 address without a prefix length, such as 169.254.10.2.',
                },
            ]);
        });

        it("judges nothing that is not known yet", async () => {
            const notKnown = { peerAsn: unknown, localAsn: unknown, authKey: unknown, peerIpAddress: unknown };
            expect(await failuresOf("BorderRouterBgp", { vbrId: unknown, ...notKnown })).to.deep.equal([]);
            expect(await failuresOf("BorderRouter", { vbrId: unknown })).to.deep.equal([]);
            expect(await failuresOf("HostedConnectionAcceptance", { vbrId: unknown, vlanId: unknown })).to.deep.equal(
                [],
            );
        });

        it("returns the inputs as they came, the courier among them", async () => {
            const { urn, inputs } = await host.ask("BorderRouter", { vbrId: "vbr-1" });
            expect((await host.check(urn, inputs)).inputs).to.deep.equal(JSON.parse(JSON.stringify(inputs)));
        });
    });

    describe("diff", () => {
        beforeEach(() => host.configure({}));

        async function diffOf(kind: Kind, id: string, before: object, after: object): Promise<object> {
            const { urn, inputs: olds } = await host.ask(kind, before);
            const { inputs: news } = await host.ask(kind, after);
            return host.diff(urn, id, olds, news);
        }

        it("knows what replaces, what changes in place, and what is no change", async () => {
            const none = { changes: "none", replaces: [], deleteBeforeReplace: false };
            const active = { vbrId: "vbr-1", ready: true, timeoutSeconds: 60 };
            expect(
                await diffOf("CircuitActivation", "dxcon-1", active, { vbrId: "vbr-1", timeoutSeconds: 90 }),
            ).to.deep.equal(none);
            expect(await diffOf("CircuitActivation", "dxcon-1", active, { vbrId: "vbr-2" })).to.deep.equal({
                ...none,
                changes: "some",
                replaces: ["vbrId"],
            });
            expect(
                await diffOf("CircuitActivation", "dxcon-1", { ...active, ready: false }, { vbrId: "vbr-1" }),
            ).to.deep.equal({ ...none, changes: "some" });
        });

        it("takes an identity that is not known yet for another one", async () => {
            expect(await diffOf("BorderRouter", "vbr-1", { vbrId: "vbr-1" }, { vbrId: unknown })).to.deep.equal({
                changes: "some",
                replaces: ["vbrId"],
                deleteBeforeReplace: false,
            });
        });

        it("does not look at the courier, nor at the resource's own name", async () => {
            const { urn, inputs } = await host.ask("Preflight", { vbrId: "vbr-1" });
            const olds = { ...inputs, __provider: `${String(inputs.__provider)}\n`, resourceUrn: "renamed" };
            expect((await host.diff(urn, "preflight", olds, inputs)).changes).to.equal("none");
        });
    });

    describe("an error", () => {
        beforeEach(() => host.configure({}));

        it("is one line, also in what the host prints", async () => {
            const { urn, inputs } = await host.ask("CircuitActivation", { vbrId: "vbr-1" });
            const broken = { ...inputs, resourceUrn: urn };
            const error = await errorOf(host.read(urn, "dxcon-1", { ...broken, __provider: unknownKind(inputs) }));
            const line =
                "Sputnik is unknown to this version of pulumi-multicloud-connection. Install the version that made it, or a later one.";
            expect(error.message).to.equal(line);
            expect(host.printed()).to.equal(`Sputnik: ${line}\n`);
        });

        it("of a kind that this version does not know says what to install, for every verb", async () => {
            const { urn, inputs } = await host.ask("BorderRouter", { vbrId: "vbr-1" });
            const values = { ...inputs, __provider: unknownKind(inputs) };
            const errors = [
                await errorOf(host.check(urn, values)),
                await errorOf(host.diff(urn, "id", values, values)),
                await errorOf(host.create(urn, values)),
                await errorOf(host.read(urn, "id", values)),
                await errorOf(host.update(urn, "id", values, values)),
                await errorOf(host.delete(urn, "id", values)),
            ];
            expect(new Set(errors.map(({ message }) => message))).to.deep.equal(
                new Set([
                    "Sputnik is unknown to this version of pulumi-multicloud-connection. Install the version that made it, or a later one.",
                ]),
            );
        });
    });
});

describe("the dynamic host of a program that does not have the package", () => {
    let host: DynamicHost;

    before(async () => {
        host = await startHost({ linked: false });
        await host.configure({});
    });
    after(() => host.stop());

    it("says for every verb where the package is missing and what to do: no delete passes for one that succeeded", async () => {
        const { urn, inputs } = await host.ask("BorderRouter", { vbrId: "vbr-1" });
        const line = `pulumi-multicloud-connection cannot be loaded from ${realpathSync(host.folder)}. Add it to the program's package.json and install it. (Error: Cannot find module 'pulumi-multicloud-connection/handlers')`;
        const errors = [
            await errorOf(host.check(urn, inputs)),
            await errorOf(host.delete(urn, "vbr-1", inputs)),
            await errorOf(host.read(urn, "vbr-1", inputs)),
            await errorOf(host.diff(urn, "vbr-1", inputs, inputs)),
            await errorOf(host.create(urn, inputs)),
            await errorOf(host.update(urn, "vbr-1", inputs, inputs)),
        ];
        expect(errors.map(({ message }) => message)).to.deep.equal(errors.map(() => line));
        expect(host.printed()).to.not.include("    at ");
    });
});

/** The courier of a kind that a later version brought. */
function unknownKind(inputs: Record<string, unknown>): string {
    return String(inputs.__provider).replace(/invoke\("\w+"/, 'invoke("Sputnik"');
}

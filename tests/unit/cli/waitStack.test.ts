import { expect } from "chai";

import { linkInState } from "../../../cli/link/state";
import {
    alibabaAccount,
    awsAccount,
    fakeClouds,
    makeGroup,
    makePeer,
    makeVirtualInterface,
} from "../../support/fakeClouds";
import { waitWith, type Waited } from "../../support/waiting";

const project = "urn:pulumi:dev::multicloud::";
const parentOf = (link: string): string => `${project}multicloud:index:MultiCloudConnection::${link}`;
const hostUrn = `${project}pulumi:providers:pulumi-nodejs::default`;

interface Member {
    type: string;
    id?: string;
    outputs?: object;
}

const own = (kind: string, outputs: object): Member => ({ type: `pulumi-nodejs:dynamic/multicloud:${kind}`, outputs });
const borderRouter = own("BorderRouter", { vbrId: "vbr-1", ...alibabaAccount });
const circuit = own("CircuitActivation", { vbrId: "vbr-1", connectionId: "dxcon-1", ...awsAccount, ...alibabaAccount });
const virtualInterface = { type: "aws:directconnect/privateVirtualInterface:PrivateVirtualInterface", id: "dxvif-1" };
const bgp = own("BorderRouterBgp", { bgpPeerId: "bgp-backend" });
const whole = [borderRouter, circuit, virtualInterface, bgp];

/** What `pulumi stack export` prints of these links. */
function exported(links: Record<string, readonly Member[]>, hostInputs: object = {}): string {
    const resources = Object.entries(links).flatMap(([link, members]) =>
        members.map((member) => ({
            urn: `${parentOf(link)}$${member.type}::${link}-child`,
            parent: parentOf(link),
            provider: `${hostUrn}::some-id`,
            ...member,
        })),
    );
    const host = { urn: hostUrn, type: "pulumi:providers:pulumi-nodejs", inputs: hostInputs };
    return JSON.stringify({ version: 3, deployment: { resources: [host, ...resources] } });
}

const configured = JSON.stringify({
    "aws:region": { value: "ap-southeast-1", secret: false },
    "alicloud:secretKey": { secret: true },
    "multicloud:vbrId": { value: "vbr-9", secret: false },
    "multicloud:password": { secret: true },
});

const joined = fakeClouds({
    virtualInterfaces: [
        makeVirtualInterface({
            bgpPeers: [{ bgpPeerId: "dxpeer-1", addressFamily: "ipv4", bgpPeerState: "available", bgpStatus: "up" }],
        }),
    ],
    groups: [makeGroup()],
    peers: [makePeer({ bgpStatus: "Established" })],
});

/** Waits for BGP on what this stack holds. */
function waitOn(state: (seconds: number) => string, options: object = {}): Promise<Waited> {
    return waitWith({ for: "bgp-up", ...options }, joined, {
        pulumi: (command, seconds) =>
            command.startsWith("stack export")
                ? state(seconds)
                : command.startsWith("config get")
                  ? "the-secret\n"
                  : configured,
    });
}

describe("the command wait on a stack", () => {
    it("takes the IDs from its state, and of its configuration the clouds' settings; opens no other secret", async () => {
        const waited = await waitOn(() => exported({ link: whole }), { stack: "dev" });
        expect(waited).to.deep.include({
            exitCode: 0,
            vbrId: "vbr-1",
            connectionId: "dxcon-1",
            virtualInterfaceId: "dxvif-1",
            bgpPeerId: "bgp-backend",
            asked: [
                "stack export --stack dev",
                "config --json --stack dev",
                "config get alicloud:secretKey --stack dev",
            ],
        });
        const { configuration } = waited;
        const keys = ["aws:region", "alicloud:secretKey", "multicloud:vbrId"];
        expect(keys.map((key) => configuration?.get(key))).to.deep.equal(["ap-southeast-1", "the-secret", undefined]);
    });

    it("reads the selected stack where the options do not suffice, and lets options win", async () => {
        const options = { virtualInterfaceId: "dxvif-1", timeout: "0" };
        const waited = await waitOn(() => exported({ link: [borderRouter] }), options);
        expect(waited.asked.slice(0, 2)).to.deep.equal(["stack export", "config --json"]);
        expect(waited).to.include({ exitCode: 0, vbrId: "vbr-1", virtualInterfaceId: "dxvif-1" });
    });

    it("asks neither stack nor configuration where the options suffice", async () => {
        const waited = await waitOn(() => "", { vbrId: "vbr-1", virtualInterfaceId: "dxvif-1" });
        expect(waited).to.deep.include({ exitCode: 0, asked: [], configuration: undefined });
    });

    it("waits until an up that is at work has brought it that far", async () => {
        const waited = await waitOn((seconds) => exported({ link: seconds < 60 ? [borderRouter] : whole }), {
            stack: "dev",
        });
        expect(waited.exitCode).to.equal(0);
        expect(waited.said[0]).to.equal(
            "your turn: run pulumi up, unless one is at work | Stack dev: not that far | 0s of 45m | it holds no virtual interface (--virtual-interface-id) yet",
        );
    });

    it("ends with 75 where no up has: what is missing, and what to do", async () => {
        const empty = JSON.stringify({ version: 3, deployment: { manifest: {} } });
        const waited = await waitOn(() => empty, { timeout: "0" });
        expect(waited).to.deep.include({
            exitCode: 75,
            message:
                'The selected stack is "not that far". it holds no VBR (--vbr-id) and virtual interface (--virtual-interface-id) yet. Run pulumi up, or give what is missing as an option.',
        });
    });

    it("ends with 1 where its link lives in another account", async () => {
        const elsewhere = own("CircuitActivation", { connectionId: "dxcon-1", awsAccountId: "999999999999" });
        const state = exported({ link: [borderRouter, elsewhere, virtualInterface] });
        const waited = await waitOn(() => state);
        expect(waited.exitCode).to.equal(1);
        expect(waited.message).to.match(/^AWS account: .* see 123456789012, .* 999999999999\./);
    });

    it("ends with 1 where it cannot be read, in Pulumi's words", async () => {
        const waited = await waitOn(() => {
            throw new Error("pulumi stack export says: no stack named 'dev' found");
        });
        expect(waited).to.include({ exitCode: 1, message: "pulumi stack export says: no stack named 'dev' found" });
    });

    it("takes the plain settings of an explicit provider in the place of the configuration; its secrets stay closed", async () => {
        const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:x" };
        const inputs = { "aws:region": "eu-central-1", "aws:secretKey": secret, version: "3" };
        const waited = await waitOn(() => exported({ link: whole }, inputs));
        expect(waited.asked).to.deep.equal(["stack export"]);
        const keys = ["aws:region", "aws:secretKey", "alicloud:region"];
        expect(keys.map((key) => waited.configuration?.get(key))).to.deep.equal(["eu-central-1", undefined, undefined]);
    });
});

describe("a link in a stack's state", () => {
    const two = exported({ east: [borderRouter], west: [own("BorderRouter", { vbrId: "vbr-2" })] });

    it("is told by the component's name where there are several", () => {
        expect(linkInState(two, "west").ids.vbrId).to.equal("vbr-2");
        const names = 'Give --link with one of these names: "east", "west".';
        expect(() => linkInState(two, undefined)).to.throw(`The stack holds 2 links. ${names}`);
        expect(() => linkInState(two, "north")).to.throw(`The stack holds no link "north". ${names}`);
    });

    it("is what the program's own resources say where it composes its own", () => {
        const members = [
            own("BackendConfiguration", { vbrId: "vbr-1" }),
            own("HostedConnectionAcceptance", { connectionId: "dxcon-1" }),
        ];
        expect(linkInState(exported({ link: members }), undefined).ids).to.deep.include({
            vbrId: "vbr-1",
            connectionId: "dxcon-1",
        });
    });

    it("leaves out what was replaced and is still to be deleted", () => {
        const old = { ...own("BorderRouter", { vbrId: "vbr-old" }), delete: true };
        expect(linkInState(exported({ link: [old, borderRouter] }), undefined).ids.vbrId).to.equal("vbr-1");
    });
});

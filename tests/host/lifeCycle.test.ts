import { expect } from "chai";

import { startSimulator, type Simulator } from "../../simulator/server";
import { startHost, type DynamicHost } from "../harness/dynamicHost";
import { connectToProvider, refusalOf, type ProviderCalls, type Values } from "../harness/providerClient";
import type { Kind } from "../harness/serializedCourier";

const givenKey = "a-key-that-nobody-may-read";

/** Where the resources of this stack live; recorded, so that no later read takes them for gone from elsewhere. */
const inAlibaba = { alibabaAccountId: "1234567890123456", alibabaRegion: "ap-southeast-1" };
const inBoth = { ...inAlibaba, awsAccountId: "123456789012", awsRegion: "ap-southeast-1" };

/** A resource in the state. */
interface Made {
    urn: string;
    id: string;
    outputs: Values;
}

describe("the life of a link in the dynamic host", () => {
    let simulator: Simulator;
    let host: DynamicHost;
    /** The stand-ins for the official providers. */
    let official: ProviderCalls;
    const made = new Map<string, Made>();

    before(async () => {
        simulator = await startSimulator({ speed: 600 });
        host = await startHost({ environment: simulator.environment });
        const { accessKeySecret } = simulator.description.credentials.alibaba;
        await host.configure({ "aws:region": "ap-southeast-1", "alicloud:secretKey": accessKeySecret });
        official = connectToProvider(Number(simulator.providers.split(":").at(-1)));
    });
    after(async () => {
        official.close();
        await host.stop();
        await simulator.close();
    });

    /** Outputs without what is the same everywhere. */
    function own({ __provider: _courier, resourceUrn: _urn, ...outputs }: Values): Values {
        return outputs;
    }

    async function create(kind: Kind, args: Values): Promise<Made> {
        const { urn, inputs } = await host.ask(kind, args);
        const { id, outputs } = await host.create(urn, (await host.check(urn, inputs)).inputs);
        expect(outputs).to.include({ __provider: inputs.__provider, resourceUrn: urn });
        made.set(kind, { urn, id, outputs });
        return { urn, id, outputs: own(outputs) };
    }

    async function createOfficial(token: string, inputs: Values): Promise<Made> {
        const urn = `urn:pulumi:test::host::${token}::official`;
        const { id, outputs } = await official.create(urn, (await official.check(urn, inputs)).inputs);
        made.set(token, { urn, id, outputs });
        return { urn, id, outputs };
    }

    function find(name: string): Made {
        const found = made.get(name);
        if (found === undefined) {
            throw new Error(`${name} was not made.`);
        }
        return found;
    }

    it("finds the VBR", async () => {
        const { vbrId } = simulator.description.world;
        const { id, outputs } = await create("BorderRouter", { vbrId, alibabaRegion: "ap-southeast-1" });
        expect(id).to.equal(vbrId);
        expect(outputs).to.deep.equal({
            vbrId,
            own: true,
            foreignOwnerId: "",
            regionId: "ap-southeast-1",
            ...inAlibaba,
        });
    });

    it("accepts the connection and waits for the backend, in one create", async () => {
        const { vbrId, hostedConnectionId } = simulator.description.world;
        const { id, outputs } = await create("CircuitActivation", { vbrId });
        expect(id).to.equal(hostedConnectionId);
        expect(outputs).to.deep.equal({
            ...inBoth,
            amazonAddress: "169.254.10.2/30",
            borderRouterVlanId: 1101,
            connectionId: hostedConnectionId,
            connectionState: "available",
            customerAddress: "169.254.10.1/30",
            localAsn: 45104,
            made: true,
            ready: true,
            vbrId,
            vlanId: 1101,
        });
    });

    it("agrees on a key", async () => {
        const { vbrId } = simulator.description.world;
        const { id, outputs } = await create("BgpAuthKey", { vbrId, authKey: givenKey });
        expect(id).to.equal(`${vbrId ?? ""}/bgp-auth-key`);
        expect(outputs).to.deep.equal({ vbrId, authKey: givenKey, key: givenKey, source: "given" });
    });

    it("makes BGP group and peer", async () => {
        const { vbrId } = simulator.description.world;
        const { id, outputs } = await create("BorderRouterBgp", {
            vbrId,
            peerAsn: 64512,
            localAsn: 45104,
            authKey: find("BgpAuthKey").outputs.key,
            peerIpAddress: "169.254.10.2",
        });
        const [group] = [...simulator.world.alibaba.bgpGroups.values()];
        const [peer] = [...simulator.world.alibaba.bgpPeers.values()];
        expect(id).to.equal(`${vbrId ?? ""}/bgp`);
        expect(outputs).to.deep.equal({
            ...inAlibaba,
            authKey: givenKey,
            bgpGroupId: group?.bgpGroupId,
            bgpPeerId: peer?.bgpPeerId,
            localAsn: 45104,
            madeGroup: true,
            madePeer: true,
            peerAsn: 64512,
            peerIpAddress: "169.254.10.2",
            ready: true,
            vbrId,
        });
    });

    it("verifies the session once the official resources are there", async () => {
        const { vbrId, awsVpcId } = simulator.description.world;
        const gateway = await createOfficial("aws:ec2/vpnGateway:VpnGateway", { vpcId: awsVpcId });
        const { outputs: circuit, id: connectionId } = find("CircuitActivation");
        const { id: virtualInterfaceId } = await createOfficial(
            "aws:directconnect/privateVirtualInterface:PrivateVirtualInterface",
            {
                addressFamily: "ipv4",
                amazonAddress: circuit.amazonAddress,
                bgpAsn: circuit.localAsn,
                bgpAuthKey: givenKey,
                connectionId,
                customerAddress: circuit.customerAddress,
                name: "link",
                vlan: circuit.vlanId,
                vpnGatewayId: gateway.id,
            },
        );
        const args = { vbrId, connectionId, virtualInterfaceId, bgpPeerId: find("BorderRouterBgp").outputs.bgpPeerId };
        const { id, outputs } = await create("BgpVerification", args);
        expect(id).to.equal(`${virtualInterfaceId}/bgp`);
        const { verifiedAt, alibaba, ...rest } = outputs;
        expect(rest).to.deep.equal({
            ...inBoth,
            ...args,
            aws: { bgpStatus: "up", connectionState: "available", virtualInterfaceState: "available" },
            bgpStatus: "up",
            level: "bgp",
        });
        expect(alibaba).to.include({
            bgpStatus: "Established",
            borderRouterStatus: "active",
            businessStatus: "Normal",
            circuitStatus: "Enabled",
        });
        expect(verifiedAt).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    });

    it("reads back what it wrote: no drift", async () => {
        for (const kind of ["BorderRouter", "CircuitActivation", "BgpAuthKey", "BorderRouterBgp", "BgpVerification"]) {
            const { urn, id, outputs } = find(kind);
            expect(await host.read(urn, id, outputs)).to.deep.equal({ id, outputs, inputs: {} });
        }
    });

    it("says on delete in one line what stays", async () => {
        const { urn, id, outputs } = find("CircuitActivation");
        await host.delete(urn, id, outputs);
        const [circuit] = simulator.world.alibaba.circuits.values();
        const end = circuit?.expireTime.slice(0, "yyyy-MM-dd".length);
        expect(host.engine.lines.filter((line) => line.urn === urn && !line.ephemeral)).to.deep.equal([
            {
                severity: "warning",
                urn,
                message: `Hosted connection ${id} stays: its AWS port hours go on, as does the subscription at Alibaba Cloud until ${end}. Delete it in the AWS console. To have an accepted one deleted, set onDestroy.hostedConnection to "delete" and run pulumi up before pulumi destroy.`,
                ephemeral: false,
            },
        ]);
    });

    it("takes away what it made, and reads that as gone", async () => {
        const { urn, id, outputs } = find("BorderRouterBgp");
        await host.delete(urn, id, outputs);
        expect(await host.read(urn, id, outputs)).to.deep.equal({
            id: "",
            outputs: { __provider: outputs.__provider },
            inputs: {},
        });
        simulator.world.aws.connections.clear();
        const circuit = find("CircuitActivation");
        expect((await host.read(circuit.urn, circuit.id, circuit.outputs)).id).to.equal("");
    });

    it("refuses what the cloud refuses in one line, stores nothing, and tells no secret anywhere", async () => {
        const { urn, inputs } = await host.ask("BorderRouterBgp", {
            vbrId: "vbr-of-nobody",
            peerAsn: 64512,
            localAsn: 45104,
            authKey: givenKey,
            peerIpAddress: "169.254.10.2",
        });
        const { message, partial } = await refusalOf(host.create(urn, inputs));
        expect(partial).to.equal(undefined);
        expect(message).to.match(/^[^\n]*vbr-of-nobody[^\n]*$/);
        const { aws, alibaba } = simulator.description.credentials;
        const told = JSON.stringify([host.engine.lines, host.printed(), message]);
        for (const secret of [givenKey, aws.secretAccessKey, alibaba.accessKeySecret]) {
            expect(told).to.not.include(secret);
        }
    });

    it("prints nothing beside its messages", () => {
        expect(host.printed()).to.equal("");
    });
});

import { expect } from "chai";

import { rehearse, writesOf, type Rehearsal } from "../harness/rehearsal";

/** What a program may do, and few do. Under its policies it must work; and what no test called, no policy would be allowed to allow. */
describe("a change that few links see", () => {
    let rehearsal: Rehearsal;

    before(async () => {
        rehearsal = await rehearse();
        await rehearsal.stack.setArgs({ ...rehearsal.args, tags: { team: "network" } });
        expect((await rehearsal.stack.up()).failed).to.equal(false);
    });
    after(() => rehearsal.end());

    async function writesOfUp(args: object): Promise<string[]> {
        const { stack, simulator } = rehearsal;
        await stack.setArgs(args);
        simulator.world.log.length = 0;
        const { failed, diagnostics } = await stack.up();
        expect(failed, diagnostics.join("\n")).to.equal(false);
        return writesOf(simulator).sort();
    }

    it("takes tags away", async () => {
        expect(await writesOfUp(rehearsal.args)).to.include.members(["DeleteTags", "UntagResource", "UntagResources"]);
    });

    it("gives the virtual interface another MTU", async () => {
        const args = { ...rehearsal.args, allowOutage: true, overrides: { virtualInterface: { mtu: 9001 } } };
        expect(await writesOfUp(args)).to.deep.equal(["UpdateVirtualInterfaceAttributes"]);
    });

    it("ends in a Direct Connect gateway by somebody's hand: the doctor asks about that, too", async () => {
        const { stack, simulator } = rehearsal;
        const [virtualInterface] = simulator.world.aws.virtualInterfaces.values();
        Object.assign(virtualInterface ?? {}, {
            virtualGatewayId: undefined,
            directConnectGatewayId: addDirectConnectGateway(rehearsal),
        });
        simulator.world.changed();
        simulator.world.log.length = 0;
        const { stdout, stderr } = await stack.run("npx pulumi-multicloud-connection doctor --json");
        expect({ stderr, unreadable: (JSON.parse(stdout) as { unreadable: unknown }).unreadable }).to.deep.equal({
            stderr: "",
            unreadable: [],
        });
        expect(simulator.world.log.map(({ action }) => action)).to.include.members([
            "DescribeDirectConnectGateways",
            "DescribeDirectConnectGatewayAssociations",
        ]);
    });
});

function addDirectConnectGateway({ simulator: { world } }: Rehearsal): string {
    const directConnectGatewayId = "5f294f92-bafb-4011-916d-9b0bfeed2a2c";
    world.aws.directConnectGateways.set(directConnectGatewayId, {
        directConnectGatewayId,
        directConnectGatewayName: "elsewhere",
        ownerAccount: world.accounts.awsAccountId,
        amazonSideAsn: 64512,
        state: "available",
        associations: [],
    });
    return directConnectGatewayId;
}

describe("a BGP peer that the backend has made at another address", () => {
    it("is set right", async () => {
        const rehearsal = await rehearse({ scenario: "bgp-precreated", durations: { backendConfiguration: 1 } });
        const { simulator, stack } = rehearsal;
        try {
            const { clock, alibaba } = simulator.world;
            await new Promise<void>((resolve) => clock.after(120, resolve));
            const peers = [...alibaba.bgpPeers.values()];
            expect(peers).to.have.length(1);
            Object.assign(peers[0] ?? {}, { peerIpAddress: "169.254.10.6" });
            const { failed, diagnostics } = await stack.up();
            expect(failed, diagnostics.join("\n")).to.equal(false);
            expect(writesOf(simulator)).to.include("ModifyBgpPeerAttribute");
        } finally {
            await rehearsal.end();
        }
    });
});

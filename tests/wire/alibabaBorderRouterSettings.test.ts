import { expect } from "chai";

import { startBgp, withBgp, type BgpServer } from "./alibabaBgp";
import { at, startAlibaba, type Answer, type Query } from "./alibabaServer";

const malformedIp = "InvalidIp.Malformed 400: The specified ip address is not valid.";
const malformedMask = "InvalidPeeringSubnetMask.Malformed 400: The specified PeeringSubnetMask is not valid.";
const notSameSubnet = "InvalidIp.NotSameSubnet 400: Local gateway ip and peer gateway ip are not in the same subnet.";
const malformed = (parameter: string): string =>
    `Invalid${parameter}.Malformed 400: The specified ${parameter} is not valid.`;

describe("settings of a VBR on the Alibaba Cloud wire", () => {
    let server: BgpServer;

    beforeEach(async () => {
        server = await startBgp({ circuitOwner: "user" });
    });

    afterEach(() => server.close());

    const modify = (changes: Query): Promise<string> =>
        server.refusal("vpc", "ModifyVirtualBorderRouterAttribute", { VbrId: server.order.vbrId, ...changes });
    const shown = async (): Promise<Answer> => {
        const answer = await server.call("vpc", "DescribeVirtualBorderRouters");
        return at(answer, "VirtualBorderRouterSet", "VirtualBorderRouterType")[0] ?? {};
    };

    it("are shown as they were set, those that the call leaves out as they were", async () => {
        const settings = {
            VlanId: 2999,
            CircuitCode: "longtel001",
            LocalGatewayIp: "192.168.0.17",
            PeerGatewayIp: "192.168.0.18",
            PeeringSubnetMask: "255.255.255.248",
            Name: "aws",
            Description: "to AWS",
            MinTxInterval: 200,
            MinRxInterval: 1000,
            DetectMultiplier: 10,
        };
        const given = Object.entries(settings).map(([name, value]) => [name, String(value)] as const);
        expect(await modify(Object.fromEntries(given))).to.equal("accepted");
        expect(await shown()).to.include(settings);
        expect(await modify({ Name: "other" })).to.equal("accepted");
        expect(await shown()).to.include({ ...settings, Name: "other" });
    });

    const refused: [string, Query, string][] = [
        ["no VBR", { VbrId: undefined }, "MissingVbrId 400: VbrId is mandatory for this action."],
        [
            "an unknown VBR",
            { VbrId: "vbr-none" },
            "InvalidVbrId.NotFound 400: The specified VirutalBorderRouter is not found.",
        ],
        [
            "an unknown region",
            { RegionId: "nowhere" },
            "InvalidRegionId.NotFound 404: The specified RegionId is not found.",
        ],
        ["VLAN 3000", { VlanId: "3000" }, malformed("VlanId")],
        ["a VLAN in words", { VlanId: "one" }, malformed("VlanId")],
        ["an address of three numbers", { LocalGatewayIp: "169.254.10" }, malformedIp],
        ["an address of 100.64.0.0/10 (P6)", { PeerGatewayIp: "100.64.0.1" }, malformedIp],
        ["a mask of 23 bits (P6)", { PeeringSubnetMask: "255.255.254.0" }, malformedMask],
        ["a mask of 31 bits (P6)", { PeeringSubnetMask: "255.255.255.254" }, malformedMask],
        ["a peer outside the subnet (P6)", { PeerGatewayIp: "169.254.11.2" }, notSameSubnet],
        ["a mask that parts the addresses", { LocalGatewayIp: "169.254.10.5" }, notSameSubnet],
        ["a name that begins with a digit", { Name: "1st" }, malformed("Name")],
        ["an address as description", { Description: "https://example.com" }, malformed("Description")],
        ["a sending interval of 199 ms", { MinTxInterval: "199" }, malformed("MinTxInterval")],
        ["a receiving interval of 1001 ms", { MinRxInterval: "1001" }, malformed("MinRxInterval")],
        ["a multiplier of 2", { DetectMultiplier: "2" }, malformed("DetectMultiplier")],
    ];
    for (const [what, changes, refusal] of refused) {
        it(`are refused with ${what}, and nothing is changed`, async () => {
            const before = await shown();
            expect(await modify({ Description: "to AWS", ...changes })).to.equal(refusal);
            expect(await shown()).to.deep.equal(before);
        });
    }

    it("P6: take masks from /24 to /30", async () => {
        for (const mask of ["255.255.255.0", "255.255.255.252"]) {
            expect(await modify({ PeeringSubnetMask: mask })).to.equal("accepted");
        }
    });

    it("give one VLAN of a circuit to one VBR, that of a terminated one included", async () => {
        const router = server.world.alibaba.borderRouters.get(server.order.vbrId);
        if (router === undefined) {
            throw new Error("No VBR.");
        }
        for (const [number, status] of [
            [1, "active"],
            [2, "terminated"],
        ] as const) {
            const vbrId = `vbr-${number}`;
            server.world.alibaba.borderRouters.set(vbrId, { ...router, vbrId, vlanId: 200 + number, status });
            expect(await modify({ VlanId: String(200 + number) })).to.equal(
                "InvalidVlanId.Used 400: The specified VlanId has been used.",
            );
        }
        expect(await modify({ VlanId: "101" })).to.equal("accepted");
        const ofAnother = { ...router, vbrId: "vbr-3", vlanId: 203, physicalConnectionId: "pc-other" };
        server.world.alibaba.borderRouters.set("vbr-3", ofAnother);
        expect(await modify({ VlanId: "203" })).to.equal("accepted");
    });

    it("stay while the VBR is terminated", async () => {
        Object.assign(server.world.alibaba.borderRouters.get(server.order.vbrId) ?? {}, { status: "terminated" });
        expect(await modify({ Name: "aws" })).to.equal(
            "InvalidOperation.OperationNotAllowedInState 400: The specified VirutalBorderRouter is in invalid state.",
        );
    });

    it("may be set one by one before the backend has set them", async () => {
        await server.close();
        server = withBgp(await startAlibaba());
        expect(await modify({ LocalGatewayIp: "192.168.0.17" })).to.equal("accepted");
        expect(await modify({ PeeringSubnetMask: "255.255.255.252" })).to.equal("accepted");
        expect(await modify({ PeerGatewayIp: "192.168.0.21" })).to.equal(notSameSubnet);
        expect(await modify({ PeerGatewayIp: "192.168.0.18" })).to.equal("accepted");
    });
});

import { expect } from "chai";
import * as pulumi from "@pulumi/pulumi";

import type * as Package from "../../index";
import { mockEngine, registrations, valueOf } from "./mocks";

const args = {
    alibaba: { vbrId: "vbr-1", cen: { cenId: "cen-1", transitRouterId: "tr-1" } },
    aws: { vpcId: "vpc-1", routeTableIds: ["rtb-1", "rtb-2"] },
    bgp: { authKey: "a-key-that-is-secret" },
} satisfies Package.MultiCloudConnectionArgs;

describe("the component's drawing of its link", () => {
    let multicloud: typeof Package;

    before(async () => {
        await mockEngine();
        multicloud = await import("../../index.js");
    });

    const draw = (changes: Partial<Package.MultiCloudConnectionArgs> = {}): Promise<string> =>
        valueOf(new multicloud.MultiCloudConnection("link", { ...args, ...changes }).topology);

    it("is made from what the program knows", async () => {
        expect((await draw()).split("\n")).to.deep.equal([
            '%%{init: {"flowchart": {"wrappingWidth": 500}}}%%',
            "flowchart TB",
            "    accTitle: link",
            "    accDescr: BGP is up",
            '    subgraph aws["AWS · 123456789012 · ap-southeast-1"]',
            '        awsVpc["<b>VPC</b><br/>vpc-1<br/>rtb-1<br/>rtb-2"]',
            '        gateway["<b>Virtual private gateway</b><br/>vgw-1<br/>AS 64512"]',
            '        virtualInterface["<b>✓ Private virtual interface</b><br/>dxvif-1<br/>available · VLAN 101<br/>169.254.10.2/30"]',
            '        connection["<b>✓ Hosted connection</b><br/>dxcon-1<br/>available · VLAN 101"]',
            "    end",
            '    subgraph alibaba["Alibaba Cloud · 1234567890123456 · ap-southeast-1"]',
            '        alibabaVpc0["<b>VPCs of the CEN</b>"]',
            '        borderRouter["<b>✓ VBR</b><br/>vbr-1<br/>active · AS 45104 · VLAN 101<br/>169.254.10.1/30"]',
            '        subgraph cen["CEN · cen-1"]',
            '            transitRouter["<b>Transit router</b><br/>tr-1<br/>table vtb-system"]',
            "        end",
            "    end",
            '    session{{"<b>✓ BGP</b><br/>Established / up"}}',
            '    circuit(["<b>✓ Private circuit</b><br/>Enabled · Normal"])',
            "    alibabaVpc0 --- transitRouter",
            "    transitRouter --- borderRouter",
            "    awsVpc --- gateway",
            "    gateway --- virtualInterface",
            "    virtualInterface --- connection",
            "    borderRouter -.- session",
            "    virtualInterface -.- session",
            "    borderRouter === circuit",
            "    connection === circuit",
            "    classDef good fill:#dafbe1,stroke:#1a7f37,color:#0f2e17",
            "    classDef affected fill:#fff8c5,stroke:#9a6700,color:#3b2300,stroke-width:2px,stroke-dasharray:6 3",
            "    classDef broken fill:#ffebe9,stroke:#cf222e,color:#4c0b10,stroke-width:4px",
            "    classDef unknown fill:#f6f8fa,stroke:#6e7781,color:#24292f,stroke-dasharray:2 3",
            "    class borderRouter,session,circuit,virtualInterface,connection good",
            "    class alibabaVpc0,transitRouter,awsVpc,gateway unknown",
            "    linkStyle 3,4,5,6,7,8 stroke:#2da44e",
            "    linkStyle 0,1,2 stroke:#8c959f",
            "",
        ]);
    });

    it("shows a Basic CEN, a gateway of somebody else's, and the keys of a record", async () => {
        const text = await draw({
            alibaba: { vbrId: "vbr-1", cen: { cenId: "cen-1" } },
            aws: { vpcId: "vpc-1", vpnGatewayId: "vgw-9", routeTableIds: { main: "rtb-9" } },
        });
        expect(text).to.include('transitRouter["<b>Basic CEN</b><br/>cen-1"]');
        expect(text).to.include('gateway["<b>Virtual private gateway</b><br/>vgw-9<br/>AS 64600"]');
        expect(text).to.include('awsVpc["<b>VPC</b><br/>vpc-1<br/>rtb-9"]');
    });

    it("names the VPCs that the link is for", async () => {
        const { alibaba } = args;
        const text = await draw({ alibaba: { ...alibaba, vpcs: ["vpc-a", pulumi.output("vpc-b")] } });
        expect(text)
            .to.include('alibabaVpc0["<b>VPC</b><br/>vpc-a"]')
            .and.include('alibabaVpc1["<b>VPC</b><br/>vpc-b"]');
        expect(text).to.include("alibabaVpc1 --- transitRouter").and.not.include("VPCs of the CEN");
    });

    it("tells no key, and is no secret although the key is one", async () => {
        const { topology } = new multicloud.MultiCloudConnection("link", args);
        expect(await valueOf(topology))
            .not.to.include(args.bgp.authKey)
            .and.not.include("0123456789abcdef");
        expect(await pulumi.isSecret(topology)).to.equal(false);
    });

    it("is an input of nothing", async () => {
        registrations.length = 0;
        expect(await draw()).to.include("flowchart TB");
        expect(JSON.stringify(registrations.map(({ inputs }) => inputs))).not.to.include("flowchart TB");
    });
});

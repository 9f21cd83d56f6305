import { expect } from "chai";

import { topologyOf } from "../../../topology/build";
import { drawMermaid } from "../../../topology/mermaid";
import { nodesOf, withProblems } from "../../../topology/model";
import { hostileNames } from "./hostile";
import { readMermaid } from "./readMermaid";
import { barestView, upView, viewNamed } from "./sample";

describe("the drawing in Mermaid", function () {
    // The first one loads Mermaid.
    this.timeout(30_000);

    it("is this, to the letter, where little is known", () => {
        expect(drawMermaid(topologyOf(barestView())).split("\n")).to.deep.equal([
            '%%{init: {"flowchart": {"wrappingWidth": 500}}}%%',
            "flowchart TB",
            "    accTitle: Multi-cloud connection",
            '    subgraph aws["AWS"]',
            '        awsVpc["<b>VPC</b>"]',
            '        gateway["<b>Virtual private gateway</b>"]',
            '        virtualInterface["<b>Private virtual interface</b>"]',
            '        connection["<b>Hosted connection</b>"]',
            "    end",
            '    subgraph alibaba["Alibaba Cloud"]',
            '        alibabaVpc0["<b>VPCs of the CEN</b>"]',
            '        borderRouter["<b>VBR</b><br/>vbr-1"]',
            '        subgraph cen["CEN"]',
            '            transitRouter["<b>Transit router</b>"]',
            "        end",
            "    end",
            '    session{{"<b>BGP</b>"}}',
            '    circuit(["<b>Private circuit</b>"])',
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
            "    class alibabaVpc0,borderRouter,transitRouter,session,circuit,awsVpc,gateway,virtualInterface,connection unknown",
            "    linkStyle 0,1,2,3,4,5,6,7,8 stroke:#8c959f",
            "",
        ]);
    });

    it("is this, to the letter, of a link with a problem", () => {
        const view = upView();
        view.session = { alibaba: "Idle", aws: "down", keys: "different" };
        view.aws.virtualInterface.status = "down";
        const problems = [{ part: "session" as const, says: "The keys differ.", fix: "Run pulumi up." }];
        expect(drawMermaid(withProblems(topologyOf(view), problems)).split("\n")).to.deep.equal([
            '%%{init: {"flowchart": {"wrappingWidth": 500}}}%%',
            "flowchart TB",
            "    accTitle: link",
            "    accDescr: 1 thing to mend",
            '    subgraph aws["AWS · 123456789012 · ap-southeast-1"]',
            '        awsVpc["<b>✓ VPC</b><br/>vpc-b<br/>10.0.0.0/16<br/>rtb-1 · learns routes"]',
            '        gateway["<b>✓ Virtual private gateway</b><br/>vgw-1<br/>available · AS 64512"]',
            '        virtualInterface["<b>! Private virtual interface</b><br/>dxvif-1<br/>down · VLAN 101<br/>169.254.10.2/30"]',
            '        connection["<b>✓ Hosted connection</b><br/>dxcon-1<br/>singapore<br/>available · VLAN 101"]',
            "    end",
            '    subgraph alibaba["Alibaba Cloud · 1234567890123456 · ap-southeast-1"]',
            '        alibabaVpc0["<b>✓ VPC</b><br/>vpc-a<br/>172.16.0.0/16"]',
            '        borderRouter["<b>✓ VBR</b><br/>vbr-1<br/>singapore<br/>active · AS 45104 · VLAN 101<br/>169.254.10.1/30"]',
            '        subgraph cen["CEN · cen-1"]',
            '            transitRouter["<b>✓ Transit router</b><br/>tr-1<br/>table vtb-1"]',
            "        end",
            "    end",
            '    session{{"<b>✗1 BGP</b><br/>Idle / down<br/>MD5 keys differ"}}',
            '    circuit(["<b>✓ Private circuit</b><br/>pc-1<br/>Enabled · Normal · 1Gbps<br/>ap-1 to EqSG2"])',
            '    alibabaVpc0 ---|"<b>✓ Attached</b><br/>routes synchronised"| transitRouter',
            '    transitRouter ---|"<b>✓ Attached</b><br/>routes published"| borderRouter',
            '    awsVpc ---|"<b>✓ attached</b>"| gateway',
            "    gateway --- virtualInterface",
            "    virtualInterface --- connection",
            "    borderRouter -.- session",
            "    virtualInterface -.- session",
            "    borderRouter === circuit",
            "    connection === circuit",
            '    problems["✗1 The keys differ.<br/>Fix: Run pulumi up."]',
            "    circuit ~~~ problems",
            "    class problems broken",
            "    classDef good fill:#dafbe1,stroke:#1a7f37,color:#0f2e17",
            "    classDef affected fill:#fff8c5,stroke:#9a6700,color:#3b2300,stroke-width:2px,stroke-dasharray:6 3",
            "    classDef broken fill:#ffebe9,stroke:#cf222e,color:#4c0b10,stroke-width:4px",
            "    classDef unknown fill:#f6f8fa,stroke:#6e7781,color:#24292f,stroke-dasharray:2 3",
            "    class alibabaVpc0,borderRouter,transitRouter,circuit,awsVpc,gateway,connection good",
            "    class virtualInterface affected",
            "    class session broken",
            "    linkStyle 0,1,2,7,8 stroke:#2da44e",
            "    linkStyle 3,4,5,6 stroke:#bf8700,stroke-width:3px",
            "",
        ]);
    });

    it("is what Mermaid's own parser takes for these boxes and lines", async () => {
        const topology = topologyOf(upView());
        const { nodes, links } = await readMermaid(drawMermaid(topology));
        expect([...nodes.keys()]).to.have.members(nodesOf(topology).map(({ key }) => key));
        expect(links.map(({ from, to }) => `${from} ${to}`)).to.deep.equal(
            topology.links.map(({ from, to }) => `${from} ${to}`),
        );
    });

    for (const name of hostileNames) {
        it(`lets nobody's name become anything but text: ${JSON.stringify(name)}`, async () => {
            const problems = [{ part: "session" as const, says: name, fix: name }];
            const topology = withProblems(topologyOf(viewNamed(name)), problems);
            const text = drawMermaid(topology);
            const { nodes, links } = await readMermaid(text);
            expect([...nodes.keys()]).to.have.members([...nodesOf(topology).map(({ key }) => key), "problems"]);
            expect(links.length).to.equal(topology.links.length + 1);
            expect(text.split("\n").filter((line) => /^\s*(click|end subgraph|style)/.test(line))).to.deep.equal([]);
            expect(text).not.to.match(/<(?!b>|\/b>|br\/>)/);
            expect(text).not.to.match(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\ud800-\udfff]/);
        });
    }
});

import { parseXML } from "@aws-sdk/xml-builder";
import { expect } from "chai";

import { layOut, type Box } from "../../../../cli/topology/svg/layout";
import { sizeOfLabel, sizeOfNode } from "../../../../cli/topology/svg/parts";
import { drawSvg } from "../../../../cli/topology/svg/svg";
import { topologyOf } from "../../../../topology/build";
import type { LinkView } from "../../../../topology/link";
import { nodesOf, withProblems, type Problem } from "../../../../topology/model";
import { hostileNames } from "../../topology/hostile";
import { barestView, upView, viewNamed } from "../../topology/sample";

const problem: Problem = { part: "session", says: "The keys differ.", fix: "Run pulumi up." };

/** How often each sort of element occurs. */
function elementsOf(svg: string): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const [, name = ""] of svg.matchAll(/<([a-zA-Z!?][^\s/>]*)/g)) {
        counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
}

function overlap(one: Box, other: Box): boolean {
    return (
        one.x < other.x + other.width &&
        other.x < one.x + one.width &&
        one.y < other.y + other.height &&
        other.y < one.y + one.height
    );
}

/** With three VPCs, a Direct Connect gateway and names of every length. */
function crowdedView(): LinkView {
    const view = upView();
    const [vpc] = view.alibaba.vpcs;
    if (vpc !== undefined) {
        view.alibaba.vpcs.push({ ...vpc, vpcId: "vpc-with-a-longer-id-than-the-others" }, { ...vpc, vpcId: "vpc-d" });
    }
    view.aws.directConnectGateway = { directConnectGatewayId: "dxgw-1", presence: "there", asn: 64600 };
    view.aws.connection.name = "a name ".repeat(40);
    return view;
}

describe("the drawing as SVG", () => {
    it("shows every ID, address, ASN, VLAN and state, and nothing but shapes and text", async () => {
        const svg = await drawSvg(topologyOf(upView()));
        for (const text of [
            ...["vpc-a", "cen-1", "tr-1", "vbr-1", "pc-1", "dxcon-1", "dxvif-1", "vgw-1", "vpc-b", "rtb-1"],
            ...["AS 45104", "AS 64512", "VLAN 101", "169.254.10.1/30", "169.254.10.2/30", "10.0.0.0/16"],
            ...["Established / up", "MD5 keys equal", "Attached", "routes published", "ap-1 to EqSG2", "BGP is up"],
        ]) {
            expect(svg, text).to.include(text);
        }
        expect(Object.keys(elementsOf(svg))).to.have.members([
            "svg",
            "title",
            "desc",
            "style",
            "rect",
            "text",
            "g",
            "circle",
            "path",
        ]);
        expect(svg).not.to.match(/\bhref|url\(|@import/);
    });

    it("tells a problem by its number, by a sign and in words, not by colour alone", async () => {
        const well = await drawSvg(topologyOf(upView()));
        const broken = await drawSvg(withProblems(topologyOf(upView()), [problem]));
        expect(well).not.to.include("The keys differ.");
        expect(broken).to.include(">The keys differ.<").and.to.include(">Fix: Run pulumi up.<");
        expect(broken.match(/class="number"[^>]*>1</g)?.length, "at the box and in the list").to.equal(2);
        expect(broken).to.include("to be mended");
    });

    it("lets no box cover another one or leave the picture", async () => {
        for (const view of [upView(), barestView(), crowdedView()]) {
            const topology = topologyOf(view);
            const nodes = new Map(nodesOf(topology).map((node) => [node.key, sizeOfNode(node)]));
            const labels = topology.links.map(sizeOfLabel);
            const { width, height, ...layout } = await layOut(topology, { nodes, labels });
            const boxes = [...layout.nodes.values(), ...layout.lines.flatMap(({ label }) => label ?? [])];
            expect(boxes.length).to.equal(nodes.size + labels.filter((label) => label !== undefined).length);
            for (const [index, box] of boxes.entries()) {
                expect(box.x).to.be.within(0, width - box.width);
                expect(box.y).to.be.within(0, height - box.height);
                expect(boxes.slice(index + 1).filter((other) => overlap(box, other))).to.deep.equal([]);
            }
        }
    });

    it("puts Alibaba Cloud on the left, AWS on the right, and between them what joins them", async () => {
        for (const view of [upView(), barestView(), crowdedView()]) {
            const topology = topologyOf(view);
            const nodes = new Map(nodesOf(topology).map((node) => [node.key, sizeOfNode(node)]));
            const layout = await layOut(topology, { nodes, labels: topology.links.map(sizeOfLabel) });
            const left = (key: string): number => (layout.nodes.get(key) ?? layout.groups.get(key))?.x ?? NaN;
            expect(left("alibaba")).to.be.below(left("session")).and.below(left("circuit"));
            expect(left("session")).to.be.below(left("aws"));
            expect(left("circuit")).to.be.below(left("connection"));
        }
    });

    for (const name of hostileNames) {
        it(`lets nobody's name become anything but text: ${JSON.stringify(name)}`, async () => {
            const problems = [{ ...problem, says: name, fix: name }];
            const plain = await drawSvg(
                withProblems(topologyOf(viewNamed("name")), [{ ...problem, says: "a", fix: "b" }]),
            );
            const svg = await drawSvg(withProblems(topologyOf(viewNamed(name)), problems));
            expect(elementsOf(svg)).to.deep.equal(elementsOf(plain));
            expect(svg.replace(/&(amp|lt|gt|quot|#39);/g, "")).not.to.include("&");
            expect(svg).not.to.match(/[\u0000-\u0009\u000b-\u001f\ud800-\udfff\ufffe\uffff]/);
            expect(() => parseXML(svg) as unknown).not.to.throw();
        });
    }
});

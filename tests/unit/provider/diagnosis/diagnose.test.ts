import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";

import { causes } from "../../../../provider/diagnosis/causes/index";
import { causeNames, causeNumbers, type CauseName } from "../../../../provider/diagnosis/causes/names";
import { diagnose } from "../../../../provider/diagnosis/diagnose";
import type { LinkFacts } from "../../../../provider/diagnosis/facts";
import { rowRules } from "../../../../provider/diagnosis/rows/index";
import { healthyFacts, healthyVpc, legs } from "../../../support/linkFacts";
import { awsRouteCases, denyAll } from "./cases/awsRoutes";
import { bgpCases } from "./cases/bgp";
import { fall, set } from "./cases/case";
import { cenCases } from "./cases/cen";
import { circuitCases } from "./cases/circuit";

const now = Date.UTC(2026, 0, 1);
const cases = [...circuitCases, ...bgpCases, ...awsRouteCases, ...cenCases];

function causesIn(facts: LinkFacts): CauseName[] {
    return diagnose(facts, now).findings.map(({ cause }) => cause);
}

/** What is found only where nothing else is. */
const unexplained = ["aws-maintenance", "one-side-up"] as const;

describe("the diagnosis", () => {
    it("finds nothing in a healthy link", () => {
        const { findings, rows, isUp } = diagnose(healthyFacts(), now);
        expect({ findings, isUp, differing: rows.filter(({ differs }) => differs) }).to.deep.equal({
            findings: [],
            isUp: true,
            differing: [],
        });
    });

    for (const { cause, when, change, says, fix } of cases) {
        it(`names ${cause} (${causeNumbers[cause]}) and its fix: ${when}`, () => {
            const facts = healthyFacts();
            change(facts);
            const { findings, rows } = diagnose(facts, now);
            expect(findings).to.deep.equal([{ cause, says, fix }]);
            const { what } = rowRules.find(({ causes: own }) => own.includes(cause)) ?? { what: "no row" };
            expect(rows[0]).to.include({ what, differs: true, fix });
            expect(rows.filter(({ differs }) => differs)).to.have.length(1);
        });
    }

    it("knows all but one of the causes, each by one rule, in one row and with a case here", () => {
        const known = [...causes.map(({ name }) => name), ...unexplained];
        expect(causeNames.filter((name) => !known.includes(name))).to.deep.equal(["health-check"]);
        expect(new Set(known).size).to.equal(known.length);
        expect(rowRules.flatMap((rule) => rule.causes).sort()).to.deep.equal([...known].sort());
        expect([...new Set(cases.map(({ cause }) => cause))].sort()).to.deep.equal([...known].sort());
    });

    it("has each of them in docs/doctor.md, in its order", () => {
        const page = readFileSync(
            path.join(__dirname, ...new Array<string>(5).fill(".."), "docs", "doctor.md"),
            "utf8",
        );
        const listed = [...page.matchAll(/^\| `([\w-]+)` /gm)].map(([, name]) => name);
        expect(listed).to.deep.equal(causeNames.filter((name) => name !== "health-check"));
    });

    it("names two causes at once, the one that hides the other first", () => {
        const facts = healthyFacts();
        set(facts.alibaba.borderRouterAttachment, { autoPublishRouteEnabled: false });
        set(facts.alibaba.borderRouter, { physicalConnectionBusinessStatus: "FinancialLocked" });
        facts.keys.comparison = "spaces";
        const { findings } = diagnose(facts, now);
        expect(findings.map(({ cause }) => cause)).to.deep.equal(["circuit-locked", "keys-differ", "publishing-off"]);
    });

    it("has nothing against a table beside the link's that leads to the gateway all the same", () => {
        const facts = healthyFacts();
        const [first] = facts.aws.routeTables ?? [];
        if (first !== undefined) {
            facts.aws.routeTables?.push({ ...first, routeTableId: "rtb-9", isMain: false, subnetIds: ["subnet-1"] });
        }
        expect(diagnose(facts, now).findings).to.deep.equal([]);
    });

    it("compares the BGP peer's address with the VBR's where there is no virtual interface", () => {
        const facts = healthyFacts();
        Object.assign(facts.aws, { virtualInterface: undefined, virtualInterfaces: [] });
        set(facts.alibaba.bgpPeer, { peerIpAddress: "169.254.10.9" });
        expect(diagnose(facts, now).findings.map(({ cause, says }) => [cause, says])).to.deep.equal([
            ["no-virtual-interface", "Virtual interface dxvif-1 is not there."],
            ["peer-address-differs", "BGP peer bgp-backend expects AWS at 169.254.10.9, the VBR at 169.254.10.2."],
        ]);
    });

    it("compares PeerAsn with the gateway that a virtual interface would be on where there is none", () => {
        const facts = healthyFacts();
        Object.assign(facts.aws, { virtualInterface: undefined, virtualInterfaces: [], vpnGateway: undefined });
        set(facts.alibaba.bgpGroup, { peerAsn: 64513 });
        expect(causesIn(facts)).to.deep.equal(["no-virtual-interface", "peer-asn-differs"]);
    });

    it("does not take BFD that cannot form for what keeps BGP down", () => {
        const facts = healthyFacts();
        fall(facts);
        set(facts.alibaba.bgpPeer, { bfdMultiHop: 255 });
        expect(causesIn(facts)).to.have.members(["bfd-hop-count", "aws-maintenance"]);
    });

    it("names a VPC's other table where the VBR propagates nowhere yet", () => {
        const facts = healthyFacts();
        set(facts.alibaba.borderRouterAttachment, { propagations: [] });
        set(facts.alibaba.vpcAttachments?.[0], { associations: legs("tr-attach-vpc", "vtb-9").associations });
        const { findings } = diagnose(facts, now);
        expect(findings.map(({ cause }) => cause)).to.deep.equal(["vbr-not-propagating", "different-route-tables"]);
        expect(findings[1]?.says).to.equal(
            "vbr-1 is to propagate to vtb-tr, vpc-ali uses vtb-9: vpc-ali does not hear of vbr-1.",
        );
    });

    it("names the route map that waits for a VPC which is not attached yet", () => {
        const facts = healthyFacts();
        facts.alibaba.routeMaps = [denyAll({ destinationInstanceIds: ["vbr-1"] })];
        facts.alibaba.vpcAttachments = [];
        expect(causesIn(facts)).to.deep.equal(["vpc-not-attached", "route-map-denies"]);
    });

    it("says nothing of VLANs that differ where BGP is up, or the circuit is known to translate", () => {
        const facts = healthyFacts();
        set(facts.alibaba.borderRouter, { vlanId: 102 });
        expect(diagnose(facts, now).findings).to.deep.equal([]);
        set(facts.alibaba.bgpPeer, { bgpStatus: "Idle" });
        facts.given.vlanMayDiffer = true;
        expect(diagnose(facts, now).findings.map(({ cause }) => cause)).to.deep.equal(["one-side-up"]);
    });

    it("says nothing of what could not be read", () => {
        const facts = healthyFacts();
        const { aws, alibaba } = facts;
        Object.assign(aws, { connections: undefined, connection: undefined, routeTables: undefined });
        Object.assign(alibaba, { borderRouterAttachments: undefined, borderRouterAttachment: undefined });
        Object.assign(alibaba, { vpcAttachments: undefined, vpcs: undefined, transitRouters: undefined });
        expect(diagnose(facts, now).findings).to.deep.equal([]);
    });

    it("takes VPCs that nobody names for none of the link's where others are joined to it", () => {
        const facts = healthyFacts();
        facts.given.alibabaVpcIds = undefined;
        const { vpcAttachments = [], vpcs } = facts.alibaba;
        const [sample] = vpcAttachments;
        if (sample !== undefined) {
            vpcAttachments.push({ ...sample, vpcId: "vpc-other", autoPublishRouteEnabled: false });
        }
        vpcs?.push({ ...healthyVpc(), vpcId: "vpc-other" });
        expect(diagnose(facts, now).findings).to.deep.equal([]);
    });

    it("asks for no attachment, association or propagation on a Basic CEN", () => {
        const facts = healthyFacts();
        const { alibaba, given } = facts;
        Object.assign(given, { transitRouterId: undefined, transitRouterRouteTableId: undefined });
        Object.assign(alibaba, { borderRouterAttachments: undefined, borderRouterAttachment: undefined });
        Object.assign(alibaba, {
            vpcAttachments: undefined,
            transitRouter: undefined,
            transitRouterRouteTables: undefined,
        });
        const child = { childInstanceRegionId: "ap-southeast-1", status: "Attached" };
        alibaba.cenChildren = [
            { ...child, childInstanceId: "vbr-1", childInstanceType: "VBR" },
            { ...child, childInstanceId: "vpc-ali", childInstanceType: "VPC" },
        ];
        expect(diagnose(facts, now).findings).to.deep.equal([]);
        alibaba.cenChildren.pop();
        expect(diagnose(facts, now).findings.map(({ says }) => says)).to.deep.equal([
            "vpc-ali is not attached to cen-1.",
        ]);
    });
});

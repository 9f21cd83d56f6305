import { expect } from "chai";

import { examine, type DoctorReport } from "../../../cli/doctor/run";
import { screenOf } from "../../../cli/doctor/screen";
import { paintFor, type Paint } from "../../../cli/doctor/paint";
import type { LinkRequest } from "../../../cli/link/known";
import type { LinkFacts } from "../../../provider/diagnosis/facts";
import { CloudCallError } from "../../../provider/clouds/errors";
import { cloudsOf } from "../../support/cloudsOf";
import { contextOf } from "../../support/circuit";
import type { FakeClouds } from "../../support/fakeClouds";
import { healthyFacts } from "../../support/linkFacts";
import { errorOf } from "../../support/rejects";
import { alibabaAccount, awsAccount } from "../../support/samples";

const plain: Paint = (_format, text) => text;
const parent = "urn:pulumi:dev::multicloud::multicloud:index:MultiCloudConnection::link";
const given = { vbrId: "vbr-1", virtualInterfaceId: "dxvif-1" };

interface Member {
    type: string;
    id?: string;
    inputs?: object;
    outputs?: object;
}

const own = (kind: string, outputs: object): Member => ({ type: `pulumi-nodejs:dynamic/multicloud:${kind}`, outputs });

/** What a stack holds of the healthy link. */
const members: readonly Member[] = [
    own("Preflight", {
        vpcId: "vpc-aws",
        routeTableIds: { main: "rtb-1" },
        cenId: "cen-1",
        transitRouterId: "tr-1",
    }),
    own("CircuitActivation", { vbrId: "vbr-1", connectionId: "dxcon-1", ...awsAccount, ...alibabaAccount }),
    { type: "aws:ec2/vpnGateway:VpnGateway", id: "vgw-1" },
    { type: "aws:directconnect/privateVirtualInterface:PrivateVirtualInterface", id: "dxvif-1" },
    own("BorderRouterBgp", { bgpPeerId: "bgp-backend" }),
    own("BgpVerification", { networks: { alibabaVpcIds: ["vpc-ali"] } }),
];

function exported(held: readonly Member[]): string {
    const resources = held.map((member) => ({ urn: `${parent}$${member.type}::child`, parent, ...member }));
    return JSON.stringify({ version: 3, deployment: { resources } });
}

/** The doctor on these clouds, and the commands of Pulumi that it ran. */
async function doctor(
    request: LinkRequest,
    clouds: FakeClouds,
    pulumi: (command: string) => string = () => "",
): Promise<{ report: DoctorReport; asked: string[] }> {
    const asked: string[] = [];
    const report = await examine(request, {
        clock: contextOf(clouds, {}).clock,
        askPulumi: (...values) => {
            asked.push(values.join(" "));
            return Promise.resolve(pulumi(values.join(" ")));
        },
        connect: () => clouds,
    });
    return { report, asked };
}

describe("the command doctor", () => {
    it("says that all is well of a healthy link, by its IDs alone, and writes nothing", async () => {
        const clouds = cloudsOf(healthyFacts());
        const { report, asked } = await doctor({ ids: given }, clouds);
        expect({ ...report, ids: 0, rows: 0 }).to.deep.equal({
            isWell: true,
            isUp: true,
            findings: [],
            unreadable: [],
            ids: 0,
            rows: 0,
        });
        expect(asked).to.deep.equal([]);
        expect(clouds.writes).to.deep.equal([]);
    });

    it("takes the link from the stack: its IDs, its route tables, and the accounts that it lives in", async () => {
        const { report, asked } = await doctor({ ids: {}, stack: "dev" }, cloudsOf(healthyFacts()), (command) =>
            command.startsWith("stack export") ? exported(members) : "{}",
        );
        expect(asked).to.deep.equal(["stack export --stack dev", "config --json --stack dev"]);
        expect(report.isWell).to.equal(true);
        expect(report.ids).to.deep.equal({ ...healthyFacts().ids, ...awsAccount, ...alibabaAccount });
    });

    it("lets an ID that is given win over the stack's", async () => {
        const request = { ids: { vpnGatewayId: "vgw-9" }, stack: "dev" };
        const { report } = await doctor(request, cloudsOf(healthyFacts()), (command) =>
            command.startsWith("stack export") ? exported(members) : "{}",
        );
        expect(report.findings.map(({ cause }) => cause)).to.include("virtual-interface-on-another-gateway");
    });

    it("says in one line what to do where no stack is selected and no ID is given", async () => {
        const error = await errorOf(
            doctor({ ids: {} }, cloudsOf(healthyFacts()), () => {
                throw new Error("pulumi stack export says: no stack selected\nplease use `pulumi stack select`");
            }),
        );
        expect(error.message).to.equal(
            "Which link? Give --stack in the program's folder, or IDs: --vbr-id, --virtual-interface-id. (pulumi stack export says: no stack selected)",
        );
    });

    it("says so where the stack holds no link yet, or Pulumi cannot read it", async () => {
        const empty = await errorOf(doctor({ ids: {} }, cloudsOf(healthyFacts()), () => exported([])));
        expect(empty.message).to.equal(
            "The selected stack holds no link yet. Run pulumi up, or give IDs: --vbr-id, --virtual-interface-id.",
        );
        const unread = await errorOf(
            doctor({ ids: {}, stack: "dev" }, cloudsOf(healthyFacts()), () => {
                throw new Error("pulumi stack export says: no stack named 'dev' found");
            }),
        );
        expect(unread.message).to.equal("pulumi stack export says: no stack named 'dev' found");
    });

    it("refuses to look in another account than the link's", async () => {
        const elsewhere = members.map((member) => ({ ...member, outputs: { ...member.outputs, awsAccountId: "9" } }));
        const error = await errorOf(
            doctor({ ids: {}, stack: "dev" }, cloudsOf(healthyFacts()), (command) =>
                command.startsWith("stack export") ? exported(elsewhere) : "{}",
            ),
        );
        expect(error.message).to.match(/^AWS account: .* see 123456789012, the official provider 9\./);
    });

    it("is not content with what could not be read", async () => {
        const clouds = cloudsOf(healthyFacts());
        const said = "route maps of cen-1: Alibaba Cloud says Forbidden.RAM: no.";
        const permission = "cen:DescribeCenRouteMaps";
        clouds.alibaba.describeRouteMaps = () =>
            Promise.reject(new CloudCallError(said, "Forbidden.RAM", { cause: undefined, said, permission }));
        const { report } = await doctor({ ids: given }, clouds);
        expect(report.isWell).to.equal(false);
        expect(screenOf(report, plain).split("\n").slice(0, 4)).to.deep.equal([
            "BGP is up on both sides; nothing was found in what could be read.",
            "",
            "Could not be read, so nothing is said of it:",
            "  route maps: needs cen:DescribeCenRouteMaps",
        ]);
    });
});

/** Two things are wrong. */
function brokenFacts(): LinkFacts {
    const facts = healthyFacts();
    const { borderRouter, borderRouterAttachment, borderRouterAttachments } = facts.alibaba;
    Object.assign(borderRouter ?? {}, { physicalConnectionBusinessStatus: "FinancialLocked" });
    for (const attachment of [borderRouterAttachment, ...(borderRouterAttachments ?? [])]) {
        Object.assign(attachment ?? {}, { autoPublishRouteEnabled: false });
    }
    return facts;
}

describe("the doctor's screen", () => {
    it("says what is wrong and what mends it, then both sides, the rows that differ first, in 100 columns", async () => {
        const { report } = await doctor({ ids: given }, cloudsOf(brokenFacts()));
        expect(screenOf(report, plain).split("\n")).to.deep.equal([
            "BGP is up on both sides; 2 things are to be mended, the first one first:",
            "",
            "1. Circuit pc-1 is FinancialLocked; it must be Normal.",
            "   Fix: Pay the open bill of the circuit in the Alibaba Cloud console.",
            "",
            "2. tr-attach-1 does not publish routes to vbr-1 (autoPublishRouteEnabled is off), so that AWS hears",
            "   of none.",
            "   Fix: Run pulumi refresh and then pulumi up, which turns it on.",
            "",
            "                      AWS                                    Alibaba Cloud",
            "! circuit             dxcon-1 available, 1Gbps               pc-1 Enabled, FinancialLocked, until",
            "                                                             2027-01-01",
            "                      Fix: Pay the open bill of the circuit in the Alibaba Cloud console.",
            "! route tables        rtb-1 propagation on                   vtb-tr: associated and propagating;",
            "                                                             publishing off",
            "                      Fix: Run pulumi refresh and then pulumi up, which turns it on.",
            "",
            "  account             123456789012, ap-southeast-1           1234567890123456, ap-southeast-1",
            "  interface           dxvif-1 available, on dxcon-1          vbr-1 active",
            "  VLAN                101                                    101",
            "  address of AWS      169.254.10.2                           169.254.10.2",
            "  address of the VBR  169.254.10.1                           169.254.10.1",
            "  prefix length       /30                                    /30",
            "  longest packet      1500 bytes                             1500 bytes",
            "  BGP                 up                                     Established",
            "  BGP peer            dxpeer-1 available                     group bgpg-backend Available, peer",
            "                                                             bgp-backend Available",
            "  peer's address      169.254.10.2                           169.254.10.2",
            "  ASN of the VBR      45104                                  45104",
            "  ASN of AWS          64512                                  64512",
            "  authentication key  set                                    set, equal",
            "  BFD                 -                                      on, 1 hop",
            "  gateway, CEN        vgw-1 attached to vpc-aws              tr-attach-1 Attached to tr-1",
            "  VPC                 vpc-aws (10.0.0.0/16)                  vpc-ali (172.16.1.0/24),",
            "                                                             synchronisation on",
            "  routes to Alibaba   1 advertised                           1 received",
            "  routes to AWS       1 accepted                             1 advertised",
            "  packet filters      security groups: 1, network ACLs: 1    security groups: 1, network ACLs: 1",
            "  outbound billing    -                                      opened",
        ]);
    });

    it("has colours where it is asked for them alone, and the same words in the same places", async () => {
        const { report } = await doctor({ ids: given }, cloudsOf(brokenFacts()));
        const codes = { bold: 1, dim: 2, red: 31, green: 32 };
        const coloured = screenOf(report, (format, text) => `\u001b[${codes[format]}m${text}\u001b[0m`);
        expect(coloured).to.include("\u001b[31m1. Circuit pc-1 is FinancialLocked; it must be Normal.\u001b[0m");
        expect(coloured).to.include("\u001b[31m! circuit");
        expect(coloured.replace(/\u001b\[\d+m/g, "").replace(/ +$/gm, "")).to.equal(screenOf(report, plain));
    });

    it("is coloured on a terminal, unless NO_COLOR is set", () => {
        const red = (stream: { isTTY?: boolean }, environment: NodeJS.ProcessEnv): string =>
            paintFor(stream, environment)("red", "text");
        expect(red({}, {})).to.equal("text");
        expect(red({ isTTY: true }, { NO_COLOR: "1" })).to.equal("text");
        expect(red({ isTTY: true }, {})).to.match(/31mtext/);
    });
});

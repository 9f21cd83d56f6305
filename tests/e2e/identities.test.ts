import { expect } from "chai";

import { singaporeOrder } from "../../simulator/scenarios/order";
import type { Simulator } from "../../simulator/server";
import { orderConnection } from "../../simulator/world/circuit";
import { rehearse, type QuickstartArgs, type Rehearsal } from "../harness/rehearsal";

type Args = QuickstartArgs & Record<string, unknown>;

const anotherTable = "vtb-another";

/** Of a second connection. */
function anotherBorderRouter({ world }: Simulator): string {
    const addresses = { localGatewayIp: "169.254.20.1", peerGatewayIp: "169.254.20.2" };
    world.quotas.multiCloudConnectionsPerUser = 2;
    return orderConnection(world, { ...singaporeOrder(world, true), vlanId: 1102, ...addresses }).vbrId;
}

/** What a new identity replaces, and nothing else. */
const replacing: {
    what: string;
    change: (args: Args, rehearsal: Rehearsal) => Args;
    replaced: string[];
    updated: string[];
    /** What the `up` says. */
    says: RegExp;
}[] = [
    {
        what: "the authentication key",
        change: (args) => ({ ...args, bgp: { authKey: "another-key-1" } }),
        replaced: ["link-bgp-auth-key", "link-virtual-interface"],
        updated: ["link-border-router-bgp", "link-verification"],
        says: /^warning: bgp\.authKey changes while dxvif-\w+ carries traffic, and allowOutage is true: [^\n]+$/,
    },
    {
        what: "the gateway's ASN",
        change: (args) => ({ ...args, aws: { ...args.aws, amazonSideAsn: 64600 } }),
        replaced: [
            "link-route-propagation-0",
            "link-route-propagation-1",
            "link-virtual-interface",
            "link-vpn-gateway",
            "link-vpn-gateway-attachment",
        ],
        updated: ["link-border-router-bgp", "link-preflight", "link-verification", "link-vpn-gateway-leftover-check"],
        says: /^warning: aws\.amazonSideAsn changes from 64512 to 64600 while [^\n]+$/,
    },
    {
        what: "the transit router's route table",
        change: (args) => ({
            ...args,
            alibaba: { ...args.alibaba, cen: { ...args.alibaba.cen, transitRouterRouteTableId: anotherTable } },
        }),
        replaced: ["link-cen-association", "link-cen-propagation"],
        updated: ["link-cen-leftover-check", "link-verification"],
        // No VPC is in that table.
        says: /^warning: alibaba\.cen\.transitRouterRouteTableId changes from vtb-\w+ to vtb-another while [^\n]+\nwarning: No packet gets to Alibaba Cloud: no VPC brings routes to route table vtb-another [^\n]+$/,
    },
    {
        what: "the VBR",
        change: (args, rehearsal) => ({
            ...args,
            alibaba: { ...args.alibaba, vbrId: anotherBorderRouter(rehearsal.simulator) },
        }),
        replaced: [
            "link-bgp-auth-key",
            "link-border-router",
            "link-border-router-bgp",
            "link-cen-association",
            "link-cen-attachment",
            "link-cen-propagation",
            "link-circuit",
            "link-connection-release",
            "link-virtual-interface",
        ],
        updated: ["link-cen-leftover-check", "link-preflight", "link-verification"],
        says: /^warning: alibaba\.vbrId changes from [^\n]+\nwarning: No packet gets to Alibaba Cloud: [^\n]+\nwarning: Hosted connection dxcon-\w+ stays: its AWS port hours go on/,
    },
];

describe("a new identity of a link that is up", () => {
    let rehearsal: Rehearsal;
    let args: Args;

    before(async () => {
        rehearsal = await rehearse();
        args = rehearsal.args;
        rehearsal.simulator.world.alibaba.routeTables.set(anotherTable, {
            transitRouterRouteTableId: anotherTable,
            transitRouterId: args.alibaba.cen.transitRouterId ?? "",
            type: "Custom",
            name: "",
            status: "Active",
            associations: [],
            propagations: [],
            entries: [],
        });
        await rehearsal.stack.up();
    });
    after(() => rehearsal.end());

    for (const { what, change, replaced, updated, says } of replacing) {
        it(`${what}: replaces exactly what it must, and BGP is up again`, async () => {
            args = change(args, rehearsal);
            await rehearsal.stack.setArgs({ ...args, allowOutage: true });
            const announced = await rehearsal.stack.preview();
            const named = (op: string): string[] =>
                Object.keys(announced.steps)
                    .filter((name) => announced.steps[name] === op)
                    .sort();
            expect({ replaced: named("replace"), updated: named("update") }).to.deep.equal({ replaced, updated });
            const { failed, diagnostics } = await rehearsal.stack.up();
            expect(failed).to.equal(false);
            expect(diagnostics.join("\n")).to.match(says);
            const { verification } = (await rehearsal.stack.outputs()) as { verification: { bgpStatus: string } };
            expect(verification.bgpStatus).to.equal("up");
        });
    }
});

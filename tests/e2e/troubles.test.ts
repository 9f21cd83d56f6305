import { expect } from "chai";

import { findScenario, healthyScenarioNames, scenarioNames } from "../../simulator/scenarios/index";
import type { World } from "../../simulator/world/world";
import { expectedWrites } from "../harness/scenarioSuite";
import { rehearse, writesOf, type Rehearsal } from "../harness/rehearsal";

const goesOn = "Run pulumi up again; it goes on where it stopped.";
const ticket = `Open a ticket with Alibaba Cloud if it stays so. ${goesOn}`;

const orderToCompare = [
    "Compare the order:",
    "  account          1234567890123456",
    "  region           ap-southeast-1",
    "  access point     one that offers the peer vendor AWS",
    "  peer vendor      AWS",
    "  peer vendor UID  123456789012 (hosted connection in ap-southeast-1)",
    "  bandwidth        1 Gbit/s",
    "  number           1",
    "  term             12 months",
].join("\n");

interface Trouble {
    /** What else the program says. */
    given?: (rehearsal: Rehearsal) => object;
    /** The one error that says what to do. */
    error: (rehearsal: Rehearsal) => string;
    /** Whether it is seen before anything is made, so that no update has begun. */
    seenByPreflight?: true;
    /** What a person then does about it; answers what changes in the program. */
    mend: (world: World, rehearsal: Rehearsal) => object;
    /** What is written beside the usual, by what is mended in the program. */
    writes?: string[];
}

function theOnly<Value>(values: Iterable<Value>): Value {
    return [...values][0] as Value;
}

/** The group of the backend has a key that the clouds do not tell: whoever has it from the console writes it into the program. */
const unreadableKey: Trouble = {
    error: ({ simulator: { world }, args }) =>
        `BGP group ${theOnly(world.alibaba.bgpGroups.keys())} of ${args.alibaba.vbrId} has an authentication key that the cloud does not show. Set bgp.authKey to it, as the console shows it, or bgp.replaceAuthKey: true.`,
    mend: ({ alibaba }) => ({ bgp: { authKey: theOnly(alibaba.bgpGroups.values()).authKey } }),
};

const troubles: Record<string, Trouble> = {
    "bgp-precreated-masked": unreadableKey,
    "bgp-precreated-absent": unreadableKey,
    "never-ready": {
        error: () =>
            `1 error occurred:\n\t* Alibaba backend: still "Configuring" after 2s (for the last 2s). ${ticket}`,
        mend: ({ alibaba }) => {
            Object.assign(theOnly(alibaba.circuits.values()), { status: "Enabled" });
            Object.assign(theOnly(alibaba.borderRouters.values()), {
                localGatewayIp: "169.254.10.1",
                peerGatewayIp: "169.254.10.2",
                peeringSubnetMask: "255.255.255.252",
            });
            return {};
        },
    },
    "wrong-account": {
        error: () =>
            `AWS hosted connection: still "not there" after 2s (for the last 2s). nothing is offered to AWS account 123456789012 in ap-southeast-1; the order must name both. ${ticket}\n${orderToCompare}`,
        mend: ({ aws, accounts }) => {
            theOnly(aws.connections.values()).ownerAccount = accounts.awsAccountId;
            return {};
        },
    },
    "vpc-not-joined": {
        given: ({ args, simulator }) => ({
            alibaba: { ...args.alibaba, vpcs: [simulator.description.world.alibabaVpcId] },
            timeouts: {},
            verification: { timeoutSeconds: 15 },
        }),
        error: ({ simulator: { description, world } }) => {
            const { alibabaVpcId: vpc, transitRouterRouteTableId: table = "" } = description.world;
            const attachment = theOnly(world.alibaba.attachments.keys());
            const legs = `--TransitRouterAttachmentId ${attachment} --TransitRouterRouteTableId ${table}`;
            const makesIt = "or name the VPC in alibaba.vpcs and set alibaba.manageVpcRoutes: true, which does that.";
            return [
                'Routes: still "leg missing" after 2s (for the last 2s). BGP is up, but',
                `no packet gets to Alibaba Cloud: VPC ${vpc} does not propagate to route table ${table}.`,
                `Let it propagate (aliyun cbn EnableTransitRouterRouteTablePropagation ${legs}), ${makesIt}`,
                `No packet gets to AWS: VPC ${vpc} is not associated with route table ${table}.`,
                `Associate it (aliyun cbn AssociateTransitRouterAttachmentWithRouteTable ${legs}), ${makesIt}`,
                `No packet gets to AWS: route synchronisation to VPC ${vpc} is off. Turn it on (aliyun cbn`,
                `UpdateTransitRouterVpcAttachmentAttribute --TransitRouterAttachmentId ${attachment} --AutoPublishRouteEnabled true), ${makesIt}`,
                'Then run pulumi up again; it goes on where it stopped. verification.level "bgp" does without routes.',
            ].join(" ");
        },
        mend: (_world, { args, simulator }) => ({
            alibaba: {
                ...args.alibaba,
                vpcs: [simulator.description.world.alibabaVpcId],
                manageVpcRoutes: true,
            },
        }),
        writes: [
            "AssociateTransitRouterAttachmentWithRouteTable",
            "EnableTransitRouterRouteTablePropagation",
            "TagResources",
            "UpdateTransitRouterVpcAttachmentAttribute",
        ],
    },
    locked: {
        error: () =>
            'Alibaba backend is "FinancialLocked". Pay the open bill of the circuit in the Alibaba Cloud console.',
        mend: ({ alibaba }) => {
            theOnly(alibaba.circuits.values()).businessStatus = "Normal";
            return {};
        },
    },
    expired: {
        error: ({ simulator: { world }, args }) => {
            const { physicalConnectionId, expireTime } = theOnly(world.alibaba.circuits.values());
            const subject = `The subscription of circuit ${physicalConnectionId}, which VBR ${args.alibaba.vbrId} is on,`;
            return `pulumi-nodejs:dynamic/multicloud:Preflight resource 'link-preflight' has a problem: ${subject} ended on ${expireTime.slice(0, 10)}: no BGP comes up. Renew it in the Alibaba Cloud console.`;
        },
        seenByPreflight: true,
        mend: ({ alibaba }) => {
            theOnly(alibaba.circuits.values()).expireTime = "2099-01-01T00:00:00Z";
            return {};
        },
    },
};

describe("what cannot come up by itself", () => {
    it("is every scenario that says so", () => {
        const names = scenarioNames.filter((name) => !healthyScenarioNames.includes(name));
        expect(Object.keys(troubles)).to.deep.equal(names);
        expect(names.map((name) => findScenario(name).comesUp)).to.not.include(true);
    });

    for (const [scenario, { given, error, seenByPreflight, mend, writes = [] }] of Object.entries(troubles)) {
        it(`${scenario}: one error, and once it is mended the next up goes on and writes nothing twice`, async () => {
            const rehearsal = await rehearse({ scenario });
            try {
                await rehearsal.stack.setArgs({
                    ...rehearsal.args,
                    timeouts: { circuitSeconds: 2 },
                    ...given?.(rehearsal),
                });
                const stuck = await rehearsal.stack.up();
                // How long the wait for routes has left of its limit hangs on the machine.
                const said = stuck.diagnostics.map((line) => line.replace(/\b\d+s\b/g, "2s"));
                expect({ failed: stuck.failed, diagnostics: said }).to.deep.equal({
                    failed: true,
                    diagnostics: [`error: ${error(rehearsal)}`, ...(seenByPreflight ? [] : ["error: update failed"])],
                });

                const changes = mend(rehearsal.simulator.world, rehearsal);
                rehearsal.simulator.world.changed();
                await rehearsal.stack.setArgs({ ...rehearsal.args, ...changes });
                const { failed, diagnostics } = await rehearsal.stack.up();
                expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
                expect(writesOf(rehearsal.simulator).sort()).to.deep.equal(
                    [...expectedWrites(rehearsal.simulator), ...writes].sort(),
                );
                expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
            } finally {
                await rehearsal.end();
            }
        });
    }
});

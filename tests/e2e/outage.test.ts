import { expect } from "chai";

import { rehearse, writesOf, type QuickstartArgs, type Rehearsal } from "../harness/rehearsal";

type Args = QuickstartArgs & Record<string, unknown>;

/** A change that cuts the traffic of a link that is up. */
interface Cut {
    what: string;
    change: (args: Args, ids: Ids) => Args;
    /** Each change that is refused, and what it cuts. */
    lines: (args: Args, ids: Ids) => [change: string, cuts: string][];
}

interface Ids {
    virtualInterfaceId: string;
    vpnGatewayId: string;
    transitRouterAttachmentId: string;
}

const apart = "and both VPCs are apart until BGP is up again";
const gatewayReplaced = `gateway, attachment and virtual interface are replaced, ${apart}`;
const named = "link-preflight";

const cuts: Cut[] = [
    {
        what: "the key",
        change: (args) => ({ ...args, bgp: { authKey: "another-key-1" } }),
        lines: () => [
            [
                "bgp.authKey changes",
                `the virtual interface is replaced and the VBR's BGP group gets another key, ${apart}`,
            ],
        ],
    },
    {
        what: "the gateway's ASN, and the virtual interface's name",
        change: (args) => ({
            ...args,
            aws: { ...args.aws, amazonSideAsn: 64600 },
            overrides: { virtualInterface: { name: "singapore" } },
        }),
        lines: () => [
            ["aws.amazonSideAsn changes from 64512 to 64600", gatewayReplaced],
            [
                "overrides.virtualInterface.name changes from none to singapore",
                `the virtual interface is replaced, ${apart}`,
            ],
        ],
    },
];

describe("a change that cuts traffic", () => {
    let rehearsal: Rehearsal;
    let args: Args;
    let ids: Ids;

    before(async () => {
        rehearsal = await rehearse();
        args = rehearsal.args;
        await rehearsal.stack.up();
    });
    beforeEach(async () => {
        ids = (await rehearsal.stack.outputs()) as unknown as Ids;
        rehearsal.simulator.world.log.length = 0;
    });
    after(() => rehearsal.end());

    for (const { what, change, lines } of cuts) {
        describe(what, () => {
            let changed: Args;
            const refusals = (): string[] =>
                lines(args, ids).map(
                    ([subject, cut]) =>
                        `error: pulumi-nodejs:dynamic/multicloud:Preflight resource '${named}' has a problem: ${subject} while ${ids.virtualInterfaceId} carries traffic: ${cut}. Set allowOutage: true to let it be cut, or take the change back.`,
                );

            it("is refused at preview, with what it cuts", async () => {
                changed = change(args, ids);
                await rehearsal.stack.setArgs(changed);
                const { failed, diagnostics } = await rehearsal.stack.preview();
                expect({ failed, diagnostics }).to.deep.equal({ failed: true, diagnostics: refusals() });
            });

            it("is refused by an up that had no preview, before anything is written", async () => {
                const { failed, diagnostics } = await rehearsal.stack.up();
                expect({ failed, diagnostics }).to.deep.equal({ failed: true, diagnostics: refusals() });
                expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
            });

            it("goes through with allowOutage, which says it all the same; and the link is up again", async () => {
                await rehearsal.stack.setArgs({ ...changed, allowOutage: true });
                const { failed, diagnostics } = await rehearsal.stack.up();
                expect({ failed, diagnostics }).to.deep.equal({
                    failed: false,
                    diagnostics: [
                        `warning: ${lines(args, ids)
                            .map(
                                ([subject, cut]) =>
                                    `${subject} while ${ids.virtualInterfaceId} carries traffic, and allowOutage is true: ${cut}.`,
                            )
                            .join("\n")}`,
                    ],
                });
                const { verification } = (await rehearsal.stack.outputs()) as { verification: { bgpStatus: string } };
                expect(verification.bgpStatus).to.equal("up");
                args = changed;
            });

            it("leaves nothing to do, with allowOutage or without", async () => {
                expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
                await rehearsal.stack.setArgs(args);
                expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
            });
        });
    }
});

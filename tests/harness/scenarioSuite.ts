import { expect } from "chai";

import { healthyScenarioNames } from "../../simulator/scenarios/index";
import type { Simulator, SimulatorOptions } from "../../simulator/server";
import { bgpCounts, rehearse, worldOf, writesOf, type Rehearsal } from "./rehearsal";

const children = [
    "link",
    "link-bgp-auth-key",
    "link-border-router",
    "link-border-router-bgp",
    "link-cen-association",
    "link-cen-attachment",
    "link-cen-leftover-check",
    "link-cen-propagation",
    "link-circuit",
    "link-connection-release",
    "link-preflight",
    "link-route-propagation-0",
    "link-route-propagation-1",
    "link-verification",
    "link-virtual-interface",
    "link-vpn-gateway",
    "link-vpn-gateway-attachment",
    "link-vpn-gateway-leftover-check",
];

/** Nothing is accepted, made or configured twice. */
const eachWriteOnce = [
    "AssociateTransitRouterAttachmentWithRouteTable",
    "AttachVpnGateway",
    "ConfirmConnection",
    "CreateBgpGroup",
    "CreateBgpPeer",
    "CreatePrivateVirtualInterface",
    "CreateTransitRouterVbrAttachment",
    "CreateVpnGateway",
    "EnableTransitRouterRouteTablePropagation",
    "EnableVgwRoutePropagation",
    "EnableVgwRoutePropagation",
    "TagResource",
];

/** What of them is the program's: not what the backend makes by itself. */
export function expectedWrites({ world }: Simulator, writes = eachWriteOnce): string[] {
    const ours = world.guesses.backendMakesBgp === "none";
    return writes.filter((action) => ours || !["CreateBgpGroup", "CreateBgpPeer"].includes(action));
}

/** On a Basic CEN, one attachment does what takes three resources on a transit router. */
function expectedIn(scenario: string): { children: string[]; writes: string[] } {
    return scenario === "basic-cen"
        ? {
              children: children.filter(
                  (name) => !["link-cen-association", "link-cen-leftover-check", "link-cen-propagation"].includes(name),
              ),
              writes: [
                  "AttachCenChildInstance",
                  ...eachWriteOnce.filter((action) => !action.includes("TransitRouter")),
              ].sort(),
          }
        : { children, writes: eachWriteOnce };
}

function namesOf(steps: Record<string, string>, op: string): string[] {
    return Object.keys(steps)
        .filter((name) => steps[name] === op)
        .sort();
}

/** The engine takes seconds to start; what the scenario is about must not be over by then. */
const backendOutlastsStart: SimulatorOptions = { durations: { backendConfiguration: 6000 } };

const slowerWorlds: Record<string, SimulatorOptions> = {
    ...Object.fromEntries(
        ["vlan-late", "addresses-late", "connection-down-first", "unknown-states"].map((name) => [name, { speed: 60 }]),
    ),
    // The lists lag by more than the time from one look to the next, a second; everything else is quick for it.
    "lagging-reads": {
        speed: 10,
        durations: {
            backendConfiguration: 60,
            confirmToAvailable: 30,
            virtualInterfaceCreate: 10,
            virtualInterfaceDelete: 10,
            deletedVirtualInterfaceListed: 30,
            vpnGatewayAttach: 5,
            vpnGatewayDetach: 5,
            attachmentCreate: 5,
            attachmentDelete: 5,
            associationOrPropagation: 2,
            bgpGroupOrPeer: 2,
            bgpSession: 10,
        },
    },
};

interface ScenarioChoice {
    scenarios?: readonly string[];
    /** How many resources the engine works on at once; default: its own. */
    parallel?: number;
}

/** The main job in every scenario in which the link comes up by itself, unless others are named. */
export function describeScenarios(
    title: string,
    { scenarios = healthyScenarioNames, parallel }: ScenarioChoice = {},
): void {
    describe(title, () => {
        for (const scenario of scenarios) {
            describe(`scenario ${scenario}`, () => {
                const expected = expectedIn(scenario);
                // The stack itself is one too.
                const all = expected.children.length + 1;
                let rehearsal: Rehearsal;
                let worldBefore: unknown;

                before(async () => {
                    rehearsal = await rehearse({ scenario, ...(slowerWorlds[scenario] ?? backendOutlastsStart) });
                    worldBefore = worldOf(rehearsal.simulator);
                });
                after(() => rehearsal.end());

                it("joins the two clouds: BGP is up as both sides say it", async () => {
                    const { steps, failed, ...said } = await rehearsal.stack.up({ parallel });
                    // Whether somebody has bought the connection by now depends on the machine.
                    const diagnostics = said.diagnostics.filter((line) => !line.startsWith("info: Your turn: buy"));
                    expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
                    expect(namesOf(steps, "create")).to.deep.equal(expected.children);
                    expect(writesOf(rehearsal.simulator).sort()).to.deep.equal(
                        expectedWrites(rehearsal.simulator, expected.writes),
                    );
                    const { verification } = (await rehearsal.stack.outputs()) as {
                        verification: { bgpStatus: string; aws: object; alibaba: object };
                    };
                    expect(verification.bgpStatus).to.equal("up");
                    expect(verification.aws).to.deep.equal({
                        bgpStatus: "up",
                        connectionState: "available",
                        virtualInterfaceState: "available",
                    });
                    expect(verification.alibaba).to.include({ bgpStatus: "Established", circuitStatus: "Enabled" });
                });

                it("has nothing to do the second time, sees no drift, and writes nothing", async () => {
                    rehearsal.simulator.world.log.length = 0;
                    const outcomes = [
                        await rehearsal.stack.preview(),
                        await rehearsal.stack.refresh(),
                        await rehearsal.stack.up({ parallel }),
                    ];
                    expect(outcomes.map(({ counts }) => counts)).to.deep.equal([
                        { same: all },
                        { same: all },
                        { same: all },
                    ]);
                    expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
                });

                it("leaves the world as it was, but for the accepted connection, and says what is billed on", async () => {
                    const { failed, diagnostics, counts } = await rehearsal.stack.destroy();
                    expect({ failed, counts }).to.deep.equal({ failed: false, counts: { delete: all } });
                    const warnings = diagnostics.filter((line) => line.startsWith("warning: "));
                    expect(warnings.join()).to.match(
                        /^warning: Hosted connection dxcon-\w+ stays: its AWS port hours go on, as does the subscription/,
                    );
                    // In not-bought-yet the order itself is new.
                    if (scenario !== "not-bought-yet") {
                        expect(worldOf(rehearsal.simulator)).to.deep.equal(worldBefore);
                    }
                    const { backendMakesBgp } = rehearsal.simulator.world.guesses;
                    expect(bgpCounts(rehearsal.simulator)).to.deep.equal(backendMakesBgp === "none" ? [0, 0] : [1, 1]);
                    const connections = [...rehearsal.simulator.world.aws.connections.values()];
                    expect(connections.map(({ connectionState }) => connectionState)).to.deep.equal(
                        scenario === "two-offers" ? ["ordering", "available"] : ["available"],
                    );
                });
            });
        }
    });
}

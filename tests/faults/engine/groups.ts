import { expect } from "chai";

import type { ServiceName } from "../../../simulator/action";
import { injectFaults, type Fault, type FaultKind } from "../../../simulator/faults/faults";
import { bgpCounts, rehearse, type Rehearsal } from "../../harness/rehearsal";
import type { Found } from "../cell";
import { watchEffects } from "../effects";

/** Cells that share a stack, each a fault and a resource. */
export interface EngineGroup {
    name: string;
    cells: readonly string[];
    run: () => Promise<Found>;
}

interface Strike {
    service: ServiceName;
    action: string;
    /** How many calls of it others make before: in one `up` from the beginning, and in one that goes on where the resource before this one failed. */
    before?: { fromTheBeginning: number; goingOn: number };
}

/** An action that each dynamic resource calls in an `up`. */
const strikesOfUp: Readonly<Record<string, Strike>> = {
    // Any other read of it may be denied: that is a warning.
    Preflight: { service: "awsSts", action: "GetCallerIdentity" },
    BorderRouter: {
        service: "vpc",
        action: "DescribeVirtualBorderRouters",
        before: { fromTheBeginning: 2, goingOn: 2 },
    },
    CircuitActivation: { service: "directconnect", action: "ConfirmConnection" },
    BgpAuthKey: { service: "vpc", action: "DescribeBgpGroups", before: { fromTheBeginning: 2, goingOn: 2 } },
    BorderRouterBgp: { service: "vpc", action: "CreateBgpPeer" },
    BgpVerification: {
        service: "directconnect",
        action: "DescribeVirtualInterfaces",
        before: { fromTheBeginning: 3, goingOn: 1 },
    },
};
const strikeOfDestroy: Readonly<Record<string, Strike>> = {
    HostedConnectionRelease: { service: "directconnect", action: "DeleteConnection" },
};
const resources = [...Object.keys(strikesOfUp), ...Object.keys(strikeOfDestroy)];

/** What this package writes in the life of a stack, once each. */
const lifeOfOurWrites = [
    "TagResource",
    "ConfirmConnection",
    "CreateBgpGroup",
    "CreateBgpPeer",
    "DeleteBgpPeer",
    "DeleteBgpGroup",
    "DeleteConnection",
];

/** Each resource has each of these in one of the groups, and in each group no two have the same: so a silence costs its 30 seconds once. */
const transient: readonly FaultKind[] = [
    "throttling",
    "500",
    "503",
    "reset-before",
    "reset-after",
    "silence-after",
    "truncated",
    "error-in-200",
];

const permanent: readonly FaultKind[] = ["expired-token", "access-denied"];

export const engineGroups: readonly EngineGroup[] = [
    ...transient.map((_kind, shift) => transientGroup(shift)),
    ...permanent.map(permanentGroup),
];

/** One `up` in which every resource meets its fault, and succeeds; one `destroy` in the same way. */
function transientGroup(shift: number): EngineGroup {
    const faultOf = (resource: string, { service, action, before }: Strike): Fault => {
        const kind = transient[(resources.indexOf(resource) + shift) % transient.length] ?? "500";
        // Three times 30 seconds of silence would be of real time here; the matrix on the handlers has them.
        const after = before?.fromTheBeginning ?? 0;
        return { service, action, after, kind, times: shift % 2 === 0 || kind.startsWith("silence") ? 1 : 3 };
    };
    const ofUp = Object.entries(strikesOfUp).map(([resource, strike]) => faultOf(resource, strike));
    const ofDestroy = Object.entries(strikeOfDestroy).map(([resource, strike]) => faultOf(resource, strike));
    const faults = [...ofUp, ...ofDestroy];
    return {
        name: `faults that pass, row ${shift + 1}`,
        cells: resources.map((resource, index) => nameOfCell(resource, faults[index])),
        run: () =>
            inRehearsal(async ({ simulator: { world }, stack }) => {
                const struckInUp = injectFaults(world, ofUp);
                const up = await stack.up();
                expect({ failed: up.failed, diagnostics: up.diagnostics }).to.deep.equal({
                    failed: false,
                    diagnostics: [],
                });
                expect(struckInUp.struck, "calls that were struck").to.equal(sum(ofUp));
                expect((await stack.preview()).steps).to.deep.equal({});
                const struckInDestroy = injectFaults(world, ofDestroy);
                expect((await stack.destroy()).failed).to.equal(false);
                expect(struckInDestroy.struck, "calls that were struck").to.equal(sum(ofDestroy));
            }),
    };
}

/** An `up` for each resource that fails there in one line, and goes on at the next one; a `destroy` in the same way. */
function permanentGroup(kind: FaultKind): EngineGroup {
    const fix =
        kind === "access-denied" ? "Grant this permission to the caller." : "renew them and run pulumi up again";
    const faultOf = ({ service, action, before }: Strike): Fault => ({
        service,
        action,
        after: before?.goingOn ?? 0,
        kind,
        times: Infinity,
    });
    return {
        name: `faults that stay until somebody mends them: ${kind}`,
        cells: resources.map((resource) => `${resource}: ${kind} always`),
        run: () =>
            inRehearsal(async ({ simulator: { world }, stack }) => {
                for (const [resource, strike] of Object.entries(strikesOfUp)) {
                    const faults = injectFaults(world, [faultOf(strike)]);
                    const { failed, diagnostics } = await stack.up();
                    expect(failed, resource).to.equal(true);
                    expect(errorsWith(fix, diagnostics), resource).to.have.length(1);
                    // What a check refuses begins no update.
                    const last = resource === "Preflight" ? diagnostics[0] : "error: update failed";
                    expect(diagnostics.at(-1), resource).to.equal(last);
                    faults.remove();
                }
                expect((await stack.up()).diagnostics).to.deep.equal([]);
                expect((await stack.preview()).steps).to.deep.equal({});
                for (const strike of Object.values(strikeOfDestroy)) {
                    const faults = injectFaults(world, [faultOf(strike)]);
                    const { failed, diagnostics } = await stack.destroy();
                    expect(failed).to.equal(true);
                    expect(errorsWith(fix, diagnostics)).to.have.length(1);
                    faults.remove();
                }
                expect((await stack.destroy()).failed).to.equal(false);
            }),
    };
}

/** A stack of its own, which is gone afterwards, with nothing written twice and nothing left over. */
async function inRehearsal(life: (rehearsal: Rehearsal) => Promise<void>): Promise<Found> {
    const rehearsal = await rehearse();
    try {
        const { stack, simulator, args } = rehearsal;
        await stack.setArgs({ ...args, onDestroy: { hostedConnection: "delete" } });
        const effects = watchEffects(simulator.world);
        await life(rehearsal);
        const ours = effects.filter((action) => lifeOfOurWrites.includes(action));
        expect([...ours].sort()).to.deep.equal([...lifeOfOurWrites].sort());
        const [groups, peers] = bgpCounts(simulator);
        return { duplicates: ours.length - new Set(ours).size, orphans: groups + peers };
    } finally {
        await rehearsal.end();
    }
}

/** Of a failed delete the SDK's host prints the error once more. */
function errorsWith(fix: string, diagnostics: readonly string[]): string[] {
    return diagnostics.filter((line) => line.startsWith("error: ") && line.includes(fix));
}

function nameOfCell(resource: string, fault: Fault | undefined): string {
    return `${resource}: ${fault?.kind ?? ""} ${fault?.times === 3 ? "three times" : "once"}`;
}

function sum(faults: readonly Fault[]): number {
    return faults.reduce((all, { times = 1 }) => all + times, 0);
}

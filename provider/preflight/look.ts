import { mismatchesWith } from "../accounts";
import type { HandlerContext } from "../handler";
import { isUnknown } from "../unknown";
import { isGone } from "../virtualInterface";
import { problemsOfAdoption } from "./adoption";
import { candidatesOf, type Candidates } from "./candidates";
import { expiryOf } from "./expiry";
import { findFacts, type Facts } from "./find";
import { nothing, problems, together, type Found } from "./findings";
import type { PreflightInputs } from "./handler";
import { linksOf, type Link } from "./links";
import { findNetworks, type Networks } from "./networks";
import { knownInputs, namesSomething } from "./knownInputs";
import { overlapsOf } from "./overlaps";
import { problemsOf } from "./problems";
import { bgpPeersOf, prefixesOf } from "./quotas";
import { Reads, warningsOf, withoutConsequences, type CloudName } from "./reads";
import { takenOf } from "./taken";

export interface Findings {
    refusals: string[];
    warnings: string[];
    /** Whether everything has been read, or refused for good: another look would see no more. */
    isWhole: boolean;
}

interface Seen {
    facts: Facts;
    networks: Networks;
    now: number;
}

/**
 * Everything that would stop the link, all at once, by reads alone: at most three rounds of them, within `limitMilliseconds`. What is not known yet is not
 * looked at. Once it was found good (`olds` are the inputs that it was begun with), only what a change itself brings is refused: what has
 * become of the clouds since may be somebody's to mend, and must not keep the rest of the program from being updated.
 */
export async function look(
    given: PreflightInputs,
    olds: PreflightInputs | undefined,
    { clouds, clock }: HandlerContext,
    limitMilliseconds?: number,
): Promise<Findings> {
    const inputs = knownInputs(given);
    if (!namesSomething(inputs)) {
        return { refusals: [], warnings: [], isWhole: true };
    }
    const reads = new Reads(clock, limitMilliseconds, unknownClouds(given));
    const facts = findFacts(inputs, clouds, reads);
    const networks = findNetworks(inputs, facts, clouds, reads);
    const seen: Seen = { facts: await facts, networks: await networks, now: clock.now() };
    const mismatches = mismatchesWith(inputs, { aws: seen.facts.awsIdentity, alibaba: seen.facts.alibabaIdentity });
    if (mismatches.length > 0) {
        // In a foreign account nothing that is named would be found: that list would only hide the cause.
        return { refusals: mismatches, warnings: [], isWhole: true };
    }
    const unread = withoutConsequences(reads.unread);
    const isHasty = limitMilliseconds !== undefined;
    const failures = unread
        .filter(({ why }) => why === "failed" || (why === "passing" && !isHasty))
        .map(({ text }) => text);
    const told = warningsOf(isHasty ? unread : unread.filter(({ why }) => why !== "passing"), reads.limitMilliseconds);
    const isWhole = !unread.some(({ why }) => why === "late" || why === "passing");
    const link = olds && standingLinks(knownInputs(olds), seen.facts)[0];
    const candidates = endsOf(inputs, seen.facts, link);
    const found = judge(inputs, seen, candidates);
    if (olds === undefined) {
        const taken = takenOf(given, candidates.connection, seen.facts);
        return {
            refusals: [...failures, ...found.problems, ...taken],
            warnings: [...told, ...found.warnings],
            isWhole,
        };
    }
    const before = judge(knownInputs(olds), seen, endsOf(knownInputs(olds), seen.facts, link)).problems;
    return {
        refusals: found.problems.filter((problem) => !before.includes(problem)),
        warnings: [
            ...told,
            ...failures,
            ...found.problems.filter((problem) => before.includes(problem)),
            ...found.warnings,
        ],
        isWhole,
    };
}

/** With a provider that a preview does not know yet: the settings at hand may be somebody else's. */
function unknownClouds({ awsAccountId, awsRegion, alibabaAccountId, alibabaRegion }: PreflightInputs): CloudName[] {
    return [
        ...([awsAccountId, awsRegion].some(isUnknown) ? (["aws"] as const) : []),
        ...([alibabaAccountId, alibabaRegion].some(isUnknown) ? (["alibaba"] as const) : []),
    ];
}

/** `link`: the one that is there, so that nothing is chosen any more. */
function endsOf(inputs: PreflightInputs, facts: Facts, link: Link | undefined): Candidates {
    if (link === undefined) {
        return candidatesOf(inputs, facts);
    }
    const borderRouter = facts.borderRouters?.find(({ vbrId }) => vbrId === link.vbrId);
    return { borderRouter, connection: undefined, found: nothing };
}

function judge(inputs: PreflightInputs, { facts, networks, now }: Seen, { borderRouter, found }: Candidates): Found {
    const { vpc, group, peers } = facts;
    const own = ownBorderRouters(inputs, facts);
    return together(
        problems([...problemsOf(inputs, facts), ...problemsOfAdoption(inputs, facts)]),
        found,
        overlapsOf(vpc, networks, own),
        prefixesOf(vpc, networks, borderRouter?.vbrId, own),
        bgpPeersOf(inputs.vbrId, group, peers),
        expiryOf(borderRouter, now),
    );
}

/** Those that the AWS VPC is behind, so that their routes are its own: the link's, and those of other links to it. */
function ownBorderRouters({ vbrId, vpcId }: PreflightInputs, facts: Facts): ReadonlySet<string> {
    const links = standingLinks({ vpcId }, facts);
    return new Set([...(vbrId === undefined ? [] : [vbrId]), ...links.map((link) => link.vbrId)]);
}

/** Those of a VPC alone: without one, every virtual interface would be meant. */
function standingLinks(
    inputs: Pick<PreflightInputs, "connectionId" | "vbrId" | "vpcId">,
    { gateways = [], virtualInterfaces = [], borderRouters = [] }: Facts,
): Link[] {
    const standing = virtualInterfaces.filter((vif) => !isGone(vif));
    return linksOf(inputs, { gateways, virtualInterfaces: standing, borderRouters });
}

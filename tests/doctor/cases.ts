import type { CauseName } from "../../provider/diagnosis/causes/names";
import { diagnose, type Diagnosis, type Finding } from "../../provider/diagnosis/diagnose";
import type { LinkIds } from "../../provider/diagnosis/link";
import { readLink } from "../../provider/diagnosis/read";
import { healthyScenarioNames } from "../../simulator/scenarios/index";
import { healthyLink, settlingSeconds, type Link, type LinkOptions } from "./healthyLink";
import { nameOfPair, type Pair } from "./pairs";
import type { Setup } from "./setup";
import { titleOf } from "./setups/index";
import { ailmentOf } from "./symptoms";
import { troubleCases } from "./troubles";
import { variants } from "./variants/index";
import type { Variant } from "./variants/variant";

/** What is demanded of the doctor in one world. */
export interface Case {
    name: string;
    /** What is wrong; undefined if nothing is. `without`: as if the doctor did not know this cause. */
    run: (without?: CauseName) => Promise<string | undefined>;
}

export function caseOfCause(setup: Setup): Case {
    return {
        name: titleOf(setup),
        run: (without) =>
            onLink({}, async (link) => {
                const { shows } = setup;
                if (shows.isSo(link)) {
                    return `on the healthy link already ${shows.what}`;
                }
                await breakBy(link, [setup]);
                if (!shows.isSo(link)) {
                    return `the set-up does not do what it says: ${shows.what}`;
                }
                const diagnosis = await diagnosisOf(link, without);
                return causesIn(diagnosis)[0] === setup.cause
                    ? falselyNamed(diagnosis, [setup])
                    : `is not named first: ${listed(diagnosis)}`;
            }),
    };
}

export function caseOfPair(pair: Pair): Case {
    return {
        name: `${nameOfPair(pair)} (${pair.map(({ how }) => how).join("; ")})`,
        run: (without) =>
            onLink({}, async (link) => {
                await breakBy(link, pair);
                if (!pair.some(({ shows }) => shows.isSo(link)) && ailmentOf(link.world) === undefined) {
                    return "the simulator shows neither of the two";
                }
                const diagnosis = await diagnosisOf(link, without);
                const found = causesIn(diagnosis);
                const missing = pair.map(({ cause }) => cause).filter((cause) => !found.includes(cause));
                return missing.length === 0
                    ? falselyNamed(diagnosis, pair)
                    : `${missing.join(" and ")} not named: ${listed(diagnosis)}`;
            }),
    };
}

/** A doctor that named everything would name every cause. */
function falselyNamed({ findings }: Diagnosis, setups: readonly Setup[]): string | undefined {
    const known = setups.flatMap(({ cause, also = [] }) => [cause, ...also]);
    const others = findings.filter(({ cause }) => !known.includes(cause));
    return others.length === 0 ? undefined : `a false alarm besides: ${linesOf(others)}`;
}

/** No false alarms, whether all IDs are known or the VBR's alone: over all scenarios that come up, and the ways in which a link may be well. */
export function healthyCases(): Case[] {
    const scenarios = healthyScenarioNames.map((scenario): Variant => ({ what: `scenario ${scenario}`, scenario }));
    return [...scenarios, ...variants].map(healthyCase).concat(troubleCases());
}

function healthyCase({ what, changes, ...options }: Variant): Case {
    return {
        name: `healthy: ${what}`,
        run: () =>
            onLink(options, async (link) => {
                await changes?.(link);
                link.world.changed();
                await link.bench.pass(settlingSeconds);
                const ailment = ailmentOf(link.world);
                if (ailment !== undefined) {
                    return `the link is not healthy: ${ailment}`;
                }
                return (
                    falseAlarmIn(await diagnosisOf(link)) ??
                    falseAlarmIn(await diagnosisOf({ ...link, ids: leastOf(link.ids) }))
                );
            }),
    };
}

/** What one has to know at least: where VLANs may differ, the VBR's does not tell which connection it is. */
function leastOf({ vbrId, connectionId, vlanMayDiffer }: LinkIds): LinkIds {
    return vlanMayDiffer === true ? { vbrId, connectionId, vlanMayDiffer } : { vbrId };
}

function falseAlarmIn(diagnosis: Diagnosis): string | undefined {
    const differing = diagnosis.rows.filter(({ differs }) => differs).map(({ what }) => what);
    return [
        ...(diagnosis.findings.length > 0 ? [`a false alarm: ${listed(diagnosis)}`] : []),
        ...(differing.length > 0 ? [`rows that differ: ${differing.join(", ")}`] : []),
        ...(diagnosis.isUp ? [] : ["BGP is not said to be up"]),
    ].at(0);
}

async function onLink(
    options: LinkOptions,
    work: (link: Link) => Promise<string | undefined>,
): Promise<string | undefined> {
    const link = await healthyLink(options);
    try {
        return await work(link);
    } finally {
        link.bench.close();
    }
}

async function breakBy(link: Link, setups: readonly Setup[]): Promise<void> {
    for (const { breaks } of setups) {
        await breaks(link);
    }
    link.world.changed();
    await link.bench.pass(Math.min(...setups.map(({ seconds = settlingSeconds }) => seconds)));
}

/** Reads the link over the wire, and says what is wrong with it. */
export async function diagnosisOf({ bench, ids, group, awsPeer }: Link, without?: CauseName): Promise<Diagnosis> {
    const facts = await readLink(ids, bench.context.clouds);
    const { findings, ...others } = diagnose(facts, bench.context.clock.now());
    const text = JSON.stringify([facts, findings, others]);
    for (const key of [group.authKey, awsPeer.authKey].map((each) => each.trim()).filter((each) => each !== "")) {
        if (text.includes(key)) {
            throw new Error("an authentication key is shown");
        }
    }
    if (findings.some(({ says, fix }) => [says, fix].some((line) => line === "" || line.includes("\n")))) {
        throw new Error(`a finding is not one line with one line of a fix: ${JSON.stringify(findings)}`);
    }
    return { ...others, findings: findings.filter(({ cause }) => cause !== without) };
}

export function causesIn({ findings }: Diagnosis): CauseName[] {
    return findings.map(({ cause }) => cause);
}

export function listed({ findings }: Diagnosis): string {
    return findings.length === 0 ? "nothing is named" : linesOf(findings);
}

function linesOf(findings: readonly Finding[]): string {
    return findings.map(({ cause, says }) => `${cause}: ${says}`).join(" | ");
}

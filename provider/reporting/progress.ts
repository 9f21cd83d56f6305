import { describeDuration } from "../waiting/duration";

/** Who has to act while something is waited for, and to do what; to the user it is always said. */
export type Turn = { turn: Cloud; to?: string } | { turn: "yours"; to: string };

type Cloud = "aws" | "alibaba" | "both";

/** One of the things that a resource waits for, as it is right now. */
export interface Stage {
    /** Such as "backend". */
    name: string;
    state: string;
    /** undefined: the wait is over. */
    turn: Turn | undefined;
    waitedMilliseconds: number;
    limitMilliseconds: number;
    /** What the state does not say. */
    note?: string;
}

const cloudNames: Record<Cloud, string> = { aws: "AWS", alibaba: "Alibaba Cloud", both: "both clouds" };

/**
 * All that a resource waits for, on its one line. Where a terminal is narrower, the engine cuts the end off: so the line begins with whose turn it is; then
 * come the states, the time that has passed of the limit, and the notes, and last what is over.
 */
export function progressLine(stages: readonly Stage[]): string {
    const pending = stages.filter(({ turn }) => turn !== undefined);
    const over = stages.filter(({ turn }) => turn === undefined);
    const parts = [
        ...(pending.length === 0 ? [] : [whoseTurn(pending), ...pending.map(stateOf), timeOf(pending)]),
        ...pending.flatMap(({ note }) => note ?? []),
        ...over.map((stage) => `${stateOf(stage)} after ${describeDuration(stage.waitedMilliseconds)}`),
    ];
    // What somebody called a thing in a cloud must break neither the line nor the terminal.
    return parts.join(" | ").replace(/\p{Cc}+/gu, " ");
}

/** The same for two lines that differ in times and notes alone. */
export function fingerprintOf(stages: readonly Stage[]): string {
    return JSON.stringify(stages.map(({ name, state, turn }) => [name, state, turn]));
}

/** The user's before all others, since without it nothing goes on. */
function whoseTurn(stages: readonly Stage[]): string {
    const turns = stages.flatMap(({ turn }) => turn ?? []);
    const yours = turns.find((each) => each.turn === "yours");
    if (yours !== undefined) {
        return `your turn: ${yours.to}`;
    }
    const [cloud = "both", ...others] = new Set(turns.filter((each) => each.turn !== "yours").map(({ turn }) => turn));
    const name = cloudNames[others.length === 0 ? cloud : "both"];
    const to = turns.length === 1 ? turns[0]?.to : undefined;
    return `waiting for ${name}${to === undefined ? "" : ` to ${to}`}`;
}

function stateOf({ name, state }: Stage): string {
    return `${name}: ${state}`;
}

/** Those of one resource begin together and have one limit. */
function timeOf(stages: readonly Stage[]): string {
    const longest = (of: (stage: Stage) => number): string => describeDuration(Math.max(...stages.map(of)));
    return `${longest((stage) => stage.waitedMilliseconds)} of ${longest((stage) => stage.limitMilliseconds)}`;
}

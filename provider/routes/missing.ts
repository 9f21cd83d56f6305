/** Which way packets cannot go. */
export type Way = "to Alibaba Cloud" | "to AWS";

/**
 * How far a route comes, in the order in which it travels. A leg that is missing stays so until somebody does something; the others are on their way, for 10
 * to 120 seconds, and stay away where something is wrong.
 */
export type Stage = "leg missing" | "leg under way" | "not sent" | "not accepted" | "not installed";

export const stages: readonly Stage[] = ["leg missing", "leg under way", "not sent", "not accepted", "not installed"];

/** Why packets cannot go one way. */
export interface Cause {
    way: Way;
    stage: Stage;
    says: string;
    fix: string;
}

export interface Missing extends Cause {
    /** False: the link was not said to be for it. */
    isDemanded: boolean;
}

/** What is the same for several blocks is said once, in one order, so that two looks that find the same say the same; of no block nothing is said. */
export function ofBlocks(blocks: readonly string[], says: (blocks: string) => Cause): Cause[] {
    return blocks.length === 0 ? [] : [says([...new Set(blocks)].sort().join(", "))];
}

export function textOf({ way, says, fix }: Cause): string {
    return `No packet gets ${way}: ${says}. ${fix}`;
}

/** The furthest back of what is demanded; undefined: nothing is missing. */
export function firstStage(missing: readonly Missing[]): Stage | undefined {
    const demanded = missing.filter(({ isDemanded }) => isDemanded);
    return stages.find((stage) => demanded.some((each) => each.stage === stage));
}

/** Of a route that is on its way (a guess, as in the simulator's limits). */
export const comesByItself = "Routes take up to two minutes.";

import type { Clouds } from "../../provider/clouds/clouds";

/** The clouds as a process sees them that is killed around one of its calls. */
export interface DyingClouds {
    clouds: Clouds;
    killed: Promise<"killed">;
}

/**
 * The process dies right before, or right after, its call of this number takes effect: that call and all later ones of the process never come back, so
 * that none of its code runs on.
 */
export function killedAt(clouds: Clouds, call: number, instant: "before" | "after"): DyingClouds {
    let calls = 0;
    let die: (word: "killed") => void = () => undefined;
    const killed = new Promise<"killed">((resolve) => (die = resolve));
    const never = (): Promise<never> => new Promise(() => undefined);
    const dying = <Cloud extends object>(cloud: Cloud): Cloud =>
        Object.fromEntries(
            Object.entries(cloud).map(([name, method]: [string, (...values: unknown[]) => Promise<unknown>]) => [
                name,
                async (...values: unknown[]): Promise<unknown> => {
                    calls += 1;
                    if (calls > call || (calls === call && instant === "before")) {
                        die("killed");
                        return never();
                    }
                    const isLast = calls === call;
                    const answer = await method(...values);
                    if (isLast) {
                        die("killed");
                        return never();
                    }
                    return answer;
                },
            ]),
        ) as Cloud;
    return { clouds: { aws: dying(clouds.aws), alibaba: dying(clouds.alibaba) }, killed };
}

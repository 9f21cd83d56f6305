import type { Clouds } from "../../provider/clouds/clouds";
import { connectClouds } from "../../provider/clouds/connect";
import { reporterFor } from "../../provider/reporting/engineReporter";
import type { Reporter } from "../../provider/reporting/reporter";
import { readSettings, type Configuration } from "../../provider/settings/settings";
import { systemClock, type Clock } from "../../provider/waiting/clock";
import { askPulumi, type AskPulumi } from "./pulumi";

/** All that a command on a link touches. */
export interface Surroundings {
    clock: Clock;
    reporter: Reporter;
    askPulumi: AskPulumi;
    /** `configuration` undefined: the environment alone. */
    connect(configuration: Configuration | undefined): Clouds;
}

/** The real clouds, the real time, and lines on standard error, as rarely as a log without a terminal bears. */
export function realSurroundings(): Surroundings {
    return {
        clock: systemClock,
        reporter: reporterFor("", { log: (_severity, _urn, line) => console.error(line) }),
        askPulumi,
        connect: (configuration) => connectClouds(readSettings(configuration), systemClock),
    };
}

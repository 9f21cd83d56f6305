import { connectClouds } from "../../provider/clouds/connect";
import { reporterFor } from "../../provider/reporting/engineReporter";
import { readSettings } from "../../provider/settings/settings";
import { systemClock } from "../../provider/waiting/clock";
import { askPulumi } from "./pulumi";
import type { Surroundings } from "./run";

/** The real clouds, the real time, and lines on standard error, as rarely as a log without a terminal bears. */
export function realSurroundings(): Surroundings {
    return {
        clock: systemClock,
        reporter: reporterFor("", { log: (_severity, _urn, line) => console.error(line) }),
        askPulumi,
        connect: (configuration) => connectClouds(readSettings(configuration), systemClock),
    };
}

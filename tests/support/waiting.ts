import { wait, type WaitResult } from "../../cli/wait/run";
import { requestOf, type WaitOptions } from "../../cli/wait/request";
import type { Configuration } from "../../provider/settings/settings";
import { contextOf, type Course } from "./circuit";
import type { FakeClouds } from "./fakeClouds";

export interface Waited extends WaitResult {
    /** What it said while it waited. */
    said: string[];
    /** The commands of Pulumi that it ran. */
    asked: string[];
    configuration: Configuration | undefined;
}

interface Around {
    course?: Course;
    /** What Pulumi answers to a command; the time is that of the virtual clock, in seconds since the start. */
    pulumi?: (command: string, seconds: number) => string;
}

/** The command's work, in virtual time. */
export async function waitWith(
    options: WaitOptions,
    clouds: FakeClouds,
    { course = {}, pulumi }: Around = {},
): Promise<Waited> {
    const { clock, reporter, lines } = contextOf(clouds, course);
    const startedAt = clock.now();
    const asked: string[] = [];
    let configuration: Configuration | undefined;
    const result = await wait(requestOf(options), {
        clock,
        reporter,
        askPulumi: (...values) => {
            const command = values.join(" ");
            asked.push(command);
            if (pulumi === undefined) {
                throw new Error(`pulumi ${command} is not expected.`);
            }
            return Promise.resolve(pulumi(command, (clock.now() - startedAt) / 1000));
        },
        connect: (given) => {
            configuration = given;
            return clouds;
        },
    });
    return { ...result, said: lines.map(([, line]) => line), asked, configuration };
}

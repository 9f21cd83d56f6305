import type { Configuration } from "../../provider/settings/settings";
import type { AskPulumi } from "./pulumi";

/** Only these say how to reach the clouds. */
const ofClouds = /^(aws|alicloud):/;

/** The stack's settings of both clouds, as the dynamic resources get them. Of its secrets only the clouds' own are opened, one by one. */
export async function readConfiguration(stack: readonly string[], ask: AskPulumi): Promise<Configuration> {
    const listed = JSON.parse(await ask("config", "--json", ...stack)) as Record<string, { value?: string }>;
    const values = new Map<string, string>();
    for (const [key, { value }] of Object.entries(listed).filter(([name]) => ofClouds.test(name))) {
        values.set(key, value ?? (await ask("config", "get", key, ...stack)).trimEnd());
    }
    return { get: (key) => values.get(key) };
}

import { attachments, backendBgp, unreadableKeys } from "./backend";
import type { Scenario } from "./scenario";
import { troubles } from "./troubles";
import { waits } from "./waits";

export const scenarios: Record<string, Scenario> = {
    ...waits,
    ...backendBgp,
    ...attachments,
    ...unreadableKeys,
    ...troubles,
};

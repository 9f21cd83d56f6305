import type { Settings } from "../settings/settings";
import type { Clock } from "../waiting/clock";
import { connectAlibaba } from "./alibaba";
import { connectAws } from "./aws";
import type { Clouds } from "./clouds";

/** Both clouds behind one interface. A client is loaded on its first call: EC2's alone costs 270 ms and 63 MB. */
export function connectClouds(settings: Settings, clock: Clock): Clouds {
    return { aws: connectAws(settings.aws, clock), alibaba: connectAlibaba(settings.alibaba, clock) };
}

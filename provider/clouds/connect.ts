import type { Settings } from "../settings/settings";
import type { Clock } from "../waiting/clock";
import { connectAlibaba } from "./alibaba";
import { connectAws } from "./aws";
import type { Clouds } from "./clouds";

/** Both clouds behind one interface. A client is loaded on its first call: not every resource asks both, and Alibaba Cloud's takes 40 ms. */
export function connectClouds(settings: Settings, clock: Clock): Clouds {
    return { aws: connectAws(settings.aws, clock), alibaba: connectAlibaba(settings.alibaba, clock) };
}

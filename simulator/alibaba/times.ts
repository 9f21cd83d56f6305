import type { World } from "../world/world";

/** Alibaba Cloud writes its times in UTC, each field in a form of its own: from ISO 8601 with milliseconds, as the world has them. */

/** `2026-01-01T00:00:00Z` */
export function toSeconds(time: string): string {
    return `${secondsOf(time)}Z`;
}

/** `2026-01-01T00:00Z` */
export function toMinutes(time: string): string {
    return `${time.slice(0, "yyyy-MM-ddThh:mm".length)}Z`;
}

/** A VBR's, of which the documents show several forms (guess `borderRouterTimes`). */
export function ofBorderRouter({ guesses }: World, time: string): string {
    const forms = { "without-zone": secondsOf, "to-the-minute": toMinutes, "to-the-second": toSeconds };
    return forms[guesses.borderRouterTimes](time);
}

function secondsOf(time: string): string {
    return time.slice(0, "yyyy-MM-ddThh:mm:ss".length);
}

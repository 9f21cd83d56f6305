/** A limit in seconds. */
export function checkSeconds(property: string, seconds: number): string[] {
    return Number.isFinite(seconds) && seconds > 0
        ? []
        : [`${property} is ${seconds}; it must be a positive number of seconds.`];
}

/** How often something must be seen. */
export function checkCount(property: string, count: number): string[] {
    return Number.isInteger(count) && count > 0
        ? []
        : [`${property} is ${count}; it must be a whole number from 1 on.`];
}

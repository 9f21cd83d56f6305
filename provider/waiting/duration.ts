/** "45m", "1h 30m", "12s": the largest two units. */
export function describeDuration(milliseconds: number): string {
    const seconds = Math.round(milliseconds / 1000);
    const parts = [
        [Math.floor(seconds / 3600), "h"],
        [Math.floor((seconds % 3600) / 60), "m"],
        [seconds % 60, "s"],
    ] as const;
    const shown = parts.filter(([amount]) => amount > 0).slice(0, 2);
    return shown.length === 0 ? "0s" : shown.map(([amount, unit]) => `${amount}${unit}`).join(" ");
}

import type { Finding } from "../../provider/diagnosis/diagnose";
import type { Unreadable } from "../../provider/diagnosis/facts";
import type { Paint } from "./paint";
import type { DoctorReport } from "./run";
import { tableOf } from "./table";
import { wrapped } from "./wrapped";

/** The report for people: what is to be done, then both sides. No line is longer than 100 columns, but for words that are. */
export function screenOf(report: DoctorReport, paint: Paint): string {
    const { findings, unreadable, rows } = report;
    const parts = [
        summaryOf(report, paint),
        ...findings.map((finding, index) => findingText(finding, index + 1, paint)),
        ...(unreadable.length > 0 ? [unreadableText(unreadable)] : []),
        tableOf(rows, paint),
    ];
    return parts.join("\n\n");
}

function summaryOf({ findings, isUp, isWell }: DoctorReport, paint: Paint): string {
    if (isWell) {
        return paint("green", "All is well: BGP is up on both sides, and nothing keeps traffic from passing.");
    }
    const bgp = isUp ? "BGP is up on both sides" : "BGP is not up on both sides";
    const count = findings.length === 1 ? "1 thing is" : `${findings.length} things are`;
    return findings.length === 0
        ? `${bgp}; nothing was found in what could be read.`
        : paint("bold", `${bgp}; ${count} to be mended, the first one first:`);
}

function findingText({ says, fix }: Finding, number: number, paint: Paint): string {
    const place = `${number}. `;
    const lines = wrapped(says, place.length).map(
        (line, index) => `${index === 0 ? place : " ".repeat(place.length)}${line}`,
    );
    const fixes = wrapped(`Fix: ${fix}`, place.length).map((line) => `${" ".repeat(place.length)}${line}`);
    return [...lines.map((line) => paint("red", line)), ...fixes].join("\n");
}

function unreadableText(unreadable: readonly Unreadable[]): string {
    const lines = unreadable.flatMap(({ subject, says, permission }) =>
        wrapped(permission === undefined ? says : `${subject}: needs ${permission}`, 2).map((line) => `  ${line}`),
    );
    return ["Could not be read, so nothing is said of it:", ...lines].join("\n");
}

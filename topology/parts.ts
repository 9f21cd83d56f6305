import type { Place } from "./link";
import type { PartName, State, TopologyLink, TopologyNode } from "./model";

/** What each thing says when it is as it should be. */
const goodWords: ReadonlySet<string> = new Set([
    "there",
    // VBR, circuit, attachments, BGP peer at Alibaba Cloud; a peer that is "Active" is not up.
    "active",
    "Enabled",
    "Normal",
    "Attached",
    "Established",
    // Connection, virtual interface, gateways, attachments and BGP peers of AWS.
    "available",
    "attached",
    "associated",
    "up",
]);

export function box(
    part: PartName,
    kind: string,
    id: string | undefined,
    state: State,
    lines: readonly (string | undefined)[],
): TopologyNode {
    return { key: part, part, kind, id, state, lines: present(lines), problems: [] };
}

export function line(
    part: PartName,
    from: string,
    to: string,
    state: State,
    lines: readonly (string | undefined)[],
): TopologyLink {
    return { part, from, to, kind: "attachment", state, lines: present(lines), problems: [] };
}

export function joining(kind: TopologyLink["kind"], from: string, to: string, state: State): TopologyLink {
    return { part: undefined, from, to, kind, state, lines: [], problems: [] };
}

/** The worst of several; unknown if nobody says anything. */
export function stateOf(...statuses: (string | undefined)[]): State {
    const said = present(statuses);
    if (said.length === 0) {
        return "unknown";
    }
    return said.every((status) => goodWords.has(status)) ? "good" : "affected";
}

export function missing(presence: string | undefined): string {
    return presence === "not there" ? presence : "";
}

export function placeOf({ accountId, region }: Place): string {
    return joined(accountId, region);
}

export function labelled(what: string, value: string | number | undefined): string {
    return value === undefined ? "" : `${what} ${value}`;
}

export function joined(...parts: (string | undefined)[]): string {
    return present(parts).join(" · ");
}

export function present(values: readonly (string | undefined)[]): string[] {
    return values.filter((value): value is string => value !== undefined && value !== "");
}

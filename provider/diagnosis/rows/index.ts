import type { Finding, Row } from "../diagnose";
import type { LinkFacts } from "../facts";
import { bgpRows } from "./bgp";
import { circuitRows } from "./circuit";
import { routeRows } from "./routes";

export const rowRules = [...circuitRows, ...bgpRows, ...routeRows];

/** Both sides side by side. A row that differs has the fix of its first finding. */
export function rowsOf(facts: LinkFacts, findings: readonly Finding[]): Row[] {
    return rowRules.map(({ what, causes, aws, alibaba }) => {
        const finding = findings.find(({ cause }) => causes.includes(cause));
        const row = { what, aws: aws(facts), alibaba: alibaba(facts) };
        return finding === undefined ? { ...row, differs: false } : { ...row, differs: true, fix: finding.fix };
    });
}

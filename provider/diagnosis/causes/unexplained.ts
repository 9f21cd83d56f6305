import type { Finding } from "../diagnose";
import type { LinkFacts } from "../facts";
import { bgpSaid, isUp, sidesUp } from "../session";
import { unreadableKeys } from "./keys";
import { causeNumbers } from "./names";

/** The last cause that keeps BGP down; what comes after it lets BGP be up, and the traffic fail. */
const lastOfBgp = causeNumbers["one-side-up"];

/** Why BGP is not up although nothing is found in the configuration that keeps it down. */
export function unexplained(facts: LinkFacts, findings: readonly Finding[]): Finding[] {
    const isExplained = findings.some(({ cause }) => causeNumbers[cause] <= lastOfBgp);
    if (isUp(facts) || isExplained || !isReadable(facts)) {
        return [];
    }
    const said = bgpSaid(facts);
    const both = `AWS says ${said.aws}, Alibaba Cloud ${said.alibaba}`;
    const up = sidesUp(facts);
    if (up.aws || up.alibaba) {
        return [
            {
                cause: "one-side-up",
                says: `BGP is up on one side alone: ${both}.`,
                fix: "Look again in a minute, each side's reading lags; open a ticket with both clouds if it stays so.",
            },
        ];
    }
    const keys = unreadableKeys(facts).map((finding): Finding => ({ cause: "keys-differ", ...finding }));
    return keys.length > 0
        ? keys
        : [
              {
                  cause: "aws-maintenance",
                  says: `BGP is down (${both}), and both sides mirror each other.`,
                  fix: "Wait two minutes after a change, or if AWS has announced maintenance, hours; if it stays so, ask both supports.",
              },
          ];
}

/** Of what could not be read nothing may be concluded. */
function isReadable({ aws, alibaba }: LinkFacts): boolean {
    return aws.virtualInterfaces !== undefined && alibaba.bgpPeers !== undefined;
}

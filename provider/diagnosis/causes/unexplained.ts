import type { Finding } from "../diagnose";
import type { LinkFacts } from "../facts";
import { bgpSaid, isUp, sidesUp } from "../session";
import { unreadableKeys } from "./keys";
import { causeNumbers, type CauseName } from "./names";

/** The last cause that keeps BGP down; what comes after it lets BGP be up, and the traffic fail. */
const lastOfBgp = causeNumbers["one-side-up"];

/** BFD that does not form only makes a session slow to notice that it has ended. */
function keepsBgpDown(cause: CauseName): boolean {
    return causeNumbers[cause] <= lastOfBgp && cause !== "bfd-hop-count";
}

/** Why BGP is not up although nothing is found in the configuration that keeps it down. */
export function unexplained(facts: LinkFacts, findings: readonly Finding[]): Finding[] {
    const isExplained = findings.some(({ cause }) => keepsBgpDown(cause));
    if (isUp(facts) || isExplained || !isReadable(facts)) {
        return [];
    }
    const up = sidesUp(facts);
    if (up.aws || up.alibaba) {
        return [
            {
                cause: "one-side-up",
                says: `BGP is up on one side alone (${saidOf(facts)}).`,
                fix: "Look again in a minute, each side's reading lags; open a ticket with both clouds if it stays so.",
            },
        ];
    }
    const keys = unreadableKeys(facts).map((finding): Finding => ({ cause: "keys-differ", ...finding }));
    return keys.length > 0 ? keys : [bgpIsDown(facts)];
}

/** What there is to say of a session that is down, or does not stay up, for no reason that the configuration shows. */
export function bgpIsDown(facts: LinkFacts): Finding {
    return {
        cause: "aws-maintenance",
        says: `Both sides mirror each other (${saidOf(facts)}).`,
        fix: "Wait two minutes after a change, or if AWS has announced maintenance, which takes sessions down for hours; if it stays so, ask both supports.",
    };
}

function saidOf(facts: LinkFacts): string {
    const { aws, alibaba } = bgpSaid(facts);
    return `BGP is ${aws} at AWS, ${alibaba} at Alibaba Cloud`;
}

/** Of what could not be read nothing may be concluded. */
function isReadable({ aws, alibaba }: LinkFacts): boolean {
    return aws.virtualInterfaces !== undefined && alibaba.bgpPeers !== undefined;
}

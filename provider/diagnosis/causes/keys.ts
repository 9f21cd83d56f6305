import type { Cause } from "../diagnose";
import type { LinkFacts } from "../facts";

/** The authentication keys, of which nothing is said but whether they are there and equal. */
export const keyCauses: readonly Cause[] = [
    {
        name: "key-on-one-side-only",
        find: (facts) => {
            const { aws, alibaba } = facts.keys;
            if ((aws === "empty") === (alibaba === "empty") || aws === "hidden" || alibaba === "hidden") {
                return [];
            }
            const sides = aws === "empty" ? "the VBR has one, AWS has none" : "AWS has one, the VBR has none";
            return [{ says: `Only one side has an authentication key: ${sides}.`, fix: fixOf(facts) }];
        },
    },
    {
        name: "keys-differ",
        find: (facts) => {
            const { aws, alibaba, comparison } = facts.keys;
            if (aws === "empty" || alibaba === "empty" || comparison === undefined || comparison === "equal") {
                return [];
            }
            const how = comparison === "spaces" ? "differ by a space at an end" : "differ";
            return [{ says: `The authentication keys ${how}.`, fix: fixOf(facts) }];
        },
    },
];

/** What is to be said of keys that cannot be compared, where nothing else keeps BGP down. */
export function unreadableKeys(facts: LinkFacts): ReturnType<Cause["find"]> {
    const { keys, aws, alibaba } = facts;
    if (aws.virtualInterface === undefined || alibaba.bgpGroup === undefined || keys.comparison !== undefined) {
        return [];
    }
    const side = keys.aws === "hidden" ? "AWS" : "Alibaba Cloud";
    return [
        {
            says: `${side} does not show its authentication key, so that nobody knows whether both are equal.`,
            fix: "Compare both in the consoles; a trailing space is enough.",
        },
    ];
}

function fixOf({ alibaba: { borderRouter } }: LinkFacts): string {
    return borderRouter?.own === false
        ? "Ask Alibaba Cloud to set the virtual interface's on the VBR, which is not yours."
        : "Run pulumi refresh and then pulumi up, which sets the virtual interface's on the VBR.";
}

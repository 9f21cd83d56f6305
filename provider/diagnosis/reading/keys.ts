import { isReadable } from "../../borderRouterBgp/find";
import type { BgpGroup, VirtualInterface } from "../../clouds/clouds";
import type { KeyFacts, KeyState } from "../facts";

/** Compares the keys here, so that no fact holds one. */
export function compareKeys(virtualInterface: VirtualInterface | undefined, group: BgpGroup | undefined): KeyFacts {
    const [aws, alibaba] = [virtualInterface?.authKey, group?.authKey];
    return { aws: stateOf(aws), alibaba: stateOf(alibaba), comparison: comparisonOf(aws, alibaba) };
}

function comparisonOf(aws: string | undefined, alibaba: string | undefined): KeyFacts["comparison"] {
    if (aws === undefined || !isReadable(aws) || !isReadable(alibaba)) {
        return undefined;
    }
    if (aws === alibaba) {
        return "equal";
    }
    return aws.trim() === alibaba.trim() ? "spaces" : "different";
}

/** Masked ones contain only `*`. */
function stateOf(authKey: string | undefined): KeyState {
    if (authKey === "") {
        return "empty";
    }
    return isReadable(authKey) ? "set" : "hidden";
}

export function withoutKey<Holder extends { authKey: unknown }>({
    authKey: _key,
    ...rest
}: Holder): Omit<Holder, "authKey"> {
    return rest;
}

/** What a plan would do to the traffic of a link. */
export interface Cut {
    /** "aws.vpcId changes from vpc-1 to vpc-2", say. */
    change: string;
    /** "the virtual interface is replaced, and both VPCs are apart until BGP is up again", say. */
    cuts: string;
}

/** A preview that would cut traffic without a word says this instead. */
export function refusal({ change, cuts }: Cut, virtualInterfaceId: string): string {
    return `${change} while ${virtualInterfaceId} carries traffic: ${cuts}. Set allowOutage: true to let it be cut, or take the change back.`;
}

/** The safe side, where nobody can say whether there is traffic. */
export function refusalUnseen({ change, cuts }: Cut, reason: string): string {
    const because = /[.!?]$/.test(reason) ? reason.slice(0, -1) : reason;
    return `${change}, and whether the link carries traffic cannot be seen (${because}): ${cuts}. Run it again, or set allowOutage: true to let it be cut.`;
}

/** What was allowed is said all the same. */
export function announcement({ change, cuts }: Cut, virtualInterfaceId: string): string {
    return `${change} while ${virtualInterfaceId} carries traffic, and allowOutage is true: ${cuts}.`;
}

import { diagnose, type Diagnosis } from "../../provider/diagnosis/diagnose";
import type { Unreadable } from "../../provider/diagnosis/facts";
import type { LinkIds } from "../../provider/diagnosis/link";
import { readLink } from "../../provider/diagnosis/read";
import { withinLimit } from "../../provider/waiting/timeLimit";
import { reachLink, type LinkRequest } from "../link/known";
import type { Surroundings } from "../link/surroundings";

/** What the doctor has to say of a link. No key is in it. */
export interface DoctorReport extends Diagnosis {
    /** BGP is up, nothing was found, and nothing is unknown. */
    isWell: boolean;
    ids: LinkIds;
    unreadable: Unreadable[];
}

/** How long it may take to read both sides; what is not read by then counts as unreadable. */
const limitMilliseconds = 60_000;

/** Looks at a link, and changes nothing anywhere. */
export async function examine(
    request: LinkRequest,
    surroundings: Pick<Surroundings, "askPulumi" | "connect" | "clock">,
): Promise<DoctorReport> {
    const { ids: known, clouds } = await reachLink(request, surroundings);
    const now = surroundings.clock.now();
    const facts = await withinLimit({ endsAt: now + limitMilliseconds }, () => readLink(known, clouds));
    const diagnosis = diagnose(facts, now);
    const { ids, unreadable } = facts;
    return {
        isWell: diagnosis.isUp && diagnosis.findings.length === 0 && unreadable.length === 0,
        ids,
        ...diagnosis,
        unreadable,
    };
}

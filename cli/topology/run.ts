import { diagnose } from "../../provider/diagnosis/diagnose";
import type { LinkFacts } from "../../provider/diagnosis/facts";
import { readLink } from "../../provider/diagnosis/read";
import { withinLimit } from "../../provider/waiting/timeLimit";
import { topologyOf } from "../../topology/build";
import { drawMermaid } from "../../topology/mermaid";
import { withProblems, type Topology } from "../../topology/model";
import { reachLink, type LinkRequest } from "../link/known";
import type { Surroundings } from "../link/surroundings";
import type { Format } from "./formats";
import { placed } from "./places";
import { viewOf } from "./view";

export interface Picture {
    text: string;
    /** What could not be read, a line each: it is drawn as not looked at. */
    notes: string[];
}

/** How long it may take to read both sides; what is not read by then is not drawn. */
const limitMilliseconds = 60_000;

/** Looks at a link and draws it; changes nothing anywhere. */
export async function drawLink(
    request: LinkRequest,
    format: Format,
    surroundings: Pick<Surroundings, "askPulumi" | "connect" | "clock">,
): Promise<Picture> {
    const { ids, clouds, name } = await reachLink(request, surroundings);
    const now = surroundings.clock.now();
    const facts = await withinLimit({ endsAt: now + limitMilliseconds }, () => readLink(ids, clouds));
    return {
        text: await draw(topologyOfFacts(facts, now, name), format),
        notes: facts.unreadable.map(
            ({ subject, says, permission }) =>
                `Not looked at: ${permission === undefined ? says : `${subject}, which needs ${permission}.`}`,
        ),
    };
}

/** Both sides as they are, and where they are broken. */
export function topologyOfFacts(facts: LinkFacts, now: number, name: string | undefined): Topology {
    const problems = diagnose(facts, now).findings.map((finding) => placed(finding, facts));
    return withProblems(topologyOf(viewOf(facts, name)), problems);
}

/** What draws SVGs is loaded for them alone. */
export async function draw(topology: Topology, format: Format): Promise<string> {
    if (format === "mermaid") {
        return drawMermaid(topology);
    }
    const { drawSvg } = await import("./svg/svg.js");
    return drawSvg(topology);
}

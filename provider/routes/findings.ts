import type { RouteFacts, SessionFacts } from "./facts";
import { missingLegsOfVbr } from "./legs";
import { textOf, type Missing } from "./missing";
import { reachesOf, type Reaches } from "./reach";
import { missingToAlibaba } from "./toAlibaba";
import { missingToAws } from "./toAws";

/** What a look at the routes of a link comes to. */
export interface RouteFindings extends Reaches {
    missing: Missing[];
}

/** Which blocks reach which, and why the others do not: told from what is sent, what is accepted and what is in the tables. */
export function findRoutes(facts: RouteFacts, session: SessionFacts): RouteFindings {
    const found =
        facts.vpcs.length === 0
            ? [nobody(facts)]
            : [
                  ...missingLegsOfVbr(facts.cen).map((leg) => ({ ...leg, isDemanded: true })),
                  ...missingToAlibaba(facts, session),
                  ...missingToAws(facts, session),
              ];
    const byText = new Map(found.map((missing) => [textOf(missing), missing]));
    return { ...reachesOf(facts, session), missing: [...byText.values()] };
}

/** Somebody may join the circuit first and the networks later. */
function nobody({ cen }: RouteFacts): Missing {
    const where =
        cen.kind === "Basic CEN"
            ? `no VPC of the region is attached to CEN ${cen.cenId}`
            : `no VPC brings routes to route table ${cen.routeTableId} of transit router ${cen.transitRouterId}`;
    return {
        way: "to Alibaba Cloud",
        stage: "leg missing",
        says: where,
        fix: "Attach the VPC, associate it with that table and let it propagate to it; name it in alibaba.vpcs, so that the next pulumi up waits for its routes.",
        isDemanded: false,
    };
}

import { causeNumbers } from "../diagnosis/causes/names";
import { bgpIsDown } from "../diagnosis/causes/unexplained";
import { diagnose, findCauses, type Finding } from "../diagnosis/diagnose";
import type { LinkFacts } from "../diagnosis/facts";
import { readLink } from "../diagnosis/read";
import { compareKeys, withoutKey } from "../diagnosis/reading/keys";
import type { HandlerContext } from "../handler";
import { withinLimit } from "../waiting/timeLimit";
import type { EndIds, Ends } from "./find";

/** How long the end of a wait is held up for the reads of a diagnosis. */
const limitMilliseconds = 20_000;

/** What keeps BGP down and what to do about it, by a look at both sides that is as deep as the clouds let it be. */
export async function causesText(
    ids: EndIds,
    last: Ends,
    { clouds, clock }: Pick<HandlerContext, "clouds" | "clock">,
): Promise<string> {
    const endsAt = clock.now() + limitMilliseconds;
    // Where a cloud takes no call any more, what was seen last has to do.
    const facts = await withinLimit({ endsAt }, () => readLink(ids, clouds)).catch(() => factsOf(ids, last));
    const findings = diagnose(facts, clock.now()).findings.filter(keepsBgpDown);
    return (findings.length > 0 ? findings : [bgpIsDown(facts)]).map(({ says, fix }) => `${says} ${fix}`).join(" ");
}

/** Whether something is seen at both ends that keeps BGP down until it is mended. */
export function isKeptDown(ids: EndIds, ends: Ends, now: number): boolean {
    return findCauses(factsOf(ids, ends), now).some(keepsBgpDown);
}

function keepsBgpDown({ cause }: Pick<Finding, "cause">): boolean {
    return causeNumbers[cause] <= causeNumbers["one-side-up"];
}

/** Of both ends alone: of everything behind them nothing is known. */
function factsOf(given: EndIds, { connection, virtualInterface, borderRouter, group, peer }: Ends): LinkFacts {
    const keyless = virtualInterface && withoutKey(virtualInterface);
    const bgpGroup = group && withoutKey(group);
    return {
        given,
        ids: given,
        aws: {
            identity: undefined,
            connections: listOf(connection),
            connection,
            virtualInterfaces: listOf(keyless),
            virtualInterface: keyless,
            vpnGateways: undefined,
            vpnGateway: undefined,
            directConnectGateway: undefined,
            vpc: undefined,
            routeTables: undefined,
            subnets: undefined,
            securityGroups: undefined,
            networkAcls: undefined,
            virtualInterfaceRoutes: undefined,
        },
        alibaba: {
            identity: undefined,
            borderRouters: listOf(borderRouter),
            borderRouter,
            bgpGroups: listOf(bgpGroup),
            bgpGroup,
            bgpPeers: listOf(peer),
            bgpPeer: peer,
            outboundBillingOpened: undefined,
            cen: undefined,
            transitRouters: undefined,
            transitRouter: undefined,
            borderRouterAttachments: undefined,
            borderRouterAttachment: undefined,
            vpcAttachments: undefined,
            transitRouterRouteTables: undefined,
            routeMaps: undefined,
            cenChildren: undefined,
            isGranted: undefined,
            vpcs: undefined,
        },
        keys: compareKeys(virtualInterface, group),
        unreadable: [],
    };
}

function listOf<Item>(item: Item | undefined): Item[] {
    return item === undefined ? [] : [item];
}

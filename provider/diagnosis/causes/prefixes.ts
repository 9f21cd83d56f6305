import type { Cause } from "../diagnose";
import { routesTowardsAws } from "../routesTowardsAws";
import type { LinkFacts } from "../facts";
import { few } from "../few";
import { awsPrefixes } from "../networks";
import { amazonSideAsn } from "./bgp";

/** Direct Connect, quotas: routes of a private virtual interface from the customer's side, for each address family. */
const mostPrefixesTowardsAws = 100;
/** CreateBgpGroup, RouteQuota. */
const mostRoutesToAlibaba = 110;

/** How many routes each side takes, and which it never takes. */
export const prefixCauses: readonly Cause[] = [
    {
        name: "too-many-prefixes-to-aws",
        find: (facts) => {
            const count = routesTowardsAws(facts).length;
            return count <= mostPrefixesTowardsAws
                ? []
                : [
                      {
                          says: `Alibaba Cloud publishes ${count} prefixes to ${facts.ids.vbrId ?? "the VBR"}, AWS takes ${mostPrefixesTowardsAws}: over that it closes the session.`,
                          fix: "Deny some by an outgoing route map, or aggregate them by a route prefix of the VBR.",
                      },
                  ];
        },
    },
    {
        name: "too-many-routes-to-alibaba",
        find: (facts) => {
            const limit = facts.alibaba.bgpPeer?.routeLimit ?? mostRoutesToAlibaba;
            const sent = sentByAws(facts);
            return sent <= limit
                ? []
                : [
                      {
                          says: `AWS advertises ${sent} routes, ${facts.alibaba.bgpPeer?.bgpPeerId ?? "the BGP peer"} takes ${limit} and drops the others.`,
                          fix: "Aggregate them, or have the BGP group's route quota raised.",
                      },
                  ];
        },
    },
    {
        name: "as-path-loop",
        find: (facts) => {
            const asn = amazonSideAsn(facts);
            const loops = routesTowardsAws(facts).filter(
                ({ asPath }) => asn !== undefined && asPath.includes(String(asn)),
            );
            const blocks = few(loops.map(({ destinationCidrBlock }) => destinationCidrBlock));
            return loops.length === 0
                ? []
                : [
                      {
                          says: `AWS drops ${blocks}: the path has ASN ${asn ?? ""}, its gateway's own (${loops[0]?.asPath.join(" ") ?? ""}).`,
                          fix: "Give each AWS gateway behind the CEN an ASN of its own.",
                      },
                  ];
        },
    },
];

function sentByAws(facts: LinkFacts): number {
    const told = facts.aws.virtualInterfaceRoutes?.filter(({ direction }) => direction === "advertised") ?? [];
    return Math.max(told.length, awsPrefixes(facts).length);
}

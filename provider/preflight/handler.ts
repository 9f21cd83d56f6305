import { isDeepStrictEqual } from "node:util";

import { accountMismatches, type ExpectedAccounts } from "../accounts";
import type { Clouds } from "../clouds/clouds";
import type { Handler } from "../handler";
import type { Adoptable } from "../unmanaged/adoptLine";
import { checkAmazonSideAsn, checkDistinctAsns, checkLocalAsn, defaultAmazonSideAsn } from "../rules";
import { failuresOf } from "../rules/failures";
import { problemsOfAdoption } from "./adoption";
import { refuseLeftover } from "../unmanaged/leftover";
import { findFacts } from "./find";
import { refuseUnannouncedOutage } from "./guard";
import { findLeftoverGateway } from "./leftoverGateway";
import { problemsOf } from "./problems";
import { checkMovedRouteTables, type RouteTableIds } from "./routeTables";

export interface PreflightInputs extends ExpectedAccounts {
    vbrId?: string;
    connectionId?: string;
    cenId?: string;
    transitRouterId?: string;
    vpcId?: string;
    vpnGatewayId?: string;
    routeTableIds?: RouteTableIds;
    adopt?: Partial<Record<Adoptable, string>>;
    amazonSideAsn?: number;
    localAsn?: number;
    /** Secret; compared with the key of a virtual interface that is to be adopted. */
    authKey?: string;
    replaceAuthKey?: boolean;
    /** false: no look before the first write; what needs none is checked all the same. */
    looks?: boolean;
    /** What else the traffic hangs on; in no diff. undefined in the state of an earlier version. */
    trafficPath?: {
        /** Secret. */
        authKey?: string;
        attachmentId?: string;
        transitRouterRouteTableId?: string;
        virtualInterfaceName?: string;
        mtu?: number;
        availabilityZone?: string;
        autoPublishRouteEnabled?: boolean;
        vbrOwnerId?: string;
    };
    /** In no diff. */
    allowOutage?: boolean;
    /** The engine's name of this resource; in no diff. */
    resourceUrn?: string;
}

/** Reads alone. Every write depends on it, and nothing on its outputs, so that it may change in place. */
export const preflightHandler: Handler<PreflightInputs, PreflightInputs> = {
    check({ amazonSideAsn, localAsn, vpnGatewayId, routeTableIds }, olds) {
        // Without an own gateway, one is made with AWS's default ASN.
        const gatewayAsn = amazonSideAsn ?? (vpnGatewayId === undefined ? defaultAmazonSideAsn : undefined);
        return [
            ...failuresOf("amazonSideAsn", gatewayAsn, "number", (asn) => [
                ...checkAmazonSideAsn(asn),
                ...(typeof localAsn === "number" ? checkDistinctAsns(asn, localAsn) : []),
            ]),
            ...failuresOf("localAsn", localAsn, "number", checkLocalAsn),
            ...checkMovedRouteTables(olds?.routeTableIds, routeTableIds).map((reason) => ({
                property: "routeTableIds",
                reason,
            })),
        ];
    },

    async guard(inputs, olds, context) {
        const reasons = await refuseUnannouncedOutage(olds, inputs, context);
        return reasons.map((reason) => ({ property: "", reason }));
    },

    diff(_id, olds, news) {
        // What is adopted is compared once: the line that is removed again is no change.
        const compared = news.adopt === undefined && olds.adopt !== undefined ? withoutAdoption(olds) : olds;
        return { changes: !isDeepStrictEqual(relevant(compared), relevant(news)), replaces: [] };
    },

    async create(inputs, { clouds }) {
        await refuseProblems(inputs, clouds);
        return { id: "preflight", outputs: inputs };
    },

    async update(_id, _olds, news, { clouds }) {
        await refuseProblems(news, clouds);
        return news;
    },

    read: (_id, olds) => Promise.resolve(olds),

    /** Last of all: whatever depends on it is deleted before. */
    delete: (_id, olds, { clouds, reporter }) =>
        refuseLeftover("a virtual private gateway", () => findLeftoverGateway(olds, clouds.aws), reporter),
};

/** What a change of looks anew: everything but what is only guarded, the courier and the resource's own name. */
function relevant(inputs: PreflightInputs & { __provider?: unknown }): object {
    const { resourceUrn: _urn, __provider: _courier, trafficPath: _path, allowOutage: _allowed, ...rest } = inputs;
    return rest;
}

function withoutAdoption({ adopt: _adopted, authKey: _compared, ...rest }: PreflightInputs): PreflightInputs {
    return rest;
}

async function refuseProblems(inputs: PreflightInputs, clouds: Clouds): Promise<void> {
    if (inputs.looks === false) {
        return;
    }
    const problems = await findProblems(inputs, clouds);
    if (problems.length > 0) {
        const headline =
            problems.length === 1 ? "Preflight found one problem" : `Preflight found ${problems.length} problems`;
        throw new Error(
            [`${headline}, before anything was written:`, ...problems.map((problem) => `  - ${problem}`)].join("\n"),
        );
    }
}

/** Everything that would stop the link, all at once. */
async function findProblems(inputs: PreflightInputs, clouds: Clouds): Promise<string[]> {
    const accounts = await accountMismatches(inputs, clouds);
    if (accounts.length > 0) {
        // In a foreign account nothing that is named would be found: that list would only hide the cause.
        return accounts;
    }
    const { facts, failures } = await findFacts(inputs, clouds);
    return [...failures, ...problemsOf(inputs, facts), ...problemsOfAdoption(inputs, facts)];
}

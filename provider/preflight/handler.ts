import { isDeepStrictEqual } from "node:util";

import type { ExpectedAccounts } from "../accounts";
import type { Handler, HandlerContext } from "../handler";
import type { Adoptable } from "../unmanaged/adoptLine";
import { checkAmazonSideAsn, checkDistinctAsns, checkLocalAsn, defaultAmazonSideAsn } from "../rules";
import { failuresOf } from "../rules/failures";
import { refuseLeftover } from "../unmanaged/leftover";
import { refuseUnannouncedOutage } from "./guard";
import { rememberLook, wasLookedAt } from "./lastLook";
import { findLeftoverGateway } from "./leftoverGateway";
import { look, type Findings } from "./look";
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
    /** How VBR and hosted connection are found where they are not named; in no diff, as in the resources that search. undefined in the state of an earlier version. */
    search?: {
        accessPointId?: string;
        borderRouterName?: string;
        connectionName?: string;
        partnerName?: string;
        vlanMayDiffer?: boolean;
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
        const outages = olds === undefined ? [] : await refuseUnannouncedOutage(olds, inputs, context);
        const refusals = inputs.looks === false ? [] : await lookBriefly(inputs, olds, context);
        // Both may have come to the same.
        return [...new Set([...outages, ...refusals])].map((reason) => ({ property: "", reason }));
    },

    diff(_id, olds, news) {
        // What is adopted is compared once: the line that is removed again is no change.
        const compared = news.adopt === undefined && olds.adopt !== undefined ? withoutAdoption(olds) : olds;
        return { changes: !isDeepStrictEqual(relevant(compared), relevant(news)), replaces: [] };
    },

    async create(inputs, context) {
        await refuseProblems(inputs, undefined, context);
        return { id: "preflight", outputs: inputs };
    },

    async update(_id, olds, news, context) {
        await refuseProblems(news, olds, context);
        return news;
    },

    read: (_id, olds) => Promise.resolve(olds),

    /** Last of all: whatever depends on it is deleted before. */
    delete: (_id, olds, { clouds, reporter }) =>
        refuseLeftover("a virtual private gateway", () => findLeftoverGateway(olds, clouds.aws), reporter),
};

/** What a change of looks anew: everything but what is only guarded, the courier and the resource's own name. */
function relevant(inputs: PreflightInputs & { __provider?: unknown }): object {
    const {
        resourceUrn: _urn,
        __provider: _courier,
        trafficPath: _path,
        search: _search,
        allowOutage: _allowed,
        ...rest
    } = inputs;
    return rest;
}

function withoutAdoption({ adopt: _adopted, authKey: _compared, ...rest }: PreflightInputs): PreflightInputs {
    return rest;
}

/** A preview must not wait for a slow cloud. */
const lookLimitMilliseconds = 5000;

async function lookBriefly(
    inputs: PreflightInputs,
    olds: PreflightInputs | undefined,
    context: HandlerContext,
): Promise<string[]> {
    const findings = await look(inputs, olds, context, lookLimitMilliseconds);
    const { refusals, isWhole } = findings;
    tell(findings, context);
    if (isWhole && refusals.length === 0) {
        rememberLook(inputs, context.clouds);
    }
    return refusals;
}

/** Before the first write; what the check of this `up` has just seen is not asked for again. */
async function refuseProblems(
    inputs: PreflightInputs,
    olds: PreflightInputs | undefined,
    context: HandlerContext,
): Promise<void> {
    if (inputs.looks === false || wasLookedAt(inputs, context.clouds)) {
        return;
    }
    const findings = await look(inputs, olds, context);
    tell(findings, context);
    const { refusals } = findings;
    if (refusals.length > 0) {
        const headline =
            refusals.length === 1 ? "Preflight found one problem" : `Preflight found ${refusals.length} problems`;
        throw new Error(
            [`${headline}, before anything was written:`, ...refusals.map((refusal) => `  - ${refusal}`)].join("\n"),
        );
    }
}

/** As one message: of several, the engine keeps no order. */
function tell({ warnings }: Findings, { reporter }: HandlerContext): void {
    if (warnings.length > 0) {
        reporter.warn(warnings.join("\n"));
    }
}

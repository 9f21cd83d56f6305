import type { ExpectedAccounts } from "../accounts";
import type { Handler } from "../handler";
import { checkAmazonSideAsn, checkDistinctAsns, checkLocalAsn } from "../rules";
import { isKnown } from "../unknown";
import { findProblems } from "./find";

export interface PreflightInputs extends ExpectedAccounts {
    vbrId?: string;
    connectionId?: string;
    cenId?: string;
    transitRouterId?: string;
    vpcId?: string;
    vpnGatewayId?: string;
    routeTableIds?: string[];
    virtualInterfaceId?: string;
    amazonSideAsn?: number;
    localAsn?: number;
    /** The engine's name of this resource; in no diff. */
    urn?: string;
}

/** Reads alone. Every write depends on it, and nothing on its outputs, so that it may change in place. */
export const preflightHandler: Handler<PreflightInputs, PreflightInputs> = {
    check({ amazonSideAsn, localAsn }) {
        const problems: { property: string; reason: string }[] = [];
        const add = (property: string, reasons: string[]): void => {
            problems.push(...reasons.map((reason) => ({ property, reason })));
        };
        if (isKnown(amazonSideAsn) && typeof amazonSideAsn === "number") {
            add("amazonSideAsn", checkAmazonSideAsn(amazonSideAsn));
            if (typeof localAsn === "number") {
                add("amazonSideAsn", checkDistinctAsns(amazonSideAsn, localAsn));
            }
        }
        if (isKnown(localAsn) && typeof localAsn === "number") {
            add("localAsn", checkLocalAsn(localAsn));
        }
        return problems;
    },

    diff(_id, olds, news) {
        return { changes: relevant(olds) !== relevant(news), replaces: [] };
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

    delete: () => Promise.resolve(),
};

/** What a change of verifies anew: everything but the courier and the resource's own name. */
function relevant(inputs: PreflightInputs & { __provider?: unknown }): string {
    const { urn: _urn, __provider: _courier, ...rest } = inputs;
    return JSON.stringify(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b)));
}

async function refuseProblems(inputs: PreflightInputs, clouds: Parameters<typeof findProblems>[1]): Promise<void> {
    const problems = await findProblems(inputs, clouds);
    if (problems.length > 0) {
        const headline =
            problems.length === 1 ? "Preflight found one problem" : `Preflight found ${problems.length} problems`;
        throw new Error(
            [`${headline}, before anything was written:`, ...problems.map((problem) => `  - ${problem}`)].join("\n"),
        );
    }
}

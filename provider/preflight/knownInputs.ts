import { isUnknown } from "../unknown";
import type { PreflightInputs } from "./handler";

/** The inputs that hold several values; every other one is a value by itself. */
const structures = ["routeTableIds", "adopt", "search", "trafficPath"];

/** What is no text, wherever it stands. */
const types: Readonly<Partial<Record<string, "number" | "boolean">>> = {
    amazonSideAsn: "number",
    localAsn: "number",
    mtu: "number",
    replaceAuthKey: "boolean",
    looks: "boolean",
    allowOutage: "boolean",
    autoPublishRouteEnabled: "boolean",
    vlanMayDiffer: "boolean",
};

/** Without what a preview does not know yet, and without what is of another type, which a program in JavaScript may give. */
export function knownInputs(inputs: PreflightInputs): PreflightInputs {
    const values = Object.entries(inputs as Record<string, unknown>);
    return Object.fromEntries([
        ...values.filter(([name, value]) => !structures.includes(name) && isKnownValue(name, value)),
        ...values
            .filter(([name, value]) => structures.includes(name) && typeof value === "object" && value !== null)
            .map(([name, value]) => [name, knownIn(value as object)]),
    ]) as PreflightInputs;
}

function knownIn(values: object): object {
    const entries = Object.entries(values) as [string, unknown][];
    const known = entries.filter(([name, value]) => isKnownValue(name, value));
    return Array.isArray(values) ? known.map(([, value]) => value) : Object.fromEntries(known);
}

function isKnownValue(name: string, value: unknown): boolean {
    const wanted = Object.hasOwn(types, name) ? types[name] : "string";
    return typeof value === wanted && !isUnknown(value);
}

/** Whether there is anything to look for in the clouds. */
export function namesSomething(inputs: PreflightInputs): boolean {
    const {
        awsAccountId,
        awsRegion,
        alibabaAccountId,
        alibabaRegion,
        routeTableIds = [],
        adopt = {},
        search = {},
    } = inputs;
    const { vbrId, connectionId, cenId, transitRouterId, vpcId, vpnGatewayId } = inputs;
    return [
        ...[awsAccountId, awsRegion, alibabaAccountId, alibabaRegion],
        ...[vbrId, connectionId, cenId, transitRouterId, vpcId, vpnGatewayId],
        ...[routeTableIds, adopt, search].flatMap((values: object): unknown[] => Object.values(values)),
    ].some((value) => typeof value === "string" && value !== "");
}

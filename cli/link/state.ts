import type { ExpectedAccounts } from "../../provider/accounts";
import type { LinkIds } from "../../provider/diagnosis/link";

/** What a stack's state holds of one link. */
export interface LinkState {
    /** The component's name; of a program that composes its own, the stack's; undefined: there is no link. */
    name: string | undefined;
    ids: LinkIds;
    /** Where its resources live. */
    accounts: ExpectedAccounts;
    /** The plain settings of an explicit provider; undefined: the stack configuration is read. Secret ones stay closed. */
    settings: Readonly<Partial<Record<string, string>>> | undefined;
}

interface Resource {
    urn: string;
    type: string;
    id?: string;
    parent?: string;
    provider?: string;
    inputs?: Record<string, unknown>;
    outputs?: Record<string, unknown>;
    /** It was replaced, and its deletion is still to come. */
    delete?: boolean;
}

const ownTypes = "pulumi-nodejs:dynamic/multicloud:";
const virtualInterfaceType = "aws:directconnect/privateVirtualInterface:PrivateVirtualInterface";
const vpnGatewayType = "aws:ec2/vpnGateway:VpnGateway";

/** Of one link, told by the component's name where there are several. Throws where it would have to choose. */
export function linkInState(exported: string, link: string | undefined): LinkState {
    const { deployment } = JSON.parse(exported) as { deployment?: { resources?: Resource[] } | null };
    const resources = (deployment?.resources ?? []).filter((resource) => resource.delete !== true);
    const own = resources.filter(({ type }) => type.startsWith(ownTypes));
    // A program that composes its own has the stack as their parent.
    const parents = [...new Set(own.map(({ parent = "" }) => parent))];
    const names = parents.map(nameOf);
    const chosen = parents.filter((_parent, index) => link === undefined || names[index] === link);
    if (chosen.length > 1 || (chosen.length === 0 && link !== undefined && parents.length > 0)) {
        const known = names.map((name) => `"${name}"`).join(", ");
        const what = link === undefined ? `${names.length} links` : `no link "${link}"`;
        throw new Error(`The stack holds ${what}. Give --link with one of these names: ${known}.`);
    }
    const members = resources.filter(({ parent = "" }) => parent === chosen[0]);
    return {
        name: chosen.map(nameOf).at(0),
        ids: {
            vbrId: textOf(members, "vbrId", "BorderRouter", "CircuitActivation", "BackendConfiguration"),
            connectionId: textOf(members, "connectionId", "CircuitActivation", "HostedConnectionAcceptance"),
            virtualInterfaceId:
                onlyOne(members, virtualInterfaceType)?.id ?? textOf(members, "virtualInterfaceId", "BgpVerification"),
            bgpPeerId: textOf(members, "bgpPeerId", "BorderRouterBgp"),
            vpnGatewayId: onlyOne(members, vpnGatewayType)?.id ?? textOf(members, "vpnGatewayId", "Preflight"),
            vpcId: textOf(members, "vpcId", "Preflight"),
            routeTableIds: textsOf(onlyOne(members, `${ownTypes}Preflight`)?.outputs?.routeTableIds),
            cenId: textOf(members, "cenId", "Preflight"),
            transitRouterId: textOf(members, "transitRouterId", "Preflight"),
            alibabaVpcIds: textsOf(networksOf(onlyOne(members, `${ownTypes}BgpVerification`)).alibabaVpcIds),
            ...(onlyOne(members, `${ownTypes}CircuitActivation`)?.outputs?.vlanMayDiffer === true && {
                vlanMayDiffer: true,
            }),
        },
        accounts: {
            awsAccountId: textOf(members, "awsAccountId", "CircuitActivation", "HostedConnectionAcceptance"),
            awsRegion: textOf(members, "awsRegion", "CircuitActivation", "HostedConnectionAcceptance"),
            alibabaAccountId: textOf(members, "alibabaAccountId", "BorderRouter", "CircuitActivation"),
            alibabaRegion: textOf(members, "alibabaRegion", "BorderRouter", "CircuitActivation"),
        },
        settings: settingsOf(resources, members),
    };
}

/** An output of the first of these kinds that has it. */
function textOf(members: readonly Resource[], output: string, ...kinds: string[]): string | undefined {
    const values = kinds.map((kind) => onlyOne(members, ownTypes + kind)?.outputs?.[output]);
    return values.find((value): value is string => typeof value === "string" && value !== "");
}

/** By place or by key; undefined where none is known. */
function textsOf(values: unknown): string[] | undefined {
    const texts = Object.values(values ?? {});
    return texts.length > 0 && texts.every((text) => typeof text === "string") ? texts : undefined;
}

/** What the link is verified to join. */
function networksOf(verification: Resource | undefined): Record<string, unknown> {
    return (verification?.outputs?.networks ?? {}) as Record<string, unknown>;
}

/** A program that composes its own may have several of a kind: then its options tell which. */
function onlyOne(members: readonly Resource[], type: string): Resource | undefined {
    const found = members.filter((member) => member.type === type);
    return found.length === 1 ? found[0] : undefined;
}

/** The default provider of dynamic resources has no inputs: it is handed the stack configuration. */
function settingsOf(resources: readonly Resource[], members: readonly Resource[]): LinkState["settings"] {
    const reference = members.find(({ type }) => type.startsWith(ownTypes))?.provider;
    const urn = reference?.split("::").slice(0, -1).join("::");
    const inputs = resources.find((resource) => resource.urn === urn)?.inputs ?? {};
    const plain = Object.entries(inputs).filter(
        (entry): entry is [string, string] => entry[0].includes(":") && typeof entry[1] === "string",
    );
    return plain.length === 0 ? undefined : Object.fromEntries(plain);
}

function nameOf(urn: string): string {
    return urn.split("::").at(-1) ?? urn;
}

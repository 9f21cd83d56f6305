import type { ActionInput } from "../../action";
import { parseInterfaceAddress } from "../../world/addresses";
import type { CenRouteMap } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import type { World } from "../../world/world";
import { listOf, optionalFlag, optionalNumber, optionalText, requiredText } from "../input";
import { readText } from "./text";

type Settings = Omit<CenRouteMap, "routeMapId" | "cenId" | "cenRegionId" | "transitRouterRouteTableId" | "status">;

/** https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-createcenroutemap. */
const largestAsn = 4294967295;

/** In the form of CEN's documented codes (IllegalParam.AttachmentId); that these parameters have theirs is a guess. */
export function illegal(name: string): CloudError {
    return new CloudError(`IllegalParam.${name}`, `The specified ${name} is illegal.`);
}

/** What this world's routes carry nothing of, so that a policy that asks for it would not do what it says. */
const unsupported = [
    "AsPathMatchMode",
    "CommunityMatchMode",
    "CommunityOperateMode",
    "DestinationRegionIds",
    "DestinationRouteTableIds",
    "MatchAddressType",
    "MatchAsns",
    "MatchCommunitySet",
    "OperateCommunitySet",
    "RouteTypes",
    "SourceRouteTableIds",
];

function refuseUnsupported(input: ActionInput): void {
    const reversed = ["SourceInstanceIdsReverseMatch", "DestinationInstanceIdsReverseMatch"];
    const name =
        unsupported.find((each) => input[each] !== undefined) ?? reversed.find((each) => optionalFlag(input, each));
    if (name !== undefined) {
        throw new CloudError(`OperationUnsupported.${name}`, `The simulator's routing policies know no ${name}.`);
    }
}

function readChoice<Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
    const choice = choices.find((each) => each === text);
    if (choice === undefined) {
        throw illegal(name);
    }
    return choice;
}

function readList(
    { quotas }: World,
    input: ActionInput,
    name: string,
    isValid: (text: string) => boolean = () => true,
): string[] {
    const values = listOf(input, name).map(String);
    if (values.length > quotas.valuesPerRouteMapCondition || !values.every(isValid)) {
        throw illegal(name);
    }
    return values;
}

function readPriority({ quotas }: World, input: ActionInput, name: string): number | undefined {
    const priority = optionalNumber(input, name, illegal(name));
    if (priority !== undefined && (priority < 1 || priority > quotas.routeMapPriority)) {
        throw illegal(name);
    }
    return priority;
}

function isChildType(text: string): boolean {
    return /^(VPC|VBR|CCN|VPN)$/.test(text);
}

function isAsn(text: string): boolean {
    return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= largestAsn;
}

export function readRouteMapSettings(world: World, input: ActionInput): Settings {
    refuseUnsupported(input);
    requiredText(input, "Priority");
    const cidrMatchMode = optionalText(input, "CidrMatchMode");
    const settings: Settings = {
        transmitDirection: readChoice("TransmitDirection", requiredText(input, "TransmitDirection"), [
            "RegionIn",
            "RegionOut",
        ]),
        mapResult: readChoice("MapResult", requiredText(input, "MapResult"), ["Permit", "Deny"]),
        priority: readPriority(world, input, "Priority") ?? NaN,
        nextPriority: readPriority(world, input, "NextPriority"),
        preference: readPriority(world, input, "Preference"),
        prependAsPath: readList(world, input, "PrependAsPath", isAsn).map(Number),
        cidrMatchMode:
            cidrMatchMode === undefined
                ? undefined
                : readChoice("CidrMatchMode", cidrMatchMode, ["Include", "Complete"] as const),
        destinationCidrBlocks: readList(
            world,
            input,
            "DestinationCidrBlocks",
            (text) => parseInterfaceAddress(text) !== undefined,
        ),
        sourceInstanceIds: readList(world, input, "SourceInstanceIds"),
        destinationInstanceIds: readList(world, input, "DestinationInstanceIds"),
        sourceRegionIds: readList(world, input, "SourceRegionIds"),
        sourceChildInstanceTypes: readList(world, input, "SourceChildInstanceTypes", isChildType),
        destinationChildInstanceTypes: readList(world, input, "DestinationChildInstanceTypes", isChildType),
        description: readText(input, "Description", 256) ?? "",
    };
    requireConsistent(settings, requiredText(input, "CenRegionId"));
    return settings;
}

/** NextPriority and PrependAsPath as the page of CreateCenRouteMap explains them. */
function requireConsistent(settings: Settings, regionId: string): void {
    const { nextPriority, priority, mapResult, prependAsPath, transmitDirection } = settings;
    if (nextPriority !== undefined && (mapResult !== "Permit" || nextPriority <= priority)) {
        throw illegal("NextPriority");
    }
    const named =
        transmitDirection === "RegionIn"
            ? settings.sourceInstanceIds.length > 0 && settings.sourceRegionIds.every((id) => id === regionId)
            : settings.destinationInstanceIds.length > 0;
    const withRegion = transmitDirection === "RegionOut" || settings.sourceRegionIds.length > 0;
    if (prependAsPath.length > 0 && !(named && withRegion)) {
        throw illegal("PrependAsPath");
    }
}

import type { ActionInput } from "../../action";
import { isSharedAddressSpace, networkOf, parseIpv4, prefixLengthOf } from "../../world/addresses";
import type { BorderRouter } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { optionalNumber, optionalText } from "../input";

/** Codes and texts: the page of ModifyVirtualBorderRouterAttribute, where nothing else is said. */
export type BorderRouterSettings = Pick<
    BorderRouter,
    | "vlanId"
    | "circuitCode"
    | "localGatewayIp"
    | "peerGatewayIp"
    | "peeringSubnetMask"
    | "name"
    | "description"
    | "minTxInterval"
    | "minRxInterval"
    | "detectMultiplier"
>;

/** What the call asks for, checked; what it leaves out is left out. */
export function readBorderRouterSettings(input: ActionInput, router: BorderRouter): Partial<BorderRouterSettings> {
    const settings = {
        vlanId: readNumber(input, "VlanId", 0, 2999),
        circuitCode: optionalText(input, "CircuitCode"),
        localGatewayIp: readAddress(input, "LocalGatewayIp"),
        peerGatewayIp: readAddress(input, "PeerGatewayIp"),
        peeringSubnetMask: readMask(input),
        name: readText(input, "Name", /^[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff-]{1,127}$/),
        description: readText(input, "Description", /^(?!https?:\/\/)[A-Za-z\u4e00-\u9fff].{1,255}$/s),
        minTxInterval: readNumber(input, "MinTxInterval", 200, 1000),
        minRxInterval: readNumber(input, "MinRxInterval", 200, 1000),
        detectMultiplier: readNumber(input, "DetectMultiplier", 3, 10),
    };
    const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
    requireOneSubnet({ ...router, ...given });
    return given;
}

/** That of VlanId is documented, those of the others are guesses in its words. */
function readNumber(input: ActionInput, parameter: string, least: number, most: number): number | undefined {
    const value = optionalNumber(input, parameter);
    if (value !== undefined && (value < least || value > most)) {
        throw new CloudError(`Invalid${parameter}.Malformed`, `The specified ${parameter} is not valid.`);
    }
    return value;
}

/** Guesses in the words of the other codes. */
function readText(input: ActionInput, parameter: string, pattern: RegExp): string | undefined {
    const text = optionalText(input, parameter);
    if (text !== undefined && !pattern.test(text)) {
        throw new CloudError(`Invalid${parameter}.Malformed`, `The specified ${parameter} is not valid.`);
    }
    return text;
}

/** That an address of 100.64.0.0/10, which Alibaba Cloud needs itself, is refused by this code is a guess. */
function readAddress(input: ActionInput, parameter: string): string | undefined {
    const text = optionalText(input, parameter);
    const address = text === undefined ? undefined : parseIpv4(text);
    if (text !== undefined && (address === undefined || isSharedAddressSpace(address))) {
        throw new CloudError("InvalidIp.Malformed", "The specified ip address is not valid.");
    }
    return text;
}

function readMask(input: ActionInput): string | undefined {
    const text = optionalText(input, "PeeringSubnetMask");
    const length = text === undefined ? undefined : prefixLengthOf(text);
    if (text !== undefined && (length === undefined || length < 24 || length > 30)) {
        throw new CloudError("InvalidPeeringSubnetMask.Malformed", "The specified PeeringSubnetMask is not valid.");
    }
    return text;
}

/** Of what the VBR has after the call; while one of the three is missing there is nothing to compare. */
function requireOneSubnet(router: Pick<BorderRouter, "localGatewayIp" | "peerGatewayIp" | "peeringSubnetMask">): void {
    const local = parseIpv4(router.localGatewayIp);
    const peer = parseIpv4(router.peerGatewayIp);
    const length = prefixLengthOf(router.peeringSubnetMask);
    const apart =
        local !== undefined &&
        peer !== undefined &&
        length !== undefined &&
        networkOf(local, length) !== networkOf(peer, length);
    if (apart) {
        throw new CloudError(
            "InvalidIp.NotSameSubnet",
            "Local gateway ip and peer gateway ip are not in the same subnet.",
        );
    }
}

import type { Action, ActionContext, ActionInput } from "../../action";
import type { BorderRouter } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { idempotent } from "../idempotency";
import { optionalText, regionOf, requiredText } from "../input";
import { findVisibleRouter } from "./access";
import { readBorderRouterSettings } from "./borderRouterSettings";

/** "Only the owner of the Express Connect circuit can set this parameter." */
const ofCircuitOwner = ["VlanId", "CircuitCode"];

/** "Only the VBR owner": of the BFD settings no page says it (guess). */
const ofRouterOwner = [
    "LocalGatewayIp",
    "PeerGatewayIp",
    "PeeringSubnetMask",
    "Name",
    "Description",
    "MinTxInterval",
    "MinRxInterval",
    "DetectMultiplier",
];

function requireAllowed({ world, caller }: ActionContext, input: ActionInput, router: BorderRouter): void {
    const circuit = world.alibaba.circuits.get(router.physicalConnectionId);
    const forbidden = [
        ...(circuit?.ownerId === caller.accountId ? [] : ofCircuitOwner),
        ...(router.ownerId === caller.accountId ? [] : ofRouterOwner),
    ].find((parameter) => optionalText(input, parameter) !== undefined);
    if (forbidden !== undefined) {
        const what = forbidden === "VlanId" ? forbidden : `${forbidden} parameter`;
        throw new CloudError(
            `Forbidden.${forbidden}NotAllowedByCaller`,
            `The caller is not allowed to specify the ${what}.`,
            403,
        );
    }
}

/** "One VLAN ID of a circuit cannot be used by two VBRs at the same time"; that of a terminated one is kept for seven days. */
function requireVlanFree({ world }: ActionContext, router: BorderRouter, vlanId: number): void {
    const used = [...world.alibaba.borderRouters.values()].some(
        (other) =>
            other !== router && other.physicalConnectionId === router.physicalConnectionId && other.vlanId === vlanId,
    );
    if (used) {
        throw new CloudError("InvalidVlanId.Used", "The specified VlanId has been used.");
    }
}

export const modifyVirtualBorderRouterAttribute: Action = idempotent({
    name: "ModifyVirtualBorderRouterAttribute",
    mutating: true,
    run(context, input) {
        const regionId = regionOf(context, input);
        const router = findVisibleRouter(context, regionId, requiredText(input, "VbrId"));
        if (router === undefined) {
            throw new CloudError("InvalidVbrId.NotFound", "The specified VirutalBorderRouter is not found.");
        }
        requireAllowed(context, input, router);
        if (router.status !== "active" && router.status !== "unconfirmed") {
            // The page of RecoverVirtualBorderRouter has it; that this action answers the same is a guess.
            throw new CloudError(
                "InvalidOperation.OperationNotAllowedInState",
                "The specified VirutalBorderRouter is in invalid state.",
            );
        }
        const settings = readBorderRouterSettings(input, router);
        if (settings.vlanId !== undefined) {
            requireVlanFree(context, router, settings.vlanId);
        }
        Object.assign(router, settings);
        context.world.changed();
        return {};
    },
});

import type { Action, ActionInput } from "../../action";
import type { DirectConnectGateway } from "../../world/awsState";
import { defaultAmazonSideAsn } from "../../world/backendBgp";
import { clientError, optionalNumber, requiredText } from "../input";
import { directConnectGatewayShape, findDirectConnectGateway } from "./gateways";

/** "The ASN must be in the private range of 64,512 to 65,534 or 4,200,000,000 to 4,294,967,294": the API reference. The text is a guess. */
function readAsn(input: ActionInput): number {
    const asn = optionalNumber(input, "amazonSideAsn") ?? defaultAmazonSideAsn;
    if (!((asn >= 64512 && asn <= 65534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294))) {
        throw clientError(
            `Amazon side ASN ${asn} is not valid: it must be between 64512 and 65534 or between 4200000000 and 4294967294.`,
        );
    }
    return asn;
}

/** `pending`, then `available`. Its tags are not kept: no reading of this world shows them. */
export const createDirectConnectGateway: Action = {
    name: "CreateDirectConnectGateway",
    mutating: true,
    run({ world, caller }, input) {
        const gateway: DirectConnectGateway = {
            directConnectGatewayId: world.newId("dxgw-", 8),
            directConnectGatewayName: requiredText(input, "directConnectGatewayName"),
            ownerAccount: caller.accountId,
            amazonSideAsn: readAsn(input),
            state: "pending",
            associations: [],
        };
        world.aws.directConnectGateways.set(gateway.directConnectGatewayId, gateway);
        world.later(world.durations.directConnectGateway, () => {
            gateway.state = gateway.state === "pending" ? "available" : gateway.state;
        });
        return { directConnectGateway: directConnectGatewayShape(gateway) };
    },
};

/** "You must first delete all virtual interfaces that are attached [...] and disassociate all virtual private gateways": the API reference. The texts are guesses. */
export const deleteDirectConnectGateway: Action = {
    name: "DeleteDirectConnectGateway",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const gateway = findDirectConnectGateway(context, requiredText(input, "directConnectGatewayId"));
        const { directConnectGatewayId: id, associations } = gateway;
        const isAttached = [...world.aws.virtualInterfaces.values()].some(
            (vif) => vif.directConnectGatewayId === id && vif.virtualInterfaceState !== "deleted",
        );
        if (isAttached) {
            throw clientError(`Direct Connect Gateway ${id} has virtual interfaces attached`);
        }
        if (associations.length > 0) {
            throw clientError(`Direct Connect Gateway ${id} has gateways associated`);
        }
        gateway.state = "deleting";
        world.later(world.durations.directConnectGateway, () => {
            gateway.state = "deleted";
        });
        return { directConnectGateway: directConnectGatewayShape(gateway) };
    },
};

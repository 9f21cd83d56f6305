import type { ActionInput } from "../../action";
import type { World } from "../../world/world";
import { clientError, optionalFlag, optionalNumber } from "../input";

/** Documents name 1500 and 8500; 9001 was the value for private virtual interfaces, and is still accepted. */
const knownMtus = [1500, 8500, 9001];

export function readMtu(world: World, input: ActionInput): number | undefined {
    const mtu = optionalNumber(input, "mtu");
    // What another MTU gets is not documented (guess `impossibleVirtualInterface`).
    if (mtu !== undefined && !knownMtus.includes(mtu) && world.guesses.impossibleVirtualInterface === "refused") {
        throw clientError(`MTU ${mtu} is not valid: it must be one of ${knownMtus.join(", ")}.`);
    }
    return mtu;
}

/** "Maximum of 100 characters. The following are valid characters: a-z, 0-9 and a hyphen (-)": the API reference. */
export function readName({ quotas }: World, name: string): string {
    const most = quotas.virtualInterfaceNameCharacters;
    if (name.length > most || !/^[a-z0-9-]+$/.test(name)) {
        throw clientError(
            `Virtual interface name ${name.slice(0, most)} is not valid: at most ${most} of a-z, 0-9 and hyphens.`,
        );
    }
    return name;
}

/** Only virtual interfaces on a Direct Connect gateway have it. */
export function readSiteLink(input: ActionInput, directConnectGatewayId: string | undefined): boolean | undefined {
    const enabled = optionalFlag(input, "enableSiteLink");
    if (enabled === true && directConnectGatewayId === undefined) {
        throw clientError("SiteLink needs a virtual interface on a Direct Connect gateway.");
    }
    return enabled;
}

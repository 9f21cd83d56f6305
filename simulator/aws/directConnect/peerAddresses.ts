import type { ActionInput } from "../../action";
import { parseInterfaceAddress, reachesNeighbour, type InterfaceAddress } from "../../world/addresses";
import type { AwsBgpPeer } from "../../world/awsState";
import type { World } from "../../world/world";
import { clientError, optionalText } from "../input";

type PeerAddresses = Pick<AwsBgpPeer, "amazonAddress" | "customerAddress">;

/** Given, or assigned by AWS: IPv4 from 169.254.0.0/16, IPv6 always. */
export function readPeerAddresses(world: World, input: ActionInput, family: "ipv4" | "ipv6"): PeerAddresses {
    const amazonAddress = optionalText(input, "amazonAddress");
    const customerAddress = optionalText(input, "customerAddress");
    if (family === "ipv6") {
        if (amazonAddress !== undefined || customerAddress !== undefined) {
            throw clientError("IPv6 peer addresses are assigned by AWS; leave amazonAddress and customerAddress out.");
        }
        return assign(world, (index) => {
            const network = `2001:db8:${index.toString(16)}::`;
            return { amazonAddress: `${network}1/125`, customerAddress: `${network}2/125` };
        });
    }
    if (amazonAddress === undefined && customerAddress === undefined) {
        return assign(world, (index) => {
            const network = `169.254.${Math.floor(index / 64) % 256}`;
            const host = (index % 64) * 4;
            return { amazonAddress: `${network}.${host + 1}/30`, customerAddress: `${network}.${host + 2}/30` };
        });
    }
    if (amazonAddress === undefined || customerAddress === undefined) {
        throw clientError("Specify both amazonAddress and customerAddress, or neither.");
    }
    requireFitting(world, parse("amazonAddress", amazonAddress), parse("customerAddress", customerAddress));
    return { amazonAddress, customerAddress };
}

function parse(name: string, text: string): InterfaceAddress {
    const address = parseInterfaceAddress(text);
    if (address === undefined) {
        throw clientError(`${name} ${text} is not an IPv4 address with a prefix length.`);
    }
    return address;
}

/** P6. What an impossible pair gets is not documented: refused, or accepted and never up (a guess with two settings). */
function requireFitting(world: World, amazon: InterfaceAddress, customer: InterfaceAddress): void {
    const fits = amazon.prefixLength === customer.prefixLength && reachesNeighbour(amazon, customer.address);
    if (!fits && world.guesses.impossibleVirtualInterface === "refused") {
        throw clientError("amazonAddress and customerAddress must be two different host addresses of one subnet.");
    }
}

/** The first pair that no other BGP peer has. */
function assign(world: World, pairAt: (index: number) => PeerAddresses): PeerAddresses {
    const used = new Set(
        [...world.aws.virtualInterfaces.values()]
            .flatMap((vif) => vif.bgpPeers)
            .map(({ amazonAddress }) => amazonAddress),
    );
    let index = 1;
    while (used.has(pairAt(index).amazonAddress)) {
        index += 1;
    }
    return pairAt(index);
}

import type { World } from "../../world/world";

/** A group's key, as DescribeBgpGroups and DescribeBgpPeers show it (guess `bgpAuthKeyReading`). */
export function authKeyReading({ guesses }: World, authKey: string): { AuthKey?: string } {
    switch (guesses.bgpAuthKeyReading) {
        case "readable":
            return { AuthKey: authKey };
        case "masked":
            // Of which length the mask would be is a guess too.
            return { AuthKey: authKey === "" ? "" : "******" };
        case "absent":
            return {};
    }
}

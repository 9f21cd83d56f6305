import { snapshot } from "../../simulator/world/snapshot";
import type { World } from "../../simulator/world/world";

/** The mutating calls that changed something, in order: one that was made again, and changed nothing, is none. */
export function watchEffects(world: World): string[] {
    const effects: string[] = [];
    let before = "";
    world.watchers.add({
        arrived({ mutating }) {
            if (mutating) {
                before = JSON.stringify(snapshot(world));
            }
        },
        done({ mutating, action }) {
            if (mutating && JSON.stringify(snapshot(world)) !== before) {
                effects.push(action);
            }
        },
    });
    return effects;
}

/** What `effects` has more often than `usual`, by as often. */
export function beyond(effects: readonly string[], usual: readonly string[]): string[] {
    const left = [...usual];
    return effects.filter((effect) => {
        const place = left.indexOf(effect);
        left.splice(place, place < 0 ? 0 : 1);
        return place < 0;
    });
}

const anyId = /\b([a-z]+(?:-[a-z]+)*)-(?:t4n)?[0-9a-z]{8,}\b/g;
/** Of the moment. */
const anyTime = /\d{4}-\d\d-\d\dT[\d:.]+Z?/g;
const ofTheRun = new Set(["verifiedAt", "key", "authKey"]);

/** What a handler answers, without the IDs, times and keys in which two runs differ: each container is sorted. */
export function shapeOfAnswer(value: unknown): string {
    if (Array.isArray(value)) {
        return `[${value.map(shapeOfAnswer).sort().join()}]`;
    }
    if (typeof value === "object" && value !== null) {
        const members = Object.entries(value).filter(([name]) => !ofTheRun.has(name));
        return `{${members
            .map(([name, member]) => `${plainText(name)}:${shapeOfAnswer(member)}`)
            .sort()
            .join()}}`;
    }
    return plainText(String(value));
}

function plainText(text: string): string {
    return text.replace(anyTime, "TIME").replace(anyId, "$1-ID");
}

/** Of what is named as this package's own. */
export function ownIdsOf({ alibaba }: World): string[] {
    const groups = [...alibaba.bgpGroups.values()].filter(({ name }) => name.startsWith("multicloud-"));
    const peers = [...alibaba.bgpPeers.values()].filter(({ bgpGroupId }) =>
        groups.some((group) => group.bgpGroupId === bgpGroupId),
    );
    return [...groups.map(({ bgpGroupId }) => bgpGroupId), ...peers.map(({ bgpPeerId }) => bgpPeerId)];
}

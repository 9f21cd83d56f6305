import { snapshot, type Plain } from "../../simulator/world/snapshot";
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

const anyId = /\b([a-z]+(?:-[a-z]+)*)-(?:t4n)?[0-9a-z]{8,}\b/g;
/** Of the moment. */
const anyTime = /\d{4}-\d\d-\d\dT[\d:.]+Z?/g;
const ofTheRun = new Set(["verifiedAt", "key", "authKey"]);

/** A world, or what a handler answers, without the IDs, times and keys in which two runs differ: each container is sorted. */
export function shapeOf(value: unknown): string {
    if (Array.isArray(value)) {
        return `[${value.map(shapeOf).sort().join()}]`;
    }
    if (typeof value === "object" && value !== null) {
        const members = Object.entries(value).filter(([name]) => !ofTheRun.has(name));
        return `{${members
            .map(([name, member]) => `${plainText(name)}:${shapeOf(member)}`)
            .sort()
            .join()}}`;
    }
    return plainText(String(value));
}

function plainText(text: string): string {
    return text.replace(anyTime, "TIME").replace(anyId, "$1-ID");
}

export function shapeOfWorld(world: World): string {
    const clouds: Record<string, Plain> = snapshot(world);
    return shapeOf(clouds);
}

/** Of what is named as this package's own. */
export function ownIdsOf({ alibaba }: World): string[] {
    const groups = [...alibaba.bgpGroups.values()].filter(({ name }) => name.startsWith("multicloud-"));
    const peers = [...alibaba.bgpPeers.values()].filter(({ bgpGroupId }) =>
        groups.some((group) => group.bgpGroupId === bgpGroupId),
    );
    return [...groups.map(({ bgpGroupId }) => bgpGroupId), ...peers.map(({ bgpPeerId }) => bgpPeerId)];
}

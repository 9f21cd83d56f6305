import { worldOf, type Rehearsal } from "../harness/rehearsal";

/** What a stack makes in the clouds, by the beginning of its identifier. */
const made = /\b(?:dxvif|vgw|bgpg|bgp|tr-attach)-[0-9a-z]+\b/g;

/** What the clouds have since `before` and the state does not know of. */
export async function orphansOf({ simulator, stack }: Rehearsal, before: unknown): Promise<string[]> {
    const known = new Set(idsIn(before));
    for (const { id, outputs } of await stack.resources()) {
        for (const each of idsIn([id, outputs])) {
            known.add(each);
        }
    }
    return idsIn(worldOf(simulator)).filter((id) => !known.has(id));
}

function idsIn(value: unknown): string[] {
    return [...new Set(JSON.stringify(value ?? null).match(made))];
}

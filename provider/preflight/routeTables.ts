import { isKnown } from "../unknown";

/** Route tables by place or by key. */
export type RouteTableIds = readonly string[] | Readonly<Record<string, string>>;

/**
 * Each table's propagation is a child named by place or key. Where a table goes to another name, the engine enables it under the new one, and at the end
 * disables it under the old one (measured): then it learns no route, and the state says that it does.
 */
export function checkMovedRouteTables(before: unknown, after: unknown): string[] {
    const names = new Map(entriesOf(before).map(([name, id]) => [id, name]));
    const wanted = entriesOf(after);
    const stays = (id: string): boolean => wanted.some(([name, other]) => other === id && name === names.get(id));
    const moved = wanted.filter(([, id]) => names.has(id) && !stays(id));
    if (moved.length === 0) {
        return [];
    }
    const moves = moved.map(([name, id]) => `${id} from "${names.get(id)}" to "${name}"`).join(", ");
    return [
        `aws.routeTableIds moves ${moves}: a route table under a new name would end without propagation. Keep the names: write aws.routeTableIds: ${withNames(names, wanted)}`,
    ];
}

/** The wanted tables as a record that moves none. */
function withNames(names: ReadonlyMap<string, string>, wanted: readonly [string, string][]): string {
    const kept = new Set(wanted.flatMap(([, id]) => names.get(id) ?? []));
    const free = (name: string): string => {
        let found = name;
        for (let place = 0; kept.has(found); place++) {
            found = String(place);
        }
        kept.add(found);
        return found;
    };
    const entries = wanted.map(([name, id]) => `"${names.get(id) ?? free(name)}": "${id}"`);
    return `{ ${entries.join(", ")} }`;
}

function entriesOf(routeTableIds: unknown): [string, string][] {
    return typeof routeTableIds === "object" && routeTableIds !== null
        ? Object.entries(routeTableIds as Record<string, unknown>).filter(
              (entry): entry is [string, string] => typeof entry[1] === "string" && isKnown(entry[1]),
          )
        : [];
}

import type { BgpGroup, BgpPeer, BorderRouter, Circuit } from "./alibabaState";
import type { HostedConnection, VirtualInterface } from "./awsState";
import { lagged, remember } from "./history";
import type { Durations } from "./limits";
import type { World } from "./world";

/** The records of the lists that may show the past. */
interface Records {
    connections: HostedConnection;
    virtualInterfaces: VirtualInterface;
    circuits: Circuit;
    borderRouters: BorderRouter;
    bgpGroups: BgpGroup;
    bgpPeers: BgpPeer;
}

export type ListName = keyof Records;

interface List<Each> {
    of: (world: World) => Map<string, Each>;
    lag: keyof Durations;
    /** The name under which a record says its state. */
    state: keyof Each;
}

const lists: { [Name in ListName]: List<Records[Name]> } = {
    connections: { of: ({ aws }) => aws.connections, lag: "listLagAws", state: "connectionState" },
    virtualInterfaces: { of: ({ aws }) => aws.virtualInterfaces, lag: "listLagAws", state: "virtualInterfaceState" },
    circuits: { of: ({ alibaba }) => alibaba.circuits, lag: "listLagAlibaba", state: "status" },
    borderRouters: { of: ({ alibaba }) => alibaba.borderRouters, lag: "listLagAlibaba", state: "status" },
    bgpGroups: { of: ({ alibaba }) => alibaba.bgpGroups, lag: "listLagAlibaba", state: "status" },
    bgpPeers: { of: ({ alibaba }) => alibaba.bgpPeers, lag: "listLagAlibaba", state: "status" },
};

/**
 * P18: what a list of either cloud shows: the records of `listLagAws` or `listLagAlibaba` seconds ago, so not yet one that
 * has just been made, and still one that has just gone; and a state that no document names, where the world has one say so.
 */
export function listed<Name extends ListName>(world: World, name: Name): Records[Name][] {
    const { of, lag, state } = lists[name];
    const truth = of(world);
    const seconds = world.durations[lag];
    const records = seconds > 0 ? lagged(world, name, truth, seconds) : truth;
    const unknown = unknownStates.get(world) ?? [];
    return unknown.length === 0
        ? [...records.values()]
        : [...records.values()].map((record) => withUnknownState(world, name, record, state));
}

/** Keeps what the lists that lag will show later. Nothing is kept of a list that shows the truth. */
export function rememberLists(world: World): void {
    for (const [name, { of, lag }] of Object.entries(lists)) {
        const seconds = world.durations[lag];
        if (seconds > 0) {
            const now = structuredClone(of(world));
            remember<unknown>(world, name, now, now, seconds);
        }
    }
}

/** A state outside every documented enum. */
const unknownState = "unheard-of";

/** Where a list says the unknown state: instead of which state, and until when. */
interface UnknownState {
    list: ListName;
    insteadOf: string;
    until: number;
}

const unknownStates = new WeakMap<World, UnknownState[]>();

/** Lets a list say the unknown state where the truth is `insteadOf`, for so long from now. */
export function sayUnknownState(
    world: World,
    { seconds, ...state }: Omit<UnknownState, "until"> & { seconds: number },
): void {
    const until = world.clock.now() + seconds * 1000;
    unknownStates.set(world, [...(unknownStates.get(world) ?? []), { ...state, until }]);
}

function withUnknownState<Each>(world: World, name: ListName, record: Each, state: keyof Each): Each {
    const said = unknownStates
        .get(world)
        ?.find(
            ({ list, insteadOf, until }) => list === name && insteadOf === record[state] && world.clock.now() < until,
        );
    return said === undefined ? record : { ...record, [state]: unknownState };
}

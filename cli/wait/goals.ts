import { backend, statusOfBackend } from "../../provider/backendConfiguration/status";
import { watchBgp } from "../../provider/bgpVerification/watch";
import { findBorderRouter, lookUpBorderRouter } from "../../provider/borderRouter/find";
import type { HandlerContext } from "../../provider/handler";
import { findHostedConnection } from "../../provider/hostedConnectionAcceptance/find";
import { acceptance, describeSearch } from "../../provider/hostedConnectionAcceptance/status";
import type { WaitOptions } from "../../provider/waiting/wait";
import type { GoalName, WaitIds } from "./request";

type Context = Pick<HandlerContext, "clouds" | "clock">;

/** What is waited for, on the tables of the resources that wait for the same. */
export interface Goal {
    /** The clouds that it asks. */
    clouds: readonly ("aws" | "alibaba")[];
    /** What it cannot do without; undefined: nothing is missing. */
    missing(ids: WaitIds): string | undefined;
    watch(
        ids: WaitIds,
        context: Context,
        oneLook: boolean,
    ): Pick<WaitOptions<string, unknown>, "table" | "look" | "adviseAtTimeOut">;
}

const later = "Run it again later; open a ticket with Alibaba Cloud if it stays so.";

/** As `CircuitActivation` means it: VBR active, circuit Enabled and Normal, VLAN and both addresses set. */
const backendReady: Goal = {
    clouds: ["alibaba"],
    missing: ({ vbrId, accessPointId }) =>
        vbrId === undefined && accessPointId === undefined ? "VBR (--vbr-id or --access-point-id)" : undefined,
    watch: ({ vbrId, accessPointId }, { clouds, clock }) => ({
        table: {
            ...backend,
            onTimeout: `${later} While the hosted connection is not accepted, run pulumi up once: Alibaba Cloud may wait for that.`,
        },
        look: async () => {
            const all = await clouds.alibaba.describeBorderRouters();
            const router = findBorderRouter(all, { vbrId, accessPointId });
            return { state: statusOfBackend(router, clock.now()), value: router };
        },
    }),
};

/** The hosted connection can carry a virtual interface, and its far end is up. */
const connectionAvailable: Goal = {
    clouds: ["aws"],
    missing: ({ connectionId, vbrId }) =>
        connectionId === undefined && vbrId === undefined
            ? "hosted connection (--connection-id, or --vbr-id to find it by)"
            : undefined,
    watch: ({ vbrId = "", connectionId }, { clouds }) => ({
        table: {
            ...acceptance,
            pending: {
                ...acceptance.pending,
                ordering: { turn: "yours", to: "run pulumi up, which accepts it" },
                down: acceptance.pending["down so far"],
            },
            warn: {},
            onTimeout: later,
        },
        look: async () => {
            const router = connectionId === undefined ? await lookUpBorderRouter(vbrId, clouds.alibaba) : undefined;
            const search = { vbrId, connectionId, vlanId: router?.vlanId };
            const finding = findHostedConnection(await clouds.aws.describeConnections(), search);
            if (finding.connection !== undefined) {
                return { state: finding.connection.connectionState, value: finding.connection };
            }
            const { accountId: awsAccountId, region: awsRegion } = await clouds.aws.identity();
            return { ...describeSearch(finding, search, { awsAccountId, awsRegion }), value: undefined };
        },
    }),
};

/** As `BgpVerification` means it: both sides say so, several times in a row; in a single look, once. */
const bgpUp: Goal = {
    clouds: ["aws", "alibaba"],
    missing: ({ vbrId, virtualInterfaceId }) => {
        const lacking = [
            ...(vbrId === undefined ? ["VBR (--vbr-id)"] : []),
            ...(virtualInterfaceId === undefined ? ["virtual interface (--virtual-interface-id)"] : []),
        ];
        return lacking.length === 0 ? undefined : lacking.join(" and ");
    },
    watch: ({ vbrId = "", virtualInterfaceId = "", connectionId, bgpPeerId }, context, oneLook) =>
        watchBgp({ vbrId, virtualInterfaceId, connectionId, bgpPeerId }, context, oneLook ? 1 : undefined),
};

export const goals: Record<GoalName, Goal> = {
    backend: backendReady,
    available: connectionAvailable,
    "bgp-up": bgpUp,
};

import type { CauseName } from "../../provider/diagnosis/causes/names";
import { diagnose } from "../../provider/diagnosis/diagnose";
import type { LinkIds } from "../../provider/diagnosis/link";
import { readLink } from "../../provider/diagnosis/read";
import { openBench } from "../faults/handlers/bench";
import { alibabaAccount, awsAccount } from "../support/samples";
import type { Case } from "./cases";

/** The scenarios that do not come up, and what the doctor says of them an hour after the acceptance, when nothing goes on by itself. */
const troubles: Record<string, CauseName> = {
    "never-ready": "backend-not-finished",
    "wrong-account": "no-hosted-connection",
    locked: "circuit-locked",
    expired: "subscription-over",
    // The virtual interface waits for the key, which `up` asks for.
    "bgp-precreated-masked": "no-virtual-interface",
    "bgp-precreated-absent": "no-virtual-interface",
};

export function troubleCases(): Case[] {
    return Object.entries(troubles).map(([scenario, cause]) => ({
        name: `scenario ${scenario}, which does not come up`,
        async run(without) {
            const bench = await openBench({ scenario });
            const { world, official, pass, context } = bench;
            try {
                const own = [...world.aws.connections.values()].filter(
                    ({ ownerAccount }) => ownerAccount === world.accounts.awsAccountId,
                );
                for (const { connectionId } of own) {
                    official.aws.call("directconnect", "ConfirmConnection", { connectionId });
                }
                await pass(3600);
                const { findings } = diagnose(
                    await readLink(idsOf(bench.ids, own), context.clouds),
                    context.clock.now(),
                );
                const [first] = findings.filter((finding) => finding.cause !== without);
                return first?.cause === cause
                    ? undefined
                    : `${cause} is not named first: ${first?.says ?? "nothing is"}`;
            } finally {
                bench.close();
            }
        },
    }));
}

type Ids = Awaited<ReturnType<typeof openBench>>["ids"];

/** What a stack knows that has come no further. */
function idsOf(ids: Ids, [connection]: { connectionId: string }[]): LinkIds {
    return {
        vbrId: ids.vbrId,
        ...(connection && { connectionId: connection.connectionId }),
        vpcId: ids.awsVpcId,
        routeTableIds: ids.routeTableIds,
        cenId: ids.cenId,
        ...(ids.transitRouterId !== undefined && { transitRouterId: ids.transitRouterId }),
        alibabaVpcIds: [ids.alibabaVpcId],
        ...awsAccount,
        ...alibabaAccount,
    };
}

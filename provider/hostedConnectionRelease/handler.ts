import { requireExpectedAccounts } from "../accounts";
import type { Handler } from "../handler";
import { readHostedConnection } from "../hostedConnectionAcceptance/life";
import { failuresOfChoice, failuresOfId } from "../rules/failures";
import { releaseHostedConnection } from "./release";

export interface HostedConnectionReleaseInputs {
    connectionId: string;
    /** Tells until when the subscription runs; not in the state of earlier versions. */
    vbrId?: string;
    /** Whether this package accepted the connection: what was only adopted is never deleted. */
    made: boolean;
    onDestroy?: "keep" | "delete";
    awsAccountId?: string;
    awsRegion?: string;
}

const updatable = ["made", "onDestroy"] as const;

/**
 * The wish for the day of the destroy, which runs no program and so sees the state alone. Kept apart from the acceptance: a change of the wish would
 * update that one in place, its outputs would be unknown in the preview, and the VIF would be announced as replaced.
 */
export const hostedConnectionReleaseHandler: Handler<HostedConnectionReleaseInputs, HostedConnectionReleaseInputs> = {
    check: ({ connectionId, onDestroy }) => [
        ...failuresOfId("connectionId", connectionId, "a hosted connection", "dxcon-"),
        ...failuresOfChoice("onDestroy", onDestroy, ["keep", "delete"]),
    ],

    diff(id, olds, news) {
        const replaces = news.connectionId === id.replace(/\/release$/, "") ? [] : ["connectionId"];
        return { changes: replaces.length > 0 || updatable.some((key) => olds[key] !== news[key]), replaces };
    },

    async create(inputs, { clouds }) {
        const accounts = await requireExpectedAccounts(inputs, clouds, ["aws"]);
        return { id: `${inputs.connectionId}/release`, outputs: { ...inputs, ...accounts } };
    },

    update: (_id, olds, news) => Promise.resolve({ ...olds, ...news, onDestroy: news.onDestroy }),

    async read(_id, olds, { clouds }) {
        return (await readHostedConnection(olds.connectionId, olds, clouds)) && olds;
    },

    async delete(_id, olds, context) {
        if (olds.made && olds.onDestroy === "delete") {
            await releaseHostedConnection(olds.connectionId, olds, context);
        }
    },
};

import { accountMismatches } from "../../provider/accounts";
import type { Clouds } from "../../provider/clouds/clouds";
import type { LinkIds } from "../../provider/diagnosis/link";
import { messageOf } from "../../provider/messageOf";
import type { AskPulumi } from "./pulumi";
import { linkOfStack, type StackChoice, type StackLink } from "./stack";
import type { Surroundings } from "./surroundings";

/** What was asked for: a link by a stack, by IDs, or by both, of which IDs win. */
export interface LinkRequest extends StackChoice {
    ids: LinkIds;
}

/** A link, and the clouds as it is reached. */
export interface ReachableLink {
    /** Accounts and regions among them, where the stack tells them. */
    ids: LinkIds;
    clouds: Clouds;
    /** As the stack names it. */
    name: string | undefined;
}

/** Any of these leads to the others. */
const leading = ["vbrId", "connectionId", "virtualInterfaceId"] as const;

/**
 * Reads the stack where it is named, or where the IDs lead nowhere, and connects to the clouds as its resources do. Throws, in one line, where there is no
 * link, and where the clouds are reached in another account or region than the link's.
 */
export async function reachLink(
    request: LinkRequest,
    { askPulumi, connect }: Pick<Surroundings, "askPulumi" | "connect">,
): Promise<ReachableLink> {
    const { stack, ids } = request;
    if (stack === undefined && leading.some((name) => ids[name] !== undefined)) {
        return { ids, clouds: connect(undefined), name: undefined };
    }
    const known = await readStack(request, askPulumi);
    const all: LinkIds = { ...known.accounts, ...known.ids, ...ids };
    if (leading.every((name) => all[name] === undefined)) {
        const subject = stack === undefined ? "The selected stack" : `Stack ${stack}`;
        throw new Error(`${subject} holds no link yet. Run pulumi up, or give IDs: --vbr-id, --virtual-interface-id.`);
    }
    const clouds = connect(await known.configuration());
    const problems = await accountMismatches(known.accounts, clouds);
    if (problems.length > 0) {
        throw new Error(problems.join(" "));
    }
    return { ids: all, clouds, name: known.name };
}

async function readStack(request: LinkRequest, ask: AskPulumi): Promise<StackLink> {
    try {
        return await linkOfStack(request, ask);
    } catch (error) {
        if (request.stack !== undefined) {
            throw error;
        }
        const [said = ""] = messageOf(error).split("\n");
        throw new Error(
            `Which link? Give --stack in the program's folder, or IDs: --vbr-id, --virtual-interface-id. (${said})`,
            { cause: error },
        );
    }
}

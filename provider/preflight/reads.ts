import { CloudCallError } from "../clouds/errors";
import { messageOf } from "../messageOf";
import { OutOfTime, type Clock } from "../waiting/clock";
import { describeDuration } from "../waiting/duration";
import { withinLimit } from "../waiting/timeLimit";

export type CloudName = "aws" | "alibaba";

/** A read that has no answer, so that nothing is known of what it is about. */
export interface Unread {
    cloud: CloudName;
    /** Such as "VPC vpc-1". */
    what: string;
    /** "late": within the limit of all of them; "denied": `permission` is missing; "passing": it would go by itself; "failed": by itself it will not. */
    why: "late" | "denied" | "passing" | "failed";
    text: string;
    permission?: string;
}

/** Reads of both clouds, side by side: one that fails, is denied or comes too late hides none of the others. */
export class Reads {
    readonly unread: Unread[] = [];
    private readonly endsAt: number;

    /** `limitMilliseconds`: how long all of them may take together; `unknown`: the clouds of which nothing is asked. */
    constructor(
        private readonly clock: Clock,
        readonly limitMilliseconds = Infinity,
        private readonly unknown: readonly CloudName[] = [],
    ) {
        this.endsAt = clock.now() + limitMilliseconds;
    }

    /** undefined where it is not asked for, and where there is no answer. */
    async read<Item>(
        cloud: CloudName,
        what: string,
        asked: boolean,
        call: () => Promise<Item>,
    ): Promise<Item | undefined> {
        if (!asked || this.unknown.includes(cloud)) {
            return undefined;
        }
        try {
            return await this.inTime(call);
        } catch (error) {
            this.unread.push({ cloud, what, ...(this.isLate(error) ? late : reasonOf(error)) });
            return undefined;
        }
    }

    /** A call that is under way when the limit ends says so by itself, maybe a moment before. */
    private isLate(error: unknown): boolean {
        const { cause } = error instanceof Error ? error : {};
        return this.endsAt !== Infinity && (error instanceof OutOfTime || cause instanceof OutOfTime);
    }

    private inTime<Item>(call: () => Promise<Item>): Promise<Item> {
        const { endsAt, clock } = this;
        return endsAt === Infinity
            ? call()
            : clock.within(endsAt - clock.now(), (signal) => withinLimit({ endsAt, signal }, call));
    }
}

const late = { why: "late", text: "" } as const;

function reasonOf(error: unknown): Pick<Unread, "why" | "text" | "permission"> {
    const text = messageOf(error);
    if (!(error instanceof CloudCallError)) {
        return { why: "failed", text };
    }
    const { permission, kind } = error;
    return permission === undefined
        ? { why: kind === "passing" ? "passing" : "failed", text }
        : { why: "denied", text, permission };
}

/** What the reads of whose account it is are about. */
export const accountOf: Readonly<Record<CloudName, string>> = { aws: "AWS account", alibaba: "Alibaba Cloud account" };

/** Where even that cannot be asked, which takes no permission, the credentials are wrong: no other read of that cloud says more. */
export function withoutConsequences(unread: readonly Unread[]): Unread[] {
    const ofAccounts = unread
        .filter(({ cloud, what, why }) => what === accountOf[cloud] && (why === "failed" || why === "denied"))
        .map(({ permission: _needsNone, ...account }): Unread => ({ ...account, why: "failed" }))
        // AWS first: which one fails sooner is chance.
        .sort((one, other) => other.cloud.localeCompare(one.cloud));
    const blind = ofAccounts.map(({ cloud }) => cloud);
    return [...ofAccounts, ...unread.filter(({ cloud }) => !blind.includes(cloud))];
}

/** What was not read, in one line for each kind of reason. */
export function warningsOf(unread: readonly Unread[], limitMilliseconds: number): string[] {
    const subjects = unread.filter(({ why }) => why === "late").map(({ what }) => what);
    const permissions = unread.flatMap(({ permission }) => permission ?? []);
    return [
        ...(permissions.length === 0
            ? []
            : [
                  `Preflight may not read everything, so what rests on it is not checked. Grant to the caller: ${sorted(permissions).join(", ")}.`,
              ]),
        ...(subjects.length === 0
            ? []
            : [
                  `Preflight ended its look after ${describeDuration(limitMilliseconds)}, so what rests on these is not checked: ${sorted(subjects).join(", ")}. Run the same command again once the clouds answer faster.`,
              ]),
        ...unread.filter(({ why }) => why === "passing").map(({ text }) => text),
    ];
}

function sorted(texts: readonly string[]): string[] {
    return [...new Set(texts)].sort();
}

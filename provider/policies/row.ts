import type { Use } from "./args";

/** By operator and key, as both clouds write it. */
export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** What one action may act on. */
export interface Grant {
    resources: readonly string[];
    condition?: Condition;
}

/** One action, and where a program needs it. */
export interface Row {
    /** As the vendor writes it in a policy: `ec2:DescribeVpcs`. */
    action: string;
    on: (use: Use) => readonly Grant[];
    /** Default: always. */
    when?: (use: Use) => boolean;
    /** Of an action that only the official provider calls, and no stand-in for it: where that is read. */
    officialProviderAlone?: string;
}

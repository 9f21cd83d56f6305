import type { Clouds } from "../clouds/clouds";

/** What a child is about to be made with: the inputs of the official resource. */
export type ChildInputs = Readonly<Record<string, unknown>>;

/**
 * Looks for what an official resource is about to make. Where the cloud has one that the state does not hold (an answer was lost, or somebody else
 * made it), the text says so, with the line that adopts it; undefined where it may be made. It runs for the second half of a replacement too, while
 * the stack's own old one may still be there.
 */
export type UnmanagedSearch = (inputs: ChildInputs, clouds: Clouds) => Promise<string | undefined>;

import type { Link, LinkOptions } from "../healthyLink";

/** A link that is as well as the usual one, in another way: the doctor has nothing to say of it. */
export interface Variant extends LinkOptions {
    what: string;
    changes?: (link: Link) => unknown;
}

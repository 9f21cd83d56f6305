import { bothEndsVariants } from "./bothEnds";
import { packetVariants } from "./packets";
import { routeVariants } from "./routes";
import type { Variant } from "./variant";

export const variants: readonly Variant[] = [...bothEndsVariants, ...routeVariants, ...packetVariants];

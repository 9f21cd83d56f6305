/** Pure rules of both vendors; each returns sentences with subject, state and fix, and an empty list where all is well. */
export * from "./addresses";
export * from "./asns";
export * from "./authKeys";
export * from "./cidrBlocks";
export * from "./numbers";

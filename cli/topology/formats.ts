export const formats = ["mermaid", "svg"] as const;
export type Format = (typeof formats)[number];

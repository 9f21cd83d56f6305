/** Sizes in pixels. */
export const fontSize = { title: 18, kind: 13, text: 12 } as const;
export const lineHeight = 17;
export const padding = 12;
export const iconSize = 16;

/** Plain rules, without variables: what draws SVGs outside of browsers knows none, and takes the light ones. */
export const style = `
text { font: ${fontSize.text}px -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328; }
.title { font-size: ${fontSize.title}px; font-weight: 600; }
.kind { font-size: ${fontSize.kind}px; font-weight: 600; }
.id { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.faint { fill: #59636e; }
.halo { paint-order: stroke; stroke: #fff6ee; stroke-width: 6px; }
.page { fill: #ffffff; stroke: #d1d9e0; }
.alibaba { fill: #fff6ee; stroke: #e8a66a; }
.aws { fill: #f0f6ff; stroke: #8fb4e3; }
.cen { fill: none; stroke: #e8a66a; stroke-dasharray: 4 3; }
.box { fill: #ffffff; stroke-width: 1.5; }
.label { fill: #ffffff; }
.line { fill: none; stroke-width: 2; }
.session { stroke-dasharray: 7 5; }
.tube { stroke-width: 9; }
.core { fill: none; stroke: #ffffff; stroke-width: 4; }
.good { stroke: #1a7f37; }
.affected { stroke: #9a6700; }
.broken { stroke: #cf222e; }
.unknown { stroke: #818b98; }
.box.affected { stroke-width: 2; stroke-dasharray: 7 4; }
.box.broken { fill: #fff0ee; stroke-width: 3.5; }
.box.unknown { stroke-dasharray: 2 3; }
.line.broken { stroke-width: 4; }
.tube.broken { stroke-width: 10; }
.icon { stroke: none; }
.icon.good { fill: #1a7f37; }
.icon.affected { fill: #9a6700; }
.icon.broken { fill: #cf222e; }
.sign { fill: none; stroke: #ffffff; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.number { fill: #ffffff; font-size: 11px; font-weight: 700; text-anchor: middle; }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; }
.faint { fill: #9198a1; }
.halo { stroke: #1d1610; }
.page { fill: #0d1117; stroke: #3d444d; }
.alibaba { fill: #1d1610; stroke: #8a5a2b; }
.aws { fill: #0f1826; stroke: #3d628f; }
.cen { fill: none; stroke: #8a5a2b; }
.box { fill: #151b23; }
.label { fill: #0d1117; }
.core { stroke: #0d1117; }
.good { stroke: #3fb950; }
.affected { stroke: #d29922; }
.broken { stroke: #f85149; }
.unknown { stroke: #768390; }
.box.broken { fill: #2d1315; }
.icon.good { fill: #238636; }
.icon.affected { fill: #9e6a03; }
.icon.broken { fill: #da3633; }
.number { fill: #ffffff; }
}
`;

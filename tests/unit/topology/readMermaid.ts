/** What Mermaid's own parser made of a flowchart. */
export interface Flowchart {
    /** By their names. */
    nodes: Map<string, string>;
    links: { from: string; to: string; text: string }[];
}

interface FlowDatabase {
    getVertices(): Map<string, { text?: string }>;
    getEdges(): { start: string; end: string; text: string }[];
}

/** Throws where Mermaid would show a syntax error instead of a picture. */
export async function readMermaid(text: string): Promise<Flowchart> {
    // The one that Mermaid has, too. Outside of a browser there is nothing to purify for: the parser is all that is asked here.
    const { default: purify } = await import("dompurify");
    Object.assign(purify, { addHook: () => undefined, sanitize: (html: string) => html });
    const { default: mermaid } = await import("mermaid");
    // What kinds of diagrams there are is loaded by the parser alone.
    await mermaid.parse(text);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what is not deprecated answers no more than whether it is right
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const database = diagram.db as unknown as FlowDatabase;
    return {
        nodes: new Map([...database.getVertices()].map(([name, { text: label = "" }]) => [name, label])),
        links: database.getEdges().map(({ start, end, text: label }) => ({ from: start, to: end, text: label })),
    };
}

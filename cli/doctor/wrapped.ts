const columns = 100;

/** A text in lines that leave room for an indent. A word that is longer than a line stays whole, to be copied. */
export function wrapped(text: string, indent: number): string[] {
    const lines: string[] = [];
    for (const word of text.split(" ")) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= columns - indent) {
            lines[lines.length - 1] = `${last} ${word}`;
        } else {
            lines.push(word);
        }
    }
    return lines;
}

/** A character of its own, any one character, or any text. */
type Token = { character: string } | "one" | "any";

/** EC2 user guide, "Filter your resources": `*` stands for zero or more characters, `?` for one, and `\` takes either as it is. */
function tokensOf(pattern: string): Token[] {
    const tokens: Token[] = [];
    const characters = Array.from(pattern);
    for (let index = 0; index < characters.length; index += 1) {
        const character = characters[index] ?? "";
        const next = characters[index + 1];
        if (character === "\\" && next !== undefined) {
            tokens.push({ character: next });
            index += 1;
        } else if (character === "*") {
            tokens.push("any");
        } else {
            tokens.push(character === "?" ? "one" : { character });
        }
    }
    return tokens;
}

/**
 * Whether a text fits a pattern. At most one step for each pair of their characters: as a regular expression, thirty asterisks against
 * a long text would hold the whole simulator up.
 */
export function matcherOf(pattern: string): (text: string) => boolean {
    const tokens = tokensOf(pattern);
    return (text) => {
        const characters = Array.from(text);
        let [at, token] = [0, 0];
        let [retryAt, retryToken] = [0, -1];
        while (at < characters.length) {
            const wanted = tokens[token];
            if (wanted === "any") {
                [retryAt, retryToken] = [at, token];
                token += 1;
            } else if (wanted === "one" || wanted?.character === characters[at]) {
                at += 1;
                token += 1;
            } else if (retryToken >= 0) {
                retryAt += 1;
                [at, token] = [retryAt, retryToken + 1];
            } else {
                return false;
            }
        }
        return tokens.slice(token).every((rest) => rest === "any");
    };
}

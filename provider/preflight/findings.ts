/** What one subject is found to be: what would stop the link, and what only may. */
export interface Found {
    problems: string[];
    warnings: string[];
}

export const nothing: Found = { problems: [], warnings: [] };

export function together(...found: readonly Found[]): Found {
    return {
        problems: found.flatMap(({ problems }) => problems),
        warnings: found.flatMap(({ warnings }) => warnings),
    };
}

/** Nothing but what would stop the link. */
export function problems(lines: string[]): Found {
    return { problems: lines, warnings: [] };
}

export function warnings(lines: string[]): Found {
    return { problems: [], warnings: lines };
}

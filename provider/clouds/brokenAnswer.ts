/**
 * An answer that lacks what every whole one has, or contradicts itself. It passes by itself, and nothing is concluded from it: taken for an empty list, it
 * would drop a resource from the state, or make one twice.
 */
export class BrokenAnswer extends Error {
    constructor(problem: string) {
        super(`${problem}; try again`);
    }
}

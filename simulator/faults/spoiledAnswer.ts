import type { ServerResponse } from "node:http";

import type { ActionOutput } from "../action";
import { leaveOut } from "../recording";
import type { CloudError } from "../world/cloudError";

/** What became of an answer on its way: only the first half of its body arrives, or an error comes under the status of a success. */
export type Spoiling = { how: "truncated"; output: ActionOutput } | { how: "error in 200"; refusal: CloudError };

/** Thrown for a call whose answer arrives, but cannot be taken for one. */
export class SpoiledAnswer extends Error {
    constructor(readonly spoiling: Spoiling) {
        super(`spoiled answer: ${spoiling.how}`);
        this.name = "SpoiledAnswer";
    }
}

/** The two texts that a protocol makes. */
interface Texts {
    answer(output: ActionOutput): string;
    error(refusal: CloudError): string;
}

/**
 * The body that is sent with status 200. It is left out of the recording that the judges read: what a fault made of an answer is no shape of the
 * vendors' models, and shall not be held against them.
 */
export function spoiledBody({ spoiling }: SpoiledAnswer, response: ServerResponse, texts: Texts): string {
    leaveOut(response);
    if (spoiling.how === "error in 200") {
        return texts.error(spoiling.refusal);
    }
    const whole = texts.answer(spoiling.output);
    return whole.slice(0, Math.ceil(whole.length / 2));
}

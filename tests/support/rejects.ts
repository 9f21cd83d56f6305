import { PartialCreation } from "../../provider/handler";

/** The error that a promise ends with, to be compared whole. */
export async function errorOf(promise: Promise<unknown>): Promise<Error> {
    try {
        await promise;
    } catch (error) {
        if (error instanceof Error) {
            return error;
        }
        throw error;
    }
    throw new Error("expected an error, but the call succeeded");
}

/** The partial creation that a promise ends with. */
export async function partialOf(promise: Promise<unknown>): Promise<PartialCreation> {
    const error = await errorOf(promise);
    if (error instanceof PartialCreation) {
        return error;
    }
    throw error;
}

import * as pulumi from "@pulumi/pulumi";

/** What one question to an official provider is about, for the one line that a refused question gets. */
export interface Question {
    /** "the route tables of transit router tr-1", say. */
    subject: string;
    fix: string;
}

/**
 * An invoke of an official provider; its refusal ends the program in one line instead of a stack trace. While a preview does not know yet how the provider
 * is configured, the engine asks nobody and answers with nothing at all (measured): that is an unknown, for an output to hold.
 */
export async function ask<Answer extends object>(
    { subject, fix }: Question,
    invoke: () => Promise<Answer>,
): Promise<Answer> {
    let answer: Answer;
    try {
        answer = await invoke();
    } catch (error) {
        throw new pulumi.RunError(`The provider cannot read ${subject}: ${reasonOf(error)} ${fix}`);
    }
    const asked = !pulumi.runtime.isDryRun() || Object.keys(answer).length > 0;
    return asked ? answer : (pulumi.unknown as Answer);
}

/** Without the SDK's own preface, "invocation of aws:index/getRegion:getRegion returned an error: ". */
function reasonOf(error: unknown): string {
    const message = error instanceof Error ? error.message : String(error);
    const reason = message.replace(/^invocation of \S+ returned an error: /, "").trim();
    return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}

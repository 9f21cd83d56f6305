import type { PolicyArgs } from "../../provider/policies/args";
import { requiredAwsPolicy, requiredRamPolicy } from "../../provider/policies/requiredPolicies";
import type { Simulator } from "../../simulator/server";
import type { RealStack } from "./stack";

/** The arguments of a program's links, as policies are made from them. */
export type LinkArgs = Omit<PolicyArgs, "for">;

/**
 * Holds each command to the policies of the programs that the stack has had: what was made under the old arguments is changed, and deleted, by the command
 * that takes the new ones. Previews and refreshes get those that only read.
 */
export class LeastPrivilege {
    private readonly links: LinkArgs[] = [];

    constructor(private readonly simulator: Pick<Simulator, "permit" | "description">) {}

    /** From now on also what these links need. */
    addLinks(...links: LinkArgs[]): void {
        this.links.push(...links);
    }

    permit(purpose: PolicyArgs["for"]): void {
        const { aws, alibaba } = this.simulator.description.credentials;
        const documents = (make: (args: PolicyArgs) => object, { accountId, region }: Place): object[] =>
            distinct(this.links.map((link) => make({ ...link, for: purpose, accountId, region })));
        this.simulator.permit({
            aws: documents(requiredAwsPolicy, aws),
            ram: documents(requiredRamPolicy, alibaba),
        });
    }
}

interface Place {
    accountId: string;
    region: string;
}

function distinct(documents: object[]): object[] {
    return [...new Map(documents.map((document) => [JSON.stringify(document), document])).values()];
}

/** The stack, each of whose commands has its least privilege. */
export function underLeastPrivilege(
    stack: RealStack,
    privilege: LeastPrivilege,
    linksIn: (args: object) => LinkArgs[] = () => [],
): RealStack {
    const holding = (purpose: PolicyArgs["for"]): RealStack => {
        privilege.permit(purpose);
        return stack;
    };
    return {
        ...stack,
        preview: () => holding("preview").preview(),
        refresh: () => holding("preview").refresh(),
        clearPendingCreates: () => holding("preview").clearPendingCreates(),
        up: (options) => holding("up").up(options),
        destroy: () => holding("up").destroy(),
        startUp: (environment) => holding("up").startUp(environment),
        startDestroy: (environment) => holding("up").startDestroy(environment),
        run: (script, environment) => holding("up").run(script, environment),
        setArgs: (args) => {
            privilege.addLinks(...linksIn(args));
            return stack.setArgs(args);
        },
    };
}

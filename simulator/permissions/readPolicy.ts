import { matcherOf } from "../aws/ec2/wildcards";
import { isKnownKey, knownKeys, knownOperators, testOf, type Test } from "./conditions";
import type { Policy, Statement } from "./policy";

type Cloud = "aws" | "alibaba";

/**
 * What a document may hold. RAM knows conditions too, but none of the products here has a key of its own
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-ram), so none is evaluated.
 */
const kinds = {
    aws: { name: "AWS policy", version: "2012-10-17", members: ["Sid", "Effect", "Action", "Resource", "Condition"] },
    alibaba: { name: "RAM policy", version: "1", members: ["Effect", "Action", "Resource"] },
} as const;

/** Reads a document, and refuses what is not evaluated here: if a part were only ignored, something else would be allowed than in the cloud. */
export function readPolicy(cloud: Cloud, document: unknown): Policy {
    const { name, version, members } = kinds[cloud];
    const { Version, Statement, ...others } = recordOf(document, `The ${name}`, "{ Version, Statement }");
    if (Version !== version) {
        throw new Error(`The ${name} has Version ${JSON.stringify(Version)}. The simulator reads "${version}".`);
    }
    requireKnown(others, [], `The ${name}`);
    const statements = Array.isArray(Statement) ? (Statement as unknown[]) : [Statement];
    return {
        statements: statements.map((statement, index) =>
            readStatement(statement, members, `Statement ${index + 1} of the ${name}`),
        ),
    };
}

function readStatement(given: unknown, members: readonly string[], subject: string): Statement {
    const statement = recordOf(given, subject, "{ Effect, Action, Resource }");
    requireKnown(statement, members, subject);
    const { Effect: effect, Condition } = statement;
    if (effect !== "Allow" && effect !== "Deny") {
        throw new Error(`${subject} has Effect ${JSON.stringify(effect)}. Write "Allow" or "Deny".`);
    }
    const actions = textsOf(statement.Action, `${subject}, Action,`);
    const resources = textsOf(statement.Resource, `${subject}, Resource,`);
    const tests = Condition === undefined ? [] : readConditions(Condition, `${subject}, Condition,`);
    // Actions are compared without regard to case, ARNs with it.
    const [isAction, isResource] = [actions.map((action) => action.toLowerCase()), resources].map(anyOf);
    return {
        effect,
        actions,
        resources,
        isMeant: ({ action, resource, keys }) =>
            isAction?.(action.toLowerCase()) === true &&
            isResource?.(resource) === true &&
            tests.every((test) => test(keys)),
    };
}

function anyOf(patterns: readonly string[]): (text: string) => boolean {
    const matchers = patterns.map(matcherOf);
    return (text) => matchers.some((matches) => matches(text));
}

function readConditions(given: unknown, subject: string): Test[] {
    return Object.entries(recordOf(given, subject, "{ operator: { key: value } }")).flatMap(([operator, keys]) =>
        Object.entries(recordOf(keys, `${subject} ${operator},`, "{ key: value }")).map(([key, values]) => {
            const test = testOf(operator, key, textsOf(values, `${subject} ${operator}, ${key},`));
            if (test === undefined) {
                throw new Error(
                    `${subject} has operator ${operator}, which the simulator does not evaluate. It evaluates ${knownOperators.join(", ")}.`,
                );
            }
            if (!isKnownKey(key)) {
                throw new Error(
                    `${subject} has key ${key}, which the simulator does not evaluate. It evaluates ${knownKeys.join(", ")}.`,
                );
            }
            return test;
        }),
    );
}

function recordOf(value: unknown, subject: string, shape: string): Record<string, unknown> {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
        throw new Error(`${subject} is no object. Write ${shape}.`);
    }
    return value as Record<string, unknown>;
}

function requireKnown(given: object, known: readonly string[], subject: string): void {
    const unknown = Object.keys(given).find((member) => !known.includes(member));
    if (unknown !== undefined) {
        throw new Error(
            `${subject} has ${unknown}, which the simulator does not evaluate. Write the policy without it.`,
        );
    }
}

/** One text or a list of them, without policy variables. */
function textsOf(value: unknown, subject: string): string[] {
    const texts = Array.isArray(value) ? (value as unknown[]) : [value];
    return texts.map((text) => {
        if (typeof text !== "string" || text === "") {
            throw new Error(`${subject} holds ${JSON.stringify(text)}. Write texts.`);
        }
        if (text.includes("${")) {
            throw new Error(
                `${subject} holds the variable ${text}, which the simulator does not evaluate. Write its value.`,
            );
        }
        return text;
    });
}

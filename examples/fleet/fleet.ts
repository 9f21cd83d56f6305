/** What the file of a fleet holds. */
export interface Fleet {
    /** How many stacks may be on their way at once. Each of them takes an engine, the program and its providers. */
    parallelStacks: number;
    stacks: readonly FleetStack[];
}

/** A stack of the program: one environment, in one region and account of each cloud. */
export interface FleetStack {
    name: string;
    config: StackConfig;
    /** For the commands of this stack alone, such as AWS_CONFIG_FILE. Secrets do not belong in this file. */
    environment?: Readonly<Record<string, string>>;
}

/** The keys that `pulumi config set` takes for this program. */
export interface StackConfig {
    "aws:region": string;
    "aws:profile"?: string;
    "alicloud:region": string;
    "alicloud:profile"?: string;
    vbrId: string;
    cenId: string;
    /** Left out on a Basic CEN. */
    transitRouterId?: string;
    vpcId: string;
    routeTableIds: readonly string[];
}

interface Rule {
    mustBe: string;
    holds: (value: unknown) => boolean;
    optional?: true;
}

type RulesOf<T> = Readonly<Record<keyof T, Rule>>;

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isObject = (value: unknown): value is object =>
    typeof value === "object" && value !== null && !Array.isArray(value);
const isFilledList = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > 0;

const text: Rule = { mustBe: "a text", holds: isText };
const optionalText: Rule = { ...text, optional: true };

const fleetRules: RulesOf<Fleet> = {
    parallelStacks: {
        mustBe: "a whole number from 1 on",
        holds: (value) => Number.isInteger(value) && Number(value) > 0,
    },
    stacks: { mustBe: "a list of at least one stack", holds: isFilledList },
};

const stackRules: RulesOf<FleetStack> = {
    name: {
        mustBe: 'a stack\'s name: letters, digits, "-", "_" and "."',
        holds: (value) => isText(value) && /^[\w.-]+$/.test(value),
    },
    config: { mustBe: "an object", holds: isObject },
    environment: {
        mustBe: "an object of texts",
        holds: (value) => isObject(value) && Object.values(value).every((each) => typeof each === "string"),
        optional: true,
    },
};

const configRules: RulesOf<StackConfig> = {
    "aws:region": text,
    "aws:profile": optionalText,
    "alicloud:region": text,
    "alicloud:profile": optionalText,
    vbrId: text,
    cenId: text,
    transitRouterId: optionalText,
    vpcId: text,
    routeTableIds: {
        mustBe: "a list of at least one text",
        holds: (value) => isFilledList(value) && value.every(isText),
    },
};

/** Every key that the file of a fleet may set, so that one that is taken out of it can be taken out of a stack too. */
export const configKeys = Object.keys(configRules) as (keyof StackConfig)[];

/** Reads the JSON of a fleet; the first mistake in it is an error of one line. */
export function parseFleet(json: string): Fleet {
    const fleet = demand<Fleet>("the fleet", parsed(json), fleetRules);
    const stacks = fleet.stacks.map((each, index) => {
        const stack = demand<FleetStack>(`stacks[${index}]`, each, stackRules);
        demand<StackConfig>(`the config of ${stack.name}`, stack.config, configRules);
        return stack;
    });
    const names = stacks.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) {
        throw new Error(`Two stacks have the name "${twice}"; each must have its own.`);
    }
    return { ...fleet, stacks };
}

function parsed(json: string): unknown {
    try {
        return JSON.parse(json);
    } catch (error) {
        throw new Error(`This is not JSON: ${(error as Error).message.split("\n")[0] ?? ""}`, { cause: error });
    }
}

/** The value as what the rules describe, which no key may be missing from, and no other be in: a misspelt one would be ignored. */
function demand<T extends object>(subject: string, value: unknown, rules: RulesOf<T>): T {
    if (!isObject(value)) {
        throw new Error(`${subject} is ${JSON.stringify(value)}; it must be an object.`);
    }
    const known = Object.entries<Rule>(rules);
    const stray = Object.keys(value).find((key) => !known.some(([name]) => name === key));
    if (stray !== undefined) {
        throw new Error(`${subject} has "${stray}"; it can have ${known.map(([name]) => name).join(", ")}.`);
    }
    const values = new Map<string, unknown>(Object.entries(value));
    for (const [key, { mustBe, holds, optional }] of known) {
        const given = values.get(key);
        if (given === undefined && !optional) {
            throw new Error(`${subject} has no "${key}"; it must be ${mustBe}.`);
        }
        if (given !== undefined && !holds(given)) {
            throw new Error(`${subject} has ${JSON.stringify(given)} as "${key}"; it must be ${mustBe}.`);
        }
    }
    return value as T;
}

import tseslint from "typescript-eslint";

/** The arrows of the design go one way; each entry is a folder and what it may never import. */
const oneWay = [
    {
        files: ["components/**/*.ts", "index.ts"],
        patterns: [
            {
                regex: "provider/.*(handler|find|status)$|provider/(handlers|clouds|waiting|reporting|settings)",
                message:
                    "components/ constructs resources; what runs in the dynamic host is reached through the courier alone.",
            },
            { regex: "^@aws-sdk/|^@alicloud/|^@smithy/", message: "No cloud SDK in the program's process." },
            { regex: "simulator/", message: "The product knows nothing of the simulator." },
        ],
    },
    {
        files: ["provider/**/*.ts"],
        patterns: [
            {
                regex: "^@pulumi/(aws|alicloud)|components/|simulator/",
                message: "A handler knows neither the official providers nor the components nor the simulator.",
            },
        ],
    },
    {
        files: ["simulator/**/*.ts"],
        patterns: [
            {
                regex: "(components|provider)/(?!.*_grpc_pb|.*_pb)",
                message: "The simulator is an independent judge: it shares no code with the product.",
            },
        ],
    },
    {
        files: ["**/*.ts"],
        patterns: [
            {
                regex: "^@pulumi/(aws|alicloud)$",
                message:
                    "Import official classes by deep path: the index costs every user's type check over ten seconds.",
            },
        ],
    },
];

const everywhere = oneWay.at(-1).patterns;

export default tseslint.config(
    {
        ignores: ["dist/", "node_modules/", "tools/engine/go/"],
    },
    {
        files: ["**/*.ts"],
        extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
            "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
            "@typescript-eslint/consistent-type-imports": "error",
            "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
        },
    },
    { files: ["tests/**/*.ts"], rules: { "@typescript-eslint/no-unused-expressions": "off" } },
    ...oneWay.map(({ files, patterns }) => ({
        files,
        rules: { "no-restricted-imports": ["error", { patterns: [...new Set([...patterns, ...everywhere])] }] },
    })),
);

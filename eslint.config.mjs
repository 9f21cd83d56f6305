import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

import { zones } from "./tools/lint/oneWay.mjs";

/** An import that lint cannot read could lead anywhere. */
const readableImports = {
    selector: "ImportExpression[source.type!='Literal']",
    message: "Name the module as a plain text, so that the one-way imports can be checked.",
};

const clockOnly = "Only provider/waiting/clock.ts knows the real time: everything else gets a clock.";

export default tseslint.config(
    {
        ignores: ["dist/", "node_modules/", "tools/engine/go/"],
    },
    {
        linterOptions: { reportUnusedDisableDirectives: "error" },
    },
    {
        files: ["**/*.ts"],
        extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        plugins: { "import-x": importX },
        settings: {
            "import-x/resolver-next": [
                createNodeResolver({ extensions: [".ts", ".js"], extensionAlias: { ".js": [".ts", ".js"] } }),
            ],
        },
        rules: {
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
            "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
            "@typescript-eslint/consistent-type-imports": "error",
            "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
            "import-x/no-restricted-paths": ["error", { zones, basePath: import.meta.dirname }],
            // What does not resolve would pass every zone. The package itself resolves to dist/, which need not be there.
            "import-x/no-unresolved": ["error", { commonjs: true, ignore: ["^pulumi-multicloud-connection$"] }],
            "no-restricted-syntax": ["error", readableImports],
        },
    },
    { files: ["tests/**/*.ts"], rules: { "@typescript-eslint/no-unused-expressions": "off" } },
    {
        files: ["index.ts", "{components,provider,topology,simulator,cli}/**/*.ts"],
        rules: { "import-x/no-extraneous-dependencies": ["error", { devDependencies: false }] },
    },
    {
        files: ["provider/**/*.ts"],
        ignores: ["provider/waiting/clock.ts"],
        rules: {
            "no-restricted-globals": [
                "error",
                {
                    checkGlobalObject: true,
                    globals: ["setTimeout", "setInterval", "setImmediate", "performance"].map((name) => ({
                        name,
                        message: clockOnly,
                    })),
                },
            ],
            "no-restricted-properties": [
                "error",
                { object: "Date", property: "now", message: clockOnly },
                { object: "AbortSignal", property: "timeout", message: clockOnly },
            ],
            "no-restricted-imports": [
                "error",
                { patterns: [{ regex: "^(node:)?(timers|perf_hooks)", message: clockOnly }] },
            ],
            "no-restricted-syntax": [
                "error",
                readableImports,
                { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clockOnly },
                { selector: "CallExpression[callee.name='Date']", message: clockOnly },
            ],
        },
    },
    {
        // In the repository's own project: by the compiler settings that each example brings for its users, all types would be loaded again for each.
        files: ["examples/**/*.ts"],
        languageOptions: { parserOptions: { projectService: false, project: "./tsconfig.json" } },
    },
    {
        files: ["tools/**/*.js"],
        extends: [tseslint.configs.recommended],
        languageOptions: { sourceType: "commonjs" },
        rules: { "@typescript-eslint/no-require-imports": "off" },
    },
);

// The arrows of the design go one way. Each zone: which files, what they may never import in whatever way (static, dynamic, require; types too), and why.
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..", "..");

/** The files of provider/ that run in the program's process; everything else of it runs in the dynamic host. */
const courierSide = "provider/{*/resource,accountArgs,dynamicResource,courier,unknown,rules/!(failures),policies/*}.ts";
const program = ["index.ts", "components", courierSide];
const product = ["index.ts", "components", "provider"];

const packages = (...names) => names.map((name) => `node_modules/${name}`);

const besideTheEngine =
    "The command works beside an engine: it knows the handlers' side and the simulator, and no program.";

export const zones = [
    {
        target: program,
        from: "provider/**/*",
        except: [path.join(root, courierSide)],
        message: "What runs in the dynamic host is reached through the courier alone.",
    },
    {
        target: program,
        from: packages("@aws-sdk", "@alicloud", "@darabonba", "@smithy"),
        message: "No cloud SDK in the program's process.",
    },
    {
        target: "provider",
        from: ["index.ts", "components", ...packages("@pulumi/aws", "@pulumi/alicloud")],
        message: "A handler knows neither the components nor the official providers.",
    },
    {
        target: product,
        from: ["simulator", "cli", "tests", "examples", "dist"],
        message: "The product knows nothing of the simulator, the command and the tests.",
    },
    {
        target: "cli",
        from: ["index.ts", "components", "tests", "examples", "dist", ...packages("@pulumi")],
        message: besideTheEngine,
    },
    { target: "cli", from: "provider/*/resource.ts", message: besideTheEngine },
    {
        target: "topology",
        from: ["index.ts", "components", "provider", "simulator", "cli", "tests", "examples", "dist", "node_modules"],
        message: "A drawing is made from what it is given, and of nothing else: program and command draw alike.",
    },
    {
        target: "simulator",
        from: ["index.ts", "components", "provider", "topology", "cli", "tests", "examples", "dist"],
        message: "The simulator is an independent judge: it shares no code with the product.",
    },
    {
        target: ".",
        from: packages("@pulumi/aws/index.js", "@pulumi/alicloud/index.js"),
        message: "Import official classes by deep path: the index costs every user's type check over ten seconds.",
    },
].map((zone) => ({ ...zone, target: [zone.target].flat() }));

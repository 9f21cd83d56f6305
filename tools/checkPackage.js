// `npm run check:package`: packs the package, installs it where no repository is near, and deploys the README's program from there. That is what a user gets.
"use strict";

const path = require("node:path");

const problemsOfContents = require("./checkPackage/contents");
const deploy = require("./checkPackage/deployment");
const { packageManagers, peerVersions, writeProject } = require("./checkPackage/project");
const { checkTypesOfProgram, checkTypesOfSources } = require("./checkPackage/typeCheck");
const undeclaredImports = require("./checkPackage/undeclaredImports");
const { main, prepare, root, say } = require("./prepare");
const runPatiently = require("./runPatiently");
const temporaryFolder = require("./temporaryFolder");
const manifest = require("../package.json");

/** Each manager and each end of the peers' ranges once. The sources need the flat node_modules of npm; with the highest peers they are compiled here. */
const projects = [
    { manager: "npm", peers: "lowest", sources: true },
    { manager: "pnpm", peers: "highest" },
];

main(async () => {
    const startedAt = Date.now();
    const environment = await prepare();
    const folder = temporaryFolder("package");
    const tarball = await pack(folder);
    for (const project of projects) {
        await check(path.join(folder, project.manager), { ...project, tarball }, environment);
    }
    say(`The package works as a user installs it; checked in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
    return 0;
});

/** Answers the tarball's path. */
async function pack(folder) {
    say("Packing, with a clean build.");
    const stdout = await runPatiently("npm", ["pack", "--json", "--pack-destination", folder], {
        cwd: root,
        subject: "npm pack",
        limitSeconds: 180,
        say,
    });
    // What prepack's scripts say may stand before it.
    const [{ filename, files, size, unpackedSize }] = JSON.parse(stdout.slice(stdout.search(/^\[$/m)));
    refuse("The tarball's contents", problemsOfContents(files, manifest, root));
    say(`  ${filename}: ${files.length} files, ${kilobytes(size)}, unpacked ${kilobytes(unpackedSize)}`);
    return path.join(folder, filename);
}

async function check(folder, project, environment) {
    const { manager, peers, sources } = project;
    const versions = Object.entries(peerVersions[peers]).map(([name, version]) => `${name} ${version}`);
    say(`\nAs installed by ${manager}, with the ${peers} peers: ${versions.join(", ")}`);
    writeProject(folder, project);
    const { command, values } = packageManagers[manager].installation;
    const options = { cwd: folder, limitSeconds: 300, say };
    say(`${manager} install`);
    await runPatiently(command, values, { ...options, subject: `${manager} install` });
    refuse("Undeclared imports", undeclaredImports(path.join(folder, "node_modules", manifest.name)));
    if (sources) {
        await checkTypesOfSources(folder, options);
    }
    await checkTypesOfProgram(folder, options);
    await deploy(folder, environment, say);
}

function refuse(subject, problems) {
    if (problems.length > 0) {
        throw new Error(`${subject}:\n  ${problems.join("\n  ")}`);
    }
}

function kilobytes(bytes) {
    return `${Math.round(bytes / 1000)} kB`;
}

#!/usr/bin/env node
// The Node.js language host, for a CLI that was built from Go modules: the official host is a Go module that cannot be had in this way. `getPluginInfo` and
// `run` are all that the engine needs (measured with the CLI 3.259.0).
"use strict";

const { spawn } = require("node:child_process");
const { createRequire } = require("node:module");
const path = require("node:path");

/** Exit code of a program whose error the SDK has shown already (@pulumi/pulumi, cmd/run). */
const alreadyShown = 32;

const engineAddress = process.argv.slice(2).find((argument) => !argument.startsWith("-"));

// The program's own SDK: the working directory of the host is the program's; everything else is resolved from the SDK's own place, for pnpm's sake.
const fromProgram = createRequire(path.join(process.cwd(), "_.js"));
const sdkFolder = path.dirname(fromProgram.resolve("@pulumi/pulumi/package.json"));
const fromSdk = createRequire(path.join(sdkFolder, "_.js"));
const grpc = fromSdk("@grpc/grpc-js");
const { LanguageRuntimeService } = fromSdk("@pulumi/pulumi/proto/language_grpc_pb");
const { RunResponse } = fromSdk("@pulumi/pulumi/proto/language_pb");
const { PluginInfo } = fromSdk("@pulumi/pulumi/proto/plugin_pb");
const { version } = fromSdk("@pulumi/pulumi/package.json");

function getPluginInfo(_call, callback) {
    const info = new PluginInfo();
    info.setVersion(version);
    callback(null, info);
}

function run({ request }, callback) {
    const programArguments = [
        ["--monitor", request.getMonitorAddress()],
        ["--engine", engineAddress],
        ["--organization", request.getOrganization()],
        ["--project", request.getProject()],
        ["--stack", request.getStack()],
        ["--pwd", request.getPwd()],
        ...(request.getDryrun() ? [["--dry-run"]] : []),
        ["--parallel", String(request.getParallel())],
    ].flat();
    const info = request.getInfo();
    const program = request.getProgram() || (info && info.getEntryPoint()) || ".";
    const child = spawn(
        process.execPath,
        [
            require.resolve("@pulumi/pulumi/cmd/run", { paths: [process.cwd()] }),
            ...programArguments,
            program,
            ...request.getArgsList(),
        ],
        {
            stdio: ["ignore", "inherit", "inherit"],
            env: {
                ...process.env,
                PULUMI_NODEJS_TYPESCRIPT: "true",
                PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toObject(false))),
                PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
            },
        },
    );
    child.on("error", (error) => answer(`The program could not be started: ${error.message}`));
    child.on("exit", (code, signal) => {
        if (code === 0) {
            answer("");
        } else if (code === alreadyShown) {
            answer("", true);
        } else {
            answer(`Program exited with ${signal === null ? `non-zero exit code: ${code}` : `signal ${signal}`}`);
        }
    });

    function answer(error, bail = false) {
        const response = new RunResponse();
        response.setError(error);
        response.setBail(bail);
        callback(null, response);
    }
}

const server = new grpc.Server();
const implemented = { getPluginInfo, run };
const unimplemented = (_call, callback) =>
    callback({ code: grpc.status.UNIMPLEMENTED, message: "not part of this host" });
server.addService(
    LanguageRuntimeService,
    Object.fromEntries(Object.keys(LanguageRuntimeService).map((name) => [name, implemented[name] ?? unimplemented])),
);
// The engine holds the other end: whatever becomes of it, this host ends with it. The official one asks every five minutes whether its engine is there.
process.stdin.on("end", () => process.exit(1)).resume();
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) {
        throw error;
    }
    // The engine reads the port from the first line.
    process.stdout.write(`${port}\n`);
});

// The engine holds the other end, also while it is killed: without this the host would outlive it (measured).
process.stdin.on("end", () => process.exit()).resume();

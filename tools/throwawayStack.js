// What a stack against the simulator needs, apart from the user's own stacks, plugins and settings.
"use strict";

const path = require("node:path");

/** The engine's state and home lie in the folder; nothing is fetched, and nothing of the user's own is touched. */
function engineSettings(folder) {
    return {
        PULUMI_BACKEND_URL: `file://${path.join(folder, "state")}`,
        PULUMI_HOME: path.join(folder, "home"),
        // Guards the secrets of a stack that is deleted in a minute.
        PULUMI_CONFIG_PASSPHRASE: "throwaway",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    };
}

/** What a user would set with `pulumi config set` for the quickstart, as the stack's file; JSON is YAML. */
function configuration(world) {
    // Compiled before any stack is made.
    const { quickstartConfiguration } = require("../dist/cli/quickstart.js");
    const settings = Object.entries(quickstartConfiguration(world));
    const config = Object.fromEntries(settings.map(([key, value]) => [`multicloud:${key}`, value]));
    return JSON.stringify({ config }, undefined, 2);
}

module.exports = { configuration, engineSettings };

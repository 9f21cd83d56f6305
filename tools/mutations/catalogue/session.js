"use strict";

const file = "simulator/world/sessionRules.ts";

module.exports = [
    {
        rule: "P2",
        what: "a connection need not be available",
        file,
        find: 'connection.connectionState === "available"',
        replace: "true",
    },
    {
        rule: "P12",
        what: "the keys need not be equal",
        file,
        find: "virtualInterface.authKey === group.authKey",
        replace: "true",
    },
];

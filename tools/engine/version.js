"use strict";

/** The pinned version of the CLI, fetched or built; the language host beside a built one is measured with it. */
module.exports = "3.259.0";

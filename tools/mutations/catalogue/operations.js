"use strict";

module.exports = [];

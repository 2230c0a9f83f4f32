// A program of CommonJS.

import lkip = require("lkip");

const given = lkip.achievement({ target: "70", realization: "98,40", rules: "setda-kaltim-2021" });
if (given.outcome === "computed") given.percent satisfies lkip.DecimalString;
// @ts-expect-error there is no such function
lkip.acheivement({});

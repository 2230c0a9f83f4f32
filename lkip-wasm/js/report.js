// `lkip/report`: all that `lkip` has, and report documents.

import { answer as door } from "./glue.js";
import { OF_REPORTS, functions } from "./functions.js";
import { closed } from "lkip:start";

export * from "./index.js";
export const { evaluate, figure, whatIf, audit, cascade, office, trace, tables, chart, measure } = functions(door, closed, OF_REPORTS);

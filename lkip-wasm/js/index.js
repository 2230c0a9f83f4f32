// `lkip`: everything about single values, and the catalogue. How the module comes to life, the build says for each bundle.

import { measuring } from "./columns.js";
import { functions } from "./functions.js";
import { Columns, Ready, answer as door } from "./glue.js";
import { bytes } from "./memory.js";
import { preparing } from "./ready.js";
import { closed } from "lkip:start";

const api = functions(door, closed);
export const { answer, answerJson, achievement, average, classify, readNumber, readNumbers, writeNumber, inWords } = api;
export const { requiredRealization, ruleSets, ruleSet, scales, scale, codes } = api;
export const measureColumns = measuring(Columns, bytes, closed);
export const prepare = preparing(Ready, bytes, api, closed);
export const version = LKIP_VERSION;
export { ready } from "lkip:start";

// `lkip`: everything about single values, and the catalogue. How the module comes to life, the build says for each bundle.

import { answer as door } from "./glue.js";
import { functions } from "./functions.js";
import { closed } from "lkip:start";

const api = functions(door, closed);
export const { answer, answerJson, achievement, average, classify, readNumber, readNumbers, writeNumber, inWords } = api;
export const { requiredRealization, ruleSets, ruleSet, scales, scale, codes } = api;
export const version = LKIP_VERSION;
export { ready } from "lkip:start";

// For Node: the module is read at once, so that functions work without waiting.

import { readFileSync } from "node:fs";

import { __wbg_set_wasm as connect, answer as door } from "./glue.js";
import { functions } from "./functions.js";
import { instantiate, load } from "./load.js";

const loaded = load(connect, () => instantiate(readFileSync(new URL("./lkip.wasm", import.meta.url))));

export const ready = loaded.ready;
const api = functions(door, loaded.closed);
export const { answer, answerJson, achievement, average, classify, readNumber, readNumbers, writeNumber, inWords } = api;
export const { evaluate, figure, whatIf, tables, requiredRealization } = api;
export const { ruleSets, ruleSet, scales, scale, codes } = api;
export const version = LKIP_VERSION;

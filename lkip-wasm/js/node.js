// For Node: the module is read at once, so that functions work without waiting.

import { readFileSync } from "node:fs";

import * as glue from "./glue.js";
import { functions } from "./functions.js";
import { load } from "./load.js";

const loaded = load(glue, { bytes: () => readFileSync(new URL("./lkip.wasm", import.meta.url)) });

export const ready = loaded.ready;
const api = functions(glue.answer, loaded.closed);
export const { answer, answerJson, achievement, average, classify, readNumber, readNumbers, writeNumber, inWords } = api;
export const { ruleSets, ruleSet, scales, scale, codes } = api;
export const version = LKIP_VERSION;

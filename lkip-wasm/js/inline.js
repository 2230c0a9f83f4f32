// The ES module with the WebAssembly inside: one file, for bundlers that do not copy the `.wasm` of a package.

import { __wbg_set_wasm as connect, answer as door } from "./glue.js";
import { formHelper } from "./form/helper.js";
import { functions } from "./functions.js";
import { instantiate, load } from "./load.js";
import { bytes } from "lkip:module";

const loaded = load(connect, () => instantiate(bytes()));

export const ready = loaded.ready;
const api = functions(door, loaded.closed);
export const { answer, answerJson, achievement, average, classify, readNumber, readNumbers, writeNumber, inWords } = api;
export const { evaluate, figure, whatIf, tables, requiredRealization } = api;
export const { ruleSets, ruleSet, scales, scale, codes } = api;
export const version = LKIP_VERSION;
export const form = formHelper(answer, ready);

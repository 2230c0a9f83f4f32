// For browsers and bundlers: `<script type="module">`, Vite, webpack, Rollup. The module is fetched from beside this
// file; functions work once `ready` is true.

import * as glue from "./glue.js";
import { functions } from "./functions.js";
import { load } from "./load.js";

const loaded = load(glue, { fetch: () => fetch(new URL("./lkip.wasm", import.meta.url)) });

export const ready = loaded.ready;
const api = functions(glue.answer, loaded.closed);
export const { answer, answerJson, achievement, average, classify, readNumber, readNumbers, writeNumber, inWords } = api;
export const { ruleSets, ruleSet, scales, scale, codes } = api;
export const version = LKIP_VERSION;

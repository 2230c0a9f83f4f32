// The module that was brought to life: its functions go to the glue, its memory to those that copy columns.

import { __wbg_set_wasm } from "./glue.js";

let module;

/** Takes what the module exports. */
export function connect(exports) {
  module = exports;
  __wbg_set_wasm(exports);
}

/** The bytes of its memory as they are now: they move when it grows. */
export const bytes = () => module.memory.buffer;

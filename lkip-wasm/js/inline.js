// `lkip/inline`: `lkip` and the form helper with the WebAssembly inside: one file, for bundlers that do not copy the
// `.wasm` of a package.

import { formHelper } from "./form/helper.js";
import { answer, ready } from "./index.js";

export * from "./index.js";
export const form = formHelper(answer, ready);

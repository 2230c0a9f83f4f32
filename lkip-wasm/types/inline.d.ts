/** The same functions in one ES module with the WebAssembly inside, for bundlers that do not copy a package's `.wasm`. */
export * from "./index.js";
import type { FormHelper } from "./form.js";

/** The form helper. */
export const form: FormHelper;

/** The functions of `lkip/report` in one ES module with the WebAssembly inside, for bundlers that do not copy a package's `.wasm`. */
export * from "./report.js";
export { form } from "./inline.js";

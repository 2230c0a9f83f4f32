// `lkip/report/inline`: the same with report documents.

export * from "./report.js";
export { form } from "./inline.js";

/**
 * The classic script `lkip.iife.js`: for type checking, `import type {} from "lkip/lkip.iife.js"`.
 *
 * @packageDocumentation
 */
import type { FormHelper } from "./form.js";
import type * as functions from "./index.js";

declare global {
  /** What the classic script gives a page: what a form needs, without receipts and scales of applications. Loading it twice changes nothing. */
  var lkip: Pick<
    typeof functions,
    "version" | "ready" | "answer" | "answerJson" | "achievement" | "average" | "classify" | "readNumber" | "writeNumber"
  > & { form: FormHelper };
}

// The form helper for pages with ES modules: `import { bind } from "lkip/form"`. It stands on the
// bundle of `lkip` beside it.

import { answer, ready } from "./browser.js";
import { formHelper } from "./form/helper.js";

export const { bind, unbind, update } = formHelper(answer, ready);

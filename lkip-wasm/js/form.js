// The form helper for pages with ES modules: `import { bind } from "lkip/form"`.

import { answer, ready } from "./browser.js";
import { formHelper } from "./form/helper.js";

export const { bind, unbind, update } = formHelper(answer, ready);

// A page with the classic script.

import type {} from "lkip/lkip.iife.js";
import type { FormEvent } from "lkip/form";

lkip.ready.then((open) => open satisfies boolean);
lkip.form.bind(document.body);
document.addEventListener("lkip", (event) => {
  const { answer } = (event as FormEvent).detail;
  if (answer.outcome === "not_computable") answer.reason.message satisfies string;
});
// @ts-expect-error there is no such function
lkip.form.tie();
// @ts-expect-error the form build has no catalogue
lkip.ruleSets();

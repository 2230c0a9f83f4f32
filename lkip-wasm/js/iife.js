// The classic script: `<script src="lkip.iife.js"></script>` gives a page the global `lkip` and binds its forms.

import { __wbg_set_wasm as connect, answer as door } from "./glue.js";
import { formHelper } from "./form/helper.js";
import { functions } from "./functions.js";
import { instantiate, load } from "./load.js";
import { bytes } from "lkip:module";

function create() {
  const { ready, closed } = load(connect, () => instantiate(bytes()));
  const api = functions(door, closed);
  return Object.assign(api, { version: LKIP_VERSION, ready, form: formHelper(api.answer, ready) });
}

function autobind(lkip) {
  const script = document.currentScript;
  // A page that wants to bind by itself says so.
  if (script && script.getAttribute("data-lkip-bind") === "manual") return;
  // The document outlives its body: rows of later pages and dialogs are found as well.
  const bind = () => lkip.form.bind(document);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", bind);
  else bind();
}

const page = typeof self === "undefined" ? globalThis : self;
// Scripts are often loaded twice: dialogs that return scripts, Turbolinks, Livewire. The first one stays.
if (!page.lkip) {
  page.lkip = create();
  if (typeof document === "object") autobind(page.lkip);
}

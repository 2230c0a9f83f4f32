// For browsers and bundlers: `<script type="module">`, Vite, webpack, Rollup. The module is fetched from beside the
// bundle; functions work once `ready` is true.

import { __wbg_set_wasm as connect } from "../glue.js";
import { instantiateFetched, load } from "../load.js";

export const { ready, closed } = load(connect, () => instantiateFetched(new URL(LKIP_MODULE, import.meta.url)));

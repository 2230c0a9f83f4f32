// For browsers and bundlers: `<script type="module">`, Vite, webpack, Rollup. The module is fetched from beside the
// bundle; functions work once `ready` is true.

import { connect } from "../memory.js";
import { instantiateFetched, load } from "../load.js";

export const { ready, closed } = load(connect, () => instantiateFetched(new URL(LKIP_MODULE, import.meta.url)));

// With the module inside the bundle.

import { __wbg_set_wasm as connect } from "../glue.js";
import { instantiate, load } from "../load.js";
import { bytes } from "lkip:module";

export const { ready, closed } = load(connect, () => instantiate(bytes()));

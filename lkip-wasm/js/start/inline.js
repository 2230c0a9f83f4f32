// With the module inside the bundle.

import { connect } from "../memory.js";
import { instantiate, load } from "../load.js";
import { bytes } from "lkip:module";

export const { ready, closed } = load(connect, () => instantiate(bytes()));

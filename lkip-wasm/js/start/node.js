// For Node: the module is read at once, so that functions work without waiting.

import { readFileSync } from "node:fs";

import { connect } from "../memory.js";
import { instantiate, load } from "../load.js";

export const { ready, closed } = load(connect, () => instantiate(readFileSync(new URL(LKIP_MODULE, import.meta.url))));

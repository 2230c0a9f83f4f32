// Brings the module to life: at once where that is allowed, later where it is not, never where it is blocked.

/**
 * @param glue the module that wasm-bindgen wrote
 * @param source `{bytes}` for a module at hand, `{fetch}` for one that must be fetched
 * @returns `{ready, closed}`: the promise of true or false, and why the door is not open, if it is not
 */
export function load(glue, source) {
  let cause = "loading";
  const opened = () => {
    cause = undefined;
    return true;
  };
  const refused = (error) => {
    cause = kind(error);
    // Quiet: the page works without it, and the server computes anyway.
    if (typeof console !== "undefined") console.info(`lkip: ${cause}: ${error.message}`);
    return false;
  };
  const later = (module) => glue.default({ module_or_path: module }).then(opened, refused);
  const closed = () => cause;
  if (typeof WebAssembly !== "object") {
    return { ready: Promise.resolve(refused(new ReferenceError("WebAssembly"))), closed };
  }
  if (source.fetch) return { ready: later(source.fetch()), closed };
  try {
    const bytes = source.bytes();
    try {
      glue.initSync({ module: bytes });
      return { ready: Promise.resolve(opened()), closed };
    } catch (error) {
      // Some browsers refuse to compile a large module at once on the main thread, with a RangeError. A policy that
      // forbids WebAssembly would also forbid it later, and the browser would complain a second time.
      if (!(error instanceof RangeError)) throw error;
      return { ready: later(bytes), closed };
    }
  } catch (error) {
    return { ready: Promise.resolve(refused(error)), closed };
  }
}

function kind(error) {
  if (error instanceof ReferenceError) return "no_webassembly";
  const compile = typeof WebAssembly === "object" && WebAssembly.CompileError;
  return compile && error instanceof compile ? "blocked" : "failed";
}

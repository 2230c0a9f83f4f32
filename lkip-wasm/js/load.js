// Brings the module to life: at once where that is allowed, later where it is not, never where it is blocked.

/**
 * @param connect takes what the module exports
 * @param start gives the instance of the module, or the promise of it
 * @returns `{ready, closed}`: the promise of true or false, and why the door is not open, if it is not
 */
export function load(connect, start) {
  let cause = "loading";
  const opened = (instance) => {
    connect(instance.exports);
    cause = undefined;
    return true;
  };
  const refused = (error) => {
    cause = kind(error);
    // Quiet: the page works without it, and the server computes anyway.
    if (typeof console !== "undefined") console.info(`lkip: ${cause}: ${error.message}`);
    return false;
  };
  const begin = () => {
    if (typeof WebAssembly !== "object") throw new ReferenceError("WebAssembly");
    const instance = start();
    // Who has the module at hand does not wait.
    return instance instanceof WebAssembly.Instance ? opened(instance) : instance.then(opened, refused);
  };
  let ready;
  try {
    ready = begin();
  } catch (error) {
    ready = refused(error);
  }
  return { ready: Promise.resolve(ready), closed: () => cause };
}

/** The instance of a module at hand, or the promise of it. */
export function instantiate(bytes) {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(bytes));
  } catch (error) {
    // Some browsers refuse to compile a large module at once on the main thread, with a RangeError. A policy that
    // forbids WebAssembly would also forbid it later, and the browser would complain a second time.
    if (!(error instanceof RangeError)) throw error;
    return WebAssembly.instantiate(bytes).then(({ instance }) => instance);
  }
}

/** The promise of the instance of a module that is fetched: compiled as it arrives, where the server names its type. */
export async function instantiateFetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}: ${response.url}`);
  const streams = WebAssembly.instantiateStreaming && response.headers.get("Content-Type") === "application/wasm";
  const module = streams ? WebAssembly.instantiateStreaming(response) : WebAssembly.instantiate(await response.arrayBuffer());
  return (await module).instance;
}

function kind(error) {
  if (error instanceof ReferenceError) return "no_webassembly";
  const compile = typeof WebAssembly === "object" && WebAssembly.CompileError;
  return compile && error instanceof compile ? "blocked" : "failed";
}

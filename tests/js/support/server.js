// A web server on this machine alone, for the browser tests.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/**
 * Serves a folder, and pages that a test makes up.
 *
 * @param folder what is served
 * @param pages `{"/path": html}` besides
 * @param headers of every answer
 * @returns `{url, requests, close}`
 */
export async function serve(folder, pages = {}, headers = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    requests.push(`${request.method} ${request.url}`);
    try {
      const made = pages[path];
      const body = made ?? (await readFile(join(folder, normalize(path))));
      response.writeHead(200, { "content-type": (made ? TYPES[".html"] : TYPES[extname(path)]) ?? "text/plain", ...headers });
      response.end(body);
    } catch {
      response.writeHead(404, headers).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A test that fails before it closes its server must not keep the run alive.
  server.unref();
  const close = () => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${server.address().port}`, requests, close };
}

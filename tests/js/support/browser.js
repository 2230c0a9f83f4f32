// The Chromium of the system, without a window.

import { spawnSync } from "node:child_process";

import { chromium } from "playwright-core";

function path() {
  const names = [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  for (const name of names.filter(Boolean)) {
    const found = spawnSync("sh", ["-c", 'command -v "$0"', name], { encoding: "utf8" }).stdout.trim();
    if (found) return found;
  }
  throw new Error("the browser tests need Chromium: install it, or set CHROMIUM to its path");
}

export const launch = () =>
  chromium.launch({ executablePath: path(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });

/** A page, and everything that its console said (`complaints` without mere notes). */
export async function open(browser, url, options = {}) {
  const page = await browser.newPage(options.context);
  const said = [];
  page.on("console", (message) => said.push({ type: message.type(), text: message.text() }));
  page.on("pageerror", (error) => said.push({ type: "error", text: String(error) }));
  page.on("requestfailed", (request) => said.push({ type: "error", text: `failed: ${request.url()}` }));
  if (options.before) await page.addInitScript(options.before);
  await page.goto(url);
  const complaints = () => said.filter(({ type }) => type === "error" || type === "warning").map(({ text }) => text);
  return { page, said, complaints };
}

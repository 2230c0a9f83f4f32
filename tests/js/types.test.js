// The TypeScript types: every vector fits them, wrong code does not, and both ways of importing find them.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { DIST, PACKAGE, ROOT } from "./support/paths.js";
import { FUNCTIONS, answered, withoutReports } from "./support/vectors.js";

const HERE = dirname(fileURLToPath(import.meta.url));
const TSC = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
let folder;

before(() => {
  // A project that has installed the package.
  folder = mkdtempSync(join(tmpdir(), "lkip-types-"));
  mkdirSync(join(folder, "node_modules", "lkip"), { recursive: true });
  cpSync(join(PACKAGE, "package.json"), join(folder, "node_modules", "lkip", "package.json"));
  cpSync(DIST, join(folder, "node_modules", "lkip", "dist"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says about files of the project. */
function compile(...args) {
  const options = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022", "--lib", "es2022,dom", "--types", ""];
  return new Promise((resolve) => {
    execFile(process.execPath, [TSC, ...options, ...args], { cwd: folder, maxBuffer: 1 << 26 }, (error, stdout) => resolve(error ? stdout || String(error) : ""));
  });
}

/** Mistakes that a compiler finds: the calls of such vectors need not fit the types. */
const FOUND_BY_TYPES = new Set([
  "wrong_type",
  "unknown_field",
  "missing_field",
  "unknown_choice",
  "unknown_operation",
  "duplicate_field",
  "malformed_json",
]);

for (const [entry, get] of [["lkip", () => withoutReports().own], ["lkip/report", answered]]) {
  test(`every vector of ${entry} fits its types`, async (context) => {
    const vectors = get();
    const lines = [
      `import type { Answer, Answers, Call } from "${entry}";`,
      'import type { DecimalString, RatioString, RootString } from "lkip/report";',
      "// Texts in place of the branded ones: these come from a file.",
      "type Plain<T> = T extends DecimalString | RatioString | RootString ? string : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;",
      "type A<Op extends keyof Answers> = Plain<Answer<Op>>;",
    ];
    const counts = { calls: 0, answers: 0 };
    for (const { id, call, answer } of vectors) {
      const given = JSON.parse(answer);
      const op = call?.op;
      const known = typeof op === "string" && Object.hasOwn(FUNCTIONS, op);
      const wrong = given.outcome === "error" && given.errors.some(({ code }) => FOUND_BY_TYPES.has(code));
      if (known && !wrong) {
        lines.push(`const call${counts.calls++}: Call = ${JSON.stringify(call)}; // ${id}`);
      }
      const type = known ? `A<${JSON.stringify(op)}>` : "A<keyof Answers>";
      lines.push(`const answer${counts.answers++}: ${type} = ${answer}; // ${id}`);
    }
    assert.equal(counts.answers, vectors.length);
    assert.ok(counts.calls > vectors.length / 2);
    const file = `vectors-of-${entry.replace("/", "-")}.ts`;
    writeFileSync(join(folder, file), lines.join("\n"));
    const said = await compile("--module", "nodenext", file);
    assert.equal(said, "", said.slice(0, 3000));
    context.diagnostic(`${entry}: ${counts.answers} answers and ${counts.calls} calls fit their types`);
  });
}

test("a typed program compiles, and its mistakes do not", async () => {
  const modules = ["consumer.ts", "report.ts", "page.ts"];
  for (const name of [...modules, "required.cts"]) cpSync(join(HERE, "types", name), join(folder, name));
  const bundler = await compile("--module", "esnext", "--moduleResolution", "bundler", ...modules);
  assert.equal(bundler, "");
  const node = await compile("--module", "nodenext", ...modules, "required.cts");
  assert.equal(node, "");
});

/** The types of an entry. */
const typesOf = (name) => readFileSync(join(DIST, `${name}.d.ts`), "utf8");
const functionsIn = (types) => [...types.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name);

test("the types name what there is, and nothing else", async () => {
  const types = typesOf("index");
  const [lkip, report] = await Promise.all(["node.js", "report.node.js"].map((name) => import(pathToFileURL(join(DIST, name)))));
  assert.deepEqual(functionsIn(types).sort(), Object.keys(lkip).sort());
  // What takes more with documents is declared again.
  assert.deepEqual([...new Set([...functionsIn(types), ...functionsIn(typesOf("report"))])].sort(), Object.keys(report).sort());
  const { errors, reasons, findings, cascade, ...rest } = report.codes();
  assert.deepEqual({ ...rest, errors, findings, reasons }, lkip.codes());
  for (const [name, list] of [["ErrorCode", errors], ["FindingCode", findings], ["CascadeCode", cascade]]) {
    const union = (types + typesOf("report")).match(new RegExp(`export type ${name} =\\n([^;]+);`))[1];
    assert.deepEqual([...union.matchAll(/"(\w+)"/g)].map(([, code]) => code), list.map(({ code }) => code));
  }
  const inputs = [...types.match(/interface InputOfReason \{\n([^}]+)\}/)[1].matchAll(/(\w+): (?:"(\w+)"|undefined);/g)];
  const known = (pairs) => pairs.map(([code, input]) => `${code} ${input}`).sort();
  assert.deepEqual(known(inputs.map(([, code, input]) => [code, input])), known(reasons.map(({ code, input }) => [code, input])));
});

test("the types of a report have the fields of its schema, with the same words", () => {
  const types = typesOf("report");
  const schema = JSON.parse(readFileSync(join(ROOT, "lkip-core", "schema", "report.schema.json"), "utf8"));
  const records = Object.values(schema.$defs).filter(({ type }) => type === "object");
  assert.ok(records.length > 15);
  for (const { description, properties } of records) {
    const begin = types.indexOf(`/** ${description} */\nexport interface `);
    assert.ok(begin >= 0, `no type is described as: ${description}`);
    const body = types.slice(types.indexOf("{\n", begin), types.indexOf("\n}", begin));
    const declared = [...body.matchAll(/\/\*\* (.*) \*\/\n {2}(\w+)\??:/g)].map(([, doc, name]) => [name, doc]);
    const described = Object.entries(properties).map(([name, field]) => [name, field.description.replace(/^= (\w+)$/, "Same as `$1`.")]);
    assert.deepEqual(declared, described);
  }
});

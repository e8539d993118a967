import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { LEFT_OUT, PLACEHOLDER, placeholderModule } from "./left-out.ts";

const root = resolve(import.meta.dirname, "..");
const modules = join(root, "node_modules");

/** Every file of the packages that the bundle is made of. */
const bundled = readFileSync(join(root, "dist/licenses.txt"), "utf8")
  .split("\n")
  .filter((line) => /^(?:@[\w.-]+\/)?[\w.-]+$/.test(line) && existsSync(join(modules, line)))
  .flatMap((name) => scripts(name));

function scripts(name: string): { readonly path: string; readonly text: string }[] {
  return readdirSync(join(modules, name), { recursive: true, encoding: "utf8" })
    .filter((path) => /(?<!\.d)\.[cm]?js$/.test(path))
    .map((path) => ({ path: join(name, path), text: readFileSync(join(modules, name, path), "utf8") }));
}

/** The names that an import of `request` takes; undefined when the file has none. */
function importedNames(text: string, request: string): string[] | undefined {
  const from = request.replace(/[.]/g, "\\.");
  const match = new RegExp(`import\\s+(?:\\{([^}]*)\\}|[\\w$]+)\\s+from\\s*["']${from}["']`).exec(text);
  if (match === null) return text.includes(`require("${request}")`) ? ["everything"] : undefined;
  return match[1] === undefined ? ["default"] : match[1].split(",").map((name) => name.trim());
}

test.each(LEFT_OUT)("$request is imported by one file alone, which takes what the placeholder has", (leftOut) => {
  const importers = bundled
    .map(({ path, text }) => ({ path, names: importedNames(text, leftOut.request) }))
    // The CommonJS twins of packages that have both forms are not in the bundle.
    .filter(({ path, names }) => names !== undefined && !/\/(?:commonjs|browser|react-native|workerd)\//.test(path));
  expect(importers).toEqual([{ path: leftOut.importer, names: leftOut.names }]);
});

test("nobody asks @actions/http-client for the dispatcher that undici makes", () => {
  const callers = bundled.filter(({ path, text }) => text.includes("getAgentDispatcher") && !path.endsWith(".d.ts"));
  expect(callers.map(({ path }) => path)).toEqual(["@actions/http-client/lib/index.js"]);
});

test("@azure/storage-blob has no structured messages", () => {
  const files = bundled.filter(({ path }) => path.startsWith("@azure/storage-blob/"));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter(({ text }) => /structuredMessage|StorageCRC64Calculator/.test(text))).toEqual([]);
});

test("the placeholder is there, and says what it is when it is called", async () => {
  expect(readFileSync(join(root, "dist", PLACEHOLDER), "utf8")).toBe(placeholderModule(LEFT_OUT));
  const script = `import sum, { ProxyAgent } from ${JSON.stringify(join(root, "dist", PLACEHOLDER))};
    for (const call of [() => sum(), () => new ProxyAgent()]) try { call(); } catch (error) { console.log(error.message); }`;
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
  expect(said).toBe(
    "./crc64.js is left out of this bundle (scripts/left-out.ts)\nundici is left out of this bundle (scripts/left-out.ts)\n",
  );
});

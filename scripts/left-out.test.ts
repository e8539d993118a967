import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceModules } from "../test/source-modules.ts";
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

/** The names that a file takes of `request`, `*` for all of them; undefined when it does not import it. */
function importedNames(text: string, request: string): string[] | undefined {
  const from = request.replace(/[.]/g, "\\.");
  if (new RegExp(`(?:require|import)\\(\\s*["']${from}["']`).test(text)) return ["*"];
  const match = new RegExp(
    `(?:import|export)\\s+(?:\\{([^}]*)\\}|([\\w$]+)|\\*[^;]*?)\\s+from\\s*["']${from}["']`,
  ).exec(text);
  if (match === null) return undefined;
  if (match[2] !== undefined) return ["default"];
  return match[1]?.split(",").map((name) => name.trim()) ?? ["*"];
}

test.each([
  ['import { fetch, ProxyAgent } from "undici";', ["fetch", "ProxyAgent"]],
  ["import undici from 'undici'", ["default"]],
  ["import * as undici from 'undici'", ["*"]],
  ["export * as undici from 'undici'", ["*"]],
  ["export * from 'undici'", ["*"]],
  ["const { fetch } = require('undici')", ["*"]],
  ["await import('undici')", ["*"]],
  ["import { fetch } from 'undici-types'", undefined],
])("%s takes %j", (text, names) => {
  expect(importedNames(text, "undici")).toEqual(names);
});

test.each(LEFT_OUT)(
  "$request is imported only where the list says, for the names that it says",
  ({ request, importers }) => {
    const found = bundled
      .map(({ path, text }) => [path, importedNames(text, request)] as const)
      // The CommonJS twins of packages that have both forms are not in the bundle.
      .filter(([path, names]) => names !== undefined && !/\/(?:commonjs|browser|react-native|workerd)\//.test(path));
    expect(Object.fromEntries(found)).toEqual(importers);
  },
);

/** ncc goes by the text of an import, whoever writes it: a module of ours would be the stand-in. */
test("no module of ours is called like one that is left out", () => {
  const isBundled = ({ file }: { readonly file: string }) => !file.startsWith("packages/local-runner/");
  const modulesOfOurs = sourceModules().filter(isBundled);
  const ours = modulesOfOurs.flatMap(({ file, imports }) =>
    imports.map(({ specifier }) => ({ file, request: specifier.replace(/\.ts$/, ".js") })),
  );
  expect(ours.length).toBeGreaterThan(500);
  expect(ours.filter(({ request }) => LEFT_OUT.some((each) => each.request === request))).toEqual([]);
});

test("only @actions/github asks @actions/http-client for what undici makes, for the fetch that kit replaces", () => {
  const callers = (text: string) =>
    bundled
      .filter((script) => script.text.includes(text))
      .map(({ path }) => path)
      .sort();
  expect(callers("getAgentDispatcher")).toEqual([
    "@actions/github/lib/internal/utils.js",
    "@actions/http-client/lib/index.js",
  ]);
  expect(callers("getProxyFetch")).toEqual(["@actions/github/lib/internal/utils.js", "@actions/github/lib/utils.js"]);
});

test("a request by the stand-in of undici's agent is refused, and goes to nobody", () => {
  const script = `import { createServer } from "node:http";
    import { fetch, ProxyAgent } from ${JSON.stringify(join(root, "dist", PLACEHOLDER))};
    const server = createServer(() => console.log("a request went around the proxy")).listen(0, async () => {
      const dispatcher = new ProxyAgent({ uri: "http://proxy.invalid" });
      const url = "http://127.0.0.1:" + server.address().port;
      await fetch(url, { dispatcher }).catch((error) => console.log(error.cause.message));
      server.close();
    });`;
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
  expect(said).toMatch(/^[^\n]*dispatch[^\n]*\n$/);
});

test("no source of ours asks for an ID token, core's platform or octokit's methods, lists, queries and tokens", () => {
  const sources = ["actions", "packages"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !path.includes("node_modules"))
      .map((path) => ({ path, text: readFileSync(join(root, folder, path), "utf8") })),
  );
  expect(sources.length).toBeGreaterThan(100);
  const users = sources.filter(({ text }) =>
    /\bgetIDToken\b|\bcore\.platform\b|\boctokit\.(?:rest|paginate|graphql|auth)\b/.test(text),
  );
  expect(users.map(({ path }) => path)).toEqual([]);
});

test("of Azure's storage, @actions/cache calls what our client has, and nothing of that package is in the bundle", () => {
  const [taken] = LEFT_OUT.filter(({ request }) => request === "@azure/storage-blob");
  const importers = bundled.filter(({ path }) => taken?.importers[path] !== undefined);
  const used = importers.flatMap(({ text }) =>
    [...text.matchAll(/\b(?:client|blobClient|blockBlobClient|properties|response)\.(\w+)/g)].map(([, name]) => name!),
  );
  expect([...new Set(used)].sort()).toEqual([
    "_response",
    "accountName",
    "containerName",
    "contentLength",
    "downloadToBuffer",
    "getBlockBlobClient",
    "getProperties",
    "message",
    "name",
    "uploadFile",
  ]);
  expect(bundled.filter(({ path }) => path.startsWith("@azure/"))).toEqual([]);
});

test("the placeholder is there, and says what it is when it is called", () => {
  expect(readFileSync(join(root, "dist", PLACEHOLDER), "utf8")).toBe(placeholderModule(LEFT_OUT));
  const script = `import * as names from ${JSON.stringify(join(root, "dist", PLACEHOLDER))};
    try { new names.OidcClient(); } catch (error) { console.log(error.message); }
    console.log(JSON.stringify([Object.keys(names), names.restEndpointMethods(), names.paginateRest(), names.fetch === fetch]));`;
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
  expect(said.split("\n")).toEqual([
    "./oidc-utils.js is left out of this bundle (scripts/left-out.ts)",
    '[["JSONParse","JSONStringify","OidcClient","ProxyAgent","createTokenAuth","fetch","paginateRest","parse","restEndpointMethods","withCustomRequest"],{},{},true]',
    "",
  ]);
});

describe("the modules of yaml that the bundle has", () => {
  const form = (folder: string) =>
    import(pathToFileURL(join(modules, "yaml", folder)).href) as Promise<typeof import("yaml")>;

  const outcome = (make: () => string): string => {
    try {
      return make();
    } catch (error) {
      return String(error);
    }
  };

  test("are the sources of Node's form but for base64, warnings and traces", () => {
    const onlyNode = scripts("yaml").filter(({ text }) => /require\('(?:node:)?(?:buffer|process)'\)/.test(text));
    expect(
      onlyNode
        .map(({ path }) => path)
        .filter((path) => path.startsWith("yaml/dist/"))
        .sort(),
    ).toEqual([
      "yaml/dist/compose/composer.js",
      "yaml/dist/log.js",
      "yaml/dist/parse/parser.js",
      "yaml/dist/schema/yaml-1.1/binary.js",
    ]);
  });

  // parseYaml refuses what `!!binary` makes: Node's form has a Buffer of it.
  test("read every document as Node's form reads it", async () => {
    const [node, bundle] = await Promise.all([form("dist/index.js"), form("browser/dist/index.js")]);
    const read = ({ parseDocument }: typeof import("yaml"), text: string) => {
      const document = parseDocument(text, { logLevel: "error", prettyErrors: false, uniqueKeys: false });
      const problems = [...document.errors, ...document.warnings];
      const contents = () => JSON.stringify(document.contents);
      return JSON.stringify([problems.map(({ code, pos, message }) => [code, pos, message]), outcome(contents)]);
    };
    const pieces = [
      "a",
      "b: ",
      "- ",
      "\n",
      "  ",
      "&x ",
      "*x",
      "<<: ",
      "'",
      '"',
      "|\n",
      ">-\n",
      "{",
      "}",
      "[",
      "]",
      ",",
    ];
    const more = [
      "? ",
      ": ",
      "# c\n",
      "---\n",
      "...\n",
      "%YAML 1.1\n",
      "!!set ",
      "!!timestamp 2001-12-14\n",
      "!t ",
      "0x1f",
      "~",
      "\t",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 14 }), (parts) => {
        const text = parts.join("");
        expect(read(bundle, text)).toBe(read(node, text));
      }),
      { numRuns: 500 },
    );
  });
});

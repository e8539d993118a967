/**
 * Builds dist/: `tsc` turns the sources into JavaScript below build/js (ncc cannot read TypeScript 7), `ncc` bundles them
 * into one shared entry with lazy chunks, and every script that an action.yml names gets a stub of two lines. Prints the sizes that consumers download.
 * `--out FOLDER` builds somewhere else, to compare.
 */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { PHASES } from "@jessy-actions/kit/action/phases";
import ncc from "@vercel/ncc";
import { parse } from "yaml";
import { type OwnAction, ownActions } from "../packages/local-runner/src/action/kinds.ts";
import { isNeverCalled, LEFT_OUT, type LeftOut, PLACEHOLDER, placeholderModule } from "./left-out.ts";
import { missingLicenses } from "./licenses.ts";
import { keepInEntry, repeatedModules } from "./shared-modules.ts";
import { sizeLine } from "./size-line.ts";

/** What stays in the entry changes what the other chunks share, so it takes a few rounds until none repeats a module. */
const MAX_ROUNDS = 5;

const root = resolve(import.meta.dirname, "..");
const staging = join(root, "build/js");
const { values } = parseArgs({ options: { out: { type: "string", default: "dist" } } });
const finished = resolve(root, values.out);
/** An interrupted build leaves what was there before. */
const dist = `${finished}.new`;
const LICENSES = "licenses.txt";

rmSync(staging, { recursive: true, force: true });
execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
linkPackages();
linkStandIns();
linkYaml();

rmSync(dist, { recursive: true, force: true });
process.env.NODE_ENV = "production";
const { code, assets } = await bundle();
mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, "index.js"), code);
for (const [name, { source }] of Object.entries(assets)) writeFileSync(join(dist, name), source);
writeFileSync(join(dist, PLACEHOLDER), placeholderModule(LEFT_OUT));
writeFileSync(join(dist, "package.json"), '{ "type": "module" }\n');
for (const action of ownActions(root)) writeStubs(action);
printSizes();
rmSync(`${finished}.old`, { recursive: true, force: true });
if (existsSync(finished)) renameSync(finished, `${finished}.old`);
renameSync(dist, finished);
rmSync(`${finished}.old`, { recursive: true, force: true });

/**
 * A stub of two lines for each phase that an action.yml of ours names, also of what stands behind a composite; actions/entry.test.ts holds that
 * it names those that the action has.
 */
function writeStubs({ name, file, behind }: OwnAction): void {
  for (const { source } of [file, ...behind]) {
    const { runs } = parse(readFileSync(join(root, source), "utf8")) as {
      readonly runs: Readonly<Record<string, string | undefined>>;
    };
    for (const phase of PHASES) {
      const script = runs[phase];
      if (script === undefined) continue;
      const call = `run(${JSON.stringify(name)}, ${JSON.stringify(phase)})`;
      writeFileSync(join(dist, basename(script)), `import { run } from "./index.js";\nawait ${call};\n`);
    }
  }
}

/** Again and again: only webpack knows which modules several chunks would repeat. */
async function bundle(): ReturnType<typeof ncc> {
  const entry = join(staging, "actions/entry.js");
  const options = {
    externals: Object.fromEntries(LEFT_OUT.filter(isNeverCalled).map(({ request }) => [request, `./${PLACEHOLDER}`])),
    license: LICENSES,
    sourceMapRegister: false,
    quiet: true,
  };
  const source = readFileSync(entry, "utf8");
  const kept = new Set<string>();
  for (let round = 1; ; round++) {
    const made = await ncc(entry, options);
    const repeated = repeatedModules(made.stats);
    if (repeated.length === 0) return withLicenses(made);
    if (round === MAX_ROUNDS) throw new Error(`modules stand in several chunks:\n${repeated.join("\n")}`);
    for (const module of repeated) kept.add(module);
    writeFileSync(entry, `${source}\n${keepInEntry([...kept].sort(), dirname(entry))}`);
  }
}

function withLicenses(made: Awaited<ReturnType<typeof ncc>>): Awaited<ReturnType<typeof ncc>> {
  const licenses = String(made.assets[LICENSES]?.source);
  const source = `${licenses}${missingLicenses(licenses, made.stats, root)}`;
  return { ...made, assets: { ...made.assets, [LICENSES]: { source } } };
}

/** The emitted JavaScript finds our packages beside itself: their package.json files with `.ts` turned into `.js`. */
function linkPackages(): void {
  mkdirSync(join(staging, "node_modules/@jessy-actions"), { recursive: true });
  for (const name of readdirSync(join(staging, "packages"))) {
    const manifest = readFileSync(join(root, "packages", name, "package.json"), "utf8");
    writeFileSync(join(staging, "packages", name, "package.json"), manifest.replaceAll(".ts", ".js"));
    symlinkSync(join("../../packages", name), join(staging, "node_modules/@jessy-actions", name));
  }
  writeFileSync(join(staging, "package.json"), '{ "type": "module" }\n');
}

/**
 * What imports a file or a package that a module of ours stands in for finds that module under its name, as Node
 * resolves it: the importing package is copied, so that nobody else finds it there.
 */
function linkStandIns(): void {
  const modules = join(staging, "node_modules");
  for (const name of new Set(LEFT_OUT.filter(({ standIn }) => standIn).flatMap(importingPackages)))
    cpSync(join(root, "node_modules", name), join(modules, name), { recursive: true });
  for (const leftOut of LEFT_OUT) {
    const { request, importers, standIn } = leftOut;
    if (standIn === undefined) continue;
    const module = join(staging, "packages", `${standIn}.js`);
    if (request.startsWith(".")) {
      for (const file of Object.keys(importers)) {
        rmSync(join(modules, dirname(file), request));
        symlinkSync(module, join(modules, dirname(file), request));
      }
      continue;
    }
    for (const name of importingPackages(leftOut)) {
      const folder = join(modules, name, "node_modules", request);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "package.json"), '{ "type": "module", "exports": "./index.js" }\n');
      symlinkSync(module, join(folder, "index.js"));
    }
  }
}

/**
 * For Node, yaml has CommonJS, of which nothing is left out. Its other form has the same sources as modules; what of it
 * differs is in left-out.test.ts.
 */
function linkYaml(): void {
  const folder = join(staging, "node_modules/yaml");
  cpSync(join(root, "node_modules/yaml"), folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as object;
  const asModules = { ...manifest, type: "module", sideEffects: false, exports: "./browser/dist/index.js" };
  writeFileSync(join(folder, "package.json"), JSON.stringify(asModules));
}

function importingPackages({ importers }: LeftOut): string[] {
  return [...new Set(Object.keys(importers).map(packageOf))];
}

/** `@actions/cache/lib/cache.js` is a file of `@actions/cache`. */
function packageOf(file: string): string {
  return file
    .split("/")
    .slice(0, file.startsWith("@") ? 2 : 1)
    .join("/");
}

function printSizes(): void {
  let raw = 0;
  let compressed = 0;
  for (const name of readdirSync(dist).sort()) {
    const bytes = readFileSync(join(dist, name));
    const gzipped = gzipSync(bytes, { level: 6 }).length;
    raw += bytes.length;
    compressed += gzipped;
    process.stdout.write(sizeLine(bytes.length, gzipped, `dist/${name}`));
  }
  process.stdout.write(sizeLine(raw, compressed, "together"));
}

/**
 * Assembles what a version tag holds in build/package/: `<action>/{action.yml,README.md}`, dist/ minified, the
 * schemas of results, the root README and LICENSE. Prints each file's size, each action's and the tree's id, and fails
 * over the budget. Run `npm run build` first: dist/ is taken as it is.
 *
 *   --out FOLDER             somewhere else
 *   --repository OWNER/NAME  where links lead that leave the tree
 *   --source COMMIT          the commit that dist/ belongs to (default: HEAD)
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { bundledNames, ownActions } from "../packages/local-runner/src/action/kinds.ts";
import { archive, git, writeTree } from "./git-tree.ts";
import {
  actionScripts,
  minify,
  publishedActionFile,
  publishedDocument,
  SCHEMA_FOLDER,
  TREE_BUDGET,
  treePlaces,
} from "./published-tree.ts";
import { sizeLine } from "./size-line.ts";
import { shareOut } from "./tree-weight.ts";

const root = resolve(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    out: { type: "string", default: "build/package" },
    repository: { type: "string", default: process.env.GITHUB_REPOSITORY ?? "org/jessy-actions" },
    source: { type: "string", default: "HEAD" },
  },
});
const out = resolve(root, values.out);

try {
  await assemble();
  weigh();
} catch (error) {
  process.stderr.write(`package: ${(error as Error).message}\n`);
  process.exitCode = 1;
}

async function assemble(): Promise<void> {
  const commit = git(root, ["rev-parse", "--verify", "--end-of-options", `${values.source}^{commit}`]);
  const source = { repository: values.repository, commit };
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, "dist"), { recursive: true });
  for (const name of readdirSync(join(root, "dist"))) {
    const from = join(root, "dist", name);
    if (name.endsWith(".js")) writeFileSync(join(out, "dist", name), await minify(readFileSync(from, "utf8")));
    else copyFileSync(from, join(out, "dist", name));
  }
  const places = treePlaces(ownActions(root), readdirSync(join(root, SCHEMA_FOLDER)).sort());
  for (const place of places) {
    const { source: path, published } = place;
    const text = readFileSync(join(root, path), "utf8");
    mkdirSync(dirname(join(out, published)), { recursive: true });
    if (path.endsWith(".md")) writeFileSync(join(out, published), publishedDocument(text, place, source, places));
    else if (path.endsWith("action.yml")) {
      const file = publishedActionFile(text, place, places);
      const missing = actionScripts(file, path).find((script) => !existsSync(join(out, dirname(published), script)));
      if (missing !== undefined)
        throw new Error(`${path} runs ${missing}, which dist/ does not have; run \`npm run build\``);
      writeFileSync(join(out, published), file);
    } else if (path.endsWith(".json")) writeFileSync(join(out, published), JSON.stringify(JSON.parse(text)));
    else copyFileSync(join(root, path), join(out, published));
  }
}

/** Prints each file's size, each action's, and what the runner downloads. @throws Error over the budget. */
function weigh(): void {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(out.length + 1)).sort();
  const raw = paths.map((path) => printSize([path], path)).reduce((sum, bytes) => sum + bytes, 0);
  process.stdout.write("\n");
  printShares(paths);
  process.stdout.write("\n");
  const tree = writeTree(root, out);
  const download = archive(root, tree, "package").length;
  process.stdout.write(
    sizeLine(raw, download, `tree ${tree}, as the tar.gz that a runner downloads (budget ${TREE_BUDGET / 1000} kB)`),
  );
  if (download > TREE_BUDGET)
    throw new Error(
      `the tree is ${download} bytes as tar.gz, the budget is ${TREE_BUDGET}; find what grew in the list above`,
    );
}

/** An action's own files: its folder, its schemas, and what of dist/ no other action loads. Then what is shared. */
function printShares(paths: readonly string[]): void {
  const scripts = readdirSync(join(root, "dist")).filter((name) => name.endsWith(".js"));
  const { own } = shareOut(
    new Map(scripts.map((name) => [name, readFileSync(join(root, "dist", name), "utf8")])),
    bundledNames(root),
  );
  const claimed = new Set<string>();
  for (const { name } of ownActions(root)) {
    const dist = own.get(name) ?? [];
    const mine = paths.filter(
      (path) =>
        path.startsWith(`${name}/`) ||
        path.startsWith(`${SCHEMA_FOLDER}/${name}-`) ||
        dist.some((file) => path === `dist/${file}`),
    );
    for (const path of mine) claimed.add(path);
    printSize(mine, `${name}: ${mine.join(", ")}`);
  }
  const shared = paths.filter((path) => !claimed.has(path));
  printSize(shared, `shared: ${shared.join(", ")}`);
}

/** @returns the bytes of the files together. */
function printSize(paths: readonly string[], what: string): number {
  const contents = paths.map((path) => readFileSync(join(out, path)));
  const raw = contents.reduce((sum, bytes) => sum + bytes.length, 0);
  const compressed = contents.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
  process.stdout.write(sizeLine(raw, compressed, what));
  return raw;
}

/**
 * Assembles what a version tag holds in build/package/: `<action>/action.yml`, dist/ minified, the root README and LICENSE. Prints the
 * sizes and the tree's id, and fails over the budget. Run `npm run build` first: dist/ is taken as it is.
 *
 *   --out FOLDER             somewhere else
 *   --repository OWNER/NAME  where the README's links lead
 *   --source COMMIT          the commit that dist/ belongs to (default: HEAD)
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { actionNames } from "./action-names.ts";
import { archive, git, writeTree } from "./git-tree.ts";
import {
  actionScripts,
  minify,
  publishedActionFile,
  publishedReadme,
  ROOT_FILES,
  TREE_BUDGET,
} from "./published-tree.ts";
import { sizeLine } from "./size-line.ts";

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
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, "dist"), { recursive: true });
  for (const name of readdirSync(join(root, "dist"))) {
    const from = join(root, "dist", name);
    if (name.endsWith(".js")) writeFileSync(join(out, "dist", name), await minify(readFileSync(from, "utf8")));
    else copyFileSync(from, join(out, "dist", name));
  }
  for (const action of actionNames(root)) {
    const path = `actions/${action}/action.yml`;
    const text = publishedActionFile(readFileSync(join(root, path), "utf8"), path);
    for (const script of actionScripts(text, path)) {
      if (!existsSync(join(out, action, script)))
        throw new Error(`${path} runs ${script}, which dist/ does not have; run \`npm run build\``);
    }
    mkdirSync(join(out, action));
    writeFileSync(join(out, action, "action.yml"), text);
  }
  const kept = new Set(ROOT_FILES);
  for (const name of ROOT_FILES) {
    const text = readFileSync(join(root, name), "utf8");
    const source = { repository: values.repository, commit };
    writeFileSync(join(out, name), name.endsWith(".md") ? publishedReadme(text, source, kept) : text);
  }
}

/** Prints each file's size and what the runner downloads. @throws Error over the budget. */
function weigh(): void {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  let raw = 0;
  for (const path of paths) {
    const bytes = readFileSync(path);
    raw += bytes.length;
    process.stdout.write(sizeLine(bytes.length, gzipSync(bytes).length, path.slice(out.length + 1)));
  }
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

/**
 * Writes what the READMEs repeat: each action's tables of inputs and outputs, from its action.yml, and the workflow to
 * copy, from examples/.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ownActions } from "../packages/local-runner/src/action/kinds.ts";
import { withTables } from "./action-tables.ts";

const root = resolve(import.meta.dirname, "..");

for (const { file, readme } of ownActions(root)) {
  const path = join(root, readme.source);
  writeFileSync(path, withTables(readFileSync(path, "utf8"), dirname(join(root, file.source))));
}

const front = join(root, "README.md");
const example = readFileSync(join(root, "examples/ci.yml"), "utf8");
writeFileSync(
  front,
  readFileSync(front, "utf8").replace(
    /(<!-- examples\/ci\.yml -->\n)[\s\S]*?(<!-- \/examples\/ci\.yml -->)/,
    (_, start: string, end: string) => `${start}\`\`\`yaml\n${example}\`\`\`\n${end}`,
  ),
);

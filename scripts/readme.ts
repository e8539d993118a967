/** Writes what the READMEs repeat: each action's tables of inputs and outputs, from its action.yml, and the workflow to copy, from examples/. */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { actionNames } from "./action-names.ts";
import { withTables } from "./action-tables.ts";

const root = resolve(import.meta.dirname, "..");

for (const name of actionNames(root)) {
  const folder = join(root, "actions", name);
  const readme = join(folder, "README.md");
  writeFileSync(readme, withTables(readFileSync(readme, "utf8"), folder));
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

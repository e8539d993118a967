/** Writes the tables of inputs and outputs into each action's README, from its action.yml. */
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

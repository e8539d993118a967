/** Writes the tables of inputs and outputs into each action's README, from its action.yml. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { withTables } from "./action-tables.ts";

const actions = resolve(import.meta.dirname, "../actions");

for (const entry of readdirSync(actions, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const readme = join(actions, entry.name, "README.md");
  writeFileSync(readme, withTables(readFileSync(readme, "utf8"), join(actions, entry.name)));
}

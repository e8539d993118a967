/** Writes the tables of inputs and outputs into each action's README, from its action.yml. */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ownActions } from "../packages/local-runner/src/kinds.ts";
import { withTables } from "./action-tables.ts";

const root = resolve(import.meta.dirname, "..");

for (const { file, readme } of ownActions(root)) {
  const path = join(root, readme.source);
  writeFileSync(path, withTables(readFileSync(path, "utf8"), dirname(join(root, file.source))));
}

import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { nearest } from "@jessy-actions/reading/nearest";
import { UsageError } from "./usage-error.ts";

/** Names of the actions in a folder, sorted. */
export function actionNames(actionsFolder: string): string[] {
  return readdirSync(actionsFolder)
    .filter((name) => existsSync(join(actionsFolder, name, "action.yml")))
    .sort();
}

/** The folder of an action: one of the known ones by name, else the path that is given. @throws UsageError in one line. */
export function actionFolder(name: string, actionsFolder: string): string {
  const known = join(actionsFolder, name);
  if (/^[\w-]+$/.test(name) && existsSync(join(known, "action.yml"))) return known;
  if (existsSync(resolve(name))) return resolve(name);
  const names = actionNames(actionsFolder);
  const near = nearest(name, names);
  throw new UsageError(
    near === undefined
      ? `there is no action \`${name}\`; there are ${names.join(", ")}, or give a folder with an action.yml`
      : `there is no action \`${name}\`; did you mean \`${near}\`?`,
  );
}

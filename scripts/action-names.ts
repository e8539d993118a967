import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Every folder in actions/ is an action. Sorted. */
export function actionNames(root: string): string[] {
  return readdirSync(join(root, "actions"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

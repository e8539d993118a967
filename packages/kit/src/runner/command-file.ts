import { existsSync } from "node:fs";
import { UserError } from "@jessy-actions/reading/user-error";

/**
 * The file that the runner reads values of one kind from; undefined outside of a runner.
 *
 * @throws UserError when it is gone.
 */
export function commandFile(variable: "GITHUB_OUTPUT" | "GITHUB_STATE"): string | undefined {
  const file = process.env[variable];
  if (!file) return undefined;
  if (existsSync(file)) return file;
  throw new UserError(
    `${variable} is \`${file}\`, which does not exist; did an earlier step delete the runner's files?`,
  );
}

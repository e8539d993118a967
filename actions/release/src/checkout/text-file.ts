import { readFileSync } from "node:fs";

/** Undefined for a file that cannot be read, such as one that a sparse checkout leaves out. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

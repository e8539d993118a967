import { readFileSync } from "node:fs";

/** Undefined for what cannot be read, as what is tracked and not there (a sparse checkout). */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

import { readFile } from "@jessy-actions/kit/runner/file-content";

/** Undefined for a file that cannot be read, such as one that a sparse checkout leaves out. */
export function readText(path: string): string | undefined {
  try {
    return readFile(path).toString();
  } catch {
    return undefined;
  }
}

import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { readPath, readWorkspacePath } from "../targets/workspace-path.ts";

/** A file or folder anywhere on this machine; relative ones are relative to the workspace. Undefined: the input is empty. */
export function readAnyPath(reader: InputReader, name: string): string | undefined {
  const text = reader.optional(name);
  if (text === undefined) return undefined;
  const read = readPath(text);
  if ("path" in read) return read.path;
  reader.problem(name, `is ${quote(text)}, which ${read.problem}`);
  return undefined;
}

/** Files of the repository, one a line, each once. */
export function readRepositoryPaths(reader: InputReader, name: string, fallback: readonly string[]): readonly string[] {
  const lines = reader.list(name);
  return lines.length === 0 ? fallback : unique(readAll(reader, name, lines));
}

/** What a scan leaves out: paths in the target, one a line, also as globs. One that leaves out everything is wrong. */
export function readSkipped(reader: InputReader, name: "skip-dirs" | "skip-files"): readonly string[] {
  return unique(
    readAll(reader, name, reader.list(name)).filter((path) => {
      const isAll = /^(?:\.|\*{1,2}|\*\*\/\*{1,2})$/.test(path);
      if (isAll)
        reader.problem(name, `has ${quote(path)}, which leaves nothing to scan; write a path inside the target`);
      return !isAll;
    }),
  );
}

function readAll(reader: InputReader, name: string, lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const read = readWorkspacePath(line);
    if ("path" in read) return [read.path];
    reader.problem(name, `has ${quote(line)}, which ${read.problem}`);
    return [];
  });
}

function unique(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)];
}

import { globSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { ResultFile } from "@jessy-actions/deployment/messages/run-facts";
import { artifactPlaces, readArtifactFile } from "@jessy-actions/kit/action/artifact";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";

/** A larger file is refused unread. */
const MAX_BYTES = 50_000_000;
const MAX_FILES = 50;

/**
 * The result files that a message is made of: those that `patterns` find in the workspace, or, without patterns, those that
 * steps of this job left. They may come from an artifact that anybody made: what cannot be read is a problem with a name.
 */
export function readResultFiles(patterns: readonly string[] | undefined, io: ActionIo): readonly ResultFile[] {
  return patterns === undefined ? readOwn(io) : patterns.flatMap((pattern) => readFound(pattern, io));
}

/** Each action of ours leaves `result.json` in a folder of its own, side by side. */
function readOwn(io: ActionIo): readonly ResultFile[] {
  const folder = dirname(io.temporary);
  const found = globSync("*/result.json", { cwd: folder })
    .map((file) => dirname(file))
    .filter((name) => !/^notify(?:-|$)/.test(name))
    .sort();
  return read(
    found.map((name) => ({ path: join(folder, name, "result.json"), shown: name })),
    io,
  );
}

function readFound(pattern: string, io: ActionIo): readonly ResultFile[] {
  const found = globSync(pattern, { cwd: io.workspace }).sort();
  if (found.length === 0)
    return [{ file: pattern, problem: "is not there; did its step run, and was the artifact downloaded?" }];
  return read(
    found.map((file) => {
      const path = resolve(io.workspace, file);
      return { path, shown: shownPath(path, io.workspace) };
    }),
    io,
  );
}

function shownPath(path: string, workspace: string): string {
  const below = relative(workspace, path);
  return below.startsWith("..") ? basename(dirname(path)) : below;
}

function read(
  files: readonly { readonly path: string; readonly shown: string }[],
  io: ActionIo,
): readonly ResultFile[] {
  const results = files.slice(0, MAX_FILES).map(({ path, shown }): ResultFile => {
    try {
      return { file: shown, content: parseJson([readArtifactFile(path, shown, MAX_BYTES, artifactPlaces(io))]) };
    } catch (error) {
      if (error instanceof ReportError) return { file: shown, problem: error.message };
      if (error instanceof UserError) return { file: shown, problem: error.message.replace(`${shown} `, "") };
      throw error;
    }
  });
  const more = files.length - MAX_FILES;
  return more > 0
    ? [...results, { file: `${more} more files`, problem: `are left out: at most ${MAX_FILES} are read` }]
    : results;
}

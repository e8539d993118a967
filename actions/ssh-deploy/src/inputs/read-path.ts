import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";

/** Folders of the system: a deployment has one of its own in them. */
const SYSTEM = /^\/(?:bin|boot|dev|etc|home|lib(?:32|64)?|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)?$/;

/** The room of the deployment on every host: absolute, or below the user's home. Without a slash at its end. */
export function readPath(reader: InputReader): string {
  const text = reader.required("path", "/srv/api");
  const path = text.replace(/(?<=[^/])\/+$/, "");
  const problem = text === "" ? undefined : pathProblem(path);
  if (problem !== undefined) reader.problem("path", `is ${quote(text)}, ${problem}`);
  return path;
}

function pathProblem(path: string): string | undefined {
  if (/[\p{Cc}\p{Cf}]/u.test(path)) return "which has characters that cannot be seen; write it again by hand";
  if (/^~/.test(path)) return "and `~` is not read there; write `api` for a folder in the user's home";
  if (path.split("/").some((part) => part === ".." || part === "."))
    return "which leads through `.` or `..`; write the whole path";
  if (path.startsWith("-")) return "which looks like an option; write a path that begins with `/` or a letter";
  if (SYSTEM.test(path)) return "a folder of the system; give the deployment one of its own, such as `/srv/api`";
  if (Buffer.byteLength(path) > 200) return "which is longer than 200 bytes; write a shorter one";
  return undefined;
}

/** Paths below the workspace or a release: they may not lead out of it. */
export function readInnerPaths(reader: InputReader, name: string, fallback: readonly string[] = []): readonly string[] {
  const paths = reader.list(name);
  for (const path of paths) checkInnerPath(reader, name, path);
  return paths.length === 0 ? fallback : paths;
}

export function checkInnerPath(reader: InputReader, name: string, path: string): void {
  const isOutside = path.startsWith("/") || path.split("/").includes("..");
  if (isOutside || /^-|[\p{Cc}\\]/u.test(path))
    reader.problem(name, `has ${quote(path)}; write a relative path with \`/\`, such as \`config/app.yml\``);
}

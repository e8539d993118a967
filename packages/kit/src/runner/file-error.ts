import { accessSync, constants, statSync } from "node:fs";
import { dirname } from "node:path";
import { revealInvisible } from "../report/escape.ts";

/** What was found, and what to do about it, by the code of Node's system errors. None of them is a fault of ours. */
const REFUSALS: Readonly<Record<string, readonly [found: string, advice: string]>> = {
  ENOENT: ["does not exist", "create it in an earlier step, or correct the input that leads there"],
  ENOTDIR: ["cannot be reached: a part of the path is a file, not a folder", "rename that file, or correct the path"],
  EISDIR: ["is a folder, and a file is needed", "name a file"],
  EEXIST: ["is in the way", "remove it, or choose another path"],
  ENOTEMPTY: ["is a folder that is not empty", "empty it, or choose another path"],
  EACCES: ["may not be used by this user: permission denied", "give the user of the runner access to it"],
  EPERM: ["may not be changed by this user: operation not permitted", "give the user of the runner access to it"],
  EROFS: ["is on a read-only file system", "choose a path that can be written, such as one below `RUNNER_TEMP`"],
  ENOSPC: ["cannot be written: the disk is full", "free some space before this step, or use a runner with more"],
  EDQUOT: ["cannot be written: the user's disk quota is used up", "free some space before this step"],
  EFBIG: ["would become larger than the file system allows", "choose a path on another file system"],
  EIO: ["cannot be read or written: the disk reports an error", "run the job again on another runner"],
  ELOOP: ["is behind links that lead in a circle", "correct the links"],
  ENAMETOOLONG: ["has a longer name than the file system allows", "choose a shorter path"],
  EMFILE: ["cannot be opened: this process has too many files open", "raise the limit (`ulimit -n`) on the runner"],
  ENFILE: ["cannot be opened: the machine has too many files open", "run fewer jobs on this machine"],
  EBUSY: ["is in use by another program", "let that program end before this step"],
  ETXTBSY: ["is a program that runs at the moment", "let it end before this step"],
  ENOEXEC: ["is not a program for this machine", "install the one for its system and processor"],
  EBADARCH: ["is not a program for this machine", "install the one for its system and processor"],
  ENOMEM: ["cannot be used: the machine is out of memory", "use a runner with more memory"],
  EAGAIN: ["cannot be started: the machine has no room for another process", "run fewer processes on this machine"],
  ERR_FS_FILE_TOO_LARGE: ["is larger than 2 GiB, more than can be read at once", "give a smaller file"],
};

/** What a program says of the same in its own words (strerror), as in the last line of git. */
const SAID: readonly (readonly [words: RegExp, code: string])[] = [
  [/no space left on device/i, "ENOSPC"],
  [/disk quota exceeded/i, "EDQUOT"],
  [/read-only file system/i, "EROFS"],
  [/permission denied/i, "EACCES"],
  [/too many open files/i, "EMFILE"],
  [/too many levels of symbolic links/i, "ELOOP"],
  [/cannot allocate memory|out of memory/i, "ENOMEM"],
];

/** Longest chain of causes that is looked through. */
const MAX_CAUSES = 8;

/**
 * An error of the file system or of starting a program, wherever it is in the chain of causes, in one line that names
 * the path, what was found and what to do. Pure but for a look at which part of the path is a file, or cannot be written.
 *
 * @returns undefined for any other error.
 */
export function describeFileError(error: unknown): string | undefined {
  let cause = error;
  for (let depth = 0; cause instanceof Error && depth < MAX_CAUSES; depth++) {
    const line = systemError(cause) ?? saidByProgram(cause);
    if (line !== undefined) return line;
    cause = cause.cause;
  }
  return undefined;
}

/** Does some work on an open file: what the system refuses then names no path by itself. */
export function namingPath<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw named(error, path);
  }
}

/** An error of the system with the path that it is about. */
export function named(error: unknown, path: string): unknown {
  if (error instanceof Error && "code" in error && !("path" in error)) Object.assign(error, { path });
  return error;
}

interface SystemError extends Error {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly path?: unknown;
  readonly dest?: unknown;
}

function systemError(error: SystemError): string | undefined {
  const { path, dest } = error;
  const code = isReadOnlyBehind(error) ? "EROFS" : error.code;
  const syscall = typeof error.syscall === "string" ? error.syscall : "";
  const refusal = typeof code === "string" && Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  // The network has codes of its own, and some of these.
  if (refusal === undefined || /^(?:connect|bind|listen|getaddrinfo|accept)$/.test(syscall)) return undefined;
  if (code === "ENOENT" && (syscall.startsWith("spawn") || /^spawn /.test(error.message)))
    return `the program ${shown(path ?? error.message.split(" ")[1])} is not installed, or not on the PATH; install it in an earlier step (${code})`;
  const [found, advice] = refusal;
  const name = typeof path === "string" ? shown(path) : "a file";
  const to = typeof dest === "string" ? ` (to ${shown(dest)})` : "";
  const inTheWay = code === "ENOTDIR" && typeof path === "string" ? fileInTheWay(path) : undefined;
  const detail = inTheWay === undefined ? found : `cannot be reached: ${shown(inTheWay)} is a file, not a folder`;
  return `${name}${to} ${detail}; ${advice} (${[code, syscall.split(" ")[0]].filter(Boolean).join(", ")})`;
}

/** A program that ended with an error of the system. */
function saidByProgram({ name, message }: Error): string | undefined {
  if (name !== "Error") return undefined;
  const code = SAID.find(([words]) => words.test(message))?.[1];
  return code === undefined ? undefined : `${revealInvisible(message.trim())}; ${REFUSALS[code]![1]}`;
}

/** Of folders that it makes in a row on a read-only file system, Node says that they do not exist. */
function isReadOnlyBehind({ code, syscall, path }: SystemError): boolean {
  if (code !== "ENOENT" || syscall !== "mkdir" || typeof path !== "string") return false;
  for (let at = dirname(path); ; at = dirname(at)) {
    try {
      accessSync(at, constants.W_OK);
      return false;
    } catch (error) {
      const found = (error as SystemError).code;
      if (found !== "ENOENT" || at === dirname(at)) return found === "EROFS";
    }
  }
}

function fileInTheWay(path: string): string | undefined {
  for (let at = dirname(path); at !== dirname(at); at = dirname(at)) {
    try {
      return statSync(at).isDirectory() ? undefined : at;
    } catch {
      // Below the file that is in the way, nothing can be looked at.
    }
  }
  return undefined;
}

function shown(path: unknown): string {
  return `\`${revealInvisible(String(path)).replace(/[\r\n\t]+/g, " ")}\``;
}

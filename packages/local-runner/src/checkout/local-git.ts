import { execFileSync } from "node:child_process";
import { trace } from "../command-line/trace.ts";

/** What git prints. @param input of its standard input. @throws Error when git fails. */
export function localGit(folder: string, input: string, ...args: readonly string[]): string {
  return localGitBytes(folder, input, ...args).toString();
}

/** What git prints, without the blanks around it; undefined when git fails. */
export function askLocalGit(folder: string, ...args: readonly string[]): string | undefined {
  try {
    return localGit(folder, "", ...args).trim();
  } catch {
    return undefined;
  }
}

/** As `localGit`, for output that is not text. */
export function localGitBytes(folder: string, input: string, ...args: readonly string[]): Buffer {
  trace(`git ${args.join(" ")}`);
  return execFileSync("git", ["--no-optional-locks", "-C", folder, ...args], {
    input,
    stdio: ["pipe", "pipe", "ignore"],
    maxBuffer: MAX_BUFFER,
  });
}

const MAX_BUFFER = 2 ** 30;

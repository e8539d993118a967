import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A repository whose last commit makes one of three benchmarks slower, or changes nothing but a text. */
export interface LiveRepository {
  readonly folder: string;
  readonly base: string;
  readonly head: string;
}

const folder = mkdtempSync(join(tmpdir(), "jessy-live-"));

/** The benchmark program, built once a slowdown. @param slowdown percent. */
export function buildProgram(slowdown: number): string {
  const program = join(folder, `bench-${slowdown}`);
  if (existsSync(program)) return program;
  execFileSync("cc", ["-O2", `-DSLOWDOWN=${slowdown}`, "-o", program, join(import.meta.dirname, "program.c")]);
  return program;
}

/** The programs are committed, so that nothing is built and nobody can tell by a hash that they are the same. */
export function liveRepository(slowdown: number): LiveRepository {
  const repository = mkdtempSync(join(folder, "repository-"));
  const git = (...args: string[]) => execFileSync("git", args, { cwd: repository, encoding: "utf8" }).trim();
  const commit = (program: string, text: string) => {
    copyFileSync(program, join(repository, "bench"));
    writeFileSync(join(repository, "README.md"), text);
    git("add", "--all");
    git("-c", "user.name=live", "-c", "user.email=live@example.com", "commit", "--quiet", `--message=${text}`);
    return git("rev-parse", "HEAD");
  };
  git("init", "--quiet", "--initial-branch=main");
  const base = commit(buildProgram(0), "base");
  return { folder: repository, base, head: commit(buildProgram(slowdown), `${slowdown} % slower`) };
}

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A real git repository in a folder of its own, with a user and a date that are always the same. */
export class DemoRepository {
  readonly folder: string;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "jessy-demo-"));
    this.git("init", "--quiet", "--initial-branch=main", "--template=");
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      const absolute = join(this.folder, path);
      mkdirSync(dirname(absolute), { recursive: true });
      writeFileSync(absolute, text);
    }
  }

  /** Writes files and commits everything. @returns the commit. */
  commit(files: Readonly<Record<string, string>>, message = "a change"): string {
    this.write(files);
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", `--message=${message}`);
    return this.head;
  }

  /** Merges a branch as GitHub makes the merge commit of a pull request. @returns the merge commit, checked out. */
  mergePullRequest(base: string, head: string): string {
    this.git("checkout", "--quiet", "--detach", base);
    this.git("merge", "--quiet", "--no-ff", `--message=Merge ${head} into ${base}`, head);
    return this.head;
  }

  get head(): string {
    const [, ref] = /^ref: (.+)/.exec(readFileSync(join(this.folder, ".git/HEAD"), "utf8")) ?? [];
    const file = join(this.folder, ".git", ref ?? "HEAD");
    // A process less for each commit of most tests; refs that git has packed are left to it.
    return existsSync(file) ? readFileSync(file, "utf8").trim() : this.git("rev-parse", "HEAD");
  }

  git(...args: readonly string[]): string {
    return execFileSync("git", args, {
      cwd: this.folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_GLOBAL: "/dev/null",
        // No process after each commit that looks for something to tidy.
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "maintenance.auto",
        GIT_CONFIG_VALUE_0: "false",
        GIT_AUTHOR_NAME: "Demo",
        GIT_AUTHOR_EMAIL: "demo@example.com",
        GIT_COMMITTER_NAME: "Demo",
        GIT_COMMITTER_EMAIL: "demo@example.com",
        GIT_AUTHOR_DATE: "2026-11-23T12:00:00Z",
        GIT_COMMITTER_DATE: "2026-11-23T12:00:00Z",
      },
    }).trim();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** `count` numbered lines of source. */
export function sourceOf(count: number, mark = ""): string {
  return Array.from({ length: count }, (_, at) => `line ${at + 1}${mark}\n`).join("");
}

/** An LCOV report: for each file the hits of its lines, from line 1 on; undefined = not measured. */
export function lcovOf(files: Readonly<Record<string, readonly (number | undefined)[]>>): string {
  return Object.entries(files)
    .map(
      ([path, hits]) =>
        `SF:${path}\n${hits.map((count, at) => (count === undefined ? "" : `DA:${at + 1},${count}\n`)).join("")}end_of_record\n`,
    )
    .join("");
}

/** `covered` lines that ran once, then `missed` ones that did not. */
export function hits(covered: number, missed: number): number[] {
  return [...Array<number>(covered).fill(1), ...Array<number>(missed).fill(0)];
}

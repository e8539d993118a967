import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { treeHash } from "@jessy-actions/kit/download/tree-hash";
import { GitHub } from "@jessy-actions/kit/github/client";
import type { EmulatedGitHub } from "../../../packages/local-runner/src/github/gateway.ts";
import { GitRefs } from "../../../packages/local-runner/src/github/git-refs.ts";
import { ioOf } from "../../../packages/local-runner/testing/action-io.ts";
import type { Inputs } from "../src/inputs.ts";
import { commitArchive, type ExampleFile } from "./advisory-database.ts";

export const DAY = 86_400_000;

export const ADVISORY_INPUTS: Inputs["advisories"] = {
  rustsec: true,
  commit: undefined,
  folder: undefined,
  maxAge: 14 * DAY,
  index: undefined,
  govulncheck: [],
  cache: true,
};

/** A repository of RustSec's on the emulated GitHub, with these commits. */
export class AdvisoryRepository {
  /** Milliseconds since 1970, by commit. */
  readonly dates = new Map<string, number>();
  readonly #refs = new GitRefs("main");
  readonly #github: EmulatedGitHub;

  constructor(github: EmulatedGitHub) {
    this.#github = github;
    this.#refs.onlyRegistered = true;
    github.others.set("RustSec/advisory-db", this.#refs);
  }

  /** Pushes a commit to the main branch. @param age milliseconds. @returns its hash. */
  push(files: readonly ExampleFile[], age: number): string {
    const date = Math.floor((Date.now() - age) / 1000) * 1000;
    const tree = treeHash(
      files.map(({ path, content }) => ({ path, bytes: Buffer.from(content), isExecutable: false })),
    );
    const sha = this.#refs.addCommit({ message: "x", date: new Date(date).toISOString(), tree });
    this.#refs.setBranch("main", sha);
    this.dates.set(sha, date);
    this.pack(sha, commitArchive(sha, date, files));
    return sha;
  }

  pack(sha: string, archive: Uint8Array): void {
    this.#github.archives.set("RustSec/advisory-db", sha, archive);
  }
}

const BRANCH = { name: "push", branch: "main", before: "a".repeat(40), sha: "b".repeat(40) } as const;

/** A run on the default branch that has a cache, and that waits for nothing. */
export function advisoryIo(github: EmulatedGitHub, workspace: string): ActionIo & { readonly logged: string[] } {
  const io = ioOf(workspace, BRANCH, { url: github.url, token: "t" });
  const client = new GitHub({
    token: "t",
    apiUrl: github.url,
    graphqlUrl: `${github.url}/graphql`,
    log: io.log,
    sleep: async () => {},
  });
  return {
    ...io,
    environment: { ...io.environment, ...cacheVariables(github) },
    github: async () => client,
  };
}

export function cacheVariables(github: EmulatedGitHub): Readonly<Record<string, string>> {
  return {
    ACTIONS_RESULTS_URL: `${github.url}/`,
    ACTIONS_CACHE_SERVICE_V2: "True",
    ACTIONS_RUNTIME_TOKEN: "t",
    GITHUB_SERVER_URL: "https://github.com",
  };
}

/** A new folder with these files. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "jessy-advisories-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

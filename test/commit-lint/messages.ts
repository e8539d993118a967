import type { Trigger } from "../../packages/local-runner/src/event/event.ts";
import { StoredFiles } from "../../packages/local-runner/src/github/repository-files.ts";
import { OWNER, type RunSettings, Scenario, TOKENS } from "../scenario.ts";

/** A pull request as the emulated GitHub knows it. */
export interface OpenMessages {
  readonly number: number;
  readonly owner: string;
  readonly base: string;
  readonly commits: readonly string[];
}

/** Titles and commits on the emulated GitHub, and commit-lint as it is shipped. Nothing is checked out unless a test does. */
export class Messages {
  readonly scenario: Scenario;
  readonly files = new StoredFiles();
  readonly base: string;

  static async start(): Promise<Messages> {
    return new Messages(await Scenario.start());
  }

  private constructor(scenario: Scenario) {
    this.scenario = scenario;
    scenario.github.files = this.files;
    this.base = scenario.github.refs.addCommit({ message: "chore: base" });
    scenario.github.refs.setBranch("main", this.base);
  }

  /** Commits on top of one another, oldest first. */
  commits(messages: readonly string[], base: string = this.base): string[] {
    const shas: string[] = [];
    for (const message of messages)
      shas.push(this.scenario.github.refs.addCommit({ message, parents: [shas.at(-1) ?? base], login: "alice" }));
    return shas;
  }

  async open(
    title: string,
    messages: readonly string[] = ["feat: x"],
    { owner = OWNER, ...more }: { owner?: string; author?: string; headGone?: boolean; commits?: number } = {},
  ): Promise<OpenMessages> {
    const commits = this.commits(messages);
    const ends = { headOwner: owner, headRef: "change", headSha: commits.at(-1)!, baseRef: "main", baseSha: this.base };
    const number = await this.scenario.github.openPullRequest({ ...ends, title, ...more });
    return { number, owner, base: this.base, commits };
  }

  /** A run of a pull request, which has no more rights than it needs. */
  run(
    pull: OpenMessages,
    inputs: Readonly<Record<string, string>> = {},
    settings: RunSettings & { readonly event?: "pull_request" | "pull_request_target" } = {},
  ) {
    const { event = "pull_request_target", ...rest } = settings;
    const { number, owner, base, commits } = pull;
    const trigger: Trigger = {
      name: event,
      number,
      head: { owner, ref: "change", sha: commits.at(-1)! },
      base: { owner: OWNER, ref: "main", sha: base },
      title: "As it was when the event was sent",
    };
    return this.lint(trigger, inputs, rest);
  }

  lint(trigger: Trigger, inputs: Readonly<Record<string, string>> = {}, settings: RunSettings = {}) {
    return this.scenario.run(trigger, inputs, { action: "commit-lint", token: TOKENS.fork, ...settings });
  }

  push(branch: string, before: string, sha: string, inputs: Readonly<Record<string, string>> = {}) {
    return this.lint({ name: "push", branch, before, sha }, inputs);
  }

  group(number: number, headSha: string, baseRef = "main") {
    const headRef = `refs/heads/gh-readonly-queue/${baseRef}/pr-${number}-${this.base}`;
    return this.lint({ name: "merge_group", headRef, headSha, baseRef: `refs/heads/${baseRef}`, baseSha: this.base });
  }

  /** What was asked of GitHub, without the repository's prefix. */
  get asked(): string[] {
    return this.scenario.github.requests.map(
      ({ method, path, query }) => `${method} ${path.replace(/^\/repos\/[^/]+\/[^/]+/, "")}${query}`,
    );
  }

  close(): Promise<void> {
    return this.scenario.close();
  }
}

/** The first line of a report. */
export function headline(summary: string | undefined): string {
  return (
    /\*\*(.+)\*\*/
      .exec(summary ?? "")?.[1]
      ?.replaceAll("\\", "")
      .replaceAll("\u200b", "") ?? ""
  );
}

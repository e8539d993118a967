import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readActionFile } from "../../../packages/local-runner/src/action/action-file.ts";
import { runOnEmulatedGitHub } from "../../../packages/local-runner/src/event/emulated-run.ts";
import { EmulatedGitHub } from "../../../packages/local-runner/src/github/gateway.ts";
import type { LiveRepository } from "./program.ts";

const TOKEN = "ghs_live";

/** What one whole run of the shipped gate decided. */
export interface GateRun {
  readonly verdict: string;
  readonly outcome: string;
  /** Names of the benchmarks. */
  readonly regressed: readonly string[];
  readonly improved: readonly string[];
  readonly inconclusive: readonly string[];
  readonly rounds: number;
  /** Seconds: of the whole step, of measuring, and of the benchmarks' own processes. */
  readonly seconds: number;
  readonly measuring: number;
  readonly inBenchmarks: number;
}

/** The shipped bundle of bench-compare, as GitHub's runner runs it. */
export class LiveGate {
  readonly #github: EmulatedGitHub;

  static async start(): Promise<LiveGate> {
    const tokens = { [TOKEN]: { login: "github-actions[bot]", write: true } };
    return new LiveGate(
      await EmulatedGitHub.start({ owner: "org", repository: "live", defaultBranch: "main", tokens }),
    );
  }

  private constructor(github: EmulatedGitHub) {
    this.#github = github;
  }

  async run(repository: LiveRepository, inputs: Readonly<Record<string, string>>): Promise<GateRun> {
    const temporary = mkdtempSync(join(tmpdir(), "jessy-live-run-"));
    const start = performance.now();
    const result = await runOnEmulatedGitHub({
      github: this.#github,
      trigger: { name: "push", branch: "change", before: repository.base, sha: repository.head },
      action: readActionFile(resolve(import.meta.dirname, "../../../actions/bench-compare")),
      inputs: { command: "./bench", history: "false", comment: "false", ...inputs },
      token: TOKEN,
      workspace: repository.folder,
      temporary,
      node: process.execPath,
    });
    const seconds = (performance.now() - start) / 1000;
    const file = result.outputs.get("result-file");
    if (file === undefined) throw new Error(`the gate left no result:\n${result.log.join("\n")}`);
    const { verdict, outcome, comparisons, run } = JSON.parse(readFileSync(file, "utf8"));
    rmSync(temporary, { recursive: true, force: true });
    const names = (wanted: string): string[] =>
      comparisons
        .filter((comparison: { verdict: string }) => comparison.verdict === wanted)
        .map((comparison: { benchmark: string }) => comparison.benchmark);
    return {
      verdict,
      outcome,
      regressed: names("regressed"),
      improved: names("improved"),
      inconclusive: names("inconclusive"),
      rounds: run.rounds,
      seconds,
      measuring: run.time.measuring / 1000,
      inBenchmarks: run.time.inBenchmarks / 1000,
    };
  }

  close(): Promise<void> {
    return this.#github.close();
  }
}

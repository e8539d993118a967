import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import type { Result } from "../../actions/trivy-scan/src/result.ts";
import { type KnownFlaw, writeTrivyDatabase } from "../../actions/trivy-scan/testing/trivy-database.ts";
import type { StepResult } from "../../packages/local-runner/src/step/run-action.ts";
import { sarifProblems } from "../../packages/security/testing/sarif-contract.ts";
import { type RunSettings, Scenario } from "../scenario.ts";

/** What the database of these tests knows. */
export const FLAWS: readonly KnownFlaw[] = [
  {
    id: "CVE-2026-0001",
    title: "A length that nobody checks",
    severity: "CRITICAL",
    ecosystem: "cargo",
    package: "leaky",
    fixed: ">= 1.2.3",
    aliases: ["RUSTSEC-2026-0001"],
  },
  {
    id: "CVE-2026-0002",
    title: "A panic on bad input",
    severity: "HIGH",
    ecosystem: "cargo",
    package: "panicky",
    fixed: ">= 2.0.1",
  },
  {
    id: "CVE-2026-0003",
    title: "A slow regular expression",
    severity: "LOW",
    ecosystem: "npm",
    package: "slow-expression",
    fixed: ">= 3.1.0",
  },
  {
    id: "CVE-2026-0004",
    title: "A flaw that the base has",
    severity: "HIGH",
    ecosystem: "debian 12",
    package: "old-flaw",
    fixed: "2:1.0-1",
  },
  {
    id: "CVE-2026-0005",
    title: "A flaw that is new",
    severity: "MEDIUM",
    ecosystem: "debian 12",
    package: "new-flaw",
    fixed: "2:1.0-1",
  },
];

/** A lock file of Cargo with these packages of crates.io. */
export function cargoLock(packages: Readonly<Record<string, string>>): string {
  const entries = Object.entries(packages).map(
    ([name, version]) =>
      `[[package]]\nname = "${name}"\nversion = "${version}"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "${"0".repeat(64)}"\n`,
  );
  return `version = 4\n\n${entries.join("\n")}`;
}

export interface SecurityRun {
  readonly outcome: StepResult["outcome"];
  readonly outputs: ReadonlyMap<string, string>;
  readonly log: string;
  readonly summary: string;
  readonly annotations: StepResult["annotations"];
  readonly result: Result;
  /** What the SARIF file holds. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects.
  readonly sarif: any;
}

const fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../docs/schema/trivy-scan-result.v1.json"), "utf8")),
);

/** A repository, GitHub, a Trivy and a small database, for the shipped trivy-scan. */
export class SecurityScenario {
  readonly inner: Scenario;
  readonly folder = mkdtempSync(join(tmpdir(), "jessy-security-"));
  readonly #program: string;

  static async start(program: string): Promise<SecurityScenario> {
    return new SecurityScenario(await Scenario.start(), program);
  }

  private constructor(inner: Scenario, program: string) {
    this.inner = inner;
    this.#program = program;
    inner.github.codeScanning.pendingLooks = 0;
    writeTrivyDatabase(this.database, FLAWS);
    this.installTrivy(`exec ${program} "$@"`);
  }

  get repository(): Scenario["repository"] {
    return this.inner.repository;
  }

  /** Trivy's cache folder. */
  get database(): string {
    return join(this.folder, "database");
  }

  get trivy(): string {
    return join(this.folder, "trivy");
  }

  /** Puts a script in Trivy's place; `--version` is still Trivy's own. */
  installTrivy(script: string): void {
    const version = `for word; do test "$word" != --version || exec ${this.#program} --version; done`;
    writeFileSync(this.trivy, `#!/bin/sh\n${version}\necho >>${join(this.folder, "scans")}\n${script}\n`);
    chmodSync(this.trivy, 0o755);
  }

  /** How often Trivy was started to scan since the last time. */
  takeScans(): number {
    const path = join(this.folder, "scans");
    const scans = existsSync(path) ? readFileSync(path, "utf8").length : 0;
    rmSync(path, { force: true });
    return scans;
  }

  /** Without what takes seconds: some scanners to start, GitHub to process a file, the comment to settle. */
  inputs(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
      "trivy-path": this.trivy,
      "db-folder": this.database,
      rustsec: "off",
      cache: "false",
      scanners: "vuln",
      upload: "never",
      comment: "false",
      ...changes,
    };
  }

  settings: RunSettings = { action: "trivy-scan" };

  async push(changes?: Readonly<Record<string, string>>, before?: string): Promise<SecurityRun> {
    const settings = { ...this.settings, ...(before !== undefined && { before }) };
    return readRun(await this.inner.runPush("main", this.inputs(changes), settings));
  }

  /** A pull request with one commit on top of HEAD, checked out as actions/checkout does: its merge commit. */
  async pullRequest(
    files: Readonly<Record<string, string>>,
    changes?: Readonly<Record<string, string>>,
    owner?: string,
  ): Promise<SecurityRun & { readonly comments: readonly string[] }> {
    const base = this.repository.head;
    this.repository.git("checkout", "--quiet", "-b", `change-${Date.now()}`);
    this.repository.commit(files);
    const pull = await this.inner.openPullRequest(base, owner === undefined ? {} : { owner });
    const run = readRun(await this.inner.runPullRequest(pull, this.inputs(changes), this.settings));
    return { ...run, comments: await this.inner.commentBodies(pull) };
  }

  async close(): Promise<void> {
    await this.inner.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function readRun(step: StepResult): SecurityRun {
  const read = (output: string) => {
    const path = step.outputs.get(output);
    return path === undefined || path === "" ? undefined : JSON.parse(readFileSync(path, "utf8"));
  };
  const result = read("result-file");
  if (result !== undefined && !fits(result))
    throw new Error(`the result file does not fit its schema: ${JSON.stringify(fits.errors)}`);
  const sarif = read("sarif-file");
  const problems = sarif === undefined ? [] : sarifProblems(sarif);
  if (problems.length > 0) throw new Error(`GitHub would not take the SARIF file: ${problems.join("; ")}`);
  return {
    outcome: step.outcome,
    outputs: step.outputs,
    log: step.log.join("\n"),
    summary: step.summary ?? "",
    annotations: step.annotations,
    result,
    sarif,
  };
}

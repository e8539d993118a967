import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import type { Result } from "../../actions/ssh-deploy/src/result.ts";
import type { StepResult } from "../../packages/local-runner/src/step/run-action.ts";
import type { Farm, FarmHost } from "../../scripts/farm/farm.ts";
import { type RunSettings, Scenario } from "../scenario.ts";

export interface FleetRun {
  readonly outcome: StepResult["outcome"];
  readonly outputs: ReadonlyMap<string, string>;
  readonly log: string;
  readonly summary: string;
  readonly annotations: StepResult["annotations"];
  /** Undefined where the run ended before it had one. */
  readonly result: Result;
  /** Each host's state, in order: `deployed deployed rolled-back`. */
  readonly states: string;
}

const fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../docs/schema/ssh-deploy-result.v1.json"), "utf8")),
);

/** Where each test's deployment stands on the hosts: a folder of its own, so that tests do not meet. */
let tests = 0;

/** A repository, GitHub, and hosts that the shipped ssh-deploy deploys to. */
export class FleetScenario {
  readonly inner: Scenario;
  readonly farm: Farm;
  /** On the hosts. */
  readonly path = `/srv/app-${++tests}`;
  /** Of the runner; empty again after a job. */
  readonly temporary = mkdtempSync(join(tmpdir(), "jessy-fleet-"));

  static async start(farm: Farm): Promise<FleetScenario> {
    return new FleetScenario(await Scenario.start(), farm);
  }

  private constructor(inner: Scenario, farm: Farm) {
    this.inner = inner;
    this.farm = farm;
  }

  get hosts(): readonly FarmHost[] {
    return this.farm.hosts;
  }

  /** Without waits. */
  inputs(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
      hosts: this.hosts.map(({ address, name }) => `root@${address} name=${name}`).join("\n"),
      "private-key": this.farm.keys.user,
      "host-keys": this.farm.knownHosts,
      mode: "files",
      path: this.path,
      source: "site",
      gates: `command test -e ${this.path}/current/healthy`,
      "gate-passes": "1",
      "gate-interval": "100ms",
      "gate-deadline": "1s",
      "connect-timeout": "2s",
      "lock-wait": "0s",
      comment: "false",
      ...changes,
    };
  }

  /** Commits a site. @param healthy whether its gate passes. */
  site(version: string, healthy = true): void {
    this.inner.repository.commit({
      "site/version": `${version}\n`,
      "site/page.html": `<h1>${version}</h1>\n`,
      [healthy ? "site/healthy" : "site/ill"]: "",
    });
    if (!healthy) this.inner.repository.git("rm", "--quiet", "--force", "--ignore-unmatch", "site/healthy");
    if (!healthy) this.inner.repository.git("commit", "--quiet", "--amend", "--no-edit");
  }

  async deploy(changes?: Readonly<Record<string, string>>, settings: RunSettings = {}): Promise<FleetRun> {
    const step = await this.inner.runPush("main", this.inputs(changes), {
      action: "ssh-deploy",
      temporary: this.temporary,
      env: { PATH: `${this.farm.programFolder}:${process.env.PATH}` },
      ...settings,
    });
    return readRun(step);
  }

  /** What each host really serves, past its network: `v2 v2 v1`; `-` for nothing. */
  get served(): string {
    return this.hosts
      .map((host) => this.farm.run(host, `cat ${this.path}/current/version 2>/dev/null || echo -`).stdout.trim())
      .join(" ");
  }

  /** What the newest entry of each host's lock says: `free free free`, or an owner. */
  get locks(): string {
    const newest = `cd ${this.path}/.jessy/lock-deploy 2>/dev/null && readlink "$(ls | sort -n | tail -n 1)" || echo free`;
    return this.hosts.map((host) => this.farm.run(host, newest).stdout.trim()).join(" ");
  }

  async close(): Promise<void> {
    await this.inner.close();
    rmSync(this.temporary, { recursive: true, force: true });
  }
}

function readRun(step: StepResult): FleetRun {
  const path = step.outputs.get("result-file");
  const result: Result | undefined = path ? JSON.parse(readFileSync(path, "utf8")) : undefined;
  if (result !== undefined && !fits(result))
    throw new Error(`the result file does not fit its schema: ${JSON.stringify(fits.errors)}`);
  return {
    outcome: step.outcome,
    outputs: step.outputs,
    log: step.log.join("\n"),
    summary: step.summary ?? "",
    annotations: step.annotations,
    result: result!,
    states: result?.hosts.map(({ state }) => state).join(" ") ?? "",
  };
}

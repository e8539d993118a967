import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { pushEverything } from "../../packages/local-runner/src/github/git-push.ts";
import { type ReleaseRun, type ReleaseScenario, read } from "./release-scenario.ts";

const root = resolve(import.meta.dirname, "../..");

interface WorkflowStep {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

export interface JobInputs {
  readonly version: string;
  readonly "dry-run": boolean;
}

/** What one run of the job did. */
export interface PublishRun {
  /** Each run of the release action, in order. */
  readonly releases: readonly ReleaseRun[];
  readonly commit: string;
}

export interface PublishOptions {
  readonly inputs: JobInputs;
  /** Where the trees are assembled. */
  readonly folder: string;
  /** Ends the run before the step that this says yes to, as a runner that is lost. */
  readonly isLostBefore?: (step: WorkflowStep) => boolean;
}

const WORKFLOW = parse(readFileSync(join(root, ".github/workflows/release.yml"), "utf8")) as {
  readonly jobs: { readonly publish: { readonly steps: readonly WorkflowStep[] } };
};

/** Other people's actions and what only a fresh machine needs. */
const isOutside = ({ uses, run }: WorkflowStep) => uses?.startsWith("actions/") === true || run?.startsWith("npm ci ");

/**
 * Runs the steps of the job `publish` as .github/workflows/release.yml has them, on a source that is checked out in `world`. A step that
 * it does not know is an error, and a release that fails ends the run.
 */
export async function playPublishJob(world: ReleaseScenario, options: PublishOptions): Promise<PublishRun> {
  const { repository, github } = world;
  const { inputs, folder, isLostBefore } = options;
  const tree = join(folder, inputs.version);
  const outputs = new Map<string, string>();
  const releases: ReleaseRun[] = [];
  let commit = "";
  // A runner starts from a fresh checkout.
  repository.git("clean", "--quiet", "--force", "-d", "-X");

  const fill = (value: unknown): string =>
    String(value).replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => {
      if (name.startsWith("inputs.")) return String(inputs[name.slice("inputs.".length) as keyof JobInputs]);
      if (name === "github.token") return "";
      if (name === "github.sha") return repository.head;
      const output = outputs.get(name);
      if (output === undefined) throw new Error(`release.yml uses ${name}, which no step before has set`);
      return output;
    });
  const fillAll = (values: Readonly<Record<string, unknown>> = {}) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fill(value)]));
  const keep = (id: string | undefined, given: ReadonlyMap<string, string>) => {
    for (const [name, value] of given) if (id !== undefined) outputs.set(`steps.${id}.outputs.${name}`, value);
  };

  for (const step of WORKFLOW.jobs.publish.steps) {
    if (isLostBefore?.(step) === true) return { releases, commit };
    if (isOutside(step)) continue;
    if (step.if !== undefined) {
      if (!/^(?:\$\{\{ )?!inputs\.dry-run(?: \}\})?$/.test(step.if))
        throw new Error(`release.yml has a condition that this cannot decide: ${step.if}`);
      if (inputs["dry-run"]) continue;
    }
    if (step.uses === "$/actions/release") {
      const trigger = { name: "workflow_dispatch", branch: "main", sha: repository.head } as const;
      const run = read(await world.scenario.run(trigger, fillAll(step.with), { action: "release" }));
      releases.push(run);
      keep(step.id, run.outputs);
      if (run.outcome !== "success") return { releases, commit };
      // What the emulated GitHub moved, the remote has, too.
      for (const [name, target] of Object.entries(github.refs.tags))
        repository.git("push", "--quiet", "--force", "origin", `${target}:refs/tags/${name}`);
    } else if (step.run === "npm run package") {
      script("package.ts", "--out", tree, "--repository", "org/jessy-actions");
    } else if (step.run?.includes("publish-tree") === true) {
      const dryRun = step.run.includes("--dry-run") ? ["--dry-run"] : [];
      const args = ["--version", inputs.version, "--folder", tree, "--repository", repository.folder, ...dryRun];
      const printed = script("publish-tree.ts", ...args);
      const given = new Map([...printed.matchAll(/^(\w+)=(.+)$/gm)].map(([, name = "", value = ""]) => [name, value]));
      keep(step.id, given);
      commit = given.get("commit")!;
      pushEverything(repository.git("remote", "get-url", "origin"), github.refs);
    } else if (step.run?.includes("git archive") === true) {
      const env = { PATH: process.env.PATH, ...fillAll(step.env) };
      execFileSync("bash", ["--norc", "-e", "-c", step.run], { cwd: repository.folder, env });
    } else
      throw new Error(`release.yml has a step that test/release/publish-job.ts does not know: ${JSON.stringify(step)}`);
  }
  return { releases, commit };
}

function script(name: string, ...args: readonly string[]): string {
  return execFileSync(process.execPath, [join(root, "scripts", name), ...args], { cwd: root, encoding: "utf8" });
}

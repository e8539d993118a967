import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type Job, runActionStep, timed } from "../actions/action-step.ts";

/** What every contender gets. */
export interface Task {
  readonly job: Job;
  /** Of `docker save`, in the workspace. */
  readonly archive: string;
  /** Trivy's cache folder, with the database. */
  readonly databaseFolder: string;
  /** A program that counts how often it starts Trivy. */
  readonly trivy: string;
  readonly scratch: string;
}

export interface Contender {
  readonly name: string;
  /** What its users get from it. */
  readonly yields: string;
  /** @returns milliseconds. @throws Error when it does not work. */
  scan(task: Task): Promise<number>;
}

const root = resolve(import.meta.dirname, "../..");

/** The variables by which Trivy scans without the network; ours sets its own. */
const OFFLINE = {
  TRIVY_SKIP_DB_UPDATE: "true",
  TRIVY_SKIP_JAVA_DB_UPDATE: "true",
  TRIVY_SKIP_CHECK_UPDATE: "true",
  TRIVY_SKIP_VERSION_CHECK: "true",
  TRIVY_DISABLE_TELEMETRY: "true",
  TRIVY_OFFLINE_SCAN: "true",
  TRIVY_SCANNERS: "vuln",
};

/** Folders of the peers' repositories. @throws Error that says how to get them. */
export function peersFolder(): string {
  const folder = process.env.JESSY_PEERS;
  const files = ["trivy-action/entrypoint.sh", "ghaction-container-scan/dist/index.cjs"];
  if (folder !== undefined && files.every((file) => existsSync(join(folder, file)))) return resolve(folder);
  throw new Error(
    "JESSY_PEERS must name a folder with clones of aquasecurity/trivy-action and crazy-max/ghaction-container-scan",
  );
}

export function contenders(peers: string): readonly Contender[] {
  return [
    { name: "one bare Trivy run", yields: "JSON", scan: bare },
    {
      name: "trivy-action, twice",
      yields: "table, SARIF",
      scan: async (task) => (await entrypoint(peers, "table", task)) + (await entrypoint(peers, "sarif", task)),
    },
    { name: "container-scan of crazy-max", yields: "JSON, SARIF, table", scan: (task) => containerScan(peers, task) },
    { name: "ours", yields: "JSON, SARIF, summary, comment, annotations, SBOM", scan: ours },
  ];
}

async function bare({ job, archive, databaseFolder, trivy, scratch }: Task): Promise<number> {
  const output = join(scratch, "bare.json");
  const args = ["image", "--format=json", `--output=${output}`, "--quiet", "--list-all-pkgs", `--input=${archive}`];
  const env = { ...machine(job), ...OFFLINE, TRIVY_CACHE_DIR: databaseFolder };
  return whole(await timed(trivy, args, { cwd: job.workspace, env }), () => readFileSync(output).length > 0);
}

async function entrypoint(peers: string, format: string, task: Task): Promise<number> {
  const { job, archive, databaseFolder, trivy, scratch } = task;
  const output = join(scratch, `entrypoint.${format}`);
  const env = {
    ...machine(job),
    ...OFFLINE,
    TRIVY_CACHE_DIR: databaseFolder,
    TRIVY_CMD: trivy,
    TRIVY_FORMAT: format,
    TRIVY_OUTPUT: output,
    TRIVY_INPUT: archive,
    INPUT_SCAN_TYPE: "image",
    INPUT_SCAN_REF: "",
  };
  const run = await timed("bash", [join(peers, "trivy-action/entrypoint.sh")], { cwd: job.workspace, env });
  return whole(run, () => readFileSync(output).length > 0);
}

/** It asks GitHub which releases there are, and looks for Trivy in the runner's tool cache. */
async function containerScan(peers: string, task: Task): Promise<number> {
  const { job, archive, databaseFolder, trivy, scratch } = task;
  const tools = join(scratch, "tools");
  const tool = join(tools, "trivy/0.76.0", process.arch);
  mkdirSync(tool, { recursive: true });
  writeFileSync(join(tool, "trivy"), readFileSync(trivy), { mode: 0o755 });
  writeFileSync(`${tool}.complete`, "");
  writeFileSync(join(job.workspace, "Dockerfile"), "FROM scratch\n");
  const preload = join(import.meta.dirname, "offline-machine.cjs");
  const run = await runActionStep(
    join(peers, "ghaction-container-scan/action.yml"),
    { trivy_version: "v0.76.0", tarball: archive, dockerfile: "Dockerfile", severity_threshold: "CRITICAL" },
    {
      ...job,
      env: { ...OFFLINE, TRIVY_CACHE_DIR: databaseFolder, BENCH_TOOL_CACHE: tools },
      nodeArguments: ["--require", preload],
    },
  );
  return whole(run, (log) => log.includes("CVE-2026-10000"));
}

async function ours({ job, archive, databaseFolder, trivy }: Task): Promise<number> {
  const inputs = {
    targets: `image-archive:${basename(archive)},name=flawed`,
    "trivy-path": trivy,
    "db-folder": databaseFolder,
    "db-max-age": "30d",
    scanners: "vuln",
    rustsec: "off",
    sbom: "cyclonedx",
    cache: "false",
    upload: "never",
  };
  const run = await runActionStep(join(root, "actions/trivy-scan/action.yml"), inputs, job);
  return whole(run, (log) => log.includes("CVE-2026-10000"));
}

/** A gate that fails is what each of them is asked for, and anything else is a fault of the bench. */
function whole(run: { readonly milliseconds: number; readonly log: string }, works: (log: string) => boolean): number {
  if (!works(run.log)) throw new Error(`it does not work:\n${run.log.slice(-2000)}`);
  return run.milliseconds;
}

const machine = (job: Job): Record<string, string> =>
  Object.fromEntries(Object.entries(job.machine).filter((entry): entry is [string, string] => entry[1] !== undefined));

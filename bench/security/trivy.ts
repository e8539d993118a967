/**
 * One image with thousands of flaws, scanned by a bare Trivy, by the peers and by ours, as GitHub's runner would start
 * them; the same Trivy, the same database, no network. They take turns, and who begins changes. Prints Markdown tables.
 *
 *   npm run bench:trivy -- [--rounds N] [--findings N]
 *
 * JESSY_PEERS names the folder of the peers' repositories; without it the bench says how to fill one.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeTrivyDatabase } from "../../actions/trivy-scan/testing/trivy-database.ts";
import { engine } from "../../scripts/engines.ts";
import type { Job } from "../actions/action-step.ts";
import { median, seconds, table } from "../actions/figures.ts";
import { type Contender, contenders, peersFolder, type Task } from "./contenders.ts";
import { flawedImage, flaws } from "./flawed-image.ts";

const GOAL_MS = 300;

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "7" }, findings: { type: "string", default: "5000" } },
});
const all = contenders(peersFolder());
const scratch = mkdtempSync(join(tmpdir(), "jessy-bench-trivy-"));
/** A line for each start of Trivy. */
const starts = join(scratch, "starts");
try {
  const task = await prepare(Number(values.findings));
  await compare(task);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function prepare(count: number): Promise<Task> {
  const program = engine("trivy");
  if (program === undefined) throw new Error("there is no Trivy to measure");
  const databaseFolder = join(scratch, "database");
  writeTrivyDatabase(databaseFolder, flaws(count));
  const job = repository();
  const archive = join(job.workspace, "flawed.tar");
  writeFileSync(archive, await flawedImage(count));
  const trivy = join(scratch, "trivy");
  writeFileSync(trivy, `#!/bin/sh\necho >>${starts}\nexec ${program} "$@"\n`, { mode: 0o755 });
  return { job, archive, databaseFolder, trivy, scratch };
}

function repository(): Job {
  const workspace = join(scratch, "workspace");
  mkdirSync(workspace);
  writeFileSync(join(workspace, "README.md"), "# Bench\n");
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", workspace, "-c", "user.name=B", "-c", "user.email=b@example.com", ...args], {
      encoding: "utf8",
    });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message=feat: an image");
  const { PATH, HOME } = process.env;
  return { workspace, apiUrl: "http://127.0.0.1:9", sha: git("rev-parse", "HEAD").trim(), machine: { PATH, HOME } };
}

interface Measured {
  readonly milliseconds: number;
  readonly starts: number;
}

async function compare(task: Task): Promise<void> {
  const load = loadavg()[0]!.toFixed(1);
  const measured = new Map(all.map(({ name }) => [name, [] as Measured[]]));
  for (let round = 0; round <= Number(values.rounds); round++) {
    for (const contender of all.map((_, at) => all[(at + round) % all.length]!)) {
      rmSync(starts, { force: true });
      const milliseconds = await contender.scan(task);
      const count = existsSync(starts) ? readFileSync(starts, "utf8").length : 0;
      if (round > 0) measured.get(contender.name)!.push({ milliseconds, starts: count });
    }
  }
  const times = ({ name }: Contender) => measured.get(name)!.map(({ milliseconds }) => milliseconds);
  const bare = median(times(all[0]!));
  table(
    [
      `${values.findings} findings, ${values.rounds} rounds`,
      "runs of Trivy",
      "seconds, median",
      "least to most",
      "over one bare run",
      "yields",
    ],
    all.map((contender) => {
      const of = times(contender);
      const runs = String(median(measured.get(contender.name)!.map((each) => each.starts)));
      const range = `${seconds(Math.min(...of))} to ${seconds(Math.max(...of))}`;
      return [contender.name, runs, seconds(median(of)), range, seconds(median(of) - bare), contender.yields];
    }),
  );
  process.stdout.write(
    `\nThe goal of ours is ${seconds(GOAL_MS)} s over a bare run. Load of the machine: ${load} at the start, ${loadavg()[0]!.toFixed(1)} at the end.\n`,
  );
}

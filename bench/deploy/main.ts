/**
 * Deployments side by side on hosts of our own: ours, easingthemes/ssh-deploy, rsync and plain ssh in a loop. First eight hosts that have
 * the release already, then one host and 3,000 files of 4 KB of which one changed. The contenders take turns, and who begins changes. Prints Markdown tables.
 *
 *   npm run bench:deploy -- [--rounds N]
 *
 * JESSY_PEERS names the folder of the peer's repository; without it the bench says how to fill one.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Farm, type FarmHost, startFarm } from "../../scripts/farm/farm.ts";
import type { Job } from "../actions/action-step.ts";
import { median, seconds, table } from "../actions/figures.ts";
import { type Contender, ours, peer, rsyncLoop, sshLoop, writeClient } from "./contenders.ts";

const HOSTS = 8;
const FILES = 3000;
const FILE_BYTES = 4096;

const { values } = parseArgs({ options: { rounds: { type: "string", default: "7" } } });
const sshd = Object.fromEntries(Array.from({ length: HOSTS }, (_, index) => [index + 1, ["LogLevel VERBOSE"]]));
const farm = await startFarm({ hosts: HOSTS, sshd });
if (!(farm instanceof Farm)) throw new Error(farm.missing);
const workspace = mkdtempSync(join(tmpdir(), "jessy-bench-deploy-"));
try {
  const config = writeClient(farm, workspace);
  const job = prepare();
  await noChange(config, job);
  await oneChange(config, job);
  process.stdout.write(`Load of the machine at the end: ${loadavg()[0]!.toFixed(1)}.\n`);
} finally {
  await farm.stop();
  rmSync(workspace, { recursive: true, force: true });
}

async function noChange(config: string, job: Job): Promise<void> {
  writeFileSync(join(workspace, "site/index.html"), "<h1>A site</h1>\n");
  const host = (farm as Farm).hosts[0]!;
  const own = ours(farm as Farm, "tar", "/srv/ours");
  await deploy(own, (farm as Farm).hosts, job);
  const before = sessions(host);
  await deploy(own, (farm as Farm).hosts, job);
  const steps = sessions(host) - before;
  const all = [own, sshLoop(config, "/srv/loop", steps), peer(farm as Farm, "/srv/peer")];
  await deploy(all[2]!, (farm as Farm).hosts, job);
  await compare(`${HOSTS} hosts that have the release already`, all, (farm as Farm).hosts, job, () => undefined);
  process.stdout.write("The goals are 2 s and 0.5 of the loop.\n");
}

async function oneChange(config: string, job: Job): Promise<void> {
  for (let number = 0; number < FILES; number++)
    writeFileSync(join(workspace, `site/${number}.bin`), randomBytes(FILE_BYTES));
  const [host] = (farm as Farm).hosts;
  const all = [
    ours(farm as Farm, "tar", "/srv/ours-tar"),
    ours(farm as Farm, "rsync", "/srv/ours-rsync"),
    rsyncLoop(config, "/srv/rsync"),
    peer(farm as Farm, "/srv/peer-files"),
  ];
  for (const contender of all) await deploy(contender, [host!], job);
  const change = () => writeFileSync(join(workspace, "site/0.bin"), randomBytes(FILE_BYTES));
  await compare(`${FILES} files of ${FILE_BYTES} bytes, one changed, one host`, all, [host!], job, change);
}

async function compare(
  title: string,
  all: readonly Contender[],
  hosts: readonly FarmHost[],
  job: Job,
  change: () => void,
): Promise<void> {
  const times = new Map<Contender, number[]>(all.map((contender) => [contender, []]));
  for (let round = 0; round < Number(values.rounds); round++) {
    change();
    // Every round begins with another one.
    for (const [index] of all.entries()) {
      const contender = all[(round + index) % all.length]!;
      times.get(contender)!.push(await deploy(contender, hosts, job));
    }
  }
  const own = median(times.get(all[0]!)!);
  process.stdout.write(`\n### ${title}\n\n`);
  table(
    ["What", "Median s", "Least s", "Ours is"],
    all.map((contender) => {
      const measured = times.get(contender)!;
      const middle = median(measured);
      return [contender.name, seconds(middle), seconds(Math.min(...measured)), (own / middle).toFixed(2)];
    }),
  );
  process.stdout.write("\n");
}

async function deploy(contender: Contender, hosts: readonly FarmHost[], job: Job): Promise<number> {
  const { milliseconds, failure } = await contender.deploy(hosts, job);
  if (failure !== undefined) throw new Error(`${contender.name}: ${failure}`);
  return milliseconds;
}

/** How many a host has seen: a step of the plain loop stands for each of ours. */
function sessions(host: FarmHost): number {
  return (farm as Farm).log(host).match(/Starting session: /g)?.length ?? 0;
}

function prepare(): Job {
  mkdirSync(join(workspace, "site"));
  writeFileSync(join(workspace, "site/index.html"), "<h1>A site</h1>\n");
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", workspace, "-c", "user.name=B", "-c", "user.email=b@example.com", ...args], {
      encoding: "utf8",
    });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "site");
  git("commit", "--quiet", "--message=feat: a site");
  const { PATH } = process.env;
  return {
    workspace,
    apiUrl: "http://127.0.0.1:9",
    sha: git("rev-parse", "HEAD").trim(),
    machine: { PATH: `${(farm as Farm).programFolder}:${PATH}`, HOME: workspace },
  };
}

/**
 * From a Dockerfile to an image in a registry, side by side: docker's own actions, raw `docker buildx build --push`, and ours. Same engine,
 * same registry with a login and TLS, same tags and provenance; the three take turns, and who begins changes. Then a registry that answers
 * 503 for a minute: who survives. Prints Markdown tables.
 *
 *   npm run bench:docker -- [--rounds N] [--no-outage]
 *
 * JESSY_PEERS names the folder of the peers' repositories; without it the bench says how to fill one.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { FaultProxy } from "../../packages/kit/testing/fault-proxy.ts";
import { EmulatedGitHub } from "../../packages/local-runner/src/github/gateway.ts";
import { pushEverything } from "../../packages/local-runner/src/github/git-push.ts";
import { type RunningStack, startStack } from "../../scripts/docker/stack.ts";
import { type Job, TOKEN } from "../actions/action-step.ts";
import { median, seconds, table } from "../actions/figures.ts";
import { type Contender, contenders, type Delivery, peersFolder } from "./contenders.ts";

const LAYER_BYTES = 8_000_000;
const OUTAGE = 60_000;

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "11" }, outage: { type: "boolean", default: true } },
  allowNegative: true,
});
const all = contenders(peersFolder());
const stack = await startStack();
const workspace = mkdtempSync(join(tmpdir(), "jessy-bench-docker-"));
const github = await EmulatedGitHub.start({
  owner: "org",
  repository: "demo",
  defaultBranch: "main",
  tokens: { [TOKEN]: { login: "github-actions[bot]", write: true } },
});
try {
  const job = prepare(stack);
  const load = loadavg()[0]!.toFixed(1);
  await compare("fully cached", job, () => undefined);
  await compare(`one new layer of ${LAYER_BYTES / 1e6} MB`, job, () => newLayer(LAYER_BYTES));
  process.stdout.write(
    `The goals for a cached image are 0.45 and 1.5. Load of the machine: ${load} at the start, ${loadavg()[0]!.toFixed(1)} at the end.\n`,
  );
  if (values.outage) await outage(job);
} finally {
  await github.close();
  await stack.stop();
  rmSync(workspace, { recursive: true, force: true });
}

/** A repository with a Dockerfile of five steps, and everything a step needs. */
function prepare({ engine, busybox }: RunningStack): Job {
  if (engine === undefined || busybox === undefined) throw new Error(stack.missing.join("\n"));
  copyFileSync(busybox, join(workspace, "busybox"));
  writeFileSync(
    join(workspace, "Dockerfile"),
    `FROM scratch
COPY busybox /bin/busybox
RUN ["/bin/busybox", "mkdir", "-p", "/app"]
RUN ["/bin/busybox", "sh", "-c", "/bin/busybox seq 100000 >/app/list"]
WORKDIR /app
COPY layer.bin /app/layer.bin
ENTRYPOINT ["/bin/busybox"]
`,
  );
  newLayer(100_000);
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", workspace, "-c", "user.name=B", "-c", "user.email=b@example.com", ...args], {
      encoding: "utf8",
    });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message=feat: an image");
  pushEverything(workspace, github.refs);
  const { PATH, HOME } = process.env;
  return {
    workspace,
    apiUrl: github.url,
    sha: git("rev-parse", "HEAD").trim(),
    machine: {
      PATH: `${dirname(engine.docker)}:${PATH}`,
      HOME,
      DOCKER_HOST: engine.dockerHost,
      DOCKER_CONFIG: engine.configFolder,
    },
  };
}

function newLayer(bytes: number): void {
  writeFileSync(join(workspace, "layer.bin"), randomBytes(bytes));
}

/** Rounds in which each delivers once, after one that is not measured. */
async function compare(title: string, job: Job, change: () => void): Promise<void> {
  const { host, log, username, password } = stack.registries!.secured;
  const target = { registry: host, login: { username, password } };
  const measured = new Map(all.map(({ name }) => [name, [] as (Delivery & { readonly requests: number })[]]));
  for (let round = 0; round <= Number(values.rounds); round++) {
    for (const contender of all.map((_, at) => all[(at + round) % all.length]!)) {
      change();
      const before = requestsIn(log);
      const delivery = await contender.deliver(target, job);
      if (delivery.failure !== undefined) throw new Error(`${contender.name}: ${delivery.failure}`);
      if (round > 0) measured.get(contender.name)!.push({ ...delivery, requests: requestsIn(log) - before });
    }
  }
  const row = ({ name }: Contender) => {
    const runs = measured.get(name)!;
    const of = (key: "main" | "all" | "requests") => median(runs.map((run) => run[key]));
    return { name, main: of("main"), all: of("all"), requests: of("requests"), runs };
  };
  const [peers, raw, ours] = all.map(row) as [ReturnType<typeof row>, ReturnType<typeof row>, ReturnType<typeof row>];
  table(
    [`${title}, ${values.rounds} rounds`, "seconds, median", "least to most", "with post steps", "requests"],
    [peers, raw, ours].map(({ name, main, all: whole, requests, runs }) => {
      const times = runs.map((run) => run.main);
      const range = `${seconds(Math.min(...times))} to ${seconds(Math.max(...times))}`;
      return [name, seconds(main), range, seconds(whole), String(requests)];
    }),
  );
  const ratio = (of: number, to: number) => (of / to).toFixed(2);
  process.stdout.write(
    `\nOurs takes ${ratio(ours.main, peers.main)} of the peers' chain (${ratio(ours.all, peers.all)} with post steps) and ${ratio(ours.main, raw.main)} of raw buildx.\n\n`,
  );
}

/** All at the same time, each in front of a registry of its own that answers 503 from its first request on. */
async function outage(job: Job): Promise<void> {
  const rows = await Promise.all(
    all.map(async (contender) => {
      const proxy = await FaultProxy.start(stack.registries!.plain.host);
      let end: number | undefined;
      const isDown = () => {
        end ??= Date.now() + OUTAGE;
        return Date.now() < end;
      };
      proxy.inject({ when: isDown, times: Number.POSITIVE_INFINITY, act: { answer: 503 } });
      try {
        const { main, failure } = await contender.deliver({ registry: proxy.host, login: undefined }, job);
        const refused = proxy.requests.filter(({ status }) => status === 503).length;
        return [
          contender.name,
          failure === undefined ? "survives" : "fails",
          seconds(main),
          `${refused} refused of ${proxy.requests.length}`,
          failure === undefined ? "" : failure.replaceAll("|", "/"),
        ];
      } finally {
        await proxy.close();
      }
    }),
  );
  process.stdout.write("\n");
  table([`${OUTAGE / 1000} s of 503`, "end", "after seconds", "requests", "its last words"], rows);
}

/** The registry logs each with its status. */
function requestsIn(log: string): number {
  return readFileSync(log, "utf8")
    .split("\n")
    .filter((line) => /" \d{3} \d+ "/.test(line)).length;
}

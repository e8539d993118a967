import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Job, runActionStep, timed } from "../actions/action-step.ts";

/** What one delivery of an image cost, from the first process to the end of the last, in milliseconds. */
export interface Delivery {
  readonly main: number;
  /** With the post steps, as a job has them. */
  readonly all: number;
  /** Why it failed. */
  readonly failure: string | undefined;
}

/** A registry, as all contenders get it. */
export interface Target {
  /** `HOST:PORT`. */
  readonly registry: string;
  /** Undefined where the registry asks for none: then nobody logs in. */
  readonly login: { readonly username: string; readonly password: string } | undefined;
}

/** A way from a Dockerfile to an image that a registry has under its tags. */
export interface Contender {
  readonly name: string;
  /** Its own repository: no one meets another's layers. */
  readonly repository: string;
  deliver(target: Target, job: Job): Promise<Delivery>;
}

const root = resolve(import.meta.dirname, "../..");
const TAGS = "type=sha\ntype=ref,event=branch";
const PROVENANCE = "mode=min";

/** Folders of the peers' repositories. @throws Error that says how to get them. */
export function peersFolder(): string {
  const folder = process.env.JESSY_PEERS;
  const names = ["metadata-action@v6", "login-action@v4", "build-push-action@v7"];
  const missing = names
    .map((name) => name.split("@", 1)[0]!)
    .filter((name) => folder === undefined || !existsSync(join(folder, name, "dist/index.cjs")));
  if (folder !== undefined && missing.length === 0) return resolve(folder);
  const clones = names.map((name) => {
    const [repository, version] = name.split("@");
    return `  git clone --depth 1 --branch ${version} https://github.com/docker/${repository} $JESSY_PEERS/${repository}`;
  });
  throw new Error(`set JESSY_PEERS to a folder with the peers' actions:\n${clones.join("\n")}`);
}

/** @param peers folder of the three repositories. */
export function contenders(peers: string): readonly Contender[] {
  return [
    { name: "login, metadata, build-push", repository: "acme/peers", deliver: deliverByPeers(peers) },
    { name: "docker buildx build --push", repository: "acme/raw", deliver: deliverByBuildx },
    { name: "docker-build-push (ours)", repository: "acme/ours", deliver: deliverByOurs },
  ];
}

function deliverByPeers(peers: string): Contender["deliver"] {
  return async function (this: Contender, { registry, login }, job) {
    const action = (name: string) => join(peers, name, "action.yml");
    const steps = [];
    if (login !== undefined) steps.push(await runActionStep(action("login-action"), { registry, ...login }, job));
    const images = `${registry}/${this.repository}`;
    const metadata = await runActionStep(action("metadata-action"), { images, tags: TAGS }, job);
    steps.push(metadata);
    const inputs = {
      context: ".",
      push: "true",
      provenance: PROVENANCE,
      tags: metadata.outputs.get("tags") ?? "",
      labels: metadata.outputs.get("labels") ?? "",
    };
    steps.push(await runActionStep(action("build-push-action"), inputs, job));
    return delivered(steps);
  };
}

const deliverByOurs: Contender["deliver"] = async function (this: Contender, { registry, login }, job) {
  const inputs = {
    images: `${registry}/${this.repository}`,
    tags: TAGS,
    provenance: PROVENANCE,
    cache: "none",
    ...login,
  };
  return delivered([await runActionStep(join(root, "actions/docker-build-push/action.yml"), inputs, job)]);
};

async function delivered(steps: readonly Awaited<ReturnType<typeof runActionStep>>[]): Promise<Delivery> {
  const main = steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const failed = steps.find(({ exitCode }) => exitCode !== 0);
  let all = main;
  for (const step of steps.toReversed()) all += (await step.post()).milliseconds;
  return { main, all, failure: failed && lastLines(failed.log) };
}

/** The least that can be done: tags and the label that changes are known, and somebody logged in before. */
const deliverByBuildx: Contender["deliver"] = async function (this: Contender, { registry, login }, job) {
  const image = `${registry}/${this.repository}`;
  const config = login === undefined ? job.machine.DOCKER_CONFIG : loggedIn(registry, login, job);
  const { exitCode, milliseconds, log } = await timed(
    "docker",
    [
      ...["buildx", "build", "--push", "--progress=plain", `--attest=type=provenance,${PROVENANCE}`],
      ...[`--tag=${image}:main`, `--tag=${image}:sha-${job.sha.slice(0, 7)}`],
      ...[`--label=org.opencontainers.image.created=${new Date().toISOString()}`, "."],
    ],
    { cwd: job.workspace, env: { ...definedOf(job.machine), DOCKER_CONFIG: config ?? "" } },
  );
  return { main: milliseconds, all: milliseconds, failure: exitCode === 0 ? undefined : lastLines(log) };
};

function loggedIn(registry: string, { username, password }: NonNullable<Target["login"]>, { workspace, machine }: Job) {
  const folder = join(workspace, ".git/docker-config");
  mkdirSync(folder, { recursive: true });
  const auth = Buffer.from(`${username}:${password}`).toString("base64");
  const plugins = [join(machine.DOCKER_CONFIG ?? "", "../plugins")];
  writeFileSync(
    join(folder, "config.json"),
    JSON.stringify({ auths: { [registry]: { auth } }, cliPluginsExtraDirs: plugins }),
  );
  return folder;
}

const definedOf = (variables: Job["machine"]): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined));

const lastLines = (log: string): string =>
  log.trim().split("\n").slice(-4).join(" | ").replaceAll(/\s+/g, " ").slice(-600);

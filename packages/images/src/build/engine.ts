import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";

/**
 * The oldest buildx that a build is started with. 0.21.3 is the first one whose traces do not hold the credentials of a
 * cache (CVE-2025-0495); it also has bake's entitlements (0.19), `rawjson` (0.15) and warnings in the metadata file (0.16).
 */
export const MINIMUM_BUILDX = "0.21.3";

/** Bake has `extra-hosts` since then (docker/buildx, commit b514ed45f). */
export const MINIMUM_BUILDX_FOR_HOSTS = "0.25.0";

/** The driver-type of the containerd image store in `docker info`. */
const CONTAINERD_STORE = "io.containerd.snapshotter.v1";

const STORE_SETTING =
  'set `"features": {"containerd-snapshotter": true}` in /etc/docker/daemon.json and restart Docker, ' +
  "or use docker/setup-buildx-action before this step, which makes a builder that has it";

/** What programs answered, as text. A program that could not be started answered nothing. */
export interface EngineAnswers {
  /** `docker buildx version`. */
  readonly version?: ProgramAnswer;
  /** `docker buildx inspect [BUILDER]`. */
  readonly inspect?: ProgramAnswer;
  /** `docker info --format json`; not needed for a builder in a container or on another host. */
  readonly info?: ProgramAnswer;
}

export interface ProgramAnswer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the engine can do, as plain facts. */
export interface EngineCapabilities {
  readonly buildx: string;
  /** `docker`, `docker-container`, `kubernetes`, `remote`, `cloud`. */
  readonly driver: string;
  readonly buildkit?: string;
  readonly server?: string;
  /** The `docker` driver's store; true for every other driver, whose BuildKit needs none. */
  readonly containerdStore: boolean;
  /** Without their variants' doubles: `linux/amd64`. */
  readonly platforms: readonly string[];
  /** Exports an OCI layout, which every push of ours needs. */
  readonly ociExport: boolean;
  /** Writes caches other than `inline`. */
  readonly cacheExport: boolean;
  readonly attestations: boolean;
  readonly multiPlatform: boolean;
}

/** @throws UserError that names what is missing and the remedy. */
export function readEngine({ version, inspect, info }: EngineAnswers): EngineCapabilities {
  const buildx = readBuildxVersion(version);
  const { driver, buildkit, platforms } = builderOf(inspect);
  const daemon = driver === "docker" ? daemonOf(info) : undefined;
  const containerdStore = daemon === undefined || daemon.containerdStore;
  return {
    buildx,
    driver,
    ...(buildkit === undefined ? {} : { buildkit }),
    ...(daemon === undefined ? {} : { server: daemon.server }),
    containerdStore,
    platforms,
    ociExport: containerdStore,
    cacheExport: containerdStore,
    attestations: containerdStore,
    multiPlatform: containerdStore,
  };
}

/** What a plan needs of the engine. */
export interface EngineNeeds {
  readonly ociExport: boolean;
  readonly hosts: boolean;
  readonly platforms: readonly string[];
  /** Load into the engine's own store. */
  readonly load: boolean;
}

/** What this engine lacks for the images of a step, each once, with the setting that gives it. */
export function engineProblems(engine: EngineCapabilities, images: readonly EngineNeeds[]): readonly string[] {
  return [...new Set(images.flatMap((needs) => problemsOf(engine, needs)))];
}

function problemsOf(engine: EngineCapabilities, needs: EngineNeeds): readonly string[] {
  const problems: string[] = [];
  const several = new Set(needs.platforms).size > 1;
  if (needs.ociExport && !engine.ociExport)
    problems.push(
      `${engineName(engine)} cannot export images, since it has no containerd image store; ${STORE_SETTING}`,
    );
  else if (several && !engine.multiPlatform)
    problems.push(
      `input \`platforms\` names several, and ${engineName(engine)} builds one, since it has no containerd image store; ${STORE_SETTING}`,
    );
  if (several && needs.load && engine.driver !== "docker")
    problems.push(
      `input \`load\` is set, and the driver \`${engine.driver}\` cannot load an image of ${needs.platforms.length} platforms; load one platform, or use the \`docker\` driver`,
    );
  if (needs.hosts && compareVersions(engine.buildx, MINIMUM_BUILDX_FOR_HOSTS) < 0)
    problems.push(
      `input \`add-hosts\` is set, and bake has it since buildx ${MINIMUM_BUILDX_FOR_HOSTS}, but this is ${engine.buildx}; install a newer one, or use docker/setup-buildx-action before this step`,
    );
  return problems;
}

/** Platforms that only emulation could build, so that a report can say why a build is slow. */
export function foreignPlatforms(engine: EngineCapabilities, platforms: readonly string[]): readonly string[] {
  const has = new Set(engine.platforms.map(withoutVariant));
  return platforms.filter((platform) => !has.has(withoutVariant(platform)));
}

function withoutVariant(platform: string): string {
  return platform.replace(/\*$/, "").split("/").slice(0, 2).join("/");
}

/** What `docker buildx version` says. @throws UserError for one that is missing or too old. */
export function readBuildxVersion(answer: ProgramAnswer | undefined): string {
  if (answer === undefined)
    throw new UserError("docker is not installed, or not on the PATH; install Docker 23 or newer on the runner");
  if (answer.exitCode !== 0)
    throw new UserError(
      isDaemonDown(answer.stderr)
        ? daemonDown(answer.stderr)
        : `buildx is not there, or does not start: \`docker buildx version\` says \`${firstLine(answer.stderr)}\`; install the plugin docker-buildx ${MINIMUM_BUILDX} or newer, or use docker/setup-buildx-action before this step`,
    );
  const version = /\bv?(\d+\.\d+\.\d+)/.exec(answer.stdout.split(/\s+/).slice(1).join(" "))?.[1];
  // A build from source says its commit only. Nothing says that it is too old.
  if (version === undefined) return MINIMUM_BUILDX;
  if (compareVersions(version, MINIMUM_BUILDX) < 0)
    throw new UserError(
      `buildx ${version} is too old, since before ${MINIMUM_BUILDX} the credentials of a cache end in traces (CVE-2025-0495); install docker-buildx ${MINIMUM_BUILDX} or newer, or use docker/setup-buildx-action before this step`,
    );
  return version;
}

function builderOf(answer: ProgramAnswer | undefined) {
  const text = answer?.stdout ?? "";
  const error =
    /^Error:\s+(.*)$/m.exec(text)?.[1] ?? (answer?.exitCode === 0 ? undefined : firstLine(answer?.stderr ?? ""));
  if (error !== undefined && isDaemonDown(error)) throw new UserError(daemonDown(error));
  const missing = /no builder "([^"]*)" found/.exec(error ?? "")?.[1];
  if (missing !== undefined)
    throw new UserError(
      `input \`builder\` is \`${missing}\`, and there is no such builder; write one that \`docker buildx ls\` shows, or leave it empty for the current one`,
    );
  if (error !== undefined)
    throw new UserError(
      `the builder does not answer: \`docker buildx inspect\` says \`${error}\`; start it, or write another one in \`builder\``,
    );
  const driver = /^Driver:[ \t]+(\S+)/m.exec(text)?.[1];
  if (driver === undefined)
    throw new UserError(
      "the builder does not answer: `docker buildx inspect` names no driver; start it, or write another one in `builder`",
    );
  const buildkit = /^BuildKit(?: version)?:[ \t]+v?(\d+\.\d+\.\d+\S*)/m.exec(text)?.[1];
  const platforms = /^Platforms:[ \t]+(.*)$/m.exec(text)?.[1] ?? "";
  return {
    driver,
    // Debian builds v0.0.0+unknown into the engine.
    buildkit: buildkit === undefined || buildkit.startsWith("0.0.0") ? undefined : buildkit,
    platforms: platforms.split(/,\s*/).filter((platform) => platform !== ""),
  };
}

function daemonOf(answer: ProgramAnswer | undefined) {
  if (answer === undefined || answer.exitCode !== 0)
    throw new UserError(daemonDown(answer?.stderr ?? "docker info gave no answer"));
  let info: ReturnType<typeof parseJson>;
  try {
    info = parseJson([new TextEncoder().encode(answer.stdout)]);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    throw new UserError(`the answer of \`docker info --format json\` ${error.message}; install Docker 23 or newer`);
  }
  const errors = info.get("ServerErrors");
  const [error] = errors.isList ? errors.list() : [];
  if (typeof error === "string") throw new UserError(daemonDown(error));
  const server = info.get("ServerVersion");
  const status = info.get("DriverStatus");
  const rows = status.isList ? status.list() : [];
  return {
    server: server.isMissing ? "" : server.text(),
    containerdStore: rows.some((row) => Array.isArray(row) && row[0] === "driver-type" && row[1] === CONTAINERD_STORE),
  };
}

function engineName({ server = "" }: EngineCapabilities): string {
  return server === "" ? "the Docker engine" : `the Docker engine ${server}`;
}

function isDaemonDown(text: string): boolean {
  return /cannot connect to the docker daemon|is the docker daemon running|failed to connect to the docker api|permission denied while trying to connect/i.test(
    text,
  );
}

function daemonDown(reason: string): string {
  const remedy = /permission denied/i.test(reason)
    ? "add the runner's user to the group `docker`, or set DOCKER_HOST to a daemon that it may use"
    : "start Docker on the runner, or set DOCKER_HOST to a running daemon";
  return `the Docker daemon does not answer: \`${firstLine(reason)}\`; ${remedy}`;
}

function firstLine(text: string): string {
  const line = text.split("\n").find((candidate) => candidate.trim() !== "") ?? "no reason given";
  return line
    .trim()
    .replace(/^ERROR:\s*/, "")
    .replace(/[\u0000-\u001f\u007f]+/g, " ")
    .replaceAll("`", "'")
    .replace(/\.$/, "")
    .slice(0, 300);
}

/** Of `1.2.3` alone; what follows is ignored. */
function compareVersions(a: string, b: string): number {
  const numbers = (version: string) => version.split(/[.+-]/, 3).map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  return left.map((number, index) => number - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

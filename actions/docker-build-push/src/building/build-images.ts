import { existsSync, renameSync, rmSync } from "node:fs";
import type { BuildPlan } from "@jessy-actions/images/build/build-plan";
import { mountsWereUsed } from "@jessy-actions/images/build/cache-mounts";
import { dockerfileNamed } from "@jessy-actions/images/build/context";
import { type BuildFacts, type BuildStep, countsOf } from "@jessy-actions/images/build/progress-facts";
import type { KnownSecret } from "@jessy-actions/images/exposed-secrets/known-values";
import { isDigest } from "@jessy-actions/images/oci/digest";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Environment } from "@jessy-actions/kit/runner/environment";
import type { Inputs } from "../inputs.ts";
import { type Inspection, inspectImage } from "../inspection/inspect-image.ts";
import { buildPlan, foldersOf } from "../planning/build-planning.ts";
import { type ImageFolder, readImageFolder } from "../pushing/image-folder.ts";
import type { Result, StepCounts, Warning } from "../result.ts";
import { type BuildxVersion, whatEngineLacks } from "./probe-engine.ts";
import { runBuild } from "./run-build.ts";

/** An image as it was built. One that is only loaded, say, has no folder. */
export interface BuiltImage {
  readonly name: string;
  readonly image: ImageFolder | undefined;
  readonly inspection: Inspection | undefined;
  readonly steps: StepCounts | null;
}

export interface BuiltImages {
  readonly images: readonly BuiltImage[];
  readonly warnings: readonly Warning[];
  readonly metadata: unknown;
  /** Its version, if it is known and can be used. */
  readonly buildx: string | null;
  /** Why it ended early, one line. */
  readonly failure: string | undefined;
  /** Whether a step opened a cache mount; not said of a build that failed. */
  readonly usedMounts?: boolean;
}

/** Builds all images, and looks at the bytes that came of it. */
export async function buildImages(
  { planning, buildx: known }: Result,
  inputs: Inputs,
  io: ActionIo,
  environment: Environment,
  asked: Promise<BuildxVersion>,
): Promise<BuiltImages> {
  const folders = foldersOf(planning.folder);
  // What an earlier attempt left must not be taken for today's.
  for (const folder of [folders.layouts, folders.private]) rmSync(folder, { recursive: true, force: true });
  const plan = buildPlan(inputs, planning, definedVariables(environment));
  const { facts, metadata, failure } = await io.log.group("Building", () =>
    runBuild(plan, { environment, workspace: io.workspace, bakeFile: folders.bakeFile, log: io.log }),
  );
  const dockerfiles = plan.targets.map(({ dockerfile }) => dockerfile);
  const warnings = facts.flatMap(({ warnings: each }) => each.map((warning) => warningOf(warning, dockerfiles)));
  const answer = await asked;
  const buildx = "version" in answer ? answer.version : null;
  if ("problem" in answer) return { images: [], warnings, metadata: null, buildx, failure: answer.problem };
  if (failure !== undefined) {
    const lack =
      known === null ? await whatEngineLacks(failure, plan, inputs.builder, io.workspace, environment) : undefined;
    if (lack !== undefined) return { images: [], warnings, metadata: null, buildx, failure: lack };
    const place = failure.file === undefined ? "" : ` (${failure.file}, line ${failure.line})`;
    const last = failure.log.length === 0 ? "" : `. Its last line: ${failure.log.at(-1)}`;
    const words = `${failure.reason}${place}. ${failure.remedy}${last}`;
    return { images: [], warnings, metadata: null, buildx, failure: words };
  }
  keepFreshCaches(planning);
  const told = Object.assign({}, ...metadata.map(({ images }) => images)) as (typeof metadata)[number]["images"];
  const secrets = knownSecrets(inputs, plan, environment);
  const images: BuiltImage[] = [];
  for (const { name, outputs } of plan.targets) {
    const digest = told[name]?.digest;
    const image =
      outputs.layout === undefined
        ? undefined
        : await readImageFolder(outputs.layout, digest !== undefined && isDigest(digest) ? digest : undefined);
    const inspection = image && (await inspectImage(image, secrets, inputs.allowedSecrets));
    images.push({ name, image, inspection, steps: stepsOf(facts, name, plan.targets.length > 1) });
  }
  const usedMounts = mountsWereUsed(facts.flatMap(({ steps }) => steps));
  return { images, warnings, metadata: told, buildx, failure: undefined, usedMounts };
}

/** A local cache only grows, so buildx writes a new one beside the old. */
function keepFreshCaches({ caches }: Result["planning"]): void {
  for (const { replace } of Object.values(caches)) {
    if (replace === undefined || !existsSync(replace.fresh)) continue;
    rmSync(replace.kept, { recursive: true, force: true });
    renameSync(replace.fresh, replace.kept);
  }
}

/** All values that must not be in an image: secrets of the build, logins, keys. */
function knownSecrets(inputs: Inputs, plan: BuildPlan, environment: Environment): readonly KnownSecret[] {
  const { credentials, signing, token, targets } = inputs;
  const ofBuild = targets.flatMap(({ inputs: { secrets } }) =>
    secrets.map((entry) => ({ name: entry.split("=", 1)[0]!, value: entry.slice(entry.indexOf("=") + 1) })),
  );
  const ofVariables = plan.targets.flatMap(({ secrets }) =>
    secrets.bake.flatMap((secret) => {
      const value = "env" in secret ? environment[secret.env] : undefined;
      return value === undefined ? [] : [{ name: secret.id, value }];
    }),
  );
  return [
    ...ofBuild,
    ...ofVariables,
    ...credentials.map(({ password, registry }) => ({
      name: `the password of ${registry || "the registry"}`,
      value: password,
    })),
    ...(signing?.password === undefined ? [] : [{ name: "signing-password", value: signing.password }]),
    ...(token === "" ? [] : [{ name: "github-token", value: token }]),
  ];
}

function stepsOf(facts: readonly BuildFacts[], name: string, isOneOfSeveral: boolean): StepCounts | null {
  const [first] = facts;
  if (first === undefined) return null;
  const isOwn = ({ images }: BuildStep) => !isOneOfSeveral || images.length === 0 || images.includes(name);
  const slowest = facts
    .flatMap((each) => each.slowest)
    .filter(isOwn)
    .slice(0, 5)
    .map((step) => ({ name: step.name, seconds: step.seconds ?? 0 }));
  const [miss] = facts.flatMap(({ misses }) => misses);
  return {
    ...(isOneOfSeveral
      ? countsOf(facts.find((each) => each.steps.some(isOwn)) ?? first, name)
      : { cached: first.cached, built: first.built }),
    slowest,
    missed: miss === undefined ? null : `${miss.step}: ${miss.reason}`,
  };
}

/** BuildKit names a Dockerfile by its last part alone. */
function warningOf(
  { text, file: name, line, endLine }: BuildFacts["warnings"][number],
  dockerfiles: readonly (string | undefined)[],
): Warning {
  const file = name === undefined ? undefined : dockerfileNamed(name, dockerfiles);
  return {
    message: text,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(endLine !== undefined && { endLine }),
  };
}

function definedVariables(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

import { existsSync, renameSync, rmSync } from "node:fs";
import { mountsWereUsed } from "@jessy-actions/images/build/cache-mounts";
import type { BuildMetadata } from "@jessy-actions/images/build/metadata-file";
import { type BuildFacts, type BuildStep, countsOf } from "@jessy-actions/images/build/progress-facts";
import type { NamedTarget } from "@jessy-actions/images/build/targets";
import type { KnownSecret } from "@jessy-actions/images/exposed-secrets/known-values";
import { isDigest } from "@jessy-actions/images/oci/digest";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { definedVariables, type Environment } from "@jessy-actions/kit/runner/environment";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { Inputs } from "../inputs.ts";
import { type Inspection, inspectImage } from "../inspection/inspect-image.ts";
import { runSecrets } from "../inspection/run-secrets.ts";
import { buildPlan, foldersOf } from "../planning/build-planning.ts";
import { type ImageFolder, readImageFolder } from "../pushing/image-folder.ts";
import type { Result, StepCounts, Warning } from "../result.ts";
import { failureText, missText, warningOf } from "./build-texts.ts";
import { type BuildxVersion, whatEngineLacks } from "./probe-engine.ts";
import { runBuild } from "./run-build.ts";
import { runChecks } from "./run-checks.ts";

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
  /** How many warnings the checks have, where nothing was to be built; else null. */
  readonly checked: number | null;
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
  const options = { environment, workspace: io.workspace, bakeFile: folders.bakeFile, log: io.log };
  const checksOnly = plan.targets.some(({ call }) => call !== "");
  const run = checksOnly
    ? await io.log.group("Checking", async () => ({ facts: [], metadata: [], ...(await runChecks(plan, options)) }))
    : await io.log.group("Building", () => runBuild(plan, options));
  const checks = "checks" in run ? run.checks : undefined;
  const warnings = [
    ...run.facts.flatMap(({ warnings: each }) => each),
    ...(checks ?? []).flatMap(({ image, warnings: each }) => each.map((warning) => ({ ...warning, images: [image] }))),
  ].map((warning) => warningOf(warning, plan, io.workspace));
  const answer = await asked;
  const base = {
    images: [],
    warnings,
    metadata: null,
    checked: null,
    buildx: "version" in answer ? answer.version : null,
  };
  if ("problem" in answer) return { ...base, failure: answer.problem };
  const failure = "failure" in run ? run.failure : undefined;
  if (failure !== undefined) {
    const lack =
      known === null ? await whatEngineLacks(failure, plan, inputs.builder, io.workspace, environment) : undefined;
    return { ...base, failure: lack ?? failureText(failure, plan) };
  }
  if (checks !== undefined) return { ...base, checked: warnings.length, failure: undefined };
  keepFreshCaches(planning);
  const told = Object.assign({}, ...run.metadata.map(({ images }) => images)) as BuildMetadata["images"];
  const secrets = runSecrets(inputs, { environment, workspace: io.workspace });
  const images: BuiltImage[] = [];
  for (const [at, { name, outputs }] of plan.targets.entries()) {
    const looked =
      outputs.layout === undefined ? {} : await lookAt(outputs.layout, told[name]?.digest, secrets, inputs);
    if ("problem" in looked)
      return { ...base, metadata: told, failure: `the exported image \`${name}\` ${looked.problem}` };
    images.push({
      name,
      image: looked.image,
      inspection: looked.inspection,
      steps: stepsOf(run.facts, inputs.targets[at]!, plan.targets.length > 1),
    });
  }
  const usedMounts = mountsWereUsed(run.facts.flatMap(({ steps }) => steps));
  return { ...base, images, metadata: told, failure: undefined, usedMounts };
}

type Looked =
  | { readonly image?: ImageFolder; readonly inspection?: Inspection }
  /** What follows the name of the image. */
  | { readonly problem: string };

/** A build that ended well may still have left something that is not an image: a disk was full, or a frontend makes others. */
async function lookAt(
  layout: string,
  digest: string | undefined,
  secrets: readonly KnownSecret[],
  { allowedSecrets }: Inputs,
): Promise<Looked> {
  try {
    const image = await readImageFolder(layout, digest !== undefined && isDigest(digest) ? digest : undefined);
    return { image, inspection: await inspectImage(image, secrets, allowedSecrets) };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return {
      problem: `cannot be pushed: ${error.message}. Nothing was pushed; run the job again, on a disk with more space if parts are missing`,
    };
  }
}

/** A local cache only grows, so buildx writes a new one beside the old. */
function keepFreshCaches({ caches }: Result["planning"]): void {
  for (const { replace } of Object.values(caches)) {
    if (replace === undefined || !existsSync(replace.fresh)) continue;
    rmSync(replace.kept, { recursive: true, force: true });
    renameSync(replace.fresh, replace.kept);
  }
}

function stepsOf(
  facts: readonly BuildFacts[],
  { name, inputs }: NamedTarget,
  isOneOfSeveral: boolean,
): StepCounts | null {
  const [first] = facts;
  if (first === undefined) return null;
  const isOwn = ({ images }: Pick<BuildStep, "images">) =>
    !isOneOfSeveral || images.length === 0 || images.includes(name);
  const slowest = facts
    .flatMap((each) => each.slowest)
    .filter(isOwn)
    .slice(0, 5)
    .map((step) => ({ name: step.name, seconds: step.seconds ?? 0 }));
  const miss = facts.flatMap(({ misses }) => misses).find(isOwn);
  return {
    ...(isOneOfSeveral
      ? countsOf(facts.find((each) => each.steps.some(isOwn)) ?? first, name)
      : { cached: first.cached, built: first.built }),
    slowest,
    missed: miss === undefined ? null : missText(miss, inputs),
  };
}

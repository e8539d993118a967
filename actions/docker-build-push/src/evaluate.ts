import { bakeFileText } from "@jessy-actions/images/build/bake-file";
import type { BuildPlan } from "@jessy-actions/images/build/build-plan";
import { engineProblems } from "@jessy-actions/images/build/engine";
import { sharedReferences } from "@jessy-actions/images/build/shared-references";
import { UserErrors } from "@jessy-actions/reading/user-error";
import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { type BuildPlanning, buildPlan } from "./planning/build-planning.ts";
import { type ImagePlan, problemOf, referencesOf } from "./planning/image-plan.ts";
import { missingDestination } from "./planning/missing-destination.ts";
import { planMounts } from "./planning/plan-mounts.ts";
import { type ImageResult, RESULT_SCHEMA, type Result } from "./result.ts";
import { judge } from "./verdict.ts";

/** What will be built, how it will be called, and where it will go. Pure. @throws UserErrors with every wrong input of a build. */
export function evaluate(inputs: Inputs, facts: Facts): Result {
  const { mode, dryRun } = inputs;
  const { decision } = facts;
  const problems = [
    ...homeless(inputs, facts),
    ...(mode === "merge" || mode === "promote" ? shared(facts.planning) : []),
  ];
  const plan = mode === "build" ? planned(inputs, facts, problems) : undefined;
  if (plan !== undefined && facts.engine !== undefined)
    problems.push(
      ...engineProblems(
        facts.engine,
        plan.targets.map(({ needs }) => needs),
      ),
    );
  if (problems.length > 0) throw new UserErrors(problems);
  const mounts = plan && facts.mounts && planMounts(plan.targets, facts.mounts, facts.environment);
  const planning = { ...facts.planning, ...(mounts !== undefined && { mounts }) };
  const imageNotes = planning.images.flatMap(({ notes }) => notes);
  return judge(
    {
      schema: RESULT_SCHEMA,
      mode,
      dryRun,
      commit: facts.commit,
      images: planning.images.map((image, at) => imageResult(image, decision.images[at]!, inputs)),
      notes: [
        ...(decision.note === undefined ? [] : [decision.note]),
        ...facts.notes,
        ...imageNotes,
        ...(plan?.notes ?? []),
        ...(mounts?.notes ?? []),
      ],
      warnings: facts.warnings.map((message) => ({ message })),
      failure: null,
      commands: plan?.commands.map((command) => ["docker", ...command.arguments]) ?? [],
      bakeFile: plan?.bakeFile === undefined ? null : bakeFileText(plan.bakeFile),
      metadata: null,
      checked: null,
      json: planning.images[0]?.json ?? null,
      buildx: facts.engine?.buildx ?? null,
      planning,
    },
    false,
  );
}

/** Images that are to be pushed, tagged or verified, and have no name for it. */
function homeless({ targets, mode, byDigest }: Inputs, { planning, decision, event }: Facts): string[] {
  return targets.flatMap((target, at) => {
    const problem =
      decision.images[at] === true || mode === "verify"
        ? missingDestination(target, planning.images[at]!, { mode, byDigest, event })
        : undefined;
    return problem === undefined ? [] : [problemOf(target, targets, problem)];
  });
}

/** A build's own plan says the same. */
function shared({ images }: BuildPlanning): readonly string[] {
  return sharedReferences(images.map((image) => ({ name: image.name, references: referencesOf(image) })));
}

function planned(inputs: Inputs, { planning, environment }: Facts, problems: string[]): BuildPlan | undefined {
  try {
    return buildPlan(inputs, planning, environment);
  } catch (error) {
    if (!(error instanceof UserErrors)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

function imageResult(image: ImagePlan, pushes: boolean, { byDigest }: Inputs): ImageResult {
  const { name, version, destinations } = image;
  return {
    name,
    version,
    pushes,
    references:
      pushes && !byDigest ? referencesOf(image).map((reference) => ({ reference, state: "planned" as const })) : [],
    repositories: destinations.map(({ registry, repository }) => `${registry}/${repository}`),
    digest: null,
    imageId: null,
    platforms: [],
    size: null,
    previousSize: null,
    attestations: [],
    steps: null,
    refusals: [],
    scanOutput: [],
    signatures: [],
  };
}

import { bakeFileText } from "@jessy-actions/images/build/bake-file";
import { engineProblems } from "@jessy-actions/images/build/engine";
import { printReference } from "@jessy-actions/images/reference";
import { UserErrors } from "@jessy-actions/reading/user-error";
import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { buildPlan } from "./planning/build-planning.ts";
import type { ImagePlan } from "./planning/image-plan.ts";
import { planMounts } from "./planning/plan-mounts.ts";
import { type ImageResult, RESULT_SCHEMA, type Result } from "./result.ts";
import { judge } from "./verdict.ts";

/** What will be built, how it will be called, and where it will go. Pure. @throws UserErrors with every wrong input of a build. */
export function evaluate(inputs: Inputs, facts: Facts): Result {
  const { mode, dryRun } = inputs;
  const { decision } = facts;
  const plan = mode === "build" ? buildPlan(inputs, facts.planning, facts.environment) : undefined;
  const mounts = plan && facts.mounts && planMounts(plan.targets, facts.mounts, facts.environment);
  const planning = { ...facts.planning, ...(mounts !== undefined && { mounts }) };
  const lacks =
    plan === undefined || facts.engine === undefined
      ? []
      : engineProblems(
          facts.engine,
          plan.targets.map(({ needs }) => needs),
        );
  if (lacks.length > 0) throw new UserErrors(lacks);
  const imageNotes = planning.images.flatMap(({ notes }) => notes);
  return judge(
    {
      schema: RESULT_SCHEMA,
      mode,
      dryRun,
      commit: facts.commit,
      images: planning.images.map((image, at) =>
        planned(image, plan?.targets[at]?.outputs.push ?? decision.pushes, inputs),
      ),
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
      json: planning.images[0]?.json ?? null,
      buildx: facts.engine?.buildx ?? null,
      planning,
    },
    false,
  );
}

function planned({ name, version, destinations }: ImagePlan, pushes: boolean, { byDigest }: Inputs): ImageResult {
  return {
    name,
    version,
    pushes,
    references:
      pushes && !byDigest
        ? destinations.flatMap(({ registry, repository, tags }) =>
            tags.map((tag) => ({
              reference: printReference({ registry, repository, tag, digest: undefined }),
              state: "planned" as const,
            })),
          )
        : [],
    repositories: destinations.map(({ registry, repository }) => `${registry}/${repository}`),
    digest: null,
    imageId: null,
    platforms: [],
    size: null,
    previousSize: null,
    attestations: [],
    steps: null,
    refusals: [],
    signatures: [],
  };
}

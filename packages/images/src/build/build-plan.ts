import { UserErrors } from "@jessy-actions/reading/user-error";
import type { BakeFile } from "./bake-file.ts";
import { buildArguments } from "./build-arguments.ts";
import { Problems, shown } from "./problems.ts";
import type { SecretFile } from "./secrets.ts";
import { sharedReferences } from "./shared-references.ts";
import { planTarget, type TargetFacts, type TargetPlan, type TargetRequest } from "./target-plan.ts";

export interface BuildFacts extends TargetFacts {
  /** Where the caller writes the bake file. */
  readonly bakeFile: string;
  /** Where buildx writes what it built. With a separate call, the image's name is put before `.json`. */
  readonly metadataFile: string;
}

/** One call of docker. */
export interface BuildCommand {
  /** Without `docker` itself; never for a shell, never with a secret. */
  readonly arguments: readonly string[];
  readonly metadataFile: string;
  /** The images that it builds. */
  readonly targets: readonly string[];
}

export interface BuildPlan {
  /** Undefined if no image is built by bake. */
  readonly bakeFile?: BakeFile;
  /** One bake call for all images; images with a `cgroup-parent` follow one by one. */
  readonly commands: readonly BuildCommand[];
  readonly targets: readonly TargetPlan[];
  /** Variables for the commands. Values can be secret: never print them. */
  readonly environment: Readonly<Record<string, string>>;
  /** Write these with mode 0600 first. Contents are secret. */
  readonly files: readonly SecretFile[];
  readonly notes: readonly string[];
}

/** What every call needs: warnings in the metadata file, and paths relative to the working directory as users write them. */
const ENVIRONMENT = { BUILDX_METADATA_WARNINGS: "1", BUILDX_BAKE_FILE_RELATIVE_PATHS: "0" };

/**
 * The whole build of a step as data: nothing is started, and the same inputs give the same plan.
 *
 * @throws UserErrors with everything that is wrong with the inputs of all images.
 */
export function planBuild(requests: readonly TargetRequest[], builder: string, facts: BuildFacts): BuildPlan {
  const all: string[] = [];
  const isOnly = requests.length === 1;
  const targets = requests.map((request) => {
    const problems = new Problems(isOnly ? undefined : request.name);
    const target = planTarget(request, facts, problems);
    all.push(...problems.all);
    return target;
  });
  all.push(
    ...sharedReferences(targets),
    ...differentCalls(targets),
    ...builderProblems(builder),
    ...danglingLinks(targets),
  );
  if (all.length > 0) throw new UserErrors([...new Set(all)]);

  const baked = targets.filter(({ cgroupParent }) => cgroupParent === undefined);
  const bakeFile: BakeFile = {
    group: { default: { targets: baked.map(({ name }) => name) } },
    target: Object.fromEntries(baked.map(({ name, bake }) => [name, bake])),
  };
  const separate = targets.filter(({ cgroupParent }) => cgroupParent !== undefined);
  return {
    ...(baked.length === 0 ? {} : { bakeFile }),
    commands: [
      ...(baked.length === 0 ? [] : [bakeCommand(baked, builder, facts)]),
      ...separate.map((target) => separateCommand(target, builder, facts)),
    ],
    targets,
    environment: Object.assign({}, ENVIRONMENT, ...targets.map(({ secrets }) => secrets.environment)),
    files: targets.flatMap(({ secrets }) => secrets.files),
    notes: targets.flatMap((target) => notesOf(target, isOnly, facts)),
  };
}

function bakeCommand(targets: readonly TargetPlan[], builder: string, facts: BuildFacts): BuildCommand {
  const call = targets[0]?.call ?? "";
  return {
    arguments: [
      "buildx",
      "bake",
      `--file=${facts.bakeFile}`,
      ...(builder === "" ? [] : [`--builder=${builder}`]),
      "--progress=rawjson",
      `--metadata-file=${facts.metadataFile}`,
      ...(call === "" ? [] : [`--call=${call}`]),
      ...[...new Set(targets.flatMap(({ allow }) => allow))].map((allow) => `--allow=${allow}`),
      ...targets.flatMap(({ name, inheritedArgs }) => inheritedArgs.map((key) => `--set=${name}.args.${key}`)),
      "default",
    ],
    metadataFile: facts.metadataFile,
    targets: targets.map(({ name }) => name),
  };
}

function separateCommand(target: TargetPlan, builder: string, facts: BuildFacts): BuildCommand {
  const metadataFile = facts.metadataFile.replace(/(\.json)?$/, `.${target.name}.json`);
  return { arguments: buildArguments(target, builder, metadataFile), metadataFile, targets: [target.name] };
}

function differentCalls(targets: readonly TargetPlan[]): readonly string[] {
  const calls = [...new Set(targets.map(({ call }) => call || "build"))];
  if (calls.length < 2) return [];
  return [
    `input \`call\`: images of one step have ${calls.map(shown).join(" and ")}; use one \`call\` for all, or two steps`,
  ];
}

function builderProblems(builder: string): readonly string[] {
  if (/^[A-Za-z0-9_][\w.-]*$|^$/.test(builder)) return [];
  return [
    `input \`builder\`: ${shown(builder)} is not the name of a builder; write a name that \`docker buildx ls\` shows`,
  ];
}

/** `target:NAME` in a context is another image of this step. A separate call has no other. */
function danglingLinks(targets: readonly TargetPlan[]): readonly string[] {
  const baked = new Set(targets.flatMap(({ name, cgroupParent }) => (cgroupParent === undefined ? [name] : [])));
  return targets.flatMap(({ name, bake, cgroupParent }) =>
    [bake.context ?? "", ...Object.values(bake.contexts ?? {})].flatMap((context) => {
      const link = /^target:(.*)$/.exec(context)?.[1];
      if (link === undefined || (baked.has(link) && cgroupParent === undefined && link !== name)) return [];
      const reason = baked.has(link)
        ? link === name
          ? "is the image itself"
          : "cannot be used with `cgroup-parent`, which bake does not have"
        : "is not an image that this step builds by bake";
      return [
        `input \`build-contexts\`: \`${name}\` builds on ${shown(context)}, which ${reason}; name an image of \`targets\``,
      ];
    }),
  );
}

function notesOf(
  { name, bake, cgroupParent, outputs, secrets: { leftOut } }: TargetPlan,
  isOnly: boolean,
  { missingSecrets }: BuildFacts,
): readonly string[] {
  const of = isOnly ? "the image" : `\`${name}\``;
  const attests = (bake.attest ?? []).some(({ disabled }) => disabled !== true);
  return [
    ...leftOut.map((id) => `${of} is built without the secret ${shown(id)}: it is empty, since ${missingSecrets}.`),
    ...(cgroupParent === undefined ? [] : [`bake cannot set \`cgroup-parent\`: ${of} is built by a call of its own.`]),
    ...(outputs.layout !== undefined && attests && (bake.platforms ?? []).length <= 1
      ? [
          `${of} carries attestations, so its digest names an index. For a plain image set \`provenance: false\`${
            (bake.attest ?? []).some(({ type, disabled }) => type === "sbom" && disabled !== true)
              ? " and `sbom: false`"
              : ""
          }.`,
        ]
      : []),
  ];
}

import { type AttestationFacts, planAttestations } from "./attestations.ts";
import type { BakeTarget, TypedAttributes } from "./bake-file.ts";
import { readCacheEntries } from "./cache-entry.ts";
import { bakeDockerfile, dockerfilePath, expandContext, isOutside, isRemote, unknownPlaceholder } from "./context.ts";
import type { EngineNeeds } from "./engine.ts";
import {
  checkTexts,
  readAllow,
  readAnnotations,
  readArgs,
  readCall,
  readHosts,
  readPairs,
  readSsh,
} from "./list-entries.ts";
import { isLoad, isOnlyLoad, type OutputPlan, planOutputs } from "./outputs.ts";
import { type Problems, shown } from "./problems.ts";
import { planSecrets, type SecretFacts, type SecretPlan } from "./secrets.ts";
import type { TargetInputs } from "./target-inputs.ts";

/** One image to build: what its inputs say, the references of its tags, and what the cache preset gave. */
export interface TargetRequest {
  readonly name: string;
  readonly inputs: TargetInputs;
  /** None of an image that is pushed by its digest alone. */
  readonly references: readonly string[];
  readonly cacheFrom?: readonly TypedAttributes[];
  readonly cacheTo?: readonly TypedAttributes[];
  /** Whether a scan or a limit needs the image's bytes. */
  readonly isLookedAt?: boolean;
}

export interface TargetFacts extends AttestationFacts, SecretFacts {
  /** The repository as a git context; undefined outside a run of a workflow. */
  readonly defaultContext?: string;
  /** The folder for OCI layouts, one folder per image in it. */
  readonly layouts: string;
}

/** One image as bake is told of it, and what bake must be allowed for it. */
export interface TargetPlan {
  readonly name: string;
  readonly bake: BakeTarget;
  readonly outputs: OutputPlan;
  readonly secrets: SecretPlan;
  /** Entitlements for `--allow`. */
  readonly allow: readonly string[];
  /** Build arguments without a value: buildx takes it from its environment. */
  readonly inheritedArgs: readonly string[];
  readonly references: readonly string[];
  /** The one thing that bake cannot say (bake/bake.go, `Target`). Such an image is a `buildx build` of its own. */
  readonly cgroupParent?: string;
  readonly call: string;
  /** What the engine must be able to do. */
  readonly needs: EngineNeeds;
  /** Its Dockerfile, relative to the working directory; undefined if it is not on this machine. */
  readonly dockerfile?: string;
}

/** Turns the inputs of one image into its bake target. What is wrong is added to `problems`; the result is then unused. */
export function planTarget(request: TargetRequest, facts: TargetFacts, problems: Problems): TargetPlan {
  const { name, inputs } = request;
  const context = planContext(inputs.context, facts, problems);
  const contexts = planContexts(inputs["build-contexts"], facts, problems);
  const args = readArgs(inputs["build-args"], problems);
  const fromRepository = facts.defaultContext !== undefined && context.startsWith(facts.defaultContext);
  const secrets = planSecrets(name, inputs, { url: context, fromRepository }, facts, problems);
  const ssh = readSsh(inputs.ssh, problems);
  const call = readCall(inputs.call, problems);
  const builds = call === "" || call === "build";
  const outputs: OutputPlan = builds
    ? planOutputs(inputs, `${facts.layouts}/${name}`, problems, request.isLookedAt === true)
    : { outputs: [], push: false, write: [] };
  const attest = planAttestations(inputs, facts, isOnlyLoad(outputs), problems);
  const cacheFrom = [...(request.cacheFrom ?? []), ...readCacheEntries("cache-from", inputs["cache-from"], problems)];
  const cacheTo = [...(request.cacheTo ?? []), ...readCacheEntries("cache-to", inputs["cache-to"], problems)];
  checkTexts(inputs, problems);
  const platforms = [...new Set(inputs.platforms)];
  const references = [...new Set(request.references)];
  const hosts = readHosts(inputs["add-hosts"], problems);
  const entitlements = readAllow(inputs.allow, problems);
  const dockerfile = bakeDockerfile(inputs.file, context);
  const localFile = dockerfilePath(inputs.file, context);

  const bake: BakeTarget = {
    context,
    ...(dockerfile === undefined ? {} : { dockerfile }),
    ...notEmptyMap("contexts", contexts),
    ...notEmptyMap("args", args.values),
    ...notEmptyMap("labels", readPairs("labels", inputs.labels, problems)),
    ...notEmpty("annotations", readAnnotations(inputs.annotations, problems)),
    ...(inputs.target === "" ? {} : { target: inputs.target }),
    ...notEmpty("tags", references),
    ...notEmpty("platforms", platforms),
    ...(builds ? { attest } : {}),
    ...notEmpty("secret", secrets.bake),
    ...notEmpty("ssh", ssh),
    ...(builds ? { output: outputs.outputs } : {}),
    ...notEmpty("cache-from", cacheFrom),
    ...notEmpty("cache-to", builds ? cacheTo : []),
    ...(inputs.pull ? { pull: true } : {}),
    ...(inputs["no-cache"] ? { "no-cache": true } : {}),
    ...notEmpty("no-cache-filter", inputs["no-cache-filters"]),
    ...(inputs.network === "" ? {} : { network: inputs.network }),
    ...(inputs["shm-size"] === "" ? {} : { "shm-size": inputs["shm-size"] }),
    ...notEmpty("ulimits", inputs.ulimit),
    ...notEmpty("entitlements", entitlements),
    ...notEmptyMap("extra-hosts", hosts),
  };
  const read = [
    ...secrets.files.map(({ path }) => path),
    ...secrets.read,
    ...ssh.flatMap(({ paths = [] }) => paths),
    ...[context, inputs.file, ...Object.values(contexts)].flatMap(localPath),
    ...cacheFrom.flatMap(({ type, src }) => (type === "local" && src !== undefined ? [src] : [])),
  ].filter(isOutside);
  const write = [
    ...outputs.write,
    ...cacheTo.flatMap(({ type, dest }) => (type === "local" && dest !== undefined && isOutside(dest) ? [dest] : [])),
  ];
  return {
    name,
    bake,
    outputs,
    secrets,
    allow: [
      ...entitlements,
      ...(ssh.some(({ paths }) => paths === undefined) ? ["ssh"] : []),
      ...read.map((path) => `fs.read=${path}`),
      ...write.map((path) => `fs.write=${path}`),
    ],
    inheritedArgs: args.inherited,
    references,
    ...(inputs["cgroup-parent"] === "" ? {} : { cgroupParent: inputs["cgroup-parent"] }),
    call,
    needs: {
      ociExport: outputs.outputs.some(({ type }) => type === "oci"),
      hosts: Object.keys(hosts).length > 0 && inputs["cgroup-parent"] === "",
      platforms,
      load: outputs.outputs.some(isLoad),
    },
    ...(localFile === undefined ? {} : { dockerfile: localFile }),
  };
}

function planContext(text: string, { defaultContext }: TargetFacts, problems: Problems): string {
  if (
    defaultContext === undefined &&
    (text === "" || unknownPlaceholder(expandContext(text, "")) !== unknownPlaceholder(text))
  ) {
    problems.add("context", "the repository of the run is not known", "write a folder, such as `context: .`");
    return ".";
  }
  const context = text === "" ? defaultContext! : expandContext(text, defaultContext ?? "");
  const unknown = unknownPlaceholder(context);
  if (unknown !== undefined)
    problems.add("context", `${shown(unknown)} stands for nothing`, "write `{{defaultContext}}` or a folder");
  if (context === "-")
    problems.add("context", "`-` reads the standard input, which a step does not have", "write a folder or a git URL");
  // A call of its own has it as its last argument.
  else if (context.startsWith("-"))
    problems.add("context", `${shown(context)} reads as an option`, `write ${shown(`./${context}`)}`);
  return context;
}

function planContexts(entries: readonly string[], facts: TargetFacts, problems: Problems): Record<string, string> {
  const named = readPairs("build-contexts", entries, problems, "name=context");
  return Object.fromEntries(
    Object.entries(named).map(([name, value]) => [name, expandContext(value, facts.defaultContext ?? "")]),
  );
}

function localPath(context: string): readonly string[] {
  if (context === "" || isRemote(context)) return [];
  const scheme = /^([a-z-]+):(?:\/\/)?/i.exec(context);
  if (scheme?.[1] === "oci-layout") return [context.slice(scheme[0].length).replace(/(?::[^:/]*)?(?:@.*)?$/, "")];
  return scheme === null ? [context] : [];
}

function notEmpty<Key extends string, Item>(key: Key, items: readonly Item[]): { [K in Key]?: readonly Item[] } {
  return items.length === 0 ? {} : ({ [key]: items } as { [K in Key]?: readonly Item[] });
}

function notEmptyMap<Key extends string>(key: Key, map: Readonly<Record<string, string>>) {
  return (Object.keys(map).length === 0 ? {} : { [key]: map }) as { [K in Key]?: Readonly<Record<string, string>> };
}

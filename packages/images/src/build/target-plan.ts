import { type AttestationFacts, planAttestations } from "./attestations.ts";
import type { BakeTarget, TypedAttributes } from "./bake-file.ts";
import { readCacheEntries } from "./cache-entry.ts";
import { bakeDockerfile, expandContext, isOutside, isRemote, unknownPlaceholder } from "./context.ts";
import { isOnlyLoad, type OutputPlan, planOutputs } from "./outputs.ts";
import { type Problems, shown } from "./problems.ts";
import { planSecrets, type SecretFacts, type SecretPlan } from "./secrets.ts";
import type { TargetInputs } from "./target-inputs.ts";

/** One image to build: what its inputs say, the references of its tags, and what the cache preset gave. */
export interface TargetRequest {
  readonly name: string;
  readonly inputs: TargetInputs;
  readonly references: readonly string[];
  readonly cacheFrom?: readonly TypedAttributes[];
  readonly cacheTo?: readonly TypedAttributes[];
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
}

/** Turns the inputs of one image into its bake target. What is wrong is added to `problems`; the result is then unused. */
export function planTarget(request: TargetRequest, facts: TargetFacts, problems: Problems): TargetPlan {
  const { name, inputs } = request;
  const context = planContext(inputs.context, facts, problems);
  const contexts = planContexts(inputs["build-contexts"], facts, problems);
  const args = planArgs(inputs["build-args"], problems);
  const secrets = planSecrets(name, inputs, facts, problems);
  const ssh = planSsh(inputs.ssh, problems);
  const call = planCall(inputs.call, problems);
  const builds = call === "" || call === "build";
  const outputs: OutputPlan = builds
    ? planOutputs(inputs, `${facts.layouts}/${name}`, problems)
    : { outputs: [], push: false, byDigest: false, references: [], write: [] };
  const attest = planAttestations(inputs, facts, isOnlyLoad(outputs), problems);
  const cacheFrom = [...(request.cacheFrom ?? []), ...readCacheEntries("cache-from", inputs["cache-from"], problems)];
  const cacheTo = [...(request.cacheTo ?? []), ...readCacheEntries("cache-to", inputs["cache-to"], problems)];
  checkTexts(inputs, problems);
  const platforms = [...new Set(inputs.platforms)];
  const references = [...new Set([...request.references, ...outputs.references])];
  const hosts = planHosts(inputs["add-hosts"], problems);
  const entitlements = planAllow(inputs.allow, problems);
  const dockerfile = bakeDockerfile(inputs.file, context);

  const bake: BakeTarget = {
    context,
    ...(dockerfile === undefined ? {} : { dockerfile }),
    ...notEmptyMap("contexts", contexts),
    ...notEmptyMap("args", args.values),
    ...notEmptyMap("labels", pairs("labels", inputs.labels, problems)),
    ...notEmpty("annotations", checkedAnnotations(inputs.annotations, problems)),
    ...(inputs.target === "" ? {} : { target: inputs.target }),
    ...notEmpty("tags", outputs.byDigest ? [] : references),
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
  };
}

function planContext(text: string, { defaultContext }: TargetFacts, problems: Problems): string {
  if (
    defaultContext === undefined &&
    (text === "" || unknownPlaceholder(expandContext(text, "")) !== unknownPlaceholder(text))
  ) {
    problems.add("context", "the repository of the run is not known", "Write a folder, such as `context: .`.");
    return ".";
  }
  const context = text === "" ? defaultContext! : expandContext(text, defaultContext ?? "");
  const unknown = unknownPlaceholder(context);
  if (unknown !== undefined)
    problems.add("context", `${shown(unknown)} stands for nothing`, "Write `{{defaultContext}}` or a folder.");
  if (context === "-")
    problems.add("context", "`-` reads the standard input, which a step does not have", "Write a folder or a git URL.");
  return context;
}

function planContexts(entries: readonly string[], facts: TargetFacts, problems: Problems): Record<string, string> {
  const named = pairs("build-contexts", entries, problems, "name=context");
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

function planArgs(entries: readonly string[], problems: Problems) {
  const values: [string, string][] = [];
  const inherited: string[] = [];
  for (const entry of entries) {
    const equals = entry.indexOf("=");
    const key = equals < 0 ? entry : entry.slice(0, equals);
    if (key === "" || /\s/.test(key))
      problems.add("build-args", `${shown(entry)} is not \`NAME=value\``, "Write `NAME=value`, one on each line.");
    else if (equals < 0) inherited.push(key);
    else values.push([key, entry.slice(equals + 1)]);
  }
  return { values: Object.fromEntries(values), inherited };
}

/** `key=value` entries; one that is there twice keeps its last value, as buildx does. */
function pairs(input: string, entries: readonly string[], problems: Problems, form = ""): Record<string, string> {
  const values: [string, string][] = [];
  for (const entry of entries) {
    const equals = entry.indexOf("=");
    if (equals === 0 || (equals < 0 && form !== ""))
      problems.add(
        input,
        `${shown(entry)} is not \`${form || "key=value"}\``,
        `Write \`${form || "key=value"}\`, one on each line.`,
      );
    else values.push(equals < 0 ? [entry, ""] : [entry.slice(0, equals), entry.slice(equals + 1)]);
  }
  return Object.fromEntries(values);
}

function planSsh(entries: readonly string[], problems: Problems) {
  return entries.map((entry) => {
    const [id = "", ...rest] = entry.split("=");
    const paths = rest.join("=");
    if (id === "" || (rest.length > 0 && paths === ""))
      problems.add("ssh", `${shown(entry)} is not an agent`, "Write `default` or `id=path/of/the/key`.");
    return paths === "" ? { id } : { id, paths: paths.split(",") };
  });
}

function planHosts(entries: readonly string[], problems: Problems): Record<string, string> {
  const hosts = new Map<string, string>();
  for (const entry of entries) {
    const [, host, address] = /^([^\s:=]+)[:=](\S+)$/.exec(entry) ?? [];
    if (host === undefined || address === undefined)
      problems.add(
        "add-hosts",
        `${shown(entry)} is not \`host:address\``,
        "Write `host:10.0.0.1` or `host:host-gateway`.",
      );
    else hosts.set(host, hosts.has(host) ? `${hosts.get(host)},${address}` : address);
  }
  return Object.fromEntries(hosts);
}

function planAllow(entries: readonly string[], problems: Problems): readonly string[] {
  for (const entry of entries)
    if (!/^(?:network\.host|security\.insecure|device(?:=.+)?)$/.test(entry))
      problems.add(
        "allow",
        `${shown(entry)} is not an entitlement`,
        "Write `network.host`, `security.insecure` or `device=name`.",
      );
  return entries;
}

function checkedAnnotations(entries: readonly string[], problems: Problems): readonly string[] {
  for (const entry of entries)
    if (!/^(?:[a-z-]+(?:,[a-z-]+)*(?:\[[^\]]*\])?:)?[^=]+=/.test(entry))
      problems.add("annotations", `${shown(entry)} is not \`key=value\``, "Write `key=value` or `index:key=value`.");
  return entries;
}

function planCall(call: string, problems: Problems): string {
  if (!/^(?:|(?:build|check|outline|targets)(?:,.*)?)$/.test(call))
    problems.add("call", `found ${shown(call)}`, "Write `build`, `check`, `outline` or `targets`.");
  return call;
}

function checkTexts(inputs: TargetInputs, problems: Problems): void {
  for (const platform of inputs.platforms)
    if (!/^[a-z0-9]+(?:\([^)]*\))?(?:\/[A-Za-z0-9_.-]+){0,2}$/.test(platform))
      problems.add("platforms", `${shown(platform)} is not a platform`, "Write for example `linux/amd64,linux/arm64`.");
  if (!["", "default", "none", "host"].includes(inputs.network))
    problems.add("network", `found ${shown(inputs.network)}`, "BuildKit knows `default`, `none` and `host`.");
  if (!/^(?:|\d+(?:\.\d+)?\s?[bkmgtp]?i?b?)$/i.test(inputs["shm-size"]))
    problems.add("shm-size", `found ${shown(inputs["shm-size"])}`, "Write a size, such as `64m` or `1g`.");
  for (const entry of inputs.ulimit)
    if (!/^[a-z]+=-?\d+(?::-?\d+)?$/.test(entry))
      problems.add(
        "ulimit",
        `${shown(entry)} is not a limit`,
        "Write `name=soft` or `name=soft:hard`, such as `nofile=1024:2048`.",
      );
}

function notEmpty<Key extends string, Item>(key: Key, items: readonly Item[]): { [K in Key]?: readonly Item[] } {
  return items.length === 0 ? {} : ({ [key]: items } as { [K in Key]?: readonly Item[] });
}

function notEmptyMap<Key extends string>(key: Key, map: Readonly<Record<string, string>>) {
  return (Object.keys(map).length === 0 ? {} : { [key]: map }) as { [K in Key]?: Readonly<Record<string, string>> };
}

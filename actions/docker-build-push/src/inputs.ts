import {
  BOOLEAN_INPUTS,
  type BooleanInput,
  LIST_INPUTS,
  type ListInput,
  type TargetInputs,
  TEXT_INPUTS,
  type TextInput,
} from "@jessy-actions/images/build/target-inputs";
import { type NamedTarget, readTargets } from "@jessy-actions/images/build/targets";
import { splitList } from "@jessy-actions/images/list-values";
import type { VerificationKey } from "@jessy-actions/images/signatures/keys";
import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { type Growth, parseGrowth, parseSize } from "./inspection/size-limit.ts";
import { type Credential, readCredentials } from "./planning/credentials.ts";
import type { Mode } from "./planning/mode.ts";
import { MOUNT_PRESETS, type MountPreset } from "./planning/plan-mounts.ts";
import { readSigning, readVerifyKey, type Signing } from "./signing/signing-inputs.ts";

export interface Inputs {
  /** Of this build, of several in a job. */
  readonly name: string;
  readonly mode: Mode;
  /** One without the input `targets`. */
  readonly targets: readonly NamedTarget[];
  /** `auto`: not for pull requests. */
  readonly push: "auto" | "always" | "never";
  readonly builder: string;
  readonly credentials: readonly Credential[];
  /** Tags that never move to another digest. */
  readonly immutableTags: "versions" | "none" | readonly string[];
  readonly cacheRef: string | undefined;
  readonly cacheFolder: string | undefined;
  readonly cacheMounts: MountPreset;
  /** A command and its arguments; empty: none. */
  readonly scan: readonly string[];
  /** In bytes, compressed. */
  readonly maxSize: number | undefined;
  readonly maxGrowth: Growth | undefined;
  readonly allowedSecrets: readonly string[];
  readonly signing: Signing | undefined;
  readonly verifyKey: VerificationKey | undefined;
  /** A tag or digest of the same repository. */
  readonly promote: string | undefined;
  readonly byDigest: boolean;
  /** The folder with the digest files of other jobs. */
  readonly merge: string | undefined;
  /** Milliseconds. */
  readonly retryFor: number;
  readonly dryRun: boolean;
  readonly token: string;
}

const MINUTE = 60_000;
const DEFAULT_RETRY = 10 * MINUTE;

export function readInputs(reader: InputReader): Inputs {
  const common = readCommon(reader);
  // Values of `secrets` may stand in it.
  const targets = reader.verbatim("targets");
  const promote = reader.optional("promote");
  const merge = reader.optional("merge");
  const verifies = reader.boolean("verify", false);
  const inputs: Inputs = {
    name: reader.string("name"),
    mode: promote !== undefined ? "promote" : merge !== undefined ? "merge" : verifies ? "verify" : "build",
    targets: reader.adopt(() => readTargets(targets, common), []),
    push: readPush(reader),
    builder: reader.string("builder"),
    credentials: readLogins(reader),
    immutableTags: readImmutableTags(reader),
    cacheRef: reader.optional("cache-ref"),
    cacheFolder: reader.optional("cache-folder"),
    cacheMounts: reader.enumeration("cache-mounts", MOUNT_PRESETS, "none"),
    scan: reader.list("scan"),
    maxSize: readSize(reader),
    maxGrowth: readGrowth(reader),
    allowedSecrets: reader.list("allow-secrets"),
    signing: readSigning(reader),
    verifyKey: readVerifyKey(reader),
    promote,
    byDigest: reader.boolean("by-digest", false),
    merge,
    retryFor: reader.duration("retry-for", DEFAULT_RETRY),
    dryRun: reader.boolean("dry-run", false),
    token: reader.string("github-token"),
  };
  checkTogether(reader, inputs, verifies);
  return Object.freeze(inputs);
}

/** What may also stand in `targets`. */
function readCommon(reader: InputReader): TargetInputs {
  const texts = TEXT_INPUTS.map((name): [TextInput, string] => [name, reader.string(name)]);
  const booleans = BOOLEAN_INPUTS.map((name): [BooleanInput, boolean] => [
    name,
    name === "push" ? true : reader.boolean(name, false),
  ]);
  const lists = (Object.keys(LIST_INPUTS) as ListInput[]).map((name): [ListInput, readonly string[]] => [
    name,
    readList(reader, name),
  ]);
  return Object.fromEntries([...texts, ...booleans, ...lists]) as unknown as TargetInputs;
}

function readList(reader: InputReader, name: ListInput): readonly string[] {
  const text = name === "secrets" ? reader.verbatim(name) : reader.string(name);
  return reader.adopt(() => splitList(text, LIST_INPUTS[name]), [], name);
}

function readPush(reader: InputReader): Inputs["push"] {
  const words = { auto: "auto", true: "always", false: "never" } as const;
  return words[reader.enumeration("push", ["auto", "true", "false"], "auto")];
}

function readLogins(reader: InputReader): readonly Credential[] {
  const [username, password, registries] = [
    reader.string("username"),
    reader.string("password"),
    reader.verbatim("registries"),
  ];
  return reader.adopt(() => readCredentials(username, password, registries), []);
}

function readImmutableTags(reader: InputReader): Inputs["immutableTags"] {
  const patterns = reader.list("immutable-tags");
  const [word] = patterns;
  if (patterns.length <= 1 && (word === undefined || word === "versions" || word === "none")) return word ?? "versions";
  for (const pattern of patterns) reader.checkGlob("immutable-tags", pattern);
  return patterns;
}

function readSize(reader: InputReader): number | undefined {
  const text = reader.optional("max-size");
  const size = text === undefined ? undefined : parseSize(text);
  if (text !== undefined && size === undefined) reader.wrong("max-size", text, "a size such as `200 MB`");
  return size;
}

function readGrowth(reader: InputReader): Growth | undefined {
  const text = reader.optional("max-growth");
  const growth = text === undefined ? undefined : parseGrowth(text);
  if (text !== undefined && growth === undefined)
    reader.wrong("max-growth", text, "a percentage such as `5 %` or a size such as `10 MB`");
  return growth;
}

/** What is right alone and wrong together. */
function checkTogether(reader: InputReader, inputs: Inputs, verifies: boolean): void {
  const ways = [inputs.promote && "promote", inputs.merge && "merge", verifies && "verify"].filter(
    (way) => way !== undefined && way !== false && way !== "",
  );
  if (ways.length > 1)
    reader.problem(String(ways[1]), `is set, and so is ${quote(String(ways[0]))}; a step does one of them`);
  if (inputs.mode !== "build" && inputs.byDigest)
    reader.problem("by-digest", `is for builds, and ${quote(String(ways[0]))} builds nothing; leave it out`);
  if (verifies && inputs.verifyKey === undefined)
    reader.problem("verify", "needs a `verify-key`; a signature of just anybody proves nothing");
  if (!verifies && inputs.verifyKey !== undefined)
    reader.problem("verify-key", "is set, and `verify` is not; write `verify: true`");
  if (inputs.push === "never" && inputs.signing !== undefined)
    reader.problem("sign", "signs what a registry holds, and `push` is `false`; write `sign: none`");
  if (inputs.byDigest && inputs.targets.some(({ inputs: { platforms } }) => platforms.length > 1))
    reader.problem("platforms", "names several, and `by-digest` pushes one; build each in a job of its own");
  if (inputs.cacheFolder !== undefined && !usesCacheFolder(inputs))
    reader.problem("cache-folder", "is set, and neither `cache` nor `cache-mounts` uses it; write `cache: local`");
  for (const { inputs: target } of inputs.targets)
    if (!["", "auto", "gha", "registry", "local", "inline", "none"].includes(target.cache))
      reader.wrong("cache", target.cache, "one of auto, gha, registry, local, inline, none");
}

function usesCacheFolder({ targets, cacheMounts }: Inputs): boolean {
  const kinds = ["", "auto", "local"];
  return targets.some(({ inputs: { cache } }) => kinds.includes(cache)) || kinds.includes(cacheMounts);
}

import { outputWish } from "@jessy-actions/images/build/outputs";
import {
  BOOLEAN_INPUTS,
  type BooleanInput,
  LIST_INPUTS,
  type ListInput,
  type TargetInputs,
  TEXT_INPUTS,
  type TextInput,
} from "@jessy-actions/images/build/target-inputs";
import { type NamedTarget, PUSH_WORDS, readTargets } from "@jessy-actions/images/build/targets";
import { splitList } from "@jessy-actions/images/list-values";
import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { EmptyLogin } from "@jessy-actions/kit/runner/run-secrets";
import { type Growth, parseGrowth, parseSize } from "./inspection/size-limit.ts";
import { checkTogether } from "./planning/check-together.ts";
import { type Credential, type Logins, readCredentials } from "./planning/credentials.ts";
import type { Mode } from "./planning/mode.ts";
import { MOUNT_PRESETS, type MountPreset } from "./planning/plan-mounts.ts";
import { readPromotionSource } from "./planning/promotion-source.ts";
import { type PushWish, wishOf } from "./planning/push-wish.ts";
import { readSigning, readVerification, type Signing, type Verification } from "./signing/signing-inputs.ts";

export interface Inputs {
  /** Of this build, of several in a job. */
  readonly name: string;
  readonly mode: Mode;
  /** One without the input `targets`. */
  readonly targets: readonly NamedTarget[];
  /** Of the step. An image of `targets` may have its own. */
  readonly push: PushWish;
  readonly builder: string;
  readonly credentials: readonly Credential[];
  /** Wrong, unless the run has no secrets. */
  readonly emptyLogins: readonly EmptyLogin[];
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
  /** Undefined unless `mode` is `verify`. */
  readonly verification: Verification | undefined;
  /** As `readPromotionSource` reads it. */
  readonly promote: string | undefined;
  /** Also by an output of docker's recipe for several runners. */
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
  const verbatim = reader.verbatim("targets");
  const promote = reader.optional("promote");
  const merge = reader.optional("merge");
  const targets = reader.adopt(() => readTargets(verbatim, common), []);
  const logins = readLogins(reader);
  if (promote !== undefined) reader.adopt(() => readPromotionSource(promote), undefined, "promote");
  const modes: readonly Mode[] = [
    ...(promote === undefined ? [] : (["promote"] as const)),
    ...(merge === undefined ? [] : (["merge"] as const)),
    ...(reader.boolean("verify", false) ? (["verify"] as const) : []),
  ];
  const inputs: Inputs = {
    name: reader.string("name"),
    mode: modes[0] ?? "build",
    targets,
    push: readPush(reader),
    builder: reader.string("builder"),
    credentials: logins.credentials,
    emptyLogins: logins.empty,
    immutableTags: readImmutableTags(reader),
    cacheRef: reader.optional("cache-ref"),
    cacheFolder: reader.optional("cache-folder"),
    cacheMounts: reader.enumeration("cache-mounts", MOUNT_PRESETS, "none"),
    scan: reader.list("scan"),
    maxSize: readSize(reader),
    maxGrowth: readGrowth(reader),
    allowedSecrets: reader.list("allow-secrets"),
    signing: readSigning(reader),
    verification: readVerification(reader, modes.includes("verify")),
    promote,
    byDigest: readByDigest(reader, targets),
    merge,
    retryFor: reader.duration("retry-for", DEFAULT_RETRY),
    dryRun: reader.boolean("dry-run", false),
    token: reader.string("github-token"),
  };
  checkTogether(reader, inputs, modes);
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

function readPush(reader: InputReader): PushWish {
  return wishOf(reader.enumeration("push", PUSH_WORDS, "auto"));
}

/** docker's recipe for several runners says it by an output: `type=image,push-by-digest=true,push=true`. */
function readByDigest(reader: InputReader, targets: readonly NamedTarget[]): boolean {
  const isAsked = reader.boolean("by-digest", false);
  const wishes = targets.map(({ inputs }) => outputWish(inputs.outputs).byDigest);
  if (!isAsked && wishes.includes(true) && wishes.includes(false))
    reader.problem(
      "outputs",
      "pushes one image by digest and another by tags; write `by-digest: true`, or use two steps",
    );
  return isAsked || wishes.includes(true);
}

function readLogins(reader: InputReader): Logins {
  const [username, password, registries] = [
    reader.string("username"),
    reader.string("password"),
    reader.verbatim("registries"),
  ];
  return reader.adopt(() => readCredentials(username, password, registries), { credentials: [], empty: [] });
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

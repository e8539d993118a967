import { LINES, type ListRules } from "../list-values.ts";

/** Inputs of a build that are one text each, by the name that users write. An empty text is the default. */
export const TEXT_INPUTS = [
  "context",
  "file",
  "target",
  "network",
  "shm-size",
  "cgroup-parent",
  "provenance",
  "sbom",
  "call",
  "cache",
] as const;

export const BOOLEAN_INPUTS = ["load", "push", "pull", "no-cache"] as const;

/** docker/build-push-action knows no comments. */
const VALUES: ListRules = { ...LINES, comments: false };
const WORDS: ListRules = { ...VALUES, commas: true };
const SECRETS: ListRules = { ...VALUES, trim: false };
const OUTPUTS: ListRules = { ...VALUES, quotes: false };

/** Inputs of a build that are lists, with the rules that docker/build-push-action or metadata-action splits each by. */
export const LIST_INPUTS = {
  "add-hosts": WORDS,
  allow: WORDS,
  annotations: LINES,
  attests: VALUES,
  "build-args": VALUES,
  "build-contexts": VALUES,
  "cache-from": VALUES,
  "cache-to": VALUES,
  labels: LINES,
  "no-cache-filters": WORDS,
  outputs: OUTPUTS,
  platforms: WORDS,
  secrets: SECRETS,
  "secret-envs": WORDS,
  "secret-files": VALUES,
  ssh: WORDS,
  ulimit: VALUES,
  images: LINES,
  tags: LINES,
  flavor: LINES,
} as const satisfies Record<string, ListRules>;

export type TextInput = (typeof TEXT_INPUTS)[number];
export type BooleanInput = (typeof BOOLEAN_INPUTS)[number];
export type ListInput = keyof typeof LIST_INPUTS;

/** Everything that can be said of one image, as plain values under the names of the inputs. */
export type TargetInputs = Readonly<Record<TextInput, string>> &
  Readonly<Record<BooleanInput, boolean>> &
  Readonly<Record<ListInput, readonly string[]>>;

/** The inputs of a step that sets none. */
export const NO_INPUTS: TargetInputs = Object.freeze({
  ...record(TEXT_INPUTS, ""),
  ...record(BOOLEAN_INPUTS, false),
  ...record(Object.keys(LIST_INPUTS) as ListInput[], [] as readonly string[]),
});

function record<Key extends string, Value>(keys: readonly Key[], value: Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, Value>;
}

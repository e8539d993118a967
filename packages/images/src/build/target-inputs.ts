import type { ListGrammar } from "./list-input.ts";

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

/** Inputs of a build that are lists, with the grammar that docker/build-push-action reads each by. */
export const LIST_INPUTS = {
  "add-hosts": { commas: true },
  allow: { commas: true },
  annotations: {},
  attests: {},
  "build-args": {},
  "build-contexts": {},
  "cache-from": {},
  "cache-to": {},
  labels: {},
  "no-cache-filters": { commas: true },
  outputs: { literalQuotes: true },
  platforms: { commas: true },
  secrets: { exact: true },
  "secret-envs": { commas: true },
  "secret-files": {},
  ssh: { commas: true },
  ulimit: {},
  images: {},
  tags: {},
  flavor: {},
} as const satisfies Record<string, ListGrammar>;

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

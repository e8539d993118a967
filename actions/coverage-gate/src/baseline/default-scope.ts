import { isDeepStrictEqual } from "node:util";
import { environmentName, InputReader } from "@jessy-actions/kit/runner/inputs";
import { UserErrors } from "@jessy-actions/reading/user-error";
import type { Inputs } from "../inputs.ts";
import { readScope, SCOPE_INPUTS, SCOPE_KEYS, type Scope, type ScopeInput } from "../scope.ts";

/** The default branch's scope where it is another one than this change's. */
export type DefaultScope =
  | { readonly inputs: readonly ScopeInput[]; readonly scope: Scope }
  /** What was kept cannot be read any more. */
  | { readonly inputs: readonly ScopeInput[]; readonly problem: string };

/**
 * What counts on the default branch. An input that was not kept, as it did not exist then, is this change's own; one
 * that is only written in another way is the same.
 *
 * @param before the gate's inputs as they were kept with the baseline, by name.
 * @returns undefined when both count the same.
 */
export async function findDefaultScope(
  inputs: Scope & Pick<Inputs, "gate">,
  before: Readonly<Record<string, string>>,
): Promise<DefaultScope | undefined> {
  const rewritten = SCOPE_INPUTS.filter((input) => (before[input] ?? inputs.gate[input]) !== inputs.gate[input]);
  if (rewritten.length === 0) return undefined;
  const texts = SCOPE_INPUTS.map((input) => [environmentName(input), before[input] ?? inputs.gate[input]]);
  const reader = new InputReader(Object.fromEntries(texts));
  const scope = await readScope(reader);
  try {
    reader.finish();
  } catch (error) {
    if (error instanceof UserErrors) return { inputs: rewritten, problem: error.problems.join("; ") };
    throw error;
  }
  const changed = rewritten.filter((input) => !isDeepStrictEqual(scope[SCOPE_KEYS[input]], inputs[SCOPE_KEYS[input]]));
  return changed.length === 0 ? undefined : { inputs: changed, scope };
}

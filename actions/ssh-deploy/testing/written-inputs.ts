import { environmentName, InputReader } from "@jessy-actions/kit/runner/inputs";
import { UserErrors } from "@jessy-actions/reading/user-error";
import { type Inputs, readInputs } from "../src/inputs.ts";

type Written = Readonly<Record<string, string>>;

/** The inputs that a workflow writes so. @throws UserErrors as the action does. */
export function inputsOf(written: Written = {}): Inputs {
  const reader = new InputReader(
    Object.fromEntries(Object.entries(written).map(([name, value]) => [environmentName(name), value])),
  );
  const inputs = readInputs(reader);
  reader.finish();
  return inputs;
}

/** What is wrong with them, one line each. */
export function problemsOf(written: Written): readonly string[] {
  try {
    inputsOf(written);
    return [];
  } catch (error) {
    if (error instanceof UserErrors) return error.problems;
    throw error;
  }
}

import { UserErrors } from "@jessy-actions/reading/user-error";
import { environmentName, InputReader } from "../src/runner/inputs.ts";

export type Written = Readonly<Record<string, string>>;

/** The inputs that a workflow writes so. @throws UserErrors as the action does. */
export function writtenInputs<Inputs>(readInputs: (reader: InputReader) => Inputs, written: Written): Inputs {
  const reader = new InputReader(
    Object.fromEntries(Object.entries(written).map(([name, value]) => [environmentName(name), value])),
  );
  const inputs = readInputs(reader);
  reader.finish();
  return inputs;
}

/** What is wrong with them, one line each. */
export function writtenProblems(readInputs: (reader: InputReader) => unknown, written: Written): readonly string[] {
  try {
    writtenInputs(readInputs, written);
    return [];
  } catch (error) {
    if (error instanceof UserErrors) return error.problems;
    throw error;
  }
}

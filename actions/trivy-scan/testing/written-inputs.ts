import { type Written, writtenInputs, writtenProblems } from "../../../packages/kit/testing/written-inputs.ts";
import { type Inputs, readInputs } from "../src/inputs.ts";

/** The inputs that a workflow writes so. @throws UserErrors as the action does. */
export const inputsOf = (written: Written = {}): Inputs => writtenInputs(readInputs, written);

/** What is wrong with them, one line each. */
export const problemsOf = (written: Written): readonly string[] => writtenProblems(readInputs, written);

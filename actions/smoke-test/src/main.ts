import type { ActionDefinition } from "@jessy-actions/kit/action/action";
import { collect } from "./collect.ts";
import { evaluate } from "./evaluate.ts";
import type { Facts } from "./facts.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { render } from "./render.ts";
import type { Result } from "./result.ts";

export const smokeTest: ActionDefinition<Inputs, Facts, Result> = {
  name: "smoke-test",
  title: "Smoke test",
  readInputs,
  collect,
  evaluate,
  render,
  publication: ({ name, token, comment, annotations }) => ({ name, token, comment, annotations }),
};

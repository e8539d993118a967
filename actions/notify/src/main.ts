import type { ActionDefinition } from "@jessy-actions/kit/action/action";
import { collect } from "./collect.ts";
import { evaluate } from "./evaluate.ts";
import { execute } from "./execute.ts";
import type { Facts } from "./facts.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { render } from "./render.ts";
import type { Result } from "./result.ts";

export const notify: ActionDefinition<Inputs, Facts, Result> = {
  name: "notify",
  title: "Message",
  readInputs,
  collect,
  evaluate,
  execute,
  render,
  publication: ({ name, token }) => ({ name, token, comment: false }),
};

import type { ActionDefinition } from "@jessy-actions/kit/action/action";
import { collect } from "./collect.ts";
import { evaluate } from "./evaluate.ts";
import { execute } from "./execute.ts";
import type { Facts } from "./facts.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { render } from "./render.ts";
import type { Result } from "./result.ts";

export const release: ActionDefinition<Inputs, Facts, Result> = {
  name: "release",
  title: "Release",
  readInputs,
  collect,
  evaluate,
  execute,
  render,
  // Several releases of one job, as of the packages of a monorepo, each have a result folder.
  publication: ({ tag, token }) => ({ name: tag ?? "", token, comment: false }),
};

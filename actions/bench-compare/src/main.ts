import type { ActionDefinition } from "@jessy-actions/kit/action/action";
import { collect } from "./collect.ts";
import { evaluate } from "./evaluate.ts";
import type { Facts } from "./facts.ts";
import { conclude } from "./history/history.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { post } from "./post.ts";
import { render } from "./render.ts";
import type { Result } from "./result.ts";

export const benchCompare: ActionDefinition<Inputs, Facts, Result> = {
  name: "bench-compare",
  title: "Benchmarks",
  readInputs,
  collect,
  evaluate,
  render,
  publication: ({ name, token, comment }) => ({ name, token, comment }),
  conclude,
  post,
};

import type { ActionDefinition } from "@jessy-actions/kit/action/action";
import { collect } from "./collect.ts";
import { evaluate } from "./evaluate.ts";
import { execute } from "./execute.ts";
import type { Facts } from "./facts.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { post } from "./post.ts";
import { render } from "./render.ts";
import type { Result } from "./result.ts";

export const sshDeploy: ActionDefinition<Inputs, Facts, Result> = {
  name: "ssh-deploy",
  title: "Deployment",
  readInputs,
  collect,
  evaluate,
  execute,
  render,
  post,
  publication: ({ name, token, comment, annotations }) => ({ name, token, comment, annotations }),
};

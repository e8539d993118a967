import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import type { Result } from "../actions/docker-build-push/src/result.ts";
import type { StepResult } from "../packages/local-runner/src/step/run-action.ts";

export interface ImageRun {
  readonly outcome: StepResult["outcome"];
  readonly outputs: ReadonlyMap<string, string>;
  readonly log: string;
  readonly summary: string;
  readonly annotations: StepResult["annotations"];
  readonly result: Result;
}

/** Every result file of every test fits the published schema. */
const fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, "../docs/schema/docker-build-push-result.v1.json"), "utf8")),
);

/** What a run of docker-build-push left. */
export function readImageRun(step: StepResult): ImageRun {
  const file = step.outputs.get("result-file");
  const result = file === undefined ? undefined : JSON.parse(readFileSync(file, "utf8"));
  if (result !== undefined && !fits(result))
    throw new Error(`the result file does not fit its schema: ${JSON.stringify(fits.errors)}`);
  return {
    outcome: step.outcome,
    outputs: step.outputs,
    log: step.log.join("\n"),
    summary: step.summary ?? "",
    annotations: step.annotations,
    result,
  };
}

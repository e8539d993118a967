import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import type { Result } from "../../actions/smoke-test/src/result.ts";
import type { StepResult } from "../../packages/local-runner/src/step/run-action.ts";
import { type RunSettings, Scenario } from "../scenario.ts";

export interface SmokeRun extends Pick<StepResult, "outcome" | "exitCode" | "outputs" | "annotations"> {
  readonly log: string;
  readonly summary: string;
  readonly result: Result | undefined;
  /** Everything that the step shows or leaves, in one text. */
  readonly traces: string;
}

const fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../docs/schema/smoke-test-result.v1.json"), "utf8")),
);

/** smoke-test as it is shipped, in a push to the default branch. */
export class SmokeScenario {
  readonly #inner: Scenario;

  static async start(): Promise<SmokeScenario> {
    return new SmokeScenario(await Scenario.start());
  }

  private constructor(inner: Scenario) {
    this.#inner = inner;
    inner.repository.commit({ "README.md": "demo" });
  }

  /** The commit that is deployed. */
  get sha(): string {
    return this.#inner.repository.head;
  }

  async run(inputs: Readonly<Record<string, string>>, settings: RunSettings = {}): Promise<SmokeRun> {
    const step = await this.#inner.runPush("main", inputs, { action: "smoke-test", ...settings });
    const { outcome, exitCode, outputs, annotations, log, summary = "" } = step;
    const read = (path: string | undefined) => (path && existsSync(path) ? readFileSync(path, "utf8") : "");
    const text = read(outputs.get("result-file"));
    const result = text === "" ? undefined : (JSON.parse(text) as Result);
    if (result !== undefined && !fits(result)) throw new Error(`not as published: ${JSON.stringify(fits.errors)}`);
    const files = [...outputs].filter(([name]) => name.endsWith("-file")).map(([, path]) => read(path));
    const traces = [...log, summary, JSON.stringify([...outputs]), JSON.stringify(annotations), ...files].join("\n");
    return { outcome, exitCode, outputs, annotations, log: log.join("\n"), summary, result, traces };
  }

  close(): Promise<void> {
    return this.#inner.close();
  }
}

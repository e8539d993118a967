import type { RunFacts } from "@jessy-actions/deployment/messages/run-facts";
import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { parseJson } from "@jessy-actions/reading/json";
import { oneOf } from "@jessy-actions/reading/json-fields";
import { ReportError } from "@jessy-actions/reading/report-error";

/** What GitHub's context `needs` may say of a job. */
const RESULTS = ["success", "failure", "cancelled", "skipped"] as const;

/** `${{ toJSON(needs) }}`: an object of jobs, each with its `result`. */
export function readNeeds(reader: InputReader): RunFacts["needs"] {
  const text = reader.string("needs");
  if (text === "" || text === "null") return [];
  try {
    const jobs = [...parseJson([Buffer.from(text)]).entries()];
    return jobs.map(([name, job]) => ({ name, result: oneOf(job.get("result"), RESULTS) }));
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    reader.problem("needs", `cannot be used: ${quote(error.message)}; write ${quote("needs: ${{ toJSON(needs) }}")}`);
    return [];
  }
}

import type { RunFacts } from "@jessy-actions/deployment/messages/run-facts";
import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";

/** What GitHub's context `needs` may say of a job. */
const RESULTS = ["success", "failure", "cancelled", "skipped"] as const;

const INSTEAD = `write ${quote("needs: ${{ toJSON(needs) }}")}`;

/** `${{ toJSON(needs) }}`: an object of jobs, each with its `result`. */
export function readNeeds(reader: InputReader): RunFacts["needs"] {
  const text = reader.string("needs");
  if (text === "" || text === "null") return [];
  try {
    return [...parseJson([Buffer.from(text)]).entries()].flatMap(([name, job]) => {
      const said = job.get("result").raw;
      const result = RESULTS.find((word) => word === said);
      if (result === undefined) reader.problem("needs", `has no result of the job ${quote(name)}; ${INSTEAD}`);
      return result === undefined ? [] : [{ name, result }];
    });
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    reader.wrong("needs", text, `${quote("needs: ${{ toJSON(needs) }}")}`);
    return [];
  }
}

import type { Report } from "@jessy-actions/kit/report/report";
import { junitFile } from "./outputs/junit-file.ts";
import { stepOutputs } from "./outputs/step-outputs.ts";
import { annotations } from "./rendering/annotations.ts";
import { checksTable } from "./rendering/checks-table.ts";
import { failures } from "./rendering/failures.ts";
import { notesList } from "./rendering/notes.ts";
import { timelineSvg } from "./rendering/timeline-svg.ts";
import { timings } from "./rendering/timings.ts";
import { versions } from "./rendering/versions.ts";
import type { Result } from "./result.ts";

/** From the result alone. Pure. */
export function render(result: Result): Report {
  const blocks = [
    ...checksTable(result),
    ...versions(result),
    ...failures(result),
    ...timings(result),
    ...notesList(result),
  ];
  return {
    title: result.name === "" ? "Smoke test" : `Smoke test: ${result.name}`,
    comment: blocks,
    summary: blocks,
    annotations: annotations(result),
    outputs: stepOutputs(result),
    files: [
      { name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" },
      { name: "timeline.svg", content: timelineSvg(result), output: "timeline-file" },
      { name: "junit.xml", content: junitFile(result), output: "junit-file" },
    ],
  };
}

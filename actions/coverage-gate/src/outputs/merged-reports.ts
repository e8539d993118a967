import { writeCobertura } from "@jessy-actions/coverage/writers/cobertura";
import { writeLcov } from "@jessy-actions/coverage/writers/lcov";
import type { ResultFile } from "@jessy-actions/kit/report/report";
import type { MeasuredFacts } from "../facts.ts";

/** The merged report for other tools: GitHub's own code coverage, editors, a second gate. */
export function mergedReports({ report, measuredAt }: Pick<MeasuredFacts, "report" | "measuredAt">): ResultFile[] {
  return [
    { name: "cobertura.xml", content: writeCobertura(report, measuredAt), output: "cobertura-file" },
    { name: "lcov.info", content: writeLcov(report), output: "lcov-file" },
  ];
}

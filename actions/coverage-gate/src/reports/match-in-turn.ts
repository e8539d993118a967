import { CollectedFiles } from "@jessy-actions/coverage/collected-files";
import type { MatchedReport, PathMatcher } from "@jessy-actions/coverage/paths";

/** Matches a report's paths by one matcher, and those that it does not find by another. */
export function matchInTurn(first: PathMatcher, second: PathMatcher): Pick<PathMatcher, "match"> {
  return {
    match(report, origin): MatchedReport {
      const found = first.match(report, origin);
      const left = [...found.unmatched, ...found.ambiguous.map(({ path }) => path)];
      if (left.length === 0) return found;
      const rest = new Map(left.map((path) => [path, report.files.get(path)!]));
      const others = second.match({ ...report, files: rest }, origin);
      const files = new CollectedFiles("sum");
      for (const file of [...found.report.files.values(), ...others.report.files.values()]) files.add(file);
      return { ...others, report: { ...report, files: files.finish() } };
    },
  };
}

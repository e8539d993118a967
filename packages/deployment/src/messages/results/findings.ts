import type { JsonValue } from "@jessy-actions/reading/json";
import { boolean, list } from "@jessy-actions/reading/json-fields";
import type { MessageLine } from "../message.ts";

/** The findings of trivy-scan that fail, in the file's order: the worst first. @throws ReportError */
export function readFindings(file: JsonValue): readonly MessageLine[] {
  return list(file.get("findings"), (finding) => finding)
    .filter((finding) => boolean(finding.get("fails")))
    .map(readFinding);
}

function readFinding(finding: JsonValue): MessageLine {
  const id = finding.get("id").text();
  const url = finding.get("url");
  const known = finding.get("package");
  const place = known.isMissing
    ? placeOf(finding.get("place"))
    : ` in ${known.get("name").text()} ${known.get("version").text()}`;
  return [
    { strong: finding.get("severity").text() },
    " ",
    url.isMissing ? id : { text: id, href: url.text() },
    place,
    `: ${finding.get("title").text()}`,
    ...(known.isMissing ? [] : [fixOf(known.get("fixedVersions"))]),
  ];
}

function placeOf(place: JsonValue): string {
  const file = place.get("file").text();
  const line = place.get("startLine");
  return file === "" ? "" : ` in ${file}${line.isMissing ? "" : `:${line.number()}`}`;
}

function fixOf(versions: JsonValue): string {
  const fixed = list(versions, (version) => version.text());
  return fixed.length === 0 ? " (no fix yet)" : ` (fixed in ${fixed[0]})`;
}

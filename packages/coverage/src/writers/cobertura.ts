import type { CoverageReport, FileCoverage, Ratio } from "../model.ts";
import { branchesOfLines, fileTotals, sumTotals, type Totals } from "../totals.ts";

/**
 * A report as Cobertura XML (coverage-04.dtd), in pieces of one file each: a package per folder, a class per file. It
 * is what GitHub's own code coverage, GitLab, Jenkins and editors read. Rates are cut, never rounded up to 1.
 *
 * @param timestamp seconds since 1970.
 */
export function* writeCobertura(report: CoverageReport, timestamp: number): Iterable<string> {
  const folders = Map.groupBy([...report.files.keys()].sort(), folderOf);
  const totals = new Map([...report.files].map(([path, file]) => [path, fileTotals(file, "lines")]));
  const { lines, branches } = sumTotals([...totals.values()]);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage ${rates({ lines, branches })} lines-covered="${lines.covered}" lines-valid="${lines.total}" branches-covered="${branches.covered}" branches-valid="${branches.total}" complexity="0" version="jessy-actions" timestamp="${timestamp}">
<sources><source>.</source></sources>
<packages>
`;
  for (const [folder, paths] of folders) {
    const folderTotals = sumTotals(paths.map((path) => totals.get(path)!));
    yield `<package name="${escapeXml(folder.replaceAll("/", "."))}" ${rates(folderTotals)} complexity="0"><classes>\n`;
    for (const path of paths) yield classElement(path, report.files.get(path)!, totals.get(path)!);
    yield "</classes></package>\n";
  }
  yield "</packages>\n</coverage>\n";
}

function classElement(path: string, file: FileCoverage, totals: Totals): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return `<class name="${escapeXml(name)}" filename="${escapeXml(path)}" ${rates(totals)} complexity="0">
<methods>${methodElements(file)}</methods>
<lines>
${lineElements(file)}</lines></class>
`;
}

function methodElements({ functions, lines }: FileCoverage): string {
  return functions.name
    .map((name, at) => {
      const hits = functions.hits[at]!;
      const line = functions.line[at]!;
      // The DTD wants a <lines> either way. Readers take a method's lines where the class has none, so there they are
      // left out.
      const ownLine =
        line === 0 || lines.line.length === 0 ? "" : `<line number="${line}" hits="${hits}" branch="false"/>`;
      const rate = hits > 0 ? "1.0" : "0.0";
      return `<method name="${escapeXml(name)}" signature="" line-rate="${rate}" branch-rate="${rate}" complexity="0"><lines>${ownLine}</lines></method>\n`;
    })
    .join("");
}

function lineElements(file: FileCoverage): string {
  const branches = new Map(branchesOfLines(file));
  let text = "";
  for (let at = 0; at < file.lines.line.length; at++) {
    const line = file.lines.line[at]!;
    const ofLine = branches.get(line);
    const attributes = `number="${line}" hits="${file.lines.hits[at]}"`;
    text +=
      ofLine === undefined || ofLine.total === 0
        ? `<line ${attributes} branch="false"/>\n`
        : `<line ${attributes} branch="true" condition-coverage="${Math.floor((ofLine.covered * 100) / ofLine.total)}% (${ofLine.covered}/${ofLine.total})"/>\n`;
  }
  return text;
}

function rates({ lines, branches }: Pick<Totals, "lines" | "branches">): string {
  return `line-rate="${rate(lines)}" branch-rate="${rate(branches)}"`;
}

/** Six decimals, cut; 0 if there is nothing, as the Cobertura tool writes it. */
function rate({ covered, total }: Ratio): string {
  return total === 0
    ? "0"
    : covered === total
      ? "1"
      : (Math.floor((covered / total) * 1_000_000) / 1_000_000).toFixed(6);
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "" : path.slice(0, slash);
}

/** XML 1.0 cannot hold most control characters in any form; they become U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

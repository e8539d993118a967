import { XmlReader } from "@jessy-actions/reading/xml";
import { CollectedFiles } from "../collected-files.ts";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import type { DeclaredTotals, Ratio } from "../model.ts";
import { Oddities } from "../oddities.ts";

/**
 * JaCoCo XML (report.dtd), from JaCoCo, Kover and gcovr. The path is `package/sourcefile`, without the module's folder:
 * the path matcher finds it. A line is covered when one of its instructions ran (`ci` > 0); `mb` and `cb` are its
 * missed and covered branches. gcovr writes lines without instruction counts: such a file has only its counters.
 * Class files number lines with 16 bits, and Kotlin's compiler gives code without a place the largest number.
 */
export const jacoco: ReportFormat = {
  name: "jacoco",
  title: "JaCoCo XML",
  usualNames: ["jacoco.xml", "jacocoTestReport.xml", "jacoco*.xml"],
  detect: (head) =>
    /<!DOCTYPE\s+report\b[^>]*jacoco/i.test(head) ||
    (/<report\b/.test(head) && /<(?:sessioninfo|group|package)\b/.test(head)),
  parse(chunks) {
    const xml = new XmlReader(chunks);
    const files = new CollectedFiles("sum");
    const oddities = new Oddities(() => `on line ${xml.line}`);
    const builder = new FileBuilder("max", oddities);
    let packageName = "";
    let sourceFile: string | undefined;
    let className = "";
    let classFile: string | undefined;
    let method: { name: string; line: number; covered: boolean } | undefined;
    let counters: { -readonly [Kind in keyof DeclaredTotals]: Ratio } = {};
    /** Methods come with their class, before the source file that they belong to. */
    const methods = new Map<string, { name: string; line: number; covered: boolean }[]>();
    for (let event = xml.next(); event !== undefined; event = xml.next()) {
      if (event === "open") {
        switch (xml.name) {
          case "package":
            packageName = xml.attribute("name") ?? "";
            methods.clear();
            break;
          case "class":
            className = xml.attribute("name") ?? "";
            classFile = xml.attribute("sourcefilename");
            break;
          case "method": {
            const line = xml.number("line");
            const name = `${className.slice(className.lastIndexOf("/") + 1)}.${xml.attribute("name") ?? ""}${xml.attribute("desc") ?? ""}`;
            method = { name, line: line > 0 && line !== NO_LINE ? line : 0, covered: false };
            break;
          }
          case "sourcefile":
            sourceFile = xml.attribute("name") ?? "";
            counters = {};
            break;
          case "line":
            if (sourceFile !== undefined) readLine(xml, builder);
            break;
          case "counter":
            if (method !== undefined) {
              if (xml.attribute("type") === "METHOD") method.covered = xml.number("covered") > 0;
            } else if (sourceFile !== undefined) readCounter(xml, counters);
            break;
        }
      } else if (xml.name === "method" && method !== undefined) {
        const list = methods.get(classFile ?? "") ?? [];
        list.push(method);
        methods.set(classFile ?? "", list);
        method = undefined;
      } else if (xml.name === "sourcefile" && sourceFile !== undefined) {
        for (const { name, line, covered } of methods.get(sourceFile) ?? [])
          builder.addFunction(line, name, covered ? 1 : 0);
        builder.declare(counters);
        files.add(builder.build(packageName === "" ? sourceFile : `${packageName}/${sourceFile}`));
        sourceFile = undefined;
      }
    }
    return { format: "jacoco", files: files.finish(), sourceRoots: [], warnings: oddities.warnings };
  },
};

const NO_LINE = 65_535;

function readLine(xml: XmlReader, builder: FileBuilder): void {
  const line = xml.number("nr");
  if (line === NO_LINE) return;
  const missedBranches = xml.number("mb");
  const coveredBranches = xml.number("cb");
  const branches = (missedBranches || 0) + (coveredBranches || 0);
  if (branches > 0) builder.addBranchCount(line, coveredBranches || 0, branches);
  const covered = xml.number("ci");
  if (!Number.isNaN(covered)) builder.addLine(line, covered);
}

const KINDS: Readonly<Record<string, keyof DeclaredTotals>> = {
  LINE: "lines",
  BRANCH: "branches",
  METHOD: "functions",
};

function readCounter(xml: XmlReader, counters: { -readonly [Kind in keyof DeclaredTotals]: Ratio }): void {
  const kind = KINDS[xml.attribute("type") ?? ""];
  const covered = xml.number("covered");
  const missed = xml.number("missed");
  if (kind !== undefined && covered >= 0 && missed >= 0) counters[kind] = { covered, total: covered + missed };
}

import { XmlReader } from "@jessy-actions/reading/xml";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import { mergeFiles } from "../merge.ts";
import type { FileCoverage } from "../model.ts";

/**
 * Clover XML, from OpenClover, PHPUnit and Istanbul. Lines are of type `stmt`, `cond` or `method`.
 *
 * A condition's `truecount` and `falsecount` mean two things: OpenClover writes how often each outcome came, Istanbul
 * (which calls itself clover 3.2.0) how many branches were covered and how many were not. Reading one as the other
 * makes a covered condition partial.
 */
export const clover: ReportFormat = {
  name: "clover",
  title: "Clover XML",
  usualNames: ["clover.xml"],
  detect: (head) => /<coverage\b[^>]*\s(?:generated|clover)\s*=/.test(head),
  parse(chunks) {
    const xml = new XmlReader(chunks);
    const files = new Map<string, FileCoverage>();
    const builder = new FileBuilder("max");
    let istanbul = false;
    let path: string | undefined;
    for (let event = xml.next(); event !== undefined; event = xml.next()) {
      if (event === "open") {
        if (xml.name === "coverage") istanbul = xml.attribute("clover") === "3.2.0";
        else if (xml.name === "file") path = xml.attribute("path") ?? xml.attribute("name");
        else if (xml.name === "line" && path !== undefined) readLine(xml, builder, istanbul);
      } else if (xml.name === "file" && path !== undefined) {
        const file = builder.build(path);
        const known = files.get(path);
        files.set(path, known === undefined ? file : mergeFiles(known, file, "max"));
        path = undefined;
      }
    }
    return { format: "clover", files, sourceRoots: [], warnings: [] };
  },
};

function readLine(xml: XmlReader, builder: FileBuilder, istanbul: boolean): void {
  const line = xml.number("num");
  if (line === 0) return;
  if (!(line > 0)) throw xml.error(`has a line number \`${xml.attribute("num") ?? ""}\``);
  const type = xml.attribute("type");
  const count = xml.number("count");
  if (type === "method") {
    const name = xml.attribute("name") ?? xml.attribute("signature") ?? "";
    builder.addFunction(line, name, count);
    builder.addLine(line, count);
    return;
  }
  const whenTrue = xml.number("truecount");
  const whenFalse = xml.number("falsecount");
  const isCondition = whenTrue >= 0 && whenFalse >= 0;
  builder.addLine(line, Number.isNaN(count) && isCondition ? whenTrue + whenFalse : count);
  if (!isCondition) return;
  if (istanbul) {
    if (whenTrue + whenFalse > 0) builder.addBranchCount(line, whenTrue, whenTrue + whenFalse);
  } else if (type === "cond") builder.addBranchCount(line, (whenTrue > 0 ? 1 : 0) + (whenFalse > 0 ? 1 : 0), 2);
}

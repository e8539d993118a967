import { XmlReader } from "@jessy-actions/reading/xml";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import type { FileCoverage } from "../model.ts";
import { Oddities } from "../oddities.ts";

/**
 * scoverage.xml (sbt, Mill, Gradle, Maven). Scala's code is measured in statements, several to a line: the total is in
 * statements, as scoverage's own report has it, and a line is covered when one of its statements ran. Statements that
 * are branches also count as those. Ignored statements (`$COVERAGE-OFF$`) do not count.
 */
export const scoverage: ReportFormat = {
  name: "scoverage",
  title: "scoverage XML",
  usualNames: ["scoverage.xml"],
  detect: (head) => /<scoverage\b/.test(head),
  parse(chunks) {
    const xml = new XmlReader(chunks);
    const oddities = new Oddities(() => `on line ${xml.line}`);
    const builders = new Map<string, FileBuilder>();
    const places = new Map<string, number>();
    let classPath: string | undefined;
    let method: { name: string; line: number; hits: number; path: string | undefined } | undefined;
    const builderOf = (path: string) => {
      let builder = builders.get(path);
      if (builder === undefined) {
        builder = new FileBuilder("max", oddities);
        builders.set(path, builder);
      }
      return builder;
    };
    for (let event = xml.next(); event !== undefined; event = xml.next()) {
      if (event === "close") {
        if (xml.name !== "method" || method === undefined) continue;
        if (method.path !== undefined) builderOf(method.path).addFunction(method.line, method.name, method.hits);
        method = undefined;
      } else if (xml.name === "class") classPath = xml.attribute("filename");
      else if (xml.name === "method") {
        method = { name: xml.attribute("name") ?? "", line: 0, hits: 0, path: undefined };
      } else if (xml.name === "statement" && xml.attribute("ignored") !== "true") {
        const path = xml.attribute("source") ?? classPath;
        if (path === undefined || path === "") {
          oddities.note("statements that name no file, left out");
          continue;
        }
        const line = xml.number("line");
        const hits = xml.number("invocation-count");
        const [start, end] = placeOf(xml, path, places);
        const builder = builderOf(path);
        builder.addLine(line, hits);
        builder.addBlock(line, start, line, end, 1, hits);
        if (xml.attribute("branch") === "true") builder.addBranch(line, start, end, hits);
        if (method === undefined) continue;
        method.path ??= path;
        if (line > 0) method.line = Math.min(method.line || line, line);
        method.hits = Math.max(method.hits, hits || 0);
      }
    }
    const files = new Map<string, FileCoverage>();
    for (const [path, builder] of builders) files.set(path, builder.build(path));
    return { format: "scoverage", files, sourceRoots: [], warnings: oddities.warnings };
  },
};

/**
 * Offsets in the file tell the statements of a line apart. Code that the compiler made (default arguments, macros)
 * shares a place; each such statement gets an end of its own, in their order, which is the same in every shard.
 */
function placeOf(xml: XmlReader, path: string, places: Map<string, number>): readonly [start: number, end: number] {
  const [start, end] = [Math.max(0, xml.number("start") || 0), Math.max(0, xml.number("end") || 0)];
  const key = `${path}:${start}-${end}`;
  const namesakes = places.get(key) ?? 0;
  places.set(key, namesakes + 1);
  return [start, end + Math.min(namesakes, MAX_SAME_PLACE) * PLACE_STEP];
}

/** More than any offset in a source file. */
const PLACE_STEP = 2 ** 20;
const MAX_SAME_PLACE = 1000;

import { XmlReader } from "@jessy-actions/reading/xml";
import { CollectedFiles } from "../collected-files.ts";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import type { Ratio } from "../model.ts";
import { Oddities } from "../oddities.ts";

/**
 * Clover XML, from OpenClover, PHPUnit and Istanbul. Lines are of type `stmt`, `cond` or `method`. A method is a
 * function and not a line: PHPUnit's text report and OpenClover's metrics count its statements alone.
 *
 * A condition's `truecount` and `falsecount` mean two things: OpenClover writes how often each outcome came, Istanbul
 * (which calls itself clover 3.2.0) how many branches were covered and how many were not. Reading one as the other
 * makes a covered condition partial. Istanbul writes no functions, and branches only for lines on which a statement
 * begins; the file's `<metrics>` count all of them.
 */
export const clover: ReportFormat = {
  name: "clover",
  title: "Clover XML",
  usualNames: ["clover.xml"],
  detect: (head) => /<coverage\b[^>]*\s(?:generated|clover)\s*=/.test(head),
  parse(chunks) {
    const xml = new XmlReader(chunks);
    const files = new CollectedFiles("max");
    const oddities = new Oddities(() => `on line ${xml.line}`);
    const builder = new FileBuilder("max", oddities);
    let istanbul = false;
    let path: string | undefined;
    let fileDepth = 0;
    /** The branches of the file's lines, and of all of it. */
    let placed: Ratio = NONE;
    let all: Ratio = NONE;
    for (let event = xml.next(); event !== undefined; event = xml.next()) {
      if (event === "open") {
        if (xml.name === "coverage") istanbul = xml.attribute("clover") === "3.2.0";
        else if (xml.name === "file") {
          path = xml.attribute("path") ?? xml.attribute("name");
          fileDepth = xml.depth;
          placed = NONE;
          all = NONE;
        } else if (path === undefined) continue;
        else if (xml.name === "line") placed = add(placed, readLine(xml, builder, istanbul));
        // Classes have metrics of their own, one deeper.
        else if (xml.name === "metrics" && xml.depth === fileDepth + 1) all = readMetrics(xml, builder);
      } else if (xml.name === "file" && path !== undefined) {
        if (istanbul && all.total > placed.total) {
          const total = all.total - placed.total;
          builder.addBranchCount(0, Math.max(0, Math.min(all.covered - placed.covered, total)), total);
        }
        files.add(builder.build(path));
        path = undefined;
      }
    }
    return { format: "clover", files: files.finish(), sourceRoots: [], warnings: oddities.warnings };
  },
};

const NONE: Ratio = { covered: 0, total: 0 };

/** @returns the branches of the line. */
function readLine(xml: XmlReader, builder: FileBuilder, istanbul: boolean): Ratio {
  const line = xml.number("num");
  // PHPUnit writes it for code without a place.
  if (line === 0) return NONE;
  const type = xml.attribute("type");
  const count = xml.number("count");
  if (type === "method") {
    builder.addFunction(line, xml.attribute("name") ?? xml.attribute("signature") ?? "", count);
    return NONE;
  }
  const whenTrue = xml.number("truecount");
  const whenFalse = xml.number("falsecount");
  const isCondition = whenTrue >= 0 && whenFalse >= 0;
  builder.addLine(line, Number.isNaN(count) && isCondition ? whenTrue + whenFalse : count);
  const branches = isCondition ? branchesOf(type, whenTrue, whenFalse, istanbul) : NONE;
  if (branches.total > 0) builder.addBranchCount(line, branches.covered, branches.total);
  return branches;
}

function branchesOf(type: string | undefined, whenTrue: number, whenFalse: number, istanbul: boolean): Ratio {
  if (istanbul) return { covered: whenTrue, total: whenTrue + whenFalse };
  return type === "cond" ? { covered: (whenTrue > 0 ? 1 : 0) + (whenFalse > 0 ? 1 : 0), total: 2 } : NONE;
}

/** Declares a file's totals. @returns its branches. */
function readMetrics(xml: XmlReader, builder: FileBuilder): Ratio {
  const ratio = (kind: string): Ratio => {
    const covered = xml.number(`covered${kind}`);
    const total = xml.number(kind);
    return Number.isSafeInteger(total) && covered >= 0 && covered <= total ? { covered, total } : NONE;
  };
  const [lines, branches, functions] = [ratio("statements"), ratio("conditionals"), ratio("methods")];
  builder.declare({
    ...(lines.total > 0 && { lines }),
    ...(branches.total > 0 && { branches }),
    ...(functions.total > 0 && { functions }),
  });
  return branches;
}

function add(a: Ratio, b: Ratio): Ratio {
  return { covered: a.covered + b.covered, total: a.total + b.total };
}

import { XmlReader } from "@jessy-actions/reading/xml";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import type { FileCoverage } from "../model.ts";

/**
 * OpenCover XML, from OpenCover and coverlet. Files are numbered within their module; a sequence point covers the lines
 * `sl` to `el` and was visited `vc` times; a branch point is told apart by its line, offset and path. Modules that were
 * skipped have no points.
 */
export const opencover: ReportFormat = {
  name: "opencover",
  title: "OpenCover XML",
  usualNames: ["coverage.opencover.xml", "opencover.xml", "*.opencover.xml"],
  detect: (head) => /<CoverageSession\b/.test(head),
  parse(chunks) {
    const xml = new XmlReader(chunks);
    const builders = new Map<string, FileBuilder>();
    const builderOf = (path: string) => {
      let builder = builders.get(path);
      if (builder === undefined) {
        builder = new FileBuilder("max");
        builders.set(path, builder);
      }
      return builder;
    };
    let paths = new Map<string, string>();
    let method: { path: string | undefined; name: string; line: number; hits: number } | undefined;
    for (let event = xml.next(); event !== undefined; event = xml.next()) {
      if (event === "close") {
        if (xml.name === "Name" && method !== undefined && method.name === "") method.name = xml.text();
        else if (xml.name === "Method" && method !== undefined) {
          if (method.path !== undefined && method.line > 0)
            builderOf(method.path).addFunction(method.line, method.name, method.hits);
          method = undefined;
        }
        continue;
      }
      switch (xml.name) {
        case "Module":
          paths = new Map();
          break;
        case "File":
          paths.set(xml.attribute("uid") ?? "", xml.attribute("fullPath") ?? "");
          break;
        case "Method":
          method = { path: undefined, name: "", line: 0, hits: 0 };
          break;
        case "FileRef":
          if (method !== undefined) method.path = paths.get(xml.attribute("uid") ?? "");
          break;
        case "SequencePoint": {
          const path = paths.get(xml.attribute("fileid") ?? "") ?? method?.path;
          const first = xml.number("sl");
          const last = xml.number("el");
          // Hidden sequence points (0xfeefee) have no source.
          if (path === undefined || path === "" || !(first > 0) || first >= HIDDEN_LINE) break;
          const hits = xml.number("vc");
          const builder = builderOf(path);
          for (let line = first; line <= Math.min(last >= first ? last : first, first + MAX_SPAN); line++)
            builder.addLine(line, hits);
          if (method !== undefined) {
            method.path ??= path;
            if (method.line === 0) method.line = first;
            method.hits = Math.max(method.hits, hits || 0);
          }
          break;
        }
        case "BranchPoint": {
          const path = paths.get(xml.attribute("fileid") ?? "") ?? method?.path;
          const line = xml.number("sl");
          if (path === undefined || path === "" || !(line > 0) || line >= HIDDEN_LINE) break;
          const identity = `${xml.attribute("offset") ?? ""}.${xml.attribute("offsetend") ?? ""}.${method?.name ?? ""}`;
          builderOf(path).addBranch(
            line,
            identity,
            xml.attribute("path") ?? xml.attribute("ordinal") ?? "",
            xml.number("vc"),
          );
          break;
        }
      }
    }
    const files = new Map<string, FileCoverage>();
    for (const [path, builder] of builders) files.set(path, builder.build(path));
    return { format: "opencover", files, sourceRoots: [], warnings: [] };
  },
};

/** The compiler's mark for code without a place in the source. */
const HIDDEN_LINE = 0xfeefee;

/** No statement is this long; a damaged `el` must not fill the memory. */
const MAX_SPAN = 10_000;

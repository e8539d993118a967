import { withoutMark } from "@jessy-actions/reading/byte-order-mark";
import { type ManifestFiles, ManifestReader, type ManifestReading, quote } from "./manifest.ts";

/** Reads the path of a Go module (https://go.dev/ref/mod#go-mod-file-module), which only states its major version. */
export function readGoMod(path: string, files: ManifestFiles): ManifestReading {
  const reader = new ManifestReader();
  const text = files.get(path);
  if (text === undefined) {
    reader.problem(path, 1, "does not exist");
    return reader.finish();
  }
  let inBlock = false;
  for (const [at, line] of withoutMark(text).split("\n").entries()) {
    const words = line.replace(/\/\/.*/s, "").trim();
    const rest = inBlock ? words : /^module(?=[\s("`])/.test(words) ? words.slice("module".length).trim() : undefined;
    if (rest === undefined || rest === "") continue;
    if (rest === "(") {
      inBlock = true;
      continue;
    }
    if (rest === ")") break;
    const module = rest.replace(/^(["`])(.*)\1$/, "$2");
    if (MODULE_PATH.test(module)) reader.find(path, at + 1, "module", module, "go-module");
    else reader.problem(path, at + 1, `has ${quote(module)} for the path of its module`);
    return reader.finish();
  }
  reader.problem(path, 1, "has no module line");
  return reader.finish();
}

/** https://go.dev/ref/mod#go-mod-file-ident; nobody has a path longer than a file name may be. */
const MODULE_PATH = /^[A-Za-z0-9._~/-]{1,255}$/;

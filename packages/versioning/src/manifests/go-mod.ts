import { formatVersion } from "../semver.ts";
import type { Tag } from "../tag.ts";
import { folderOf, type ManifestFiles, ManifestReader, type ManifestReading, quote, withoutMark } from "./manifest.ts";

/** The path of a Go module (https://go.dev/ref/mod#go-mod-file-module), which says its major version and nothing more. */
export function readGoMod(path: string, files: ManifestFiles): ManifestReading {
  const reader = new ManifestReader();
  const text = files.get(path);
  if (text === undefined) {
    reader.problem(path, 1, "is not there");
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

/** https://go.dev/ref/mod#go-mod-file-ident; longer ones than a file's name nobody has. */
const MODULE_PATH = /^[A-Za-z0-9._~/-]{1,255}$/;

/**
 * Why a module is not what a tag releases, if so (https://go.dev/ref/mod#vcs-version): from 2 on its path ends in `/vN`, below it does not (on
 * gopkg.in `.vN` always); below the root the tag is `dir/v1.2.3`, where a last part of the folder that only says `vN` does not count; and
 * Go does not see tags with build metadata.
 */
export function goModuleProblem(module: string, file: string, tag: Tag): string | undefined {
  const { major, build } = tag.version;
  const folder = folderOf(file);
  const version = formatVersion(tag.version);
  const isMajorFolder = major >= 2 && (folder === `v${major}` || folder.endsWith(`/v${major}`));
  const root = isMajorFolder ? folder.slice(0, -`/v${major}`.length) : folder;
  const prefix = root === "" ? "" : `${root}/`;
  if (tag.prefix !== prefix || !tag.hasV) return `is released by tags such as ${prefix}v${version}, not ${tag.text}`;
  if (build.length > 0) return `cannot have the version ${version}: Go does not see tags with build metadata`;
  const isGopkg = module.startsWith("gopkg.in/");
  const suffix = /([/.])v([0-9]{1,15})$/.exec(module);
  const stated = suffix?.[1] === (isGopkg ? "." : "/") ? Number(suffix[2]) : undefined;
  if (isGopkg) return stated === major ? undefined : `has the path ${module}, which must end in .v${major}`;
  if (major >= 2) return stated === major ? undefined : `has the path ${module}, which must end in /v${major}`;
  return stated === undefined ? undefined : `has the path ${module}, which must not end in /v${stated} below version 2`;
}

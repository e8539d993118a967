import { formatVersion } from "../semver.ts";
import type { Tag } from "../tag.ts";
import { folderOf } from "./manifest.ts";

/**
 * Why a tag does not release a module; undefined when it does (https://go.dev/ref/mod#vcs-version).
 *
 * From major version 2 on the module's path ends in `/vN`, and below 2 it does not; on gopkg.in it always ends in `.vN`. For a module below
 * the root the tag is `dir/v1.2.3`, where a last folder named `vN` does not count. Go does not see tags with build metadata.
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

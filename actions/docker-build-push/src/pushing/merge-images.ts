import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import { type Platform, platformName } from "@jessy-actions/images/oci/image-platform";
import { readManifest } from "@jessy-actions/images/oci/manifest";
import { type MergedIndex, type MergePart, mergeIndexes } from "@jessy-actions/images/oci/merge-index";
import { artifactPlaces, readArtifactFile } from "@jessy-actions/kit/action/artifact";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { named } from "@jessy-actions/kit/runner/file-error";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Inputs } from "../inputs.ts";
import type { ImagePlan } from "../planning/image-plan.ts";
import type { Result } from "../result.ts";
import type { Unjudged } from "../verdict.ts";
import type { ImageContent } from "./delivery.ts";
import { type DigestFile, MAX_DIGEST_FILE_BYTES, readDigestFile } from "./digest-file.ts";
import type { Login } from "./login.ts";
import { publishImages, type ReadyImage } from "./publish-images.ts";
import { reasonOf } from "./registry-reason.ts";

/** Makes one index of the platforms that other jobs pushed by digest, and gives it the tags. */
export async function mergeImages(result: Result, inputs: Inputs, io: ActionIo, login: Login): Promise<Unjudged> {
  const files = readDigestFiles(inputs.merge!, io);
  const ready: ReadyImage[] = [];
  const problems: string[] = [];
  for (const [at, image] of result.images.entries()) {
    const own = files.filter((file) => file.image === image.name);
    const expected = inputs.targets[at]!.inputs.platforms.map(namedPlatform);
    const wrong = partProblems(image.name, own, expected, result.commit);
    if (wrong.length > 0) problems.push(...wrong);
    else {
      const plan = result.planning.images[at]!;
      const merged = await merge(own, plan, login);
      if (typeof merged === "string") problems.push(merged);
      else {
        const { descriptor, bytes, index } = merged.index;
        const platforms = own.map(({ platform }) => platform).sort();
        const root = { descriptor, bytes, manifest: index };
        ready.push({ result: { ...image, platforms }, plan, root, content: merged.content });
      }
    }
  }
  if (problems.length > 0) return { ...result, failure: `Nothing was merged: ${problems.join("; ")}` };
  const published = await publishImages(ready, result, inputs, io, login, true);
  return { ...result, ...published, notes: [...result.notes, ...login.notes, ...published.notes] };
}

/**
 * What speaks against an index of these parts: none, of other commits, or not the platforms that were asked for. Pure.
 *
 * @param expected names of platforms, as `platformName` writes them. @param commit of the run that merges.
 */
export function partProblems(
  image: string,
  files: readonly Pick<DigestFile, "platform" | "commit">[],
  expected: readonly string[],
  commit: string,
): readonly string[] {
  if (files.length === 0) return [`there is no digest file of \`${image}\``];
  const found = files.map(({ platform }) => namedPlatform(platform));
  const missing = expected.filter((platform) => !found.includes(platform));
  const unexpected = found.filter((platform) => !expected.includes(platform));
  return [
    ...files
      .filter((file) => file.commit !== commit)
      .map((file) => `the ${file.platform} part of \`${image}\` is of ${file.commit}, and this run is of ${commit}`),
    ...(missing.length === 0 ? [] : [`\`${image}\` has no part for ${missing.join(", ")}`]),
    ...(unexpected.length === 0
      ? []
      : [`\`${image}\` has a part for ${unexpected.join(", ")}, which \`platforms\` does not name`]),
  ];
}

const namedPlatform = (text: string): string => platformName(parsePlatform(text));

/** `linux/arm/v7`. */
function parsePlatform(text: string): Platform {
  const [os = "", architecture = "", variant] = text.split("/");
  return { os, architecture, ...(variant !== undefined && { variant }) };
}

/** @throws UserError when the folder has none, or one that cannot be read. */
function readDigestFiles(folder: string, io: ActionIo): readonly DigestFile[] {
  const path = resolve(io.workspace, folder);
  let names: string[];
  try {
    names = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  } catch (error) {
    throw named(error, path);
  }
  if (names.length === 0)
    throw new UserError(
      `input \`merge\`: ${folder} has no digest files; download the artifacts of the jobs with \`by-digest\` first`,
    );
  const places = artifactPlaces(io);
  return names.sort().map((name) => {
    const shown = join(folder, name);
    try {
      return readDigestFile(readArtifactFile(join(path, name), shown, MAX_DIGEST_FILE_BYTES, places));
    } catch (error) {
      if (error instanceof ReportError) throw new UserError(`${shown} ${error.message}`, { cause: error });
      throw error;
    }
  });
}

/** @returns why the parts are not one image, or not in every repository. */
async function merge(
  files: readonly DigestFile[],
  plan: ImagePlan,
  login: Login,
): Promise<{ readonly index: MergedIndex; readonly content: ImageContent } | string> {
  if (plan.destinations.length === 0) return "there is no repository to merge in; set `images`";
  try {
    const found = await Promise.all(
      plan.destinations.map((destination) => Promise.all(files.map((file) => readPart(login, destination, file)))),
    );
    const missing = found.flat().filter((part) => typeof part === "string");
    if (missing.length > 0) return missing.join("; ");
    const parts = found[0]!.filter((part) => typeof part !== "string");
    const index = mergeIndexes(parts, annotationsOf(plan));
    const stored = { mediaType: index.descriptor.mediaType, bytes: index.bytes };
    return {
      index,
      content: {
        async send(registry, repository) {
          await registry.putManifest(repository, stored, index.descriptor.digest);
          return index.bytes.length;
        },
      },
    };
  } catch (error) {
    return reasonOf(error);
  }
}

/** @returns what the repository lacks, since every missing part is named and not only the first to be answered. */
async function readPart(
  login: Login,
  { registry, repository }: { readonly registry: string; readonly repository: string },
  { digest, platform, commit }: DigestFile,
): Promise<MergePart | string> {
  const stored = await login.registries.of(registry).getManifest(repository, digest);
  if (stored === undefined) return `${registry}/${repository} has no ${digest}, the part for ${platform}`;
  const descriptor: Descriptor = { mediaType: stored.mediaType, digest, size: stored.bytes.length };
  return {
    name: platform,
    descriptor,
    manifest: readManifest(stored.bytes),
    platform: parsePlatform(platform),
    revision: commit,
  };
}

/** Those of the index. Every manifest has its own already. */
function annotationsOf({ annotations }: ImagePlan): Record<string, string> {
  return Object.fromEntries(
    annotations.flatMap((line) => {
      const [, levels = "", name = "", value = ""] = /^(?:([a-z,-]+):)?([^=]+)=(.*)$/s.exec(line) ?? [];
      return levels.split(",").includes("index") ? [[name, value]] : [];
    }),
  );
}

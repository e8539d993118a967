import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { readManifest } from "@jessy-actions/images/oci/manifest";
import { type MergePart, mergeIndexes } from "@jessy-actions/images/oci/merge-index";
import { artifactPlaces, readArtifactFile } from "@jessy-actions/kit/action/artifact";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import { named } from "@jessy-actions/kit/runner/file-error";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Inputs } from "../inputs.ts";
import type { ImagePlan } from "../planning/image-plan.ts";
import type { ImageResult, ReferenceResult, Result } from "../result.ts";
import type { Unjudged } from "../verdict.ts";
import { type DigestFile, MAX_DIGEST_FILE_BYTES, readDigestFile } from "./digest-file.ts";
import type { Login } from "./login.ts";
import { rootOf } from "./promote-images.ts";
import { immutability, signEverywhere } from "./push-images.ts";
import { tagManifest } from "./tag-manifest.ts";

/** Makes one index of the platforms that other jobs pushed by digest, and gives it the tags. */
export async function mergeImages(result: Result, inputs: Inputs, io: ActionIo, login: Login): Promise<Unjudged> {
  const files = readDigestFiles(inputs.merge!, io);
  const images: ImageResult[] = [];
  const failures: string[] = [];
  for (const [at, image] of result.images.entries()) {
    const own = files.filter((file) => file.image === image.name);
    const foreign = own.find(({ commit }) => commit !== result.commit);
    if (own.length === 0) failures.push(`${inputs.merge} has no digest file of \`${image.name}\``);
    else if (foreign !== undefined)
      failures.push(
        `the ${foreign.platform} half of \`${image.name}\` is of ${foreign.commit}, and this run is of ${result.commit}`,
      );
    else images.push(await merge(image, own, result.planning.images[at]!, inputs, login));
  }
  return { ...result, images: failures.length > 0 ? result.images : images, failure: failures.join("; ") || null };
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

async function merge(
  image: ImageResult,
  files: readonly DigestFile[],
  plan: ImagePlan,
  inputs: Inputs,
  login: Login,
): Promise<ImageResult> {
  const isImmutable = immutability(inputs.immutableTags, plan);
  const references: ReferenceResult[] = [];
  let digest: string | null = null;
  let root: ReturnType<typeof rootOf> | undefined;
  for (const { registry: name, repository, tags } of plan.destinations) {
    const registry = login.registries.of(name);
    try {
      const parts: MergePart[] = [];
      for (const file of files) parts.push(await readPart(login, name, repository, file));
      const { bytes, descriptor } = mergeIndexes(parts, annotationsOf(plan));
      const stored = { bytes, digest: descriptor.digest, mediaType: descriptor.mediaType };
      await registry.putManifest(repository, stored, descriptor.digest);
      root = rootOf(stored);
      digest = descriptor.digest;
      for (const tag of tags) references.push(await tagManifest(registry, repository, tag, stored, isImmutable));
    } catch (error) {
      if (!(error instanceof RegistryError || error instanceof ReportError)) throw error;
      const problem = error.message;
      references.push(
        ...tags.map((tag) => ({ reference: `${name}/${repository}:${tag}`, state: "failed" as const, problem })),
      );
    }
  }
  const isComplete = references.every(({ state }) => state === "pushed" || state === "moved" || state === "unchanged");
  return {
    ...image,
    references,
    digest,
    platforms: files.map(({ platform }) => platform).sort(),
    signatures: root !== undefined && isComplete ? await signEverywhere(root, plan.destinations, inputs, login) : [],
  };
}

async function readPart(login: Login, registry: string, repository: string, file: DigestFile): Promise<MergePart> {
  const stored = await login.registries.of(registry).getManifest(repository, file.digest);
  if (stored === undefined)
    throw new ReportError(`${registry}/${repository} has no ${file.digest}, the half for ${file.platform}`);
  const [os = "", architecture = "", variant] = file.platform.split("/");
  return {
    name: file.platform,
    descriptor: rootOf(stored),
    manifest: readManifest(stored.bytes),
    platform: { os, architecture, ...(variant !== undefined && { variant }) },
    revision: file.commit,
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

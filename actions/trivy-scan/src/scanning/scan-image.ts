import { join } from "node:path";
import { parseReference } from "@jessy-actions/images/reference";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { Problem, ProblemCause } from "../targets/problem.ts";
import type { Target } from "../targets/target.ts";
import { findPath } from "./files/find-path.ts";
import { trimmed } from "./files/folder-survey.ts";
import { idleScanners } from "./idle-scanners.ts";
import { imageCredential } from "./images/image-credential.ts";
import { type LayoutImages, layoutOf, readLayout } from "./images/image-layout.ts";
import { findLocalImage, saveLocalImage } from "./images/local-engine.ts";
import { pullImage } from "./images/pull-image.ts";
import { unpackLayout } from "./images/unpack-archive.ts";
import { nothingScanned, outcomeOf } from "./outcome.ts";
import { problemOf } from "./plain-problem.ts";
import type { UnreadFile } from "./running/run-log.ts";
import { runTrivy } from "./running/run-trivy.ts";
import type { ScanOutcome } from "./scan.ts";
import type { Scanning } from "./scanning.ts";
import { type PlatformReport, uniteReports } from "./unite-reports.ts";

/** What Trivy reads as one image. */
interface Part {
  readonly platform: string;
  /** An archive or a layout of one image, absolute. */
  readonly artifact: string;
  /** Undefined where only Trivy's report says it. */
  readonly imageId: string | undefined;
}

interface Found {
  readonly parts: readonly Part[];
  /** Undefined: the id of the one image. */
  readonly digest: string | undefined;
}

/** Scans an image: all its platforms, each by a run of its own. */
export async function scanImage(
  target: Target,
  folder: string,
  scanning: Scanning,
  work: string,
  io: ActionIo,
): Promise<ScanOutcome> {
  const { inputs } = scanning;
  const scanners = inputs.scanners.filter((scanner) => scanner !== "misconfig");
  if (scanners.length === 0) return { problem: nothingScanned(target.name, scanners, io) };
  const found = await find(target, folder, scanning, work, io).catch((error: unknown) => asProblem(error, target, io));
  if ("cause" in found) return { problem: found };
  const reports: PlatformReport[] = [];
  const unread: UnreadFile[] = [];
  for (const [at, { platform, artifact, imageId }] of found.parts.entries()) {
    const run = {
      command: "image",
      scanners,
      artifact,
      skipFolders: inputs.skipFolders.map(trimmed),
      skipFiles: inputs.skipFiles.map(trimmed),
    } as const;
    const expected = { target: target.name, ...(imageId === undefined ? {} : { imageId }) };
    const outcome = await runTrivy(run, expected, scanning, join(work, `run-${at}`), io);
    if ("problem" in outcome) return outcome;
    reports.push({ platform, report: outcome.report });
    unread.push(...outcome.unread);
  }
  const { layers, ...united } = uniteReports(reports);
  const idle = idleScanners(scanners, { scanned: united.scanned, hasContent: layers > 0, hasLocks: false });
  const { findings, suppressed, packages, scanned } = united;
  const digest = found.digest ?? reports[0]!.report.imageId;
  return outcomeOf(target.name, { findings, suppressed, packages, scanned, digest, idle }, scanners, unread, io);
}

async function find(
  target: Target,
  folder: string,
  scanning: Scanning,
  work: string,
  io: ActionIo,
): Promise<Found | Problem> {
  if (target.kind === "image") return findByReference(target, scanning, work, io);
  const found = findPath(target, folder);
  if ("problem" in found) return problemOf("no-target", target.name, found.problem, io);
  return target.kind === "image-archive"
    ? archive(found.path, scanning, work, io)
    : layoutParts(readLayout(found.path), found.path, work);
}

/**
 * By a reference: from the local Docker engine where that has it, as `docker run` would take it, so that an image is scanned
 * right after `docker build`; else from its registry.
 */
async function findByReference(
  target: Target,
  scanning: Scanning,
  work: string,
  io: ActionIo,
): Promise<Found | Problem> {
  const { inputs } = scanning;
  const reference = parseReference(target.location);
  const noTarget = (message: string) => problemOf("no-target", target.name, message, io);
  const id = await findLocalImage(target.location, io);
  if (id !== undefined) {
    const path = join(work, "image.tar");
    const refusal = await saveLocalImage(id, path, inputs.timeout, io);
    if (refusal !== undefined) {
      const cause: ProblemCause = /no space left/i.test(refusal) ? "disk-full" : "no-target";
      return problemOf(cause, target.name, `cannot be taken from the local Docker engine: ${refusal}`, io);
    }
    io.log.info(`${target.name}: the local Docker engine has ${target.location} (${id})`);
    return { ...(await archive(path, scanning, work, io)), digest: id };
  }
  const credential = await imageCredential(reference.registry, inputs, io);
  const registry = new Registry(reference.registry, { credential, log: io.log });
  const pulled = join(work, "image");
  if (!(await pullImage(reference, registry, pulled)))
    return noTarget("does not exist: neither the local Docker engine nor its registry has it; correct `targets`");
  return layoutParts(readLayout(pulled), pulled, work);
}

/** All platforms of an archive that is a layout; else one image, and Trivy says which. It refuses archives of several. */
async function archive(path: string, { inputs }: Scanning, work: string, io: ActionIo): Promise<Found> {
  const folder = join(work, "unpacked");
  if (await unpackLayout(path, folder, inputs.timeout, io)) return layoutParts(readLayout(folder, true), folder, work);
  return { parts: [{ platform: "", artifact: path, imageId: undefined }], digest: undefined };
}

function layoutParts({ digest, images }: LayoutImages, folder: string, work: string): Found {
  const parts = images.map((image, at) => ({
    platform: image.platform,
    artifact: layoutOf(folder, image, join(work, `platform-${at}`)),
    imageId: image.imageId,
  }));
  return { parts, digest };
}

/** What is wrong with an image itself. @throws any other error */
function asProblem(error: unknown, { name }: Target, io: ActionIo): Problem {
  if (error instanceof RegistryError) return problemOf("no-target", name, `cannot be pulled: ${error.message}`, io);
  if (!(error instanceof ReportError)) throw error;
  return problemOf(/no space left/i.test(error.message) ? "disk-full" : "no-target", name, error.message, io);
}

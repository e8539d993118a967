import { dirname } from "node:path";
import type { Finding } from "@jessy-actions/security/findings/finding";
import type { SbomPackage } from "@jessy-actions/security/sbom/sbom";
import type { Scanner } from "../../inputs.ts";
import type { Problem } from "../../targets/problem.ts";
import type { UnreadFile } from "../running/run-log.ts";
import { javaArchives } from "./file-kinds.ts";
import type { ScannedFiles } from "./set-aside.ts";
import { makeShadow } from "./shadow-folder.ts";

/** What Java archives of a folder hold. */
export interface ArchiveScan {
  readonly findings: readonly Finding[];
  readonly packages: readonly SbomPackage[];
  readonly unread: readonly UnreadFile[];
}

/**
 * `trivy fs` passes over jars and says nothing of them; `trivy rootfs` reads them, here in a folder of their own. Without
 * archives nothing is run.
 */
export async function scanArchives(
  { path, isFile, survey, shadow, run }: ScannedFiles,
  scanners: readonly Scanner[],
): Promise<ArchiveScan | { readonly problem: Problem }> {
  const archives = javaArchives(survey.files);
  const ofPackages = scanners.filter((scanner) => scanner === "vuln" || scanner === "license");
  if (archives.length === 0 || ofPackages.length === 0) return { findings: [], packages: [], unread: [] };
  makeShadow(isFile ? dirname(path) : path, archives, [], shadow);
  const outcome = await run({ command: "rootfs", artifact: shadow, scanners: ofPackages });
  return "problem" in outcome ? outcome : { ...outcome.report, unread: outcome.unread };
}

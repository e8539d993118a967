import type { ActionIo } from "@jessy-actions/kit/action/io";
import { gateState } from "@jessy-actions/kit/action/state";
import { buildImages } from "./building/build-images.ts";
import { askBuildxVersion, type BuildxVersion } from "./building/probe-engine.ts";
import type { Inputs } from "./inputs.ts";
import { runScan } from "./inspection/run-scan.ts";
import { restoreMounts, saveMounts } from "./mounts/keep-mounts.ts";
import { openLogin } from "./pushing/login.ts";
import { mergeImages } from "./pushing/merge-images.ts";
import { promoteImages } from "./pushing/promote-images.ts";
import { pushImages } from "./pushing/push-images.ts";
import type { Result } from "./result.ts";
import { verifyImages } from "./signing/verify-images.ts";
import { judge } from "./verdict.ts";

/** Builds, looks, pushes and signs, in this order for all images: nothing leaves before everything was looked at. */
export async function execute(result: Result, inputs: Inputs, io: ActionIo): Promise<Result> {
  if (result.dryRun) return result;
  if (leavesAsIs(result)) return judge(result, true);
  io.saveState(gateState, { gate: inputs.name });
  // While other things happen; a version that was asked before is known.
  const buildx: Promise<BuildxVersion> =
    result.buildx === null && result.mode === "build"
      ? askBuildxVersion(io.workspace, io.environment)
      : Promise.resolve({ version: result.buildx ?? "0" });
  const login = await openLogin(inputs, result.planning, io, async () => hasScopes(await buildx));
  switch (result.mode) {
    case "verify":
      return judge(await verifyImages(result, login), true);
    case "promote":
      return judge(await promoteImages(result, inputs, io, login), true);
    case "merge":
      return judge(await mergeImages(result, inputs, io, login), true);
    case "build": {
      const run = { workspace: io.workspace, builder: inputs.builder, environment: login.environment };
      const restored = await restoreMounts(result.planning, run, io.log);
      const built = await buildImages(result, inputs, io, login.environment, buildx);
      const scanned = built.failure === undefined ? await runScan(built.images, inputs, io) : [];
      const pushed = await pushImages({ ...result, buildx: built.buildx }, built, scanned, inputs, io, login);
      return judge(await saveMounts(pushed, { used: built.usedMounts, restored }, run, io.log), true);
    }
  }
}

/** A run that must not push has nothing to promote, and its halves have nothing to merge. */
function leavesAsIs({ mode, planning: { pushes } }: Result): boolean {
  return (mode === "promote" || mode === "merge") && !pushes;
}

/** Credentials for a single repository: buildx has them since 0.31 (docker/buildx#3447). */
function hasScopes(buildx: BuildxVersion): boolean {
  const [major = 0, minor = 0] = "version" in buildx ? buildx.version.split(".").map(Number) : [];
  return major > 0 || minor >= 31;
}

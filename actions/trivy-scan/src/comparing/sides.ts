import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Advisories, Audit } from "../advisories/audit.ts";
import { isAudited } from "../advisories/audited-paths.ts";
import type { TargetFacts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { ScanOutcome } from "../scanning/scan.ts";
import type { Scanner } from "../scanning/scanner.ts";
import { IN_REPOSITORY, type Target } from "../targets/target.ts";
import type { Base } from "./base.ts";
import { checkOutBase } from "./base-checkout.ts";
import { isHistoryError } from "./history-error.ts";
import { markSecrets } from "./secret-marks.ts";
import { targetAtBase } from "./target-at-base.ts";
import { isTouched } from "./touched.ts";

export interface Sides {
  /** As it was given, or why its files cannot be had. */
  readonly base: Base;
  readonly targets: readonly TargetFacts[];
  readonly audit: { readonly head: Audit; readonly base: Audit | undefined };
}

/** What both sides are looked at by. */
export interface Looking {
  readonly scanner: Pick<Scanner, "scan">;
  readonly advisories: Pick<Advisories, "audit">;
}

/**
 * Scans and audits the workspace, and the base where it may give another answer: by the same tool and the same
 * databases, so what became known today is in both. The base is checked out once, and only when something needs it.
 *
 * @param files tracked in the workspace.
 */
export async function scanSides(
  wanted: Base,
  files: readonly string[],
  { scanner, advisories }: Looking,
  inputs: Inputs,
  io: ActionIo,
): Promise<Sides> {
  const { base, root } = await openBase(wanted, inputs, io);
  const key = randomBytes(32);
  const scan = async (target: Target, folder: string): Promise<ScanOutcome> => {
    const outcome = await scanner.scan(target, folder);
    if ("problem" in outcome || !isInRepository(target)) return outcome;
    const { scan: found } = outcome;
    return { scan: { ...found, findings: markSecrets(found.findings, join(folder, target.location), key) } };
  };
  const scanBase = async (target: Target): Promise<TargetFacts["base"]> => {
    if (base.state === "none") return "none";
    if (!isInRepository(target))
      return target.base === undefined ? "none" : scan({ ...target, location: target.base }, io.workspace);
    if (root === undefined || !isTouched(target, base.changed, inputs.scanners, inputs)) return "unchanged";
    const before = targetAtBase(target, base.renames, (path) => existsSync(join(root, path)));
    return scan(before, root);
  };
  const auditBase = async (head: Audit): Promise<Audit | undefined> => {
    if (base.state === "none") return undefined;
    if (root === undefined || !base.changed.some(isAudited)) return head;
    return advisories.audit(root, await (await io.git()).filesOf(base.commit), "base");
  };

  const targets: TargetFacts[] = [];
  for (const target of inputs.targets)
    targets.push({ target, head: await scan(target, io.workspace), base: await scanBase(target) });
  const head = await advisories.audit(io.workspace, files, "head");
  return { base, targets, audit: { head, base: await auditBase(head) } };
}

/** @returns the root of its files, where a target or a lock may have another answer there. */
async function openBase(
  base: Base,
  { targets, scanners, skipFolders, skipFiles }: Inputs,
  io: ActionIo,
): Promise<{ readonly base: Base; readonly root: string | undefined }> {
  if (base.state === "none") return { base, root: undefined };
  const { changed, commit } = base;
  const isNeeded =
    changed.some(isAudited) ||
    targets.some(
      (target) => isInRepository(target) && isTouched(target, changed, scanners, { skipFolders, skipFiles }),
    );
  if (!isNeeded) return { base, root: undefined };
  try {
    return { base, root: await checkOutBase(commit, io) };
  } catch (error) {
    if (!isHistoryError(error)) throw error;
    return { base: { state: "none", cause: "no-base", reason: error.message }, root: undefined };
  }
}

const isInRepository = ({ kind }: Target): boolean => IN_REPOSITORY.includes(kind);

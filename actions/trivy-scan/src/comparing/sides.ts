import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Advisories, Audit } from "../advisories/audit.ts";
import type { TargetFacts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { Scanner } from "../scanning/scanner.ts";
import { IN_REPOSITORY, type Target } from "../targets/target.ts";
import type { Base } from "./base.ts";
import { checkOutBase } from "./base-checkout.ts";
import { targetAtBase } from "./target-at-base.ts";
import { isTouched } from "./touched.ts";

export interface Sides {
  readonly targets: readonly TargetFacts[];
  readonly audit: { readonly head: Audit; readonly base: Audit | undefined };
}

/**
 * Scans and audits the workspace, and the base where it may give another answer: by the same tool and the same
 * databases, so what became known today is in both. The base is checked out once, and only when something needs it.
 *
 * @param files tracked in the workspace.
 */
export async function scanSides(
  base: Base,
  files: readonly string[],
  { scanner, advisories }: { readonly scanner: Scanner; readonly advisories: Advisories },
  inputs: Inputs,
  io: ActionIo,
): Promise<Sides> {
  let folder: Promise<string> | undefined;
  const baseFolder = (commit: string): Promise<string> => {
    folder ??= checkOutBase(commit, io);
    return folder;
  };

  const scanBase = async (target: Target): Promise<TargetFacts["base"]> => {
    if (base.state === "none") return "none";
    if (!IN_REPOSITORY.includes(target.kind)) {
      if (target.base === undefined) return "none";
      return scanner.scan({ ...target, location: target.base }, io.workspace);
    }
    if (!isTouched(target, base.changed, inputs.scanners, inputs)) return "unchanged";
    const root = await baseFolder(base.commit);
    return scanner.scan(
      targetAtBase(target, base.renames, (path) => existsSync(join(root, path))),
      root,
    );
  };

  const auditBase = async (head: Audit): Promise<Audit | undefined> => {
    if (base.state === "none") return undefined;
    if (!base.changed.some(isAudited)) return head;
    const root = await baseFolder(base.commit);
    return advisories.audit(root, await (await io.git()).filesOf(base.commit), "base");
  };

  const targets: TargetFacts[] = [];
  for (const target of inputs.targets) {
    const head = await scanner.scan(target, io.workspace);
    targets.push({ target, head, base: await scanBase(target) });
  }
  const head = await advisories.audit(io.workspace, files, "head");
  return { targets, audit: { head, base: await auditBase(head) } };
}

/** What an audit reads; a folder that git does not track may hold it. */
function isAudited(path: string): boolean {
  return /(?:^|\/)(?:Cargo\.lock|go\.mod|go\.sum)$|\/$/.test(path);
}

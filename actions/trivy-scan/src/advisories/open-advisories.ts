import type { ActionIo } from "@jessy-actions/kit/action/io";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Inputs } from "../inputs.ts";
import type { Advisories, Audit } from "./audit.ts";
import { auditLocks } from "./audit-locks.ts";
import { openIndex } from "./crates-index/open-index.ts";
import { openGovulncheck } from "./govulncheck/open-govulncheck.ts";
import { lockFiles, type Scope } from "./lock-files.ts";
import { openRustSec } from "./rustsec/open-rustsec.ts";

/**
 * The advisory database of RustSec, the index of crates.io and the files of govulncheck, as far as a run needs them: a
 * repository without a Cargo.lock asks nobody.
 *
 * @param files tracked in the workspace, which is the repository's root. @throws UserError when a database that is
 * needed is not available.
 */
export async function openAdvisories(
  inputs: Scope & Pick<Inputs, "advisories">,
  files: readonly string[],
  io: ActionIo,
): Promise<Advisories> {
  const { advisories } = inputs;
  const govulncheck = await openGovulncheck(advisories.govulncheck, files, inputs.targets, io);
  const hasLocks = advisories.rustsec && lockFiles(files, inputs).length > 0;
  const rustsec = hasLocks ? await openRustSec(advisories, files, io) : undefined;
  const index = hasLocks && advisories.index !== undefined ? await openIndex(advisories.index, files, io) : undefined;
  return {
    databases: [
      ...(rustsec === undefined ? [] : [rustsec.about]),
      ...(index === undefined ? [] : [index.about]),
      ...govulncheck.databases,
    ],
    audit: async (folder, tracked, side) => {
      const { findings, problems } =
        side === "head" ? govulncheck.head : { findings: govulncheck.atBase(folder, tracked), problems: [] };
      const locks =
        rustsec === undefined ? NOTHING : await auditLocks(folder, tracked, { rustsec, index, scope: inputs });
      for (const { file, judged } of locks.locks)
        io.log.info(`${side === "head" ? "" : "base: "}${file}: ${counted(judged, "package")} of crates.io`);
      return {
        findings: [...locks.findings, ...findings],
        locks: locks.locks,
        problems: [...locks.problems, ...problems],
      };
    },
  };
}

/** A base may have locks that the head removed: they are gone, and nothing is new about them. */
const NOTHING: Audit = { findings: [], locks: [], problems: [] };

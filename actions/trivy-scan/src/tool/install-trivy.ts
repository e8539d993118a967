import { rmSync } from "node:fs";
import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { ArchiveError } from "@jessy-actions/kit/download/archive-error";
import { extractProgram } from "@jessy-actions/kit/download/extract-program";
import { architectureOf, systemOf } from "@jessy-actions/kit/runner/environment";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import type { Inputs } from "../inputs.ts";
import { INCIDENT } from "./denied.ts";
import { findInstalled } from "./installed-trivy.ts";
import { KNOWN_TRIVY, type KnownTrivy } from "./known-trivy.ts";
import { chooseRelease, type Release } from "./release.ts";
import { platformOf, platformWords } from "./release-platform.ts";
import type { Tool } from "./tool.ts";
import { fetchArchive } from "./verified-archive.ts";

/** Trivy has about 160 MB. */
const MAX_PROGRAM_BYTES = 600_000_000;

/**
 * A Trivy that was verified: from the cache, else from its release.
 *
 * @param known for tests. @throws UserError that says what is wrong with it, or with the network.
 */
export async function installTrivy(
  inputs: Inputs["tool"],
  io: ActionIo,
  known: KnownTrivy = KNOWN_TRIVY,
): Promise<Tool> {
  const folder = join(io.temporary, "trivy");
  // Nothing of an earlier run, and no link to somewhere else.
  rmSync(folder, { recursive: true, force: true });
  if (inputs.installed !== undefined) {
    if (inputs.sha256 !== undefined || inputs.url !== undefined)
      throw new UserError(
        "input `trivy-path`: nothing is downloaded with it, so `trivy-sha256` and `trivy-url` would say nothing; remove them, or `trivy-path`",
      );
    const tool = await findInstalled(inputs.installed, folder, known, io);
    io.log.info(`Trivy ${tool.version}, installed as ${tool.path} and not verified, SHA-256 ${tool.sha256}`);
    return tool;
  }
  const { environment } = io;
  const machine = platformOf(systemOf(environment), architectureOf(environment));
  if ("problem" in machine) throw new UserError(machine.problem);
  const release = chooseRelease(inputs, machine.platform, known);
  if ("problems" in release) throw new UserErrors(release.problems);
  return io.log.group("Installing Trivy", () => install(release, { folder, isCached: inputs.cache, known }, io));
}

async function install(release: Release, source: Parameters<typeof fetchArchive>[1], io: ActionIo): Promise<Tool> {
  const { version, platform, asset, sha256: expected } = release;
  const { bytes, origin } = await fetchArchive(release, source, io);
  const path = join(source.folder, asset.program);
  let sha256: string;
  try {
    const program = { archive: bytes, format: asset.format, name: asset.program, path, maxBytes: MAX_PROGRAM_BYTES };
    sha256 = await extractProgram(program);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw new UserError(`Trivy ${version} is not used: \`${asset.name}\` is not as Aqua makes it: ${error.message}`);
  }
  const what = source.known.denied[sha256];
  if (what !== undefined) {
    rmSync(path);
    throw new UserError(
      `Trivy ${version} is not used: \`${asset.name}\` holds ${what}, which is malicious (${INCIDENT})`,
    );
  }
  io.log.info(
    `Trivy ${version} for ${platformWords(platform)}, ${origin}; its archive has the SHA-256 ${expected}, as it must`,
  );
  return { version, path, origin, sha256 };
}

import type { ActionIo } from "@jessy-actions/kit/action/io";
import { gateState } from "@jessy-actions/kit/action/state";
import { runActor } from "@jessy-actions/kit/runner/environment";
import { judgeEmptyLogins, missingSecrets } from "@jessy-actions/kit/runner/run-secrets";
import { UserError } from "@jessy-actions/reading/user-error";
import { openAdvisories } from "./advisories/open-advisories.ts";
import { findBase } from "./comparing/find-base.ts";
import { scanSides } from "./comparing/sides.ts";
import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { readExploitation } from "./policy/read-exploitation.ts";
import { readPolicy } from "./policy/read-policy.ts";
import { Scanner } from "./scanning/scanner.ts";
import { IN_REPOSITORY } from "./targets/target.ts";
import { installTrivy } from "./tool/install-trivy.ts";

/** Everything that is read before the decision: the tool, the databases, both sides' scans and policies. */
export async function collect(inputs: Inputs, io: ActionIo): Promise<Facts> {
  if (inputs.credential !== undefined) io.log.mask(inputs.credential.password);
  io.saveState(gateState, { gate: inputs.name });
  const event = io.event();
  const { repository, serverUrl, ref, pullRequest } = event;
  const empty = inputs.emptyLogin === undefined ? [] : [inputs.emptyLogin];
  for (const note of judgeEmptyLogins(empty, missingSecrets(event, runActor(io.environment)))) io.log.info(note);
  const { commit, files } = await readRepository(inputs, io);
  const wanted = await findBase(inputs, io);
  const policy = await readPolicy(inputs, wanted, io);
  const exploitation = readExploitation(inputs.exploitation, io);
  const tool = await installTrivy(inputs.tool, io);
  const advisories = await openAdvisories(inputs, files, io);
  const scanner = await Scanner.open(tool, inputs, io);
  const { base, targets, audit } = await scanSides(wanted, files, { scanner, advisories }, inputs, io);
  return {
    now: Date.now(),
    commit,
    repository,
    serverUrl,
    ref,
    fork: pullRequest?.fork ?? false,
    base,
    tool,
    network: scanner.network,
    databases: [...scanner.databases, ...advisories.databases],
    targets,
    audit,
    policy,
    exploitation,
  };
}

/** Images can be scanned without a checkout. @throws UserError where a target is in the repository, and there is none. */
async function readRepository(
  { targets }: Pick<Inputs, "targets">,
  io: ActionIo,
): Promise<{ readonly commit: string; readonly files: readonly string[] }> {
  const git = await io.git();
  try {
    return { files: await git.listFiles(), commit: (await git.resolve("HEAD")) ?? "" };
  } catch (error) {
    if (!(error instanceof UserError) || targets.some(({ kind }) => IN_REPOSITORY.includes(kind))) throw error;
    return { files: [], commit: io.event().sha };
  }
}

import type { ActionIo } from "@jessy-actions/kit/action/io";
import { gateState } from "@jessy-actions/kit/action/state";
import { runPath } from "@jessy-actions/kit/runner/environment";
import type { Connected, Remote } from "../connecting/remote.ts";
import type { Facts } from "../facts.ts";
import { resolveImage } from "../images/resolve-image.ts";
import type { Inputs } from "../inputs.ts";
import { modeScripts } from "../modes/mode-scripts.ts";
import { releaseOf } from "../planning/release-of.ts";
import { releaseTree } from "../transfer/open-transfer.ts";
import { checkHosts } from "./check-hosts.ts";

/** What opening one connection to every host came to, by the names of hosts. */
export interface OpenedFleet {
  readonly remote: Pick<Remote, "run">;
  readonly connections: ReadonlyMap<string, Connected>;
}

export type OpenFleet = (inputs: Inputs, io: ActionIo) => Promise<OpenedFleet>;

/** Everything that is known before anything is written: what is deployed, and how every host is. */
export async function gatherFacts(inputs: Inputs, io: ActionIo, open: OpenFleet): Promise<Facts> {
  for (const secret of secretsOf(inputs)) if (secret.trim() !== "") io.log.mask(secret);
  // Before there are keys on the disk.
  io.saveState(gateState, { gate: inputs.name });
  const now = Date.now();
  const { repository, serverUrl, sha } = io.event();
  const { deploy } = inputs;
  const image = "image" in deploy && deploy.image !== undefined ? await resolveImage(deploy.image, io) : null;
  const tree = releaseTree(inputs, io);
  const checkedOut = await (await io.git()).resolve("HEAD");
  const commit = checkedOut ?? sha;
  const run = runOf(io);
  const release = releaseOf(inputs, { now, commit, image, tree, runId: run.id, runAttempt: run.attempt });
  const scripts = modeScripts(inputs, release, image);
  const { remote, connections } = await io.log.group("Connect", () => open(inputs, io));
  const hosts = await io.log.group("Preflight", () =>
    checkHosts(inputs, connections, inputs.hosts, scripts, { remote, log: io.log }),
  );
  return {
    now,
    commit,
    repository,
    serverUrl,
    runUrl: `${serverUrl}/${repository.owner}/${repository.name}${run.path === "" ? "" : `/${run.path}`}`,
    runId: run.id,
    runAttempt: run.attempt,
    release,
    hosts,
    image,
    record: { state: "not-asked", id: null, note: "" },
    files: tree === undefined ? null : { count: tree.files.length, bytes: tree.bytes },
    notes:
      checkedOut === undefined || checkedOut === sha || sha === ""
        ? []
        : [`What is checked out is \`${checkedOut.slice(0, 10)}\`, and the run is of \`${sha.slice(0, 10)}\`.`],
  };
}

/** Hidden from now on in everything that the run writes. */
function secretsOf({ ssh, secretValues, deploy }: Inputs): readonly string[] {
  const { privateKey, passphrase, jumpKey, jumpPassphrase } = ssh;
  const password = "image" in deploy ? (deploy.image?.password ?? "") : "";
  return [privateKey, passphrase, jumpKey, jumpPassphrase, password, ...secretValues];
}

/** Outside of a run, as on a laptop, every value is the least. */
function runOf({ environment }: Pick<ActionIo, "environment">): { id: string; attempt: number; path: string } {
  const path = runPath(environment) ?? "";
  const [, id = "0", attempt = "1"] = /runs\/(\d+)\/attempts\/(\d+)$/.exec(path) ?? [];
  return { id, attempt: Number(attempt), path };
}

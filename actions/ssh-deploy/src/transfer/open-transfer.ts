import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { pickEnvironment } from "@jessy-actions/kit/process/environment";
import { findExecutable } from "@jessy-actions/kit/process/executable";
import type { Inputs } from "../inputs.ts";
import { readProject } from "./read-project.ts";
import { readTree, type Tree } from "./read-tree.ts";
import { type SendSettings, sendTree } from "./send-tree.ts";
import type { Transfer } from "./transfer.ts";

/** `execute` gets no facts: what `collect` has read of a run is kept for it. */
const trees = new WeakMap<object, Tree>();

/**
 * What a release holds; undefined for modes that have no files. Read once a run.
 *
 * @throws UserErrors for what no release can hold
 */
export function releaseTree({ deploy }: Pick<Inputs, "deploy">, io: Pick<ActionIo, "workspace">): Tree | undefined {
  if (deploy.mode !== "files" && deploy.mode !== "compose") return undefined;
  const tree = trees.get(io) ?? treeOf(deploy, io.workspace);
  trees.set(io, tree);
  return tree;
}

/** The way of a release to the hosts; undefined for modes that have no files. @throws UserErrors as `releaseTree`. */
export function openTransfer(
  inputs: Inputs,
  release: string,
  io: Pick<ActionIo, "workspace" | "environment">,
): Transfer | undefined {
  const { deploy } = inputs;
  const tree = releaseTree(inputs, io);
  if (tree === undefined) return undefined;
  const environment = pickEnvironment(io.environment, /^LD_LIBRARY_PATH$/);
  const settings: SendSettings = {
    path: inputs.path,
    release,
    transfer: deploy.mode === "files" ? deploy.transfer : "tar",
    hasRsync: "path" in findExecutable("rsync", { cwd: io.workspace, environment }),
    environment,
    workspace: io.workspace,
    timeout: inputs.timeouts.script,
  };
  return {
    files: tree.files.length,
    bytes: tree.bytes,
    send: (remote, host, options) => sendTree(tree, settings, remote, host, options),
  };
}

function treeOf(deploy: Extract<Inputs["deploy"], { mode: "files" | "compose" }>, workspace: string): Tree {
  if (deploy.mode === "files") return readTree(join(workspace, deploy.source), deploy.exclude, deploy.source);
  return readProject(workspace, deploy.files, deploy.envFile);
}

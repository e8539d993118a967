/**
 * Compares our tags and labels with those of docker/metadata-action, as it ships, on random events and inputs. Ours may refuse what theirs
 * makes an invalid or dangerous reference of; every kind of difference is counted, and one that is not expected is an error.
 *
 *   METADATA_ACTION=FOLDER npm run proof:tags -- [--runs N] [--seed N]
 *
 * The folder is a checkout of docker/metadata-action; nothing of it is part of this repository.
 */
import { once } from "node:events";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { readMetadataOptions, usesHeadSha } from "../../actions/docker-build-push/src/planning/metadata-options.ts";
import { eventContext } from "../../packages/images/src/tags/build-context.ts";
import { imageMetadata, metadataOutputs } from "../../packages/images/src/tags/metadata.ts";
import { parseTagInputs } from "../../packages/images/src/tags/tag-inputs.ts";
import { linesOf } from "../../packages/images/testing/build-context.ts";
import { UserError } from "../../packages/reading/src/user-error.ts";
import { type MetadataCase, metadataCase } from "./cases.ts";
import type { PeerAnswer, PeerRun } from "./peer.ts";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "3000" }, seed: { type: "string", default: "1" } },
});
const folder = process.env.METADATA_ACTION;
if (folder === undefined) throw new Error("METADATA_ACTION must name a checkout of docker/metadata-action");

type Outputs = Readonly<Record<string, string>>;

function ours({ inputs, event, repository, variables, now, commitDate }: MetadataCase): Outputs | string {
  try {
    const facts = eventContext({
      eventName: event.name,
      ref: event.ref,
      sha: event.sha,
      payload: event.payload,
      usesHeadSha: usesHeadSha(variables),
    });
    const context = {
      ...facts,
      commitDate: facts.commitDate ?? commitDate,
      now,
      repository: {
        name: String(repository.name),
        description: String(repository.description),
        htmlUrl: String(repository.html_url),
        licence: "MIT",
        defaultBranch: "main",
      },
    };
    const { json, version, ...lists } = metadataOutputs(
      imageMetadata(parseTagInputs(linesOf(inputs)), context, readMetadataOptions(variables)),
    );
    const joined = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.join("\n")]));
    return { ...joined, version, json: JSON.stringify(json) };
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

const REFERENCE =
  /^(?:(?:[a-z0-9.-]+(?::[0-9]+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*:)?\w[\w.-]{0,127}$/;

/** The kinds of differences that docs/image-tags.md lists; undefined: not one of them. */
function kindOf({ inputs }: MetadataCase, own: Outputs | string, peer: PeerAnswer): string | undefined {
  const tags = peer.outputs.tags?.split("\n").filter((tag) => tag !== "") ?? [];
  if (tags.some((tag) => !REFERENCE.test(tag))) return "theirs gives an invalid reference";
  if (typeof own === "string") {
    if (peer.error !== undefined) return "both refuse";
    if (/is not an image/.test(own)) return "theirs takes an image that is not valid";
    if (/names two images/.test(own)) return "theirs drops an image";
    return undefined;
  }
  if (peer.error !== undefined) return undefined;
  const names = ["version", "tags", "tag-names", "labels", "annotations", "json"];
  if (names.every((name) => own[name] === (peer.outputs[name] ?? ""))) return "equal";
  const isDisabled = own.tags === "" && /enable=false/.test(inputs.images);
  if (isDisabled && own["tag-names"] === peer.outputs["tag-names"]) return "all images are disabled";
  return undefined;
}

/** Few enough that a thread's memory lasts. */
const BATCH = 150;

const peerRun = ({ inputs, event, repository, variables, now }: MetadataCase): PeerRun => ({
  inputs: { ...inputs },
  variables: { ...variables, GITHUB_EVENT_NAME: event.name, GITHUB_REF: event.ref, GITHUB_SHA: event.sha },
  event: event.payload,
  repository,
  now,
});

async function answers(runs: readonly PeerRun[]): Promise<readonly PeerAnswer[]> {
  const worker = new Worker(new URL("./peer-worker.ts", import.meta.url), { workerData: { folder, runs } });
  const [given] = await once(worker, "message");
  await worker.terminate();
  return given as readonly PeerAnswer[];
}

const counts = new Map<string, number>();
let unexpected = 0;
const cases = fc.sample(metadataCase, { numRuns: Number(values.runs), seed: Number(values.seed) });
for (let start = 0; start < cases.length; start += BATCH) {
  const batch = cases.slice(start, start + BATCH);
  const given = await answers(batch.map(peerRun));
  for (const [at, each] of batch.entries()) {
    const theirs = given[at]!;
    const own = ours(each);
    const kind = kindOf(each, own, theirs) ?? "not expected";
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (kind !== "not expected" || ++unexpected > 20) continue;
    const difference = { case: each, ours: own, theirs: { error: theirs.error, ...theirs.outputs } };
    process.stdout.write(`${JSON.stringify(difference, undefined, 1)}\n`);
  }
  const soFar = [...counts].map(([kind, count]) => `${count} ${kind}`).join(", ");
  process.stderr.write(`${start + batch.length} of ${cases.length}: ${soFar}\n`);
}
for (const [kind, count] of counts) process.stdout.write(`${String(count).padStart(6)} ${kind}\n`);
process.exitCode = unexpected === 0 ? 0 : 1;

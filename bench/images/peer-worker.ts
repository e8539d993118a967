/** A thread that answers a batch of runs. Each evaluates the peer's whole bundle, and what one leaves behind ends with the thread. */
import { parentPort, workerData } from "node:worker_threads";
import { MetadataAction, type PeerAnswer, type PeerRun } from "./peer.ts";

const { folder, runs } = workerData as { readonly folder: string; readonly runs: readonly PeerRun[] };
const peer = new MetadataAction(folder);
await peer.listen();
const answers: PeerAnswer[] = [];
for (const run of runs) answers.push(await peer.run(run));
peer.close();
parentPort!.postMessage(answers);

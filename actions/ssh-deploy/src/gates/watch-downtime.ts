import type { Host } from "@jessy-actions/deployment/hosts/host";
import { addressesOf } from "@jessy-actions/kit/probe/addresses";
import { type ProbeRequest, probe } from "@jessy-actions/kit/probe/probe";
import type { Clock, DowntimeWatch } from "../deploying/parts.ts";
import type { Inputs } from "../inputs.ts";
import { addressUrl } from "./ask-runner.ts";
import { Outages } from "./outages.ts";

/** Milliseconds from the start of one request to the next. */
const INTERVAL = 50;
/** Milliseconds after which a request is lost. */
const TIMEOUT = 2000;
/** Hosts that are asked all the time; more would measure the runner. */
const MOST_TARGETS = 20;

/** Somebody to ask: the service as its users reach it, or one host of it. */
export interface Target {
  readonly url: URL;
  readonly host: Host | undefined;
}

/** Asks once. @returns whether it was answered. */
export type AskTarget = (target: Target, signal: AbortSignal) => Promise<boolean>;

type WatchInputs = Pick<Inputs, "probeUrl" | "gates" | "hosts">;

/** Whom a probe asks during the switches; empty: there is nothing that the runner can ask. Pure. */
export function downtimeTargets({ probeUrl, gates, hosts }: WatchInputs): readonly Target[] {
  if (probeUrl !== undefined) return [{ url: new URL(probeUrl), host: undefined }];
  const gate = gates.find((each) => each.kind === "http" && each.from === "runner" && each.check.method === "GET");
  if (gate?.kind !== "http") return [];
  return hosts.slice(0, MOST_TARGETS).map((host) => ({ url: new URL(gate.check.url), host }));
}

/** What starts a watch; undefined: there is nothing that the runner can ask. */
export function downtimeWatcher(inputs: WatchInputs, clock: Clock): (() => DowntimeWatch) | undefined {
  const targets = downtimeTargets(inputs);
  return targets.length === 0 ? undefined : () => watchDowntime(targets, clock);
}

/** Starts to ask all targets, each with a fresh connection every 50 ms, until it is stopped. */
export function watchDowntime(targets: readonly Target[], clock: Clock, ask: AskTarget = askTarget): DowntimeWatch {
  const stopping = new AbortController();
  const watched = targets.map((target) => ({ target, outages: new Outages() }));
  const running = watched.map(async ({ target, outages }) => {
    while (!stopping.signal.aborted) {
      const at = clock.now();
      const isAnswered = await ask(target, stopping.signal).catch(() => undefined);
      // Whether the last one would have been answered, nobody knows.
      if (isAnswered === undefined || (stopping.signal.aborted && !isAnswered)) break;
      outages.add({ at, until: clock.now(), isAnswered });
      await clock.wait(Math.max(0, at + INTERVAL - clock.now()), stopping.signal).catch(() => undefined);
    }
  });
  return {
    async stop() {
      stopping.abort(new Error("the switches are over"));
      await Promise.all(running);
      const known = watched.map(({ outages }) => outages).filter(({ requests }) => requests > 0);
      // No service answered before or after: there was none that could be down.
      if (known.length === 0) return null;
      return {
        requests: known.reduce((sum, { requests }) => sum + requests, 0),
        lost: known.reduce((sum, { lost }) => sum + lost, 0),
        milliseconds: Math.ceil(Math.max(...known.map(({ milliseconds }) => milliseconds))),
      };
    },
  };
}

/** An error of the server is an answer that nobody wanted; a refusal or a redirect is the service at work. */
async function askTarget({ url, host }: Target, signal: AbortSignal): Promise<boolean> {
  const addresses = host === undefined ? undefined : await addressesOf(addressUrl(host), undefined, TIMEOUT);
  if (addresses !== undefined && "kind" in addresses) return false;
  const request: ProbeRequest = {
    method: "GET",
    url,
    headers: [["cache-control", "no-cache"]],
    body: undefined,
    address: addresses?.[0],
    family: undefined,
    timeout: TIMEOUT,
    maxBodyBytes: 1024,
    redirect: "none",
    certificateAuthority: undefined,
    allowsMetadata: false,
  };
  const outcome = await probe(request, signal);
  return outcome.kind === "answer" && outcome.status < 500;
}

import type { Connected } from "../src/connecting/remote.ts";
import type { Facts, HostFacts, Preflight } from "../src/facts.ts";
import type { Inputs } from "../src/inputs.ts";
import { BEFORE, COMMIT, RELEASE } from "./example-result.ts";

export function examplePreflight(changes: Partial<Preflight> = {}): Preflight {
  return {
    duration: 41,
    problems: [],
    serving: BEFORE,
    previous: null,
    freeKilobytes: 21_000_000,
    freeInodes: 1_000_000,
    tools: ["tar"],
    lock: null,
    leftover: null,
    isUnchanged: false,
    ...changes,
  };
}

export const CONNECTED: Connected = { state: "connected", duration: 312 };

/** Facts of these inputs, whose hosts are all well, but for what a test says of one by its name. */
export function factsOf(
  { hosts }: Pick<Inputs, "hosts">,
  of: Readonly<Record<string, Partial<HostFacts>>> = {},
  changes: Partial<Facts> = {},
): Facts {
  return {
    now: Date.UTC(2026, 10, 28, 10, 15),
    commit: COMMIT,
    repository: { owner: "acme", name: "jessy" },
    serverUrl: "https://github.com",
    runUrl: "https://github.com/acme/jessy/actions/runs/77/attempts/1",
    runId: "77",
    runAttempt: 1,
    release: RELEASE,
    hosts: hosts.map((host) => ({ host, connection: CONNECTED, preflight: examplePreflight(), ...of[host.name] })),
    image: null,
    record: { state: "not-asked", id: null, note: "" },
    files: { count: 3000, bytes: 12_000_000 },
    notes: [],
    ...changes,
  };
}

import { type ProbeAnswer, type ProbeFailure, type ProbeRequest, probe } from "../src/probe/probe.ts";
import type { ScriptedServer } from "./scripted-server.ts";

/** Servers of one test. */
export class Servers {
  readonly #all: ScriptedServer[] = [];

  async start(server: Promise<ScriptedServer>): Promise<ScriptedServer> {
    this.#all.push(await server);
    return server;
  }

  async close(): Promise<void> {
    for (const server of this.#all.splice(0)) await server.close();
  }
}

/** Probes with a minute of patience and nothing special. */
export function ask(
  url: string,
  request: Partial<ProbeRequest> = {},
  signal?: AbortSignal,
): Promise<ProbeAnswer | ProbeFailure> {
  const all: ProbeRequest = {
    method: "GET",
    url: new URL(url),
    headers: [],
    body: undefined,
    address: undefined,
    family: undefined,
    timeout: 60_000,
    maxBodyBytes: 1_048_576,
    redirect: "none",
    certificateAuthority: undefined,
    allowsMetadata: false,
    ...request,
  };
  return probe(all, signal);
}

/** @throws when there is none. */
export async function answered(url: string, request: Partial<ProbeRequest> = {}): Promise<ProbeAnswer> {
  const outcome = await ask(url, request);
  if (outcome.kind === "failure") throw new Error(outcome.message);
  return outcome;
}

/** @throws when there is an answer. */
export async function failed(url: string, request: Partial<ProbeRequest> = {}): Promise<ProbeFailure> {
  const outcome = await ask(url, request);
  if (outcome.kind === "answer") throw new Error(`an answer: ${outcome.status}`);
  return outcome;
}

type Done = (error: Error | null, addresses?: readonly { readonly address: string; readonly family: number }[]) => void;

/** What stands in for the machine's name lookup: these names, and the real one for all others. */
export function lookupOf(
  names: Readonly<Record<string, readonly string[]>>,
): (name: string, options: { readonly family: number }, done: Done) => void {
  const real = process.getBuiltinModule("node:dns").lookup as unknown as ReturnType<typeof lookupOf>;
  return (name, options, done) => {
    const known = names[name];
    if (known === undefined) return real(name, options, done);
    const found = known.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    const wanted = found.filter(({ family }) => options.family === 0 || options.family === family);
    if (wanted.length > 0) return done(null, wanted);
    return done(Object.assign(new Error(), { code: "ENOTFOUND" }));
  };
}

import { Attempt } from "./attempt.ts";
import { connect } from "./connect.ts";
import { limited } from "./limited.ts";
import { lookUp } from "./lookup.ts";
import type { ProbeFailure, ProbeTiming } from "./outcome.ts";
import { hostAndPort } from "./words.ts";

/** Something takes connections there. */
export interface OpenPort {
  readonly kind: "open";
  readonly address: string;
  readonly timing: ProbeTiming;
}

/**
 * Connects once, says nothing, and closes. Whatever keeps a connection from being made is the outcome.
 *
 * @param host a name or an IP address, without brackets. @param timeout milliseconds, of the lookup too.
 * @throws the reason of `signal`, and nothing else.
 */
export async function probePort(
  host: string,
  port: number,
  timeout: number,
  signal?: AbortSignal,
): Promise<OpenPort | ProbeFailure> {
  const attempt = new Attempt(hostAndPort(host, port));
  return limited(attempt, timeout, signal, async (): Promise<OpenPort> => {
    const addresses = await lookUp(host, undefined);
    attempt.mark("lookup");
    await connect(addresses, port, attempt);
    return { kind: "open", address: attempt.address ?? host, timing: attempt.timing() };
  });
}

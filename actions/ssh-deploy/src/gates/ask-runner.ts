import { judgeAnswer } from "@jessy-actions/deployment/checks/judge-answer";
import type { Host } from "@jessy-actions/deployment/hosts/host";
import { addressesOf } from "@jessy-actions/kit/probe/addresses";
import { probe } from "@jessy-actions/kit/probe/probe";
import { probePort } from "@jessy-actions/kit/probe/probe-port";
import type { Gate } from "../inputs.ts";
import { type Asking, seenOf } from "./ask-host.ts";
import { type Finding, failed, judged, PASSED } from "./finding.ts";

type RunnerGate = Extract<Gate, { from: "host" | "runner" }>;

const MAX_BODY_BYTES = 1_048_576;
/** Milliseconds for a connection to a port. */
const PORT_TIMEOUT = 5000;

/** Asks a gate once from the runner, at the host's own address: a name may lead to any host of the fleet. */
export async function askRunner(gate: RunnerGate, host: Host, asking: Asking): Promise<Finding> {
  const { version, now, timeout, signal } = asking;
  if (gate.kind === "tcp") {
    const port = await probePort(host.address, gate.port, Math.min(PORT_TIMEOUT, timeout), signal);
    return port.kind === "open" ? { ...PASSED, seen: "open" } : failed(port.message, { seen: port.failure });
  }
  const { check } = gate;
  const url = new URL(check.url);
  const limit = Math.min(check.timeout, timeout);
  const addresses = await addressesOf(addressUrl(host), undefined, limit);
  if ("kind" in addresses) return failed(addresses.message, { seen: addresses.failure });
  const outcome = await probe(
    {
      method: check.method,
      url,
      headers: check.headers,
      body: check.body,
      address: addresses[0],
      family: undefined,
      timeout: limit,
      maxBodyBytes: MAX_BODY_BYTES,
      redirect: check.redirect,
      certificateAuthority: undefined,
      allowsMetadata: false,
    },
    signal,
  );
  const seen = outcome.kind === "answer" ? seenOf(outcome.status, outcome.body) : { seen: outcome.failure };
  const isCut = timeout < check.timeout && outcome.kind === "failure" && outcome.failure === "timeout";
  return judged(judgeAnswer(check, outcome, { version, now }), { ...seen, isCut });
}

export function addressUrl({ address }: Host): URL {
  return new URL(`http://${address.includes(":") ? `[${address}]` : address}/`);
}

import type { Check } from "@jessy-actions/deployment/checks/check";
import { judgeAnswer } from "@jessy-actions/deployment/checks/judge-answer";
import type { Outcome } from "@jessy-actions/deployment/checks/outcome";
import { isSameVersion } from "@jessy-actions/deployment/checks/version-match";
import type { Host } from "@jessy-actions/deployment/hosts/host";
import type { RemoteScript, ScriptEnd } from "@jessy-actions/deployment/shell/remote-script";
import type { Remote } from "../connecting/remote.ts";
import type { Gate } from "../inputs.ts";
import { durationText } from "../rendering/duration-text.ts";
import { type Finding, failed, judged, PASSED } from "./finding.ts";
import { healthScript, readHealth } from "./health-script.ts";
import { httpScript, readAnswer } from "./http-script.ts";
import { portScript } from "./port-script.ts";

/** What gates need of a deployment. */
export interface Asking {
  readonly version: string | undefined;
  readonly environmentVariables: Readonly<Record<string, string>>;
  /** The name of the Compose project; undefined: another mode. */
  readonly project: string | undefined;
  /** Milliseconds that are left for this question. */
  readonly timeout: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly signal: AbortSignal;
}

type HostGate = Exclude<Gate, { from: "runner" }>;

/** Asks a gate once, on the host itself. */
export async function askHost(
  gate: HostGate,
  host: Host,
  remote: Pick<Remote, "run">,
  asking: Asking,
): Promise<Finding> {
  const end = await remote.run(host, scriptOf(gate, asking), { signal: asking.signal });
  if (end.kind === "lost") return failed(`the connection to the host was lost: ${end.message}`, { log: end.tail });
  if (end.kind === "timeout")
    return failed(`no answer in ${durationText(asking.timeout)}`, { log: end.tail, isCut: true });
  switch (gate.kind) {
    case "http":
      return readHttp(gate.check, end, asking);
    case "tcp":
      return readPort(end);
    case "health":
      return readHealth(gate.container, end);
    case "command":
      return readCommand(end, asking.version);
  }
}

function scriptOf(gate: HostGate, { environmentVariables, timeout, project }: Asking): RemoteScript {
  switch (gate.kind) {
    case "http":
      return httpScript(gate.check, Math.min(gate.check.timeout, timeout));
    case "tcp":
      return portScript(gate.port, timeout);
    case "health":
      return healthScript(gate.container, project, timeout);
    case "command":
      return { title: "gate", body: gate.script, environment: environmentVariables, timeout };
  }
}

type Exited = ScriptEnd & { readonly kind: "exited" };

function readHttp(check: Check, end: Exited, { version, now, timeout }: Asking): Finding {
  if (end.exitCode !== 0) return failed(`asking ended with exit code ${end.exitCode}`, { log: end.tail });
  const answer = readAnswer(end);
  if (answer.kind === "unfit") return failed(answer.message, { isFinal: true });
  // The host measures no phases: the whole script is the request's time, which is never too short.
  const timing = { lookup: undefined, connect: undefined, tls: undefined, firstByte: undefined, total: end.duration };
  const common = { address: "", timing };
  const outcome: Outcome =
    answer.kind === "answer"
      ? { ...answer, ...common, certificate: undefined, redirects: [] }
      : { ...answer, ...common, phase: "connect" };
  const seen = outcome.kind === "answer" ? seenOf(outcome.status, outcome.body) : { seen: outcome.failure };
  const isCut = timeout < check.timeout && outcome.kind === "failure" && outcome.failure === "timeout";
  return judged(judgeAnswer(check, outcome, { version, now }), { ...seen, isCut });
}

/** Characters of a body that a result keeps. */
const MAX_BODY_CHARACTERS = 4000;

export function seenOf(status: number, body: Uint8Array): Partial<Finding> {
  const text = Buffer.from(body.subarray(0, MAX_BODY_CHARACTERS * 4))
    .toString()
    .slice(0, MAX_BODY_CHARACTERS);
  return { seen: String(status), status, body: text };
}

function readPort({ exitCode, facts, tail }: Exited): Finding {
  if (facts.failure !== undefined) return failed(facts.failure, { isFinal: true });
  return exitCode === 0 ? { ...PASSED, seen: "open" } : failed("nothing takes connections", { log: tail });
}

/** A script may say by `fact version VALUE` what it found. */
function readCommand({ exitCode, facts, tail }: Exited, version: string | undefined): Finding {
  if (exitCode !== 0) return failed(`exit code ${exitCode}`, { log: tail });
  const found = facts.version;
  if (version === undefined || found === undefined || isSameVersion(found, version)) return { ...PASSED, log: tail };
  return failed(`the version is \`${found.slice(0, 80)}\`, not \`${version}\``, { log: tail });
}

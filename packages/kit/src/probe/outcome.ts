/** Milliseconds since the start of the request; undefined for what did not happen. */
export interface ProbeTiming {
  readonly lookup: number | undefined;
  readonly connect: number | undefined;
  readonly tls: number | undefined;
  readonly firstByte: number | undefined;
  readonly total: number;
}

export interface ProbeAnswer {
  readonly kind: "answer";
  readonly status: number;
  /** Lower-case names; several values are joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly isCut: boolean;
  /** That was connected to: of a proxy, when one was asked. */
  readonly address: string;
  readonly timing: ProbeTiming;
  readonly certificate: ProbeCertificate | undefined;
  /** The URLs that were redirected to, in order; of a query only that there is one. */
  readonly redirects: readonly string[];
}

export interface ProbeCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** Milliseconds since 1970. */
  readonly notAfter: number;
}

/** Why there is no answer. What a retry can mend is decided by the caller, by this class. */
export const PROBE_FAILURES = [
  "name", // the name does not resolve
  "refused", // nothing listens
  "unreachable", // no route, network down
  "reset", // the connection ended in the middle
  "timeout", // any phase took too long
  "certificate", // expired, wrong name, unknown issuer
  "certificate-not-yet-valid",
  "tls", // no common protocol, handshake failed
  "protocol", // not HTTP
  "redirect", // refused to follow, or too many
  "forbidden-address",
] as const;

export type ProbeFailureKind = (typeof PROBE_FAILURES)[number];

export interface ProbeFailure {
  readonly kind: "failure";
  readonly failure: ProbeFailureKind;
  /** One line, without credentials: `connection refused by 127.0.0.1:8080`. */
  readonly message: string;
  /** The phase in which it failed. */
  readonly phase: "lookup" | "connect" | "tls" | "headers" | "body";
  readonly address: string | undefined;
  readonly timing: ProbeTiming;
}

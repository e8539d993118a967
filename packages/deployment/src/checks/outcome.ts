/** What came of asking once. The shape of kit's probe, which this package does not know. */
export type Outcome = Answer | Failure;

export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  /** Lower-case names; several values are joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Whether the body was longer than what was read. */
  readonly isCut: boolean;
  readonly address: string;
  readonly timing: Timing;
  readonly certificate: Certificate | undefined;
  readonly redirects: readonly string[];
}

export interface Failure {
  readonly kind: "failure";
  readonly failure: FailureKind;
  /** One line, without credentials. */
  readonly message: string;
  readonly phase: "lookup" | "connect" | "tls" | "headers" | "body";
  readonly address: string | undefined;
  readonly timing: Timing;
}

export type FailureKind =
  | "name"
  | "refused"
  | "unreachable"
  | "reset"
  | "timeout"
  | "certificate"
  | "certificate-not-yet-valid"
  | "tls"
  | "protocol"
  | "redirect"
  | "forbidden-address";

/** Milliseconds since the start of the request; undefined for what did not happen. */
export interface Timing {
  readonly lookup: number | undefined;
  readonly connect: number | undefined;
  readonly tls: number | undefined;
  readonly firstByte: number | undefined;
  readonly total: number;
}

export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** Milliseconds since 1970. */
  readonly notAfter: number;
}

/**
 * Whether the other side was there at all: without any contact, the fault may be the runner's own. An address that is
 * refused is no fault of the runner's.
 */
export function isContact(outcome: Outcome): boolean {
  if (outcome.kind === "answer") return true;
  switch (outcome.failure) {
    case "name":
    case "unreachable":
      return false;
    case "timeout":
      return outcome.phase !== "lookup" && outcome.phase !== "connect";
    default:
      return true;
  }
}

import { type Attempt, type Phase, ProbeFault } from "./attempt.ts";
import type { ProbeFailureKind } from "./outcome.ts";

/** Node's codes for what a system says of a connection. */
const CODES: Readonly<Record<string, ProbeFailureKind>> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  ECONNABORTED: "reset",
  EPIPE: "reset",
  ERR_STREAM_PREMATURE_CLOSE: "reset",
  ETIMEDOUT: "timeout",
  EHOSTUNREACH: "unreachable",
  EHOSTDOWN: "unreachable",
  ENETUNREACH: "unreachable",
  ENETDOWN: "unreachable",
  EADDRNOTAVAIL: "unreachable",
  EACCES: "unreachable",
  EPERM: "unreachable",
  EINVAL: "unreachable",
  EMFILE: "unreachable",
  ENFILE: "unreachable",
};

const RESET: Readonly<Record<Phase, string>> = {
  lookup: "ended the connection",
  connect: "ended the connection",
  tls: "ended the connection in the middle of the TLS handshake",
  headers: "ended the connection without an answer",
  body: "ended the connection in the middle of the answer",
};

/** What a probe's error is, by the phase in which it came. Pure. */
export function faultOf(error: unknown, { phase, peer }: Pick<Attempt, "phase" | "peer">): ProbeFault {
  if (error instanceof ProbeFault) return error;
  const { code = "", message = "", rawPacket } = error as NodeJS.ErrnoException & { rawPacket?: Buffer };
  const kind = CODES[code];
  if (kind === "refused") return new ProbeFault(kind, `connection refused by ${peer}`);
  if (kind === "reset") return new ProbeFault(kind, `${peer} ${RESET[phase]}`);
  if (kind === "timeout") return new ProbeFault(kind, `${peer} does not answer (${code})`);
  if (kind === "unreachable") return new ProbeFault(kind, `${peer} is not reachable (${code})`);
  if (phase === "tls") return new ProbeFault("tls", tlsWords(code, message, peer));
  if (code.startsWith("HPE_"))
    return new ProbeFault("protocol", `${peer} does not speak HTTP/1: ${parserWords(code, rawPacket)}`);
  if (/^(?:Z_|ERR_BROTLI|ERR__ERROR|ZSTD_)/.test(code))
    return new ProbeFault("protocol", `the body from ${peer} is not encoded as its content-encoding says (${code})`);
  return new ProbeFault("protocol", `the request to ${peer} failed: ${message || code}`);
}

/** What a phase waited for when its time was over. Pure. */
export function lateFault(
  { phase, peer, bodyBytes }: Pick<Attempt, "phase" | "peer" | "bodyBytes">,
  timeout: number,
): ProbeFault {
  const within = `within ${Number((timeout / 1000).toFixed(3))} s`;
  const words: Readonly<Record<Phase, string>> = {
    lookup: `the name of ${peer} was not resolved ${within}`,
    connect: `no connection to ${peer} ${within}`,
    tls: `no TLS handshake with ${peer} ${within}`,
    headers: `no answer from ${peer} ${within}`,
    body: `the answer from ${peer} did not end ${within}, after ${bodyBytes} bytes of its body`,
  };
  return new ProbeFault("timeout", words[phase]);
}

function tlsWords(code: string, message: string, peer: string): string {
  if (code === "ERR_SSL_WRONG_VERSION_NUMBER" || code === "ERR_SSL_PACKET_LENGTH_TOO_LONG" || code === "EPROTO")
    return `${peer} does not speak TLS (${code})`;
  if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|NO_APPLICATION_PROTOCOL|NO_SHARED_CIPHER|HANDSHAKE_FAILURE/.test(code))
    return `${peer} has no TLS version, cipher or protocol in common with us, TLS 1.2 at least with HTTP/1.1 (${code})`;
  return `the TLS handshake with ${peer} failed (${code || message})`;
}

/** A frame of SETTINGS, with which a server of HTTP/2 begins. */
function parserWords(code: string, packet: Buffer | undefined): string {
  const isSettings = packet !== undefined && packet.length >= 9 && packet[3] === 4 && packet.readUInt32BE(5) === 0;
  if (isSettings) return "it begins with HTTP/2";
  return code === "HPE_HEADER_OVERFLOW" ? "its headers are larger than 16 KiB" : code;
}

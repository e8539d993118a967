import type { Socket } from "node:net";
import type { PeerCertificate, TLSSocket } from "node:tls";
import type { HostCertificates } from "../registry/certificates.ts";
import { trustFor } from "../registry/trust.ts";
import { type Attempt, ProbeFault } from "./attempt.ts";
import { ipVersion } from "./ip-address.ts";
import type { ProbeCertificate } from "./outcome.ts";

/** One object for each authority: what was made of it is kept by the object, and costs tens of milliseconds. */
const authorities = new Map<string, HostCertificates>();

/** Names of a certificate that a message shows. */
const MAX_NAMES = 5;

export interface SecureConnection {
  readonly socket: TLSSocket;
  readonly certificate: ProbeCertificate;
}

/**
 * A TLS connection over an open one, to the host whose name the certificate must have.
 *
 * @param authority PEM; counts besides the machine's. @throws ProbeFault or Node's error.
 */
export async function secure(
  socket: Socket,
  host: string,
  authority: string | undefined,
  attempt: Attempt,
): Promise<SecureConnection> {
  attempt.phase = "tls";
  const trust = trustFor(false, authority === undefined ? undefined : certificatesOf(authority));
  const encrypted = process.getBuiltinModule("node:tls").connect({
    ...trust,
    socket,
    host,
    // A name that ends in a dot is the same name, which SNI does not know (RFC 6066, 3).
    ...(ipVersion(host) === undefined && { servername: host.replace(/\.$/, "") }),
    ALPNProtocols: ["http/1.1"],
    // Judged below, before a byte is sent: a connection that Node refuses does not show its certificate.
    rejectUnauthorized: false,
  });
  attempt.hold(encrypted, socket);
  await new Promise<void>((resolve, reject) => {
    encrypted.once("secureConnect", resolve);
    encrypted.once("error", reject);
    encrypted.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
  });
  const shown = encrypted.getPeerCertificate();
  if (!encrypted.authorized) throw certificateFault(String(encrypted.authorizationError), shown, host);
  attempt.mark("tls");
  return { socket: encrypted, certificate: factsOf(shown) };
}

function certificatesOf(authority: string): HostCertificates {
  const known = authorities.get(authority) ?? { ca: [authority], client: undefined };
  authorities.set(authority, known);
  return known;
}

function factsOf({ subject, issuer, subjectaltname, valid_to }: PeerCertificate): ProbeCertificate {
  return {
    subject: first(subject?.CN) ?? namesOf(subjectaltname)[0] ?? "",
    issuer: first(issuer?.CN) ?? first(issuer?.O) ?? "",
    notAfter: Date.parse(valid_to),
  };
}

/** What is wrong, by OpenSSL's code or Node's. Pure. */
function certificateFault(code: string, shown: PeerCertificate, host: string): ProbeFault {
  const day = (date: string) => new Date(Date.parse(date)).toISOString().slice(0, 10);
  if (code === "CERT_NOT_YET_VALID") {
    const message = `the certificate of ${host} is not valid before ${day(shown.valid_from)}; is the clock right?`;
    return new ProbeFault("certificate-not-yet-valid", message);
  }
  return new ProbeFault("certificate", wordsOf());

  function wordsOf(): string {
    if (code === "CERT_HAS_EXPIRED")
      return Date.parse(shown.valid_to) < Date.now()
        ? `the certificate of ${host} expired on ${day(shown.valid_to)}`
        : `a certificate in the chain of ${host} has expired`;
    if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
      const names = namesOf(shown.subjectaltname);
      const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : "";
      const list = names.slice(0, MAX_NAMES).join(", ") || first(shown.subject?.CN) || "no name";
      return `the certificate is for ${list}${more}, not for ${host}`;
    }
    if (/SELF_SIGNED|UNABLE_TO_|CERT_UNTRUSTED/.test(code))
      return `no authority that this machine trusts has signed the certificate of ${host} (${code})`;
    return `the certificate of ${host} is not valid (${code})`;
  }
}

/** `DNS:a.example, IP Address:10.0.0.1`. */
function namesOf(list: string | undefined): readonly string[] {
  return (list ?? "").split(", ").flatMap((entry) => /^(?:DNS|IP Address):(.+)$/.exec(entry)?.[1] ?? []);
}

/** A certificate may have several. */
const first = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0];

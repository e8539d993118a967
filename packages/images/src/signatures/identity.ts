import { compileGlob } from "@jessy-actions/reading/glob";
import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";

/** Who signed without a key: what Fulcio wrote into the certificate. */
export interface SignerIdentity {
  /** The service that vouched for the signer (certificate extension 1.3.6.1.4.1.57264.1.8). */
  readonly issuer: string | undefined;
  /** The subject alternative name: the address of a workflow, or an e-mail address. */
  readonly subject: string | undefined;
}

/** Who must have signed. The issuer is always compared: a subject alone means nothing, since anyone can run an issuer. */
export interface IdentityExpectation {
  readonly issuer: string;
  readonly signer:
    | { readonly subject: string }
    | { readonly pattern: string }
    | { readonly workflow: WorkflowExpectation };
}

/** An identity as a user writes it: exact, or a glob if it has a `*`. `*` does not match a slash, and `**` does. */
export function expectedSigner(identity: string): IdentityExpectation["signer"] {
  return identity.includes("*") ? { pattern: identity } : { subject: identity };
}

export interface WorkflowExpectation {
  /** `https://github.com`, or the server's own address. */
  readonly server: string;
  /** `acme/app`: of the workflow file, which may be another repository than the caller's. */
  readonly repository: string;
  /** `.github/workflows/release.yml`; any workflow of the repository without it. */
  readonly path?: string;
  /** A glob over refs, `refs/tags/v*`; any ref without it. */
  readonly ref?: string;
}

/** GitHub's issuer. Enterprises may have one of their own below it. */
export const WORKFLOW_ISSUER = "https://token.actions.githubusercontent.com";

export const MAX_TOKEN_CHARACTERS = 100_000;

/**
 * Compares a signer with the expected one. Nothing is a regular expression, and nothing matches by a part: an unanchored
 * pattern is how others let `https://github.com/acme-evil/` pass for `https://github.com/acme`.
 *
 * @returns why it is somebody else, or undefined
 * @throws RangeError on a glob that is not valid
 */
export function identityMismatch({ issuer, signer }: IdentityExpectation, found: SignerIdentity): string | undefined {
  if (found.issuer !== issuer)
    return `it was signed by an identity of ${found.issuer ?? "nobody"}, and not of ${issuer}`;
  if ("subject" in signer) {
    return found.subject === signer.subject
      ? undefined
      : `it was signed by ${found.subject ?? "nobody"}, and not by ${signer.subject}`;
  }
  if ("pattern" in signer) {
    return compileGlob(signer.pattern)(found.subject ?? "")
      ? undefined
      : `it was signed by ${found.subject ?? "nobody"}, which ${signer.pattern} does not match`;
  }
  return workflowMismatch(signer.workflow, found.subject ?? "");
}

function workflowMismatch({ server, repository, path, ref }: WorkflowExpectation, subject: string): string | undefined {
  const prefix = `${server.replace(/\/$/, "")}/${repository}/`;
  if (!subject.startsWith(prefix))
    return `it was signed by ${subject || "nobody"}, and not by a workflow of ${repository}`;
  const rest = subject.slice(prefix.length);
  const at = rest.indexOf("@");
  const [ownPath, ownRef] = at === -1 ? [rest, ""] : [rest.slice(0, at), rest.slice(at + 1)];
  if (!/^\.github\/workflows\/[^/]+$/.test(ownPath)) return `it was signed by ${subject}, which is not a workflow`;
  if (path !== undefined && ownPath !== path) return `it was signed by the workflow ${ownPath}, and not by ${path}`;
  if (ref !== undefined && !compileGlob(ref)(ownRef))
    return `it was signed for ${ownRef || "no ref"}, and not for ${ref}`;
  return undefined;
}

/**
 * The identity that Fulcio will certify for a token of GitHub: in a reusable workflow it is that of the called file, not
 * of the caller. The token is only read, not verified: it comes from GitHub itself, and Fulcio verifies it.
 *
 * @throws ReportError without quoting the token
 */
export function tokenIdentity(token: string): { readonly issuer: string; readonly subject: string } {
  const [, claims, ...more] = token.split(".");
  if (token.length > MAX_TOKEN_CHARACTERS || claims === undefined || more.length !== 1) {
    throw new ReportError("the identity token is not a JSON web token");
  }
  try {
    const root = parseJson([Buffer.from(claims, "base64url")]);
    const server = root.get("server_url");
    const host = server.isMissing ? "https://github.com" : server.text();
    return {
      issuer: root.get("iss").text(),
      subject: escapedAddress(`${host}/${root.get("job_workflow_ref").text()}`),
    };
  } catch (error) {
    if (error instanceof ReportError)
      throw new ReportError("the identity token lacks `iss` or `job_workflow_ref`: it is not of GitHub Actions");
    throw error;
  }
}

/** What may stand in an address as it is, and what Go's `url.URL.String` leaves when anything else is in it. */
const PLAIN = /^[\w.~!$&'()*+,;=:@/[\]%-]*$/;
const KEPT = /[\w.~$&+,/:;=@-]/;

/** An address as Fulcio writes it into a certificate, whose names are ASCII: a branch `ä` is `%C3%A4` there. */
function escapedAddress(address: string): string {
  const [path = "", ...fragment] = address.split("#");
  const parts = fragment.length === 0 ? [path] : [path, fragment.join("#")];
  return parts.map((part) => (PLAIN.test(part) ? part : escapeBytes(part))).join("#");
}

function escapeBytes(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return byte < 0x80 && KEPT.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

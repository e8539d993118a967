import { createHash, createPublicKey, generateKeyPairSync, randomUUID, verify } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import * as mock from "@sigstore/mock";

/** What a service answers instead of its work; `reset` ends the connection, `lost` does the work and then ends it. */
export type Fault = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string };
export type Answer = Fault | "reset" | "lost" | undefined;

type ServiceName = "token" | "fulcio" | "rekor";

export interface ServiceCall {
  readonly service: ServiceName;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

const ISSUER = "https://token.actions.githubusercontent.com";
export const WORKFLOW = "acme/app/.github/workflows/release.yml@refs/tags/v1";

const keyPair = (namedCurve: string) => generateKeyPairSync("ec", { namedCurve });
type Mocked<Make extends (...all: never[]) => unknown> = Awaited<ReturnType<Make>>;

/** GitHub's token service, Fulcio with its log of certificates, and Rekor, on one port of this machine. */
export class SigstoreServices {
  readonly url: string;
  readonly calls: ServiceCall[] = [];
  /** What a job's token is asked with. */
  readonly requestToken = `request-${randomUUID()}`;
  /** Taken one by one, for each service. */
  readonly faults: Record<ServiceName, Answer[]> = { token: [], fulcio: [], rekor: [] };
  /** Claims that tokens have besides the usual ones. */
  claims: Readonly<Record<string, unknown>> = {};
  /** Whom Fulcio certifies, whatever the token says. */
  certifies: string | undefined;
  /** Seconds that are added to the time of the log's entries, taken one by one. */
  readonly logDelays: number[] = [];
  readonly tokens: string[] = [];
  readonly #entries = new Map<string, string>();
  readonly #server: Server;
  readonly #ca: Mocked<typeof mock.initializeCA>;
  readonly #log: Mocked<typeof mock.initializeTLog>;
  readonly #certificates: Mocked<typeof mock.initializeCTLog>;
  readonly #logKey: ReturnType<typeof keyPair>;

  static async start(): Promise<SigstoreServices> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const logKey = keyPair("P-256");
    const certificates = await mock.initializeCTLog(keyPair("P-256"));
    const ca = await mock.initializeCA(keyPair("P-384"), certificates);
    return new SigstoreServices(server, logKey, certificates, ca, await logFor(server, logKey));
  }

  private constructor(
    server: Server,
    logKey: ReturnType<typeof keyPair>,
    certificates: Mocked<typeof mock.initializeCTLog>,
    ca: Mocked<typeof mock.initializeCA>,
    log: Mocked<typeof mock.initializeTLog>,
  ) {
    this.#server = server;
    this.#logKey = logKey;
    this.#certificates = certificates;
    this.#ca = ca;
    this.#log = log;
    this.url = addressOf(server);
    server.on("request", (request, response) => {
      this.#answer(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
    });
  }

  /** What the runner tells a job that has `id-token: write`. */
  get environment(): Record<string, string> {
    return {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${this.url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: this.requestToken,
    };
  }

  /** As `cosign trusted-root create` writes it. @param more in place of its own parts. */
  trustedRoot(more: object = {}): string {
    const validFor = { start: "2020-01-01T00:00:00Z" };
    const log = (key: unknown, id: unknown) => ({
      baseUrl: this.url,
      hashAlgorithm: "SHA2_256",
      publicKey: { rawBytes: base64(key), keyDetails: "PKIX_ECDSA_P256_SHA_256", validFor },
      logId: { keyId: base64(id) },
    });
    const { publicKey } = this.#log;
    return JSON.stringify({
      mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
      tlogs: [log(publicKey, createHash("sha256").update(publicKey).digest())],
      certificateAuthorities: [
        {
          subject: { organization: "sigstore.mock", commonName: "sigstore" },
          uri: this.url,
          certChain: { certificates: [{ rawBytes: base64(this.#ca.rootCertificate) }] },
          validFor,
        },
      ],
      ctlogs: [log(this.#certificates.publicKey, this.#certificates.logID)],
      timestampAuthorities: [],
      ...more,
    });
  }

  callsOf(service: ServiceName): readonly ServiceCall[] {
    return this.calls.filter((call) => call.service === service);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url: path = "", headers } = request;
    const service = path.startsWith("/token") ? "token" : path.endsWith("/signingCert") ? "fulcio" : "rekor";
    const body = await text(request);
    this.calls.push({ service, method, path, headers, body });
    const fault = this.faults[service].shift();
    if (fault === "reset") return void request.socket.destroy();
    const {
      status,
      headers: more,
      body: words,
    } = typeof fault === "object" ? fault : await this.#work(service, path, headers, body);
    if (fault === "lost") return void request.socket.destroy();
    response.writeHead(status, { "content-type": "application/json", ...more }).end(words);
  }

  async #work(service: ServiceName, path: string, headers: IncomingMessage["headers"], body: string): Promise<Fault> {
    if (service === "token") return this.#giveToken(path, headers.authorization);
    if (path === "/api/v1/signingCert") return this.#certifyForOlder(headers.authorization, body);
    if (service === "fulcio") return this.#certify(headers.authorization, body);
    const [, id] = /\/entries\/([0-9a-f]+)$/.exec(path) ?? [];
    if (id !== undefined) return this.#show(id);
    return this.#logEntry(body);
  }

  #giveToken(path: string, authorization: string | undefined): Fault {
    if (authorization !== `Bearer ${this.requestToken}`) return { status: 401, body: '{"message":"who are you"}' };
    const audience = new URL(path, this.url).searchParams.get("audience");
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: ISSUER,
      sub: "repo:acme/app:ref:refs/tags/v1",
      aud: audience,
      exp: now + 300,
      job_workflow_ref: WORKFLOW,
      jti: randomUUID(),
      ...this.claims,
    };
    const token = ['{"alg":"RS256","typ":"JWT"}', JSON.stringify(claims), `signature-${randomUUID()}`]
      .map((part) => Buffer.from(part).toString("base64url"))
      .join(".");
    this.tokens.push(token);
    return { status: 200, body: JSON.stringify({ value: token }) };
  }

  async #certify(authorization: string | undefined, body: string): Promise<Fault> {
    const request = JSON.parse(body);
    const token: string = request.credentials?.oidcIdentityToken ?? authorization?.replace(/^Bearer /, "");
    const claims = JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString());
    if (claims.aud !== "sigstore" || claims.exp < Date.now() / 1000)
      return { status: 401, body: '{"code":16,"message":"There was an error processing the identity token"}' };
    // Other clients send a request for a certificate (PKCS#10), which proves the same.
    const { publicKey, proofOfPossession = "" } = request.publicKeyRequest ?? {};
    const proof = Buffer.from(proofOfPossession, "base64");
    if (publicKey && !verify("sha256", Buffer.from(claims.sub), createPublicKey(publicKey.content), proof))
      return {
        status: 400,
        body: '{"code":3,"message":"The signature supplied in the request could not be verified"}',
      };
    // The mock takes whom it certifies from one claim; Fulcio puts GitHub's address before another.
    const san = this.certifies ?? new URL(`https://github.com/${claims.job_workflow_ref}`).href;
    const shown = Buffer.from(JSON.stringify({ ...claims, san })).toString("base64url");
    const handler = mock.fulcioHandler(this.#ca, { strict: true, subjectClaim: "san" } as never);
    const made = await handler.fn(
      JSON.stringify({ ...request, credentials: { oidcIdentityToken: `e30.${shown}.c2ln` } }),
    );
    return { status: made.statusCode === 201 ? 200 : made.statusCode, body: String(made.response) };
  }

  /** As cosign 2 asks. */
  async #certifyForOlder(authorization: string | undefined, body: string): Promise<Fault> {
    const { publicKey, signedEmailAddress } = JSON.parse(body);
    const made = await this.#certify(
      authorization,
      JSON.stringify({
        publicKeyRequest: {
          publicKey: { content: Buffer.from(publicKey.content, "base64").toString() },
          proofOfPossession: signedEmailAddress,
        },
      }),
    );
    if (made.status !== 200) return made;
    const { certificates } = JSON.parse(made.body ?? "").signedCertificateEmbeddedSct.chain;
    const headers = { "content-type": "application/pem-certificate-chain" };
    return { status: 201, headers, body: certificates.join("") };
  }

  async #logEntry(body: string): Promise<Fault> {
    const standing = this.#entries.get(body);
    if (standing !== undefined)
      return {
        status: 409,
        headers: { location: `/api/v1/log/entries/${Object.keys(JSON.parse(standing))[0]}` },
        body: '{"code":409,"message":"an equivalent entry already exists"}',
      };
    const log = await logFor(this.#server, this.#logKey, new Date(Date.now() + (this.logDelays.shift() ?? 0) * 1000));
    const entry = await log.log(canonical(JSON.parse(body)));
    const id = Object.keys(entry)[0]!;
    this.#entries.set(body, JSON.stringify(entry));
    const headers = { etag: id, location: `/api/v1/log/entries/${id}` };
    return { status: 201, headers, body: JSON.stringify(entry) };
  }

  #show(id: string): Fault {
    const entry = [...this.#entries.values()].find((each) => Object.keys(JSON.parse(each))[0] === id);
    return entry === undefined ? { status: 404, body: "{}" } : { status: 200, body: entry };
  }
}

const base64 = (bytes: unknown) => Buffer.from(bytes as Uint8Array).toString("base64");

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const logFor = (server: Server, key: ReturnType<typeof keyPair>, clock?: Date) =>
  mock.initializeTLog(addressOf(server), key, clock);

/** What Rekor logs of what it is asked to: of an envelope, its hashes and signatures (sigstore/rekor, pkg/types/dsse). */
function canonical(proposed: { kind: string; apiVersion: string; spec: Record<string, unknown> }): never {
  if (proposed.kind !== "dsse") return proposed as never;
  const { envelope, verifiers } = proposed.spec.proposedContent as { envelope: string; verifiers: string[] };
  const { payload, signatures } = JSON.parse(envelope) as { payload: string; signatures: { sig: string }[] };
  const hash = (bytes: string | Buffer) => ({
    algorithm: "sha256",
    value: createHash("sha256").update(bytes).digest("hex"),
  });
  return {
    apiVersion: proposed.apiVersion,
    kind: "dsse",
    spec: {
      envelopeHash: hash(envelope),
      payloadHash: hash(Buffer.from(payload, "base64")),
      signatures: signatures.map(({ sig }, at) => ({ signature: sig, verifier: verifiers[at] })),
    },
  } as never;
}

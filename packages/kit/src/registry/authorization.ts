import type { Log } from "../runner/log.ts";
import { isLoopback } from "./address.ts";
import { parseBody, refusalOf } from "./answer.ts";
import type { Challenge } from "./challenge.ts";
import type { RegistryFailure } from "./retry.ts";
import { type WireAnswer, WireError, type WireRequest } from "./wire.ts";

/** Who asks. A `<token>` of Docker's is an identity token. */
export type Credential =
  | { readonly username: string; readonly password: string }
  | { readonly identityToken: string }
  | { readonly registryToken: string };

export interface AuthorizationOptions {
  /** Of the API: `HOST` or `HOST:PORT`. */
  readonly host: string;
  readonly credential: Credential | undefined;
  readonly log: Pick<Log, "debug" | "mask">;
  readonly send: (request: WireRequest) => Promise<WireAnswer>;
  readonly isInsecure: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Token {
  readonly value: string;
  readonly end: number;
}

/** A token without a term lives this long (distribution, "Token authentication specification"), milliseconds. */
const DEFAULT_TERM = 60_000;
/** A token is not used in its last seconds. */
const TERM_MARGIN = 5000;
const MAX_TOKEN_BYTES = 1_000_000;

/** What a registry wants in the Authorization header, learned from its challenges. One for a registry and its credentials. */
export class Authorization {
  readonly #options: AuthorizationOptions;
  #challenge: Challenge | undefined;
  readonly #tokens = new Map<string, Promise<Token>>();
  /** What a challenge asked for beyond the scopes of a request. */
  readonly #more = new Map<string, readonly string[]>();
  readonly #secrets = new Set<string>();

  constructor(options: AuthorizationOptions) {
    this.#options = options;
    const { credential } = options;
    for (const secret of credential === undefined ? [] : Object.values(credential)) this.#hide(secret);
    if (credential !== undefined && "username" in credential) {
      this.#secrets.delete(credential.username);
      this.#hide(basicValue(credential));
    }
  }

  /** A registry's words, which may repeat what it was sent. */
  redact(text: string): string {
    return [...this.#secrets].reduce((left, secret) => left.replaceAll(secret, "***"), text);
  }

  #hide(secret: string): void {
    if (secret === "") return;
    this.#secrets.add(secret);
    this.#options.log.mask(secret);
  }

  get hasCredentials(): boolean {
    return this.#options.credential !== undefined;
  }

  /**
   * The header for a request; undefined as long as the registry has not asked for any.
   *
   * @param scopes what the request needs. @throws WireError or TokenRefusal when no token can be got.
   */
  async header(scopes: readonly string[]): Promise<string | undefined> {
    const { credential, now } = this.#options;
    if (this.#challenge === undefined) return undefined;
    if (credential !== undefined && "registryToken" in credential) return `Bearer ${credential.registryToken}`;
    if (this.#challenge.scheme === "basic") {
      if (credential === undefined || !("username" in credential)) return undefined;
      return `Basic ${basicValue(credential)}`;
    }
    const key = scopes.join(" ");
    for (let known = this.#tokens.get(key); known !== undefined; known = this.#tokens.get(key)) {
      const { value, end } = await known;
      if (end > now()) return `Bearer ${value}`;
      // Another request may have got a new one meanwhile.
      if (this.#tokens.get(key) === known) this.#tokens.delete(key);
    }
    const asked = this.#askForToken(this.#challenge, scopes);
    this.#tokens.set(key, asked);
    asked.catch(() => this.#tokens.delete(key));
    return `Bearer ${(await asked).value}`;
  }

  /**
   * Learns from a 401.
   *
   * @param sent the header that the request had. @returns whether it may be sent once more: with a header that it did
   *   not have, or with a token in place of one that is out of date.
   */
  async learn(challenge: Challenge | undefined, scopes: readonly string[], sent: string | undefined): Promise<boolean> {
    if (challenge === undefined) return false;
    this.#challenge = challenge;
    const { credential } = this.#options;
    if (challenge.scheme === "basic") return sent === undefined && credential !== undefined && "username" in credential;
    if (credential !== undefined && "registryToken" in credential) return sent === undefined;
    const key = scopes.join(" ");
    this.#more.set(
      key,
      challenge.scopes.filter((scope) => !scopes.some((own) => covers(own, scope))),
    );
    // Another request may have got a new one meanwhile.
    const known = this.#tokens.get(key);
    if (known !== undefined && sent === `Bearer ${(await known).value}`) this.#tokens.delete(key);
    return true;
  }

  async #askForToken(challenge: Challenge & { scheme: "bearer" }, scopes: readonly string[]): Promise<Token> {
    const { credential, send, log, isInsecure, now } = this.#options;
    const url = this.#realmUrl(challenge.realm);
    const asked = [...scopes, ...(this.#more.get(scopes.join(" ")) ?? [])];
    const request = { url, maxBytes: MAX_TOKEN_BYTES, isInsecure: isInsecure && url.host === this.#options.host };
    const headers = { accept: "application/json", "user-agent": "jessy-actions" };
    let answer: WireAnswer;
    if (credential !== undefined && "identityToken" in credential) {
      // OAuth 2 takes all scopes in one field.
      const form = new URLSearchParams({
        grant_type: "refresh_token",
        refresh_token: credential.identityToken,
        client_id: "jessy-actions",
        ...(challenge.service !== undefined && { service: challenge.service }),
        scope: asked.join(" "),
      });
      const { Readable } = process.getBuiltinModule("node:stream");
      const bytes = Buffer.from(form.toString());
      const type = "application/x-www-form-urlencoded";
      const body = { size: bytes.length, open: () => Readable.from([bytes]) };
      answer = await send({ ...request, method: "POST", headers: { ...headers, "content-type": type }, body });
    } else {
      if (challenge.service !== undefined) url.searchParams.append("service", challenge.service);
      for (const scope of asked) url.searchParams.append("scope", scope);
      const basic =
        credential !== undefined && "username" in credential ? `Basic ${basicValue(credential)}` : undefined;
      answer = await send({
        ...request,
        method: "GET",
        headers: { ...headers, ...(basic && { authorization: basic }) },
      });
    }
    const { status, body } = answer;
    log.debug(`registry: token for ${asked.join(" ") || "nothing"} from ${url.host}: ${status}`);
    if (status !== 200) throw new TokenRefusal(url.host, answer);
    const token = readToken(url.host, body, now());
    this.#hide(token.value);
    return token;
  }

  /** @throws WireError for a place where credentials must not go: another host without TLS. */
  #realmUrl(realm: string): URL {
    const { host, isInsecure } = this.#options;
    if (!URL.canParse(realm)) throw new WireError("the registry names no address for its tokens", { isFinal: true });
    const url = new URL(realm);
    const isOwnPlain =
      url.protocol === "http:" && ((isLoopback(host) && isLoopback(url.host)) || (isInsecure && url.host === host));
    if ((url.protocol !== "https:" && !isOwnPlain) || url.username !== "" || url.password !== "")
      throw new WireError(`the registry wants credentials sent to ${url.protocol}//${url.host}, which is not safe`, {
        isFinal: true,
      });
    url.hash = "";
    return url;
  }
}

/** The place that gives tokens gave none. */
export class TokenRefusal extends Error {
  override readonly name = "TokenRefusal";
  readonly failure: RegistryFailure;

  constructor(host: string, { status, headers, body }: WireAnswer) {
    const said = refusalOf(body);
    super(`no token from ${host}`);
    this.failure = { status, headers, message: `no token from ${host}${said && `: ${said}`}` };
  }
}

function readToken(host: string, body: Buffer, now: number): Token {
  const parsed = parseBody(body);
  if ("problem" in parsed) throw new WireError(`token from ${host}: ${parsed.problem}`);
  const { token, access_token, expires_in } = (parsed.data ?? {}) as Readonly<Record<string, unknown>>;
  const value = [token, access_token].find((one) => typeof one === "string" && one !== "");
  if (typeof value !== "string" || !/^[\x21-\x7e]+$/.test(value))
    throw new WireError(`token from ${host}: the answer has no token`, { isFinal: true });
  const term = typeof expires_in === "number" && expires_in > 0 ? expires_in * 1000 : DEFAULT_TERM;
  return { value, end: now + Math.max(0, term - TERM_MARGIN) };
}

const basicValue = ({ username, password }: { readonly username: string; readonly password: string }): string =>
  Buffer.from(`${username}:${password}`).toString("base64");

/** `repository:a:pull,push` covers `repository:a:pull`. */
function covers(own: string, asked: string): boolean {
  const [, ownPlace, ownActions = ""] = /^(.*):([^:]*)$/.exec(own) ?? [];
  const [, place, actions = ""] = /^(.*):([^:]*)$/.exec(asked) ?? [];
  return ownPlace === place && actions.split(",").every((action) => ownActions.split(",").includes(action));
}

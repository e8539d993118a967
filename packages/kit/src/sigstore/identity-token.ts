import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { Environment } from "../runner/environment.ts";
import { Service, ServiceError, type ServiceOptions } from "../web-service/service.ts";

/** A token with less time left than this is not used any more, milliseconds. */
const TERM_MARGIN = 60_000;
/** Parts of a token that a service may quote in its refusal; shorter ones are no secret. */
const MIN_SECRET_CHARACTERS = 20;

/**
 * Tokens by which GitHub says who a job is (OpenID Connect). They are masked before anybody sees them, live for minutes,
 * and are asked for again when they are about to expire.
 */
export class IdentityTokens {
  readonly #service: Service;
  readonly #address: string;
  readonly #bearer: string;
  readonly #audience: string;
  readonly #options: ServiceOptions;
  readonly #secrets = new Set<string>();
  #current: { readonly token: string; readonly end: number } | undefined;

  /** @param audience whom the tokens are for: `sigstore`. */
  constructor(environment: Environment, audience: string, options: ServiceOptions) {
    this.#service = new Service("GitHub's token service", options);
    this.#address = environment.ACTIONS_ID_TOKEN_REQUEST_URL ?? "";
    this.#bearer = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? "";
    this.#audience = audience;
    this.#options = options;
  }

  /** A token that is valid for a minute at least. @throws ServiceError */
  async get(): Promise<string> {
    const { now = Date.now } = this.#options;
    if (this.#current !== undefined && now() < this.#current.end - TERM_MARGIN) return this.#current.token;
    const token = await this.#request();
    this.#current = { token, end: expiryOf(token) };
    return token;
  }

  /** A service's words, which may repeat what it was sent. */
  readonly redact = (text: string): string =>
    [...this.#secrets].reduce((left, secret) => left.replaceAll(secret, "***"), text);

  async #request(): Promise<string> {
    if (!URL.canParse(this.#address))
      throw new ServiceError("the runner names no service for identity tokens (ACTIONS_ID_TOKEN_REQUEST_URL)", 0);
    const url = new URL(this.#address);
    url.searchParams.set("audience", this.#audience);
    this.#hide(this.#bearer);
    const request = {
      failing: "gave no identity token",
      method: "GET",
      url,
      headers: { authorization: `Bearer ${this.#bearer}` },
      expected: [200],
      redact: this.redact,
    } as const;
    try {
      const answer = await this.#service.request(request);
      const token = this.#service.read(request, answer, (root) => root.get("value").text());
      this.#hide(token);
      return token;
    } catch (error) {
      if (!(error instanceof ServiceError) || (error.status !== 401 && error.status !== 403)) throw error;
      throw new ServiceError(`${error.message}; check that the job has \`permissions: id-token: write\``, error.status);
    }
  }

  #hide(secret: string): void {
    for (const part of [secret, ...secret.split(".")]) {
      if (part.length < MIN_SECRET_CHARACTERS) continue;
      this.#secrets.add(part);
      this.#options.log.mask(part);
    }
  }
}

/** Milliseconds since 1970; 0 when the token does not say: then it is used once. */
function expiryOf(token: string): number {
  try {
    return (
      parseJson([Buffer.from(token.split(".")[1] ?? "", "base64url")])
        .get("exp")
        .number() * 1000
    );
  } catch (error) {
    if (error instanceof ReportError) return 0;
    throw error;
  }
}

/**
 * One question to a service and what its answer must be. Written by the user as YAML or as a line; used by smoke-test and by
 * the gates of ssh-deploy.
 */
export interface Check {
  /** Shown in the report; default: method and path. */
  readonly name: string;
  readonly url: string;
  readonly method: string;
  /** Names as written. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
  /** Milliseconds for one request: name lookup, connect, TLS, headers and body. */
  readonly timeout: number;
  readonly expect: Expectations;
  /** `none`: a redirect is the answer. Followed ones carry no credentials to another origin, and never go from https to http. */
  readonly redirect: "none" | "same-host" | "follow";
  /** Consecutive successes that are asked for. */
  readonly passes: number;
  /** A failure is shown and does not fail. */
  readonly optional: boolean;
}

export interface Expectations {
  /** Inclusive. Default: 200 to 299. */
  readonly statuses: readonly { readonly from: number; readonly to: number }[];
  readonly contentType: string | undefined;
  readonly headers: readonly { readonly name: string; readonly matcher: Matcher }[];
  readonly body: readonly { readonly matcher: Matcher }[];
  readonly json: readonly { readonly path: JsonPath; readonly matcher: Matcher }[];
  /** Where the deployed version stands in the answer; what it must be is an input of the step. */
  readonly version: VersionPlace | undefined;
  /** Milliseconds. */
  readonly latency: { readonly warn: number | undefined; readonly fail: number | undefined };
  /** Days that the certificate must still be valid. */
  readonly tlsDays: number | undefined;
}

export type Matcher =
  | { readonly kind: "equals" | "contains" | "not-contains"; readonly value: string }
  | { readonly kind: "matches"; readonly pattern: string; readonly flags: string }
  | { readonly kind: "compare"; readonly operator: "<" | "<=" | ">" | ">="; readonly value: number }
  | { readonly kind: "exists" | "missing" };

/** A singular query of RFC 9535: `$.checks[0]['db state']`. */
export interface JsonPath {
  readonly text: string;
  readonly segments: readonly (string | number)[];
}

export type VersionPlace =
  | { readonly in: "json"; readonly path: JsonPath }
  | { readonly in: "header"; readonly name: string }
  | { readonly in: "body" };

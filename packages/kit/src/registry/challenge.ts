/** What a registry asks for in its header WWW-Authenticate (RFC 9110, 11.6.1; distribution's token specification). Pure. */
export type Challenge =
  | { readonly scheme: "basic" }
  | {
      readonly scheme: "bearer";
      readonly realm: string;
      readonly service: string | undefined;
      /** Each as `repository:NAME:ACTIONS`. */
      readonly scopes: readonly string[];
      /** `insufficient_scope`, `invalid_token`. */
      readonly error: string | undefined;
    };

/**
 * The strongest challenge of a header, which may hold several: Bearer, then Basic.
 *
 * @returns undefined when there is none that we know, or when Bearer names no realm.
 */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  const challenges = splitChallenges(header ?? "");
  const bearer = challenges.find(({ scheme }) => scheme === "bearer");
  const realm = bearer?.parameters.get("realm");
  if (bearer !== undefined && realm !== undefined) {
    const scope = bearer.parameters.get("scope") ?? "";
    return {
      scheme: "bearer",
      realm,
      service: bearer.parameters.get("service"),
      scopes: scope.split(" ").filter((one) => one !== ""),
      error: bearer.parameters.get("error"),
    };
  }
  return challenges.some(({ scheme }) => scheme === "basic") ? { scheme: "basic" } : undefined;
}

interface Part {
  readonly scheme: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Its parts: `Scheme name="value", name=value, Scheme ...`. Quoted values hold commas; a scope does. */
function splitChallenges(header: string): readonly Part[] {
  const parts: { scheme: string; parameters: Map<string, string> }[] = [];
  const pattern = /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))|([\w-]+)/g;
  for (const [, name, quoted, bare, scheme] of header.matchAll(pattern)) {
    if (scheme !== undefined) parts.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
    else parts.at(-1)?.parameters.set(name!.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? bare!);
  }
  return parts;
}

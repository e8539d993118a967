/** A build definition as `docker buildx bake -f FILE.json` reads it (docs.docker.com/build/bake/reference). */
export interface BakeFile {
  readonly group: { readonly default: { readonly targets: readonly string[] } };
  readonly target: Readonly<Record<string, BakeTarget>>;
}

export interface BakeTarget {
  readonly context?: string;
  readonly dockerfile?: string;
  readonly "dockerfile-inline"?: string;
  readonly contexts?: Readonly<Record<string, string>>;
  readonly args?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  readonly target?: string;
  readonly platforms?: readonly string[];
  readonly annotations?: readonly string[];
  readonly attest?: readonly BakeAttest[];
  readonly secret?: readonly BakeSecret[];
  readonly ssh?: readonly { readonly id: string; readonly paths?: readonly string[] }[];
  readonly output?: readonly TypedAttributes[];
  readonly "cache-from"?: readonly TypedAttributes[];
  readonly "cache-to"?: readonly TypedAttributes[];
  readonly pull?: boolean;
  readonly "no-cache"?: boolean;
  readonly "no-cache-filter"?: readonly string[];
  readonly network?: string;
  readonly "shm-size"?: string;
  readonly ulimits?: readonly string[];
  readonly entitlements?: readonly string[];
  readonly "extra-hosts"?: Readonly<Record<string, string>>;
}

/** An exporter or a cache: its `type` and what that type takes. */
export type TypedAttributes = { readonly type: string } & Readonly<Record<string, string>>;

/** `disabled` is a boolean, everything else a text (buildflags/attests.go). */
export type BakeAttest = { readonly type: string; readonly disabled?: boolean } & Readonly<
  Record<string, string | boolean>
>;

/** Where buildx itself finds a secret. The value stands in neither this file nor the arguments. */
export type BakeSecret = { readonly id: string } & ({ readonly env: string } | { readonly src: string });

/**
 * The text of a bake file. Bake reads JSON as HCL, where `${…}` and `%{…}` in any text, also in a key, are templates:
 * without escaping, a build argument could call bake's functions or name its variables.
 */
export function bakeFileText(file: BakeFile): string {
  return `${JSON.stringify(escaped(file), null, 2)}\n`;
}

function escaped(value: unknown): unknown {
  if (typeof value === "string") return escapeTemplate(value);
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeTemplate(key), escaped(item)]));
}

/** HCL's own escapes: `$${` for `${` and `%%{` for `%{`. */
function escapeTemplate(text: string): string {
  return text.replace(/[$%]\{/g, (opening) => `${opening[0]}${opening}`);
}

/**
 * What @actions/cache brings into the bundle and no action can reach: half of its bytes, minified and gzipped, are an HTTP client and a
 * checksum that nobody calls. Each import is led to a placeholder that says so, should it ever be called. left-out.test.ts holds the
 * reasons true.
 */
export interface LeftOut {
  /** As the importing file writes it. */
  readonly request: string;
  /** The only file below node_modules that may import it. */
  readonly importer: string;
  /** Names that the importer takes. */
  readonly names: readonly string[];
  readonly reason: string;
}

/** The file in dist/ that stands in for all of them. */
export const PLACEHOLDER = "left-out.js";

export const LEFT_OUT: readonly LeftOut[] = [
  {
    request: "undici",
    importer: "@actions/http-client/lib/index.js",
    names: ["ProxyAgent"],
    reason:
      "only getAgentDispatcher makes one, for @actions/github, which no action has; requests through a proxy go by `tunnel`",
  },
  {
    request: "./crc64.js",
    importer: "@azure/storage-common/dist/esm/StorageCRC64Calculator.js",
    names: ["default"],
    reason: "@azure/storage-blob does not use the structured messages that it is the checksum of",
  },
];

/** The text of the placeholder: importing it is harmless, calling it is an error with a name. */
export function placeholderModule(leftOut: readonly LeftOut[]): string {
  const lines = leftOut.flatMap(({ request, names }) =>
    names.map((name) => {
      const head = name === "default" ? "export default function ()" : `export function ${name}()`;
      return `${head} {\n  throw new Error(${JSON.stringify(`${request} is left out of this bundle (scripts/left-out.ts)`)});\n}\n`;
    }),
  );
  return lines.join("");
}

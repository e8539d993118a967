/**
 * Code of other packages that would come into the bundle although no action reaches it: most of the bytes of the toolkit are HTTP clients
 * that nobody calls. Each import leads to a stand-in. left-out.test.ts holds the reasons true.
 */
export interface LeftOut {
  /** As the importing files write it. */
  readonly request: string;
  /** The only files below node_modules that may import it, and the names that each takes; `*` for all of them. */
  readonly importers: Readonly<Record<string, readonly string[]>>;
  readonly reason: string;
  /** A module of ours that does its work, below `packages/`. Without one, nothing of it is ever called. */
  readonly standIn?: string;
  /** JavaScript of names that must not throw when they are used, and why. */
  readonly harmless?: Readonly<Record<string, string>>;
}

/** The file in dist/ that stands in for all that has no module of ours. */
export const PLACEHOLDER = "left-out.js";

export const LEFT_OUT: readonly LeftOut[] = [
  {
    request: "undici",
    importers: {
      "@actions/github/lib/internal/utils.js": ["fetch"],
      "@actions/http-client/lib/index.js": ["ProxyAgent"],
    },
    reason:
      "@actions/github makes a fetch and, behind a proxy, an agent of it, which kit's own fetch replaces; Node's fetch is undici, too, and refuses an agent of another kind, so that nothing would go around a proxy",
    harmless: { fetch: "const fetch = globalThis.fetch;", ProxyAgent: "class ProxyAgent {}" },
  },
  {
    request: "./oidc-utils.js",
    importers: { "@actions/core/lib/core.js": ["OidcClient"] },
    reason:
      "only getIDToken uses it, and kit asks for identity tokens itself (kit/sigstore); it would load an HTTP client in every run",
  },
  {
    request: "./platform.js",
    importers: { "@actions/core/lib/core.js": ["*"] },
    reason: "no action asks core about its platform; it would load @actions/exec in every run",
  },
  {
    request: "@octokit/plugin-rest-endpoint-methods",
    importers: { "@actions/github/lib/utils.js": ["restEndpointMethods"] },
    reason: "kit names routes as GitHub's documentation does and calls none of the thousand methods",
    harmless: { restEndpointMethods: "const restEndpointMethods = () => ({});" },
  },
  {
    request: "@octokit/plugin-paginate-rest",
    importers: { "@actions/github/lib/utils.js": ["paginateRest"] },
    reason: "kit follows the pages of a list itself, and refuses those that lead elsewhere (kit/github/next-page)",
    harmless: { paginateRest: "const paginateRest = () => ({});" },
  },
  {
    request: "@octokit/graphql",
    importers: { "@octokit/core/dist-src/index.js": ["withCustomRequest"] },
    reason: "kit sends a query as any other request and reads its errors itself",
    harmless: { withCustomRequest: "const withCustomRequest = () => ({ defaults: () => undefined });" },
  },
  {
    request: "@octokit/auth-token",
    importers: { "@octokit/core/dist-src/index.js": ["createTokenAuth"] },
    reason: "kit sends the token as a header and gives octokit none",
  },
  {
    request: "json-with-bigint",
    importers: {
      "@octokit/request/dist-bundle/index.js": ["JSONParse", "JSONStringify"],
      "@octokit/request/dist-src/fetch-wrapper.js": ["JSONParse", "JSONStringify"],
    },
    reason: "no answer goes through octokit (kit/github/client), and no parameter of a request is a BigInt",
    harmless: { JSONStringify: "const JSONStringify = JSON.stringify;" },
  },
  {
    request: "content-type",
    importers: {
      "@octokit/request/dist-bundle/index.js": ["parse"],
      "@octokit/request/dist-src/fetch-wrapper.js": ["parse"],
    },
    reason: "octokit asks for the type of a body, and what kit hands it has none: status 204",
  },
  {
    request: "@azure/storage-blob",
    importers: {
      "@actions/cache/lib/internal/downloadUtils.js": ["BlockBlobClient"],
      "@actions/cache/lib/internal/uploadUtils.js": ["BlobClient"],
    },
    reason: "three methods of a client with all that Azure's storage can do, a quarter of all that a job downloads",
    standIn: "kit/src/blob-storage/client",
  },
  {
    request: "@actions/glob",
    importers: { "@actions/cache/lib/internal/cacheUtils.js": ["*"] },
    reason: "kit saves single files and folders by name; with it come minimatch and brace-expansion",
    standIn: "kit/src/cache/given-paths",
  },
  {
    request: "semver",
    importers: { "@actions/cache/lib/internal/cacheUtils.js": ["*"] },
    reason: "it cleans the version of zstd for a debug line; the rest of semver is ranges",
    standIn: "kit/src/cache/clean-version",
  },
  {
    request: "../../generated/results/api/v1/cache.twirp-client.js",
    importers: { "@actions/cache/lib/internal/shared/cacheTwirpClient.js": ["CacheServiceClientJSON"] },
    reason: "three requests as JSON, for which it brings protobuf's whole runtime with its binary form",
    standIn: "kit/src/cache/twirp-client",
  },
];

export const isNeverCalled = ({ standIn }: LeftOut): boolean => standIn === undefined;

/** The text of the placeholder: importing it is harmless, and so are a few of its names; calling any other is an error with a name. */
export function placeholderModule(leftOut: readonly LeftOut[]): string {
  const lines = leftOut.filter(isNeverCalled).flatMap(({ request, importers, harmless = {} }) =>
    [...new Set(Object.values(importers).flat())]
      .filter((name) => name !== "*")
      .map((name) => {
        const standIn = harmless[name];
        if (standIn !== undefined) return `export ${standIn}\n`;
        const head = name === "default" ? "export default function ()" : `export function ${name}()`;
        return `${head} {\n  throw new Error(${JSON.stringify(`${request} is left out of this bundle (scripts/left-out.ts)`)});\n}\n`;
      }),
  );
  return lines.join("");
}

export const fetch = globalThis.fetch;
export class ProxyAgent {}
export function OidcClient() {
  throw new Error("./oidc-utils.js is left out of this bundle (scripts/left-out.ts)");
}
export const restEndpointMethods = () => ({});

export const fetch = globalThis.fetch;
export class ProxyAgent {}
export function OidcClient() {
  throw new Error("./oidc-utils.js is left out of this bundle (scripts/left-out.ts)");
}
export const restEndpointMethods = () => ({});
export const paginateRest = () => ({});
export const withCustomRequest = () => ({ defaults: () => undefined });
export function createTokenAuth() {
  throw new Error("@octokit/auth-token is left out of this bundle (scripts/left-out.ts)");
}
export function JSONParse() {
  throw new Error("json-with-bigint is left out of this bundle (scripts/left-out.ts)");
}
export const JSONStringify = JSON.stringify;
export function parse() {
  throw new Error("content-type is left out of this bundle (scripts/left-out.ts)");
}

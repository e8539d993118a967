const VARIABLES = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];

/**
 * Leads `fetch` and node:http through the proxy that the environment names, which Node ignores unless told (NO_PROXY counts). Older
 * versions of Node 24 do not have the call yet.
 */
export function useProxyOfEnvironment(): void {
  if (!VARIABLES.some((name) => process.env[name])) return;
  // Not an import: only runs behind a proxy need it.
  const http = process.getBuiltinModule("node:http") as { setGlobalProxyFromEnv?: () => void };
  http.setGlobalProxyFromEnv?.();
}

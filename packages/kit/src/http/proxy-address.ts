/** Schemes of proxies that speak HTTP; those of SOCKS are not known. */
const PROXY_SCHEME = /^https?:$/;

/**
 * The proxy that the environment names for an address: `https_proxy` or `http_proxy` in either case, but for the hosts in
 * `no_proxy`, which are read as Node's documents say: `*`, `host`, `host:port`, `.example.com`, `*.example.com`. Pure.
 */
export function proxyFor(url: URL, environment: Readonly<Record<string, string | undefined>>): URL | undefined {
  const variable = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const named = environment[variable] || environment[variable.toUpperCase()];
  if (!named || isExcluded(url, environment.no_proxy || environment.NO_PROXY || "")) return undefined;
  const address = named.includes("://") ? named : `http://${named}`;
  if (!URL.canParse(address)) return undefined;
  const proxy = new URL(address);
  return PROXY_SCHEME.test(proxy.protocol) ? proxy : undefined;
}

function isExcluded(url: URL, list: string): boolean {
  const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, "");
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === "*" || entry === host || entry === `${host}:${port}` || entry === `[${host}]:${port}`) return true;
      const suffix = /^\*?\.(.+)$/.exec(entry)?.[1];
      return suffix !== undefined && (host === suffix || host.endsWith(`.${suffix}`));
    });
}

import { expect, test } from "vitest";
import { proxyFor } from "./proxy-address.ts";

const ask = (url: string, environment: Readonly<Record<string, string>>) => proxyFor(new URL(url), environment)?.href;

test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
  ["http://a.test/", {}, undefined],
  ["http://a.test/", { http_proxy: "http://proxy.test:3128" }, "http://proxy.test:3128/"],
  ["http://a.test/", { HTTP_PROXY: "proxy.test:3128" }, "http://proxy.test:3128/"],
  ["http://a.test/", { HTTPS_PROXY: "http://proxy.test" }, undefined],
  ["https://a.test/", { HTTPS_PROXY: "http://proxy.test" }, "http://proxy.test/"],
  ["https://a.test/", { HTTP_PROXY: "http://proxy.test" }, undefined],
  ["https://a.test/", { HTTPS_PROXY: "socks5://proxy.test" }, undefined],
  ["https://a.test/", { HTTPS_PROXY: "http://[" }, undefined],
  ["https://a.test/", { HTTPS_PROXY: "http://upper.test", https_proxy: "http://lower.test" }, "http://lower.test/"],
])("%s with %j goes by %s", (url, environment, expected) => {
  expect(ask(url, environment)).toBe(expected);
});

test.each<[string, string, boolean]>([
  ["http://a.test/", "*", true],
  ["http://a.test/", "b.test, a.test", true],
  ["http://A.test/", "a.TEST", true],
  ["http://a.test:8080/", "a.test:8080", true],
  ["http://a.test:8080/", "a.test:80", false],
  ["http://a.test/", "a.test:80", true],
  ["https://a.test/", "a.test:443", true],
  ["http://x.a.test/", ".a.test", true],
  ["http://x.a.test/", "*.a.test", true],
  ["http://x.a.test/", "a.test", false],
  ["http://xa.test/", ".a.test", false],
  ["http://10.0.0.1/", "10.0.0.1", true],
  ["http://[::1]:8080/", "::1", true],
  ["http://[::1]:8080/", "[::1]:8080", true],
  ["http://a.test/", "", false],
])("%s is excluded by NO_PROXY=%s: %s", (url, list, expected) => {
  const named = { http_proxy: "http://p.test", https_proxy: "http://p.test", NO_PROXY: list };
  expect(ask(url, named) === undefined).toBe(expected);
});

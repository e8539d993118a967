import { describe, expect, test } from "vitest";
import { parseAddress, redirectTarget } from "./address.ts";

describe("where a download may begin", () => {
  test.each<[string, string, string | undefined]>([
    ["https://github.com/a/b", "https://github.com/a/b", undefined],
    ["https://mirror.example:8443/a#b", "https://mirror.example:8443/a", undefined],
    ["http://127.0.0.1:8000/a", "http://127.0.0.1:8000/a", undefined],
    ["http://localhost/a", "http://localhost/a", undefined],
    ["https://me:p%40ss@mirror.example/a", "https://mirror.example/a", `Basic ${btoa("me:p@ss")}`],
    ["https://token@mirror.example/a", "https://mirror.example/a", `Basic ${btoa("token:")}`],
    ["https://me:100%@mirror.example/a", "https://mirror.example/a", `Basic ${btoa("me:100%")}`],
  ])("%s", (text, url, authorization) => {
    const address = parseAddress(text);
    expect("url" in address && address.url.href).toBe(url);
    expect(address).toMatchObject({ authorization });
  });

  test.each([
    ["", "the address is not a URL"],
    ["mirror/a", "the address is not a URL"],
    ["http://mirror.example/a", "the address of mirror.example does not begin with https://"],
    ["http://127.0.0.1.evil.example/a", "the address of 127.0.0.1.evil.example does not begin with https://"],
    ["ftp://mirror.example/a", "the address of mirror.example does not begin with https://"],
    ["file:///etc/passwd", "the address of the file does not begin with https://"],
  ])("not %j: %s", (text, problem) => {
    expect(parseAddress(text)).toEqual({ problem });
  });
});

describe("where a redirect may lead", () => {
  const HOSTS = ["github.com", "objects.example"];
  const from = new URL("https://github.com/a/b");

  test.each<[string, string, boolean]>([
    ["https://objects.example/c?sig=1", "https://objects.example/c?sig=1", false],
    ["/c", "https://github.com/c", true],
    ["https://GitHub.com:443/c", "https://github.com/c", true],
    // What a server writes into an address is no credential of ours.
    ["https://a:b@objects.example/c", "https://objects.example/c", false],
  ])("%s", (location, url, isSameHost) => {
    const target = redirectTarget(location, from, HOSTS);
    expect("url" in target && target.url.href).toBe(url);
    expect(target).toMatchObject({ isSameHost });
  });

  test.each<[string | undefined, string]>([
    [undefined, "github.com answers with a redirect that names no address"],
    ["https://", "github.com answers with a redirect that names no address"],
    ["data:text/plain,x", "github.com answers with a redirect to another protocol, data:"],
    ["https://evil.example/c", "github.com redirects to evil.example, which is not one of github.com, objects.example"],
    ["https://objects.example.evil.example/c", "github.com redirects to objects.example.evil.example, which"],
    ["https://evil.objects.example/c", "github.com redirects to evil.objects.example, which is not one of"],
    ["https://objects.example@evil.example/c", "github.com redirects to evil.example, which is not one of"],
    ["https://objects.example:444/c", "github.com redirects to objects.example:444, which is not one of"],
    ["//evil.example/c", "github.com redirects to evil.example, which is not one of"],
    ["http://objects.example/c", "github.com redirects to objects.example without TLS"],
    ["http://169.254.169.254/latest", "github.com redirects to 169.254.169.254, which is not one of"],
  ])("not %s", (location, problem) => {
    expect(redirectTarget(location, from, HOSTS)).toEqual({ problem: expect.stringContaining(problem) });
  });
});

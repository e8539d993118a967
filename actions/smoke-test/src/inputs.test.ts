import { UserErrors } from "@jessy-actions/reading/user-error";
import { describe, expect, test } from "vitest";
import { inputsOf, SHA } from "../testing/facts.ts";
import type { Inputs } from "./inputs.ts";

const URL_INPUT = { url: "https://staging.example.com/health" };
const checksOf = ({ source }: Inputs) => (source.kind === "checks" ? source.checks : []);

test("one address is enough", () => {
  const inputs = inputsOf(URL_INPUT);
  expect(checksOf(inputs)).toMatchObject([
    { name: "GET /health", url: URL_INPUT.url, passes: 3, timeout: 5000, redirect: "none" },
  ]);
  expect(inputs).toMatchObject({ deadline: 120_000, interval: 1000, version: undefined, onInconclusive: "fail" });
});

test("everything of one address", () => {
  const inputs = inputsOf({
    ...URL_INPUT,
    version: SHA,
    "version-at": "header:X-Version",
    deadline: "5m",
    interval: "500ms",
    passes: "5",
    timeout: "2s",
    redirect: "follow",
    "max-latency": "800ms",
    "tls-days": "0",
    addresses: "192.0.2.1 192.0.2.2\nstaging.example.com = [2001:db8::1],192.0.2.3",
    "each-address": "true",
    "ip-version": "4",
    "on-inconclusive": "warn",
  });
  expect(checksOf(inputs)).toMatchObject([
    {
      passes: 5,
      timeout: 2000,
      redirect: "follow",
      expect: {
        version: { in: "header", name: "X-Version" },
        latency: { warn: undefined, fail: 800 },
        tlsDays: 0,
      },
    },
  ]);
  expect(inputs).toMatchObject({ deadline: 300_000, interval: 500, family: 4, eachAddress: true });
  expect([...inputs.pins]).toEqual([
    ["*", ["192.0.2.1", "192.0.2.2"]],
    ["staging.example.com", ["2001:db8::1", "192.0.2.3"]],
  ]);
});

test("a list and a file", () => {
  expect(checksOf(inputsOf({ checks: "https://a.example/\nhttps://b.example/ passes=1" }))).toHaveLength(2);
  expect(inputsOf({ "checks-file": "deploy/checks.yml" }).source).toEqual({ kind: "file", path: "deploy/checks.yml" });
});

describe("what cannot be used", () => {
  test.each<[string, Record<string, string>, string]>([
    ["nothing", {}, "input `url` is missing; write the address to ask, or several checks in `checks`"],
    [
      "a list of comments",
      { checks: "# later" },
      "input `checks` cannot be used: it has no checks, so nothing would be judged",
    ],
    ["an empty list", { checks: "[]" }, "it has no checks"],
    ["two of them", { ...URL_INPUT, checks: "https://a.example/" }, "inputs `url` and `checks` exclude each other"],
    ["another scheme", { url: "staging.example.com" }, "input `url` is `staging.example.com`; write, for example"],
    ["an empty variable", { url: "https:///health" }, "input `url` is `https:///health`, which has no host"],
    [
      "an endless address",
      { url: `https://a.example/${"a".repeat(200_000)}` },
      "input `url` has more than 100000 char",
    ],
    [
      "a latency beyond the time of a request",
      { ...URL_INPUT, "max-latency": "10s" },
      "input `max-latency` is 10000 ms, and a request ends after 5000 ms; write a longer `timeout` beside it",
    ],
    [
      "certificates that are not there",
      { url: "http://staging.example.com/", "tls-days": "14" },
      "input `tls-days` is set, and no check that counts asks over https: no certificate would be judged; write `https://`, or leave it out",
    ],
    [
      "certificates of a list without one",
      { checks: "http://a.example/\nhttps://b.example/ optional", "tls-days": "14" },
      "input `tls-days` is set, and no check that counts asks over https",
    ],
    ["several addresses", { url: "https://a.example/\nhttps://b.example/" }, "input `url` has several lines"],
    [
      "a line of the list",
      { checks: "https://a.example/ 2000" },
      "input `checks` cannot be used: line 1: it has `2000`",
    ],
    [
      "a version that nothing looks for",
      { ...URL_INPUT, version: SHA },
      "input `version` is set, and no check that counts looks for it",
    ],
    [
      "a version that only an optional check looks for",
      { checks: "https://a.example/\nhttps://b.example/ optional version=$.v", version: SHA },
      "no check that counts looks for it",
    ],
    [
      "no version to look for",
      { ...URL_INPUT, "version-at": "$.commit" },
      "input `version` is empty, and the check `GET /health` asserts a version",
    ],
    ["a place of a list", { checks: "https://a.example/", "version-at": "$.a" }, "input `version-at` belongs to `url`"],
    [
      "a place",
      { ...URL_INPUT, version: SHA, "version-at": "commit" },
      "input `version-at` is `commit`; write `$.commit`",
    ],
    [
      "passes that do not fit",
      { ...URL_INPUT, deadline: "10s", interval: "5s" },
      "input `deadline` is 10000 ms, which is too short: 3 passes with 5000 ms between them take longer than 10000 ms; raise",
    ],
    [
      "passes of a check that do not fit",
      { checks: "https://a.example/ passes=11", deadline: "10s" },
      "input `deadline` is 10000 ms, which is too short: 11 passes",
    ],
    ["no time", { ...URL_INPUT, deadline: "0s" }, "input `deadline` is `0s`; write a duration from `1s` to `3600s`"],
    ["too much time", { ...URL_INPUT, deadline: "2h" }, "input `deadline` is `2h`"],
    [
      "a pause that is none",
      { ...URL_INPUT, interval: "1ms" },
      "input `interval` is `1ms`; write a duration from `100ms`",
    ],
    ["no passes", { ...URL_INPUT, passes: "0" }, "input `passes` is `0`"],
    ["a path out of the repository", { "checks-file": "../checks.yml" }, "input `checks-file` is `../checks.yml`"],
    ["an absolute path", { "checks-file": "/etc/passwd" }, "input `checks-file` is `/etc/passwd`"],
    ["no address", { ...URL_INPUT, addresses: "a.example" }, "input `addresses` has the line `a.example`"],
    ["a short address", { ...URL_INPUT, addresses: "127.1" }, "input `addresses` has the line `127.1`"],
    ["a number that is no byte", { ...URL_INPUT, addresses: "1.2.3.256" }, "input `addresses` has the line"],
    ["a host without one", { ...URL_INPUT, addresses: "a.example=" }, "input `addresses` has the line"],
    ["half an address", { ...URL_INPUT, addresses: "a.example=2001:db8:::1" }, "input `addresses` has the line"],
    [
      "a certificate",
      { ...URL_INPUT, "certificate-authority": "MIIB" },
      "input `certificate-authority` is not a certificate in PEM",
    ],
  ])("%s", (_, written, message) => {
    expect(() => inputsOf(written)).toThrow(UserErrors);
    expect(() => inputsOf(written)).toThrow(message);
  });

  test("all of it at once", () => {
    const wrong = { checks: "x\ny", deadline: "x", passes: "x", addresses: "x" };
    expect(() => inputsOf(wrong)).toThrow(/checks[\s\S]*line 2[\s\S]*deadline[\s\S]*addresses/);
  });
});

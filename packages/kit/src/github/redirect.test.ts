import { expect, test } from "vitest";
import { redirectTarget } from "./redirect.ts";

const FROM = "https://ghe.example.com/api/v3/repos/a/b";

test.each([
  ["GET", 301, "/api/v3/repositories/1", { url: "https://ghe.example.com/api/v3/repositories/1", isSameHost: true }],
  ["PATCH", 308, "/x", { url: "https://ghe.example.com/x", isSameHost: true }],
  ["POST", 302, "https://ghe.example.com/x", { url: "https://ghe.example.com/x", isSameHost: true }],
  ["GET", 303, "/x", { url: "https://ghe.example.com/x", isSameHost: true }],
  ["GET", 302, "http://ghe.example.com/x", { url: "http://ghe.example.com/x", isSameHost: false }],
  ["GET", 302, "//evil.example/x", { url: "https://evil.example/x", isSameHost: false }],
  ["GET", 302, "https://ghe.example.com:8443/x", { url: "https://ghe.example.com:8443/x", isSameHost: false }],
])("%s, status %d to %s", (method, status, location, expected) => {
  expect(redirectTarget({ method, status, location }, FROM)).toEqual(expected);
});

test.each([
  ["GET", 302, null, "a redirect that names no address"],
  ["GET", 302, "http://", "a redirect that names no address"],
  ["GET", 302, "data:text/plain,x", "a redirect to another protocol, data:"],
  ["DELETE", 302, "https://evil.example", "a redirect of a write to another host, evil.example, which is not followed"],
  ["POST", 303, "/x", "a redirect to something else than what was asked for"],
])("%s, status %d to %s is not followed", (method, status, location, problem) => {
  expect(redirectTarget({ method, status, location }, FROM)).toEqual({ problem });
});

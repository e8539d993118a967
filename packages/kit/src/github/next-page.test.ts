import fc from "fast-check";
import { expect, test } from "vitest";
import { nextPageLink } from "./next-page.ts";

const API = "https://ghe.example.com/api/v3";

test.each([
  [null, undefined],
  ["", undefined],
  [`<${API}/x?page=1>; rel="prev", <${API}/x?page=9>; rel="last"`, undefined],
  [`<${API}/x?page=1>; rel="prev", <${API}/x?page=3>; rel="next"`, `<${API}/x?page=3>; rel="next"`],
  [`<${API}/x?head=a:b&q={c}>; rel="next"`, `<${API}/x?head=a%3Ab&q=%7Bc%7D>; rel="next"`],
  [`<${API}/x?head=a%3Ab%20c>; rel="next"`, `<${API}/x?head=a%3Ab%20c>; rel="next"`],
  ['<https://evil.example/x>; rel="next"', undefined],
  ['<http://ghe.example.com/x>; rel="next"', undefined],
  ['<https://ghe.example.com:8443/x>; rel="next"', undefined],
  ['<https://ghe.example.com@evil.example/x>; rel="next"', undefined],
  ['</x>; rel="next"', undefined],
])("%s", (link, expected) => {
  expect(nextPageLink(link, API)).toBe(expected);
});

test("whatever a server says, only its own host is named", () => {
  const part = fc.constantFrom(
    "<",
    ">",
    '; rel="next"',
    "https://",
    "ghe.example.com",
    "evil.example",
    "@",
    ":",
    "/",
    "{x}",
    ",",
    " ",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const link = nextPageLink(parts.join(""), API);
      if (link !== undefined) expect(link).toMatch(/^<https:\/\/ghe\.example\.com\/[^:{}<>]*>; rel="next"$/);
    }),
  );
});

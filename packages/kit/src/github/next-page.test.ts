import fc from "fast-check";
import { expect, test } from "vitest";
import { nextPage } from "./next-page.ts";

const API = "https://ghe.example.com/api/v3";

const OTHER_HOST = { problem: expect.stringMatching(/^the next page of the list is on another host, /) };
const NOT_WHOLE = { problem: "the next page of the list is not a whole address" };

test.each([
  [undefined, undefined],
  ["", undefined],
  [`<${API}/x?page=1>; rel="prev", <${API}/x?page=9>; rel="last"`, undefined],
  [`<${API}/x?page=1>; rel="prev", <${API}/x?page=3>; rel="next"`, { url: `${API}/x?page=3` }],
  [`<${API}/x?head=a:b&q={c}>; rel="next"`, { url: `${API}/x?head=a%3Ab&q=%7Bc%7D` }],
  [`<${API}/x?head=a%3Ab%20c>; rel="next"`, { url: `${API}/x?head=a%3Ab%20c` }],
  // Spellings that RFC 8288 allows.
  [`<${API}/x>; rel=next`, { url: `${API}/x` }],
  [`<${API}/x>;rel="last next"`, { url: `${API}/x` }],
  [`<${API}/x>; title="a"; REL="Next"`, { url: `${API}/x` }],
  [`<${API}/x>; rel = "next"`, { url: `${API}/x` }],
  [`<${API}/x?page=1>; rel="prev",<${API}/x?page=3>; rel="next"`, { url: `${API}/x?page=3` }],
  [`<${API}/x?a=1,2>; rel="next"`, { url: `${API}/x?a=1,2` }],
  // Not a link: something stands before the address.
  [`x <${API}/x>; rel="next"`, undefined],
  [`<${API}/x>; rel="nextish"`, undefined],
  ['<https://evil.example/x>; rel="next"', OTHER_HOST],
  ['<http://ghe.example.com/x>; rel="next"', OTHER_HOST],
  ['<https://ghe.example.com:8443/x>; rel="next"', OTHER_HOST],
  ['<https://ghe.example.com@evil.example/x>; rel="next"', OTHER_HOST],
  ['<https://user@ghe.example.com/x>; rel="next"', OTHER_HOST],
  ['<https://:secret@ghe.example.com/x>; rel="next"', OTHER_HOST],
  ['</x>; rel="next"', NOT_WHOLE],
  ['<?page=2>; rel="next"', NOT_WHOLE],
  ['<>; rel="next"', NOT_WHOLE],
])("%s", (link, expected) => {
  expect(nextPage(link, API)).toEqual(expected);
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
      const next = nextPage(parts.join(""), API);
      if (next !== undefined && "url" in next) expect(next.url).toMatch(/^https:\/\/ghe\.example\.com\/[^:{}<>]*$/);
    }),
  );
});

import { expect, test } from "vitest";
import { exampleCheck } from "../../../../packages/deployment/testing/outcomes.ts";
import { MAX_QUESTIONS, pinsOf } from "./pins-of.ts";

const checks = ["https://a.example/", "https://a.example:8443/", "https://b.example/"].map((url) =>
  exampleCheck({ url }),
);
const pins = (written: Record<string, string[]>) =>
  Object.fromEntries(pinsOf(checks, new Map(Object.entries(written))).pins);

test.each<[string, Record<string, string[]>, Record<string, string[]>]>([
  ["none", {}, {}],
  ["of one host, whatever its port", { "a.example": ["192.0.2.1"] }, { "a.example": ["192.0.2.1"] }],
  [
    "of every check",
    { "*": ["192.0.2.1"] },
    { "a.example": ["192.0.2.1"], "a.example:8443": ["192.0.2.1"], "b.example": ["192.0.2.1"] },
  ],
  [
    "of every check that has none of its own",
    { "*": ["192.0.2.1"], "a.example": ["192.0.2.2"] },
    { "a.example": ["192.0.2.2"], "b.example": ["192.0.2.1"] },
  ],
])("addresses: %s", (_, written, found) => {
  expect(pins(written)).toEqual(found);
});

test("a host that no check asks is an error", () => {
  expect(() => pins({ "c.example": ["192.0.2.1"] })).toThrow("input `addresses`: no check asks the host `c.example`");
});

test("the report says what was asked where", () => {
  expect(pinsOf(checks, new Map([["b.example", ["192.0.2.1", "192.0.2.2"]]])).notes).toEqual([
    "Addresses were given: `b.example` is asked at 192.0.2.1, 192.0.2.2.",
  ]);
});

test.each<[number, boolean]>([
  [MAX_QUESTIONS / 20 - 1, false],
  [MAX_QUESTIONS / 20, false],
  [MAX_QUESTIONS / 20 + 1, true],
])("%d checks on twenty addresses", (count, isRefused) => {
  const many = Array.from({ length: count }, (_, at) => exampleCheck({ url: `https://a.example/${at}` }));
  const addresses = Array.from({ length: 20 }, (_, at) => `192.0.2.${at}`);
  const work = () => pinsOf(many, new Map([["*", addresses]]));
  if (isRefused) expect(work).toThrow(`at most ${MAX_QUESTIONS} are sent`);
  else expect(work).not.toThrow();
});

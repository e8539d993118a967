import { expect, test } from "vitest";
import { exampleCheck } from "../../testing/outcomes.ts";
import { fillReferences } from "./references.ts";

/** `${name}`, as a user writes it. */
const ref = (name: string) => `$\{${name}}`;
const check = exampleCheck({
  headers: [
    ["Authorization", `Bearer ${ref("API_TOKEN")}`],
    ["X-Both", `${ref("A")}-${ref("API_TOKEN")}`],
  ],
  body: `{"key":"${ref("A")}"}`,
});

test("fills headers and bodies, and says what is to be masked", () => {
  const { checks, values, missing } = fillReferences([check], { API_TOKEN: "planted\n", A: "a" });
  expect(missing).toEqual([]);
  expect(checks[0]!.headers).toEqual([
    ["Authorization", "Bearer planted"],
    ["X-Both", "a-planted"],
  ]);
  expect(checks[0]!.body).toBe('{"key":"a"}');
  expect(values).toEqual(["planted", "a"]);
});

test("a value is not read again", () => {
  const { checks } = fillReferences([check], { API_TOKEN: ref("A"), A: "a" });
  expect(checks[0]!.headers[0]).toEqual(["Authorization", `Bearer ${ref("A")}`]);
});

test.each<[Record<string, string>, string[]]>([
  [{}, ["API_TOKEN", "A"]],
  [{ API_TOKEN: " ", A: "a" }, ["API_TOKEN"]],
  [{ API_TOKEN: "x\r\nHost: evil", A: "a" }, ["API_TOKEN"]],
])("%j misses %j, each once", (variables, names) => {
  expect(fillReferences([check, check], variables).missing.map(({ variable }) => variable)).toEqual(names);
});

test("no variable of a prototype", () => {
  const odd = exampleCheck({ body: ref("constructor") });
  expect(fillReferences([odd], {}).missing.map(({ problem }) => problem)).toEqual([
    "the check `health` needs the variable `constructor`, which is empty or not set",
  ]);
});

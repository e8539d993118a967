import { afterEach, expect, test, vi } from "vitest";
import { addressesOf } from "./addresses.ts";

const dns = process.getBuiltinModule("node:dns");

afterEach(() => vi.restoreAllMocks());

function answer(...addresses: readonly string[]): void {
  vi.spyOn(dns, "lookup").mockImplementation(((_: string, __: object, done: (...args: readonly unknown[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    )) as never);
}

test("families take turns, in the resolver's order, each address once", async () => {
  answer("::1", "::2", "::3", "10.0.0.1", "::1", "10.0.0.2");
  expect(await addressesOf(new URL("http://a.test"), undefined, 60_000)).toEqual([
    "::1",
    "10.0.0.1",
    "::2",
    "10.0.0.2",
    "::3",
  ]);
});

test.each([63, 64, 65])("at most 64 of %i addresses", async (count) => {
  answer(...Array.from({ length: count }, (_, at) => `10.0.0.${at}`));
  expect(await addressesOf(new URL("http://a.test"), undefined, 60_000)).toHaveLength(Math.min(64, count));
});

test.each<[string, 4 | 6 | undefined, readonly string[] | string]>([
  ["http://10.0.0.1:8080/", undefined, ["10.0.0.1"]],
  ["http://[::1]/", 6, ["::1"]],
  ["http://[::1]/", 4, "::1 has no IPv4 address"],
])("%s, IPv%s: %j", async (url, family, expected) => {
  const found = await addressesOf(new URL(url), family, 60_000);
  expect("message" in found ? found.message : found).toEqual(expected);
});

test.each([
  ["ENOTFOUND", "the name a.test does not resolve"],
  ["EAI_AGAIN", "the name server did not say the address of a.test (EAI_AGAIN)"],
])("%s", async (code, message) => {
  vi.spyOn(dns, "lookup").mockImplementation(((_: string, __: object, done: (error: Error) => void) =>
    done(Object.assign(new Error(), { code }))) as never);
  expect(await addressesOf(new URL("http://a.test"), undefined, 60_000)).toMatchObject({ failure: "name", message });
});

test("no address at all", async () => {
  answer();
  expect(await addressesOf(new URL("http://a.test"), undefined, 60_000)).toMatchObject({ failure: "name" });
});

test("a lookup that hangs is not asked a second time beside itself", async () => {
  const hanging: ((error: Error) => void)[] = [];
  const spy = vi.spyOn(dns, "lookup").mockImplementation(((_: string, __: object, done: (error: Error) => void) => {
    hanging.push(done);
  }) as never);
  for (const _ of [1, 2, 3])
    expect(await addressesOf(new URL("http://hanging.test"), undefined, 20)).toMatchObject({ failure: "timeout" });
  expect(await addressesOf(new URL("http://hanging.test"), 6, 20)).toMatchObject({ failure: "timeout" });
  expect(spy).toHaveBeenCalledTimes(2);
  for (const done of hanging) done(Object.assign(new Error(), { code: "EAI_AGAIN" }));
  await new Promise(setImmediate);
  answer("10.0.0.1");
  expect(await addressesOf(new URL("http://hanging.test"), undefined, 60_000)).toEqual(["10.0.0.1"]);
});

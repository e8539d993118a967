import { isIP } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addressBytes, ipVersion } from "./ip-address.ts";

test.each<[string, readonly number[] | undefined]>([
  ["10.0.255.1", [10, 0, 255, 1]],
  ["::1", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
  ["fe80::1%eth0", [0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
  ["1:2:3:4:5:6:7.8.9.10", [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 7, 8, 9, 10]],
  ["", undefined],
  ["app.example", undefined],
  ["1.2.3", undefined],
  ["01.2.3.4", undefined],
  ["1.2.3.4%eth0", undefined],
  ["::1::", undefined],
  ["1:2:3:4:5:6:7:8::", undefined],
])("%s", (text, bytes) => {
  expect(addressBytes(text)).toEqual(bytes);
});

test("what is an address is Node's opinion", () => {
  const piece = fc.constantFrom("::", ":", "0", "a9fe", "ffff", "1", "1.2.3.4", ".", "256", "g", "01.", "%", "%eth0");
  const near = fc.array(piece, { maxLength: 12 }).map((all) => all.join(""));
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), near), (text) => {
      expect(ipVersion(text) ?? 0).toBe(isIP(text));
    }),
    { numRuns: 1000 },
  );
});

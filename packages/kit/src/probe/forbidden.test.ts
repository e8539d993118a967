import fc from "fast-check";
import { expect, test } from "vitest";
import { isMetadataAddress, isMetadataName } from "./forbidden.ts";

test.each([
  "169.254.169.254",
  "169.254.170.2",
  "169.254.170.23",
  "168.63.129.16",
  "100.100.100.200",
  "192.0.0.192",
  "fd00:ec2::254",
  "FD00:0EC2:0000::23",
  "fd20:ce::254",
  "fe80::a9fe:a9fe%eth0",
  // The same IPv4 address inside an IPv6 one.
  "::ffff:169.254.169.254",
  "::ffff:a9fe:a9fe",
  "0:0:0:0:0:ffff:a9fe:a9fe",
  "::169.254.169.254",
  "::ffff:0:a9fe:a9fe",
  "64:ff9b::169.254.169.254",
  "64:ff9b:1::a9fe:a9fe",
  "64:ff9b:1:a9fe:a9:fe00::",
  "2002:a9fe:a9fe::1",
  "2001:0:a9fe:a9fe::1",
  "2001:0:4136:e378:8000:63bf:5601:5601",
  "fe90::5efe:169.254.169.254",
  "2a00::5efe:a9fe:a9fe",
  "2a00::200:5efe:a9fe:a9fe",
])("%s is a metadata service", (address) => {
  expect(isMetadataAddress(address)).toBe(true);
});

test.each([
  "127.0.0.1",
  "10.0.0.1",
  "169.253.255.255",
  "169.255.0.0",
  "168.63.129.17",
  "::1",
  "::ffff:10.0.0.1",
  "2002:0a00:0001::1",
  "fd00:ec3::254",
  "2001:db8::a9fe:a9fe",
  "2001:1::a9fe:a9fe",
  "not an address",
])("%s is not", (address) => {
  expect(isMetadataAddress(address)).toBe(false);
});

test("names that only a proxy resolves", () => {
  expect(["metadata.google.internal", "METADATA.google.internal.", "metadata"].map(isMetadataName)).toEqual([
    true,
    true,
    true,
  ]);
  expect(["metadata.example.com", "google.internal", "my-metadata"].map(isMetadataName)).toEqual([false, false, false]);
});

test("an IPv4 address is found in every form that carries it", () => {
  fc.assert(
    fc.property(fc.nat(255), fc.nat(255), (a, b) => {
      const hex = (byte: number) => byte.toString(16).padStart(2, "0");
      const own = `169.254.${a}.${b}`;
      const words = `a9fe:${hex(a)}${hex(b)}`;
      for (const form of [own, `::ffff:${own}`, `::ffff:${words}`, `64:ff9b::${own}`, `2002:${words}::`])
        expect(isMetadataAddress(form)).toBe(true);
    }),
  );
});

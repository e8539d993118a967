import fc from "fast-check";
import nacl from "tweetnacl";
import { expect, test } from "vitest";
import { KEY_LENGTH, NONCE_LENGTH, openSecretbox } from "./secretbox.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

test("the example of NaCl's own tests", () => {
  const hex = (text: string) => Buffer.from(text, "hex");
  const key = hex("1b27556473e985d462cd51197a9a46c76009549eac6474f206c4ee0844f68389");
  const nonce = hex("69696ee955b62b73cd62bda875fc73d68219e0036b7a0b37");
  const box = hex(
    "f3ffc7703f9400e52a7dfb4b3d3305d98e993b9f48681273c29650ba32fc76ce48332ea7164d96a4476fb8c531a1186a" +
      "c0dfc17c98dce87b4da7f011ec48c97271d2c20f9b928fe2270d6fb863d51738b48eeee314a7cc8ab932164548e526ae" +
      "90224368517acfeabd6bb3732bc0e9da99832b61ca01b6de56244a9e88d5f9b37973f622a43d14a6599b1f654cb45a74" +
      "e355a5",
  );
  expect(Buffer.from(openSecretbox(box, nonce, key)!).toString("hex")).toMatch(/^be075fc53c81f2d5cf141316ebeb0c7b5228/);
});

test("whatever tweetnacl closes is opened, and nothing of which one bit differs", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 700 }),
      bytes(NONCE_LENGTH),
      bytes(KEY_LENGTH),
      fc.nat(),
      fc.nat(7),
      (content, nonce, key, at, bit) => {
        const box = nacl.secretbox(content, nonce, key);
        expect(openSecretbox(box, nonce, key)).toEqual(content);
        for (const changed of [0, 1, 2]) {
          const given = [box, nonce, key].map((each) => Uint8Array.from(each)) as [Uint8Array, Uint8Array, Uint8Array];
          given[changed]![at % given[changed]!.length]! ^= 1 << bit;
          expect(openSecretbox(...given)).toBeUndefined();
        }
      },
    ),
  );
});

test("sums at the edge of Poly1305's prime, and any tag, are judged as tweetnacl judges them", () => {
  const edge = fc
    .array(fc.constantFrom(0x00, 0xff, 0xfb, 0xfc), { maxLength: 80 })
    .map((list) => Uint8Array.from(list));
  fc.assert(
    fc.property(edge, bytes(NONCE_LENGTH), bytes(KEY_LENGTH), (box, nonce, key) => {
      expect(openSecretbox(box, nonce, key) ?? null).toEqual(nacl.secretbox.open(box, nonce, key));
      expect(openSecretbox(nacl.secretbox(box, nonce, key), nonce, key)).toEqual(box);
    }),
  );
});

test("keys and nonces of another length are refused", () => {
  expect(() => openSecretbox(new Uint8Array(16), new Uint8Array(12), new Uint8Array(32))).toThrow("another length");
});

/**
 * Opens NaCl's secretbox (XSalsa20 and Poly1305, https://nacl.cr.yp.to/secretbox.html), which `node:crypto` lacks and
 * cosign puts around its private keys. secretbox.test.ts holds it against tweetnacl.
 */
import { timingSafeEqual } from "node:crypto";

/** Bytes. */
export const KEY_LENGTH = 32;
export const NONCE_LENGTH = 24;
const TAG_LENGTH = 16;
const BLOCK_LENGTH = 64;

/** "expand 32-byte k" in words. */
const SIGMA = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574] as const;

/** @returns the content; undefined when it was not closed with this key and nonce, or was changed since. */
export function openSecretbox(box: Uint8Array, nonce: Uint8Array, key: Uint8Array): Uint8Array | undefined {
  if (key.length !== KEY_LENGTH || nonce.length !== NONCE_LENGTH) throw new Error("a key or nonce of another length");
  if (box.length < TAG_LENGTH) return undefined;
  const [tag, closed] = [box.subarray(0, TAG_LENGTH), box.subarray(TAG_LENGTH)];
  const stream = keyStream(closed.length + 32, nonce, key);
  if (!timingSafeEqual(tag, poly1305(closed, stream.subarray(0, 32)))) return undefined;
  return closed.map((byte, at) => byte ^ stream[at + 32]!);
}

/** XSalsa20's key stream, at least `length` bytes of it. */
function keyStream(length: number, nonce: Uint8Array, key: Uint8Array): Uint8Array {
  const start = words(nonce);
  const mixed = rounds(state(words(key), start.slice(0, 4)));
  const subkey = [0, 5, 10, 15, 6, 7, 8, 9].map((at) => mixed[at]!);
  const stream = new Uint8Array(Math.ceil(length / BLOCK_LENGTH) * BLOCK_LENGTH);
  const view = new DataView(stream.buffer);
  for (let at = 0; at < stream.length; at += BLOCK_LENGTH) {
    const before = state(subkey, [...start.slice(4), at / BLOCK_LENGTH, 0]);
    for (const [index, word] of rounds(before).entries()) view.setUint32(at + 4 * index, word + before[index]!, true);
  }
  return stream;
}

/** Salsa20's sixteen words, from eight of the key and four of what changes. */
function state(key: readonly number[], input: readonly number[]): Uint32Array {
  const [a, b, c, d] = SIGMA;
  return Uint32Array.of(a, ...key.slice(0, 4), b, ...input, c, ...key.slice(4), d);
}

/** The four words of each quarter-round: columns, then rows. */
const QUARTERS = [
  ...[0, 4, 8, 12, 5, 9, 13, 1, 10, 14, 2, 6, 15, 3, 7, 11],
  ...[0, 1, 2, 3, 5, 6, 7, 4, 10, 11, 8, 9, 15, 12, 13, 14],
] as const;

function rounds(before: Uint32Array): Uint32Array {
  const x = Uint32Array.from(before);
  const mix = (to: number, one: number, other: number, bits: number): void => {
    const sum = (x[one]! + x[other]!) >>> 0;
    x[to]! ^= (sum << bits) | (sum >>> (32 - bits));
  };
  for (let round = 0; round < 10; round++) {
    for (let at = 0; at < QUARTERS.length; at += 4) {
      const [a, b, c, d] = QUARTERS.slice(at, at + 4) as [number, number, number, number];
      mix(b, a, d, 7);
      mix(c, b, a, 9);
      mix(d, c, b, 13);
      mix(a, d, c, 18);
    }
  }
  return x;
}

const PRIME = (1n << 130n) - 5n;
const CLAMP = 0x0ffffffc0ffffffc0ffffffc0fffffffn;

function poly1305(message: Uint8Array, key: Uint8Array): Uint8Array {
  const r = number(key.subarray(0, 16)) & CLAMP;
  let sum = 0n;
  for (let at = 0; at < message.length; at += 16) {
    const block = message.subarray(at, at + 16);
    sum = ((sum + number(block) + (1n << BigInt(8 * block.length))) * r) % PRIME;
  }
  const tag = BigInt.asUintN(128, sum + number(key.subarray(16)));
  return Buffer.from(tag.toString(16).padStart(32, "0"), "hex").reverse();
}

/** The first byte counts least. */
function number(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`);
}

function words(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 4 }, (_, at) => view.getUint32(4 * at, true));
}

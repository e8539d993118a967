import { addressBytes } from "./ip-address.ts";

/**
 * Addresses at which clouds give credentials of a machine to whoever asks from it. A check reaches private networks on
 * purpose, and never these.
 */
const METADATA: readonly (readonly [network: string, prefix: number])[] = [
  // AWS, Azure, Google Cloud, OpenStack, DigitalOcean, Tencent, tasks of ECS and pods of EKS.
  ["169.254.0.0", 16],
  // Azure's wire server, which runners of GitHub's reach, too.
  ["168.63.129.16", 32],
  // Alibaba, Oracle.
  ["100.100.100.200", 32],
  ["192.0.0.192", 32],
  // The same by IPv6: link-local, AWS with EKS, Google Cloud, Oracle, Scaleway.
  ["fe80::", 10],
  ["fd00:ec2::", 32],
  ["fd20:ce::254", 128],
  ["fd00:c1::a9fe:a9fe", 128],
  ["fd00:42::42", 128],
];

/** Names of those services, where a proxy does the lookup. */
const NAMES = /^(?:metadata|metadata\.google\.internal|metadata\.goog|instance-data(?:\.ec2\.internal)?)\.?$/i;

/** Whether a connection to the address may reach a cloud's metadata service, in any form that carries it. Pure. */
export function isMetadataAddress(address: string): boolean {
  const bytes = addressBytes(address);
  if (bytes === undefined) return false;
  return [bytes, ...carriedAddresses(bytes)].some((one) => METADATA.some((range) => holds(range, one)));
}

export function isMetadataName(name: string): boolean {
  return NAMES.test(name);
}

function holds([network, prefix]: (typeof METADATA)[number], bytes: readonly number[]): boolean {
  const own = addressBytes(network)!;
  if (own.length !== bytes.length) return false;
  const bits = (all: readonly number[]) => all.map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits(own).slice(0, prefix) === bits(bytes).slice(0, prefix);
}

/**
 * The IPv4 addresses that an IPv6 address may lead to: mapped and compatible (RFC 4291), translated (RFC 2765), NAT64 (RFC
 * 6052, RFC 8215), 6to4 (RFC 3056), both ends of Teredo (RFC 4380), ISATAP (RFC 5214).
 */
function carriedAddresses(bytes: readonly number[]): readonly (readonly number[])[] {
  if (bytes.length !== 16) return [];
  const starts = (...prefix: readonly number[]) => prefix.every((byte, at) => bytes[at] === byte);
  const areZero = (from: number, to: number) => bytes.slice(from, to).every((byte) => byte === 0);
  const last = bytes.slice(12);
  const carried: (readonly number[])[] = [];
  if (areZero(0, 12) || (areZero(0, 10) && bytes[10] === 255 && bytes[11] === 255)) carried.push(last);
  if (areZero(0, 8) && bytes[8] === 255 && bytes[9] === 255 && areZero(10, 12)) carried.push(last);
  if (starts(0, 0x64, 0xff, 0x9b)) carried.push(last, [...bytes.slice(6, 8), ...bytes.slice(9, 11)]);
  if (starts(0x20, 0x02)) carried.push(bytes.slice(2, 6));
  if (starts(0x20, 0x01, 0, 0))
    carried.push(
      bytes.slice(4, 8),
      last.map((byte) => byte ^ 255),
    );
  if (bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe) carried.push(last);
  return carried;
}

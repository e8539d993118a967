/** The version of an IP address, or undefined for a name. As `net.isIP`, whose module costs milliseconds to load. Pure. */
export function ipVersion(text: string): 4 | 6 | undefined {
  const bytes = addressBytes(text);
  return bytes && (bytes.length === 4 ? 4 : 6);
}

/** 4 or 16 bytes; undefined for what is not an address. A zone, as in `fe80::1%eth0`, is left out. Pure. */
export function addressBytes(address: string): readonly number[] | undefined {
  if (!address.includes(":")) return quadBytes(address);
  const text = address.replace(/%[\w.:-]+$/, "");
  const dotted = text.slice(text.lastIndexOf(":") + 1);
  const quad = dotted.includes(".") ? quadBytes(dotted) : [];
  if (quad === undefined) return undefined;
  const words = quad.length === 0 ? text : `${text.slice(0, text.lastIndexOf(":") + 1)}0:0`;
  const [head = "", tail, ...more] = words.split("::");
  if (more.length > 0) return undefined;
  const read = (side: string) => (side === "" ? [] : side.split(":"));
  const [before, after] = [read(head), tail === undefined ? [] : read(tail)];
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...before, ...Array<string>(missing).fill("0"), ...after];
  if (!all.every((word) => /^[0-9a-f]{1,4}$/i.test(word))) return undefined;
  const bytes = all.flatMap((word) => [Number.parseInt(word, 16) >> 8, Number.parseInt(word, 16) & 255]);
  return quad.length === 0 ? bytes : [...bytes.slice(0, 12), ...quad];
}

function quadBytes(text: string): readonly number[] | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.map(Number);
}

/** A file's name and its SHA-256 in hexadecimal digits. */
export interface Checksum {
  readonly name: string;
  readonly sha256: string;
}

/**
 * Writes `SHA256SUMS` as `sha256sum -c` and actions/attest read it: sorted by name (by code units, whatever the locale), with two blanks between.
 *
 * @param checksums with the names as they are stored, so without line breaks
 * @throws RangeError on a name or digest that would break the format
 */
export function writeChecksums(checksums: readonly Checksum[]): string {
  const sorted = checksums.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return sorted
    .map(({ name, sha256 }) => {
      if (!DIGEST.test(sha256)) throw new RangeError(`${JSON.stringify(sha256.slice(0, 80))} is not a SHA-256`);
      if (name === "" || /[\n\r\\]/.test(name))
        throw new RangeError(`${JSON.stringify(name.slice(0, 80))} cannot be the name of an asset`);
      return `${sha256}  ${name}\n`;
    })
    .join("");
}

export interface ReadChecksums {
  readonly checksums: readonly Checksum[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/**
 * Reads what `sha256sum`, `shasum -a 256` (text or binary: ` ` or `*` before the name) and `sha256sum --tag` (`SHA256 (name) = ...`) write. Digests
 * come back in lower case. A name that appears twice is a problem unless its digest is the same.
 */
export function readChecksums(text: string): ReadChecksums {
  const found = new Map<string, string>();
  const problems: { line: number; message: string }[] = [];
  for (const [at, raw] of text
    .replace(/^\ufeff/, "")
    .split("\n")
    .entries()) {
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (line.trim() === "" || line.startsWith("#")) continue;
    const read = readLine(line);
    if (read === undefined) {
      problems.push({
        line: at + 1,
        message: "is not a checksum; write the SHA-256 in 64 hexadecimal digits, two blanks, the name",
      });
      continue;
    }
    const other = found.get(read.name);
    if (other === undefined) found.set(read.name, read.sha256);
    else if (other !== read.sha256)
      problems.push({ line: at + 1, message: "gives a name a second, different checksum" });
  }
  return { checksums: [...found].map(([name, sha256]) => ({ name, sha256 })), problems };
}

const DIGEST = /^[0-9a-f]{64}$/;

function readLine(line: string): Checksum | undefined {
  const digest = line.slice(0, 64).toLowerCase();
  if (DIGEST.test(digest) && line[64] === " " && (line[65] === " " || line[65] === "*")) {
    const name = line.slice(66);
    return name === "" ? undefined : { name, sha256: digest };
  }
  if (!line.startsWith("SHA256 (")) return undefined;
  const end = line.lastIndexOf(") = ");
  const tagged = line
    .slice(end + 4)
    .trim()
    .toLowerCase();
  const name = line.slice(8, Math.max(8, end));
  return name === "" || !DIGEST.test(tagged) ? undefined : { name, sha256: tagged };
}

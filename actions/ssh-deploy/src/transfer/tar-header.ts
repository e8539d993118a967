/** What tar(5) calls ustar, with GNU's entries for long names: GNU tar, busybox and libarchive read both. */
export interface TarMember {
  /** As bytes, one character each. */
  readonly name: string;
  readonly kind: "file" | "folder" | "link";
  readonly mode: string;
  readonly size: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  /** Of a link, as bytes. */
  readonly target?: string;
}

export const BLOCK = 512;
/** Bytes of the fields for names and for targets; one is for the end. */
const NAME_BYTES = 100;
/** Eleven octal digits. Beyond, the size is binary: GNU's way, which busybox reads as well. */
const MAX_OCTAL = 8 ** 11 - 1;

const TYPES = { file: "0", folder: "5", link: "2" } as const;

/** The blocks before a member's content. Owner and group are nobody's: whoever unpacks it owns it. */
export function tarHeader(member: TarMember): Buffer {
  const { kind, target = "" } = member;
  const name = kind === "folder" ? `${member.name}/` : member.name;
  return Buffer.concat([
    ...(name.length >= NAME_BYTES ? longName("L", name) : []),
    ...(target.length >= NAME_BYTES ? longName("K", target) : []),
    headerBlock({ ...member, name }, TYPES[kind], kind === "file" ? member.size : 0),
  ]);
}

/** Fills a member's content to whole blocks. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

/** Two empty blocks. */
export const TAR_END = Buffer.alloc(2 * BLOCK);

function longName(type: string, text: string): readonly Buffer[] {
  const content = Buffer.from(`${text}\0`, "latin1");
  const member = { name: "././@LongLink", kind: "file", mode: "644", size: content.length, mtime: 0 } as const;
  return [headerBlock(member, type, content.length), content, tarPadding(content.length)];
}

function headerBlock({ name, mode, mtime, target = "" }: TarMember, type: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name.slice(0, NAME_BYTES - 1), 0, "latin1");
  block.write(`0000${mode}\0`, 100, "latin1");
  block.write("0000000\0".repeat(2), 108, "latin1");
  if (size <= MAX_OCTAL) block.write(`${size.toString(8).padStart(11, "0")}\0`, 124, "latin1");
  else {
    block[124] = 0x80;
    block.writeBigUInt64BE(BigInt(size), 128);
  }
  block.write(`${Math.max(0, mtime).toString(8).padStart(11, "0")}\0`, 136, "latin1");
  block.fill(" ", 148, 156);
  block.write(type, 156, "latin1");
  block.write(target.slice(0, NAME_BYTES - 1), 157, "latin1");
  block.write("ustar\u000000", 257, "latin1");
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return block;
}

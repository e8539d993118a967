export interface TarEntry {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
  /** What the header says of its size, instead of what is right. */
  readonly size?: string;
  /** Seconds since 1970; default 0. */
  readonly mtime?: number;
  /** Default: 0644. */
  readonly mode?: number;
}

/** A tar archive, byte by byte, as the program writes it and as it never would. */
export function tarOf(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.flatMap(({ name, type, content, size, mtime = 0, mode = 0o644 }) => {
    const body = typeof content === "string" ? Buffer.from(content) : content;
    const header = Buffer.alloc(512);
    header.write(name.slice(0, 99), 0);
    header.write(`${mode.toString(8).padStart(7, "0")}\0`, 100);
    header.write(`${size ?? body.length.toString(8).padStart(11, "0")}\0`, 124);
    header.write(`${mtime.toString(8).padStart(11, "0")}\0`, 136);
    header.fill(" ", 148, 156);
    header.write(type, 156, "latin1");
    header.write("ustar\0", 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

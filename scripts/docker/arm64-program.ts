/** The smallest program for arm64 that says something: an ELF header, one segment, eight instructions. */
export function helloForArm64(): Buffer {
  const text = "hello\n";
  const code = [0xd2800020, 0x100000e1, 0xd28000c2, 0xd2800808, 0xd4000001, 0xd2800000, 0xd2800ba8, 0xd4000001];
  const [start, address] = [64 + 56, 0x400000];
  const size = start + code.length * 4 + text.length;
  const file = Buffer.alloc(size);
  file.write("\x7fELF\x02\x01\x01", "latin1");
  // An executable for 0xb7, its entry, where its one program header is, and sizes.
  for (const [value, at] of [
    [2, 16],
    [0xb7, 18],
    [64, 52],
    [56, 54],
    [1, 56],
  ] as const)
    file.writeUInt16LE(value, at);
  file.writeUInt32LE(1, 20);
  file.writeBigUInt64LE(BigInt(address + start), 24);
  file.writeBigUInt64LE(64n, 32);
  // Loaded whole, readable and executable.
  file.writeUInt32LE(1, 64);
  file.writeUInt32LE(5, 68);
  for (const [value, at] of [
    [address, 80],
    [address, 88],
    [size, 96],
    [size, 104],
    [0x1000, 112],
  ] as const)
    file.writeBigUInt64LE(BigInt(value), at);
  code.forEach((instruction, index) => void file.writeUInt32LE(instruction, start + index * 4));
  file.write(text, start + code.length * 4);
  return file;
}

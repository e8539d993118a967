import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { TAR_END, tarHeader, tarPadding } from "./tar-header.ts";

const BUSYBOX = resolve(import.meta.dirname, "../../../../build/engines/debian/sid/usr/bin/busybox");
const READERS: readonly (readonly [string, ...string[]])[] = [
  ["tar"],
  ...(existsSync(BUSYBOX) ? ([[BUSYBOX, "tar"]] as const) : []),
];

const file = { kind: "file", mode: "644", size: 0, mtime: 0 } as const;

describe.each(READERS)("%s reads", (program, ...args) => {
  const list = (archive: Buffer) => {
    const { stdout, stderr, status } = spawnSync(program, [...args, "-tvf", "-"], {
      input: Buffer.concat([archive, TAR_END]),
      env: { ...process.env, TZ: "UTC", LC_ALL: "C" },
    });
    return { text: stdout.toString("latin1"), stderr: stderr.toString(), status };
  };

  test.each([1, 98, 99, 100, 101, 255, 256, 511, 512, 513, 4000])("a name of %i bytes", (length) => {
    const name = "n".repeat(length);
    const { text, status } = list(Buffer.concat([tarHeader({ ...file, name }), tarHeader({ ...file, name: "next" })]));
    expect([
      status,
      text
        .trim()
        .split("\n")
        .map((line) => line.split(" ").at(-1)),
    ]).toEqual([0, [name, "next"]]);
  });

  test.each([1, 99, 100, 101, 4000])("a link's target of %i bytes", (length) => {
    const target = "t".repeat(length);
    const { text } = list(tarHeader({ ...file, kind: "link", name: "link", target }));
    expect(text.trim()).toMatch(new RegExp(` link -> ${target}$`));
  });

  test.each([8 ** 11 - 1, 8 ** 11, 2 ** 43])("a size of %i bytes", (size) => {
    // Nothing follows: what matters is what the header says.
    expect(list(tarHeader({ ...file, name: "large", size })).text).toContain(` ${size} `);
  });

  test("times, modes and folders", () => {
    const archive = Buffer.concat([
      tarHeader({ kind: "folder", name: "folder", mode: "755", size: 0, mtime: -5 }),
      tarHeader({ ...file, name: "run", mode: "755", size: 3, mtime: 1_764_329_337 }),
      Buffer.from("abc"),
      tarPadding(3),
    ]);
    const { text, status } = list(archive);
    expect(status).toBe(0);
    expect(text).toMatch(/^drwxr-xr-x .* folder\/$/m);
    expect(text).toMatch(/^-rwxr-xr-x .* 3 2025-11-28 11:28(?::57)? run$/m);
  });
});

test.each([
  [0, 0],
  [1, 511],
  [511, 1],
  [512, 0],
  [513, 511],
])("content of %i bytes is filled up by %i", (size, padding) => {
  expect(tarPadding(size).length).toBe(padding);
});

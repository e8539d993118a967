import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What a program reads: secrets go this way, never by an argument. */
export type StandardInput = string | Uint8Array | Readable;

/**
 * Writes a program's standard input, no faster than the program reads it, and closes it. A program may end without
 * having read it all.
 *
 * @throws what the source throws.
 */
export async function feed(stdin: Writable, input: StandardInput): Promise<void> {
  const source = input instanceof Readable ? input : Readable.from([input]);
  let failed: "source" | "program" | undefined;
  source.once("error", () => {
    failed ??= "source";
  });
  // EPIPE and its kin are the program's right, and end the source with the same error.
  for (const event of ["error", "close"])
    stdin.once(event, () => {
      failed ??= "program";
    });
  try {
    await pipeline(source, stdin);
  } catch (error) {
    if (failed === "source") throw error;
  }
}

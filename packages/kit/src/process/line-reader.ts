/** A longer line is cut, so that output without a newline cannot fill the memory. */
export const MAX_LINE_BYTES = 64 * 1024;

const LF = 10;
const CR = 13;

/**
 * Cuts a stream of bytes into lines, each handed on as soon as it ends. LF, CRLF and a bare CR end a line: GitHub's
 * runner reads a program's output so (.NET's `ReadLine`), and would find a workflow command behind a CR. Bytes that are
 * not UTF-8 become U+FFFD.
 */
export class LineReader {
  readonly #onLine: (line: string) => void;
  readonly #maxBytes: number;
  /** The line so far, at most `maxBytes` long. */
  #pieces: Buffer[] = [];
  #length = 0;
  /** Bytes of the line that were left out. */
  #omitted = 0;
  #isAfterCr = false;

  constructor(onLine: (line: string) => void, maxBytes: number = MAX_LINE_BYTES) {
    this.#onLine = onLine;
    this.#maxBytes = maxBytes;
  }

  /** The chunk may be reused by the caller afterwards. */
  write(chunk: Buffer): void {
    let at = this.#isAfterCr && chunk[0] === LF ? 1 : 0;
    if (chunk.length > 0) this.#isAfterCr = false;
    let lf = chunk.indexOf(LF, at);
    let cr = chunk.indexOf(CR, at);
    while (lf >= 0 || cr >= 0) {
      const end = lf < 0 || (cr >= 0 && cr < lf) ? cr : lf;
      this.#add(chunk.subarray(at, end));
      this.#finish();
      at = end + 1;
      if (end === cr) {
        if (at === chunk.length) this.#isAfterCr = true;
        else if (chunk[at] === LF) at++;
        cr = chunk.indexOf(CR, at);
      }
      if (lf >= 0 && lf < at) lf = chunk.indexOf(LF, at);
    }
    // What waits for its end must not lie in the caller's memory.
    this.#add(Buffer.from(chunk.subarray(at)));
  }

  /** The last line may have no newline. */
  end(): void {
    if (this.#length > 0) this.#finish();
  }

  #add(bytes: Buffer): void {
    const kept = Math.min(bytes.length, this.#maxBytes - this.#length);
    this.#omitted += bytes.length - kept;
    if (kept === 0) return;
    this.#pieces.push(bytes.subarray(0, kept));
    this.#length += kept;
  }

  #finish(): void {
    const bytes = this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces);
    const line =
      this.#omitted === 0 ? bytes.toString() : `${withoutHalfCharacter(bytes)}… (${this.#omitted} more bytes)`;
    this.#pieces = [];
    this.#length = 0;
    this.#omitted = 0;
    this.#onLine(line);
  }
}

/** Where a line is cut, a character may be, too. */
function withoutHalfCharacter(bytes: Buffer): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes, { stream: true });
}

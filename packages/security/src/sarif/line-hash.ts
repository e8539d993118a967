/** Characters that a line's hash looks at, blanks and tabs left out. */
const WINDOW = 100;
const FACTOR = 37;
/** What stands for the end of a file. */
const END = 0xffff;

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BLANK = 0x20;

const TWO_32 = 2 ** 32;
const LEAVING = BigInt.asUintN(64, BigInt(FACTOR) ** BigInt(WINDOW));
const LEAVING_HIGH = Number(LEAVING >> 32n);
const LEAVING_LOW = Number(LEAVING & 0xffffffffn);

/**
 * The fingerprints that GitHub's own upload action gives to lines, so that both name an alert alike: a rolling hash
 * (base 37, modulo 2^64) over the hundred characters from the start of a line, without blanks and tabs, all line ends
 * being `\n`, as hexadecimal digits, then `:` and how many lines up to this one have the same
 * (github/codeql-action, src/fingerprints.ts). Linear in the text.
 *
 * @param text with its byte order mark, if it has one; @param wanted lines, from 1.
 * @returns those of the wanted lines that the text has.
 */
export function lineHashes(text: string, wanted: ReadonlySet<number>): ReadonlyMap<number, string> {
  const hashes = new Map<number, string>();
  const counts = new Map<string, number>();
  const window = new Uint16Array(WINDOW);
  /** Which line starts at a place of the window; 0: none. */
  const starts = new Uint32Array(WINDOW);
  let high = 0;
  let low = 0;
  let at = 0;

  const finishLine = () => {
    const line = starts[at]!;
    if (line === 0) return;
    const hash = high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    if (wanted.has(line)) hashes.set(line, `${hash}:${count}`);
    starts[at] = 0;
  };
  // hash * 37 + entering - leaving * 37^100, in two halves: every product stays below 2^53.
  const roll = (entering: number) => {
    const leaving = window[at]!;
    window[at] = entering;
    const leavingLow = LEAVING_LOW * leaving;
    const sum = low * FACTOR + entering - (leavingLow % TWO_32);
    const carry = Math.floor(sum / TWO_32);
    low = sum - carry * TWO_32;
    const wide = high * FACTOR + carry - Math.floor(leavingLow / TWO_32) - LEAVING_HIGH * leaving;
    high = wide - Math.floor(wide / TWO_32) * TWO_32;
    at = (at + 1) % WINDOW;
  };

  let line = 0;
  let isLineStart = true;
  const read = (character: number) => {
    finishLine();
    if (isLineStart) starts[at] = ++line;
    isLineStart = character === LINE_FEED;
    roll(character);
  };
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    if (character === BLANK || character === TAB) continue;
    if (character === LINE_FEED && text.charCodeAt(i - 1) === CARRIAGE_RETURN) continue;
    read(character === CARRIAGE_RETURN ? LINE_FEED : character);
  }
  read(END);
  for (let i = 0; i < WINDOW; i++) {
    finishLine();
    roll(0);
  }
  return hashes;
}

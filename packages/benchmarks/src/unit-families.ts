/**
 * What a word of a unit stands for. `units.ts` makes a direction of the words of a whole unit.
 *
 * - `time`, `size`, `bits`: an amount with a scale, in nanoseconds, bytes or bits;
 * - `rate`: an abbreviation that holds its own "a second" (rps, IOPS, Hz); its scale is events, bytes or bits a second;
 * - `exact`: a count that the same program repeats;
 * - `counter`: a count that is as noisy as time;
 * - `failure`: what should not happen, also as a rate;
 * - `price`: what work costs;
 * - `work`: what a program gets done, which says nothing until it is a rate; its scale is that of a prefix (`Mops`);
 * - `good`, `bad`: a quality, and its opposite;
 * - `resident`: says of a size that it is noisy;
 * - `moved`: says of a size that it is neither cost nor gain;
 * - `vague`: says of anything that it may be either;
 * - `share`, `thousands`: says nothing of a direction (`%`; `k`, `million`).
 */
export type Family =
  | "time"
  | "size"
  | "bits"
  | "rate"
  | "exact"
  | "counter"
  | "failure"
  | "price"
  | "work"
  | "good"
  | "bad"
  | "resident"
  | "moved"
  | "vague"
  | "share"
  | "thousands";

export interface Word {
  readonly families: readonly Family[];
  /** NaN where the scale is not certain. */
  readonly factor: number;
  /** Of a rate: what is counted. */
  readonly of?: "B" | "bit";
}

/** In the singular and small letters. A word may stand in two lines: memory is a cost, and noisy. */
const FAMILIES: readonly (readonly [Family, string])[] = [
  ["exact", "alloc allocation allocated malloc instruction instr insn inst ir"],
  ["counter", "cycle clk clock tick jiffy syscall fsync branch pagefault switch interrupt gc stw cpb"],
  [
    "failure",
    "error err failure failed fail fault miss drop dropped timeout retry retried retransmit conflict collision",
  ],
  ["failure", "eviction stall reject rejected abort aborted lost loss restart rollback leak leaked crash panic"],
  ["failure", "exception mispredict misprediction violation missrate missratio errorrate 4xx 5xx"],
  ["price", "j mj uj nj joule wh kwh watt w mw $ usd dollar cent eur euro cost energy power"],
  ["work", "op operation iter iteration call run invocation req request query transaction txn msg message event item"],
  ["work", "elem element record row key line token tok packet pkt frame file job task object doc document image step"],
  ["work", "batch page word char character symbol block commit user session connection conn rpc lookup insert read"],
  ["work", "write get put flop pixel vertex triangle game point sample round game match solve proof signature hash"],
  ["good", "hit hitrate hitratio accuracy precision recall f1 auc speed speedup faster throughput bandwidth success"],
  ["good", "coverage efficiency goodput ipc quality availability"],
  [
    "bad",
    "latency duration time elapsed delay overhead jitter lag pause wait contention waste fragmentation footprint",
  ],
  ["bad", "memory mem size cpu cpi rmse mae mse perplexity ppl wer regret slowdown slower temperature"],
  ["bad", "rss pss vms uss heap"],
  [
    "resident",
    "rss pss vms uss heap resident peak live inuse retained max avg average mean median memory mem working stack sys",
  ],
  ["moved", "sent received transferred processed read written in out rx tx"],
  [
    "vague",
    "saved free available idle remaining headroom uptime budget between limit interval utilization compression db",
  ],
  ["share", "% percent percentage pct ratio rate fraction"],
];

/** `mops`, `GFLOPS`, `krps` also have a prefix. */
const RATES: readonly (readonly [string, number])[] = [
  ["rps", 1],
  ["qps", 1],
  ["tps", 1],
  ["ops", 1],
  ["iops", 1],
  ["fps", 1],
  ["pps", 1],
  ["nps", 1],
  ["hz", 1],
  ["hertz", 1],
  ["flops", 1],
  ["mips", 1e6],
  ["rpm", 1 / 60],
];

const SECONDS: readonly (readonly [string, number])[] = [
  ["min", 60e9],
  ["minute", 60e9],
  ["h", 3600e9],
  ["hr", 3600e9],
  ["hour", 3600e9],
  ["day", 86_400e9],
];

/** Of seconds, with their nanoseconds; a long one may stand alone (`millis`). */
const SECOND_PREFIXES: readonly (readonly [short: string, long: string, number])[] = [
  ["f", "femto", 1e-6],
  ["p", "pico", 1e-3],
  ["n", "nano", 1],
  ["u", "micro", 1e3],
  ["m", "milli", 1e6],
  ["", "", 1e9],
];

/** SI prefixes are powers of 1000, also in Go's and libtest's `MB`. */
const THOUSANDS: readonly (readonly [short: string, long: string, number])[] = [
  ["k", "kilo", 1e3],
  ["m", "mega", 1e6],
  ["g", "giga", 1e9],
  ["t", "tera", 1e12],
  ["ki", "kibi", 1024],
  ["mi", "mebi", 1024 ** 2],
  ["gi", "gibi", 1024 ** 3],
  ["ti", "tebi", 1024 ** 4],
];

/** Every word in small letters. Only `B` and `b` behind a prefix differ by case; see `wordOf`. */
const WORDS = table();

function table(): ReadonlyMap<string, Word> {
  const words = new Map<string, Word>();
  const add = (name: string, family: Family, factor = 1, of?: "B" | "bit") => {
    const families = words.get(name)?.families ?? [];
    words.set(name, { families: [...families, family], factor, ...(of !== undefined && { of }) });
  };
  for (const [family, names] of FAMILIES) for (const name of names.split(" ")) add(name, family);
  for (const [name, factor] of SECONDS) add(name, "time", factor);
  for (const [short, long, factor] of SECOND_PREFIXES) {
    for (const name of [`${short}s`, `${short}sec`, `${short}second`, `${long}sec`, `${long}second`])
      if (!words.has(name)) add(name, "time", factor);
    if (long !== "") add(long, "time", factor);
  }
  for (const [short, long, factor] of [["", "", 1] as const, ...THOUSANDS]) {
    for (const name of [`${short}b`, `${short}byte`, `${long}byte`, `${short}octet`])
      if (!words.has(name)) add(name, "size", factor);
    for (const name of [`${short}bit`, `${long}bit`]) if (!words.has(name)) add(name, "bits", factor);
    // `bps` are bits; `MBps`, with a capital B, are bytes.
    add(`${short}bps`, "rate", factor, "bit");
    if (short.length < 2)
      for (const [name, scale] of RATES) {
        if (words.has(short + name)) continue;
        add(short + name, "rate", factor * scale);
        // `ops` and `flops` may as well be several: for a run (`flops/op`) they are.
        if (words.get(singular(name))?.families.includes("work")) add(short + name, "work", factor * scale);
      }
  }
  for (const [name, factor] of [
    ["k", 1e3],
    ["m", 1e6],
    ["g", 1e9],
    ["thousand", 1e3],
    ["million", 1e6],
    ["billion", 1e9],
  ] as const)
    add(name, "thousands", factor);
  return words;
}

/** The word, also in the plural or behind a prefix of thousands (`Mrows`); undefined if nothing is known of it. */
export function wordOf(written: string): Word | undefined {
  const name = written.toLowerCase();
  const capital = /^([kKMGT]?i?)B(ps)?$/.exec(written);
  if (capital !== null) {
    const { factor } = WORDS.get(`${capital[1]!.toLowerCase()}b`)!;
    return capital[2] === undefined ? { families: ["size"], factor } : { families: ["rate"], factor, of: "B" };
  }
  // Megabits, or megabytes of a careless author: which way it gets better is certain, its scale is not.
  if (/^[KMGT]b$/.test(written)) return { families: ["size"], factor: Number.NaN };
  const known = WORDS.get(name) ?? WORDS.get(singular(name));
  if (known !== undefined) return known;
  const prefixed = /^([kKMGT])([A-Za-z]{2,})$/.exec(written);
  const work = prefixed === null ? undefined : WORDS.get(singular(prefixed[2]!.toLowerCase()));
  if (work === undefined || !work.families.includes("work")) return undefined;
  return { families: work.families, factor: WORDS.get(prefixed![1]!.toLowerCase())!.factor };
}

function singular(name: string): string {
  if (/(?:ss|sh|ch|x)es$/.test(name)) return name.slice(0, -2);
  if (name.endsWith("ies")) return `${name.slice(0, -3)}y`;
  return name.length > 2 && name.endsWith("s") && !name.endsWith("ss") ? name.slice(0, -1) : name;
}

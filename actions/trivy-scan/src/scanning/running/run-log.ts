/** What Trivy's log says beside its report. Pure. */

/** A file that Trivy could not read or parse, and passed over. */
export interface UnreadFile {
  /** In the target; empty where Trivy does not say. */
  readonly file: string;
  readonly kind: "lock" | "config";
  readonly reason: string;
}

/** Messages of Trivy 0.76 about files that it passes over. The first three are debugging lines. */
const MESSAGES: Readonly<Record<string, UnreadFile["kind"]>> = {
  "Walk error": "lock",
  "Analysis error": "lock",
  "Permission error": "lock",
  "Failed to parse file": "config",
  "Error parsing file": "config",
};

/** What the message itself says. */
const UNSAID: Readonly<Record<string, string>> = { "Permission error": "permission denied" };

const MAX_FILES = 1000;

/** What others installed is not a lock: packages bring broken files for their own tests (`resolve` in npm). */
const INSTALLED = /(?:^|\/)(?:node_modules|site-packages)\//;

/** Parsers quote what they stumble over: a long word with a digit may be a secret. */
const WORD = /[\w+/=-]{12,}/g;

/** Collects what is needed of a log, line by line. */
export class RunLog {
  readonly #unread = new Map<string, UnreadFile>();

  add(line: string): void {
    const [, , message = "", fields = ""] = line.split("\t", 4);
    const name = message.replace(/^\[[^\]]*\]\s*/, "");
    if (!Object.hasOwn(MESSAGES, name)) return;
    const reason = field(fields, "err");
    const file =
      (field(fields, "file_path") ||
        /^failed to parse (.+?): |^(.+?) parse error: /.exec(reason)?.slice(1).find(Boolean)) ??
      "";
    if (INSTALLED.test(`${file}/`)) return;
    const plain =
      reason.replace(WORD, (word) => (/[0-9]/.test(word) ? "***" : word)) || UNSAID[name] || "Trivy does not say why";
    // Trivy says some things twice.
    if (!this.#unread.has(file) && this.#unread.size < MAX_FILES)
      this.#unread.set(file, { file, kind: MESSAGES[name]!, reason: plain });
  }

  /** In the order of their names. */
  get unread(): readonly UnreadFile[] {
    return [...this.#unread.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  }
}

/** A value as Go quotes it (`%q`). */
function field(fields: string, name: string): string {
  const start = ` ${fields}`.indexOf(` ${name}="`);
  if (start === -1) return "";
  let text = "";
  for (let at = start + name.length + 2; at < fields.length && fields[at] !== '"'; at++) {
    if (fields[at] !== "\\") text += fields[at];
    else {
      const [whole, value] = unescaped(fields.slice(at, at + 10));
      text += value;
      at += whole - 1;
    }
  }
  return text;
}

const PLAIN: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

/** @returns how many characters an escape has, and what it stands for. */
function unescaped(text: string): readonly [number, string] {
  const digits = /^\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))/.exec(text);
  if (digits === null) return [2, PLAIN[text.charAt(1)] ?? text.charAt(1)];
  const code = Number.parseInt(digits.slice(1).find(Boolean)!, 16);
  return [digits[0].length, code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd"];
}

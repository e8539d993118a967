import type { Log } from "@jessy-actions/kit/runner/log";
import { Redaction } from "@jessy-actions/kit/runner/redaction";

/** A log that hands each of its lines to a test, with its newline, instead of to standard output. */
export function recordedLog(onLine: (line: string) => void = () => {}): Log {
  const redaction = new Redaction();
  const line = (text: string) => onLine(`${redaction.redact(text)}\n`);
  return {
    info: line,
    debug: (message) => line(`::debug::${message}`),
    notice: (message) => line(`::notice::${message}`),
    warning: (message) => line(`::warning::${message}`),
    error: (message) => line(`::error::${message}`),
    annotate: ({ level, message }) => line(`::${level}::${message}`),
    async group(title, work) {
      line(`::group::${title}`);
      try {
        return await work();
      } finally {
        line("::endgroup::");
      }
    },
    foreign: line,
    mask: (secret) => redaction.add(secret),
    redaction,
  };
}

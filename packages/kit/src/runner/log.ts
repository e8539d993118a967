import { randomUUID } from "node:crypto";
import { escapeCommandData } from "../report/escape.ts";
import type { Annotation } from "../report/report.ts";
import { annotationCommand, formatCommand } from "./workflow-command.ts";

export interface Log {
  /** A line of our own. What it quotes from outside cannot become a workflow command. */
  info(message: string): void;
  /** Shown only when the run has debug logging on. */
  debug(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
  error(message: string): void;
  annotate(annotation: Annotation): void;
  /** A folded group around some work, ended by a line with the time it took. */
  group<T>(title: string, work: () => Promise<T> | T): Promise<T>;
  /** Output of a tool: shown as it is, between marks that keep the runner from obeying it. */
  foreign(text: string): void;
  /** Tells the runner to hide a value from now on. */
  mask(secret: string): void;
}

/** @param write gets whole lines, each with its newline. */
export function createLog(write: (text: string) => void, now: () => number = () => performance.now()): Log {
  const line = (text: string) => write(`${text}\n`);
  const annotate = (annotation: Annotation) => line(annotationCommand(annotation));
  return {
    info: (message) => line(inert(message)),
    debug: (message) => line(formatCommand("debug", {}, message)),
    notice: (message) => annotate({ level: "notice", message }),
    warning: (message) => annotate({ level: "warning", message }),
    error: (message) => annotate({ level: "error", message }),
    annotate,
    async group(title, work) {
      line(formatCommand("group", {}, title));
      const start = now();
      try {
        return await work();
      } finally {
        line(`(${((now() - start) / 1000).toFixed(2)} s)`);
        line("::endgroup::");
      }
    },
    foreign(text) {
      const token = randomUUID();
      line(`::stop-commands::${token}`);
      write(text.endsWith("\n") ? text : `${text}\n`);
      line(`::${token}::`);
    },
    mask(secret) {
      // An empty mask would hide every character of the log.
      for (const value of new Set([secret, ...secret.split(/\r?\n/)].map((part) => part.trim()))) {
        if (value !== "") line(`::add-mask::${escapeCommandData(value)}`);
      }
    },
  };
}

/** The runner obeys `::name::` at the start of a line, after blanks, and the old `##[name]` anywhere (ActionCommand.cs). */
function inert(message: string): string {
  return message
    .split(/\r\n|\r|\n/)
    .map((text) => text.replace(/^(\s*)::/, "$1:\u200b:").replaceAll("##[", "##\u200b["))
    .join("\n");
}

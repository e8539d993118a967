import type { MessageState } from "./message.ts";

/** How a state looks. Colours never stand alone: the mark says the same, and the title says it in a word. */
export interface StateLook {
  readonly word: string;
  readonly mark: string;
  /** RGB. */
  readonly color: number;
  /** Of an Adaptive Card, which follows the reader's theme. */
  readonly cardColor: "default" | "good" | "warning" | "attention" | "accent";
}

const GREEN = 0x2da44e;
const RED = 0xcf222e;
const YELLOW = 0xd4a72c;
const GREY = 0x6e7781;
const BLUE = 0x0969da;

export const LOOKS: Readonly<Record<MessageState, StateLook>> = {
  started: { word: "started", mark: "🚀", color: BLUE, cardColor: "accent" },
  success: { word: "succeeded", mark: "✅", color: GREEN, cardColor: "good" },
  recovered: { word: "recovered", mark: "✅", color: GREEN, cardColor: "good" },
  failure: { word: "failed", mark: "❌", color: RED, cardColor: "attention" },
  warning: { word: "succeeded with warnings", mark: "⚠️", color: YELLOW, cardColor: "warning" },
  cancelled: { word: "cancelled", mark: "🚫", color: GREY, cardColor: "default" },
  skipped: { word: "skipped", mark: "➖", color: GREY, cardColor: "default" },
};

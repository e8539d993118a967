import type { MessageState } from "./message.ts";

/** How a state looks. Colours never stand alone: the mark says the same, and the title says it in a word. */
export interface StateLook {
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

export const STATE_LOOKS: Readonly<Record<MessageState, StateLook>> = {
  started: { mark: "🚀", color: BLUE, cardColor: "accent" },
  success: { mark: "✅", color: GREEN, cardColor: "good" },
  recovered: { mark: "✅", color: GREEN, cardColor: "good" },
  failure: { mark: "❌", color: RED, cardColor: "attention" },
  warning: { mark: "⚠️", color: YELLOW, cardColor: "warning" },
  cancelled: { mark: "🚫", color: GREY, cardColor: "default" },
  skipped: { mark: "➖", color: GREY, cardColor: "default" },
};

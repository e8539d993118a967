/**
 * How untrusted text is made safe for each place. The product has one place for that, which this pure package cannot
 * reach: whoever asks for a SARIF file hands it in.
 */
export interface Escapes {
  /** One line of plain text, with hidden characters shown. */
  plain(text: string): string;
  /** Text inside a line of Markdown. */
  markdown(text: string): string;
  /** Text as a code span of Markdown. */
  code(text: string): string;
  /** A target of a link of Markdown. */
  link(href: string): string;
}

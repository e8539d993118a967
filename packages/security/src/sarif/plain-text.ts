import type { Escapes } from "./escapes.ts";
import { shortened } from "./shortened.ts";

/**
 * Untrusted text in a plain text of SARIF, where `[text](target)` would be a link (SARIF 2.1.0, 3.11.6).
 *
 * @param max UTF-16 units.
 */
export function plainText(text: string, max: number, escapes: Escapes): string {
  // A text of megabytes is cut before it is worked on; what is escaped gets longer, never shorter by much.
  return shortened(escapes.plain(shortened(text, 2 * max)).replaceAll("](", "] ("), max);
}

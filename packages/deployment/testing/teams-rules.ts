import { codePoints } from "../src/messages/fitting/code-points.ts";
import type { TeamsPayload } from "../src/messages/teams-payload.ts";

/** What learn.microsoft.com and adaptivecards.io say of a card of a workflow, as a list of faults. */
export function teamsFaults(payload: TeamsPayload): readonly string[] {
  const faults: string[] = [];
  const bytes = new TextEncoder().encode(JSON.stringify(payload)).length;
  if (bytes > 28 * 1024) faults.push(`${bytes} bytes`);
  const [{ content: card }] = payload.attachments;
  const blocks = card.body.flatMap((element) => (element.type === "TextBlock" ? [element.text] : []));
  for (const { text, mentioned } of card.msteams.entities ?? []) {
    if (!blocks.some((block) => block.includes(text))) faults.push(`${text} is in no TextBlock`);
    if (text !== `<at>${mentioned.name}</at>`) faults.push(`${text} calls ${mentioned.name}`);
  }
  // Markdown, and so links and mentions of others, is in TextBlocks alone.
  const called = new Set((card.msteams.entities ?? []).map(({ text }) => text));
  if (blocks.some((block) => block.split(" <at>").some((at, index) => !called.has(index === 0 ? at : `<at>${at}`)))) {
    faults.push("a TextBlock with more than mentions");
  }
  if (codePoints(card.fallbackText) > 300) faults.push("a long fallbackText");
  if ((card.actions?.length ?? 0) > 6) faults.push(`${card.actions?.length} actions`);
  for (const element of card.body) {
    if (element.type !== "RichTextBlock") continue;
    if (element.inlines.length === 0) faults.push("an empty RichTextBlock");
    for (const { text, selectAction } of element.inlines) {
      if (text === "") faults.push("an empty TextRun");
      if (selectAction !== undefined && !/^https?:\/\//.test(selectAction.url)) faults.push(selectAction.url);
    }
  }
  return faults;
}

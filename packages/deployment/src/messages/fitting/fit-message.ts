import { counted, named } from "../counted.ts";
import type { FittedPayload, Message, MessageLine } from "../message.ts";
import { codePoints } from "./code-points.ts";
import { cutLine, plainText } from "./message-line.ts";
import { tidyMessage } from "./tidy-message.ts";

/** A shorter start of a line than this says nothing. */
const MIN_START = 20;

/** What can be left out of a message, one by one. */
type Unit =
  | { readonly of: "buttons"; readonly button: Message["buttons"][number] }
  | { readonly of: "text"; readonly line: MessageLine }
  | { readonly of: "fields"; readonly name: string; readonly line: MessageLine }
  | { readonly of: "sections"; readonly section: number; readonly line: MessageLine };

/**
 * The payload of as much of a message as a chat takes. What matters least goes first: lines of sections from the end, then
 * fields, paragraphs and buttons.
 * @param render cuts single parts to their own limits, and says so
 * @param fits whether the whole is within the chat's limits; a title alone must be
 */
export function fitMessage<Payload>(
  message: Message,
  render: (message: Message) => FittedPayload<Payload>,
  fits: (payload: Payload) => boolean,
): FittedPayload<Payload> {
  const { payload: whole, left: untidy } = tidyMessage(message);
  const rendered = render(whole);
  if (fits(rendered.payload)) return { ...rendered, left: [...untidy, ...rendered.left] };
  const units = unitsOf(whole);
  const isFit = (kept: readonly Unit[]): boolean => fits(render(messageOf(whole, kept)).payload);
  const count = greatest(units.length, (number) => isFit(units.slice(0, number)));
  const kept: Unit[] = units.slice(0, count);
  const next = units[count];
  if (next !== undefined && "line" in next) {
    const started = (length: number): Unit => ({ ...next, line: cutLine(next.line, length) });
    const length = greatest(codePoints(plainText(next.line)), (number) => isFit([...kept, started(number)]));
    if (length >= MIN_START) kept.push(started(length));
  }
  const short = messageOf(whole, kept);
  const { payload, left } = render(short);
  return { payload, left: [...untidy, ...losses(whole, short), ...left] };
}

/** The greatest number from 0 that holds, where all smaller ones hold as well. 0 is taken to hold. */
export function greatest(most: number, holds: (number: number) => boolean): number {
  let known = 0;
  let beyond = most + 1;
  while (beyond - known > 1) {
    const middle = (known + beyond) >> 1;
    if (holds(middle)) known = middle;
    else beyond = middle;
  }
  return known;
}

/** In order of importance. */
function unitsOf({ buttons, text, fields, sections }: Message): readonly Unit[] {
  return [
    ...buttons.map((button) => ({ of: "buttons", button }) as const),
    ...text.map((line) => ({ of: "text", line }) as const),
    ...fields.map(({ name, value }) => ({ of: "fields", name, line: value }) as const),
    ...sections.flatMap(({ lines }, section) => lines.map((line) => ({ of: "sections", section, line }) as const)),
  ];
}

function messageOf(message: Message, units: readonly Unit[]): Message {
  const lines = message.sections.map((): MessageLine[] => []);
  for (const unit of units) if (unit.of === "sections") lines[unit.section]!.push(unit.line);
  return {
    ...message,
    buttons: units.flatMap((unit) => (unit.of === "buttons" ? [unit.button] : [])),
    text: units.flatMap((unit) => (unit.of === "text" ? [unit.line] : [])),
    fields: units.flatMap((unit) => (unit.of === "fields" ? [{ name: unit.name, value: unit.line }] : [])),
    sections: message.sections.flatMap((section, at) => {
      const kept = lines[at]!;
      if (kept.length === 0) return [];
      const more = section.lines.length - kept.length;
      return [{ ...section, lines: more === 0 ? kept : [...kept, [`… and ${more} more`]] }];
    }),
  };
}

/** A sentence for each kind of thing that is missing from the shorter message, whose parts are the first of the whole's. */
function losses(whole: Message, short: Message): readonly string[] {
  const buttons = whole.buttons.length - short.buttons.length;
  const paragraphs = whole.text.length - short.text.length;
  const fields = whole.fields.slice(short.fields.length).map(({ name }) => name);
  const sections = whole.sections.slice(short.sections.length).map(({ title }) => `“${title}”`);
  const isCut =
    short.text.some((line, at) => line !== whole.text[at]) ||
    short.fields.some(({ value }, at) => value !== whole.fields[at]!.value);
  return [
    ...(buttons > 0 ? [`${counted(buttons, "link")} did not fit`] : []),
    ...(paragraphs > 0 ? [`${counted(paragraphs, "paragraph")} did not fit`] : []),
    ...(fields.length > 0 ? [`${counted(fields.length, "field")} did not fit: ${named(fields)}`] : []),
    ...(isCut ? ["the last line that fits was cut"] : []),
    ...short.sections.flatMap(({ title, lines }, at) =>
      lines.some((line, index) => line !== whole.sections[at]!.lines[index]) ? [`“${title}” was shortened`] : [],
    ),
    ...(sections.length > 0 ? [`${counted(sections.length, "section")} did not fit: ${named(sections)}`] : []),
  ];
}

/** A character that is not seen, or changes how others are seen, where nobody needs it. */
export interface HiddenCharacter {
  /** In UTF-16 units from 0. */
  readonly at: number;
  readonly character: string;
  /**
   * - `control`: C0 and C1 without tab and newline;
   * - `direction`: embeddings, overrides and isolates, which turn the reading direction (CVE-2021-42574);
   * - `mark`: left-to-right and right-to-left marks, ordinary only in text of such scripts;
   * - `tag`: tag characters and variation selectors, which spell whole hidden texts;
   * - `invisible`: everything else without a glyph, such as zero-width spaces, soft hyphens and fillers.
   */
  readonly kind: "control" | "direction" | "mark" | "tag" | "invisible";
}

/** What Unicode says to show as nothing, line separators, interlinear annotations, and the blank Braille pattern. */
const SUSPECT =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb\u2800\p{Default_Ignorable_Code_Point}]/u;
const SUSPECTS = new RegExp(SUSPECT.source, "gu");

/**
 * Characters that hide something in a text: a name that looks like another, a title that looks empty, orders for a
 * machine that no person sees. What emoji and scripts are written with is left out: joiners and selectors within emoji
 * (UTS 51), joiners between letters of scripts that use them, one variation selector after a Han or Mongolian letter.
 * Takes time linear to the text.
 */
export function* hiddenCharacters(text: string): Iterable<HiddenCharacter> {
  for (const { 0: character, index: at } of text.matchAll(SUSPECTS)) {
    if (!isOrdinary(text, at, character)) yield { at, character, kind: kindOf(character.codePointAt(0)!) };
  }
}

/** Whether a text may have hidden characters: much faster than a search for them. */
export function isSuspect(text: string): boolean {
  return SUSPECT.test(text);
}

function kindOf(code: number): HiddenCharacter["kind"] {
  if (code <= 0x9f) return "control";
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return "direction";
  if (code === 0x200e || code === 0x200f || code === 0x061c) return "mark";
  return (code >= 0xfe00 && code <= 0xfe0f) || code >= 0xe0000 ? "tag" : "invisible";
}

function isOrdinary(text: string, at: number, character: string): boolean {
  const before = characterBefore(text, at);
  const after = text.slice(at + character.length, at + character.length + 2);
  switch (character) {
    case "\ufe0e":
    case "\ufe0f":
      return /[0-9#*]/.test(before) ? after.startsWith(KEYCAP) : EMOJI.test(before);
    case "\u200d":
      return (EMOJI_END.test(before) && PICTURE.test(after)) || isBetweenLetters(before, after);
    case "\u200c":
      return isBetweenLetters(before, after);
    case "\u115f":
    case "\u1160":
      return JAMO.test(before) || JAMO.test(after);
    case "\u180b":
    case "\u180c":
    case "\u180d":
    case "\u180e":
    case "\u180f":
      return MONGOLIAN.test(before);
    default:
      return isInFlag(text, at) || (IDEOGRAPHIC_SELECTOR.test(character) && HAN.test(before));
  }
}

const KEYCAP = "\u20e3";
const EMOJI = /[\p{Emoji}--[0-9#*]]/v;
const EMOJI_END = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f/u;
const PICTURE = /^\p{Extended_Pictographic}/u;
const JAMO = /^[\u1100-\u11ff]/;
const MONGOLIAN = /\p{Script=Mongolian}/u;
const HAN = /\p{Script=Han}/u;
const IDEOGRAPHIC_SELECTOR = /[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/u;

/** Scripts whose letters change at a joiner (RFC 5892, A.1 and A.2). */
const JOINING = new RegExp(
  `^[${[
    "Arabic|Syriac|Mongolian|Mandaic|Nko|Phags_Pa|Adlam|Hanifi_Rohingya",
    "Devanagari|Bengali|Gurmukhi|Gujarati|Oriya|Tamil|Telugu|Kannada|Malayalam|Sinhala|Khmer|Myanmar|Tibetan",
  ]
    .join("|")
    .split("|")
    .map((script) => `\\p{Script=${script}}`)
    .join("")}]`,
  "u",
);

function isBetweenLetters(before: string, after: string): boolean {
  return JOINING.test(before) && JOINING.test(after);
}

/** The flags of England, Scotland and Wales, the only ones that Unicode recommends (emoji-sequences.txt). */
const FLAGS = ["gbeng", "gbsct", "gbwls"].map((region) => {
  const tags = [...region].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)));
  return `\u{1f3f4}${tags.join("")}\u{e007f}`;
});

/** Whether a flag stands around this place: its characters, the first and the last one as well, are two units each. */
function isInFlag(text: string, at: number): boolean {
  return [2, 4, 6, 8, 10, 12].some((before) => FLAGS.some((flag) => text.startsWith(flag, at - before)));
}

/** The whole character, or the empty text at the start. */
function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return text.slice(Math.max(0, at - (isLow ? 2 : 1)), at);
}

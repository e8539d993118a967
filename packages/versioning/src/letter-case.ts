/** The cases that commitlint knows, by their first names there. */
export const LETTER_CASES = [
  "lower-case",
  "upper-case",
  "camel-case",
  "kebab-case",
  "pascal-case",
  "sentence-case",
  "snake-case",
  "start-case",
] as const;

export type LetterCase = (typeof LETTER_CASES)[number];

/** A case by any of commitlint's names for it. */
export function letterCaseNamed(name: string): LetterCase | undefined {
  return LETTER_CASES.find((each) => each === name || OTHER_NAMES[each]?.includes(name));
}

const OTHER_NAMES: { readonly [Case in LetterCase]?: readonly string[] } = {
  "lower-case": ["lowercase", "lowerCase"],
  "upper-case": ["uppercase"],
  "sentence-case": ["sentencecase"],
};

/**
 * Whether a text is written in a case, as commitlint decides it: what stands in quotes is left out (it may be a name), and what begins
 * with a digit is in every case.
 */
export function isInCase(text: string, letterCase: LetterCase): boolean {
  const unquoted = text.replace(/`.*?`|".*?"|'.*?'/g, "").trim();
  const converted = toCase(unquoted, letterCase);
  return converted === "" || /^[0-9]/.test(converted) || converted === unquoted;
}

export function toCase(text: string, letterCase: LetterCase): string {
  switch (letterCase) {
    case "lower-case":
      return text.toLowerCase();
    case "upper-case":
      return text.toUpperCase();
    case "sentence-case":
      return upperFirst(text);
    case "camel-case":
      return lowerFirst(wordsOf(text).map(capitalize).join(""));
    case "pascal-case":
      return wordsOf(text).map(capitalize).join("");
    case "kebab-case":
      return wordsOf(text).join("-").toLowerCase();
    case "snake-case":
      return wordsOf(text).join("_").toLowerCase();
    case "start-case":
      return wordsOf(text)
        .map((word) => (word === word.toUpperCase() ? word : capitalize(word)))
        .join(" ");
  }
}

/** Where lodash ends words: before capitals, at digits, and at everything that is not a letter. */
function wordsOf(text: string): string[] {
  const plain = text.normalize("NFD").replace(/[\p{Mn}'\u2019]/gu, "");
  return plain.match(/\p{Lu}?\p{Ll}+|[0-9]+|\p{Lu}+(?!\p{Ll})|\p{L}+/gu) ?? [];
}

function capitalize(word: string): string {
  return upperFirst(word.toLowerCase());
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Words of commit subjects: what a correction may be made of without making anybody laugh. */

/** Verbs as a subject should begin with, and other words that are no names. Only these lose a capital. */
const ORDINARY: ReadonlySet<string> = new Set(
  `add adjust align allow apply avoid bump cache call catch change check clarify clean clear close collect compare
  compute configure convert copy correct create cut declare decrease define delete deprecate detect disable display do
  drop enable enforce ensure escape exclude expand explain export expose extend extract fail fetch filter find finish
  format generate get give guard handle hide ignore implement import improve include increase inline install introduce
  keep let limit link list load lock log look make mark match mention merge migrate mock move normalize note omit open
  optimize parse pass pin prefer prepare prevent print publish pull push put raise read reduce register release remove
  rename render reorder repair replace report require reset resolve respect restore restrict retry return reuse rewrite
  run save scan send separate set show simplify skip solve sort specify split start stop store strip support swap switch
  sync tell throw tidy track translate treat trim try turn tweak uninstall unify update upgrade use validate verify wait
  warn wrap write
  the this these those when where while if only never always all no not more less new missing wrong unused`.split(
    /\s+/,
  ),
);

/** Past tenses that do not end with `ed`. */
const PAST = new Set("broke built came cut did found gave got kept made ran sent took went wrote".split(" "));
const ALSO_IMPERATIVE = new Set(["cut"]);

/** The words that say the same as a type, by how they begin. */
const STEMS: Readonly<Record<string, RegExp>> = {
  feat: /^feat/,
  fix: /^(?:bug-?)?fix/,
  docs: /^doc(?:s|ument\w*)?$/,
  test: /^test/,
  perf: /^perf/,
  style: /^styl/,
  chore: /^chore/,
  build: /^build/,
};

/** Whether a word is known, and is written without a capital where no sentence begins. Pure. */
export function isOrdinary(word: string): boolean {
  return ORDINARY.has(word.toLowerCase());
}

/**
 * Whether a subject can be shown as it should be: not in the past (`fixed`), of somebody else (`fixes`) or in progress
 * (`fixing`), and not with the type once more (`fix: fix the thing`). In doubt it cannot: `embed` is an imperative.
 *
 * @param description of the subject; @param type that stands before it. Pure.
 */
export function readsWell(description: string, type: string): boolean {
  const [first = "", second = ""] = description.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];
  if (!/^["'`(<[{*_~#@$./\\-]*[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(description)) return false;
  if (/(?:ed|ing)$/.test(first) || (PAST.has(first) && !ALSO_IMPERATIVE.has(first)) || isOfSomebodyElse(first))
    return false;
  const stem = STEMS[type] ?? new RegExp(`^${type.replace(/\W/g, "")}`, "i");
  return !stem.test(first) && !(/^(?:bug|new|some|the|this)$/.test(first) && stem.test(second));
}

/** `adds`, `fixes`, `applies`. */
function isOfSomebodyElse(word: string): boolean {
  if (!word.endsWith("s") || ORDINARY.has(word)) return false;
  const stems = [word.slice(0, -1), word.slice(0, -2), word.replace(/ies$/, "y")];
  return word.startsWith("fix") || stems.some((stem) => ORDINARY.has(stem));
}

/** Real words, and names of parts, that are a letter away from a type. */
const NO_SLIPS = new Set(["core", "feast"]);

/**
 * Whether a word is a type with a slip of the pen: letters that changed places, one twice, or one too many or too few.
 * Another letter makes another word of a short type (`rest`, `text` and `best` are not `test`). Pure.
 */
export function isSlipOf(word: string, type: string): boolean {
  const [written, meant] = [word.toLowerCase(), type.toLowerCase()];
  if (NO_SLIPS.has(written)) return false;
  const sorted = (text: string) => [...text].sort().join("");
  if (sorted(written) === sorted(meant)) return true;
  if (written.replace(/(.)\1/g, "$1") === meant) return true;
  return Math.min(written.length, meant.length) >= (written.length === meant.length ? 7 : 4);
}

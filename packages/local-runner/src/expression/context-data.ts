import { data } from "@actions/expressions";

/** A value of a context: plain JSON, or a dictionary that is ready. */
export type ContextValue =
  | null
  | undefined
  | boolean
  | number
  | string
  | readonly ContextValue[]
  | data.Dictionary
  | { readonly [name: string]: ContextValue };

/**
 * The dictionary of a context. Names are found without case, except in `env` on Linux
 * (CaseSensitiveDictionaryContextData.cs).
 */
export function dictionaryOf(
  values: { readonly [name: string]: ContextValue },
  options: { readonly caseSensitive?: boolean } = {},
): data.Dictionary {
  const dictionary = new ContextDictionary(options.caseSensitive === true);
  for (const [name, value] of Object.entries(values)) dictionary.add(name, dataOf(value));
  return dictionary;
}

function dataOf(value: ContextValue): data.ExpressionData {
  if (value === null || value === undefined) return new data.Null();
  if (typeof value === "string") return new data.StringData(value);
  if (typeof value === "number") return new data.NumberData(value);
  if (typeof value === "boolean") return new data.BooleanData(value);
  if (value instanceof data.Dictionary) return value;
  if (Array.isArray(value)) return new data.Array(...value.map(dataOf));
  return dictionaryOf(value as { readonly [name: string]: ContextValue });
}

/** The package's own dictionary takes `constructor` for a name that it has (0.3.61). */
class ContextDictionary extends data.Dictionary {
  readonly #pairs = new Map<string, { key: string; value: data.ExpressionData }>();
  readonly #fold: (name: string) => string;

  constructor(caseSensitive: boolean) {
    super();
    this.#fold = caseSensitive ? (name) => name : (name) => name.toLowerCase();
  }

  override add(key: string, value: data.ExpressionData): void {
    const folded = this.#fold(key);
    if (!this.#pairs.has(folded)) this.#pairs.set(folded, { key, value });
  }

  override get(key: string): data.ExpressionData | undefined {
    return this.#pairs.get(this.#fold(key))?.value;
  }

  override values(): data.ExpressionData[] {
    return [...this.#pairs.values()].map(({ value }) => value);
  }

  override pairs(): { key: string; value: data.ExpressionData }[] {
    return [...this.#pairs.values()];
  }
}

import { rustFunctionName } from "./rust-symbol.ts";

/** A longer name says less than none in a table. */
const MAX_CHARACTERS = 60;

/**
 * A function's name as people write it: without parameters, return type or mangling. Reports spell names as their tools
 * do: Rust's and C++'s symbols, JaCoCo's `Parser.parse(Ljava/lang/String;)V`, OpenCover's `System.Void
 * Demo.Parser::Parse(System.String)`.
 *
 * @returns undefined when the name says nothing to people: an anonymous function, a symbol that cannot be read, a name
 * without end.
 */
export function functionName(written: string): string | undefined {
  // LLVM puts the compilation unit before the symbol of a local function.
  const symbol = written.replace(/^[^\s(]*:(?=_[RZ])/, "");
  const name = /^_R/.test(symbol)
    ? rustFunctionName(symbol)
    : /^_Z/.test(symbol)
      ? itaniumFunctionName(symbol)
      : withoutSignature(symbol);
  return name === undefined || name === "" || name.length > MAX_CHARACTERS ? undefined : name;
}

/**
 * `_ZN3foo3barEv` is `foo::bar`, `_Z3fooi` is `foo`; templates and operators stay unread. Rust's older symbols have the
 * same form, with a hash at the end: `_ZN4demo5parse17h0123456789abcdefE`.
 */
function itaniumFunctionName(symbol: string): string | undefined {
  const nested = /^_ZN[KVRO]*/.exec(symbol);
  const identifiers: string[] = [];
  let at = nested === null ? 2 : nested[0].length;
  for (let digits = /^[1-9]\d{0,3}/.exec(symbol.slice(at)); digits !== null; ) {
    const start = at + digits[0].length;
    at = start + Number(digits[0]);
    if (at > symbol.length) return undefined;
    identifiers.push(symbol.slice(start, at));
    digits = nested === null ? null : /^[1-9]\d{0,3}/.exec(symbol.slice(at));
  }
  if (identifiers.length === 0 || symbol[at] === "I" || (nested !== null && symbol[at] !== "E")) return undefined;
  if (/^h[0-9a-f]{16}$/.test(identifiers.at(-1)!)) identifiers.pop();
  const readable = identifiers.filter((identifier) => !identifier.includes("$"));
  return readable.slice(-2).join("::");
}

function withoutSignature(name: string): string | undefined {
  if (/^\(anonymous/.test(name)) return undefined;
  const [beforeParameters = ""] = name.split(/(?<=[^\s(])\(/);
  // The return type, which only .NET's tools write before a name of this form.
  return beforeParameters.replace(/^\S+ (?=\S+::\S+$)/, "");
}

import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import type { FunctionDefinition } from "@actions/expressions/funcs/info";
import { TokenType } from "@actions/expressions/lexer";
import { truthy } from "@actions/expressions/result";
import { type ContextValue, dictionaryOf } from "./context-data.ts";
import { hashFiles } from "./hash-files.ts";

/** An expression that GitHub would refuse. The message is one line. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
}

/** Where an expression stands in an action.yml; it decides which contexts and functions the expression may name. */
export type ExpressionPlace = "input default" | "step" | "condition" | "output";

/** What expressions are evaluated against. */
export interface ExpressionScope {
  /** By name. A context that a place may name and that is missing here is null, as on GitHub. */
  readonly contexts: Readonly<Record<string, ContextValue>>;
  readonly status: ExpressionStatus;
  /** Where `hashFiles` searches. */
  readonly workspace: string;
}

/** What `success()`, `failure()` and `cancelled()` answer. */
export interface ExpressionStatus {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

const OUTPUT_CONTEXTS = ["github", "strategy", "matrix", "steps", "inputs", "job", "runner", "env"];
const STATUS_FUNCTIONS = ["always", "cancelled", "failure", "success"];

/**
 * The runner's schema of action.yml (action_yaml.json): `input-default-context`, `string-steps-context`, `step-if`,
 * `output-value`.
 */
const PLACES: Readonly<Record<ExpressionPlace, { contexts: readonly string[]; functions: readonly string[] }>> = {
  "input default": { contexts: ["github", "strategy", "matrix", "job", "runner"], functions: ["hashFiles"] },
  step: { contexts: OUTPUT_CONTEXTS, functions: ["hashFiles"] },
  condition: { contexts: OUTPUT_CONTEXTS, functions: ["hashFiles", ...STATUS_FUNCTIONS] },
  output: { contexts: OUTPUT_CONTEXTS, functions: [] },
};

/** A text with `${{ }}` in it: literals and expressions in turn. */
type Segment = { readonly literal: string } | { readonly expression: string };

/** A text with every `${{ }}` filled in. @throws ExpressionError for what GitHub would refuse. */
export function evaluateText(text: string, place: ExpressionPlace, scope: ExpressionScope): string {
  return segmentsOf(text)
    .map((segment) =>
      "literal" in segment ? segment.literal : evaluate(segment.expression, place, scope).coerceString(),
    )
    .join("");
}

/**
 * What an `if` decides. The text is an expression, with or without `${{ }}` around it; without one of the status
 * functions it also asks for `success()`; empty, it is `success()` (PipelineTemplateConverter.cs,
 * `ConvertToIfCondition`).
 *
 * @throws ExpressionError for what GitHub would refuse.
 */
export function evaluateCondition(text: string, scope: ExpressionScope): boolean {
  const expression = conditionOf(text);
  if (expression === "") return scope.status.success;
  if (!scope.status.success && !asksForStatus(expression)) return false;
  return truthy(evaluate(expression, "condition", scope));
}

/**
 * Whether GitHub would take a text with `${{ }}` here, without evaluating it. @throws ExpressionError when it would
 * not.
 */
export function checkText(text: string, place: ExpressionPlace): void {
  for (const segment of segmentsOf(text)) if ("expression" in segment) parse(segment.expression, place);
}

/** As `checkText`, for an `if`. */
export function checkCondition(text: string): void {
  const expression = conditionOf(text);
  if (expression !== "") parse(expression, "condition");
}

function evaluate(expression: string, place: ExpressionPlace, scope: ExpressionScope): data.ExpressionData {
  const { functions } = PLACES[place];
  const contexts = Object.fromEntries(PLACES[place].contexts.map((name) => [name, scope.contexts[name] ?? null]));
  const definitions = functions.map((name) => functionNamed(name, scope));
  try {
    return new Evaluator(
      parse(expression, place),
      dictionaryOf(contexts),
      new Map(definitions.map((definition) => [definition.name.toLowerCase(), definition])),
    ).evaluate();
  } catch (error) {
    throw refusal(expression, error);
  }
}

function parse(expression: string, place: ExpressionPlace): ReturnType<Parser["parse"]> {
  const { contexts, functions } = PLACES[place];
  const declared = functions.map((name) => functionNamed(name, undefined));
  try {
    return new Parser(tokensOf(expression), [...contexts], declared).parse();
  } catch (error) {
    throw refusal(expression, error);
  }
}

function refusal(expression: string, error: unknown): ExpressionError {
  if (error instanceof ExpressionError) return error;
  const { message, cause } = error as Error;
  const reason = cause instanceof Error ? `${message}: ${cause.message}` : message;
  return new ExpressionError(`\`\${{ ${expression.replace(/\s+/g, " ")} }}\`: ${reason.split(/[\r\n]/)[0]}`);
}

function tokensOf(expression: string): ReturnType<Lexer["lex"]>["tokens"] {
  // The package's lexer unescapes only the first '' of a string (0.3.61).
  return new Lexer(expression)
    .lex()
    .tokens.map((token) =>
      token.type === TokenType.STRING ? { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") } : token,
    );
}

function asksForStatus(expression: string): boolean {
  const tokens = tokensOf(expression);
  return tokens.some(
    ({ type, lexeme }, index) =>
      type === TokenType.IDENTIFIER &&
      STATUS_FUNCTIONS.includes(lexeme.toLowerCase()) &&
      tokens[index + 1]?.type === TokenType.LEFT_PAREN,
  );
}

/** @param scope undefined while an expression is only parsed. */
function functionNamed(name: string, scope: ExpressionScope | undefined): FunctionDefinition {
  const answer = (value: boolean | undefined) => new data.BooleanData(value === true);
  switch (name) {
    case "hashFiles":
      return {
        name,
        minArgs: 1,
        maxArgs: 255,
        call: (...patterns) =>
          new data.StringData(
            hashFiles(
              scope?.workspace ?? "",
              patterns.map((pattern) => pattern.coerceString()),
            ),
          ),
      };
    case "always":
      return { name, minArgs: 0, maxArgs: 0, call: () => answer(true) };
    default:
      return { name, minArgs: 0, maxArgs: 0, call: () => answer(scope?.status[name as keyof ExpressionStatus]) };
  }
}

/** The expression that an `if` is; empty when it asks for nothing. */
function conditionOf(text: string): string {
  const segments = segmentsOf(text.trim());
  const [first] = segments;
  if (first === undefined) return "";
  if (segments.length === 1) return "literal" in first ? first.literal : first.expression;
  // As the runner has it: text around `${{ }}` makes a string of the whole, and a string that is not empty holds.
  const format = segments.map((segment, index) => {
    if ("expression" in segment) return `{${segments.slice(0, index).filter((other) => "expression" in other).length}}`;
    return segment.literal.replaceAll("'", "''").replaceAll("{", "{{").replaceAll("}", "}}");
  });
  const values = segments.flatMap((segment) => ("expression" in segment ? [segment.expression] : []));
  return `format('${format.join("")}', ${values.join(", ")})`;
}

/** TemplateReader.cs, `ParseScalar`: an expression ends at the first `}}` outside of a string. */
function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf("${{", at);
    if (start < 0) break;
    if (start > at) segments.push({ literal: text.slice(at, start) });
    const end = endOfExpression(text, start + 3);
    if (end < 0) throw new ExpressionError(`\`${text.slice(start).split("\n")[0]}\`: the expression is not closed`);
    const expression = text.slice(start + 3, end).trim();
    if (expression === "") throw new ExpressionError(`an expression was expected between \`\${{\` and \`}}\``);
    segments.push({ expression });
    at = end + 2;
  }
  if (at < text.length) segments.push({ literal: text.slice(at) });
  return segments;
}

function endOfExpression(text: string, from: number): number {
  let inString = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "'") inString = !inString;
    else if (!inString && text.startsWith("}}", at)) return at;
  }
  return -1;
}

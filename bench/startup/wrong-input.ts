import { parse } from "yaml";

export interface WrongInput {
  readonly environment: Readonly<Record<string, string>>;
  /** How the line begins that the action writes about it. */
  readonly error: string;
}

/** A step with one input that cannot be read, for any action that has an input which is true or false. @param text its action.yml. */
export function wrongInput(text: string): WrongInput {
  const { inputs } = parse(text) as { inputs: Readonly<Record<string, { default?: unknown }>> };
  const input = Object.keys(inputs).find((name) => /^(?:true|false)$/.test(String(inputs[name]?.default)));
  if (input === undefined) throw new Error("there is no input that is true or false");
  return {
    environment: { [`INPUT_${input.toUpperCase()}`]: "maybe" },
    error: `::error::input \`${input}\` is \`maybe\`; `,
  };
}

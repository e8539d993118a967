import { InputReader } from "@jessy-actions/kit/runner/inputs";
import { readActionFile } from "../src/action/action-file.ts";

/** The inputs that an action asks for, as names of the environment, sorted. */
export async function askedInputs(readInputs: (reader: InputReader) => unknown): Promise<string[]> {
  const asked = new Set<string>();
  const environment = new Proxy({}, { get: (_, key) => void asked.add(String(key)) });
  await readInputs(new InputReader(environment as Record<string, undefined>));
  return [...asked].sort();
}

/** The inputs that an action.yml declares, in the same form. @param folder of the action. */
export function declaredInputs(folder: string): string[] {
  return [...readActionFile(folder).inputs.keys()].map((name) => `INPUT_${name.toUpperCase()}`).sort();
}

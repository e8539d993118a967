import type { Check } from "./check.ts";
import { shown } from "./shown.ts";

/** `${API_TOKEN}`; GitHub fills in `${{ … }}` before us. */
const REFERENCE = /\$\{([A-Za-z_]\w*)\}/g;

export interface FilledChecks {
  readonly checks: readonly Check[];
  /** Every value that was filled in: to be masked before anything is asked. */
  readonly values: readonly string[];
  /** Variables that cannot be used, each once, with the first check that needs it. */
  readonly missing: readonly { readonly variable: string; readonly problem: string }[];
}

/**
 * Fills `${NAME}` in headers and bodies from variables. Addresses are shown in reports, so nothing is filled into them. Pure.
 */
export function fillReferences(
  checks: readonly Check[],
  variables: Readonly<Record<string, string | undefined>>,
): FilledChecks {
  const values = new Set<string>();
  const missing = new Map<string, string>();
  const filled = checks.map((check) => {
    const fill = (text: string) =>
      text.replace(REFERENCE, (_, name: string) => {
        const value = Object.hasOwn(variables, name) ? (variables[name] ?? "").trim() : "";
        if (value === "") {
          if (!missing.has(name))
            missing.set(
              name,
              `the check ${shown(check.name)} needs the variable ${shown(name)}, which is empty or not set`,
            );
        } else if (/[^\t\x20-\x7e]/.test(value)) {
          missing.set(name, `the variable ${shown(name)} is not plain ASCII on one line`);
        } else values.add(value);
        return value;
      });
    return {
      ...check,
      headers: check.headers.map(([name, value]) => [name, fill(value)] as const),
      body: check.body === undefined ? undefined : fill(check.body),
    };
  });
  return {
    checks: filled,
    values: [...values],
    missing: [...missing].map(([variable, problem]) => ({ variable, problem })),
  };
}

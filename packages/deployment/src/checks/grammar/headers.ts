import { ReportError } from "@jessy-actions/reading/report-error";
import { shown } from "../shown.ts";
import { text } from "./scalar.ts";

const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** The connection's own: the probe sets them. */
const RESERVED = /^(?:connection|content-length|transfer-encoding|keep-alive|upgrade|te|trailer|expect|proxy-.*)$/i;
const CREDENTIAL = /^(?:authorization|cookie)$|(?:^|-)(?:api-?key|token|secret|password|auth)(?:$|-)/i;

/**
 * The headers that a check sends, as written: `${NAME}` is filled in later.
 *
 * @throws ReportError, whose message stands after the name of the field.
 */
export function readHeaders(fields: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
  return Object.entries(fields).map(([name, written]) => {
    if (!NAME.test(name)) throw new ReportError(`has ${shown(name)}, which is not the name of a header`);
    if (RESERVED.test(name)) throw new ReportError(`has ${shown(name)}, which the connection sets by itself`);
    const value = text(written);
    if (/[^\t\x20-\x7e]/.test(value))
      throw new ReportError(`has ${shown(name)}, whose value is not plain ASCII on one line`);
    if (CREDENTIAL.test(name) && !/\$\{[A-Za-z_]\w*\}/.test(value))
      throw new ReportError(
        `has a credential in ${shown(name)}; set a variable in \`env\` of the step and write \`\${NAME}\` here`,
      );
    return [name, value] as const;
  });
}

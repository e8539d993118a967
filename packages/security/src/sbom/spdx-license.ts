/** Licences of the SPDX list that packages commonly have. Others are shown by the name that their author gave. */
const LICENSES = byLowerCase(`
0BSD AFL-2.1 AFL-3.0 AGPL-1.0-only AGPL-3.0 AGPL-3.0-only AGPL-3.0-or-later Apache-1.0 Apache-1.1 Apache-2.0 APSL-2.0 Artistic-1.0
Artistic-1.0-Perl Artistic-2.0 BlueOak-1.0.0 BSD-1-Clause BSD-2-Clause BSD-2-Clause-Patent BSD-2-Clause-Views BSD-3-Clause
BSD-3-Clause-Clear BSD-3-Clause-LBNL BSD-4-Clause BSD-4-Clause-UC BSD-Source-Code BSL-1.0 BUSL-1.1 bzip2-1.0.6 CC-BY-3.0 CC-BY-4.0
CC-BY-SA-3.0 CC-BY-SA-4.0 CC-BY-NC-4.0 CC0-1.0 CDDL-1.0 CDDL-1.1 CDLA-Permissive-2.0 CECILL-2.1 CPL-1.0 curl ECL-2.0 EPL-1.0 EPL-2.0
EUPL-1.1 EUPL-1.2 FSFAP FSFUL FSFULLR FTL GFDL-1.1-only GFDL-1.2-only GFDL-1.2-or-later GFDL-1.3-only GFDL-1.3-or-later GPL-1.0
GPL-1.0-only GPL-1.0-or-later GPL-2.0 GPL-2.0-only GPL-2.0-or-later GPL-3.0 GPL-3.0-only GPL-3.0-or-later HPND ICU IJG ImageMagick
Info-ZIP IPL-1.0 ISC JSON LGPL-2.0 LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1 LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0 LGPL-3.0-only
LGPL-3.0-or-later Libpng libpng-2.0 libtiff MIT MIT-0 MIT-CMU MPL-1.0 MPL-1.1 MPL-2.0 MPL-2.0-no-copyleft-exception MS-PL MS-RL
MulanPSL-2.0 NCSA OFL-1.0 OFL-1.1 OLDAP-2.8 OpenSSL OSL-2.1 OSL-3.0 PHP-3.0 PHP-3.01 PostgreSQL PSF-2.0 Python-2.0 Python-2.0.1 Ruby
SGI-B-2.0 Sleepycat SSPL-1.0 TCL Unicode-3.0 Unicode-DFS-2015 Unicode-DFS-2016 Unlicense UPL-1.0 Vim W3C WTFPL X11 Xnet Zlib
zlib-acknowledgement ZPL-2.0 ZPL-2.1`);

const EXCEPTIONS = byLowerCase(`
Autoconf-exception-2.0 Autoconf-exception-3.0 Bison-exception-2.2 Classpath-exception-2.0 Font-exception-2.0 GCC-exception-2.0
GCC-exception-3.1 GPL-3.0-linking-exception Libtool-exception Linux-syscall-note LLVM-exception OpenJDK-assembly-exception-1.0
Universal-FOSS-exception-1.0`);

/** Longer than any licence expression that somebody wrote. */
const MAX_CHARACTERS = 1_000;

/**
 * A licence as SPDX writes it: `apache-2.0` is `Apache-2.0`, and Cargo's old `MIT/Apache-2.0` is `MIT OR Apache-2.0`
 * (SPDX 2.3, annex D).
 *
 * @returns nothing for a text that is no expression, or that names a licence we do not know.
 */
export function licenseExpression(text: string): string | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const tokens = text.replaceAll("/", " OR ").match(/[()]|[^\s()]+/g) ?? [];
  const written: string[] = [];
  let depth = 0;
  let isOperandNext = true;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const operator = token.toUpperCase();
    if (isOperandNext && token === "(") {
      depth++;
      written.push("(");
    } else if (isOperandNext) {
      const license = licenseId(token);
      if (license === undefined) return undefined;
      written.push(license);
      isOperandNext = false;
    } else if (token === ")" && depth > 0) {
      depth--;
      written.push(")");
    } else if (operator === "AND" || operator === "OR") {
      written.push(operator);
      isOperandNext = true;
    } else {
      const exception = EXCEPTIONS.get((tokens[++at] ?? "").toLowerCase());
      const isAfterLicense = !/^(?:\(|\)|AND|OR|WITH)$/.test(written.at(-1)!) && written.at(-2) !== "WITH";
      if (operator !== "WITH" || exception === undefined || !isAfterLicense) return undefined;
      written.push("WITH", exception);
    }
  }
  if (isOperandNext || depth > 0) return undefined;
  return written.join(" ").replaceAll("( ", "(").replaceAll(" )", ")");
}

/** Whether an expression is one licence alone. */
export function isSingle(expression: string): boolean {
  return !/[\s(+]/.test(expression);
}

/** All of several expressions at once. */
export function allOf(expressions: readonly string[]): string {
  if (expressions.length === 1) return expressions[0]!;
  return expressions.map((one) => (/ OR /.test(one) ? `(${one})` : one)).join(" AND ");
}

function licenseId(token: string): string | undefined {
  const known = LICENSES.get(token.toLowerCase());
  if (known !== undefined || !token.endsWith("+")) return known;
  const base = LICENSES.get(token.slice(0, -1).toLowerCase());
  return base === undefined ? undefined : `${base}+`;
}

function byLowerCase(names: string): ReadonlyMap<string, string> {
  return new Map(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name.toLowerCase(), name]),
  );
}

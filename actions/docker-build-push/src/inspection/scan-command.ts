import type { ScanLayout } from "./scan-layouts.ts";

/** What stands for the folder with the image in the input `scan`. */
const LAYOUT = "{layout}";

/** What is wrong with the input `scan`; undefined when nothing is. */
export function scanProblem(scan: readonly string[]): string | undefined {
  const [program, ...args] = scan;
  if (program === undefined || args.some((argument) => argument.includes(LAYOUT))) return undefined;
  if (args.length === 0 && /\s/.test(program))
    return `is one line, \`${program.slice(0, 60)}\`; write the program and each of its arguments in a line of its own`;
  return `does not say where the image is; write \`${LAYOUT}\` where \`${program.slice(0, 60)}\` takes the folder of an OCI layout`;
}

/** The arguments of `scan` for one layout. Pure. */
export function scanArguments([, ...args]: readonly string[], { platform, folder }: ScanLayout): readonly string[] {
  return args.map((argument) =>
    argument.replace(/\{(?:layout|platform)\}/g, (word) => (word === LAYOUT ? folder : platform)),
  );
}

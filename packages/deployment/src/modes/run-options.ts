/** Options of `docker run` as a user writes them, one a line: `--publish=80:80`, `-e NAME`, `--env NAME=value`. */

/** Of what they name there is one: a second container beside the first could not have it, or would write what it writes. */
const EXCLUSIVE =
  /^(?:-p|--publish|-P|--publish-all|-v|--volume|--mount|--volumes-from|--device|--ip6?|--mac-address|--hostname|-h|--gpus|--network-alias|(?:--net|--network)=?\s*(?:host|container:))/;

/** Whether two containers with these options cannot run at the same time: then the old one stops before the new one starts. */
export const isExclusive = (options: readonly string[]): boolean => options.some((option) => EXCLUSIVE.test(option));

/** Words for a program: `-e NAME` is two of them, `--env=NAME` one. */
export function runArguments(options: readonly string[]): readonly string[] {
  return options.flatMap((option) => {
    const [, name, value] = /^(-[^\s=]+)\s+(.*)$/s.exec(option) ?? [];
    return name === undefined || value === undefined ? [option] : [name, value];
  });
}

/** Variables whose values come from the environment of the script, so that they stand in no command line. */
export function variablesByName(options: readonly string[]): readonly string[] {
  return options.flatMap((option) => /^(?:-e|--env)(?:\s+|=)?([A-Za-z_]\w*)$/.exec(option)?.[1] ?? []);
}

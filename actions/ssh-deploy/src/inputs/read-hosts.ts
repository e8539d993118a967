import type { Host } from "@jessy-actions/deployment/hosts/host";
import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import { UserError } from "@jessy-actions/reading/user-error";

/** The hosts in the order that they are switched in, and the way to each. */
export function readHosts(reader: InputReader): readonly Host[] {
  const lines = reader.list("hosts");
  const user = reader.string("user");
  const port = reader.integer("port", { min: 1, max: 65_535 }, 22);
  const jump = reader.list("jump");
  if (lines.length === 0) reader.required("hosts", "deploy@api-1.example.com");
  return reader.adopt(() => parse(lines, user, port, jump), [], "hosts");
}

function parse(lines: readonly string[], user: string, port: number, jump: readonly string[]): readonly Host[] {
  const address = (line: string) => {
    const [, own = user, name = "", at = String(port)] = /^(?:([\w-]+)@)?([\w.-]+)(?::(\d+))?$/.exec(line) ?? [];
    if (name === "" || own === "") throw new UserError(`\`${line}\` is not \`USER@ADDRESS:PORT\``);
    return { address: name, port: Number(at), user: own };
  };
  return lines.map((line, at) => ({
    ...address(line),
    name: address(line).address,
    alias: `host-${at + 1}`,
    jumps: jump.map(address),
  }));
}

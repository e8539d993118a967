import type { Host } from "@jessy-actions/deployment/hosts/host";
import { parseHosts, parseJumps } from "@jessy-actions/deployment/hosts/parse-hosts";
import type { InputReader } from "@jessy-actions/kit/runner/inputs";

const SSH_PORT = 22;

/** The hosts in the order that they are switched in, and the way to each. */
export function readHosts(reader: InputReader): readonly Host[] {
  const lines = reader.list("hosts");
  const user = reader.string("user");
  const port = reader.integer("port", { min: 1, max: 65_535 }, SSH_PORT);
  const jumpLines = reader.list("jump");
  const jumps = reader.adopt(() => parseJumps(jumpLines, { user, port: SSH_PORT }), [], "jump");
  if (lines.length > 0) return reader.adopt(() => parseHosts(lines, { user, port, jumps }), [], "hosts");
  reader.required("hosts", "deploy@api-1.example.com");
  return [];
}

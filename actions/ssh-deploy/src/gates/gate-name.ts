import type { Gate } from "../inputs.ts";

const MOST_CHARACTERS = 60;

/** What reports call a gate: `GET /health`, `port 5432`. One line. */
export function gateName(gate: Gate): string {
  const from = "from" in gate && gate.from === "runner" ? " from the runner" : "";
  switch (gate.kind) {
    case "http":
      return `${gate.check.name}${from}`;
    case "tcp":
      return `port ${gate.port}${from}`;
    case "health":
      return `health of ${gate.container}`;
    case "command": {
      const line = gate.script.trim().replace(/\s+/g, " ");
      return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 3)}...` : line;
    }
  }
}

import type { RemoteScript, ScriptEnd } from "@jessy-actions/deployment/shell/remote-script";
import { type Finding, failed, PASSED } from "./finding.ts";

/** Asks Docker for the containers of that name, or else of that service. Facts: `containers`, a line each, and `output`. */
export function healthScript(container: string, project: string | undefined, timeout: number): RemoteScript {
  return {
    title: "gate",
    timeout,
    environment: {
      JESSY_PATTERN: `^/?${container.replaceAll(".", "\\.")}$`,
      JESSY_SERVICE: container,
      JESSY_PROJECT: project ?? "",
    },
    body: BODY,
  };
}

const STATE = "{{.State.Status}} {{.RestartCount}} {{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}";
const OUTPUT = "{{if .State.Health}}{{range .State.Health.Log}}{{.Output}}{{end}}{{end}}";

const BODY = `command -v docker >/dev/null 2>&1 || { fact failure 'docker is not on the host'; exit 0; }
set -- --filter "label=com.docker.compose.service=$JESSY_SERVICE"
[ -z "$JESSY_PROJECT" ] || set -- "$@" --filter "label=com.docker.compose.project=$JESSY_PROJECT"
ids=$(docker ps --all --quiet --filter "name=$JESSY_PATTERN")
[ -n "$ids" ] || ids=$(docker ps --all --quiet "$@")
[ -n "$ids" ] || exit 0
fact containers "$(docker inspect --format '${STATE}' $ids)"
fact output "$(docker inspect --format '${OUTPUT}' $ids | tail -c 2000)"
`;

/** Every container runs, and is healthy if it has a health check. */
export function readHealth(container: string, { exitCode, facts, tail }: ScriptEnd & { kind: "exited" }): Finding {
  if (facts.failure !== undefined) return failed(facts.failure, { isFinal: true });
  if (exitCode !== 0) return failed(`docker ended with exit code ${exitCode}`, { log: tail });
  const lines = (facts.containers ?? "").split("\n").filter((line) => line !== "");
  if (lines.length === 0) return failed(`no container or service is called ${container}`);
  const states = lines.map((line) => {
    const [status = "", restarts = "", health = ""] = line.split(" ");
    return { status, restarts, health };
  });
  const bad = states.find(({ status, health }) => status !== "running" || (health !== "healthy" && health !== "none"));
  // A container that dies and is started again is running whenever it is looked at.
  const identity = states.map(({ restarts }) => restarts).join(" ");
  if (bad === undefined) return { ...PASSED, seen: states[0]!.health === "none" ? "running" : "healthy", identity };
  const word = bad.status === "running" ? bad.health : bad.status;
  return failed(`the container is ${word}`, { seen: word, identity, log: (facts.output ?? "").trim() });
}

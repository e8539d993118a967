import type { RemoteScript } from "@jessy-actions/deployment/shell/remote-script";

/** Connects to a port of the host itself, over IPv4 or IPv6. Exit code 0: something takes connections. */
export function portScript(port: number, timeout: number): RemoteScript {
  return { title: "gate", timeout, environment: { JESSY_PORT: String(port) }, body: BODY };
}

const BODY = `if command -v bash >/dev/null 2>&1; then
  for address in 127.0.0.1 ::1; do
    bash -c ': 3<>"/dev/tcp/$1/$2"' bash "$address" "$JESSY_PORT" 2>/dev/null && exit 0
  done
  exit 1
fi
if command -v nc >/dev/null 2>&1; then
  for address in 127.0.0.1 ::1; do
    nc -z -w 3 "$address" "$JESSY_PORT" </dev/null >/dev/null 2>&1 && exit 0
  done
  exit 1
fi
fact failure 'neither bash nor nc is on the host; write an address or a command as gate'
`;

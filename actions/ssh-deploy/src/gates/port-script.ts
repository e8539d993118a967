import type { RemoteScript } from "@jessy-actions/deployment/shell/remote-script";

/** Connects to a port of the host itself, over IPv4 or IPv6. Exit code 0: something takes connections. */
export function portScript(port: number, timeout: number): RemoteScript {
  return { title: "gate", timeout, environment: { JESSY_PORT: String(port) }, body: BODY };
}

/** Without bash nothing that is on every host connects and says how that ended, so the kernel's table is read. */
const BODY = `if command -v bash >/dev/null 2>&1; then
  for address in 127.0.0.1 ::1; do
    bash -c ': 3<>"/dev/tcp/$1/$2"' bash "$address" "$JESSY_PORT" 2>/dev/null && exit 0
  done
  exit 1
fi
[ -r /proc/net/tcp ] || { fact failure 'neither bash nor /proc/net/tcp is on the host; write a command as gate'; exit 0; }
port=$(printf '%04X' "$JESSY_PORT")
cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -qE "^ *[0-9]+: [0-9A-F]+:$port [0-9A-F]+:0000 0A "
`;

/** What turns a set of namespaces into a server: files that programs see there, an sshd, and a Docker if it is asked for. */
import { join } from "node:path";
import { LIBRARY_PATH, PROGRAM_FOLDER, type Programs } from "../docker/programs.ts";

export interface HostSettings {
  readonly name: string;
  readonly address: string;
  /** Of the host: settings, logs, keys. */
  readonly folder: string;
  readonly docker: boolean;
  /** More lines of sshd_config, before the others. */
  readonly sshd: readonly string[];
  /** Of /srv, which is in memory: as mount's options `size=4m,nr_inodes=64`. */
  readonly disk: string;
  /** Registries without TLS that its Docker may use. */
  readonly registries: readonly string[];
}

/** Accounts besides root: the name is that of the login shell. */
export const ACCOUNTS = {
  deploy: "/bin/bash",
  dash: "/bin/dash",
  busybox: "/run/jessy/ash",
  nologin: "/usr/sbin/nologin",
} as const;

export type Account = "root" | keyof typeof ACCOUNTS;

export function sshdConfig({ address, folder, sshd }: HostSettings, programs: Programs): string {
  const at = (name: string) => join(folder, name);
  return `${sshd.map((line) => `${line}\n`).join("")}Port 22
ListenAddress ${address}
HostKey ${at("host_ed25519")}
HostKey ${at("host_ecdsa")}
HostCertificate ${at("host_ed25519-cert.pub")}
TrustedUserCAKeys ${join(folder, "../keys/authority.pub")}
AuthorizedKeysFile /run/jessy/authorized_keys
AuthorizedPrincipalsFile none
PidFile none
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
StrictModes no
Subsystem sftp ${programs.paths["sftp-server"]}
`;
}

/** Lines of passwd(5) beside those that the machine has. */
export function accounts(passwd: string): string {
  const others = passwd.split("\n").filter((line) => line !== "" && !(line.split(":")[0]! in ACCOUNTS));
  const own = Object.entries(ACCOUNTS).map(
    ([name, shell], index) => `${name}:x:${3001 + index}:3001::/home/${name}:${shell}`,
  );
  const sshd = others.some((line) => line.startsWith("sshd:")) ? [] : ["sshd:x:3000:3000::/run/sshd:/usr/sbin/nologin"];
  return `${[...others, ...own, ...sshd].join("\n")}\n`;
}

/**
 * The first program of a host. It says `ready` when its namespaces are there, waits for its end of the cable, and becomes sshd's
 * parent: whatever ends it ends the host.
 */
export function hostScript(settings: HostSettings, programs: Programs): string {
  const { name, address, folder, docker, disk } = settings;
  const at = (file: string) => join(folder, file);
  const { sshd, busybox } = programs.paths;
  const places = [join(folder, ".."), PROGRAM_FOLDER];
  return `
mount --make-rprivate /
# A host has folders of its own, in which ours still stand.
mount -t tmpfs -o mode=0755 tmpfs /run
number=0
for place in ${places.join(" ")}; do
  number=$((number + 1))
  mkdir -p /run/kept/$number && mount --bind $place /run/kept/$number
done
for place in /tmp /home /root; do mount -t tmpfs -o mode=0755 tmpfs $place; done
chmod 1777 /tmp
number=0
for place in ${places.join(" ")}; do
  number=$((number + 1))
  mkdir -p $place && mount --bind /run/kept/$number $place
done
mount -t tmpfs ${disk === "" ? "" : `-o ${disk} `}tmpfs /srv
chmod 1777 /srv
mkdir -p /run/sshd /run/jessy
cp ${busybox} /run/jessy/ash
# sshd reads them as the user who logs in.
cp ${join(folder, "../keys/user.pub")} /run/jessy/authorized_keys
${rsyncLines(programs)}
mount --bind ${at("passwd")} /etc/passwd
mount --bind ${at("shadow")} /etc/shadow
${Object.keys(ACCOUNTS)
  .map((account, index) => `mkdir /home/${account}; chown ${3001 + index}:3001 /home/${account}`)
  .join("\n")}
hostname ${name}
: >${at("ready")}
until [ -e ${at("cable")} ]; do sleep 0.02; done
ip link set lo up
ip address add ${address}/24 dev eth0
ip link set eth0 up
${docker ? dockerLines(settings, programs) : ""}
LD_LIBRARY_PATH=${LIBRARY_PATH} ${sshd} -D -e -f ${at("sshd_config")} >>${at("sshd.log")} 2>&1 &
: >${at("up")}
wait
`;
}

/** With the libraries that the machine may lack. */
export const rsyncScript = ({ paths }: Programs): string =>
  `#!/bin/sh\nLD_LIBRARY_PATH=${LIBRARY_PATH} exec ${paths.rsync} "$@"\n`;

const rsyncLines = (programs: Programs): string =>
  programs.paths.rsync === undefined
    ? ""
    : `cat >/run/jessy/rsync <<'RSYNC'\n${rsyncScript(programs)}RSYNC\nchmod +x /run/jessy/rsync`;

export function dockerFiles({ folder, registries }: HostSettings): Readonly<Record<string, string>> {
  const at = (file: string) => join(folder, file);
  return {
    "containerd.toml": `version = 3
root = "${at("images/containerd")}"
state = "/run/containerd-state"
disabled_plugins = ["io.containerd.grpc.v1.cri", "io.containerd.cri.v1.images", "io.containerd.cri.v1.runtime"]
[grpc]
  address = "/run/containerd.sock"
`,
    "daemon.json": JSON.stringify({
      features: { "containerd-snapshotter": true },
      hosts: ["unix:///run/docker.sock"],
      containerd: "/run/containerd.sock",
      "data-root": at("images/docker"),
      "exec-root": "/run/docker-exec",
      pidfile: "/run/docker.pid",
      "insecure-registries": registries,
      iptables: false,
      ip6tables: false,
    }),
  };
}

/** Published ports go through Docker's own proxy, so nothing of the packet filter is needed. */
function dockerLines({ folder }: HostSettings, { paths, searchPath }: Programs): string {
  const at = (file: string) => join(folder, file);
  return `
export PATH=${searchPath}:$PATH
mkdir -p /run/containerd ${at("images")} /root/.docker/cli-plugins
while read -r _ place _ options _; do
  case $place:$options in /sys/fs/cgroup*:ro*) mount -o remount,bind,rw $place ;; esac
done </proc/mounts
mount -t tmpfs tmpfs ${at("images")}
ln -s ${paths.compose} /root/.docker/cli-plugins/docker-compose
ln -s ${paths.docker} /run/jessy/docker
${paths.containerd} --config ${at("containerd.toml")} >${at("containerd.log")} 2>&1 &
until [ -S /run/containerd.sock ]; do sleep 0.05; done
${paths.dockerd} --config-file ${at("daemon.json")} >${at("dockerd.log")} 2>&1 &
`;
}

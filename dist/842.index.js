export const id = 842;
export const ids = [842];
export const modules = {

/***/ 842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sshDeploy: () => (/* binding */ sshDeploy)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __webpack_require__(8878);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/hosts/wire.js
/** SSH's wire format (RFC 4251, 5): numbers of four bytes, and strings after their length. Of untrusted bytes. */
class WireReader {
    #bytes;
    #at = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    /** Bytes that are not read yet. */
    get left() {
        return this.#bytes.length - this.#at;
    }
    /** Undefined where the bytes end before. */
    uint32() {
        if (this.left < 4)
            return undefined;
        this.#at += 4;
        return this.#bytes.readUInt32BE(this.#at - 4);
    }
    uint64() {
        if (this.left < 8)
            return undefined;
        this.#at += 8;
        return this.#bytes.readBigUInt64BE(this.#at - 8);
    }
    string() {
        const length = this.uint32();
        if (length === undefined || length > this.left)
            return undefined;
        this.#at += length;
        return this.#bytes.subarray(this.#at - length, this.#at);
    }
}
function wireString(content) {
    const bytes = Buffer.from(content);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}
function wireUint32(number) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(number);
    return bytes;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/hosts/public-key.js


/** Key types of OpenSSH that are not broken: neither DSA nor version 1 of the protocol. */
const TYPES = /^(?:ssh-(?:rsa|ed25519)|ecdsa-sha2-nistp(?:256|384|521)|sk-ssh-ed25519@openssh\.com|sk-ecdsa-sha2-nistp256@openssh\.com)$/;
/** @returns undefined unless the blob is base64 of a key of just this type. */
function readPublicKey(type, blob) {
    if (!TYPES.test(type) || !/^[A-Za-z0-9+/]+={0,2}$/.test(blob))
        return undefined;
    const bytes = Buffer.from(blob, "base64");
    const reader = new WireReader(bytes);
    if (reader.string()?.toString("latin1") !== type || reader.string() === undefined)
        return undefined;
    return { type, blob: bytes.toString("base64") };
}
const isKeyType = (word) => TYPES.test(word);
/** `SHA256:...` without padding, as `ssh-keygen -l` prints it. */
function fingerprintOf({ blob }) {
    return `SHA256:${(0,external_node_crypto_.createHash)("sha256").update(Buffer.from(blob, "base64")).digest("base64").replace(/=+$/, "")}`;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/hosts/quoted.js
const MAX_QUOTED = 80;
/** Untrusted text for an error: in quotes, cut, control characters escaped. */
function quoted(text) {
    return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}...` : text);
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/hosts/host-key-pins.js




const MAX_LINES = 5000;
/**
 * Reads `host-keys`, a line each: lines of known_hosts (plain, hashed, `[host]:port`, `@cert-authority`, `@revoked`); a
 * fingerprint, `SHA256:...` alone or after a host, or as `ssh-keygen -l` prints it; a bare public key.
 *
 * @throws UserErrors, a line for each that cannot be used.
 */
function parseHostKeys(text) {
    const lines = text
        .replace(/\ufeff/g, "")
        .replace(/\\n/g, "\n")
        .split(/\r\n|\n|\r/);
    if (lines.length > MAX_LINES)
        throw new user_error/* UserErrors */.t([`there are ${lines.length} lines; at most ${MAX_LINES} are read`]);
    const problems = [];
    const pins = [];
    for (const [index, line] of lines.entries()) {
        const words = line.trim().split(/\s+/);
        if (words[0] === "" || words[0].startsWith("#"))
            continue;
        const pin = parsePin(words);
        if (typeof pin === "string")
            problems.push(`line ${index + 1} ${pin}`);
        else
            pins.push(pin);
    }
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    return pins;
}
/** @returns a pin, or what is wrong with the line, as a clause after its number. */
function parsePin(words) {
    const [first = ""] = words;
    if (first.startsWith("@"))
        return parseMarked(first, words.slice(1));
    if (words.some((word) => /^(?:MD5:)?(?:[0-9a-f]{2}:){15}[0-9a-f]{2}$/i.test(word)))
        return "is an MD5 fingerprint, which can be forged; write the SHA256 one, of `ssh-keygen -l`";
    const at = words.findIndex((word) => /^SHA256:/i.test(word));
    if (at >= 0)
        return parseFingerprint(words, at);
    if (isKeyType(first)) {
        const key = readPublicKey(first, words[1] ?? "");
        return key === undefined
            ? "is a damaged public key"
            : { kind: "fingerprint", names: undefined, fingerprint: fingerprintOf(key) };
    }
    return parseKnownHost("key", words);
}
function parseMarked(marker, words) {
    if (marker === "@cert-authority")
        return parseKnownHost("authority", words);
    if (marker === "@revoked")
        return parseKnownHost("revoked", words);
    return `begins with ${quoted(marker)}; write \`@cert-authority\` or \`@revoked\``;
}
/** `[256] [HOST] SHA256:... [comment] [(ED25519)]` */
function parseFingerprint(words, at) {
    const digest = words[at].slice("SHA256:".length).replace(/=+$/, "");
    if (!/^[A-Za-z0-9+/]{43}$/.test(digest))
        return `has a fingerprint of ${digest.length} characters; one of SHA256 has 43 letters, digits, "+" and "/"`;
    const before = words.slice(0, at).filter((word) => !/^\d+$/.test(word));
    if (before.length > 1)
        return `has ${quoted(before.join(" "))} before its fingerprint; write one host, or none`;
    return { kind: "fingerprint", names: before[0]?.toLowerCase(), fingerprint: `SHA256:${digest}` };
}
function parseKnownHost(kind, words) {
    const [names = "", type = "", blob = ""] = words;
    if (/PRIVATE KEY/.test(words.join(" ")))
        return "is a private key, which is nobody's business; write public keys";
    if (/-cert-v01@openssh\.com$/.test(type))
        return "is a certificate; write the key of its authority after `@cert-authority`";
    if (/^ssh-dss$/.test(type))
        return "is a DSA key, which OpenSSH no longer accepts";
    if (!isKeyType(type))
        return words.length === 1
            ? `is ${quoted(names)}; write lines of known_hosts (\`host ssh-ed25519 AAAA...\`) or fingerprints (\`SHA256:...\`)`
            : `has ${quoted(type)} where a key type such as \`ssh-ed25519\` belongs`;
    const key = readPublicKey(type, blob);
    if (key === undefined)
        return `has a damaged ${type} key: it was cut off, or broken into lines`;
    if (names.startsWith("|") && hashOf(names) === undefined)
        return "has a damaged hash of a host name";
    return { kind, names: names.startsWith("|") ? names : names.toLowerCase(), key };
}
/**
 * What the pins say of a host, by the rules of ssh: a port other than 22 is looked for as `[host]:port`, and as the bare
 * host only where that gives nothing.
 */
function trustedKeys(pins, { address, port }) {
    const exact = port === 22 ? address : `[${address}]:${port}`;
    const forms = port === 22 ? [address, `[${address}]:22`] : [exact, address];
    const of = (kind, name) => pins.filter((pin) => pin.kind === kind && matchesNames(pin.names, name));
    const first = (kind) => forms.map((form) => of(kind, form)).find((found) => found.length > 0) ?? [];
    const every = (kind) => forms.flatMap((form) => of(kind, form));
    return {
        keys: uniqueKeys(first("key")),
        authorities: uniqueKeys(first("authority")),
        revoked: uniqueKeys(every("revoked")),
        fingerprints: [
            ...new Set(every("fingerprint").flatMap((pin) => (pin.kind === "fingerprint" ? [pin.fingerprint] : []))),
        ],
    };
}
/** The lines of a known_hosts that is for one host alone. @param found keys whose fingerprints are pinned. */
function knownHostLines(trusted, found, { address, port }) {
    const name = port === 22 ? address : `[${address}]:${port}`;
    const line = (marker) => ({ type, blob }) => `${marker}${name} ${type} ${blob}\n`;
    return [
        ...trusted.revoked.map(line("@revoked ")),
        ...[...trusted.keys, ...found].map(line("")),
        ...trusted.authorities.map(line("@cert-authority ")),
    ].join("");
}
function uniqueKeys(pins) {
    const keys = pins.flatMap((pin) => (pin.kind === "fingerprint" ? [] : [pin.key]));
    return [...new Map(keys.map((key) => [`${key.type} ${key.blob}`, key])).values()];
}
/** Patterns between commas (ssh_config(5), PATTERNS), or one hash of a name. A negated match wins over all others. */
function matchesNames(names, name) {
    if (names === undefined)
        return true;
    if (names.startsWith("|")) {
        const hash = hashOf(names);
        return hash !== undefined && (0,external_node_crypto_.createHmac)("sha1", hash.salt).update(name).digest().equals(hash.digest);
    }
    const patterns = names.split(",");
    if (patterns.some((pattern) => pattern.startsWith("!") && matchesPattern(pattern.slice(1), name)))
        return false;
    return patterns.some((pattern) => !pattern.startsWith("!") && matchesPattern(pattern, name));
}
function hashOf(names) {
    const [, salt = "", digest = ""] = /^\|1\|([A-Za-z0-9+/]{27}=)\|([A-Za-z0-9+/]{27}=)$/.exec(names) ?? [];
    if (digest === "")
        return undefined;
    return { salt: Buffer.from(salt, "base64"), digest: Buffer.from(digest, "base64") };
}
/** `*` and `?` alone are special. Steps back to the last `*` only, so time is at most text times pattern. */
function matchesPattern(pattern, text) {
    let [p, t, star, mark] = [0, 0, -1, 0];
    while (t < text.length) {
        if (pattern[p] === "*")
            [star, mark, p] = [p, t, p + 1];
        else if (pattern[p] === "?" || pattern[p] === text[t])
            [p, t] = [p + 1, t + 1];
        else if (star >= 0)
            [p, mark, t] = [star + 1, mark + 1, mark + 1];
        else
            return false;
    }
    while (pattern[p] === "*")
        p++;
    return p === pattern.length;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/hosts/ssh-config.js
/** Seconds between signs of life, and how many may be missing: a dead way is seen with the next one, after 15 s. */
const ALIVE_INTERVAL = 5;
const ALIVE_COUNT = 2;
/** Seconds that a connection without commands stays, should nobody be left to close it. */
const PERSIST = 900;
/** All machines that ssh must know: the hosts, and each way to one once. */
function sshMachines(hosts) {
    const jumps = new Map();
    const through = (way) => {
        const last = way.at(-1);
        if (last === undefined)
            return undefined;
        const key = JSON.stringify(way.map(({ user, address, port }) => [user, address, port]));
        const known = jumps.get(key);
        if (known !== undefined)
            return known.alias;
        const before = through(way.slice(0, -1));
        const { address, port, user } = last;
        const jump = { address, port, user, alias: `jump-${jumps.size + 1}`, through: before };
        jumps.set(key, jump);
        return jump.alias;
    };
    const machines = hosts.map((host) => ({ ...host, through: through(host.jumps) }));
    return { jumps: [...jumps.values()], hosts: machines };
}
/**
 * The one configuration of a run. Options of a command line do not reach the machines on the way; a file given by `-F` does, and
 * keeps ssh from reading any other.
 */
function sshConfig({ jumps, hosts }, paths, { connectTimeout, mayAsk }) {
    const machines = [
        ...jumps.map((jump) => machineLines(jump, paths, { key: paths.jumpKey ?? paths.key, hasOwnKey: paths.jumpKey !== undefined })),
        ...hosts.map((host) => machineLines(host, paths, { key: paths.key, hasOwnKey: false })),
    ];
    const all = [
        "Host *",
        `  BatchMode ${mayAsk ? "no" : "yes"}`,
        "  StrictHostKeyChecking yes",
        "  GlobalKnownHostsFile /dev/null",
        "  UserKnownHostsFile /dev/null",
        "  UpdateHostKeys no",
        "  VerifyHostKeyDNS no",
        "  CheckHostIP no",
        "  PreferredAuthentications publickey",
        "  PasswordAuthentication no",
        "  KbdInteractiveAuthentication no",
        "  NumberOfPasswordPrompts 1",
        `  IdentitiesOnly ${paths.key === undefined ? "no" : "yes"}`,
        `  IdentityAgent ${paths.agent === undefined ? "none" : configPath(paths.agent)}`,
        "  ForwardAgent no",
        "  ForwardX11 no",
        "  PermitLocalCommand no",
        "  RequestTTY no",
        "  EscapeChar none",
        "  ConnectionAttempts 1",
        `  ConnectTimeout ${Math.max(1, Math.ceil(connectTimeout / 1000))}`,
        `  ServerAliveInterval ${ALIVE_INTERVAL}`,
        `  ServerAliveCountMax ${ALIVE_COUNT}`,
        "  ControlMaster no",
        `  ControlPath ${configPath(paths.sockets, "/%n")}`,
        `  ControlPersist ${PERSIST}`,
        "  LogLevel ERROR",
    ];
    return `${[...machines.flat(), ...all].join("\n")}\n`;
}
function machineLines({ alias, address, port, user, through }, { knownHosts, certificate }, { key, hasOwnKey }) {
    return [
        `Host ${alias}`,
        `  HostName ${address}`,
        `  Port ${port}`,
        `  User ${user}`,
        `  UserKnownHostsFile ${configPath(knownHosts, `/${alias}`)}`,
        ...(through === undefined ? [] : [`  ProxyJump ${through}`]),
        `  IdentityFile ${key === undefined ? "none" : configPath(key)}`,
        ...(certificate === undefined || hasOwnKey ? [] : [`  CertificateFile ${configPath(certificate)}`]),
        "",
    ];
}
/** In quotes, with what ssh would expand written twice. @param end may hold tokens that are meant. */
function configPath(path, end = "") {
    if (/["\\\n\r]|\$\{/.test(path))
        throw new Error(`ssh's configuration cannot hold the path ${JSON.stringify(path)}`);
    return `"${path.replaceAll("%", "%%")}${end}"`;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/environment.js
var runner_environment = __webpack_require__(1934);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-content.js
var file_content = __webpack_require__(1093);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/environment.js
var process_environment = __webpack_require__(4959);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/process.js + 2 modules
var process_process = __webpack_require__(9827);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/ssh/ssh-client.js


/** Milliseconds for what only asks this machine. */
const LOCAL_TIME = 10_000;
/** More than ssh's own limit for an answer, in milliseconds: authentication comes after it. */
const EXTRA_TIME = 20_000;
/** Only then does ssh say that it and a host have no algorithm in common. */
const TALKATIVE = "LogLevel=INFO";
/** The machine's OpenSSH with one configuration. */
class SshClient {
    folder;
    environment;
    #connectTimeout;
    /** @param connectTimeout in milliseconds. */
    constructor(folder, { environment, passphrases, connectTimeout, }) {
        this.folder = folder;
        this.#connectTimeout = connectTimeout;
        this.environment = {
            ...(0,process_environment.pickEnvironment)(environment, /^$/),
            LC_ALL: "C",
            SSH_ASKPASS: folder.askpass,
            SSH_ASKPASS_REQUIRE: "force",
            JESSY_ASKED: folder.asked,
            ...(passphrases.key !== "" && { JESSY_PASSPHRASE: passphrases.key }),
            ...(passphrases.jumpKey !== "" && { JESSY_JUMP_PASSPHRASE: passphrases.jumpKey }),
        };
    }
    /** What programs need to reach a machine: the configuration, and its alias. */
    arguments(alias) {
        return ["-F", this.folder.config, alias];
    }
    /** `ssh -V`, e.g. `OpenSSH_9.2p1`; undefined where there is no ssh. */
    async version() {
        const end = await this.#run("ssh", ["-V"], LOCAL_TIME).catch(() => undefined);
        return end === undefined ? undefined : /OpenSSH_\S+/.exec(end.stderr)?.[0].replace(/,$/, "");
    }
    /** The public key of a private one: proof that OpenSSH can read it. */
    publicKey(file) {
        // ssh-keygen does not say which key it asks for.
        const name = file === this.folder.jumpKey ? "jump-key" : "key";
        return this.#run("ssh-keygen", ["-y", "-f", file], LOCAL_TIME, { JESSY_ASKING: name });
    }
    /** Opens the connection that everything else to this machine goes through, and leaves it to itself. */
    openMaster(alias) {
        const args = ["-M", "-N", "-f", "-o", TALKATIVE, ...this.arguments(alias)];
        return this.#run("ssh", args, this.#connectTimeout + EXTRA_TIME, {}, { leavesDaemon: true });
    }
    /** Ends the connection, if there is one. */
    async closeMaster(alias) {
        await this.#run("ssh", ["-O", "exit", ...this.arguments(alias)], LOCAL_TIME, {}, { outlivesCancel: true });
    }
    /**
     * Lets a machine show its key of one type, as far as authentication and no further. Nothing is trusted by it: the key is
     * written to a file of its own.
     */
    showHostKey(alias, algorithms, file) {
        const options = [
            TALKATIVE,
            "StrictHostKeyChecking=accept-new",
            `UserKnownHostsFile="${file.replaceAll("%", "%%")}"`,
            `HostKeyAlgorithms=${algorithms}`,
            "HashKnownHosts=no",
            "PubkeyAuthentication=no",
            "PreferredAuthentications=none",
            "ControlPath=none",
        ];
        const args = [...options.flatMap((option) => ["-o", option]), ...this.arguments(alias), "exit"];
        return this.#run("ssh", args, this.#connectTimeout + EXTRA_TIME);
    }
    async #run(program, args, timeout, more = {}, limits = {}) {
        try {
            const { exitCode, stdout, stderr } = await (0,process_process.runProcess)(program, args, {
                cwd: "/",
                environment: { ...this.environment, ...more },
                timeout,
                ...limits,
            });
            return { exitCode, stdout: stdout.toString().trim(), stderr, isLate: false };
        }
        catch (error) {
            if (!(error instanceof process_process.ProcessLimitError))
                throw error;
            return { exitCode: 255, stdout: "", stderr: error.message, isLate: true };
        }
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/ssh/ssh-folder.js





/** @param temporary of a gate, absolute: what follows from it is found again by `post`. */
function sshFolder(temporary) {
    const folder = (0,external_node_path_.join)(temporary, "ssh");
    const hash = (0,external_node_crypto_.createHash)("sha256").update(folder).digest("hex").slice(0, 12);
    const sockets = `/tmp/jessy-${hash}`;
    return {
        folder,
        config: (0,external_node_path_.join)(sockets, "config"),
        key: (0,external_node_path_.join)(folder, "key"),
        jumpKey: (0,external_node_path_.join)(folder, "jump-key"),
        certificate: (0,external_node_path_.join)(folder, "key-cert.pub"),
        knownHosts: (0,external_node_path_.join)(folder, "known-hosts"),
        askpass: (0,external_node_path_.join)(folder, "askpass"),
        asked: (0,external_node_path_.join)(folder, "asked"),
        sockets,
    };
}
/**
 * Makes both folders anew. Everybody may write to /tmp, and the name can be guessed: a folder that another user made
 * first is refused.
 *
 * @throws UserError
 */
function makeSshFolder({ folder, knownHosts, sockets, askpass }) {
    (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    (0,external_node_fs_.mkdirSync)(knownHosts, { recursive: true, mode: 0o700 });
    const there = (0,external_node_fs_.lstatSync)(sockets, { throwIfNoEntry: false });
    if (there !== undefined && !(there.isDirectory() && there.uid === process.getuid?.()))
        throw new user_error/* UserError */.y(`${sockets} belongs to another user of this runner, and ssh's connections need it; remove it`);
    (0,external_node_fs_.rmSync)(sockets, { recursive: true, force: true });
    (0,external_node_fs_.mkdirSync)(sockets, { mode: 0o700 });
    (0,file_content/* writePrivateFile */.Pl)(askpass, ASKPASS);
    (0,external_node_fs_.chmodSync)(askpass, 0o700);
}
/** Aliases of machines that a connection was opened to. */
function openSockets({ sockets }) {
    return (0,external_node_fs_.existsSync)(sockets) ? (0,external_node_fs_.readdirSync)(sockets).filter((name) => /^(?:host|jump)-\d+$/.test(name)) : [];
}
/** Keys and all. What is not there is no fault. */
function wipeSshFolder({ folder, sockets }) {
    (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    if ((0,external_node_fs_.lstatSync)(sockets, { throwIfNoEntry: false })?.isDirectory() === true)
        (0,external_node_fs_.rmSync)(sockets, { recursive: true, force: true });
}
/**
 * Answers ssh's question for a passphrase. A wrong one would be asked for again for ever, so every program gets one answer. The
 * passphrases come by the environment: they are in no file and in no argument.
 */
const ASKPASS = `#!/bin/sh
case "\${JESSY_ASKING:+/$JESSY_ASKING'}$1" in
  *"/jump-key'"*) name=jump-key passphrase=$JESSY_JUMP_PASSPHRASE ;;
  *"/key'"*) name=key passphrase=$JESSY_PASSPHRASE ;;
  *) exit 1 ;;
esac
mkdir "$JESSY_ASKED-$PPID-$name" 2>/dev/null || exit 1
printf '%s\\n' "$passphrase"
`;

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/hosts/host-address.js


/** Longest name of DNS (RFC 1035, 2.3.4). */
const MAX_ADDRESS = 253;
const MAX_LABEL = 63;
/** Longest user name that useradd takes is 32; directories have longer ones. */
const MAX_USER = 104;
const FORM = "write `user@host`, `user@host:port` or `user@[IPv6]:port`";
/**
 * `[ssh://][user@]host[:port]`. Whatever a shell, an option parser or ssh's own expansion could read as something else is
 * refused (CVE-2023-51385, CVE-2025-61984, CVE-2026-35386), though none of it ever meets a shell here.
 *
 * @param defaults what is left out of the text.
 * @throws UserError in one clause, without the text's place.
 */
function parseHostAddress(text, defaults) {
    const bare = text.replace(/^ssh:\/\//i, "").replace(/\/$/, "");
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(bare)?.[1];
    if (scheme !== undefined)
        throw new user_error/* UserError */.y(`${quoted(text)} is an address for ${scheme}; ${FORM}`);
    const at = bare.lastIndexOf("@");
    const user = at < 0 ? defaults.user : bare.slice(0, at);
    if (user === "")
        throw new user_error/* UserError */.y(`${quoted(text)} has no user; ${FORM}, or set the default user`);
    checkUser(user, text);
    const { address, port } = splitPort(bare.slice(at + 1), text);
    return { address: canonicalAddress(address, text), port: parsePort(port, defaults.port, text), user };
}
/** How people know an address: `host`, `host:2222`, `[::1]:2222`. */
function shownAddress({ address, port }) {
    if (port === 22)
        return address;
    return `${address.includes(":") ? `[${address}]` : address}:${port}`;
}
/** An IPv6 address without brackets has no port. */
function splitPort(text, whole) {
    if (text.startsWith("[")) {
        const [, address, port] = /^\[([^\]]*)\](?::(.*))?$/.exec(text) ?? [];
        if (address === undefined)
            throw new user_error/* UserError */.y(`${quoted(whole)} has a bracket without its other half; ${FORM}`);
        if (!address.includes(":"))
            throw new user_error/* UserError */.y(`${quoted(whole)} has brackets around what is not IPv6; ${FORM}`);
        return { address, port };
    }
    const colon = text.indexOf(":");
    if (colon < 0 || text.indexOf(":", colon + 1) >= 0)
        return { address: text, port: undefined };
    return { address: text.slice(0, colon), port: text.slice(colon + 1) };
}
function parsePort(text, fallback, whole) {
    if (text === undefined)
        return fallback;
    const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
    if (port >= 1 && port <= 65_535)
        return port;
    if (text.startsWith("/") || text.startsWith("~"))
        throw new user_error/* UserError */.y(`${quoted(whole)} has a path where a port belongs; folders on the host are the input \`path\``);
    throw new user_error/* UserError */.y(`${quoted(whole)} has the port ${quoted(text)}; write a number from 1 to 65535`);
}
function checkUser(user, whole) {
    if (user.startsWith("-"))
        throw new user_error/* UserError */.y(`${quoted(whole)} has a user that begins with "-"`);
    const strange = /[^A-Za-z0-9._@+-]/u.exec(user)?.[0];
    if (user.includes(":"))
        throw new user_error/* UserError */.y(`${quoted(user.split(":")[0])} is followed by a password; use a key`);
    if (strange !== undefined)
        throw new user_error/* UserError */.y(`${quoted(whole)} has ${quoted(strange)} in its user`);
    if (user.length > MAX_USER)
        throw new user_error/* UserError */.y(`${quoted(whole)} has a user of more than ${MAX_USER} characters`);
}
/** Lower case; IPv6 in its shortest form. */
function canonicalAddress(text, whole) {
    if (text === "")
        throw new user_error/* UserError */.y(`${quoted(whole)} has no host; ${FORM}`);
    if (text.startsWith("-"))
        throw new user_error/* UserError */.y(`${quoted(whole)} has a host that begins with "-"`);
    if (text.includes(":"))
        return canonicalIpv6(text, whole);
    const strange = /[^A-Za-z0-9._-]/u.exec(text)?.[0];
    if (strange !== undefined && /\P{ASCII}/u.test(strange))
        throw new user_error/* UserError */.y(`${quoted(whole)} has ${quoted(strange)} in its host; write the name in its ASCII form, "xn--..."`);
    if (strange !== undefined)
        throw new user_error/* UserError */.y(`${quoted(whole)} has ${quoted(strange)} in its host`);
    const address = text.toLowerCase();
    const labels = address.replace(/\.$/, "").split(".");
    if (address.length > MAX_ADDRESS || labels.some((label) => label === "" || label.length > MAX_LABEL))
        throw new user_error/* UserError */.y(`${quoted(whole)} has a host that is no DNS name: parts of 1 to ${MAX_LABEL} characters, ${MAX_ADDRESS} in all`);
    // Resolvers read `10.1`, `0x7f.1` and `010.0.0.1` as addresses that people do not expect.
    if (/^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1)) && !IPV4.test(address))
        throw new user_error/* UserError */.y(`${quoted(whole)} has a host that looks like IPv4 and is not; write four numbers from 0 to 255`);
    return address;
}
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
function canonicalIpv6(text, whole) {
    if (text.includes("%"))
        throw new user_error/* UserError */.y(`${quoted(whole)} has a zone, which ssh would expand; write an address that needs none`);
    const url = `http://[${text}]/`;
    if (!/^[0-9A-Fa-f:.]+$/.test(text) || !URL.canParse(url))
        throw new user_error/* UserError */.y(`${quoted(whole)} has a host that is not IPv6, though it has colons; ${FORM}`);
    return new URL(url).hostname.slice(1, -1);
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/ssh/diagnosis.js
/** In this order: what comes first explains what comes after it. Of OpenSSH 8.2 to 10. */
const RULES = [
    [/REVOKED HOST KEY DETECTED/, "host-key-revoked", () => "it shows a host key that `host-keys` revokes"],
    [
        /REMOTE HOST IDENTIFICATION HAS CHANGED/,
        "host-key-changed",
        () => "it shows another host key than `host-keys` pins: it was set up anew, or something stands in between",
    ],
    [
        /No (\S+) host key is known for/,
        "host-key-unknown",
        ([, type]) => `it shows a host key of type ${type}, and \`host-keys\` pins none of that type`,
    ],
    [
        /(?:Certificate invalid|certificate.* (?:expired|not yet valid)|name is not a listed principal)[^\n]*/i,
        "host-key-changed",
        ([text]) => `the certificate of its host key is refused: ${text}`,
    ],
    [/Host key verification failed/, "host-key-unknown", () => "its host key could not be verified"],
    [/Could not resolve hostname [^\n]*?: ([^\n]+)/, "unreachable", ([, why]) => `its name leads to no address: ${why}`],
    [
        /no matching (host key type|key exchange method|cipher|MAC) found\.?(?: Their offer: ([^\n]*))?/i,
        "protocol",
        ([, what, offer]) => `it has no ${what} that this runner's OpenSSH accepts${offer ? `; it offers ${offer}` : ""}`,
    ],
    [
        /Connection timed out during banner exchange|banner exchange[^\n]*timed? ?out/i,
        "timeout",
        () => "something answers there, and does not speak SSH in time",
    ],
    [/connect to host [^\n]*: Connection refused/, "refused", () => "nothing listens on that port"],
    [
        /connect to host [^\n]*: (?:Connection timed out|Operation timed out)/,
        "timeout",
        () => "it did not answer in time",
    ],
    [/connect to host [^\n]*: ([^\n]+)/, "unreachable", ([, why]) => `it cannot be reached: ${why}`],
    [/(?:open failed|stdio forwarding failed)[^\n]*/, "jump", () => "the jump host could not reach it"],
    [
        /(?:kex_exchange_identification|ssh_exchange_identification|banner exchange): ([^\n]*)/,
        "busy",
        ([, why]) => `it closed the connection before a word (${why}): too many connections at once, or an address that it does not let in`,
    ],
    [/incorrect passphrase supplied/, "authentication", () => "the passphrase does not open the key"],
    [/Load key "[^"]*": ([^\n]+)/, "authentication", ([, why]) => `the key cannot be used: ${why}`],
    [
        /Too many authentication failures/,
        "authentication",
        () => "it took too many keys from the agent; set the one key that it accepts",
    ],
    [/Permission denied \(([^)\n]*)\)/, "authentication", ([, methods = ""]) => deniedMessage(methods)],
    [/(?:account|password) (?:has )?expired[^\n]*/i, "authentication", ([text]) => text],
    [
        /Bad configuration option: ([^\n]+)|Bad key types|Unsupported option "([^"]+)"/,
        "protocol",
        ([text]) => `this runner's OpenSSH is too old: ${text}`,
    ],
    [
        /Connection (?:closed|reset) by [^\n]*/,
        "protocol",
        ([text]) => `it ended the connection while it was set up (${text})`,
    ],
    [/took longer than|timed? ?out/i, "timeout", () => "it did not answer in time"],
];
function deniedMessage(methods) {
    if (/publickey/.test(methods))
        return "it does not accept the key for this user; is the public key in the user's `authorized_keys` there?";
    return `it takes no keys from this user, only ${methods.split(",").join(", ")}`;
}
/** @param stderr of ssh, in English. */
function diagnose(stderr) {
    for (const [form, cause, message] of RULES) {
        const match = form.exec(stderr);
        if (match !== null)
            return { cause, message: message(match) };
    }
    const last = stderr.trim().split("\n").at(-1) ?? "";
    return { cause: "protocol", message: last === "" ? "ssh ended without a word" : `ssh says: ${last}` };
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/connecting/retry-while-busy.js

/** sshd drops connections at random while ten are not yet authenticated (MaxStartups 10:30:100). */
const ATTEMPTS = 5;
/** Milliseconds; doubled each time, and half of it by chance, so that hosts do not come back together. */
const FIRST_WAIT = 200;
/** Does something again that a busy host refused. @param wait for so many milliseconds. */
async function retryWhileBusy(work, isBusy, wait = (time) => (0,promises_.setTimeout)(time)) {
    for (let attempt = 1;; attempt++) {
        const result = await work();
        if (attempt === ATTEMPTS || !isBusy(result))
            return result;
        await wait(FIRST_WAIT * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/connecting/slots.js
/** Lets at most so many pieces of work run at the same time; the others wait in line. */
class Slots {
    #free;
    #waiting = [];
    constructor(count) {
        this.#free = count;
    }
    async use(work) {
        if (this.#free === 0)
            await new Promise((resolve) => this.#waiting.push(resolve));
        else
            this.#free--;
        try {
            return await work();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#free++;
            else
                next();
        }
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/connecting/trust-machine.js







/** Best first: what people should pin. Certificates are left out, since a key is what is looked for. */
const ALGORITHMS = [
    "ssh-ed25519",
    "ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521",
    "rsa-sha2-512,rsa-sha2-256",
];
/**
 * Writes what ssh may trust of a machine. A pinned fingerprint says nothing of its key's type, so the machine shows its keys
 * first, and those that are pinned are trusted: which type ssh agrees on with it does not matter.
 *
 * @returns why the machine cannot be trusted, with the line to paste.
 */
async function trustMachine(machine, pins, client) {
    const trusted = trustedKeys(pins, machine);
    const write = (found) => (0,file_content/* writePrivateFile */.Pl)((0,external_node_path_.join)(client.folder.knownHosts, machine.alias), knownHostLines(trusted, found, machine));
    if (trusted.keys.length > 0 || trusted.authorities.length > 0) {
        write([]);
        return undefined;
    }
    const isPinned = (key) => trusted.fingerprints.includes(fingerprintOf(key));
    const shown = await showKeys(machine, client, isPinned);
    if (!Array.isArray(shown))
        return shown;
    const found = shown.filter(isPinned);
    if (found.length > 0) {
        write(found);
        return undefined;
    }
    return trusted.fingerprints.length === 0
        ? failed("host-key-unknown", `\`host-keys\` pins no key of ${shownAddress(machine)}${advice(machine, shown)}`)
        : failed("host-key-changed", `${shownAddress(machine)} shows none of the keys whose fingerprints \`host-keys\` pins${advice(machine, shown)}`);
}
/** What a machine shows now, for the message about a host key that ssh refused; empty where it shows none. */
async function pasteAdvice(machine, client) {
    const shown = await showKeys(machine, client, () => true);
    return Array.isArray(shown) ? advice(machine, shown) : "";
}
function advice(machine, shown) {
    const [key] = shown;
    if (key === undefined)
        return "";
    const line = knownHostLines({ keys: [key], authorities: [], revoked: [], fingerprints: [] }, [], machine).trim();
    // As code: a report's text has invisible breaks in what looks like a commit, as in `ssh-ed25519`, which people paste.
    return `; it shows ${fingerprintOf(key)}. If that is what \`ssh-keygen -lf /etc/ssh/${fileOf(key)}\` says on the host itself, add this line to \`host-keys\`: \`${line}\``;
}
function fileOf({ type }) {
    return `ssh_host_${type === "ssh-ed25519" ? "ed25519" : type === "ssh-rsa" ? "rsa" : "ecdsa"}_key.pub`;
}
/** One type after the other, until one is enough. @returns why none is shown. */
async function showKeys(machine, client, isEnough) {
    const file = (0,external_node_path_.join)(client.folder.knownHosts, `${machine.alias}.shown`);
    const keys = [];
    for (const algorithms of ALGORITHMS) {
        (0,external_node_fs_.rmSync)(file, { force: true });
        const { stderr } = await client.showHostKey(machine.alias, algorithms, file);
        const [, type = "", blob = ""] = (0,external_node_fs_.existsSync)(file) ? (0,file_content/* readFile */.TA)(file).toString().trim().split(/\s+/) : [];
        const key = readPublicKey(type, blob);
        if (key !== undefined)
            keys.push(key);
        else if (!/no matching host key type/i.test(stderr))
            return { state: "failed", ...diagnose(stderr) };
        if (key !== undefined && isEnough(key))
            break;
    }
    (0,external_node_fs_.rmSync)(file, { force: true });
    return keys;
}
function failed(cause, message) {
    return { state: "failed", cause, message };
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/connecting/connect-machines.js





/** More at once, and a jump host or a host behind one address refuses some by chance. */
const AT_ONCE = 8;
/** Opens a connection to each machine, those on the way first. @returns what each came to, by alias. */
async function connectMachines(machines, pins, client) {
    const slots = new Slots(AT_ONCE);
    const begun = new Map();
    const connect = (machine) => {
        const known = begun.get(machine.alias);
        if (known !== undefined)
            return known;
        const connecting = connectBehind(machine);
        begun.set(machine.alias, connecting);
        return connecting;
    };
    const connectBehind = async (machine) => {
        const jump = machines.find(({ alias }) => alias === machine.through);
        if (jump !== undefined) {
            const way = await connect(jump);
            if (way.state === "failed")
                return { ...way, cause: "jump", message: `its jump host ${shownAddress(jump)}: ${way.message}` };
        }
        return slots.use(() => connectMachine(machine, pins, client));
    };
    const results = await Promise.all(machines.map(async (machine) => [machine.alias, await connect(machine)]));
    return new Map(results);
}
async function connectMachine(machine, pins, client) {
    const begin = performance.now();
    const distrust = await retryWhileBusy(() => trustMachine(machine, pins, client), (one) => one?.cause === "busy");
    if (distrust !== undefined)
        return distrust;
    const end = await retryWhileBusy(() => client.openMaster(machine.alias), ({ exitCode, stderr }) => exitCode !== 0 && diagnose(stderr).cause === "busy");
    if (end.exitCode === 0)
        return { state: "connected", duration: performance.now() - begin };
    const { cause, message } = diagnose(end.stderr);
    const isAboutKey = cause === "host-key-unknown" || cause === "host-key-changed";
    return { state: "failed", cause, message: `${message}${isAboutKey ? await pasteAdvice(machine, client) : ""}` };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/hosts/not-a-key.js
/** Why a text without a private key in it is none, as a sentence without a subject; never quotes the text. */
function whyNotAKey(text) {
    const known = NOT_KEYS.find(([form]) => form.test(text));
    return known?.[1] ?? "holds no private key: it has no line `-----BEGIN ... PRIVATE KEY-----`";
}
const NOT_KEYS = [
    [/^\**$/, "holds only asterisks: it was copied from a log or a settings page that hides it"],
    [/\$\{\{/, "holds `${{`: the expression was not evaluated; write it unquoted in the workflow"],
    [
        /PuTTY-User-Key-File-/,
        "is a PuTTY key; convert it by `puttygen key.ppk -O private-openssh -o key`, and use what is in `key`",
    ],
    [/-----?\s*BEGIN SSH2? ENCRYPTED PRIVATE KEY/, "is a key of ssh.com; convert it by `ssh-keygen -i -f FILE`"],
    [/BEGIN PGP /, "is a PGP key; ssh needs a key of its own, made by `ssh-keygen -t ed25519`"],
    [/BEGIN CERTIFICATE-----/, "is an X.509 certificate; ssh needs the private key"],
    [/SSH PRIVATE KEY FILE FORMAT 1/, "is a key for version 1 of SSH, which no host accepts any more"],
    [
        /^(?:\S*\s+)?(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+|sk-\S+)-cert-v01@openssh\.com\s/m,
        "is a certificate; it belongs into `certificate`, and the private key here",
    ],
    [
        /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+|sk-\S+@openssh\.com)\s+AAAA|BEGIN (?:RSA |SSH2 )?PUBLIC KEY/m,
        "is a public key (a file that ends in `.pub`); use the private key, the file beside it",
    ],
    [/^SHA256:|^MD5:/, "is a fingerprint; it belongs into `host-keys`, and the private key here"],
    [/^(?:~|\.{0,2})\/[^\n]{0,200}$|^[A-Za-z]:\\[^\n]{0,200}$/, "is a path; write what is in the file"],
];

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/hosts/certificate.js




const USER_CERTIFICATE = 1;
/** Strings and numbers of the public key itself, after the nonce. */
const KEY_PARTS = { "ssh-ed25519": 1, "ssh-rsa": 2 };
const FOREVER = 0xffffffffffffffffn;
/** @throws UserError whose message goes on after the name of the input. */
function parseCertificate(text) {
    const line = text
        .replace(/[\ufeff\r]/g, "")
        .trim()
        .replace(/\s+/g, " ");
    const [name = "", blob = ""] = line.split(" ");
    const [, type = ""] = /^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521))-cert-v01@openssh\.com$/.exec(name) ?? [];
    if (/PRIVATE KEY/.test(line))
        throw new user_error/* UserError */.y("is a private key; write what is in the file that ends in `-cert.pub`");
    if (type === "")
        throw new user_error/* UserError */.y(`is no certificate of OpenSSH: it ${whyNotAKey(text).replace(/^holds no private key.*/, "does not begin with `ssh-...-cert-v01@openssh.com`")}`);
    const reader = new WireReader(Buffer.from(blob, "base64"));
    if (reader.string()?.toString("latin1") !== name)
        throw new user_error/* UserError */.y("is damaged: it does not hold what its first word says");
    reader.string(); // The nonce.
    const parts = Array.from({ length: KEY_PARTS[type] ?? 2 }, () => reader.string());
    reader.uint64(); // The serial number.
    const kind = reader.uint32();
    const keyId = reader.string();
    const principals = reader.string();
    const after = reader.uint64();
    const before = reader.uint64();
    if (parts.includes(undefined) ||
        keyId === undefined ||
        principals === undefined ||
        before === undefined ||
        reader.string() === undefined)
        throw new user_error/* UserError */.y("is cut off: its end is missing; copy the whole line");
    if (kind !== USER_CERTIFICATE)
        throw new user_error/* UserError */.y("is the certificate of a host; write that of the user");
    return {
        text: `${name} ${blob}\n`,
        publicKey: `${type} ${Buffer.concat([type, ...parts].map(wireString)).toString("base64")}`,
        keyId: keyId.toString(),
        principals: stringsOf(principals),
        validAfter: milliseconds(after),
        validBefore: milliseconds(before),
    };
}
/** Why ssh would offer a certificate in vain, as a clause after its name; undefined if nothing is wrong with it. */
function certificateProblem(certificate, { publicKey, users, now }) {
    const { principals, validAfter, validBefore } = certificate;
    if (now >= validBefore)
        return `expired on ${shownTime(validBefore)}`;
    if (now < validAfter)
        return `is valid only from ${shownTime(validAfter)} on`;
    const [type, blob] = publicKey.split(" ");
    if (`${type} ${blob}` !== certificate.publicKey)
        return "is for another key than `private-key`";
    const left = users.filter((user) => principals.length > 0 && !principals.includes(user));
    if (left.length === users.length && left.length > 0 && principals.every((name) => !name.includes("*")))
        return `is for ${principals.map(quoted).join(", ")}, and the user is ${quoted(left[0])}`;
    return undefined;
}
function stringsOf(bytes) {
    const reader = new WireReader(bytes);
    const strings = [];
    for (let one = reader.string(); one !== undefined; one = reader.string())
        strings.push(one.toString());
    return strings;
}
const milliseconds = (seconds) => seconds === FOREVER ? Number.POSITIVE_INFINITY : Number(seconds) * 1000;
/** Years beyond those of a Date are as good as none. */
const shownTime = (time) => new Date(Math.min(time, 8.64e15)).toISOString().replace(/\.000Z$/, "Z");

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/hosts/ed25519-key.js


/** ssh pads its private part to blocks of eight bytes. */
const BLOCK = 8;
/**
 * An Ed25519 key of PKCS #8 as OpenSSH's own format (PROTOCOL.key): ssh cannot read the former.
 *
 * @returns undefined for a key of another kind. @throws Error of OpenSSL where it is damaged.
 */
function ed25519AsOpenSsh(pem, passphrase) {
    const key = (0,external_node_crypto_.createPrivateKey)({ key: pem, format: "pem", ...(passphrase !== "" && { passphrase }) });
    if (key.asymmetricKeyType !== "ed25519")
        return undefined;
    const { d = "", x = "" } = key.export({ format: "jwk" });
    const seed = Buffer.from(d, "base64url");
    const point = Buffer.from(x, "base64url");
    const type = wireString("ssh-ed25519");
    const check = wireUint32(0x6a657373);
    const secret = Buffer.concat([
        check,
        check,
        type,
        wireString(point),
        wireString(Buffer.concat([seed, point])),
        wireString(""),
    ]);
    const padding = Array.from({ length: (BLOCK - (secret.length % BLOCK)) % BLOCK }, (_, index) => index + 1);
    return Buffer.concat([
        Buffer.from("openssh-key-v1\0"),
        wireString("none"),
        wireString("none"),
        wireString(""),
        wireUint32(1),
        wireString(Buffer.concat([type, wireString(point)])),
        wireString(Buffer.concat([secret, Buffer.from(padding)])),
    ]);
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/hosts/key-body.js

const OPENSSH = Buffer.from("openssh-key-v1\0");
/** Reads as far as it must: lengths tell whether the end was lost. */
function readKeyBody(bytes) {
    if (bytes.subarray(0, OPENSSH.length).equals(OPENSSH))
        return readOpenSsh(bytes.subarray(OPENSSH.length));
    const length = derLength(bytes);
    return length === undefined ? { format: "unknown" } : { format: "der", isWhole: bytes.length >= length };
}
function readOpenSsh(bytes) {
    const reader = new WireReader(bytes);
    const cipher = reader.string();
    reader.string(); // How the passphrase becomes a key,
    reader.string(); // and with which parameters.
    reader.uint32();
    const publicPart = reader.string();
    const isWhole = publicPart !== undefined && reader.string() !== undefined;
    const type = publicPart === undefined ? undefined : new WireReader(publicPart).string();
    return {
        format: "openssh",
        isEncrypted: cipher !== undefined && cipher.toString("latin1") !== "none",
        type: type?.toString("latin1") ?? "",
        isWhole,
    };
}
/** The length of an ASN.1 sequence with its head (X.690, 8.1.3); undefined of anything else. */
function derLength(bytes) {
    const [tag, first] = bytes;
    if (tag !== 0x30 || first === undefined)
        return undefined;
    if (first < 0x80)
        return first + 2;
    const size = first & 0x7f;
    if (size < 1 || size > 4 || bytes.length < 2 + size)
        return undefined;
    return bytes.readUIntBE(2, size) + 2 + size;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/hosts/private-key.js




/** Keys of 16,384 bits have 13 kB. */
const MAX_KEY_CHARACTERS = 100_000;
const OPENSSH_LABEL = "OPENSSH PRIVATE KEY";
const LINE = 70;
/** Hyphens that word processors and chats make of two or more. */
const DASHES = "[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]{1,6}";
const BEGIN = new RegExp(`${DASHES}\\s?BEGIN ([A-Z0-9 ]{0,20}PRIVATE KEY)\\s?${DASHES}`);
/** Or a part of it: headers have single hyphens, and base64 has none. */
const END = /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]{2}|[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
/**
 * A private key from whatever people paste: with Windows' line ends, indented, in quotes, with `\n` or blanks for newlines,
 * in one line, as base64 of the file, without its first or last line, in PKCS #8 where ssh reads none.
 *
 * @param text untrusted and secret: no message quotes it.
 * @throws UserError whose message goes on after the name of the input: "is a public key ...".
 */
function repairPrivateKey(text, passphrase) {
    if (text.trim() === "")
        throw new user_error/* UserError */.y("is empty: the secret does not exist, or this run may not read it");
    if (text.length > MAX_KEY_CHARACTERS)
        throw new user_error/* UserError */.y(`has more than ${MAX_KEY_CHARACTERS} characters, and no key has`);
    const plain = unwrap(text);
    const { label, headers, bytes } = findKey(decodeWhole(plain) ?? plain);
    return judgeBody(label, headers, bytes, passphrase);
}
/** Without what stands around and between the lines of a key. */
function unwrap(text) {
    return text
        .replace(/[\ufeff\u200b-\u200d\u2060]/g, "")
        .replace(/\\r/g, "")
        .replace(/\\n/g, "\n")
        .replace(/\r\n?/g, "\n")
        .replace(/[\t\u00a0\u2000-\u200a\u202f\u3000]/g, " ")
        .trim()
        .replace(/^(["'`]+)(.*?)["'`]+,?$/s, "$2");
}
/** Base64 of a whole file, BEGIN included; undefined of anything else. */
function decodeWhole(text) {
    const joined = text.replace(/\s+/g, "");
    if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(joined))
        return undefined;
    const decoded = Buffer.from(joined, "base64").toString("latin1");
    return BEGIN.test(decoded) || /^[\x20-\x7e\s]+$/.test(decoded) ? unwrap(decoded) : undefined;
}
function findKey(text) {
    const begin = BEGIN.exec(text);
    const after = begin === null ? text : text.slice(begin.index + begin[0].length);
    const end = END.exec(after);
    const inside = end === null ? after : after.slice(0, end.index);
    if (BEGIN.test(after))
        throw new user_error/* UserError */.y("holds more than one private key; write the one that the hosts accept");
    // Without BEGIN, only bytes that say what they are make a key.
    const { headers, body } = splitHeaders(inside);
    const bytes = decodeBody(body, begin === null ? text : undefined);
    if (begin === null) {
        const format = readKeyBody(bytes).format;
        if (format === "unknown")
            throw new user_error/* UserError */.y(whyNotAKey(text));
        return { label: format === "openssh" ? OPENSSH_LABEL : derLabel(bytes), headers, bytes };
    }
    return { label: begin[1], headers, bytes };
}
/** PEM's own, of old encrypted keys: `Proc-Type: 4,ENCRYPTED`, `DEK-Info: AES-128-CBC,...`. */
function splitHeaders(text) {
    const headers = [];
    const body = text.replace(/(Proc-Type|DEK-Info):\s*([A-Za-z0-9,-]+)/g, (_, name, value) => {
        headers.push(`${name}: ${value}`);
        return " ";
    });
    return { headers, body };
}
/** @param bare the whole text where no BEGIN says that it is a key. */
function decodeBody(body, bare) {
    const joined = body.replace(/[\s"'`,\\]+/g, "");
    if (joined === "" && bare === undefined)
        throw new user_error/* UserError */.y("has nothing between its first and its last line");
    if (/^[A-Za-z0-9+/]+={0,2}$/.test(joined))
        return Buffer.from(joined, "base64");
    if (bare !== undefined)
        throw new user_error/* UserError */.y(whyNotAKey(bare));
    if (/^\*+$/.test(joined))
        throw new user_error/* UserError */.y("has asterisks for its lines: it was copied from a log that hides it");
    throw new user_error/* UserError */.y("is damaged: between its first and its last line stands something that is not base64");
}
/** PKCS #8 has an algorithm after its version, SEC 1 a string of bytes, PKCS #1 a number. */
function derLabel(bytes) {
    const start = bytes[1] < 0x80 ? 2 : 2 + (bytes[1] & 0x7f);
    // The version: tag, length, value.
    switch (bytes[start + 3]) {
        case 0x30:
            return "PRIVATE KEY";
        case 0x04:
            return "EC PRIVATE KEY";
        default:
            return "RSA PRIVATE KEY";
    }
}
function judgeBody(label, headers, bytes, passphrase) {
    if (label === "DSA PRIVATE KEY")
        throw new user_error/* UserError */.y("is a DSA key, which OpenSSH no longer accepts; make an Ed25519 key");
    const body = readKeyBody(bytes);
    const needsPassphrase = isEncrypted(label, headers, body);
    if (isCutOff(body, headers))
        throw new user_error/* UserError */.y("is cut off: its end is missing; copy the whole file");
    if (label === OPENSSH_LABEL && body.format !== "openssh")
        throw new user_error/* UserError */.y("is damaged: between its first and its last line stands no key of OpenSSH");
    if (body.format === "openssh" && body.type.startsWith("sk-"))
        throw new user_error/* UserError */.y("is a key of a security device, which must be touched; a deployment needs a key of its own");
    if (needsPassphrase && passphrase === "")
        throw new user_error/* UserError */.y("is encrypted, and `passphrase` is empty; set it, or use a key without one");
    const text = pemText(label, headers, bytes);
    return converted(label, text, passphrase) ?? { text, needsPassphrase };
}
function isEncrypted(label, headers, body) {
    if (body.format === "openssh")
        return body.isEncrypted;
    return label === "ENCRYPTED PRIVATE KEY" || headers.some((header) => header.endsWith("ENCRYPTED"));
}
/** What an old encrypted key holds is not ASN.1 until it is decrypted. */
function isCutOff(body, headers) {
    return headers.length === 0 && body.format !== "unknown" && !body.isWhole;
}
/** @returns the key in OpenSSH's own format if ssh cannot read the one it has. */
function converted(label, text, passphrase) {
    if (label !== "PRIVATE KEY" && label !== "ENCRYPTED PRIVATE KEY")
        return undefined;
    let bytes;
    try {
        bytes = ed25519AsOpenSsh(text, passphrase);
    }
    catch (cause) {
        const isEncryptedKey = label === "ENCRYPTED PRIVATE KEY";
        throw new user_error/* UserError */.y(isEncryptedKey
            ? "cannot be decrypted: `passphrase` is not that of this key"
            : "is damaged: OpenSSL cannot read it", { cause });
    }
    return bytes === undefined ? undefined : { text: pemText(OPENSSH_LABEL, [], bytes), needsPassphrase: false };
}
function pemText(label, headers, bytes) {
    // OpenSSL writes 64 to a line, OpenSSH 70; both read either.
    const lines = bytes.toString("base64").match(new RegExp(`.{1,${label === OPENSSH_LABEL ? LINE : 64}}`, "g")) ?? [];
    const head = headers.length === 0 ? [] : [...headers, ""];
    return `${[`-----BEGIN ${label}-----`, ...head, ...lines, `-----END ${label}-----`].join("\n")}\n`;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/connecting/credentials.js




/** Masks what is secret, before anything else is done with it. */
function maskCredentials({ privateKey, passphrase, jumpKey, jumpPassphrase }, log) {
    for (const secret of [privateKey, passphrase, jumpKey, jumpPassphrase])
        if (secret.trim() !== "")
            log.mask(secret);
}
/** The keys as they will be written. @throws UserError for what the inputs were checked for already. */
function readCredentials({ privateKey, passphrase, certificate, jumpKey, jumpPassphrase }) {
    const isSet = (text) => text.trim() !== "";
    return {
        key: isSet(privateKey) ? repairPrivateKey(privateKey, passphrase) : undefined,
        jumpKey: isSet(jumpKey) ? repairPrivateKey(jumpKey, jumpPassphrase) : undefined,
        certificate: isSet(certificate) ? parseCertificate(certificate) : undefined,
    };
}
/**
 * Writes the keys for ssh, and lets OpenSSH itself read each before any host is asked.
 *
 * @param users of the hosts. @throws UserError
 */
async function writeCredentials({ key, jumpKey, certificate }, client, { users, log, now }) {
    const { folder } = client;
    const write = async (input, file, one) => {
        if (one === undefined)
            return undefined;
        log.mask(one.text);
        (0,file_content/* writePrivateFile */.Pl)(file, one.text);
        const { exitCode, stdout, stderr } = await client.publicKey(file);
        if (exitCode === 0)
            return stdout;
        const passphrase = input === "jump-key" ? "jump-passphrase" : "passphrase";
        throw new user_error/* UserError */.y(/incorrect passphrase/.test(stderr)
            ? `input \`${passphrase}\` does not open \`${input}\``
            : `input \`${input}\` is damaged: OpenSSH cannot read it (${stderr.trim().split(": ").at(-1)})`);
    };
    const [publicKey] = await Promise.all([
        write("private-key", folder.key, key),
        write("jump-key", folder.jumpKey, jumpKey),
    ]);
    if (certificate !== undefined) {
        const problem = publicKey === undefined ? undefined : certificateProblem(certificate, { publicKey, users, now });
        if (problem !== undefined)
            throw new user_error/* UserError */.y(`input \`certificate\` ${problem}`);
        (0,file_content/* writePrivateFile */.Pl)(folder.certificate, certificate.text);
    }
    return {
        hasKey: key !== undefined,
        hasJumpKey: jumpKey !== undefined,
        hasCertificate: certificate !== undefined,
        needsPassphrase: key?.needsPassphrase === true || jumpKey?.needsPassphrase === true,
    };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/shell/script-tag.js
/** Stands in the command line of every process that runs a script, so that one that was left behind is found. */
const SCRIPT_MARK = "jessy-script";
/** @throws Error for a word that a shell could read as more than a word. */
function tagWords({ run, id }) {
    for (const word of [run, id])
        if (!/^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/.test(word))
            throw new Error(`a script cannot be tagged ${JSON.stringify(word)}`);
    return `${SCRIPT_MARK} ${run} ${id}`;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/shell/shell-quote.js
/** A word of POSIX sh that stands for exactly this text. No shell can hold a NUL, so none may be in it. */
function shellQuote(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/shell/end-scripts.js


/** Seconds that a script has to end by itself. */
const GRACE_SECONDS = 3;
/**
 * Lines of sh that end scripts which an earlier connection left running on a host, with everything that they started: a
 * host that was cut off goes on with a script until its watchdog notices. Waits until they are gone.
 *
 * Fact `ended`: how many there were.
 *
 * @param run as in their tags. @param ids of some of them; default: all of the run. Never of the script that this is a part of.
 */
function endScripts(run, ids = "all") {
    const patterns = ids === "all"
        ? `*${shellQuote(` ${SCRIPT_MARK} ${run} `)}*`
        : ids.map((id) => `*${shellQuote(` ${SCRIPT_MARK} ${run} ${id} `)}*`).join("|");
    if (patterns === "")
        return "";
    return `jessy_left() {
  for jessy_file in $(grep -ls ${SCRIPT_MARK} /proc/[0-9]*/cmdline 2>/dev/null); do
    jessy_line=$({ tr '\\000' ' ' <"$jessy_file"; } 2>/dev/null) || continue
    case " $jessy_line " in ${patterns}) ;; *) continue ;; esac
    case " $jessy_line " in *" $jessy_self "*) continue ;; esac
    jessy_pid=\${jessy_file#/proc/}
    echo "\${jessy_pid%/cmdline}"
  done
}
jessy_signal() {
  # A script and its watchdog lead groups of their own; who starts them does not.
  for jessy_pid in $2; do kill "-$1" "-$jessy_pid" 2>/dev/null || kill "-$1" "$jessy_pid" 2>/dev/null || :; done
}
jessy_pids=$(jessy_left)
jessy_number=0
for jessy_pid in $jessy_pids; do jessy_number=$((jessy_number + 1)); done
jessy_signal TERM "$jessy_pids"
jessy_waited=0
while [ "$jessy_waited" -lt ${GRACE_SECONDS * 10} ] && [ -n "$(jessy_left)" ]; do
  jessy_waited=$((jessy_waited + 1))
  sleep 0.1 2>/dev/null || { jessy_waited=$((jessy_waited + 9)); sleep 1; }
done
jessy_signal KILL "$jessy_pids"
fact ended "$jessy_number"
`;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/shell/script-output.js
/** Lines of a script's end that reports show. */
const TAIL_LINES = 50;
const TAIL_LINE_CHARACTERS = 2000;
/** Of facts, in characters: what a host says is untrusted and may be endless. */
const MAX_FACTS = 256 * 1024;
const MAX_FACT_NAMES = 1000;
/** Reads the lines that come from a host: those of the script, and between them facts and its end. */
class ScriptOutput {
    /** Reported by `fact NAME VALUE`; the last value of a name counts. */
    #facts = new Map();
    #tail = [];
    #nonce;
    #onLine;
    #size = 0;
    #end;
    #hasStarted = false;
    /** @param onLine gets the script's own lines. */
    constructor(nonce, onLine = () => undefined) {
        this.#nonce = nonce;
        this.#onLine = onLine;
    }
    /** Whether the host's sh runs: before, every line is the login shell's. */
    get hasStarted() {
        return this.#hasStarted;
    }
    /** Undefined until the host says that the script has ended; no line after it counts. */
    get end() {
        return this.#end;
    }
    get facts() {
        return Object.fromEntries(this.#facts);
    }
    /** The last lines of the script, or of the login shell where no script was started. */
    get tail() {
        return this.#tail.join("\n");
    }
    /** A line without its end. One that the script did not end may stand before ours. */
    line(text) {
        if (this.#end !== undefined)
            return;
        const at = text.indexOf(`${this.#nonce} `);
        if (at < 0)
            this.#show(text);
        else {
            const isOurs = this.#read(text.slice(at + this.#nonce.length + 1));
            if (!isOurs)
                this.#show(text);
            else if (at > 0)
                this.#show(text.slice(0, at));
        }
    }
    #show(text) {
        this.#tail.push(text.length > TAIL_LINE_CHARACTERS ? `${text.slice(0, TAIL_LINE_CHARACTERS)}…` : text);
        if (this.#tail.length > TAIL_LINES)
            this.#tail.shift();
        if (this.#hasStarted)
            this.#onLine(text);
    }
    /** @returns whether it is one of ours. */
    #read(text) {
        const [, word, rest = ""] = /^([a-z]+)(?: (.*))?$/s.exec(text) ?? [];
        switch (word) {
            case "start":
                this.#hasStarted = true;
                // What a login shell says before is nobody's output.
                this.#tail.length = 0;
                return true;
            case "fact":
            case "more":
                return this.#readFact(word, rest);
            case "end":
                if (!/^\d{1,3}$/.test(rest))
                    return false;
                this.#end = { kind: "exited", exitCode: Number(rest) };
                return true;
            case "stopped":
                this.#end = { kind: "stopped", isEnded: rest === "ended" };
                return true;
            case "unfit":
                this.#end = { kind: "unfit", program: rest };
                return true;
            default:
                return false;
        }
    }
    #readFact(word, text) {
        const [, name, value = ""] = /^([A-Za-z0-9._-]{1,100})(?: (.*))?$/s.exec(text) ?? [];
        if (name === undefined)
            return false;
        this.#size += value.length + 1;
        if (this.#size > MAX_FACTS || (this.#facts.size >= MAX_FACT_NAMES && !this.#facts.has(name)))
            return true;
        this.#facts.set(name, word === "fact" ? value : `${this.#facts.get(name) ?? ""}\n${value}`);
        return true;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/shell/variables.js

/** Read-only in bash (bash(1), "Shell Variables"), or what the wrapped script stands on. */
const TAKEN = new Set(["UID", "EUID", "PPID", "BASHOPTS", "BASH_VERSINFO", "SHELLOPTS", "IFS", "OPTIND", "_"]);
const OURS = "jessy_";
/** Why a variable cannot be given to a script, as a clause; undefined if it can. */
function variableProblem(name, value) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        return "has a name that is not made of letters, digits and `_`";
    if (TAKEN.has(name))
        return "is one that the shell keeps for itself";
    if (name.startsWith(OURS))
        return `begins with \`${OURS}\`, which scripts on hosts use themselves`;
    if (value.includes("\u0000"))
        return "holds a NUL character, which no variable can";
    return undefined;
}
/** Lines of sh that set and export variables. @throws Error for one that `variableProblem` refuses. */
function exportLines(environment) {
    return Object.entries(environment)
        .map(([name, value]) => {
        const problem = variableProblem(name, value);
        if (problem !== undefined)
            throw new Error(`the variable ${name} ${problem}`);
        return `${name}=${shellQuote(value)}\nexport ${name}\n`;
    })
        .join("");
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/shell/wrap-script.js



/** On the host, seconds without a beat until a script is ended: the runner or the way to it is gone. */
const SILENCE_SECONDS = 30;
/** How often the runner sends a beat, in milliseconds. */
const BEAT_INTERVAL = 5000;
const BEAT = ".\n";
/** Makes the host end the script, and say when nothing of it is left. */
const STOP = "stop\n";
/** Seconds between SIGTERM and SIGKILL. */
const wrap_script_GRACE_SECONDS = 2;
/** More would take seconds to get there, since shells read standard input byte by byte. */
const MAX_SCRIPT_BYTES = 512 * 1024;
/**
 * Wraps a script for a host's sh (bash, dash, busybox), whatever the login shell is.
 *
 * The command in argv only reads text from standard input and evaluates it: no variable and no line of a script is ever in
 * a process list. What it evaluates starts two processes in groups of their own: the script, with an empty standard input
 * and one stream for both outputs; and a watchdog, which reads the rest of standard input, and ends the script's group
 * when it is told to, when the input ends (the runner died), or when no beat came for `SILENCE_SECONDS` (the way is cut,
 * and sshd may not notice for hours). Only a script that arrived whole is run.
 *
 * @param random 32 hexadecimal digits that nothing else knows: what a script prints can look like no fact and no end.
 */
function wrapScript(script, tag, random) {
    if (!/^[0-9a-f]{32}$/.test(random))
        throw new Error("a nonce has 32 hexadecimal digits");
    const nonce = `@${random}@`;
    const words = tagWords(tag);
    const supervisor = supervisorText(scriptText(script, nonce, tag), words, nonce);
    const input = `${random}\n${supervisor}\n${random}\n`;
    if (Buffer.byteLength(input) > MAX_SCRIPT_BYTES)
        throw new Error(`the script ${JSON.stringify(script.title)} has more than ${MAX_SCRIPT_BYTES / 1024} KB with its variables`);
    return { command: `exec sh -c '${LOADER}' ${words}`, input, nonce };
}
/**
 * Reads lines up to one that repeats the first, and evaluates them. In one line without quotes, backslashes but one, and
 * exclamation marks, so that fish, csh and every sh take it for the same words.
 */
const LOADER = [
    'jessy_n=$(printf "\\n_")',
    "jessy_n=${jessy_n%_}",
    "jessy_s=",
    "IFS= read -r jessy_e || exit 97",
    'while IFS= read -r jessy_l; do if test "$jessy_l" = "$jessy_e"; then eval "$jessy_s"; exit; fi; jessy_s=$jessy_s$jessy_l$jessy_n; done',
    "exit 97",
].join("; ");
/** What the script's own sh evaluates. */
function scriptText({ body, environment }, nonce, tag) {
    const half = nonce.length / 2;
    // In halves: a line of `set -x` would look like a fact.
    return `exec 9>&1
jessy_self=${shellQuote(`${SCRIPT_MARK} ${tag.run} ${tag.id}`)}
jessy_line='
'
fact() {
  jessy_rest=$2
  jessy_word=fact
  while :; do
    printf '%s%s %s %s %s\\n' '${nonce.slice(0, half)}' '${nonce.slice(half)}' "$jessy_word" "$1" "\${jessy_rest%%"$jessy_line"*}" >&9
    case $jessy_rest in *"$jessy_line"*) jessy_rest=\${jessy_rest#*"$jessy_line"} ;; *) break ;; esac
    jessy_word=more
  done
}
PATH="\${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
export PATH
${exportLines(environment)}set -eu
${body}
`;
}
function supervisorText(text, words, nonce) {
    return `printf '%s start\\n' '${nonce}'
command -v setsid >/dev/null 2>&1 || { printf '%s unfit setsid\\n' '${nonce}'; exit 97; }
exec 8<&0
jessy_stopped=
trap 'jessy_stopped=yes' USR1
jessy_text=${shellQuote(text)}
printf '%s' "$jessy_text" | setsid sh -c 'eval "$(cat)"' ${words} 2>&1 8<&- &
jessy_script=$!
setsid sh -c ${shellQuote(WATCHDOG)} ${words} "$$" "$jessy_script" <&8 8<&- >/dev/null 2>&1 &
jessy_watchdog=$!
exec 8<&- </dev/null 2>/dev/null
while :; do
  wait "$jessy_script"
  jessy_code=$?
  kill -0 "$jessy_script" 2>/dev/null || break
done
jessy_gone=ended
if [ -n "$jessy_stopped" ]; then
  while :; do
    wait "$jessy_watchdog" || jessy_gone=left
    kill -0 "$jessy_watchdog" 2>/dev/null || break
  done
fi
kill -KILL "-$jessy_watchdog" 2>/dev/null || kill -KILL "$jessy_watchdog" 2>/dev/null
if [ -n "$jessy_stopped" ]; then printf '%s stopped %s\\n' '${nonce}' "$jessy_gone"
else printf '%s end %s\\n' '${nonce}' "$jessy_code"; fi
exit 0`;
}
/**
 * Its arguments: the two words of the tag, who waits for the script, and the script's group. Every beat ends the timer and
 * starts a new one; what such a timer slept by ends with the watchdog's group.
 */
const WATCHDOG = `
stop() {
  kill -USR1 "$3" 2>/dev/null
  kill -TERM "-$4" 2>/dev/null
  i=0
  while kill -0 "-$4" 2>/dev/null; do
    i=$((i + 1))
    [ "$i" -gt ${wrap_script_GRACE_SECONDS * 10} ] && kill -KILL "-$4" 2>/dev/null
    [ "$i" -gt ${(wrap_script_GRACE_SECONDS + 2) * 10} ] && exit 1
    sleep 0.1 2>/dev/null || { i=$((i + 9)); sleep 1; }
  done
  exit 0
}
timer=
arm() {
  [ -z "$timer" ] || kill "$timer" 2>/dev/null
  ( sleep ${SILENCE_SECONDS}; ( stop "$@" ); kill -KILL 0 ) </dev/null &
  timer=$!
}
arm "$@"
while IFS= read -r line; do
  [ "$line" = stop ] && break
  arm "$@"
done
kill "$timer" 2>/dev/null
stop "$@"
`;

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/live.js + 3 modules
var live = __webpack_require__(5807);
;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/connecting/run-remote-script.js






/** Milliseconds that a host has to end a script that is told to stop: SIGKILL comes after two seconds. */
const STOP_TIME = 8000;
/** Milliseconds that ssh may stay after the script has ended: a process in the background may hold its output. */
const LEAVE_TIME = 200;
/** Runs one script over ssh, from the first byte to the word of its host that it has ended. Never throws. */
async function runRemoteScript(client, alias, script, tag, { onLine, outlivesCancel, signal }) {
    const begin = performance.now();
    const { command, input: text, nonce } = wrapScript(script, tag, (0,external_node_crypto_.randomBytes)(16).toString("hex"));
    const output = new ScriptOutput(nonce, onLine);
    const input = new external_node_stream_.PassThrough();
    const over = new AbortController();
    const timers = [];
    let isStopped = false;
    const leave = (after) => timers.push(setTimeout(() => over.abort(new Error("it did not end")), after));
    const stop = () => {
        if (isStopped || output.end !== undefined)
            return;
        isStopped = true;
        input.write(STOP);
        leave(STOP_TIME);
    };
    const read = (line) => {
        const hadEnded = output.end !== undefined;
        output.line(line);
        if (hadEnded || output.end === undefined)
            return;
        input.end();
        leave(LEAVE_TIME);
    };
    input.write(text);
    const beats = setInterval(() => input.write(BEAT), BEAT_INTERVAL);
    timers.push(setTimeout(stop, script.timeout));
    signal?.addEventListener("abort", stop, { once: true });
    if (signal?.aborted === true)
        stop();
    let stderr = "";
    try {
        const ended = await (0,live.runLiveProcess)("ssh", [...client.arguments(alias), command], {
            cwd: "/",
            environment: client.environment,
            input,
            onLine: read,
            timeout: script.timeout + 2 * STOP_TIME,
            grace: 500,
            signal: over.signal,
            ...(outlivesCancel === true && { outlivesCancel }),
        });
        stderr = ended.stderr;
    }
    catch (error) {
        stderr = error.message;
    }
    finally {
        clearInterval(beats);
        for (const timer of timers)
            clearTimeout(timer);
        signal?.removeEventListener("abort", stop);
        input.destroy();
    }
    const duration = performance.now() - begin;
    return { end: endOf(output, { isStopped, stderr, duration }), hasStarted: output.hasStarted, stderr };
}
function endOf(output, { isStopped, stderr, duration }) {
    const { end, facts, tail } = output;
    if (end === undefined)
        return isStopped
            ? { kind: "timeout", isEnded: false, tail, duration }
            : { kind: "lost", message: lostMessage(output.hasStarted, stderr), tail, duration };
    switch (end.kind) {
        case "exited":
            return { kind: "exited", exitCode: end.exitCode, facts, tail, duration };
        case "stopped":
            return { kind: "timeout", isEnded: end.isEnded, tail, duration };
        case "unfit": {
            const problem = `this host has no \`${end.program}\`, which ends scripts with all that they started (util-linux, busybox)`;
            return { kind: "exited", exitCode: 127, facts: { problem }, tail: problem, duration };
        }
    }
}
function lostMessage(hasStarted, stderr) {
    if (!hasStarted)
        return diagnose(stderr).message;
    const detail = stderr.trim().split("\n").at(-1) ?? "";
    return `the connection ended while it ran${detail === "" ? "" : ` (${detail})`}`;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/connecting/ssh-remote.js





/** Ids of main and of post differ. */
const START = Date.now().toString(36);
/** Hosts by the machine's own OpenSSH, over connections that are open already, or new ones where they were lost. */
class SshRemote {
    #client;
    #run;
    /** By alias: scripts that may still run, since nobody said that they ended. */
    #lost = new Map();
    #count = 0;
    /** @param run tags scripts on the hosts: the id of the lock. */
    constructor(client, run) {
        this.#client = client;
        this.#run = run;
    }
    async run(host, script, options = {}) {
        return (await this.attempt(host, script, options)).end;
    }
    /** As `run`, with what ssh said besides. What an earlier script left running on the host ends before this one starts. */
    async attempt(host, script, options = {}) {
        const lost = this.#lost.get(host.alias) ?? [];
        const body = lost.length === 0 ? script.body : `${endScripts(this.#run, lost)}${script.body}`;
        const id = `${START}.${++this.#count}`;
        const outcome = await retryWhileBusy(() => runRemoteScript(this.#client, host.alias, { ...script, body }, { run: this.#run, id }, options), ({ end, hasStarted, stderr }) => end.kind === "lost" && !hasStarted && diagnose(stderr).cause === "busy");
        const isUnsure = outcome.end.kind === "lost" || (outcome.end.kind === "timeout" && !outcome.end.isEnded);
        if (isUnsure)
            this.#lost.set(host.alias, [...lost, id]);
        else if (outcome.hasStarted)
            this.#lost.delete(host.alias);
        return outcome;
    }
    arguments(host) {
        return this.#client.arguments(host.alias);
    }
    async close() {
        await Promise.all(openSockets(this.#client.folder).map((alias) => this.#client.closeMaster(alias)));
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/connecting/open-remote.js










/** Milliseconds for the first script of a host, which does nothing. */
const GREETING_TIME = 15_000;
/** For a remote that only cleans up. */
const LATE_CONNECT_TIME = 5000;
const remotes = new WeakMap();
/**
 * Opens one connection to every host at the same time, and proves that each runs scripts.
 *
 * @param run tags the scripts of this run on the hosts: the id of its lock.
 * @returns what each host's connection came to, by its name. @throws UserError for what no host could accept.
 */
async function openRemote({ hosts, ssh, timeouts }, io, run) {
    maskCredentials(ssh, io.log);
    const keys = readCredentials(ssh);
    const pins = parseHostKeys(ssh.hostKeys);
    if ((0,runner_environment.systemOf)(io.environment) === "Windows")
        throw new user_error/* UserError */.y("OpenSSH on Windows cannot share a connection; run this job on Linux or macOS");
    const folder = sshFolder(io.temporary);
    const passphrases = { key: ssh.passphrase, jumpKey: ssh.jumpPassphrase };
    const client = new SshClient(folder, { environment: io.environment, passphrases, connectTimeout: timeouts.connect });
    if ((await client.version()) === undefined)
        throw new user_error/* UserError */.y("this runner has no `ssh`; install OpenSSH's client on it (`openssh-client`)");
    makeSshFolder(folder);
    const users = hosts.map(({ user }) => user);
    const credentials = await writeCredentials(keys, client, { users, log: io.log, now: Date.now() });
    const machines = sshMachines(hosts);
    const paths = {
        knownHosts: folder.knownHosts,
        sockets: folder.sockets,
        key: credentials.hasKey ? folder.key : undefined,
        certificate: credentials.hasCertificate ? folder.certificate : undefined,
        jumpKey: credentials.hasJumpKey ? folder.jumpKey : undefined,
        agent: ssh.agent,
    };
    const options = { connectTimeout: timeouts.connect, mayAsk: credentials.needsPassphrase };
    (0,file_content/* writePrivateFile */.Pl)(folder.config, sshConfig(machines, paths, options));
    const opened = await connectMachines([...machines.jumps, ...machines.hosts], pins, client);
    const remote = new SshRemote(client, run);
    remotes.set(io, remote);
    const greeted = await Promise.all(hosts.map(async (host) => [host.name, await greet(host, opened.get(host.alias), remote)]));
    return { remote, connections: new Map(greeted) };
}
/** What `openRemote` opened for this run. */
function remoteOf(io) {
    const remote = remotes.get(io);
    if (remote === undefined)
        throw new Error("no connection was opened");
    return remote;
}
/** The hosts of a run whose main phase is over, by the files that it left. @param gate its name. */
function remoteLeftBy(io, gate, run) {
    return new SshRemote(clientOf(io, gate), run);
}
/** Closes what is open and wipes keys. Can be repeated; what is not there is no fault. */
async function leaveHosts(io, gate) {
    const client = clientOf(io, gate);
    await new SshRemote(client, "post").close().catch(() => undefined);
    wipeSshFolder(client.folder);
}
function clientOf({ environment, temporary }, gate) {
    const passphrases = { key: "", jumpKey: "" };
    return new SshClient(sshFolder(temporary(gate)), { environment, passphrases, connectTimeout: LATE_CONNECT_TIME });
}
/** A connection is worth nothing where the account runs something else than scripts. */
async function greet(host, connection, remote) {
    if (connection.state === "failed")
        return connection;
    const script = { title: "connect", body: ":", environment: {}, timeout: GREETING_TIME };
    const { end, hasStarted, stderr } = await remote.attempt(host, script);
    if (end.kind === "exited" && end.exitCode === 0)
        return { ...connection, duration: connection.duration + end.duration };
    if (end.kind === "exited")
        return { state: "failed", cause: "no-shell", message: end.tail };
    if (hasStarted)
        return { state: "failed", cause: "protocol", message: "it began a script and did not end it" };
    const said = `${end.tail}\n${stderr}`.trim().split("\n").at(-1) ?? "";
    const words = said === "" ? "says nothing" : `says: ${said.slice(0, 300)}`;
    const isShell = /not available|nologin|no shell|not found|not allowed/i.test(said);
    return isShell
        ? {
            state: "failed",
            cause: "no-shell",
            message: `the account ${host.user} has no shell that runs scripts; it ${words}`,
        }
        : {
            state: "failed",
            cause: "forced-command",
            message: `the account ${host.user} runs something else than the command that is sent (a forced command, or a login shell that waits or ends by itself); it ${words}`,
        };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/run-identity.js
var run_identity = __webpack_require__(1393);
;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/locking/lock-owner.js


/** Another step of the same job is another owner. */
const PROCESS = (0,external_node_crypto_.randomBytes)(4).toString("hex");
/** Of this run's lock; its scripts on hosts are tagged with it, too. */
function lockId(environment) {
    const { id = "local", attempt } = (0,run_identity.readRunIdentity)(environment);
    return `${id}-${attempt}-${PROCESS}`;
}
/** What our lock says of this run. A run on a laptop is none that GitHub knows. */
function lockOwner(run, environment) {
    const { id, attempt, runner } = (0,run_identity.readRunIdentity)(environment);
    return {
        id: lockId(environment),
        serverUrl: run.serverUrl,
        repository: id === undefined ? "" : `${run.repository.owner}/${run.repository.name}`,
        runId: id === undefined ? "" : String(id),
        runAttempt: attempt,
        runner: id === undefined ? "" : runner,
        url: run.runUrl,
        release: run.release,
    };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/state.js + 1 modules
var state = __webpack_require__(4336);
// EXTERNAL MODULE: ./build/js/packages/images/src/oci/digest.js
var oci_digest = __webpack_require__(2296);
// EXTERNAL MODULE: ./build/js/packages/images/src/reference.js + 1 modules
var src_reference = __webpack_require__(8801);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/find-signatures.js
var find_signatures = __webpack_require__(9991);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/identity.js
var signatures_identity = __webpack_require__(1702);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/keys.js + 6 modules
var signatures_keys = __webpack_require__(9173);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/verifier.js
var verifier = __webpack_require__(9394);
// EXTERNAL MODULE: ./build/js/packages/kit/src/docker/runner-credential.js
var runner_credential = __webpack_require__(7601);
// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/registry.js + 10 modules
var registry_registry = __webpack_require__(1916);
// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/registry-error.js
var registry_error = __webpack_require__(1344);
// EXTERNAL MODULE: ./build/js/packages/kit/src/registry/retry.js
var retry = __webpack_require__(2432);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/images/resolve-image.js












/**
 * Resolves a tag to its digest, once for all hosts, and refuses an image without a signature that counts.
 *
 * @returns nothing of a registry that is not asked: `verify-image: none` deploys what each host's registry has.
 * @param patience how long registries may be asked again. @throws UserError for an image that must not be deployed, or that cannot be asked for.
 */
async function resolveImage(inputs, io, patience = new retry.Patience()) {
    const reference = (0,src_reference/* parseReference */.F2)(inputs.reference);
    if (inputs.verify === "none" && reference.digest === undefined)
        throw new user_error/* UserError */.y("input `verify-image` is `none`, and `image` has no digest: hosts could get different images; write `verify-image: digest`, or the digest in `image`");
    if (inputs.verify === "none")
        return resultOf(reference, reference.digest, "not-asked", null);
    try {
        const registry = await openRegistry(reference, inputs, io, patience);
        const digest = await resolve(registry, reference);
        if (inputs.verify === "digest")
            return resultOf(reference, digest, "not-asked", null);
        const signer = await findSigner(registry, reference, digest, inputs);
        return resultOf(reference, digest, "verified", signer);
    }
    catch (error) {
        if (!(error instanceof registry_error.RegistryError || error instanceof report_error.ReportError))
            throw error;
        throw new user_error/* UserError */.y(`input \`image\`: ${error.message}; no host was touched`, { cause: error });
    }
}
async function openRegistry({ registry }, { username, password }, { environment, log }, patience) {
    if (password !== "")
        log.mask(password);
    const credential = username === ""
        ? await (0,runner_credential.runnerCredential)(registry, environment, "give `registry-username` and `registry-password`")
        : { username, password };
    return new registry_registry.Registry(registry, { credential, log, patience });
}
/** What the registry states is checked against the content: a digest that does not hold is refused. */
async function resolve(registry, reference) {
    const asked = reference.digest ?? reference.tag ?? "latest";
    const manifest = await registry.getManifest(reference.repository, asked);
    if (manifest === undefined)
        throw new user_error/* UserError */.y(`input \`image\`: ${(0,src_reference/* printReference */.nt)(reference)} does not exist, or the credentials may not read it; was it pushed?`);
    if (!(0,oci_digest/* isDigest */.Bc)(manifest.digest))
        throw new user_error/* UserError */.y(`input \`image\`: the registry gave ${JSON.stringify(manifest.digest)} for its digest`);
    return manifest.digest;
}
/** @returns who signed, for the report. @throws UserError when nobody did whose signature counts. */
async function findSigner(registry, reference, digest, inputs) {
    if (!(0,oci_digest/* isDigest */.Bc)(digest))
        throw new Error(`${digest} was resolved`);
    const problems = [];
    for (const verifier of await verifiersOf(inputs)) {
        const found = await (0,find_signatures.verifySignature)(registry, reference.repository, verifier, { digest });
        if (!("problem" in found))
            return (0,find_signatures.signedBy)(found).identity ?? verifier.name;
        problems.push(found.problem);
    }
    const image = (0,src_reference/* printReference */.nt)({ ...reference, digest });
    throw new user_error/* UserError */.y(`input \`image\`: the signature of ${image} does not hold: ${[...new Set(problems)].join("; ")}. No host was touched; deploy an image that docker-build-push signed, or write \`verify-image: digest\``);
}
async function verifiersOf({ keys, identity, issuer }) {
    const byKeys = keys.map((key, index) => (0,verifier.keyVerifier)((0,signatures_keys/* readVerificationKey */.v)(key), `key ${index + 1} of \`verify-key\``));
    if (identity === undefined || issuer === undefined)
        return byKeys;
    // Not with the rest: the libraries have a hundred kilobytes, and most runs do not need them.
    const [{ keylessVerifier }, { publicInstance }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 5426)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7991)),
    ]);
    return [...byKeys, keylessVerifier(publicInstance(), { issuer, signer: (0,signatures_identity/* expectedSigner */.nO)(identity) })];
}
function resultOf({ registry, repository }, digest, signature, signedByName) {
    const reference = (0,src_reference/* printReference */.nt)({ registry, repository, tag: undefined, digest });
    return { reference, digest, signature, signedBy: signedByName };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/releases/release-room.js
/**
 * Functions of `sh` for the folder of a deployment on a host, `JESSY_PATH`:
 *
 *     releases/NAME           what was copied
 *     current -> releases/NAME  what is served; changed by rename(2) alone
 *     shared/                 what outlives releases
 *     .jessy/good             names of releases whose gates passed, the latest last
 *     .jessy/switch           what a switch came from and went to, until it is finished or undone
 *     .jessy/manifests/NAME   SHA-256 of the files of a release that came by us
 *     .jessy/incoming/NAME    a release while it is copied; NAME.whole, its manifest, once it is verified
 *
 * Files are written beside their place and renamed, so that a host that loses its power has the old one or the new one.
 */
const RELEASE_ROOM = `
say() { printf '%s\\n' "$*"; }
fail() { say "$*" >&2; exit 1; }
# A script of the user's: a shell of its own, since bash forgets -e in $(...), and none of its text in a process list.
run_script() (
  export JESSY_PATH JESSY_RELEASE
  exec sh -eu /dev/fd/3 3<<END </dev/null
$1
END
)
enter() { cd -- "$JESSY_PATH" || fail "$JESSY_PATH cannot be entered"; }

is_recorded() { grep -q '^to=.' .jessy/switch 2>/dev/null; }
recorded() { sed -n "s/^$1=//p" .jessy/switch; }
# A switch that nobody finished or undid was never found good: what it came from stays what there is to go back to.
begin_switch() {
  from=$1
  if is_recorded && [ "$(recorded to)" = "$1" ]; then from=$(recorded from); fi
  mkdir -p .jessy
  printf 'from=%s\\nto=%s\\n' "$from" "$2" >.jessy/switch.new
  mv -f .jessy/switch.new .jessy/switch
}
end_switch() { rm -f .jessy/switch; }

target() { readlink current || :; }
release_of() {
  case $1 in
    releases/*) say "\${1#releases/}" ;;
    "$PWD"/releases/*) say "\${1#"$PWD"/releases/}" ;;
    *) say "$1" ;;
  esac
}
linked() { if [ -L current ] && [ -e current ]; then release_of "$(target)"; fi; }
# mv would move a link into the folder that current leads to: -T.
point() {
  rm -f .jessy/current.new
  ln -s -- "$1" .jessy/current.new
  mv -Tf -- .jessy/current.new current
}

good_releases() {
  if [ -f .jessy/good ]; then
    while IFS= read -r name; do if [ -d "releases/$name" ]; then say "$name"; fi; done <.jessy/good
  fi
}
last_good_but() { good_releases | grep -Fxv -e "$1" | tail -n 1; }
mark_good() {
  { if [ -f .jessy/good ]; then grep -Fxv -e "$1" .jessy/good || [ $? = 1 ]; fi; say "$1"; } >.jessy/good.new
  mv -f .jessy/good.new .jessy/good
}
`;
/**
 * `prune N`: keeps the last N good releases, what is served, the good one before it, and any that a process works in.
 * Removes the rest of what arrived by us, and never a folder that did not.
 */
const RETENTION = `
prune() {
  served=$(linked)
  kept="
$(good_releases | tail -n "$1")
$(last_good_but "$served")
$served
"
  working=$(ls -l /proc/[0-9]*/cwd 2>/dev/null || :)
  room=$(pwd -P)
  removed=0
  mkdir -p .jessy/trash
  for manifest in .jessy/manifests/*; do
    name=\${manifest##*/}
    case $kept in *"
$name
"*) continue ;; esac
    case "$working
" in *" -> $room/releases/$name
"* | *" -> $room/releases/$name/"*)
      say "releases/$name stays: a process works in it"
      continue
      ;;
    esac
    if [ -d "releases/$name" ]; then
      mv -Tf -- "releases/$name" ".jessy/trash/$name"
      removed=$((removed + 1))
    fi
    rm -f -- "$manifest"
  done
  rm -rf .jessy/incoming .jessy/trash || say "a part of old releases could not be removed" >&2
  fact removed "$removed"
}
`;

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/modes/host-check.js
/**
 * Functions of `sh` that ask a host what a deployment needs, and change nothing. `problem` ends the script: one reason is
 * enough not to deploy. `JESSY_TOOLS` has a line for each program that must be there: its name, a blank, what for.
 */
const HOST_CHECK = `
problem() { fact problem "$*"; exit 0; }

check_tools() {
  there= missing=
  while read -r name purpose; do
    if [ -z "$name" ]; then continue; fi
    if command -v "$name" >/dev/null 2>&1; then there="$there $name"; else missing="$missing, $name ($purpose)"; fi
  done <<END
$JESSY_TOOLS
END
  fact tools "\${there# }"
  if [ -n "$missing" ]; then problem "not installed: \${missing#, }"; fi
}

# The nearest folder that exists: what is missing below it is made later.
check_place() {
  place=$JESSY_PATH
  until [ -e "$place" ] || [ -L "$place" ]; do
    case $place in
      */*) place=\${place%/*}; if [ -z "$place" ]; then place=/; fi ;;
      *) place=. ;;
    esac
  done
  if [ ! -d "$place" ]; then problem "$place is not a folder"; fi
  for each in "$place" "$JESSY_PATH/releases" "$JESSY_PATH/shared" "$JESSY_PATH/.jessy" "$JESSY_PATH/.jessy/good"; do
    if [ -e "$each" ] && [ ! -w "$each" ]; then problem "$(id -un) cannot write to $each"; fi
  done
  measure_free free-kb -k
  measure_free free-inodes -i
}

# A file system without a limit of inodes says 0 or "-": then there is no fact.
measure_free() {
  free=$(df -P "$2" -- "$place" 2>/dev/null | awk 'NR == 2 {
    for (i = 5; i <= NF; i++) if ($i ~ /^[0-9]+%$/) { if ($(i - 3) > 0) print $(i - 1); exit }
  }')
  if [ -n "$free" ]; then fact "$1" "$free"; fi
}
`;

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/modes/command-scripts.js


const FUNCTIONS = `${RELEASE_ROOM}
serves() {
  if [ -n "$JESSY_SERVING" ]; then
    said=$(run_script "$JESSY_SERVING") || return 1
    say "$said" | sed -n '/[^[:blank:]]/{s/^[[:blank:]]*//;s/[[:blank:]]*$//;p;q;}' | cut -c 1-200
  else cat .jessy/serving 2>/dev/null || :; fi
}
report() {
  fact serving "$1"
  if [ -z "$JESSY_SERVING" ]; then fact assumed true; fi
}
remember() {
  say "$1" >.jessy/serving.new
  mv -f .jessy/serving.new .jessy/serving
}
`;
const PREFLIGHT = `${FUNCTIONS}${HOST_CHECK}
check_tools
check_place
if [ -d "$JESSY_PATH" ]; then
  enter
  if is_recorded; then fact leftover "the switch to $(recorded to) was neither finished nor undone"; fi
fi
# Before the first deployment there may be nothing that answers.
served=$(serves) || served=
report "$served"
fact previous "$(if [ -f .jessy/good ]; then grep -Fxv -e "$served" .jessy/good | tail -n 1; fi)"
`;
const PREPARE = `
mkdir -p -- "$JESSY_PATH/.jessy"
`;
const SWITCH = `${FUNCTIONS}
enter
JESSY_PREVIOUS=$(serves) || JESSY_PREVIOUS=
begin_switch "$JESSY_PREVIOUS" "$JESSY_RELEASE"
JESSY_PREVIOUS=$(recorded from)
export JESSY_PREVIOUS
run_script "$JESSY_SWITCH"
remember "$JESSY_RELEASE"
served=$(serves)
report "$served"
`;
const SERVING = `${FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
served=$(serves)
report "$served"
`;
const ROLLBACK = `${FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
if ! is_recorded; then fact nothing true
else
  if [ -z "$JESSY_ROLLBACK" ]; then fail "there is no script to go back with (rollback)"; fi
  JESSY_PREVIOUS=$(recorded from)
  export JESSY_PREVIOUS
  run_script "$JESSY_ROLLBACK"
  remember "$JESSY_PREVIOUS"
  end_switch
fi
served=$(serves) || served=
report "$served"
`;
const DIAGNOSE = `${FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
if [ -n "$JESSY_SERVING" ]; then run_script "$JESSY_SERVING" 2>&1 | tail -n 20; fi
`;
const FINISH = `${FUNCTIONS}
enter
mark_good "$JESSY_RELEASE"
end_switch
`;
/** The user's own scripts, with the record of what they came from. */
function commandScripts(options) {
    return {
        tools: [{ name: "awk", purpose: "reads the free space" }],
        environment: {
            JESSY_SWITCH: options.switch,
            JESSY_ROLLBACK: options.rollback,
            JESSY_SERVING: options.serving,
        },
        preflight: PREFLIGHT,
        prepare: PREPARE,
        switch: SWITCH,
        serving: SERVING,
        rollback: ROLLBACK,
        diagnose: DIAGNOSE,
        finish: FINISH,
        discard: ":",
    };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/modes/compose-functions.js
/**
 * Functions of `sh` for a project of Compose. What a release starts is written down while it is prepared, with every
 * variable filled in and every image by its digest: a rollback starts that, whatever has changed since.
 *
 *     releases/NAME/.jessy/compose.yaml   the configuration; only the user can read it
 *     releases/NAME/.jessy/locked.yaml    the images of its services, by digest
 *     releases/NAME/.jessy/running        services and their configuration's hash, once they ran
 */
const COMPOSE = `
export COMPOSE_ANSI=never COMPOSE_PROGRESS=plain COMPOSE_MENU=false

compose() {
  own=releases/$1/.jessy
  shift
  docker compose --project-name "$JESSY_PROJECT" -f "$own/compose.yaml" -f "$own/locked.yaml" "$@"
}

# SERVICE IMAGE of a configuration as Compose writes it.
images_of() {
  awk '/^[^ ]/ { inside = $0 == "services:" }
    inside && /^  [^ ]/ { service = $1; sub(/:$/, "", service); gsub(/"/, "", service) }
    inside && /^    image: / { print service, $2 }' "releases/$1/.jessy/compose.yaml"
}
# Services that may end: those that say they are not started again, and those that others wait for the end of.
may_end() {
  awk '/^[^ ]/ { inside = $0 == "services:" }
    inside && /^  [^ ]/ { service = $1; sub(/:$/, "", service); gsub(/"/, "", service) }
    inside && /^    [^ ]/ { depends = $1 == "depends_on:" }
    inside && /^    restart: .?(no|on-failure)/ { print service }
    depends && /^      [^ ]/ { other = $1; sub(/:$/, "", other); gsub(/"/, "", other) }
    depends && /^        condition: service_completed_successfully/ { print other }' "releases/$1/.jessy/compose.yaml"
}
# Lines whose first word is a service that this deployment is about.
ours() {
  awk -v services="$JESSY_SERVICES" 'BEGIN { count = split(services, names); for (at in names) is[names[at]] }
    count == 0 || $1 in is'
}
of_project() {
  docker ps --no-trunc --filter "label=com.docker.compose.project=$JESSY_PROJECT" \\
    --filter label=com.docker.compose.oneoff=False "$@"
}
# SERVICE HASH of what runs.
running() {
  found=$(of_project --format '{{.Label "com.docker.compose.service"}} {{.Label "com.docker.compose.config-hash"}}') || return 1
  say "$found" | ours | sort -u | grep . || :
}
lasting() {
  ending=" $(may_end "$1" | tr '\\n' ' ')"
  awk -v ending="$ending" 'NF && index(ending, " " $1 " ") == 0'
}
serves() {
  now=$(running) || return 1
  if [ -z "$now" ]; then return; fi
  for name in "$(linked)" $(ls releases 2>/dev/null || :); do
    known=releases/$name/.jessy/running
    if [ -n "$name" ] && [ -f "$known" ] && [ "$(say "$now" | lasting "$name")" = "$(cat "$known")" ]; then
      say "$name"
      return
    fi
  done
  say "$JESSY_UNKNOWN"
}

# The client's own type has no .State.Health where there is no check: index asks what the engine said.
# SERVICE STATUS EXIT-CODE HEALTH ID START RESTARTS of all containers, ended ones too.
states() {
  ids=$(of_project --all --quiet) || return 1
  if [ -n "$ids" ]; then
    docker inspect --format '{{index .Config.Labels "com.docker.compose.service"}} {{.State.Status}} {{.State.ExitCode}} {{with index .State "Health"}}{{.Status}}{{else}}-{{end}} {{.Id}} {{.State.StartedAt}} {{.RestartCount}}' $ids | ours
  fi
}
# Says what is wrong, or "wait" where nothing is decided yet.
faults() {
  awk -v ending=" $(may_end "$1" | tr '\\n' ' ')" '
    $2 == "running" && ($4 == "-" || $4 == "healthy") { next }
    $2 == "exited" && $3 == 0 {
      if (index(ending, " " $1 " ") == 0) print $1 " ended, and nothing says that it may (restart: \\"no\\")"
      next
    }
    $2 == "exited" || $2 == "dead" { print $1 " ended with exit code " $3; next }
    $4 == "unhealthy" { print $1 " is unhealthy"; next }
    { print "wait " $1 " is " ($2 == "running" ? $4 : $2) }'
}
unchecked() { awk '$4 == "-"'; }
# A container without a health check counts once it has stood for a look, so that one that falls over is seen.
wait_healthy() {
  deadline=$(($(date +%s) + JESSY_WAIT))
  looked=$(say "$2" | unchecked)
  while :; do
    seen=$(states) || seen=
    if [ -n "$seen" ]; then
      found=$(say "$seen" | faults "$1")
      case $found in
        "") if [ "$(say "$seen" | unchecked)" = "$looked" ]; then return; fi ;;
        *) if say "$found" | grep -qv '^wait '; then fail "$(say "$found" | grep -v '^wait ' | sort -u)"; fi ;;
      esac
    else found="wait nothing has started"; fi
    if [ "$(date +%s)" -ge "$deadline" ]; then
      if [ -z "$found" ]; then found="wait containers do not stay up"; fi
      fail "after $JESSY_WAIT s: $(say "$found" | sed 's/^wait //' | sort -u)"
    fi
    looked=$(say "$seen" | unchecked)
    sleep 1
  done
}
start() {
  before=$(states) || before=
  if [ -n "$JESSY_SERVICES" ]; then compose "$1" up --detach --no-build --quiet-pull $JESSY_SERVICES
  else compose "$1" up --detach --no-build --quiet-pull --remove-orphans; fi
  wait_healthy "$1" "$before"
  running | lasting "$1" >"releases/$1/.jessy/running"
}
`;

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/modes/engine.js
/** Under which name `config.json` keeps a login. */
const registryKey = (registry) => (registry === "docker.io" ? "https://index.docker.io/v1/" : registry);
/** Variables of `with_login`; without a login none of them says anything. */
function loginVariables(login) {
    if (login === undefined)
        return { JESSY_REGISTRY: "", JESSY_REGISTRY_AUTH: "" };
    const { registry, username, password } = login;
    return {
        JESSY_REGISTRY: registryKey(registry),
        JESSY_REGISTRY_AUTH: Buffer.from(`${username}:${password}`).toString("base64"),
    };
}
/**
 * Functions of `sh` around a host's Docker. `with_login` gives a command a configuration of its own, that of the user with
 * one login more, readable by the user alone and removed with the command: `docker login` would leave it to everybody.
 */
const ENGINE = `
check_engine() {
  if ! said=$(docker version --format '{{.Server.Version}}' 2>&1); then
    problem "$(id -un) cannot use Docker: $(printf '%s\\n' "$said" | tail -n 1)"
  fi
}
with_login() (
  if [ -n "$JESSY_REGISTRY_AUTH" ]; then
    context=$(docker context show 2>/dev/null || echo default)
    if [ "$context" != default ]; then export DOCKER_CONTEXT="$context"; fi
    umask 077
    login=$(mktemp -d "$PWD/.jessy/login.XXXXXX")
    trap 'rm -rf -- "$login"' EXIT
    trap 'exit 143' HUP INT TERM
    for each in "\${DOCKER_CONFIG:-$HOME/.docker}"/*; do
      if [ -e "$each" ] && [ "\${each##*/}" != config.json ]; then ln -s -- "$each" "$login/"; fi
    done
    printf '{"auths":{"%s":{"auth":"%s"}}}\\n' "$JESSY_REGISTRY" "$JESSY_REGISTRY_AUTH" >"$login/config.json"
    export DOCKER_CONFIG="$login"
  fi
  "$@"
)
# The digest by which this host knows an image: of its own repository, of another, or its id.
locked() {
  case $1 in *@sha256:*) say "$1"; return ;; esac
  repository=$1
  case \${1##*/} in *:*) repository=\${1%:*} ;; esac
  known=$(docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}{{.Id}}' "$1")
  say "$known" | awk -v own="$repository@" '
    NF && index($0, own) == 1 { print; found = 1; exit }
    NF && first == "" { first = $0 }
    END { if (!found) print first }'
}
`;

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/modes/files-scripts.js


const TOOLS = [
    { name: "tar", purpose: "unpacks a release" },
    { name: "sha256sum", purpose: "verifies its files" },
    { name: "find", purpose: "lists its files" },
    { name: "awk", purpose: "reads the free space" },
];
const files_scripts_FUNCTIONS = `${RELEASE_ROOM}
activate() {
  if [ -n "$JESSY_ACTIVATE" ]; then (
    cd -- current
    run_script "$JESSY_ACTIVATE"
  ); fi
}
`;
const files_scripts_PREFLIGHT = `${RELEASE_ROOM}${HOST_CHECK}
check_tools
check_place
case $(mv --help 2>&1) in *-T*) ;; *) problem "its mv has no option -T, without which current cannot be changed at once" ;; esac
if [ ! -d "$JESSY_PATH" ]; then
  fact serving ""
  exit 0
fi
enter
if [ -e current ] && [ ! -L current ]; then
  problem "$JESSY_PATH/current is not a link: move it away, for example by mv current before, and deploy again"
fi
served=$(linked)
fact serving "$served"
fact previous "$(last_good_but "$served")"
left=
if is_recorded; then left="the switch to $(release_of "$(recorded to)") was neither finished nor undone"; fi
for each in .jessy/incoming/*/; do
  if [ -d "$each" ]; then left="$left\${left:+; }a copy of $(basename "$each") is not complete"; fi
done
if [ -n "$left" ]; then fact leftover "$left"
elif [ "$served" = "$JESSY_RELEASE" ]; then fact unchanged true; fi
`;
const files_scripts_PREPARE = `${RELEASE_ROOM}
enter
arrived=.jessy/incoming/$JESSY_RELEASE
if [ -d "$arrived" ]; then
  if [ ! -f "$arrived.whole" ]; then fail "release $JESSY_RELEASE has not arrived whole"; fi
elif [ ! -d "releases/$JESSY_RELEASE" ]; then fail "release $JESSY_RELEASE has not arrived"; fi
# A release is named by what it is made of: the one that is served is the one that arrived.
if [ "$(linked)" = "$JESSY_RELEASE" ]; then rm -rf -- "$arrived"; fi

# What the release brings is the first content of what is shared.
share() {
  path=\${1%/}
  if [ ! -e "shared/$path" ] && [ ! -L "shared/$path" ]; then
    mkdir -p -- "$(dirname -- "shared/$path")"
    if [ -e "$arrived/$path" ]; then cp -RPp -- "$arrived/$path" "shared/$path.new" && mv -Tf -- "shared/$path.new" "shared/$path"
    elif [ "$path" != "$1" ]; then mkdir -- "shared/$path"
    else fail "shared/$path is missing on this host, and the release has none: put it into $JESSY_PATH/shared"; fi
  fi
  if [ "$path" != "$1" ] && [ ! -d "shared/$path" ]; then fail "shared/$path is not a folder"; fi
  rm -rf -- "$arrived/$path"
  mkdir -p -- "$(dirname -- "$arrived/$path")"
  up=../..
  rest=$path
  while [ "$rest" != "\${rest#*/}" ]; do
    up=$up/..
    rest=\${rest#*/}
  done
  ln -s -- "$up/shared/$path" "$arrived/$path"
}

if [ -d "$arrived" ]; then
  while IFS= read -r each; do if [ -n "$each" ]; then share "$each"; fi; done <<END
$JESSY_SHARED
END
  rm -rf -- "releases/$JESSY_RELEASE"
  mkdir -p releases
  mv -Tf -- "$arrived" "releases/$JESSY_RELEASE"
fi
mkdir -p .jessy/manifests
if [ -f "$arrived.whole" ]; then mv -f -- "$arrived.whole" ".jessy/manifests/$JESSY_RELEASE"; fi
`;
const files_scripts_SWITCH = `${files_scripts_FUNCTIONS}
enter
if [ ! -d "releases/$JESSY_RELEASE" ]; then fail "release $JESSY_RELEASE is not on this host"; fi
if [ -e current ] && [ ! -L current ]; then fail "$JESSY_PATH/current is not a link"; fi
begin_switch "$(target)" "releases/$JESSY_RELEASE"
point "releases/$JESSY_RELEASE"
activate
fact serving "$(linked)"
`;
const files_scripts_SERVING = `${RELEASE_ROOM}
if [ -d "$JESSY_PATH" ]; then
  enter
  fact serving "$(linked)"
else fact serving ""; fi
`;
const files_scripts_ROLLBACK = `${files_scripts_FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
if ! is_recorded; then
  fact nothing true
else
  from=$(recorded from)
  if [ -n "$from" ] && [ ! -e "$from" ]; then
    other=$(last_good_but "$(release_of "$(recorded to)")")
    if [ -z "$other" ]; then fail "$from, which was served before, is gone, and there is no other good release"; fi
    say "$from, which was served before, is gone: back to $other, the last good release"
    from=releases/$other
  fi
  if [ -z "$from" ]; then
    say "nothing was served before: current is removed"
    rm -f current
  else
    point "$from"
    activate
  fi
  end_switch
fi
fact serving "$(linked)"
`;
const files_scripts_DIAGNOSE = `${RELEASE_ROOM}
if [ -d "$JESSY_PATH" ]; then
  enter
  say "current leads to $(target)"
fi
`;
const files_scripts_FINISH = `${RELEASE_ROOM}${RETENTION}
enter
if [ "$(linked)" != "$JESSY_RELEASE" ]; then fail "this host serves $(linked), not $JESSY_RELEASE"; fi
mark_good "$JESSY_RELEASE"
end_switch
prune "$JESSY_KEEP"
`;
const DISCARD = `${RELEASE_ROOM}
if [ -d "$JESSY_PATH" ]; then
  enter
  rm -rf -- ".jessy/incoming/$JESSY_RELEASE" ".jessy/incoming/$JESSY_RELEASE".*
  if [ "$(linked)" = "$JESSY_RELEASE" ]; then say "release $JESSY_RELEASE stays: it is served"
  elif good_releases | grep -Fxq -e "$JESSY_RELEASE"; then say "release $JESSY_RELEASE stays: it was found good before"
  elif is_recorded && [ "$(recorded from)" = "releases/$JESSY_RELEASE" ]; then say "release $JESSY_RELEASE stays: it is what there is to go back to"
  else rm -rf -- "releases/$JESSY_RELEASE" ".jessy/manifests/$JESSY_RELEASE"; fi
fi
`;
/** Releases in folders, and a link to the one that is served. */
function filesScripts({ shared, keep, activate }) {
    return {
        tools: TOOLS,
        environment: { JESSY_SHARED: shared.join("\n"), JESSY_KEEP: String(keep), JESSY_ACTIVATE: activate },
        preflight: files_scripts_PREFLIGHT,
        prepare: files_scripts_PREPARE,
        switch: files_scripts_SWITCH,
        serving: files_scripts_SERVING,
        rollback: files_scripts_ROLLBACK,
        diagnose: files_scripts_DIAGNOSE,
        finish: files_scripts_FINISH,
        discard: DISCARD,
    };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/modes/mode.js
/** What a host serves when something runs there that no record of ours explains. */
const UNKNOWN_RELEASE = "unknown";

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/modes/compose-scripts.js






/** Releases are small here: files of a project, and images that only they name. */
const KEPT = 3;
const compose_scripts_TOOLS = [
    ...filesScripts({ shared: [], keep: KEPT, activate: "" }).tools,
    { name: "docker", purpose: "starts containers" },
];
const compose_scripts_FUNCTIONS = `${RELEASE_ROOM}${ENGINE}${COMPOSE}`;
/** Back to what a release was before it was prepared once more. */
const AS_BEFORE = `
as_before() {
  if [ -d "releases/$1/.jessy.before" ]; then
    rm -rf "releases/$1/.jessy"
    mv -Tf "releases/$1/.jessy.before" "releases/$1/.jessy"
  fi
}
`;
const compose_scripts_PREFLIGHT = `${compose_scripts_FUNCTIONS}${HOST_CHECK}
check_tools
check_place
check_engine
case $(docker compose version --short 2>/dev/null || :) in
  [2-9]* | v[2-9]*) ;;
  *) problem "docker compose is not version 2 or later" ;;
esac
if [ -d "$JESSY_PATH" ]; then
  enter
  if [ -e current ] && [ ! -L current ]; then
    problem "$JESSY_PATH/current is not a link: move it away, for example by mv current before, and deploy again"
  fi
fi
served=$(serves)
fact serving "$served"
fact previous "$(last_good_but "$served")"
left=
if is_recorded; then left="the switch to $(release_of "$(recorded to)") was neither finished nor undone"; fi
if [ "$served" = "$JESSY_UNKNOWN" ]; then
  left="$left\${left:+; }containers of $JESSY_PROJECT run that are those of no release: a rollback could not start them again"
fi
if [ -n "$left" ]; then fact leftover "$left"
elif [ "$served" = "$JESSY_RELEASE" ]; then
  # A tag may lead to another image by now.
  by_tag=$(images_of "$served" | ours | while read -r service image; do
    case $image in *@sha256:*) continue ;; esac
    if [ -z "$JESSY_IMAGE" ] || ! grep -Fxq -e "    image: $JESSY_IMAGE" "releases/$served/.jessy/locked.yaml"; then say "$service"; continue; fi
    case $image in "\${JESSY_IMAGE%@*}" | "\${JESSY_IMAGE%@*}":*) ;; *) say "$service" ;; esac
  done)
  if [ -z "$by_tag" ]; then fact unchanged true; fi
fi
`;
const compose_scripts_PREPARE = `${filesScripts({ shared: [], keep: KEPT, activate: "" }).prepare}${ENGINE}${COMPOSE}
own=releases/$JESSY_RELEASE/.jessy
umask 077
# The same files again, and perhaps other images: what runs now stays known.
if [ "$(linked)" = "$JESSY_RELEASE" ] && [ -f "$own/running" ] && [ ! -d "$own.before" ]; then
  rm -rf "$own.copy"
  cp -Rp "$own" "$own.copy"
  mv -Tf "$own.copy" "$own.before"
fi
mkdir -p "$own"
(
  cd "releases/$JESSY_RELEASE"
  set -- --project-name "$JESSY_PROJECT"
  if [ -n "$JESSY_ENV_FILE" ]; then set -- "$@" --env-file "$JESSY_ENV_FILE"; fi
  while IFS= read -r each; do set -- "$@" -f "$each"; done <<END
$JESSY_COMPOSE_FILES
END
  export JESSY_IMAGE
  docker compose "$@" config >.jessy/compose.yaml 2>.jessy/said || {
    cat .jessy/said >&2
    exit 1
  }
)
# An empty value starts something else than what was meant.
if unset=$(grep -i 'variable is not set' "$own/said"); then
  fail "a variable of the compose file has no value; if it may be empty, write \\\${NAME:-} there: $unset"
fi
rm -f "$own/said"
images=$(images_of "$JESSY_RELEASE")
for service in $(docker compose --project-name "$JESSY_PROJECT" -f "$own/compose.yaml" config --services); do
  if ! say "$images" | grep -q "^$service "; then fail "service $service has no image: build it before it is deployed"; fi
done

# Services with an image of the repository that was resolved and verified get exactly that one.
repository=\${JESSY_IMAGE%@*}
pins=$(say "$images" | awk -v repository="$repository" -v image="$JESSY_IMAGE" '
  repository != "" {
    name = $2
    sub(/@.*/, "", name)
    if (name != repository) sub(/:[^:\\/]*$/, "", name)
    if (name == repository) print $1, image
  }')
if [ -n "$JESSY_IMAGE" ] && [ -z "$pins" ]; then fail "no service has an image of $repository, which this deployment is about"; fi
override() { awk 'BEGIN { print "services:" } NF { print "  " $1 ":\\n    image: " $2; any = 1 } END { if (!any) print "  {}" }'; }
say "$pins" | override >"$own/locked.yaml"
with_login compose "$JESSY_RELEASE" pull --quiet --include-deps $JESSY_SERVICES
all=
for service in $(say "$images" | cut -d ' ' -f 1); do
  image=$(say "$pins" | awk -v service="$service" '$1 == service { print $2 }')
  if [ -z "$image" ]; then image=$(say "$images" | awk -v service="$service" '$1 == service { print $2 }'); fi
  if ! docker image inspect "$image" >/dev/null 2>&1; then
    if [ -n "$(say "$service" | ours)" ]; then fail "$image of service $service is not on this host after pulling"; fi
    continue
  fi
  all="$all$service $(locked "$image")
"
done
say "$all" | override >"$own/locked.yaml.new"
mv -f "$own/locked.yaml.new" "$own/locked.yaml"
say "$all" | awk 'NF { print $2 }' | sort -u >"$own/images"
fact images "$(say "$all" | awk 'NF { printf "%s%s=%s", (any++ ? " " : ""), $1, $2 }')"
`;
const compose_scripts_SWITCH = `${compose_scripts_FUNCTIONS}
enter
if [ ! -f "releases/$JESSY_RELEASE/.jessy/images" ]; then fail "release $JESSY_RELEASE is not prepared on this host"; fi
now=$(target)
runs=$(running)
if [ -z "$now" ] && [ -n "$runs" ]; then now=$JESSY_UNKNOWN; fi
begin_switch "$now" "releases/$JESSY_RELEASE"
start "$JESSY_RELEASE"
point "releases/$JESSY_RELEASE"
served=$(serves)
fact serving "$served"
`;
const compose_scripts_SERVING = `${compose_scripts_FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
served=$(serves)
fact serving "$served"
`;
const compose_scripts_ROLLBACK = `${compose_scripts_FUNCTIONS}${AS_BEFORE}
if [ -d "$JESSY_PATH" ]; then enter; fi
if ! is_recorded; then
  fact nothing true
else
  from=$(recorded from)
  to=$(release_of "$(recorded to)")
  if [ "$from" = "$JESSY_UNKNOWN" ]; then
    fail "what ran before was started by something else: there is no configuration to start it again from"
  fi
  if [ -z "$from" ]; then
    say "nothing ran before: the containers of $to are removed, their volumes stay"
    if [ -n "$JESSY_SERVICES" ]; then compose "$to" rm --stop --force $JESSY_SERVICES; else compose "$to" down --remove-orphans; fi
    rm -f current
  else
    back=$(release_of "$from")
    as_before "$back"
    if [ ! -f "releases/$back/.jessy/images" ]; then
      back=$(last_good_but "$to")
      if [ -z "$back" ]; then fail "$from, which ran before, is gone, and there is no other good release"; fi
      say "$from, which ran before, is gone: back to $back, the last good release"
    fi
    start "$back"
    point "releases/$back"
  fi
  end_switch
fi
served=$(serves)
fact serving "$served"
`;
const compose_scripts_DIAGNOSE = `${compose_scripts_FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
all=$(states) || all=
broken=$(say "$all" | awk 'NF && ($2 != "running" || ($4 != "-" && $4 != "healthy"))')
# All of them are healthy, and a gate is not content: then what each says last may tell why.
lines=30
if [ -z "$broken" ]; then broken=$all lines=15; fi
say "$broken" | while read -r service status code health id rest; do
  if [ -z "$service" ]; then continue; fi
  say "$service: $status, exit code $code, health $health"
  docker inspect --format '{{with index .State "Health"}}{{range .Log}}health check ended with {{.ExitCode}}: {{.Output}}{{"\\n"}}{{end}}{{end}}' "$id" | tail -n 3
  docker logs --tail "$lines" "$id" 2>&1
done
`;
const compose_scripts_FINISH = `${compose_scripts_FUNCTIONS}${RETENTION}
enter
if [ "$(linked)" != "$JESSY_RELEASE" ]; then fail "this host serves $(linked), not $JESSY_RELEASE"; fi
mark_good "$JESSY_RELEASE"
end_switch
named() { cat releases/*/.jessy/images releases/*/.jessy.before/images 2>/dev/null | sort -u || :; }
all=$(named)
prune "$JESSY_KEEP"
rm -rf .jessy/login.* releases/*/.jessy.before
left=$(named)
# Images that only removed releases named. One that something else uses stays: that is no failure.
for image in $all; do
  if ! say "$left" | grep -Fxq -e "$image"; then docker image rm "$image" >/dev/null 2>&1 || :; fi
done
`;
const compose_scripts_DISCARD = `${filesScripts({ shared: [], keep: KEPT, activate: "" }).discard}${AS_BEFORE}
if [ -d "$JESSY_PATH" ]; then
  rm -rf .jessy/login.*
  if ! is_recorded; then as_before "$JESSY_RELEASE"; fi
fi
`;
/** A project of Compose: the files of a release, started from a configuration with every image by digest. */
function composeScripts(options) {
    return {
        tools: compose_scripts_TOOLS,
        environment: {
            ...loginVariables(options.login),
            JESSY_PROJECT: options.project,
            JESSY_COMPOSE_FILES: options.files.join("\n"),
            JESSY_SERVICES: options.services.join(" "),
            JESSY_ENV_FILE: options.envFile,
            JESSY_IMAGE: options.image ?? "",
            JESSY_WAIT: String(options.wait),
            JESSY_KEEP: String(KEPT),
            JESSY_SHARED: "",
            JESSY_UNKNOWN: UNKNOWN_RELEASE,
        },
        preflight: compose_scripts_PREFLIGHT,
        prepare: compose_scripts_PREPARE,
        switch: compose_scripts_SWITCH,
        serving: compose_scripts_SERVING,
        rollback: compose_scripts_ROLLBACK,
        diagnose: compose_scripts_DIAGNOSE,
        finish: compose_scripts_FINISH,
        discard: compose_scripts_DISCARD,
    };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/modes/run-options.js
/** Options of `docker run` as a user writes them, one a line: `--publish=80:80`, `-e NAME`, `--env NAME=value`. */
/** Of what they name there is one: a second container beside the first could not have it, or would write what it writes. */
const EXCLUSIVE = /^(?:-p|--publish|-P|--publish-all|-v|--volume|--mount|--volumes-from|--device|--ip6?|--mac-address|--hostname|-h|--gpus|--network-alias|(?:--net|--network)=?\s*(?:host|container:))/;
/** Whether two containers with these options cannot run at the same time: then the old one stops before the new one starts. */
const isExclusive = (options) => options.some((option) => EXCLUSIVE.test(option));
/** Words for a program: `-e NAME` is two of them, `--env=NAME` one. */
function runArguments(options) {
    return options.flatMap((option) => {
        const [, name, value] = /^(-[^\s=]+)\s+(.*)$/s.exec(option) ?? [];
        return name === undefined || value === undefined ? [option] : [name, value];
    });
}
/** Variables whose values come from the environment of the script, so that they stand in no command line. */
function variablesByName(options) {
    return options.flatMap((option) => /^(?:-e|--env)(?:\s+|=)?([A-Za-z_]\w*)$/.exec(option)?.[1] ?? []);
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/modes/docker-scripts.js





/**
 * The container that serves has the name that was asked for; NAME-next is made while nothing is switched yet, and
 * NAME-previous stays, stopped, until the release after. `.jessy/switch` holds their ids, since names change hands.
 */
const CONTAINERS = `
# Exactly that name: inspect would take the beginning of an id as well.
id_of() {
  found=$(docker ps --all --no-trunc --format '{{.ID}} {{.Names}}') || return 1
  say "$found" | awk -v name="$1" '{ count = split($2, names, ","); for (at = 1; at <= count; at++) if (names[at] == name) print $1 }'
}
is_there() { [ -n "$1" ] && docker inspect --type container "$1" >/dev/null 2>&1; }
is_running() { [ "$(docker inspect --type container --format '{{.State.Running}}' "$1" 2>/dev/null)" = true ]; }
label() { docker inspect --type container --format "{{with index .Config.Labels \\"$2\\"}}{{.}}{{end}}" "$1"; }
remove() {
  if is_there "$1"; then
    docker stop "$1" >/dev/null
    docker rm --force "$1" >/dev/null
  fi
}
serves() {
  id=$(id_of "$JESSY_CONTAINER") || return 1
  if [ -z "$id" ]; then return; fi
  state=$(docker inspect --format '{{.State.Running}}' "$id") || return 1
  if [ "$state" != true ]; then return; fi
  release=$(label "$id" jessy.release) || return 1
  say "\${release:-$JESSY_UNKNOWN}"
}
# Whether a container is what this deployment asks for: image, options, and the values of variables that come by name.
is_asked() {
  if [ -z "$1" ] || ! is_running "$1"; then return 1; fi
  if [ "$(label "$1" jessy.release)" != "$JESSY_RELEASE" ] || [ "$(label "$1" jessy.settings)" != "$JESSY_SETTINGS" ]; then return 1; fi
  has=$(docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$1")
  for name in $JESSY_BY_NAME; do
    eval "value=\\\${$name-}"
    if ! say "$has" | grep -Fxq -e "$name=$value"; then return 1; fi
  done
}
# Without a health check a container counts once it has stood for a look, so that one that falls over is seen.
wait_healthy() {
  deadline=$(($(date +%s) + JESSY_WAIT))
  looked=
  while :; do
    state=$(docker inspect --format '{{.State.Status}} {{.State.ExitCode}} {{with index .State "Health"}}{{.Status}}{{else}}-{{end}} {{.State.StartedAt}} {{.RestartCount}}' "$1")
    case $state in
      "running "*" healthy "*) return ;;
      "running "*" unhealthy "*) fail "$JESSY_CONTAINER is unhealthy" ;;
      "running "*" - "*) if [ "$state" = "$looked" ]; then return; fi ;;
      "exited "* | "dead "*) fail "$JESSY_CONTAINER ended with exit code $(say "$state" | cut -d ' ' -f 2)" ;;
    esac
    if [ "$(date +%s)" -ge "$deadline" ]; then fail "$JESSY_CONTAINER is not healthy after $JESSY_WAIT s: $state"; fi
    looked=$state
    sleep 1
  done
}
# What is parked must not come back when the machine starts again; its restart policy is kept for a rollback.
park() {
  old=$(id_of "$JESSY_CONTAINER-previous")
  if [ "$old" != "$1" ]; then
    if [ -n "$old" ]; then docker rm --force "$old" >/dev/null; fi
    docker inspect --format '{{.HostConfig.RestartPolicy.Name}}:{{.HostConfig.RestartPolicy.MaximumRetryCount}}' "$1" |
      sed 's/:0$//' >.jessy/restart-policy.new
    mv -f .jessy/restart-policy.new .jessy/restart-policy
    docker rename "$1" "$JESSY_CONTAINER-previous"
  fi
  docker update --restart no "$1" >/dev/null
  docker stop "$1" >/dev/null
}
unpark() {
  if [ "$(id_of "$JESSY_CONTAINER-previous")" = "$1" ]; then
    policy=$(cat .jessy/restart-policy 2>/dev/null || :)
    docker update --restart "\${policy:-no}" "$1" >/dev/null
  fi
  docker start "$1" >/dev/null
}
take_name() {
  holder=$(id_of "$JESSY_CONTAINER")
  if [ "$holder" != "$1" ]; then
    if [ -n "$holder" ]; then remove "$holder"; fi
    docker rename "$1" "$JESSY_CONTAINER"
  fi
}
`;
const docker_scripts_FUNCTIONS = `${RELEASE_ROOM}${ENGINE}${CONTAINERS}`;
const docker_scripts_PREFLIGHT = `${docker_scripts_FUNCTIONS}${HOST_CHECK}
check_tools
check_place
check_engine
served=$(serves)
fact serving "$served"
previous=$(id_of "$JESSY_CONTAINER-previous")
fact previous "\${previous:+$(label "$previous" jessy.release)}"
if [ -d "$JESSY_PATH" ]; then enter; fi
if is_recorded; then fact leftover "a switch of $JESSY_CONTAINER was neither finished nor undone"
elif
  own=$(id_of "$JESSY_CONTAINER")
  is_asked "$own"
then fact unchanged true; fi
`;
const docker_scripts_PREPARE = `${docker_scripts_FUNCTIONS}
mkdir -p -- "$JESSY_PATH"
enter
mkdir -p .jessy
if ! docker image inspect "$JESSY_IMAGE" >/dev/null 2>&1; then with_login docker pull --quiet "$JESSY_IMAGE"; fi
own=$(id_of "$JESSY_CONTAINER")
if is_asked "$own"; then say "$JESSY_CONTAINER runs this already"
else
  left=$(id_of "$JESSY_CONTAINER-next")
  if [ -n "$left" ]; then remove "$left"; fi
  set --
  while IFS= read -r each; do if [ -n "$each" ]; then set -- "$@" "$each"; fi; done <<END
$JESSY_RUN
END
  docker create --pull never --name "$JESSY_CONTAINER-next" --label "jessy.release=$JESSY_RELEASE" \\
    --label "jessy.settings=$JESSY_SETTINGS" "$@" "$JESSY_IMAGE" >/dev/null
fi
`;
const docker_scripts_SWITCH = `${docker_scripts_FUNCTIONS}
enter
now=$(id_of "$JESSY_CONTAINER")
next=$(id_of "$JESSY_CONTAINER-next")
if [ -z "$next" ]; then
  if ! is_asked "$now"; then fail "release $JESSY_RELEASE is not prepared on this host"; fi
  next=$now
fi
begin_switch "$now" "$next"
from=$(recorded from)
if [ "$next" != "$now" ]; then
  if [ -n "$JESSY_OVERLAP" ]; then
    docker start "$next" >/dev/null
    wait_healthy "$next"
  fi
  if [ -n "$now" ] && [ "$now" = "$from" ]; then park "$now"; fi
  take_name "$next"
  docker start "$next" >/dev/null
fi
wait_healthy "$next"
served=$(serves)
fact serving "$served"
`;
const docker_scripts_SERVING = `${docker_scripts_FUNCTIONS}
served=$(serves)
fact serving "$served"
`;
const docker_scripts_ROLLBACK = `${docker_scripts_FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
if ! is_recorded; then
  fact nothing true
else
  from=$(recorded from)
  to=$(recorded to)
  if [ -z "$from" ]; then
    say "nothing ran before: the new container is removed"
    remove "$to"
  else
    if ! is_there "$from"; then fail "the container that ran before is gone"; fi
    if [ -n "$JESSY_OVERLAP" ] || [ "$to" = "$from" ]; then unpark "$from"; wait_healthy "$from"; fi
    if [ "$to" != "$from" ]; then remove "$to"; fi
    unpark "$from"
    take_name "$from"
    wait_healthy "$from"
  fi
  end_switch
fi
served=$(serves)
fact serving "$served"
`;
const docker_scripts_DIAGNOSE = `${docker_scripts_FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
id=
if is_recorded; then id=$(recorded to); fi
if ! is_there "$id"; then id=$(id_of "$JESSY_CONTAINER"); fi
if [ -n "$id" ]; then
  docker inspect --format '{{.Name}}: {{.State.Status}}, exit code {{.State.ExitCode}}{{with .State.Error}}, {{.}}{{end}}{{with index .State "Health"}}, health {{.Status}}{{range .Log}}{{"\\n"}}health check ended with {{.ExitCode}}: {{.Output}}{{end}}{{end}}' "$id" | tail -n 8
  docker logs --tail 30 "$id" 2>&1
fi
`;
const docker_scripts_FINISH = `${docker_scripts_FUNCTIONS}
enter
served=$(serves)
if [ "$served" != "$JESSY_RELEASE" ]; then fail "this host serves \${served:-nothing}, not $JESSY_RELEASE"; fi
mark_good "$JESSY_RELEASE"
end_switch
rm -rf .jessy/login.*
previous=$(id_of "$JESSY_CONTAINER-previous")
kept=
if [ -n "$previous" ]; then kept=$(docker inspect --format '{{.Config.Image}}' "$previous"); fi
# Images that came by us alone, and nobody uses.
removed=0
{ cat .jessy/images 2>/dev/null || :; say "$JESSY_IMAGE"; } | sort -u >.jessy/images.new
while read -r image; do
  if [ "$image" = "$JESSY_IMAGE" ] || [ "$image" = "$kept" ]; then say "$image"
  elif docker image rm "$image" >/dev/null 2>&1; then removed=$((removed + 1)); fi
done <.jessy/images.new >.jessy/images.kept
mv -f .jessy/images.kept .jessy/images
rm -f .jessy/images.new
fact removed "$removed"
`;
const docker_scripts_DISCARD = `${docker_scripts_FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then
  enter
  rm -rf .jessy/login.*
fi
next=$(id_of "$JESSY_CONTAINER-next")
if [ -n "$next" ] && ! { is_recorded && [ "$(recorded to)" = "$next" ]; }; then remove "$next"; fi
`;
/** One container, behind its health. */
function dockerScripts({ image, container, run, login, wait, settings }) {
    return {
        tools: [
            { name: "docker", purpose: "starts the container" },
            { name: "awk", purpose: "reads the free space" },
        ],
        environment: {
            ...loginVariables(login),
            JESSY_CONTAINER: container,
            JESSY_IMAGE: image,
            JESSY_RUN: runArguments(run).join("\n"),
            JESSY_BY_NAME: variablesByName(run).join(" "),
            JESSY_OVERLAP: isExclusive(run) ? "" : "true",
            JESSY_SETTINGS: settings,
            JESSY_WAIT: String(wait),
            JESSY_UNKNOWN: UNKNOWN_RELEASE,
        },
        preflight: docker_scripts_PREFLIGHT,
        prepare: docker_scripts_PREPARE,
        switch: docker_scripts_SWITCH,
        serving: docker_scripts_SERVING,
        rollback: docker_scripts_ROLLBACK,
        diagnose: docker_scripts_DIAGNOSE,
        finish: docker_scripts_FINISH,
        discard: docker_scripts_DISCARD,
    };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/releases/release-name.js
/** `20261128T112857Z-391bb57-12.1`: sorts by time, and no two attempts of a run share one. */
function releaseName({ now, commit, runId, runAttempt }) {
    const time = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
    const run = /^\d{1,20}$/.test(runId) ? runId : "0";
    return `${time}-${/^[0-9a-f]{7,}$/.test(commit) ? commit.slice(0, 7) : "0000000"}-${run}.${runAttempt}`;
}
/** Whether a name can be a folder of a release, on the host's disk and in its scripts. */
const isReleaseName = (name) => /^[A-Za-z0-9][A-Za-z0-9._:@+-]{0,199}$/.test(name);

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/modes/compose-files.js
/** Those of `compose-files` that Compose reads. The others go with them to the host: what they mount or name. */
const composeFiles = (files) => files.filter((file) => /\.ya?ml$/i.test(file));

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/modes/mode-scripts.js








/**
 * What a deployment does on each of its hosts.
 *
 * @param release its name, as `isReleaseName` has it; in the mode `docker` the image's digest, by which a host is seen to
 * serve it already
 * @param image what `inputs.deploy.image` came to; null where there is none
 */
function modeScripts(inputs, release, image) {
    if (!isReleaseName(release))
        throw new Error(`${JSON.stringify(release)} cannot be the name of a release`);
    const scripts = scriptsOf(inputs, image);
    const tools = scripts.tools.map(({ name, purpose }) => `${name} ${purpose}`).join("\n");
    return {
        ...scripts,
        environment: { ...scripts.environment, JESSY_PATH: inputs.path, JESSY_RELEASE: release, JESSY_TOOLS: tools },
    };
}
function scriptsOf({ deploy, path, gateTiming }, image) {
    const wait = Math.ceil(gateTiming.deadline / 1000);
    switch (deploy.mode) {
        case "files":
            return filesScripts(deploy);
        case "compose":
            return composeScripts({
                files: composeFiles(deploy.files),
                project: deploy.project || projectOf(path),
                services: deploy.services,
                envFile: deploy.envFile,
                image: image === null ? undefined : pinned(image),
                login: deploy.image && loginOf(deploy.image),
                wait,
            });
        case "docker": {
            if (image === null)
                throw new Error("the mode docker has no image");
            const { container, run } = deploy;
            return dockerScripts({
                image: pinned(image),
                container,
                run,
                login: loginOf(deploy.image),
                wait,
                settings: (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(run)).digest("hex").slice(0, 16),
            });
        }
        case "command":
            return commandScripts(deploy);
    }
}
/** As Docker writes it: without Docker Hub's name, by which no local image is found. */
function pinned({ reference, digest }) {
    const { registry, repository } = (0,src_reference/* parseReference */.F2)(reference);
    const name = registry === src_reference/* DOCKER_HUB */.Xb ? repository.replace(/^library\//, "") : `${registry}/${repository}`;
    return `${name}@${digest}`;
}
function loginOf({ reference, username, password }) {
    if (username === "" && password === "")
        return undefined;
    return { registry: (0,src_reference/* parseReference */.F2)(reference).registry, username, password };
}
/** Compose's own rule for the name of a folder: lower case, and only letters, digits, `-` and `_`. */
function projectOf(path) {
    const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
    return name.replace(/[^a-z0-9_-]/g, "").replace(/^[^a-z0-9]+/, "") || "app";
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/planning/release-of.js


/** Hexadecimal digits of a hash that tell releases of one commit or one image apart. */
const HASH_DIGITS = 12;
/**
 * What a release is called: by what it is made of, so that another run of the same commit changes nothing, and whatever
 * changes has another name. An image stands there by its digest. Commands have the version, or the commit, which the
 * user's own script may print. Pure.
 */
function releaseOf({ deploy, environmentVariables, version }, facts) {
    const { commit, image, tree } = facts;
    if (deploy.mode === "command") {
        const name = version ?? commit;
        return isReleaseName(name) ? name : releaseName(facts);
    }
    const hash = (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify([settingsOf(deploy), Object.entries(environmentVariables).toSorted()]))
        .update(tree === undefined ? "" : contentOf(tree))
        .digest("hex")
        .slice(0, HASH_DIGITS);
    if (image !== null)
        return `${image.digest}-${hash}`;
    return `${/^[0-9a-f]{7,}$/.test(commit) ? commit.slice(0, 7) : "0000000"}-${hash}`;
}
/** What of the inputs becomes a part of what is served: not where it comes from, how it gets there, and how many stay. */
function settingsOf(deploy) {
    switch (deploy.mode) {
        case "files":
            return [deploy.mode, deploy.shared, deploy.activate];
        case "compose":
            return [deploy.mode, deploy.files, deploy.project, deploy.services, deploy.envFile];
        case "docker":
            return [deploy.mode, deploy.container, deploy.run];
    }
}
function contentOf({ files, folders, links }) {
    return JSON.stringify([
        files
            .map(({ name, mode, hash }) => [name, mode, hash])
            .toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1)),
        folders.toSorted(),
        links.map(({ name, target }) => [name, target]).toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1)),
    ]);
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/executable.js
var executable = __webpack_require__(5076);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-error.js
var file_error = __webpack_require__(2234);
// EXTERNAL MODULE: ./build/js/packages/reading/src/globs.js
var globs = __webpack_require__(5931);
;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/transfer/read-tree.js







/** More problems of one kind than anybody reads. */
const MAX_PROBLEMS = 10;
/**
 * Reads what is below a folder: names, sizes, hashes. Left out are the folder `.git`, which may hold a token, and what `exclude`
 * matches: files, or folders with all that is in them. Modes become 755 or 644.
 *
 * @param root absolute
 * @throws UserErrors for what no release can hold: no folder, no files at all, links that lead out of the tree, sockets and devices.
 */
function readTree(root, exclude, source) {
    const isExcluded = (0,globs/* pathFilter */.Y)(exclude);
    const files = [];
    const folders = [];
    const links = [];
    const problems = [];
    /** @returns whether anything in the folder is part of the release. */
    const walk = (folder) => {
        let isEmpty = true;
        const names = readNames(diskPath(root, folder));
        for (const own of names) {
            const name = folder === "" ? own : `${folder}/${own}`;
            if (name === ".git" || isExcluded(shownName(name)))
                continue;
            const path = diskPath(root, name);
            const stats = (0,external_node_fs_.lstatSync)(path);
            if (stats.isDirectory()) {
                const at = folders.push(name) - 1;
                if (!walk(name)) {
                    folders.splice(at, 1);
                    continue;
                }
            }
            else if (stats.isSymbolicLink()) {
                const target = (0,external_node_fs_.readlinkSync)(path, "buffer").toString("latin1");
                const problem = linkProblem(root, name, target);
                if (problem !== undefined)
                    problems.push(`\`${shownName(name)}\` ${problem}`);
                links.push({ name, target });
            }
            else if (stats.isFile()) {
                const mode = (stats.mode & 0o111) === 0 ? "644" : "755";
                files.push({ name, mode, mtime: Math.floor(stats.mtimeMs / 1000), ...read_tree_contentOf(path) });
            }
            else
                problems.push(`\`${shownName(name)}\` is neither a file, a folder nor a link; leave it out by \`exclude\``);
            isEmpty = false;
        }
        return !isEmpty || names.length === 0;
    };
    const stats = (0,external_node_fs_.statSync)(root, { throwIfNoEntry: false });
    if (!stats?.isDirectory())
        throw new user_error/* UserError */.y(`input \`source\` is \`${source}\`, which is ${stats === undefined ? "not in the workspace; is it built before this step?" : "not a folder; write the folder that it is in"}`);
    walk("");
    if (files.length === 0)
        problems.push(`has no files to deploy${exclude.length > 0 ? " that `exclude` does not match" : ""}; is it built before this step?`);
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems.slice(0, MAX_PROBLEMS).map((problem) => `\`source\` (\`${source}\`): ${problem}`));
    return { root, files, folders, links, bytes: files.reduce((total, { size }) => total + size, 0) };
}
/** One file as part of a release, with the mode that it gets there. @throws an error of the system that names it */
function readTreeFile(root, name, mode) {
    const path = diskPath(root, name);
    const { mtimeMs } = (0,external_node_fs_.lstatSync)(path);
    return { name, mode, mtime: Math.floor(mtimeMs / 1000), ...read_tree_contentOf(path) };
}
/** Names are bytes: see `ReleaseFile`. */
const diskPath = (root, name) => Buffer.concat([Buffer.from(root + external_node_path_.sep), Buffer.from(name, "latin1")]);
/** For people and patterns. */
const shownName = (name) => Buffer.from(name, "latin1").toString();
function readNames(folder) {
    return (0,external_node_fs_.readdirSync)(folder, "buffer")
        .map((name) => name.toString("latin1"))
        .sort();
}
function read_tree_contentOf(path) {
    return (0,file_content/* withFile */.D4)(path, (file) => {
        const hash = (0,external_node_crypto_.createHash)("sha256");
        let size = 0;
        for (const chunk of file.chunks()) {
            hash.update(chunk);
            size += chunk.length;
        }
        return { size, hash: hash.digest("hex") };
    });
}
function linkProblem(root, name, target) {
    const advice = "a release has its own links alone; write a relative one within it, or leave it out by `exclude`";
    const shown = shownName(target);
    if (target.startsWith("/"))
        return `leads to \`${shown}\`, which is absolute; ${advice}`;
    const resolved = external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(name), target));
    if (resolved === ".." || resolved.startsWith("../"))
        return `leads out of the release, to \`${shown}\`; ${advice}`;
    // By way of another link it may lead out all the same.
    const real = realPath(diskPath(root, name));
    const top = external_node_fs_.realpathSync.native(root);
    if (real !== undefined && real !== top && !real.startsWith((0,external_node_path_.join)(top, external_node_path_.sep)))
        return `leads out of the release, to \`${real}\`; ${advice}`;
    return undefined;
}
/** Undefined where a link leads nowhere yet: to what is shared, for example. */
function realPath(path) {
    try {
        // Node's own takes `..` after a link for the folder that the link stands in.
        return external_node_fs_.realpathSync.native(path);
    }
    catch (error) {
        if (error.code === "ENOENT")
            return undefined;
        throw (0,file_error/* named */.KT)(error, shownName(path.toString("latin1")));
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/transfer/read-project.js




/**
 * The files of a Compose project, each where it is in the workspace: `compose-files`, folders with all that is in them, and
 * `env-file`, which only the user of the host may read.
 *
 * @throws UserErrors for what is missing, or what no release can hold
 */
function readProject(workspace, paths, envFile) {
    const files = new Map();
    const folders = new Set();
    const links = [];
    const problems = [];
    const addFolders = (name) => {
        for (let at = external_node_path_.posix.dirname(name); at !== "."; at = external_node_path_.posix.dirname(at))
            folders.add(at);
    };
    const wanted = [...paths.map((path) => ["compose-files", path]), ...(envFile === "" ? [] : [["env-file", envFile]])];
    for (const [input, path] of wanted) {
        const name = Buffer.from(external_node_path_.posix.normalize(path).replace(/\/$/, "")).toString("latin1");
        const stats = (0,external_node_fs_.statSync)((0,external_node_path_.join)(workspace, path), { throwIfNoEntry: false });
        addFolders(name);
        if (stats === undefined)
            problems.push(`\`${input}\` names \`${path}\`, which is not in the workspace`);
        else if (stats.isFile())
            files.set(name, readTreeFile(workspace, name, input === "env-file" ? "600" : (stats.mode & 0o111) === 0 ? "644" : "755"));
        else {
            const inner = readTree((0,external_node_path_.join)(workspace, path), [], path);
            const below = (own) => (name === "." ? own : `${name}/${own}`);
            if (name !== ".")
                folders.add(name);
            for (const file of inner.files)
                if (!files.has(below(file.name)))
                    files.set(below(file.name), { ...file, name: below(file.name) });
            for (const folder of inner.folders)
                folders.add(below(folder));
            links.push(...inner.links.map((link) => ({ ...link, name: below(link.name) })));
        }
    }
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    const all = [...files.values()];
    return {
        root: workspace,
        files: all,
        // A folder comes before what is in it.
        folders: [...folders].sort(),
        links,
        bytes: all.reduce((total, { size }) => total + size, 0),
    };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/releases/manifest.js
/**
 * What a host verifies a release by, a line for each file, in the order of bytes:
 *
 *     f HASH MODE NAME   a file whose name a line can hold
 *     h HASH MODE        any other: counted with the rest, and never taken from the release before
 */
function manifestOf(files) {
    const lines = files.map(({ hash, mode, name }) => isPlainName(name) ? `f ${hash} ${mode} ${name}` : `h ${hash} ${mode}`);
    return lines
        .sort((one, other) => (one < other ? -1 : 1))
        .map((line) => `${line}\n`)
        .join("");
}
/** Whether sha256sum and lists of lines write a name as it is: without control characters and backslashes. */
const isPlainName = (name) => !/[\0-\x1f\x7f\\]/.test(name);

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/releases/receiving.js

/**
 * What a host does while a release arrives. Standard input is the script, a few lines that say what it is about, and then a
 * manifest, or an archive. The command itself is always the same: a process list tells nothing. Every answer begins with a token that the first lines gave: whatever else a login shell says is not ours.
 */
/**
 * Input: path, release, token, whether files may be linked to the release before (`yes`), whether rsync may be used, and the
 * manifest. Answers `TOKEN by tar|rsync`, `TOKEN base NAME` (the release that unchanged files come from), `TOKEN need NAME` for
 * each plain name that is not there yet, `TOKEN end`.
 */
const EXPECT = `
IFS= read -r room; IFS= read -r release; IFS= read -r token; IFS= read -r links; IFS= read -r rsync
mkdir -p -- "$room"
cd -- "$room"
room=$PWD
mkdir -p releases .jessy/manifests .jessy/incoming
into=$room/.jessy/incoming/$release
manifest=$into.manifest
rm -rf -- "$into" "$into".*
mkdir "$into"
cat >"$manifest"
base=
served=$(readlink current || :)
if [ "$links" = yes ]; then
  for name in "\${served##*/}" "$(tail -n 1 .jessy/good 2>/dev/null || :)"; do
    if [ -n "$name" ] && [ -f ".jessy/manifests/$name" ] && [ -d "releases/$name" ]; then base=$name; break; fi
  done
fi
if [ "$rsync" = yes ] && command -v rsync >/dev/null; then by=rsync; else by=tar; fi
echo "$token by $by"
echo "$token base $base"
if [ "$by" = tar ]; then
  # A cp without --parents links nothing: then all files are asked for.
  if [ -n "$base" ]; then
    both ".jessy/manifests/$base" "$manifest" | sed -n "s/^f [0-9a-f]* [0-7]* //p" | tr "\\n" "\\0" | (
      cd "releases/$base"
      xargs -0 -r sh -c "cp -lP --parents -- \\"\\$@\\" \\"\\$0\\"" "$into"
    ) >/dev/null 2>&1 || :
  fi
  sed -n "s/^f [0-9a-f]* [0-7]* //p" "$manifest" >"$manifest.names"
  (cd "$into" && find . -type f) | sed "s,^[.]/,," >"$manifest.there"
  second "$manifest.there" "$manifest.names" | sed "s/^/$token need /"
fi
echo "$token end"
`;
/**
 * Input: path, release, token, how it comes (`tar`: the archive follows; `rsync`: it is there), the number of links. Answers
 * `TOKEN bad NAME` for files that are not what the manifest says, `TOKEN inodes` with a line of df, or `TOKEN whole`.
 */
const RECEIVE = `
IFS= read -r room; IFS= read -r release; IFS= read -r token; IFS= read -r by; IFS= read -r links
cd -- "$room"
room=$PWD
into=$room/.jessy/incoming/$release
manifest=$into.manifest
if [ "$by" = tar ] && ! tar -xpof - -C "$into"; then
  echo "$token inodes $(df -Pi . 2>/dev/null | tail -n 1)"
  rm -rf -- "$into"
  exit 1
fi
cat >/dev/null
cd "$into"
for mode in 600 644 755; do
  find . -type f -perm "0$mode" -print0 | xargs -0 -r sha256sum |
    sed -n -e "s/^[\\\\]//" -e "s/^\\([0-9a-f]\\{64\\}\\)  [.]\\//f \\1 $mode /p"
done >"$manifest.found"
second "$manifest.found" "$manifest" | sed -n "/^f /p" >"$manifest.bad"
sed -n "s/^[fh] \\([0-9a-f]* [0-7]*\\).*/\\1/p" "$manifest" | sort >"$manifest.wanted"
cut -d " " -f 2,3 "$manifest.found" | sort >"$manifest.counted"
if [ "$(sha256sum <"$manifest.counted")" != "$(sha256sum <"$manifest.wanted")" ]; then echo files >>"$manifest.bad"; fi
if [ "$(find . -type l -print0 | tr -cd "\\0" | wc -c)" -ne "$links" ]; then echo links >>"$manifest.bad"; fi
find . ! -type f ! -type d ! -type l >>"$manifest.bad"
if [ -s "$manifest.bad" ]; then
  sed -n "s/^f [0-9a-f]* [0-7]* /$token bad /p" "$manifest.bad" | head -n 20
  echo "$token bad"
  exit 1
fi
cd "$room"
rm -f -- "$manifest".*
mv -f -- "$manifest" "$into.whole"
echo "$token whole"
`;
/** Lines that two files share, and lines that the second alone has. There is a busybox without comm. */
const LINES = `
both() { awk "FILENAME == ARGV[1] { seen[\\$0]; next } \\$0 in seen" "$1" "$2"; }
second() { awk "FILENAME == ARGV[1] { seen[\\$0]; next } !(\\$0 in seen)" "$1" "$2"; }
`;
/** Takes a script from standard input, whatever the login shell is, and leaves it what follows. */
const DATA_COMMAND = `exec sh -c '${LOADER}'`;
/** What comes before the data. @param token 24 hexadecimal digits that no other line has */
const receiving_scriptText = (script, token) => `${token}\nset -eu; umask 022; export LC_ALL=C\n${LINES}${script}${token}\n`;
const expectScript = (token) => receiving_scriptText(EXPECT, token);
const receiveScript = (token) => receiving_scriptText(RECEIVE, token);

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/transfer/tar-header.js
const tar_header_BLOCK = 512;
/** Bytes of the fields for names and for targets; one is for the end. */
const NAME_BYTES = 100;
/** Eleven octal digits. Beyond, the size is binary: GNU's way, which busybox reads as well. */
const MAX_OCTAL = 8 ** 11 - 1;
const tar_header_TYPES = { file: "0", folder: "5", link: "2" };
/** The blocks before a member's content. Owner and group are nobody's: whoever unpacks it owns it. */
function tarHeader(member) {
    const { kind, target = "" } = member;
    const name = kind === "folder" ? `${member.name}/` : member.name;
    return Buffer.concat([
        ...(name.length >= NAME_BYTES ? longName("L", name) : []),
        ...(target.length >= NAME_BYTES ? longName("K", target) : []),
        headerBlock({ ...member, name }, tar_header_TYPES[kind], kind === "file" ? member.size : 0),
    ]);
}
/** Fills a member's content to whole blocks. */
const tarPadding = (size) => Buffer.alloc((tar_header_BLOCK - (size % tar_header_BLOCK)) % tar_header_BLOCK);
/** Two empty blocks. */
const TAR_END = Buffer.alloc(2 * tar_header_BLOCK);
function longName(type, text) {
    const content = Buffer.from(`${text}\0`, "latin1");
    const member = { name: "././@LongLink", kind: "file", mode: "644", size: content.length, mtime: 0 };
    return [headerBlock(member, type, content.length), content, tarPadding(content.length)];
}
function headerBlock({ name, mode, mtime, target = "" }, type, size) {
    const block = Buffer.alloc(tar_header_BLOCK);
    block.write(name.slice(0, NAME_BYTES - 1), 0, "latin1");
    block.write(`0000${mode}\0`, 100, "latin1");
    block.write("0000000\0".repeat(2), 108, "latin1");
    if (size <= MAX_OCTAL)
        block.write(`${size.toString(8).padStart(11, "0")}\0`, 124, "latin1");
    else {
        block[124] = 0x80;
        block.writeBigUInt64BE(BigInt(size), 128);
    }
    block.write(`${Math.max(0, mtime).toString(8).padStart(11, "0")}\0`, 136, "latin1");
    block.fill(" ", 148, 156);
    block.write(type, 156, "latin1");
    block.write(target.slice(0, NAME_BYTES - 1), 157, "latin1");
    block.write("ustar\u000000", 257, "latin1");
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
    return block;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/transfer/pack-tree.js



const PIECE_BYTES = 1024 * 1024;
/** Small files are joined to pieces of this size: a write for each would cost more than its bytes. */
const JOINED_BYTES = 64 * 1024;
/**
 * A tar archive of all folders and links of a tree and some of its files, in pieces. It holds nothing but what `readTree` found.
 *
 * @throws Error when a file has another size by now
 */
function* packTree(tree, files) {
    let waiting = [];
    let bytes = 0;
    for (const part of membersOf(tree, files)) {
        waiting.push(part);
        bytes += part.length;
        if (bytes < JOINED_BYTES)
            continue;
        yield Buffer.concat(waiting);
        waiting = [];
        bytes = 0;
    }
    yield Buffer.concat(waiting);
}
function* membersOf(tree, files) {
    for (const name of tree.folders)
        yield tarHeader({ name, kind: "folder", mode: "755", size: 0, mtime: 0 });
    for (const file of files) {
        yield tarHeader({ ...file, kind: "file" });
        yield* pack_tree_contentOf(tree.root, file);
        yield tarPadding(file.size);
    }
    for (const { name, target } of tree.links)
        yield tarHeader({ name, target, kind: "link", mode: "755", size: 0, mtime: 0 });
    yield TAR_END;
}
function* pack_tree_contentOf(root, { name, size }) {
    for (let start = 0; start < size; start += PIECE_BYTES) {
        const bytes = Math.min(PIECE_BYTES, size - start);
        const piece = (0,file_content/* withFile */.D4)(diskPath(root, name), (file) => {
            if (file.size !== size)
                throw changed(name);
            return file.part(start, bytes);
        });
        if (piece.length !== bytes)
            throw changed(name);
        yield Buffer.from(piece);
    }
}
const changed = (name) => new Error(`\`${shownName(name)}\` was changed while it was copied`);

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/transfer/rsync-command.js
/**
 * rsync(1) over the connection that is open. Files are told apart by content: a checkout gives every file a new time. Modes are
 * what a manifest says; names come by standard input, as they are.
 */
function rsyncArguments({ ssh, root, path, release, base }) {
    const host = ssh.at(-1);
    return [
        "--links",
        "--perms",
        "--chmod=Du=rwx,Dgo=rx,Fu=rwX,Fgo=rX",
        "--checksum",
        "--from0",
        "--files-from=-",
        "--protect-args",
        ...(base === "" ? [] : [`--link-dest=../../../releases/${base}`]),
        `--rsh=${["ssh", ...ssh.slice(0, -1)].map(word).join(" ")}`,
        "--",
        `${root}/`,
        `${host}:${path}/.jessy/incoming/${release}/`,
    ];
}
/** Everything of a tree by name: what `exclude` left out is not in it. */
function rsyncInput({ files, folders, links }) {
    const names = [...folders, ...files.map(({ name }) => name), ...links.map(({ name }) => name)];
    return Buffer.from(names.map((name) => `${name}\0`).join(""), "latin1");
}
/** rsync splits `--rsh` at blanks outside of quotes; a quote within them is written twice. */
const word = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`);

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/transfer/send-tree.js








/** What makes this attempt end, in words for a report. */
class SendError extends Error {
    tail;
    constructor(message, tail) {
        super(message);
        this.tail = tail;
    }
}
/** Files of the release before were changed on the host: what was linked to them is not what it was. */
class ChangedLinks extends SendError {
}
/** Brings a tree to a host: asks what it lacks, sends that, and has it verify all of it. */
async function sendTree(tree, settings, remote, host, options = {}) {
    const start = performance.now();
    const attempt = new Attempt(tree, settings, remote.arguments(host), options);
    const duration = () => Math.round(performance.now() - start);
    try {
        try {
            return { kind: "sent", ...(await attempt.send(true)), duration: duration() };
        }
        catch (error) {
            if (!(error instanceof ChangedLinks))
                throw error;
            options.onLine?.("files of the release before were changed on this host: everything is copied anew");
            return { kind: "sent", ...(await attempt.send(false)), duration: duration() };
        }
    }
    catch (error) {
        const tail = error instanceof SendError ? error.tail : "";
        return { kind: "failed", message: error.message, tail, duration: duration() };
    }
}
class Attempt {
    #tree;
    #settings;
    #ssh;
    #options;
    #token = (0,external_node_crypto_.randomBytes)(12).toString("hex");
    constructor(tree, settings, ssh, options) {
        this.#tree = tree;
        this.#settings = settings;
        this.#ssh = ssh;
        this.#options = options;
    }
    async send(mayLink) {
        const { by, base, files } = await this.#expect(mayLink);
        const bytes = files.reduce((total, { size }) => total + size, 0);
        if (by === "rsync")
            await this.#rsync(base);
        const { links } = this.#tree;
        const pieces = by === "tar" ? packTree(this.#tree, files) : [];
        const { answers, ended } = await this.#run(receiveScript(this.#token), [by, String(links.length)], pieces);
        if (answers.some(({ word }) => word === "whole"))
            return { files: files.length, bytes, by };
        const bad = answers.flatMap(({ word, rest }) => (word === "bad" && rest !== "" ? [shownName(rest)] : []));
        if (answers.some(({ word }) => word === "bad")) {
            const names = bad.map((name) => `\`${name}\``).join(", ");
            const message = `files arrived that are not what was sent${names === "" ? "" : `: ${names}`}`;
            throw base === "" ? new SendError(message, ended.stderr) : new ChangedLinks(message, ended.stderr);
        }
        throw this.#failure("the release did not arrive", ended, answers);
    }
    async #expect(mayLink) {
        const { transfer, hasRsync } = this.#settings;
        const wantsRsync = transfer !== "tar" && hasRsync;
        const flags = [mayLink, wantsRsync].map((flag) => (flag ? "yes" : "no"));
        const manifest = Buffer.from(manifestOf(this.#tree.files), "latin1");
        const { answers, ended } = await this.#run(expectScript(this.#token), flags, [manifest]);
        const first = (word) => answers.find((answer) => answer.word === word)?.rest;
        const by = first("by");
        if (first("end") === undefined || (by !== "tar" && by !== "rsync"))
            throw this.#failure("the host took no list of files", ended, answers);
        if (transfer === "rsync" && by === "tar")
            throw new SendError(`\`transfer\` is \`rsync\`, and ${hasRsync ? "the host" : "the runner"} has none`, ended.stderr);
        const needed = new Set(answers.flatMap(({ word, rest }) => (word === "need" ? [rest] : [])));
        const files = by === "rsync" ? this.#tree.files : this.#tree.files.filter(({ name }) => !isPlainName(name) || needed.has(name));
        return { by, base: first("base") ?? "", files };
    }
    async #rsync(base) {
        const { release, path } = this.#settings;
        const args = rsyncArguments({ ssh: this.#ssh, root: this.#tree.root, path, release, base });
        const ended = await this.#start("rsync", args, external_node_stream_.Readable.from([rsyncInput(this.#tree)]));
        if (ended.exitCode !== 0)
            throw this.#failure(`rsync ended with ${ended.exitCode}`, ended, []);
    }
    /** Runs a script on the host with the lines that it reads first, and the data that follow. */
    async #run(script, words, pieces) {
        const { path, release } = this.#settings;
        const lines = [path, release, this.#token, ...words].map((word) => `${word}\n`).join("");
        const head = Buffer.from(script + lines);
        const ended = await this.#start("ssh", [...this.#ssh, DATA_COMMAND], external_node_stream_.Readable.from(joined(head, pieces)));
        const said = ended.stdout.toString("latin1").split("\n");
        const answers = said.flatMap((line) => {
            const [, word, rest = ""] = line.startsWith(this.#token) ? (/^\S+ (\S+)(?: (.*))?$/.exec(line) ?? []) : [];
            return word === undefined ? [] : [{ word, rest }];
        });
        return { answers, ended };
    }
    #start(program, args, input) {
        const { workspace: cwd, environment, timeout } = this.#settings;
        const { signal } = this.#options;
        return (0,process_process.runProcess)(program, args, { cwd, environment, input, timeout, ...(signal && { signal }) });
    }
    /** What a host's programs say of a full disk is said in our words, with what is full. */
    #failure(what, { stderr, exitCode }, answers) {
        const last = stderr.split("\n").findLast((line) => line.trim() !== "") ?? "";
        const inodes = answers.find(({ word }) => word === "inodes")?.rest ?? "";
        if (/no space left on device/i.test(stderr))
            return new SendError(/ 100% /.test(inodes)
                ? "the host has no inodes left: it has too many files"
                : `the host's disk is full; the release has ${this.#tree.bytes} bytes`, stderr);
        if (/disk quota exceeded/i.test(stderr))
            return new SendError("the user's disk quota on the host is used up", stderr);
        if (exitCode === 255)
            return new SendError(`the connection was lost: ${last || "ssh said nothing"}`, stderr);
        return new SendError(last === "" ? what : `${what}: ${last}`, stderr);
    }
}
function* joined(head, pieces) {
    yield head;
    yield* pieces;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/transfer/open-transfer.js






/** `execute` gets no facts: what `collect` has read of a run is kept for it. */
const trees = new WeakMap();
/**
 * What a release holds; undefined for modes that have no files. Read once a run.
 *
 * @throws UserErrors for what no release can hold
 */
function releaseTree({ deploy }, io) {
    if (deploy.mode !== "files" && deploy.mode !== "compose")
        return undefined;
    const tree = trees.get(io) ?? treeOf(deploy, io.workspace);
    trees.set(io, tree);
    return tree;
}
/** The way of a release to the hosts; undefined for modes that have no files. @throws UserErrors as `releaseTree`. */
function openTransfer(inputs, release, io) {
    const { deploy } = inputs;
    const tree = releaseTree(inputs, io);
    if (tree === undefined)
        return undefined;
    const environment = (0,process_environment.pickEnvironment)(io.environment, /^LD_LIBRARY_PATH$/);
    const settings = {
        path: inputs.path,
        release,
        transfer: deploy.mode === "files" ? deploy.transfer : "tar",
        hasRsync: "path" in (0,executable.findExecutable)("rsync", { cwd: io.workspace, environment }),
        environment,
        workspace: io.workspace,
        timeout: inputs.timeouts.script,
    };
    return {
        files: tree.files.length,
        bytes: tree.bytes,
        send: (remote, host, options) => sendTree(tree, settings, remote, host, options),
    };
}
function treeOf(deploy, workspace) {
    if (deploy.mode === "files")
        return readTree((0,external_node_path_.join)(workspace, deploy.source), deploy.exclude, deploy.source);
    return readProject(workspace, deploy.files, deploy.envFile);
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/lock/lock-scripts.js
/**
 * A lock on a host is a folder, `<path>/.jessy/lock-<name>`, of numbered symbolic links. The one with the highest number
 * counts: its text is the owner (`lock-record.ts`), or `free`. A link is made whole, with its text, or not at all, and only
 * one run can make a number: so nobody sees half a lock, and of two runs that take over the same dead one, one fails.
 * Numbers only grow. To unlock by hand: `rm -r` of that folder.
 *
 * All scripts are POSIX sh and get JESSY_PATH, JESSY_LOCK (name) and JESSY_OWNER (text of our own record).
 */
const COMMON = `
case $JESSY_PATH in /*) jessy_path=$JESSY_PATH ;; *) jessy_path=$HOME/$JESSY_PATH ;; esac
jessy_locks=$jessy_path/.jessy/lock-$JESSY_LOCK
jessy_newest() {
  newest=0
  for entry in "$jessy_locks"/*; do
    number=\${entry##*/}
    case $number in '' | 0* | *[!0-9]* | ??????????*) continue ;; esac
    if [ "$number" -gt "$newest" ]; then newest=$number; fi
  done
  text=free
  if [ "$newest" = 0 ] || text=$(readlink "$jessy_locks/$newest"); then return 0; fi
  text=
  # Nobody else's clean-up was faster: it is there, and not as we make it.
  if [ -L "$jessy_locks/$newest" ] || [ -e "$jessy_locks/$newest" ]; then return 0; fi
  jessy_newest
}
# Older entries say nothing any more.
jessy_prune() {
  for entry in "$jessy_locks"/*; do
    number=\${entry##*/}
    case $number in '' | 0* | *[!0-9]* | ??????????*) continue ;; esac
    if [ "$number" -lt "$newest" ]; then rm -rf "$entry"; fi
  done
}
jessy_age() {
  since=$(stat -c %Y "$jessy_locks/$newest" 2>/dev/null) || since=$(stat -f %m "$jessy_locks/$newest" 2>/dev/null) || since=
  case $since in '' | *[!0-9]*) return 0 ;; esac
  fact age "$(($(date +%s) - since))"
}
jessy_say() {
  fact owner "$(printf '%s' "$text" | LC_ALL=C tr -c ' -~' '?' | head -c 1200)"
  fact number "$newest"
}
`;
/**
 * Takes the lock. JESSY_REPLACES: the number of an entry whose owner is gone, or empty.
 * Facts: `lock` (`taken`, `held`; absent with exit code 1 and `problem`), and of a held one `owner`, `number`, `age` in seconds.
 * Run again by its owner it is `taken`.
 */
const TAKE_LOCK = `${COMMON}
if ! reason=$(mkdir -p "$jessy_locks" 2>&1); then
  fact problem "$reason"
  exit 1
fi
jessy_tries=0
jessy_taken=no
while :; do
  jessy_newest
  if [ "$text" = "$JESSY_OWNER" ]; then
    jessy_prune
    fact lock taken
    jessy_taken=yes
    break
  fi
  if [ "$text" != free ] && [ "$newest" != "$JESSY_REPLACES" ]; then
    jessy_say
    jessy_age
    fact lock held
    break
  fi
  jessy_tries=$((jessy_tries + 1))
  if reason=$(ln -s "$JESSY_OWNER" "$jessy_locks/$((newest + 1))" 2>&1); then continue; fi
  # Somebody was faster, or nobody can make links there.
  if [ ! -L "$jessy_locks/$((newest + 1))" ] || [ "$jessy_tries" -gt 20 ]; then
    fact problem "$reason"
    exit 1
  fi
done
`;
/** Changes nothing. Facts of a lock that somebody holds: `owner`, `number`, `age` in seconds. */
const READ_LOCK = `${COMMON}
jessy_newest
if [ "$text" != free ]; then
  jessy_say
  jessy_age
fi
`;
/** Lets the lock go, if it is ours. Fact `lock`: `released`, `free`, or `other` with `owner`. Can be run again. */
const RELEASE_LOCK = `${COMMON}
jessy_newest
if [ "$text" = "$JESSY_OWNER" ]; then
  ln -s free "$jessy_locks/$((newest + 1))"
  jessy_newest
  jessy_prune
  fact lock released
elif [ "$text" = free ]; then
  fact lock free
else
  jessy_say
  fact lock other
fi
`;
/** Behind `TAKE_LOCK`: goes on with the script behind it only if the lock was taken. */
const IF_TAKEN = `
if [ "$jessy_taken" = no ]; then exit 0; fi
`;
/** Goes on with the script behind it only while the lock is ours; else fact `lock` is `other`, and the exit code 0. */
const ONLY_WITH_LOCK = `${COMMON}
jessy_newest
if [ "$text" != "$JESSY_OWNER" ]; then
  jessy_say
  fact lock other
  exit 0
fi
`;

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/rendering/duration-text.js
const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** `84 ms`, `1.2 s`, `42 s`, `2 min 5 s`. A time is never shown shorter than it was. */
function durationText(milliseconds) {
    const whole = Math.ceil(milliseconds);
    if (whole < SECOND)
        return `${whole} ms`;
    const tenths = Math.ceil(whole / 100);
    if (tenths < 100)
        return `${(tenths / 10).toFixed(1)} s`;
    const seconds = Math.ceil(whole / SECOND);
    if (seconds < MINUTE / SECOND)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/preflight/read-preflight.js
/** What a host said of itself before anything was written. A script that did not end by itself says nothing. Pure. */
function readPreflight(end) {
    const facts = end.kind === "exited" ? end.facts : {};
    const problems = [facts.problem ?? "", endProblem(end)].filter((problem) => problem !== "");
    return {
        duration: end.duration,
        // The first says why there was a second.
        problems: problems.slice(0, 1),
        serving: problems.length > 0 && facts.serving === undefined ? null : (facts.serving ?? ""),
        previous: facts.previous || null,
        freeKilobytes: count(facts["free-kb"]),
        freeInodes: count(facts["free-inodes"]),
        tools: (facts.tools ?? "").split(" ").filter((tool) => tool !== ""),
        lock: facts.owner ?? null,
        leftover: facts.leftover || null,
        isUnchanged: facts.unchanged === "true",
    };
}
function endProblem(end) {
    const last = end.tail.trim().split("\n").at(-1) ?? "";
    const words = last === "" ? "" : `: ${last.slice(0, 300)}`;
    if (end.kind === "lost")
        return `the connection was lost (${end.message})`;
    if (end.kind === "timeout")
        return `looking at it took longer than \`script-timeout\`${words}`;
    return end.exitCode === 0 ? "" : `looking at it ended with exit code ${end.exitCode}${words}`;
}
function count(text) {
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/preflight/check-hosts.js



/** Looks at every host that has a connection, at the same time. Changes nothing on any. */
async function checkHosts(inputs, connections, hosts, scripts, { remote, log }) {
    return Promise.all(hosts.map(async (host) => {
        const connection = connections.get(host.name);
        if (connection === undefined)
            throw new Error(`nobody tried to connect to ${host.name}`);
        if (connection.state === "failed") {
            log.info(`${host.name} | no connection: ${connection.message}`);
            return { host, connection, preflight: undefined };
        }
        const end = await remote.run(host, {
            title: "preflight",
            body: `${READ_LOCK}${scripts.preflight}`,
            environment: {
                ...inputs.environmentVariables,
                ...scripts.environment,
                JESSY_PATH: inputs.path,
                JESSY_LOCK: inputs.lock.name,
                JESSY_HOST: host.name,
            },
            timeout: inputs.timeouts.script,
        });
        const preflight = readPreflight(end);
        const [problem] = preflight.problems;
        const said = problem ?? `serves ${preflight.serving || "nothing"}`;
        log.info(`${host.name} | ${said} (${durationText(connection.duration + preflight.duration)})`);
        return { host, connection, preflight };
    }));
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/preflight/gather-facts.js







/** Everything that is known before anything is written: what is deployed, and how every host is. */
async function gatherFacts(inputs, io, open) {
    for (const secret of secretsOf(inputs))
        if (secret.trim() !== "")
            io.log.mask(secret);
    // Before there are keys on the disk.
    io.saveState(state/* gateState */.Zl, { gate: inputs.name });
    const now = Date.now();
    const { repository, serverUrl, sha } = io.event();
    const { deploy } = inputs;
    const image = "image" in deploy && deploy.image !== undefined ? await resolveImage(deploy.image, io) : null;
    const tree = releaseTree(inputs, io);
    const checkedOut = await (await io.git()).resolve("HEAD");
    const commit = checkedOut ?? sha;
    const run = runOf(io);
    const release = releaseOf(inputs, { now, commit, image, tree, runId: run.id, runAttempt: run.attempt });
    const scripts = modeScripts(inputs, release, image);
    const { remote, connections } = await io.log.group("Connect", () => open(inputs, io));
    const hosts = await io.log.group("Preflight", () => checkHosts(inputs, connections, inputs.hosts, scripts, { remote, log: io.log }));
    return {
        now,
        commit,
        repository,
        serverUrl,
        runUrl: `${serverUrl}/${repository.owner}/${repository.name}${run.path === "" ? "" : `/${run.path}`}`,
        runId: run.id,
        runAttempt: run.attempt,
        release,
        hosts,
        image,
        record: { state: "not-asked", id: null, note: "" },
        files: tree === undefined ? null : { count: tree.files.length, bytes: tree.bytes },
        notes: checkedOut === undefined || checkedOut === sha || sha === ""
            ? []
            : [`What is checked out is \`${checkedOut.slice(0, 10)}\`, and the run is of \`${sha.slice(0, 10)}\`.`],
    };
}
/** Hidden from now on in everything that the run writes. */
function secretsOf({ ssh, secretValues, deploy }) {
    const { privateKey, passphrase, jumpKey, jumpPassphrase } = ssh;
    const password = "image" in deploy ? (deploy.image?.password ?? "") : "";
    return [privateKey, passphrase, jumpKey, jumpPassphrase, password, ...secretValues];
}
/** Outside of a run, as on a laptop, every value is the least. */
function runOf({ environment }) {
    const path = (0,runner_environment.runPath)(environment) ?? "";
    const [, id = "0", attempt = "1"] = /runs\/(\d+)\/attempts\/(\d+)$/.exec(path) ?? [];
    return { id, attempt: Number(attempt), path };
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/collect.js



/** The only I/O before the decision: what is deployed, one connection to every host, and how each of them is. */
function collect(inputs, io) {
    return gatherFacts(inputs, io, () => openRemote(inputs, io, lockId(io.environment)));
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/lock/lock-record.js
/** XFS keeps 1024 bytes in a symbolic link, and no file system fewer. */
const MOST_LOCK_BYTES = 1000;
const KEYS = ["id", "serverUrl", "repository", "runId", "runner", "url", "release"];
/** Characters of a text that have a chance to fit: what people give names to is cut. */
const LONGEST = { id: 64, serverUrl: 120, repository: 141, runId: 20, runner: 60, url: 300, release: 100 };
/** @returns one line of printable ASCII of at most `MOST_LOCK_BYTES`. */
function lockText(record) {
    const text = Object.fromEntries(KEYS.map((key) => [key, plain(record[key]).slice(0, LONGEST[key])]));
    return JSON.stringify({ ...text, runAttempt: record.runAttempt });
}
/** @returns undefined where it is not a lock that this product writes: cut, edited by hand, or a later version's. */
function readLockText(text) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (typeof json !== "object" || json === null)
        return undefined;
    const record = json;
    const { runAttempt } = record;
    if (!Number.isSafeInteger(runAttempt))
        return undefined;
    const texts = KEYS.map((key) => [key, record[key]]);
    if (texts.some(([key, value]) => typeof value !== "string" || value.length > LONGEST[key]))
        return undefined;
    if (record.id === "")
        return undefined;
    return { ...Object.fromEntries(texts), runAttempt: runAttempt };
}
/** What could be longer than one byte, or than itself once it is JSON, is left out. */
function plain(text) {
    return text.replace(/[^ !#-[\]-~]/g, "");
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/quantity.js
var quantity = __webpack_require__(5154);
;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/headline.js

/**
 * The outcome of a deployment in one line, with what failed first. Untrusted parts are names of hosts and of releases.
 *
 * @param isAsked whether a gate or a script asked what the hosts serve: a switch without an error proves nothing.
 */
function headlineOf(result, isAsked = true) {
    const { hosts, outcome } = result;
    const count = hosts.length;
    const all = count === 1 ? "the host" : `all ${count} hosts`;
    switch (outcome) {
        case "deployed":
            if (!isAsked)
                return `${capital(all)} ran the switch; no gate and no \`serving\` says what ${count === 1 ? "it serves" : "they serve"}`;
            return `${capital(all)} ${count === 1 ? "serves" : "serve"} the new release`;
        case "unchanged":
            return `${capital(all)} served this release already`;
        case "rolled-back":
            return `Rolled back: ${reasonOf(result)}, and ${all} ${count === 1 ? "serves" : "serve"} ${servedBefore(result)}`;
        case "failed":
            if (isUntouched(result))
                return `Failed: ${reasonOf(result)}; ${all} served this release already`;
            return `Failed: ${reasonOf(result)}, and ${count === 1 ? "the host" : "the fleet"} did not go back`;
        case "mixed": {
            const silent = hosts.filter(({ serving }) => serving === null).length;
            const doubt = silent === 0 ? "" : `, and ${silent} of them ${silent === 1 ? "does" : "do"} not answer`;
            return `Mixed: ${reasonOf(result)}, and the ${count} hosts serve different releases${doubt}`;
        }
        case "unknown": {
            const silent = hosts.filter(({ serving }) => serving === null).map(({ name }) => name);
            const who = silent.length === 1 ? silent[0] : `${silent.length} of ${count} hosts`;
            return `Unknown: ${who} ${silent.length === 1 ? "does not say what it serves" : "do not say what they serve"}`;
        }
        case "refused":
            return `Nothing was touched: ${reasonOf(result)}`;
        default:
            return result.headline;
    }
}
/** No host was switched: the release that all of them serve already is not good. */
function isUntouched({ hosts }) {
    return hosts.every(({ phases }) => phases.every(({ phase }) => phase !== "switch"));
}
function servedBefore({ hosts }) {
    return hosts.every(({ serving }) => serving === "") ? "nothing, as before" : "the release before";
}
const PHASE_WORDS = {
    connect: "cannot be connected to",
    preflight: "cannot be deployed to",
    lock: "was not locked",
    prepare: "could not be prepared",
    switch: "failed to switch",
    gate: "failed its gate",
    rollback: "failed to roll back",
    measure: "does not serve the release",
    finish: "was not finished",
    hook: "failed a hook",
};
function reasonOf({ hosts, steps, lock }) {
    if (lock.state === "held-by-other")
        return `another deployment holds the lock (${lock.ownerUrl ?? lock.note})`;
    const failed = hosts.filter(({ failure }) => failure !== null);
    const [first] = failed;
    if (first?.failure) {
        const more = failed.length === 1 ? "" : `, and ${(0,quantity.counted)(failed.length - 1, "other host")} failed`;
        return `${first.name} ${PHASE_WORDS[first.failure.phase]}${more}`;
    }
    const step = steps.find(({ outcome }) => outcome === "failed");
    if (step !== undefined)
        return `${step.title} failed`;
    return "the hosts differed before";
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/rerun.js


const HEALS = "Another run brings every host that answers to the release that it deploys. If it fails, each goes back to the last release that was good there.";
/** What another run of the same commit would do, a sentence. */
function rerunOf({ outcome, mode, hosts, lock }) {
    switch (outcome) {
        case "deployed":
        case "unchanged":
            return mode === "command"
                ? "Another run runs the switch on every host again."
                : "Another run of this commit changes nothing.";
        case "rolled-back":
            return `Another run deploys to ${hosts.length === 1 ? "the host" : `all ${(0,quantity.counted)(hosts.length, "host")}`} again.`;
        case "refused":
            return lock.state === "held-by-other"
                ? "Another run deploys once that deployment has ended: the lock of a run that has ended is taken over."
                : "Another run does the same, once this is mended.";
        case "failed":
            if (isUntouched({ hosts }))
                return "Another run asks the gates again, and changes nothing else.";
            return HEALS;
        default:
            return HEALS;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/gates/gate-name.js
const MOST_CHARACTERS = 60;
/** What reports call a gate: `GET /health`, `port 5432`. One line. */
function gateName(gate) {
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

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/fleet/batch-size.js
/** How many of `total` hosts that is, rounded down: 25% of 7 hosts is 1. */
function hostsOf(size, total) {
    return "hosts" in size ? size.hosts : Math.floor((total * size.percent) / 100);
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/fleet/groups.js

/** Parts a fleet into groups, in the order in which the hosts were written. */
function planGroups(hosts, { canary, soak, batches, pause }) {
    const canaries = hosts.slice(0, canary);
    const parts = [];
    for (let start = canaries.length; start < hosts.length; start += parts.at(-1).length) {
        const size = batches[Math.min(parts.length, batches.length - 1)] ?? { percent: 100 };
        parts.push(hosts.slice(start, start + Math.max(1, hostsOf(size, hosts.length))));
    }
    const titles = parts.map((_, index) => parts.length === 1 ? "all at once" : `batch ${index + 1} of ${parts.length}`);
    return [
        ...(canaries.length === 0
            ? []
            : [{ title: "canary", hosts: canaries, isCanary: true, soak: parts.length === 0 ? 0 : soak }]),
        ...parts.map((part, index) => ({
            title: canaries.length > 0 && parts.length === 1 ? "the others" : titles[index],
            hosts: part,
            isCanary: false,
            soak: index === parts.length - 1 ? 0 : pause,
        })),
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/planning/group-plan.js

/** Names of hosts in the order of the switch. Pure. */
function groupPlan(names, fleet) {
    return planGroups(names, fleet).map(({ title, hosts, soak }) => ({ title, hosts, soak }));
}
/** `0`, `2`, `10%`. */
function failuresText({ maxFailures }) {
    return "hosts" in maxFailures ? String(maxFailures.hosts) : `${maxFailures.percent}%`;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/rendering/size-text.js
const UNITS = ["B", "kB", "MB", "GB", "TB"];
/** `12 MB`, `1.4 GB`; rounded down: a disk never looks emptier than it is. */
function sizeText(bytes) {
    let size = bytes;
    let unit = 0;
    for (; size >= 1000 && unit < UNITS.length - 1; unit++)
        size /= 1000;
    const shown = size < 10 && unit > 0 ? Math.floor(size * 10) / 10 : Math.floor(size);
    return `${shown} ${UNITS[unit]}`;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/planning/host-refusal.js

/** A disk or an inode table with less is full for every purpose, also for the lock and the journal. */
const LEAST_KILOBYTES = 1024;
const LEAST_INODES = 50;
/** Why a host cannot be deployed to; undefined: it can. Pure. */
function hostRefusal({ connection, preflight }, files) {
    if (connection.state === "failed")
        return { phase: "connect", message: connection.message };
    if (preflight === undefined)
        return { phase: "preflight", message: "nobody looked at it" };
    const [message = roomProblem(preflight, files)] = preflight.problems;
    return message === undefined ? undefined : { phase: "preflight", message };
}
/** The worst case: no file of the release is there yet. */
function roomProblem({ freeKilobytes, freeInodes }, files) {
    const kilobytes = Math.max(LEAST_KILOBYTES, Math.ceil((files?.bytes ?? 0) / 1024));
    if (freeKilobytes !== null && freeKilobytes < kilobytes)
        return `the disk has ${sizeText(freeKilobytes * 1024)} free, and the release may need ${sizeText(kilobytes * 1024)}`;
    const inodes = Math.max(LEAST_INODES, files?.count ?? 0);
    if (freeInodes !== null && freeInodes < inodes)
        return `the disk has ${freeInodes} inodes free, and the release may need ${inodes}`;
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/planning/plan-steps.js
/** Where each hook runs, for a dry run. */
const WHERE = {
    beforeDeploy: ["before-deploy", "would run once, on `{first}`, before any host is switched"],
    beforeHost: ["before-host", "would run on each host before its switch"],
    afterHost: ["after-host", "would run on each host after its gates"],
    afterDeploy: ["after-deploy", "would run once, on `{first}`, after all hosts"],
    onFailure: ["on-failure", "would run on each host that went back"],
};
/** The hooks that a dry run leaves out. Pure. */
function planSteps(hooks, first) {
    return Object.keys(WHERE).flatMap((hook) => {
        const [title, note] = WHERE[hook];
        if (hooks[hook] === "")
            return [];
        return [{ title, outcome: "skipped", duration: 0, note: note.replace("{first}", first) }];
    });
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/result.js
const RESULT_SCHEMA = "jessy-actions/ssh-deploy/v1";
const HOST_STATES = (/* unused pure expression or super */ null && ([
    "planned",
    "deployed", // switched, its gate passed, and it serves the release
    "unchanged", // it served the release already
    "rolled-back",
    "not-touched",
    "failed", // it serves something else than before and than asked for, or its rollback failed
    "unreachable", // nobody knows what it serves
]));
const PHASES = [
    "connect",
    "preflight",
    "lock",
    "prepare",
    "switch",
    "gate",
    "rollback",
    "measure",
    "finish",
];

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/evaluate.js










/**
 * Whether the fleet can be deployed to, and what would happen to each host. One host that cannot be is enough to touch
 * none. A plan that nobody carries out is never a pass, unless it was all that was asked for. Pure.
 */
function evaluate(inputs, facts) {
    const names = inputs.hosts.map(({ name }) => name);
    const groups = groupPlan(names, inputs.fleet);
    const hosts = facts.hosts.map((host) => plannedHost(host, facts, groups));
    const isRefused = hosts.length === 0 || hosts.some(({ failure }) => failure !== null);
    const previous = new Set(hosts.map(({ before }) => before));
    const result = {
        schema: RESULT_SCHEMA,
        ...verdictOf(inputs, isRefused),
        headline: planHeadline(inputs, hosts, groups.length),
        name: inputs.name,
        mode: inputs.deploy.mode,
        commit: facts.commit,
        version: inputs.version ?? null,
        release: facts.release,
        previousRelease: previous.size === 1 ? ([...previous][0] ?? null) : null,
        time: facts.now,
        duration: slowest(hosts),
        repository: facts.repository,
        ...(facts.serverUrl !== undefined && { serverUrl: facts.serverUrl }),
        environment: inputs.environment,
        url: inputs.environmentUrl ?? null,
        runUrl: facts.runUrl,
        image: facts.image,
        groups,
        hosts,
        steps: inputs.dryRun && !isRefused ? planSteps(inputs.hooks, names[0] ?? "") : [],
        lock: { state: "not-taken", owner: null, ownerUrl: null, note: "" },
        record: facts.record,
        downtime: null,
        rerun: inputs.dryRun ? "Another run without `dry-run` does this." : "",
        notes: [...facts.notes, ...planNotes(inputs, facts)],
        warnings: planWarnings(inputs),
        settings: { dryRun: inputs.dryRun, maxFailures: failuresText(inputs.fleet), gates: inputs.gates.map(gateName) },
    };
    return isRefused ? { ...result, headline: headlineOf(result), rerun: rerunOf(result) } : result;
}
function verdictOf({ dryRun }, isRefused) {
    if (isRefused)
        return { verdict: "fail", fails: true, outcome: "refused" };
    if (dryRun)
        return { verdict: "pass", fails: false, outcome: "planned" };
    return { verdict: "broken", fails: true, outcome: "planned" };
}
function planHeadline({ dryRun }, hosts, groups) {
    if (!dryRun)
        return "Nothing was deployed: the plan was not carried out";
    const switched = hosts.filter(({ state }) => state !== "unchanged").length;
    if (switched === 0)
        return `Dry run: all ${(0,quantity.counted)(hosts.length, "host")} serve this release already`;
    return `Dry run: ${switched} of ${(0,quantity.counted)(hosts.length, "host")} would be switched, in ${(0,quantity.counted)(groups, "group")}`;
}
function plannedHost(facts, { files, release }, groups) {
    const { host, connection, preflight } = facts;
    const refusal = hostRefusal(facts, files);
    const serving = preflight?.serving ?? null;
    return {
        name: host.name,
        address: host.address,
        group: groups.find(({ hosts }) => hosts.includes(host.name))?.title ?? "",
        state: stateOf(facts, refusal !== undefined, release),
        before: serving === "" ? null : serving,
        serving,
        phases: phasesOf(connection, preflight, refusal?.message ?? ""),
        failure: refusal === undefined ? null : { ...refusal, status: null, body: null, log: "" },
    };
}
function stateOf({ connection, preflight }, isRefused, release) {
    if (connection.state === "failed")
        return "unreachable";
    if (isRefused)
        return "not-touched";
    const isUnchanged = preflight?.isUnchanged === true && preflight.serving === release && preflight.leftover === null;
    return isUnchanged ? "unchanged" : "planned";
}
function phasesOf(connection, preflight, problem) {
    if (connection.state === "failed")
        return [{ phase: "connect", outcome: "failed", duration: 0, note: "" }];
    const connect = { phase: "connect", outcome: "ok", duration: connection.duration, note: "" };
    if (preflight === undefined)
        return [connect];
    const { duration, freeKilobytes, leftover } = preflight;
    const room = freeKilobytes === null ? "" : `${sizeText(freeKilobytes * 1024)} free`;
    const left = leftover === null ? "" : `from an earlier run: ${leftover}`;
    const note = [room, left].filter((part) => part !== "").join(", ");
    return [connect, { phase: "preflight", outcome: problem === "" ? "ok" : "failed", duration, note }];
}
function planNotes({ hosts, gates }, facts) {
    const held = facts.hosts.flatMap(({ host, preflight }) => {
        if (preflight === undefined || preflight.lock === null)
            return [];
        const owner = readLockText(preflight.lock);
        const whose = owner === undefined ? "something that is no lock of ours" : `a lock of ${owner.url || "another run"}`;
        return [`\`${host.name}\` had ${whose} when it was looked at.`];
    });
    const passed = hosts.filter(({ jumps }) => jumps.length > 0);
    const isAsked = gates.some((gate) => "from" in gate && gate.from === "runner");
    return [
        ...held.slice(0, 3),
        ...(isAsked && passed.length > 0
            ? ["Gates from the runner do not go through jump hosts: they reach only what the runner reaches."]
            : []),
    ];
}
function planWarnings({ gates, deploy }) {
    return [
        ...(gates.length === 0
            ? ["No gate is set: a host counts as good as soon as its switch has run. Write `gates`."]
            : []),
        ...(deploy.mode === "command" && deploy.rollback === ""
            ? ["`rollback` is empty: no host can go back to what it served before."]
            : []),
    ];
}
/** Milliseconds: hosts are connected to and looked at together. */
function slowest(hosts) {
    return Math.ceil(Math.max(0, ...hosts.map(({ phases }) => phases.reduce((sum, { duration }) => sum + duration, 0))));
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/script-problem.js
function script_problem_reasonOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function scriptProblem(title, end) {
    const { tail: log } = end;
    switch (end.kind) {
        case "exited": {
            const { facts, exitCode } = end;
            if (facts.lock === "other")
                return { message: `the lock of this host is not ours any more: ${title} was not run`, log, isUncertain: false };
            if (exitCode === 0)
                return undefined;
            const reason = facts.problem || lastLine(log);
            return {
                message: `${title} ended with exit code ${exitCode}${reason === "" ? "" : `: ${reason}`}`,
                log,
                isUncertain: false,
            };
        }
        case "timeout": {
            const time = `${title} took longer than ${(end.duration / 1000).toFixed(0)} s`;
            return end.isEnded
                ? { message: `${time}, and the host ended it`, log, isUncertain: false }
                : { message: `${time}, and may still run there`, log, isUncertain: true };
        }
        case "lost":
            return { message: `${title}: ${end.message}`, log, isUncertain: true };
    }
}
function failureOf(phase, message, log = "") {
    return { phase, message, status: null, body: null, log };
}
function lastLine(text) {
    return text.trimEnd().split("\n").at(-1)?.trim() ?? "";
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/cleaning/clean-up.js

/** Milliseconds for one script of a clean-up: a cancelled run has six seconds. */
const TIMEOUT = 4000;
/**
 * What is left to do on a host, in order. Before every gate has passed it goes back; after that it goes forward, since other
 * hosts may have forgotten already what there was to go back to.
 */
function stepsOf({ onCancel }, { locked, switched, isCommitted }, host) {
    if (!locked.includes(host))
        return [];
    if (!switched.includes(host))
        return ["unlock"];
    if (isCommitted)
        return ["finish", "unlock"];
    return onCancel === "rollback" ? ["rollback", "unlock"] : ["unlock"];
}
/**
 * Does it on all hosts at the same time. A host that could not be taken back stays locked: the lock of a run that has
 * ended keeps nobody out, and whoever comes next sees that something is half done.
 *
 * @returns a line for each host, with whether all is done there.
 */
async function cleanUp(plan, entry, run) {
    const results = await Promise.all(plan.hosts.map(async ({ host, variables }) => {
        const steps = stepsOf(plan, entry, host.name);
        for (const step of steps) {
            const end = await run(host, {
                title: step,
                body: plan.scripts[step],
                environment: variables,
                timeout: TIMEOUT,
            });
            const isOurs = !(end.kind === "exited" && end.facts.lock === "other");
            const problem = isOurs ? scriptProblem(WORDS[step], end) : undefined;
            if (problem !== undefined)
                return { host: host.name, isDone: false, note: problem.message };
            if (!isOurs)
                return { host: host.name, isDone: true, note: "unlocked already, or taken over by another run" };
        }
        return { host: host.name, isDone: true, note: steps.map((step) => DONE[step]).join(", ") };
    }));
    return results.filter(({ note }) => note !== "");
}
const WORDS = { rollback: "the rollback", finish: "finishing", unlock: "unlocking" };
const DONE = { rollback: "rolled back", finish: "finished", unlock: "unlocked" };

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/script-variables.js

/**
 * What scripts of the user (hooks, and what a mode runs for them) find in their environment: their own variables, and what
 * the deployment says of itself, which nobody can replace.
 */
function scriptVariables({ plan, inputs, parts }, host) {
    return {
        ...inputs.environmentVariables,
        JESSY_COMMIT: plan.commit,
        JESSY_VERSION: plan.version ?? "",
        JESSY_PREVIOUS: host.before,
        JESSY_HOST: host.plan.name,
        JESSY_GROUP: host.plan.group,
        JESSY_ENVIRONMENT: plan.environment,
        JESSY_RUN_URL: plan.runUrl,
        ...parts.scripts.environment,
        JESSY_PATH: inputs.path,
        JESSY_RELEASE: plan.release,
    };
}
/** What the lock's own scripts need besides. @param replaces number of an entry whose owner is gone. */
function lockVariables({ inputs, parts }, replaces = "") {
    return {
        JESSY_PATH: inputs.path,
        JESSY_LOCK: inputs.lock.name,
        JESSY_OWNER: lockText(parts.owner),
        JESSY_REPLACES: replaces,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/cleaning/clean-up-plan.js



/** What a deployment will have to clean up if it cannot go on. */
function cleanUpPlan(deployment) {
    const { inputs, hosts } = deployment;
    const { scripts, owner } = deployment.parts;
    return {
        onCancel: inputs.onCancel,
        hosts: hosts.map((host) => ({
            host: host.host,
            variables: { ...scriptVariables(deployment, host), ...lockVariables(deployment) },
        })),
        scripts: {
            // What was running when the run ended may still run.
            rollback: ONLY_WITH_LOCK + endScripts(owner.id) + scripts.rollback,
            finish: ONLY_WITH_LOCK + endScripts(owner.id) + scripts.finish,
            unlock: endScripts(owner.id) + RELEASE_LOCK,
        },
    };
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/fleet/host-course.js
/** What the host is to be called, by what it serves and not by what was done. */
function hostState(course, release) {
    const { before, restored, serving, isSwitched, hasFailed, rollback } = course;
    if (serving === undefined)
        return "unreachable";
    if (!isSwitched)
        return stateOfUntouched(course, release);
    if (rollback === "failed")
        return "failed";
    // A host that still serves what failed did not go back, whatever its rollback says.
    if (rollback === "done")
        return serving !== release && serving === (restored ?? before) ? "rolled-back" : "failed";
    if (hasFailed || serving !== release)
        return "failed";
    return before === release ? "unchanged" : "deployed";
}
/** What others do to a host meanwhile, such as whoever holds its lock, is none of ours: it was not touched. */
function stateOfUntouched({ before, serving, hasFailed }, release) {
    if (before !== release || serving !== release)
        return "not-touched";
    return hasFailed ? "failed" : "unchanged";
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/fleet/fleet-outcome.js

/**
 * What to call a deployment, decided by what the hosts serve at the end.
 *
 * - hosts that serve different releases are `mixed`, whatever was intended, unless nothing was touched;
 * - else one host that nobody knows of makes the whole fleet `unknown`;
 * - `deployed` and `unchanged`: every host serves the release, and none failed.
 */
function fleetOutcome(courses, release) {
    const states = courses.map((course) => hostState(course, release));
    const are = (...allowed) => states.every((state) => allowed.includes(state));
    if (courses.length === 0)
        return "refused";
    if (are("unchanged"))
        return "unchanged";
    if (are("deployed", "unchanged"))
        return "deployed";
    const isTouched = courses.some(({ isSwitched }) => isSwitched);
    if (!isTouched && !states.includes("failed"))
        return "refused";
    const served = new Set(courses.flatMap(({ serving }) => (serving === undefined ? [] : [serving])));
    if (served.size > 1)
        return "mixed";
    if (states.includes("unreachable"))
        return "unknown";
    return are("rolled-back", "not-touched") ? "rolled-back" : "failed";
}
/** How a deployment of this outcome ends. Only what was asked for passes. */
function outcomeVerdict(outcome) {
    if (outcome === "deployed" || outcome === "unchanged")
        return "pass";
    return outcome === "unknown" ? "inconclusive" : "fail";
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/conclude.js




/**
 * The result of a deployment that came to its end, from what the hosts say that they serve.
 *
 * @param duration milliseconds since the deployment began, without what was done before.
 */
function conclude(deployment, duration) {
    const { plan, hosts, release } = deployment;
    const outcome = outcomeOf(deployment);
    const verdict = outcomeVerdict(outcome);
    const previous = new Set(hosts.map(({ before }) => before));
    const [before = ""] = previous;
    const result = {
        ...plan,
        outcome,
        verdict,
        fails: verdict !== "pass",
        duration: plan.duration + duration,
        previousRelease: previous.size === 1 && before !== "" ? before : null,
        hosts: hosts.map((host) => hostResult(host, release)),
        steps: deployment.steps,
        lock: deployment.lock,
        record: deployment.record,
        downtime: deployment.downtime,
        notes: [...plan.notes, ...deployment.notes, ...assumedNote(hosts)],
        warnings: [...plan.warnings, ...deployment.warnings],
    };
    const isAsked = deployment.inputs.gates.length > 0 || hosts.every(({ isAssumed }) => !isAssumed);
    return { ...result, headline: headlineOf(result, isAsked), rerun: rerunOf(result) };
}
function outcomeOf({ hosts, release, isCommitted }) {
    const outcome = fleetOutcome(hosts.map(({ course }) => course), release);
    // Hosts that served the release already, and a hook that says that it is not good.
    return outcomeVerdict(outcome) === "pass" && !isCommitted ? "failed" : outcome;
}
function hostResult({ plan, before, serving, phases, failure, course }, release) {
    return {
        ...plan,
        state: hostState(course, release),
        before: before === "" ? null : before,
        serving: serving ?? null,
        phases,
        failure,
    };
}
function assumedNote(hosts) {
    return hosts.some(({ isAssumed }) => isAssumed)
        ? ["What the hosts serve is what their last switch wrote down: the input `serving` has no script that asks them."]
        : [];
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/fleet/rollback-order.js
/**
 * Which hosts go back together, in order: the last group that was switched first, so that the way back is the way there.
 * Group by group, since a mode may have a host not serve while it goes back, and the service needs the others then.
 *
 * @param groups in the order of the switch. @param isSwitched whether a switch was begun there and stands still.
 */
function rollbackOrder(groups, isSwitched) {
    return groups
        .map(({ hosts }) => hosts.filter(isSwitched))
        .filter((hosts) => hosts.length > 0)
        .reverse();
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/fleet/tolerance.js

/**
 * Whether a deployment goes on although hosts failed. As many as `maxFailures` may, and one more ends it: ansible's
 * `max_fail_percentage` must be exceeded, too. A canary is there to fail for all, and a fleet of which every host failed
 * has nothing to go on with.
 */
function toleratesFailures({ failed, hosts, isCanary, maxFailures }) {
    if (failed === 0)
        return true;
    return !isCanary && failed < hosts && failed <= hostsOf(maxFailures, hosts);
}

;// CONCATENATED MODULE: ./build/js/packages/deployment/src/lock/judge-lock.js
/**
 * Whether somebody else's lock may be taken. Only a run that has ended lets go for certain. Where nobody knows (another
 * server, a token that cannot see it, a lock that cannot be read) it is old enough at `staleAfter`, and a run that is known
 * to run keeps it however old it is.
 *
 * @param staleAfter milliseconds; 0: never.
 */
function judgeLock({ owner, age }, state, staleAfter) {
    if (state.state === "running")
        return { decision: "leave", why: "the run that holds it still runs" };
    if (state.state === "ended")
        return { decision: "take-over", why: `the run that held it has ended (${state.how})` };
    const doubt = owner === undefined ? "it cannot be read" : state.why;
    if (staleAfter === 0)
        return { decision: "leave", why: `${doubt}, and \`lock-stale-after\` is 0` };
    if (age === undefined || age < 0)
        return { decision: "leave", why: `${doubt}, and its age is not known` };
    const old = `${minutes(age)} old`;
    return age >= staleAfter
        ? { decision: "take-over", why: `${doubt}, and it is ${old}` }
        : { decision: "leave", why: `${doubt}, and it is only ${old}` };
}
function minutes(age) {
    const count = Math.floor(age / 60_000);
    return count === 1 ? "1 minute" : `${count} minutes`;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/run-script.js

/** Runs a script on a host. Never throws: what goes wrong is how it ended. Once the run is cancelled it never settles. */
async function runScript(deployment, host, run) {
    const { parts, deadline, inputs } = deployment;
    await deployment.going(undefined);
    const script = {
        title: run.title,
        body: run.body,
        environment: run.variables,
        timeout: inputs.timeouts.script,
    };
    const end = await parts.remote
        .run(host.host, script, {
        onLine: (line) => parts.log.info(`${host.plan.name} | ${line}`),
        ...(run.way === "forward" && { signal: deadline }),
    })
        .catch((error) => ({ kind: "lost", message: script_problem_reasonOf(error), tail: "", duration: 0 }));
    return deployment.going(end);
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/locking/lock-host.js






/**
 * Takes the lock of one host, and looks at the host again: between the preflight and now, another run may have deployed.
 *
 * @param replaces a lock whose owner is gone. What that owner left running there is ended.
 */
async function lockHost(deployment, host, replaces) {
    const { scripts } = deployment.parts;
    const orphans = replaces?.owner === undefined ? "" : endScripts(replaces.owner.id);
    // An answer that is lost leaves a lock that is ours.
    host.isLocked = true;
    deployment.keep();
    const end = await runScript(deployment, host, {
        title: "lock",
        body: `${TAKE_LOCK}${IF_TAKEN}${orphans}${scripts.preflight}`,
        variables: { ...scriptVariables(deployment, host), ...lockVariables(deployment, replaces?.number) },
        way: "forward",
    });
    const problem = scriptProblem("taking the lock", end);
    if (problem !== undefined)
        return { state: "failed", ...problem };
    const facts = end.kind === "exited" ? end.facts : {};
    if (facts.lock !== "taken") {
        host.isLocked = false;
        return { state: "held", held: foreignLock(facts) };
    }
    if (facts.problem)
        return { state: "failed", message: facts.problem, log: "" };
    host.before = facts.serving ?? "";
    host.hasLeftover = (facts.leftover ?? "") !== "";
    host.isUnchanged = facts.unchanged === "true" && !host.hasLeftover;
    return { state: "taken" };
}
function foreignLock({ owner = "", age, number = "" }) {
    const seconds = /^-?\d{1,15}$/.test(age ?? "") ? Number(age) : undefined;
    return { owner: readLockText(owner), age: seconds === undefined ? undefined : seconds * 1000, number };
}
/** Lets the lock of a host go, if it is ours. @returns why it may still be there. */
async function unlockHost(deployment, host) {
    const run = { title: "unlock", body: RELEASE_LOCK, variables: lockVariables(deployment), way: "back" };
    let end = await runScript(deployment, host, run);
    if (end.kind === "lost")
        end = await runScript(deployment, host, run);
    // Somebody else's lock is none of ours that stays.
    const facts = end.kind === "exited" ? end.facts : {};
    if (facts.lock === "other") {
        host.isLocked = false;
        return undefined;
    }
    const problem = scriptProblem("unlocking", end);
    if (problem === undefined)
        host.isLocked = false;
    return problem?.message;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/locking/lock-hosts.js



/** Milliseconds between two tries while somebody else deploys; a random part keeps two who wait from meeting again. */
const WAIT = { least: 2000, most: 6000 };
/** Takeovers of one host after which something is wrong: each needs an owner that has ended. */
const MOST_TAKEOVERS = 5;
/**
 * Locks all hosts or none. The first in order of address comes alone: so of two deployments to the same fleet one gets
 * through, and what the other holds of a fleet that overlaps, it gives back before it waits.
 *
 * @returns whether all are locked. `deployment.lock` says the rest.
 */
async function lockHosts(deployment) {
    const { clock } = deployment.parts;
    const start = clock.now();
    const patience = start + deployment.inputs.lock.wait;
    const order = deployment.hosts.toSorted((a, b) => compare(placeOf(a), placeOf(b)));
    let replaced;
    let takenOver = "";
    const replaces = new Map();
    for (let takeovers = 0;;) {
        const tries = await tryAll(deployment, order, replaces);
        const blocked = [...tries].find(([, { state }]) => state !== "taken");
        if (blocked === undefined) {
            deployment.lock =
                replaced === undefined
                    ? { state: "taken", owner: null, ownerUrl: null, note: "" }
                    : lockOf("taken-over", replaced, takenOver);
            addPhases(deployment, start, tries, takenOver);
            return true;
        }
        const [host, result] = blocked;
        if (result.state === "held") {
            const { decision, why } = judgeLock(result.held, await ownerState(deployment, result.held), staleAfter(deployment));
            await deployment.going(undefined);
            if (decision === "take-over" && takeovers < MOST_TAKEOVERS * order.length) {
                takeovers++;
                replaces.set(host, result.held);
                replaced = result.held;
                takenOver = why;
                deployment.parts.log.info(`The lock of ${host.plan.name} is taken over: ${why}.`);
                continue;
            }
            await unlockAll(deployment);
            const pause = WAIT.least + Math.random() * (WAIT.most - WAIT.least);
            if (clock.now() + pause <= patience && !deployment.deadline.aborted) {
                deployment.parts.log.info(`Waiting for the lock of ${host.plan.name}: ${why}.`);
                const waited = await clock.wait(pause, deployment.deadline).then(() => true, () => false);
                await deployment.going(undefined);
                if (waited)
                    continue;
            }
            deployment.lock = lockOf("held-by-other", result.held, `${host.plan.name}: ${why}`);
            addPhases(deployment, start, new Map([[host, result]]), why);
            return false;
        }
        await unlockAll(deployment);
        deployment.lock = { state: "not-taken", owner: null, ownerUrl: null, note: "" };
        addPhases(deployment, start, tries, "");
        return false;
    }
}
/** Lets go of every host that may be locked. @returns the hosts whose locks may still be there, each with the reason. */
async function unlockAll(deployment) {
    const locked = deployment.hosts.filter(({ isLocked }) => isLocked);
    const reasons = await Promise.all(locked.map((host) => unlockHost(deployment, host)));
    deployment.keep();
    return reasons.flatMap((reason, index) => (reason === undefined ? [] : [`${locked[index].plan.name}: ${reason}`]));
}
async function tryAll(deployment, [first, ...others], replaces) {
    if (first === undefined)
        return new Map();
    const leading = await lockHost(deployment, first, replaces.get(first));
    const tries = new Map([[first, leading]]);
    if (leading.state !== "taken")
        return tries;
    const results = await Promise.all(others.map((host) => lockHost(deployment, host, replaces.get(host))));
    for (const [index, result] of results.entries())
        tries.set(others[index], result);
    return tries;
}
async function ownerState({ parts }, { owner }) {
    if (owner === undefined)
        return { state: "unknown", why: "it cannot be read" };
    return parts.ownerState(owner).catch((error) => ({ state: "unknown", why: script_problem_reasonOf(error) }));
}
function staleAfter({ inputs }) {
    return inputs.lock.staleAfter;
}
function lockOf(state, { owner }, note) {
    return {
        state,
        owner: owner === undefined ? null : `${owner.repository} run ${owner.runId}, attempt ${owner.runAttempt}`,
        ownerUrl: owner === undefined || owner.url === "" ? null : owner.url,
        note,
    };
}
/** A line for each host that was tried last. */
function addPhases({ parts: { clock }, inputs }, start, tries, why) {
    const duration = Math.round(clock.now() - start);
    for (const [host, result] of tries) {
        if (result.state === "taken") {
            host.phases.push({ phase: "lock", outcome: "ok", duration, note: "" });
            continue;
        }
        const message = result.state === "failed"
            ? result.message
            : `another deployment holds the lock: ${why}. To remove it by hand: rm -r ${inputs.path}/.jessy/lock-${inputs.lock.name}`;
        host.phases.push({ phase: "lock", outcome: "failed", duration, note: message });
        host.fail(failureOf("lock", message, result.state === "failed" ? result.log : ""));
    }
}
/** The same for everybody who deploys to the host. */
function placeOf({ host: { address, port } }) {
    return `${address} ${port}`;
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/phase.js
/** Does one phase on one host: times it, says how it ended in a line, and keeps both for the report. @returns whether it went well. */
async function phase({ parts: { clock, log } }, host, name, work) {
    const start = clock.now();
    const end = await work();
    const duration = Math.round(clock.now() - start);
    const note = end.outcome === "failed" ? end.failure.message : end.note;
    host.phases.push({ phase: name, outcome: end.outcome, duration, note });
    if (end.outcome === "failed")
        host.fail(end.failure);
    const words = [host.plan.name, name, end.outcome, `${(duration / 1000).toFixed(2)} s`, note];
    log.info(words.filter((word) => word !== "").join("  "));
    return end.outcome !== "failed";
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/finish-host.js





/** Calls the release of a host good, and removes old ones. The host serves it: what fails here is a warning. */
async function finishHost(deployment, host) {
    if (!host.isSwitched || host.hasFailed)
        return;
    await phase(deployment, host, "finish", async () => {
        const problem = scriptProblem("finishing", await runScript(deployment, host, finishScript(deployment, host)));
        if (problem === undefined)
            return { outcome: "ok", note: "" };
        deployment.warnings.push(`${host.plan.name} serves the release, which is not marked as good there: ${problem.message}.`);
        return { outcome: "warned", note: problem.message };
    });
}
function finishScript(deployment, host) {
    return {
        title: "finish",
        body: ONLY_WITH_LOCK + deployment.parts.scripts.finish,
        variables: { ...scriptVariables(deployment, host), ...lockVariables(deployment) },
        way: "back",
    };
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/hook.js



/** As a mode's own scripts of the user have it; the lock has made the folder. */
const IN_ITS_ROOM = `case $JESSY_PATH in /*) ;; *) JESSY_PATH=$HOME/$JESSY_PATH ;; esac
cd -- "$JESSY_PATH"
`;
/** Runs a script of the user on a host. @returns why it failed. */
async function runHook(deployment, host, name, body, way = "forward") {
    if (body === "")
        return undefined;
    const variables = scriptVariables(deployment, host);
    const end = await runScript(deployment, host, { title: name, body: IN_ITS_ROOM + body, variables, way });
    const problem = scriptProblem(`the hook \`${name}\``, end);
    return problem === undefined ? undefined : failureOf("hook", problem.message, problem.log);
}
/** Runs a hook of the whole deployment, on one host. @returns whether it succeeded; no hook always does. */
async function runFleetHook(deployment, host, name, body, way = "forward") {
    if (body === "" || host === undefined)
        return true;
    const { clock, log } = deployment.parts;
    const start = clock.now();
    const failure = await log.group(`Hook ${name} on ${host.plan.name}`, () => runHook(deployment, host, name, body, way));
    deployment.steps.push({
        title: name,
        outcome: failure === undefined ? "ok" : "failed",
        duration: Math.round(clock.now() - start),
        note: failure === undefined ? `on ${host.plan.name}` : `on ${host.plan.name}: ${failure.message}`,
    });
    return failure === undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/measure-host.js


/** Milliseconds until a host that did not answer is asked again, and how often. */
const PAUSE = 1000;
const TRIES = 3;
/** Asks a host what it serves. @returns an empty text for nothing; undefined when it does not say. */
async function measureHost(deployment, host, way) {
    const { parts, deadline } = deployment;
    const variables = scriptVariables(deployment, host);
    for (let tries = 1;; tries++) {
        const end = await runScript(deployment, host, { title: "serving", body: parts.scripts.serving, variables, way });
        if (end.kind === "exited") {
            if (end.facts.assumed === "true")
                host.isAssumed = true;
            return end.exitCode === 0 ? end.facts.serving : undefined;
        }
        if (tries === TRIES || (way === "forward" && deadline.aborted))
            return undefined;
        await parts.clock.wait(PAUSE);
        await deployment.going(undefined);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/pass-gates.js



/** Milliseconds between two looks at a canary. */
const SOAK_INTERVAL = 10_000;
/** Asks all gates of a host, and the host what it serves. */
function passGates(deployment, host) {
    return phase(deployment, host, "gate", () => askGates(deployment, host));
}
/** Asks the gates again and again for some time. @param time milliseconds. */
function stayHealthy(deployment, host, time) {
    const { clock } = deployment.parts;
    return phase(deployment, host, "gate", async () => {
        const end = clock.now() + time;
        for (;;) {
            await clock
                .wait(Math.max(0, Math.min(SOAK_INTERVAL, end - clock.now())), deployment.deadline)
                .catch(() => undefined);
            await deployment.going(undefined);
            if (deployment.deadline.aborted)
                return { outcome: "failed", failure: failureOf("gate", script_problem_reasonOf(deployment.deadline.reason)) };
            const asked = await askGates(deployment, host);
            if (asked.outcome === "failed")
                return asked;
            if (clock.now() >= end)
                return { outcome: "ok", note: `healthy for ${Math.round(time / 1000)} s` };
        }
    });
}
/** A gate that the old release passes proves nothing: so the host must say at the end that it serves the new one. */
async function askGates(deployment, host) {
    const { inputs, parts, deadline, release } = deployment;
    const notes = [];
    for (const gate of inputs.gates) {
        await deployment.going(undefined);
        const onLine = (line) => parts.log.info(`${host.plan.name} | ${line}`);
        const end = await parts
            .passGate(gate, host.host, { onLine, signal: deadline })
            .catch((error) => ({ passed: false, ...failureOf("gate", script_problem_reasonOf(error)) }));
        await deployment.going(undefined);
        if (!end.passed) {
            const { message, status, body, log } = end;
            return { outcome: "failed", failure: { phase: "gate", message, status, body, log } };
        }
        notes.push(end.note);
    }
    const problem = servedProblem(await measureHost(deployment, host, "forward"), release);
    return problem === undefined
        ? { outcome: "ok", note: notes.filter((note) => note !== "").join("; ") }
        : { outcome: "failed", failure: failureOf("gate", problem) };
}
/** Why what a host serves is not the release; undefined: it is. */
function servedProblem(served, release) {
    if (served === undefined)
        return "it does not say what it serves";
    if (served === release)
        return undefined;
    return `it serves ${served === "" ? "nothing" : served}, not ${release}`;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/prepare-host.js





/** Brings the release to a host that does not serve it, without a change of what it serves. */
function prepareHost(deployment, host) {
    const { parts, deadline } = deployment;
    return phase(deployment, host, "prepare", async () => {
        if (host.isUnchanged)
            return { outcome: "skipped", note: "it serves this release" };
        host.isPrepared = true;
        let note = "";
        if (parts.transfer !== undefined) {
            await deployment.going(undefined);
            const onLine = (line) => parts.log.info(`${host.plan.name} | ${line}`);
            const sent = await parts.transfer
                .send(parts.remote, host.host, { onLine, signal: deadline })
                .catch((error) => ({ kind: "failed", message: script_problem_reasonOf(error), tail: "" }));
            await deployment.going(undefined);
            if (sent.kind === "failed")
                return { outcome: "failed", failure: failureOf("prepare", sent.message, sent.tail) };
            note = `${(0,quantity.counted)(sent.files, "file")} sent by ${sent.by}`;
        }
        const end = await runScript(deployment, host, {
            title: "prepare",
            body: parts.scripts.prepare,
            variables: scriptVariables(deployment, host),
            way: "forward",
        });
        const problem = scriptProblem("preparing", end);
        return problem === undefined
            ? { outcome: "ok", note }
            : { outcome: "failed", failure: failureOf("prepare", problem.message, problem.log) };
    });
}
/** Removes what `prepareHost` left of a release that was never switched to. What stays is a warning. */
async function discardRelease(deployment, host) {
    if (!host.isPrepared || host.isSwitched)
        return;
    const end = await runScript(deployment, host, {
        title: "discard",
        body: deployment.parts.scripts.discard,
        variables: scriptVariables(deployment, host),
        way: "back",
    });
    const problem = scriptProblem("removing what was prepared", end);
    if (problem !== undefined)
        deployment.warnings.push(`${host.plan.name}: ${problem.message}.`);
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/roll-back-host.js





/** A host that was lost is tried as often, with pauses between, in milliseconds. */
const roll_back_host_TRIES = 3;
const roll_back_host_PAUSE = 2000;
/**
 * Takes a host back to what its switch recorded, after it was asked why it fails: what was started is gone afterwards. Can
 * be called again; a host that went back stays there.
 */
async function rollBackHost(deployment, host) {
    if (host.rollback === "done")
        return;
    await roll_back_host_diagnose(deployment, host);
    await phase(deployment, host, "rollback", async () => {
        let end = await runScript(deployment, host, rollbackScript(deployment, host));
        for (let tries = 1; end.kind === "lost" && tries < roll_back_host_TRIES; tries++) {
            await deployment.parts.clock.wait(roll_back_host_PAUSE);
            end = await runScript(deployment, host, rollbackScript(deployment, host));
        }
        const problem = scriptProblem("the rollback", end);
        host.rollback = problem === undefined ? "done" : "failed";
        if (problem !== undefined)
            return { outcome: "failed", failure: failureOf("rollback", problem.message, problem.log) };
        const facts = end.kind === "exited" ? end.facts : {};
        // Without a run that died before, it can only be what it served at the beginning.
        host.restored = host.hasLeftover ? facts.serving : undefined;
        return { outcome: "ok", note: facts.nothing === undefined ? "" : "nothing was switched" };
    });
}
/** What a switch of ours left running behind a cut connection, the remote ends first. */
function rollbackScript(deployment, host) {
    return {
        title: "roll back",
        body: ONLY_WITH_LOCK + deployment.parts.scripts.rollback,
        variables: { ...scriptVariables(deployment, host), ...lockVariables(deployment) },
        way: "back",
    };
}
/** The last words of what was started, for the first failure of the host. */
async function roll_back_host_diagnose(deployment, host) {
    if (host.failure === null || (host.failure.phase !== "gate" && host.failure.phase !== "switch"))
        return;
    const end = await runScript(deployment, host, {
        title: "diagnose",
        body: deployment.parts.scripts.diagnose,
        variables: scriptVariables(deployment, host),
        way: "back",
    });
    const parts = [host.failure.log, end.tail].map((text) => text.trimEnd()).filter((text) => text !== "");
    host.failure = { ...host.failure, log: [...new Set(parts)].join("\n") };
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/switch-host.js








/**
 * Takes one host to the release, and asks its gates. A host where that fails goes back at once, whatever becomes of the
 * others.
 *
 * @returns whether it serves the release, and its gates have passed.
 */
async function switchHost(deployment, host) {
    const isServing = host.isUnchanged || (await phase(deployment, host, "switch", () => doSwitch(deployment, host)));
    const isGood = isServing && (await passGates(deployment, host)) && (await afterHost(deployment, host));
    if (!isGood && host.isSwitched)
        await rollBackHost(deployment, host);
    return isGood;
}
/** What the hook before the switch took out of service comes back only once the gates have passed. */
async function afterHost(deployment, host) {
    if (host.isUnchanged)
        return true;
    const failure = await runHook(deployment, host, "after-host", deployment.inputs.hooks.afterHost);
    if (failure !== undefined)
        host.fail(failure);
    return failure === undefined;
}
async function doSwitch(deployment, host) {
    const { hooks } = deployment.inputs;
    const { scripts } = deployment.parts;
    const refused = await runHook(deployment, host, "before-host", hooks.beforeHost);
    if (refused !== undefined)
        return { outcome: "failed", failure: refused };
    host.isSwitched = true;
    deployment.keep();
    const end = await runScript(deployment, host, {
        title: "switch",
        // Whoever took the lock over deploys something else by now.
        body: ONLY_WITH_LOCK + scripts.switch,
        variables: { ...scriptVariables(deployment, host), ...lockVariables(deployment) },
        way: "forward",
    });
    const problem = scriptProblem("the switch", end);
    return problem === undefined
        ? { outcome: "ok", note: "" }
        : { outcome: "failed", failure: failureOf("switch", problem.message, problem.log) };
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/deploy.js












/**
 * Takes a fleet to a release that all hosts agree on, or back. Whatever fails on the way is part of the progress and not
 * thrown.
 */
async function deploy(deployment) {
    const { log } = deployment.parts;
    if (await log.group("Lock", () => lockHosts(deployment))) {
        // A fault of ours must not leave a fleet half switched either.
        const isGood = await goForward(deployment).catch((error) => {
            deployment.steps.push({ title: "deploy", outcome: "failed", duration: 0, note: script_problem_reasonOf(error) });
            return false;
        });
        if (!isGood)
            await goBack(deployment);
        await log.group("Clean up", () => each(deployment.hosts, (host) => discardRelease(deployment, host)));
    }
    await log.group("Measure", () => measureAll(deployment));
    const left = await unlockAll(deployment);
    if (left.length > 0) {
        deployment.lock = { ...deployment.lock, state: "kept", note: left.join("; ") };
        deployment.warnings.push(`Hosts stay locked until this run has ended: ${left.join("; ")}.`);
    }
    else
        deployment.journal?.remove();
}
/** @returns whether every group was switched, and nothing failed that is not tolerated. */
async function goForward(deployment) {
    const { inputs, parts, hosts, groups } = deployment;
    const [first] = groups.flatMap((group) => group.hosts);
    if (!(await runFleetHook(deployment, first, "before-deploy", inputs.hooks.beforeDeploy)))
        return false;
    await parts.log.group("Prepare", () => each(hosts, (host) => prepareHost(deployment, host)));
    if (!isTolerated(deployment, false))
        return false;
    const watch = hosts.every(({ isUnchanged }) => isUnchanged) ? undefined : parts.watchDowntime?.();
    try {
        for (const group of groups)
            if (!(await switchGroup(deployment, group)))
                return false;
    }
    finally {
        deployment.downtime = (await watch?.stop()) ?? null;
    }
    if (groups.length > 1)
        await parts.log.group("Look again", () => each(hosts, (host) => checkHost(deployment, host)));
    if (!isTolerated(deployment, false))
        return false;
    if (!(await runFleetHook(deployment, first, "after-deploy", inputs.hooks.afterDeploy)))
        return false;
    deployment.isCommitted = true;
    deployment.keep();
    await parts.log.group("Finish", () => each(hosts, (host) => finishHost(deployment, host)));
    return true;
}
async function switchGroup(deployment, group) {
    const { parts, deadline } = deployment;
    if (isOutOfTime(deployment, group.title))
        return false;
    const hosts = group.hosts.filter(({ hasFailed }) => !hasFailed);
    await parts.log.group(`Switch ${group.title}`, () => each(hosts, (host) => switchHost(deployment, host)));
    if (!isTolerated(deployment, group.isCanary))
        return false;
    if (group.soak === 0)
        return true;
    if (!group.isCanary) {
        await parts.log.group(`Pause for ${group.soak / 1000} s`, () => parts.clock.wait(group.soak, deadline).catch(() => undefined));
        await deployment.going(undefined);
        return true;
    }
    await parts.log.group(`Soak for ${group.soak / 1000} s`, () => each(hosts, (host) => stayHealthy(deployment, host, group.soak)));
    return isTolerated(deployment, true);
}
/** Every host that was switched goes back, the last group first, and is looked after by the user's hook. */
async function goBack(deployment) {
    const { parts, hosts, groups, inputs } = deployment;
    const order = rollbackOrder(groups, ({ isSwitched, rollback }) => isSwitched && rollback !== "done");
    for (const [index, group] of order.entries())
        await parts.log.group(`Roll back, ${index + 1} of ${order.length}`, () => each(group, (host) => rollBackHost(deployment, host)));
    for (const host of hosts.filter(({ isSwitched }) => isSwitched))
        await runFleetHook(deployment, host, "on-failure", inputs.hooks.onFailure, "back");
}
function isTolerated({ hosts, inputs }, isCanary) {
    const failed = hosts.filter(({ hasFailed }) => hasFailed).length;
    return toleratesFailures({ failed, hosts: hosts.length, isCanary, maxFailures: inputs.fleet.maxFailures });
}
function isOutOfTime({ deadline, steps }, title) {
    if (!deadline.aborted)
        return false;
    steps.push({ title, outcome: "failed", duration: 0, note: script_problem_reasonOf(deadline.reason) });
    return true;
}
/** While the others were switched, a host may have fallen back, or have been changed by somebody else. */
async function checkHost(deployment, host) {
    if (host.hasFailed)
        return;
    const problem = servedProblem(await measureHost(deployment, host, "forward"), deployment.release);
    if (problem !== undefined)
        host.fail(failureOf("measure", problem));
}
/** What every host serves, asked at the very end. Of a host that was not reached at the beginning nobody asks again. */
async function measureAll(deployment) {
    await each(deployment.hosts, (host) => phase(deployment, host, "measure", async () => {
        host.serving = await measureHost(deployment, host, "back");
        return host.serving === undefined
            ? { outcome: "failed", failure: failureOf("measure", "it does not say what it serves") }
            : { outcome: "ok", note: host.isAssumed ? "as written down: there is nothing to ask" : "" };
    }));
}
async function each(hosts, work) {
    await Promise.all(hosts.map(work));
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/deployment.js
/** One deployment while it is carried out: what was planned, with what, and how far it came. */
class Deployment {
    plan;
    inputs;
    parts;
    hosts;
    groups;
    /** Of the whole fleet: hooks. */
    steps = [];
    notes = [];
    warnings = [];
    lock = { state: "not-taken", owner: null, ownerUrl: null, note: "" };
    record;
    downtime = null;
    journal;
    /** Every gate has passed: nothing goes back any more. */
    isCommitted = false;
    /** Steps that wait for something never go on: a clean-up of a few seconds does what is left. */
    isCancelled = false;
    /** Ends what goes forward when the time of the whole deployment is over. */
    deadline;
    constructor(plan, inputs, parts, hosts, deadline) {
        this.plan = plan;
        this.inputs = inputs;
        this.parts = parts;
        this.hosts = hosts;
        this.deadline = deadline;
        this.record = plan.record;
        this.groups = plan.groups.map(({ title, hosts: names, soak }, index) => ({
            title,
            hosts: hosts.filter(({ plan: { name } }) => names.includes(name)),
            isCanary: index === 0 && inputs.fleet.canary > 0,
            soak,
        }));
    }
    get release() {
        return this.plan.release;
    }
    /** Writes down how far it came, before the step that follows. */
    keep() {
        this.journal?.write(this.entry);
    }
    get entry() {
        const names = (which) => this.hosts.filter(which).map(({ host }) => host.name);
        return {
            locked: names(({ isLocked }) => isLocked),
            switched: names(({ isSwitched, rollback }) => isSwitched && rollback !== "done"),
            isCommitted: this.isCommitted,
        };
    }
    /** Lets a step go on only while nobody cancelled the run. */
    async going(value) {
        return this.isCancelled ? new Promise(() => undefined) : value;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/host-progress.js
/** How far a deployment came on one host. The only thing that its steps change. */
class HostProgress {
    host;
    plan;
    phases;
    /** What it served when its lock was taken. Empty: nothing. */
    before;
    /** An earlier run left its switch neither finished nor undone. */
    hasLeftover = false;
    /** It serves the release, and a switch would change nothing. */
    isUnchanged = false;
    /** The lock may be ours. */
    isLocked = false;
    isPrepared = false;
    /** A switch was begun. */
    isSwitched = false;
    hasFailed = false;
    rollback = "none";
    restored;
    /** Asked at the end. */
    serving;
    /** Nothing on the host can be asked: what it serves is what was written down. */
    isAssumed = false;
    failure = null;
    constructor(host, plan) {
        this.host = host;
        this.plan = plan;
        this.phases = [...plan.phases];
        this.before = plan.before ?? "";
    }
    /** The first failure is the reason of all that follow. */
    fail(failure) {
        this.hasFailed = true;
        this.failure ??= failure;
    }
    get course() {
        const { before, restored, serving, isSwitched, hasFailed, rollback } = this;
        return { before, restored, serving, isSwitched, hasFailed, rollback };
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/carry-out.js






/**
 * Carries a plan out.
 *
 * @throws only what is refused before any host is touched: a record that is required and that GitHub does not take.
 */
async function carryOut(plan, inputs, parts) {
    const { clock, record } = parts;
    const start = clock.now();
    const late = new AbortController();
    const deployment = new Deployment(plan, inputs, parts, progressOf(plan, inputs), late.signal);
    deployment.record = await record.begin();
    const left = cleanUpPlan(deployment);
    deployment.journal = parts.openJournal(left);
    const takeBack = parts.onCancel(async () => {
        deployment.isCancelled = true;
        await cleanUpCancelled(deployment, left);
    });
    const { total } = inputs.timeouts;
    const timer = setTimeout(() => late.abort(new Error(`the deployment took longer than \`timeout\`, ${Math.round(total / 60_000)} min`)), total);
    try {
        await deploy(deployment);
    }
    finally {
        clearTimeout(timer);
        takeBack();
    }
    const result = conclude(deployment, clock.now() - start);
    return { ...result, record: await record.end(result.fails ? "failure" : "success", result.headline) };
}
function progressOf({ hosts }, inputs) {
    return hosts.map((plan) => {
        const host = inputs.hosts.find(({ name }) => name === plan.name);
        if (host === undefined)
            throw new Error(`the plan has a host ${plan.name}, and the inputs have none`);
        return new HostProgress(host, plan);
    });
}
/** What a few seconds are enough for; the rest is for `post`, and for the next run. */
async function cleanUpCancelled(deployment, left) {
    const { parts, entry, journal } = deployment;
    const { remote, log, record } = parts;
    const results = await cleanUp(left, entry, (host, script) => remote.run(host, script, { outlivesCancel: true }));
    for (const { host, isDone, note } of results)
        log[isDone ? "info" : "warning"](`Cancelled: ${host}: ${isDone ? note : `not cleaned up yet: ${note}`}.`);
    if (results.every(({ isDone }) => isDone))
        journal?.remove();
    await record.end("failure", "The run was cancelled");
}

// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/cleaning/clean-up-file.js



/** Below the private folder of a gate. The first holds variables of the user, so both are for their owner alone. */
const PLAN = "clean-up.json";
const ENTRY = "progress.json";
const UNTOUCHED = { locked: [], switched: [], isCommitted: false };
/** Keeps what a run has to clean up, so that `post` can do it when this process is killed. @param folder absolute. */
function openJournal(folder, plan) {
    (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, ENTRY), { force: true });
    write((0,external_node_path_.join)(folder, PLAN), plan);
    return {
        write: (entry) => write((0,external_node_path_.join)(folder, ENTRY), entry),
        remove: () => removeJournal(folder),
    };
}
/** @returns undefined when there is nothing to clean up. @throws Error for files that are not ours. */
function readJournal(folder) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, PLAN)))
        return undefined;
    const plan = read((0,external_node_path_.join)(folder, PLAN));
    const entry = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, ENTRY)) ? read((0,external_node_path_.join)(folder, ENTRY)) : UNTOUCHED;
    if (!Array.isArray(plan.hosts) || !Array.isArray(entry.locked) || !Array.isArray(entry.switched))
        throw new Error(`what the deployment kept in ${folder} is not as it writes it; its hosts may still be locked`);
    return { plan, entry };
}
function removeJournal(folder) {
    for (const name of [PLAN, ENTRY])
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, name), { force: true });
}
/** Whole or not at all: the process may be killed at any time. */
function write(path, value) {
    (0,file_content/* writePrivateFile */.Pl)(`${path}.new`, JSON.stringify(value));
    (0,external_node_fs_.renameSync)(`${path}.new`, path);
}
/** Only this process and its `post` write there. */
function read(path) {
    const value = JSON.parse((0,file_content/* readFile */.TA)(path).toString());
    if (typeof value !== "object" || value === null)
        throw new Error(`${path} holds no object`);
    return value;
}

// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/judge-answer.js + 2 modules
var judge_answer = __webpack_require__(6036);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/version-match.js
var version_match = __webpack_require__(5871);
;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/gates/finding.js
const PASSED = {
    problem: undefined,
    seen: "passed",
    isFinal: false,
    isCut: false,
    identity: "",
    status: null,
    body: null,
    log: "",
};
function finding_failed(problem, changes = {}) {
    return { ...PASSED, problem, seen: problem, ...changes };
}
/** Of an answer: all that is wrong with it, but for what is only shown. */
function judged(problems, seen) {
    const failing = problems.filter(({ isWarning }) => !isWarning);
    if (failing.length === 0)
        return { ...PASSED, ...seen };
    const isFinal = failing.some(({ retry }) => retry === "never");
    return finding_failed(failing.map(({ message }) => message).join("; "), { ...seen, isFinal });
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/gates/health-script.js

/** Asks Docker for the containers of that name, or else of that service. Facts: `containers`, a line each, and `output`. */
function healthScript(container, project, timeout) {
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
function readHealth(container, { exitCode, facts, tail }) {
    if (facts.failure !== undefined)
        return finding_failed(facts.failure, { isFinal: true });
    if (exitCode !== 0)
        return finding_failed(`docker ended with exit code ${exitCode}`, { log: tail });
    const lines = (facts.containers ?? "").split("\n").filter((line) => line !== "");
    if (lines.length === 0)
        return finding_failed(`no container or service is called ${container}`);
    const states = lines.map((line) => {
        const [status = "", restarts = "", health = ""] = line.split(" ");
        return { status, restarts, health };
    });
    const bad = states.find(({ status, health }) => status !== "running" || (health !== "healthy" && health !== "none"));
    // A container that dies and is started again is running whenever it is looked at.
    const identity = states.map(({ restarts }) => restarts).join(" ");
    if (bad === undefined)
        return { ...PASSED, seen: states[0].health === "none" ? "running" : "healthy", identity };
    const word = bad.status === "running" ? bad.health : bad.status;
    return finding_failed(`the container is ${word}`, { seen: word, identity, log: (facts.output ?? "").trim() });
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/gates/http-script.js
/** Bytes of an answer's body that come back from a host. */
const MAX_BODY_BYTES = 32 * 1024;
const MAX_HEAD_BYTES = 16 * 1024;
/** Milliseconds beyond the request's own limit, for the programs around it. */
const MARGIN = 5000;
/**
 * Asks on a host, by curl or, for what it can do without showing secrets in its arguments, wget. The whole request
 * travels in a variable; the answer comes back as facts, its body in hexadecimal.
 */
function httpScript(check, timeout) {
    const seconds = Math.max(1, Math.ceil(timeout / 1000));
    const { url, method, headers, body } = check;
    const isPlain = method === "GET" && headers.length === 0 && body === undefined && new URL(url).search === "";
    return {
        title: "gate",
        timeout: timeout + MARGIN,
        environment: {
            JESSY_CURL: curlConfig(check, timeout),
            JESSY_URL: isPlain ? url : "",
            JESSY_SECONDS: String(seconds),
        },
        body: http_script_BODY,
    };
}
/** As curl's manual has it, under "--config": a value stands in quotes, with four escapes. */
function curlConfig({ url, method, headers, body }, timeout) {
    const option = (name, value) => `${name} = "${value.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t")}"`;
    return [
        option("url", url),
        method === "HEAD" ? "head" : option("request", method),
        ...headers.map(([name, value]) => option("header", value === "" ? `${name};` : `${name}: ${value}`)),
        ...(body === undefined ? [] : [option("data-raw", body)]),
        option("max-time", (timeout / 1000).toFixed(3)),
        option("noproxy", "*"),
        option("proto", "=http,https"),
        "silent",
        "show-error",
        "globoff",
        "",
    ].join("\n");
}
const http_script_BODY = `unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
gate=$(mktemp -d) || { fact failure 'no temporary file can be made'; exit 0; }
trap 'rm -rf "$gate"' EXIT
trap 'exit 143' TERM
: >"$gate/head"
: >"$gate/error"
if command -v curl >/dev/null 2>&1; then
  fact program curl
  { printf '%s' "$JESSY_CURL" | curl -q --config - --dump-header "$gate/head" 2>"$gate/error" || printf '%s' "$?" >"$gate/exit"; } |
    head -c ${MAX_BODY_BYTES + 1} >"$gate/body"
elif [ -z "$JESSY_URL" ]; then
  fact failure 'curl is not on the host, and wget would show the request in its arguments'
  exit 0
elif command -v wget >/dev/null 2>&1; then
  fact program wget
  case $(wget --version 2>/dev/null) in
    *GNU*) set -- wget --content-on-error --max-redirect=0 --tries=1 --no-proxy --no-config -T "$JESSY_SECONDS" ;;
    *)
      # busybox: its own limit of time crashes in some versions.
      set -- wget
      ! command -v timeout >/dev/null 2>&1 || set -- timeout "$JESSY_SECONDS" wget
      case $JESSY_URL in https:*)
        fact failure 'neither curl nor GNU wget is on the host, and no other one checks certificates'
        exit 0 ;;
      esac ;;
  esac
  { "$@" -q -S -O - "$JESSY_URL" 2>"$gate/error" || printf '%s' "$?" >"$gate/exit"; } |
    head -c ${MAX_BODY_BYTES + 1} >"$gate/body"
  cp "$gate/error" "$gate/head"
else
  fact failure 'neither curl nor wget is on the host'
  exit 0
fi
[ ! -s "$gate/exit" ] || fact exit "$(cat "$gate/exit")"
fact head "$(head -c ${MAX_HEAD_BYTES} "$gate/head")"
fact error "$(tail -n 1 "$gate/error" | head -c 500)"
fact body "$(od -An -v -tx1 "$gate/body" | tr -d ' \\n')"
`;
/** Reads the facts of a script that ended by itself. */
function readAnswer({ facts }) {
    if (facts.failure !== undefined)
        return { kind: "unfit", message: facts.failure };
    const exit = facts.exit ?? "0";
    const { status, headers } = readHead(facts.head ?? "", facts.program === "wget");
    const body = Buffer.from(facts.body ?? "", "hex");
    const isCut = body.length > MAX_BODY_BYTES;
    // A body that was cut ends curl by a signal or a write error; its head is whole.
    if (status !== undefined && (exit === "0" || isCut || facts.program === "wget"))
        return { kind: "answer", status, headers, body: body.subarray(0, MAX_BODY_BYTES), isCut };
    const message = (facts.error ?? "")
        .replace(/^curl: \(\d+\) /, "")
        .replace(/^wget: /, "")
        .trim();
    return {
        kind: "failure",
        failure: http_script_failureOf(exit, message),
        message: message === "" ? `exit code ${exit}` : message,
    };
}
/** Of several heads (100 Continue) curl's last is the answer's; wget may have followed a redirect, so its first is. */
function readHead(head, isFirst) {
    const lines = head.split(/\r?\n/).map((line) => line.trim());
    const starts = lines.flatMap((line, at) => (/HTTP\/[\d.]+ [1-5]\d\d(?: |$)/.test(line) ? [at] : []));
    const start = (isFirst ? starts[0] : starts.at(-1)) ?? -1;
    const status = /HTTP\/[\d.]+ (\d{3})/.exec(lines[start] ?? "")?.[1];
    const headers = {};
    for (const line of lines.slice(start + 1)) {
        const [, name, value = ""] = /^([\w!#$%&'*+.^`|~-]+):\s*(.*)$/.exec(line) ?? [];
        if (name === undefined)
            break;
        const key = name.toLowerCase();
        headers[key] = Object.hasOwn(headers, key) ? `${headers[key]}, ${value}` : value;
    }
    return { status: status === undefined ? undefined : Number(status), headers };
}
/** curl's, those of the two kinds of timeout(1), and SIGKILL. */
const TIMEOUT_CODES = ["28", "124", "143", "137"];
/** curl's exit codes (its manual, "EXIT CODES"), and the words of wget, which has one code for many. */
function http_script_failureOf(exit, message) {
    if (exit === "6" || /resolve|bad address/i.test(message))
        return "name";
    if (exit === "7" || /refused/i.test(message))
        return "refused";
    if (TIMEOUT_CODES.includes(exit) || /timed? ?out/i.test(message))
        return "timeout";
    return exit === "51" || exit === "60" || /certificate/i.test(message) ? "certificate" : "reset";
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/gates/port-script.js
/** Connects to a port of the host itself, over IPv4 or IPv6. Exit code 0: something takes connections. */
function portScript(port, timeout) {
    return { title: "gate", timeout, environment: { JESSY_PORT: String(port) }, body: port_script_BODY };
}
/** Without bash nothing that is on every host connects and says how that ended, so the kernel's table is read. */
const port_script_BODY = `if command -v bash >/dev/null 2>&1; then
  for address in 127.0.0.1 ::1; do
    bash -c ': 3<>"/dev/tcp/$1/$2"' bash "$address" "$JESSY_PORT" 2>/dev/null && exit 0
  done
  exit 1
fi
[ -r /proc/net/tcp ] || { fact failure 'neither bash nor /proc/net/tcp is on the host; write a command as gate'; exit 0; }
port=$(printf '%04X' "$JESSY_PORT")
cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -qE "^ *[0-9]+: [0-9A-F]+:$port [0-9A-F]+:0000 0A "
`;

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/gates/ask-host.js







/** Asks a gate once, on the host itself. */
async function askHost(gate, host, remote, asking) {
    const end = await remote.run(host, scriptOf(gate, asking), { signal: asking.signal });
    if (end.kind === "lost")
        return finding_failed(`the connection to the host was lost: ${end.message}`, { log: end.tail });
    if (end.kind === "timeout")
        return finding_failed(`no answer in ${durationText(asking.timeout)}`, { log: end.tail, isCut: true });
    switch (gate.kind) {
        case "http":
            return readHttp(gate.check, end, asking);
        case "tcp":
            return readPort(end);
        case "health":
            return readHealth(gate.container, end);
        case "command":
            return readCommand(end, asking.version);
    }
}
function scriptOf(gate, { environmentVariables, timeout, project }) {
    switch (gate.kind) {
        case "http":
            return httpScript(gate.check, Math.min(gate.check.timeout, timeout));
        case "tcp":
            return portScript(gate.port, timeout);
        case "health":
            return healthScript(gate.container, project, timeout);
        case "command":
            return { title: "gate", body: gate.script, environment: environmentVariables, timeout };
    }
}
function readHttp(check, end, { version, now, timeout }) {
    if (end.exitCode !== 0)
        return finding_failed(`asking ended with exit code ${end.exitCode}`, { log: end.tail });
    const answer = readAnswer(end);
    if (answer.kind === "unfit")
        return finding_failed(answer.message, { isFinal: true });
    // The host measures no phases: the whole script is the request's time, which is never too short.
    const timing = { lookup: undefined, connect: undefined, tls: undefined, firstByte: undefined, total: end.duration };
    const common = { address: "", timing };
    const outcome = answer.kind === "answer"
        ? { ...answer, ...common, certificate: undefined, redirects: [] }
        : { ...answer, ...common, phase: "connect" };
    const seen = outcome.kind === "answer" ? seenOf(outcome.status, outcome.body) : { seen: outcome.failure };
    const isCut = timeout < check.timeout && outcome.kind === "failure" && outcome.failure === "timeout";
    return judged((0,judge_answer/* judgeAnswer */._)(check, outcome, { version, now }), { ...seen, isCut });
}
/** Characters of a body that a result keeps. */
const MAX_BODY_CHARACTERS = 4000;
function seenOf(status, body) {
    const text = Buffer.from(body.subarray(0, MAX_BODY_CHARACTERS * 4))
        .toString()
        .slice(0, MAX_BODY_CHARACTERS);
    return { seen: String(status), status, body: text };
}
function readPort({ exitCode, facts, tail }) {
    if (facts.failure !== undefined)
        return finding_failed(facts.failure, { isFinal: true });
    return exitCode === 0 ? { ...PASSED, seen: "open" } : finding_failed("nothing takes connections", { log: tail });
}
/** A script may say by `fact version VALUE` what it found. */
function readCommand({ exitCode, facts, tail }, version) {
    if (exitCode !== 0)
        return finding_failed(`exit code ${exitCode}`, { log: tail });
    const found = facts.version;
    if (version === undefined || found === undefined || (0,version_match/* isSameVersion */.p)(found, version))
        return { ...PASSED, log: tail };
    return finding_failed(`the version is \`${found.slice(0, 80)}\`, not \`${version}\``, { log: tail });
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/addresses.js
var probe_addresses = __webpack_require__(8661);
// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/probe.js + 7 modules
var probe = __webpack_require__(4482);
// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/attempt.js
var probe_attempt = __webpack_require__(5884);
// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/connect.js
var connect = __webpack_require__(127);
// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/limited.js
var limited = __webpack_require__(9975);
// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/lookup.js
var lookup = __webpack_require__(5211);
// EXTERNAL MODULE: ./build/js/packages/kit/src/probe/words.js
var words = __webpack_require__(44);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/probe/probe-port.js





/**
 * Connects once, says nothing, and closes. Whatever keeps a connection from being made is the outcome.
 *
 * @param host a name or an IP address, without brackets. @param timeout milliseconds, of the lookup too.
 * @throws the reason of `signal`, and nothing else.
 */
async function probePort(host, port, timeout, signal) {
    const attempt = new probe_attempt/* Attempt */.U((0,words/* hostAndPort */.PG)(host, port));
    return (0,limited/* limited */.T)(attempt, timeout, signal, async () => {
        const addresses = await (0,lookup/* lookUp */.T)(host, undefined);
        attempt.mark("lookup");
        await (0,connect/* connect */.N)(addresses, port, attempt);
        return { kind: "open", address: attempt.address ?? host, timing: attempt.timing() };
    });
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/gates/ask-runner.js






const ask_runner_MAX_BODY_BYTES = 1_048_576;
/** Milliseconds for a connection to a port. */
const PORT_TIMEOUT = 5000;
/** Asks a gate once from the runner, at the host's own address: a name may lead to any host of the fleet. */
async function askRunner(gate, host, asking) {
    const { version, now, timeout, signal } = asking;
    if (gate.kind === "tcp") {
        const port = await probePort(host.address, gate.port, Math.min(PORT_TIMEOUT, timeout), signal);
        return port.kind === "open" ? { ...PASSED, seen: "open" } : finding_failed(port.message, { seen: port.failure });
    }
    const { check } = gate;
    const url = new URL(check.url);
    const limit = Math.min(check.timeout, timeout);
    const addresses = await (0,probe_addresses/* addressesOf */.s)(addressUrl(host), undefined, limit);
    if ("kind" in addresses)
        return finding_failed(addresses.message, { seen: addresses.failure });
    const outcome = await (0,probe/* probe */.d)({
        method: check.method,
        url,
        headers: check.headers,
        body: check.body,
        address: addresses[0],
        family: undefined,
        timeout: limit,
        maxBodyBytes: ask_runner_MAX_BODY_BYTES,
        redirect: check.redirect,
        certificateAuthority: undefined,
        allowsMetadata: false,
    }, signal);
    const seen = outcome.kind === "answer" ? seenOf(outcome.status, outcome.body) : { seen: outcome.failure };
    const isCut = timeout < check.timeout && outcome.kind === "failure" && outcome.failure === "timeout";
    return judged((0,judge_answer/* judgeAnswer */._)(check, outcome, { version, now }), { ...seen, isCut });
}
function addressUrl({ address }) {
    return new URL(`http://${address.includes(":") ? `[${address}]` : address}/`);
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/gates/pass-gate.js




/** Milliseconds that a question must have: one that is cut off by the deadline hides what the host really answers. */
const LEAST_TIME = 250;
/** A gate asks until it has passed as often in a row as asked for, or its deadline is over. */
function gatePasser(inputs, parts) {
    const { remote, clock, release } = parts;
    const ask = parts.ask ??
        ((gate, host, asking) => "from" in gate && gate.from === "runner"
            ? askRunner(gate, host, asking)
            : askHost(gate, host, remote, asking));
    return async (gate, host, options) => {
        const course = new Course(gate, inputs.gateTiming.passes);
        const start = clock.now();
        const { deadline, interval } = inputs.gateTiming;
        try {
            for (;;) {
                const left = start + deadline - clock.now();
                const asking = askingOf(inputs, { host, release, left, signal: options.signal });
                const line = course.add(await ask(gate, host, asking));
                if (line !== undefined)
                    options.onLine(line);
                if (course.hasPassed)
                    return { passed: true, note: course.note };
                if (course.isHopeless || start + deadline - clock.now() - interval < LEAST_TIME)
                    break;
                await clock.wait(interval, options.signal);
            }
        }
        catch (error) {
            if (!options.signal.aborted)
                throw error;
            return course.failure(clock.now() - start, "when the time of the deployment was over");
        }
        return course.failure(clock.now() - start);
    };
}
function askingOf({ version, environmentVariables, deploy, path }, { host, release, left, signal, }) {
    const project = deploy.mode === "compose" ? deploy.project || path.split("/").at(-1) : undefined;
    const ours = { JESSY_RELEASE: release, JESSY_HOST: host.name, JESSY_PATH: path, JESSY_VERSION: version ?? "" };
    return {
        version,
        environmentVariables: { ...environmentVariables, ...ours },
        project,
        timeout: left,
        now: Date.now(),
        signal,
    };
}
/** All answers of one gate on one host. */
class Course {
    #name;
    #wanted;
    #passes = 0;
    #mostPasses = 0;
    #asked = 0;
    #last;
    /** The last that did not pass: of a flapping service the one that matters. */
    #failure;
    constructor(gate, passes) {
        this.#name = gateName(gate);
        this.#wanted = Math.max(passes, gate.kind === "http" ? gate.check.passes : 1);
    }
    /** @returns a line for the log when the answer is another one than before. */
    add(finding) {
        const isOther = this.#last === undefined || this.#last.problem !== finding.problem;
        const isRestarted = this.#last !== undefined && this.#last.identity !== finding.identity;
        this.#passes = finding.problem !== undefined ? 0 : isRestarted ? 1 : this.#passes + 1;
        this.#mostPasses = Math.max(this.#mostPasses, this.#passes);
        this.#asked += 1;
        this.#last = finding;
        if (finding.problem !== undefined && !(finding.isCut && this.#failure !== undefined))
            this.#failure = finding;
        return isOther ? `${this.#name}: ${finding.problem ?? finding.seen}` : undefined;
    }
    get hasPassed() {
        return this.#passes >= this.#wanted;
    }
    get isHopeless() {
        return this.#last?.isFinal ?? false;
    }
    get note() {
        const times = this.#wanted === 1 ? "" : ` ${this.#wanted} times in a row`;
        return `${this.#name}: ${this.#last?.seen ?? ""}${times}${this.#asked > this.#wanted ? `, asked ${this.#asked} times` : ""}`;
    }
    failure(time, ending = "") {
        const { problem, status = null, body = null, log = "" } = this.#failure ?? {};
        const what = problem ?? (this.#asked === 0 ? "it was not asked" : "it passed, and not often enough");
        const often = this.#asked > 1 ? `, asked ${this.#asked} times in ${durationText(time)}` : "";
        const flapping = this.#mostPasses > 0 ? `, passed at most ${this.#mostPasses} of ${this.#wanted} times in a row` : "";
        const message = `${this.#name}: ${what}${often}${flapping}${ending === "" ? "" : `, ${ending}`}`;
        return { passed: false, message, status, body, log };
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/gates/outages.js
/**
 * What requests to one target met. What was lost before the first answer is not counted: a service that was not there
 * cannot be interrupted. An outage lasts from the first lost request to the next answer; one without an end lasts
 * until the last request gave up.
 */
class Outages {
    #requests = 0;
    #lost = 0;
    #ended = 0;
    #since;
    #until = 0;
    add({ at, until, isAnswered }) {
        if (this.#requests === 0 && !isAnswered)
            return;
        this.#requests += 1;
        this.#until = until;
        if (!isAnswered) {
            this.#lost += 1;
            this.#since ??= at;
        }
        else if (this.#since !== undefined) {
            this.#ended += until - this.#since;
            this.#since = undefined;
        }
    }
    get requests() {
        return this.#requests;
    }
    get lost() {
        return this.#lost;
    }
    get milliseconds() {
        return this.#ended + (this.#since === undefined ? 0 : this.#until - this.#since);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/gates/watch-downtime.js




/** Milliseconds from the start of one request to the next. */
const INTERVAL = 50;
/** Milliseconds after which a request is lost. */
const watch_downtime_TIMEOUT = 2000;
/** Hosts that are asked all the time; more would measure the runner. */
const MOST_TARGETS = 20;
/** Whom a probe asks during the switches; empty: there is nothing that the runner can ask. Pure. */
function downtimeTargets({ probeUrl, gates, hosts }) {
    if (probeUrl !== undefined)
        return [{ url: new URL(probeUrl), host: undefined }];
    const gate = gates.find((each) => each.kind === "http" && each.from === "runner" && each.check.method === "GET");
    if (gate?.kind !== "http")
        return [];
    return hosts.slice(0, MOST_TARGETS).map((host) => ({ url: new URL(gate.check.url), host }));
}
/** What starts a watch; undefined: there is nothing that the runner can ask. */
function downtimeWatcher(inputs, clock) {
    const targets = downtimeTargets(inputs);
    return targets.length === 0 ? undefined : () => watchDowntime(targets, clock);
}
/** Starts to ask all targets, each with a fresh connection every 50 ms, until it is stopped. */
function watchDowntime(targets, clock, ask = askTarget) {
    const stopping = new AbortController();
    const watched = targets.map((target) => ({ target, outages: new Outages() }));
    const running = watched.map(async ({ target, outages }) => {
        while (!stopping.signal.aborted) {
            const at = clock.now();
            const isAnswered = await ask(target, stopping.signal).catch(() => undefined);
            // Whether the last one would have been answered, nobody knows.
            if (isAnswered === undefined || (stopping.signal.aborted && !isAnswered))
                break;
            outages.add({ at, until: clock.now(), isAnswered });
            await clock.wait(Math.max(0, at + INTERVAL - clock.now()), stopping.signal).catch(() => undefined);
        }
    });
    return {
        async stop() {
            stopping.abort(new Error("the switches are over"));
            await Promise.all(running);
            const known = watched.map(({ outages }) => outages).filter(({ requests }) => requests > 0);
            // No service answered before or after: there was none that could be down.
            if (known.length === 0)
                return null;
            return {
                requests: known.reduce((sum, { requests }) => sum + requests, 0),
                lost: known.reduce((sum, { lost }) => sum + lost, 0),
                milliseconds: Math.ceil(Math.max(...known.map(({ milliseconds }) => milliseconds))),
            };
        },
    };
}
/** An error of the server is an answer that nobody wanted; a refusal or a redirect is the service at work. */
async function askTarget({ url, host }, signal) {
    const addresses = host === undefined ? undefined : await (0,probe_addresses/* addressesOf */.s)(addressUrl(host), undefined, watch_downtime_TIMEOUT);
    if (addresses !== undefined && "kind" in addresses)
        return false;
    const request = {
        method: "GET",
        url,
        headers: [["cache-control", "no-cache"]],
        body: undefined,
        address: addresses?.[0],
        family: undefined,
        timeout: watch_downtime_TIMEOUT,
        maxBodyBytes: 1024,
        redirect: "none",
        certificateAuthority: undefined,
        allowsMetadata: false,
    };
    const outcome = await (0,probe/* probe */.d)(request, signal);
    return outcome.kind === "answer" && outcome.status < 500;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/github/error.js
var github_error = __webpack_require__(5876);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/shape.js
var shape = __webpack_require__(8135);
;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/locking/owner-state.js


/** Milliseconds that GitHub may take to say whether a run still runs. */
const PATIENCE = 20_000;
const RUN = (0,shape.object)({ status: shape.text, run_attempt: shape.id });
const JOBS = (0,shape.object)({ jobs: (0,shape.list)((0,shape.object)({ status: shape.text, runner_name: (0,shape.optional)(shape.text) })) });
/**
 * Whether the run that holds a lock still runs, asked from GitHub. A later attempt begins only when the earlier one has
 * ended. Of a run that goes on, the job on the owner's runner may have ended: it was killed there, or it failed.
 *
 * @param own our own lock: another one of the same job on the same runner is of an earlier step, which has ended.
 */
async function owner_state_ownerState(owner, own, io, token) {
    if (owner.repository === "" || !/^\d+$/.test(owner.runId))
        return { state: "unknown", why: "it was not taken by a run on GitHub" };
    if (owner.serverUrl !== io.event().serverUrl)
        return { state: "unknown", why: `its run is on another server, ${owner.serverUrl}` };
    const isSameJob = owner.runId === own.runId && owner.runAttempt === own.runAttempt && owner.runner === own.runner;
    if (isSameJob && owner.repository === own.repository && own.runner !== "")
        return { state: "ended", how: "it was an earlier step of this job" };
    if (token === "")
        return { state: "unknown", why: "`github-token` is empty, so GitHub was not asked about its run" };
    const [account = "", name = ""] = owner.repository.split("/");
    const path = { owner: account, repo: name, run_id: owner.runId };
    try {
        const github = (await io.github()).within(PATIENCE);
        const run = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", path, RUN);
        if (run.run_attempt > owner.runAttempt)
            return { state: "ended", how: `attempt ${run.run_attempt} has begun` };
        if (run.status === "completed")
            return { state: "ended", how: "the run is completed" };
        if (owner.runner === "")
            return { state: "running" };
        const { jobs } = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs", { ...path, attempt_number: owner.runAttempt, per_page: 100 }, JOBS);
        const mine = jobs.filter(({ runner_name }) => runner_name === owner.runner);
        return mine.length > 0 && mine.every(({ status }) => status === "completed")
            ? { state: "ended", how: "its job is completed" }
            : { state: "running" };
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y))
            throw error;
        return {
            state: "unknown",
            why: error.status === 404
                ? "GitHub does not show its run to this token"
                : `GitHub did not say whether its run still runs (${error.message})`,
        };
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/records/deployment-record.js


/** Milliseconds that GitHub may take for a record while hosts wait. */
const deployment_record_PATIENCE = 20_000;
/**
 * What GitHub shows of an environment. A job with `environment:` has a record that GitHub makes and ends itself, and whose last status
 * replaces ours (hephaestus-build/Hephaestus#1828), so then none is made.
 */
class DeploymentRecord {
    #deployments;
    #inputs;
    #facts;
    #io;
    #result;
    /** Asks GitHub whether the job has a record. @throws UserError where one is required and cannot be made. */
    static async open(inputs, facts, io) {
        if (inputs.record === "never" || inputs.environment === "")
            return new DeploymentRecord(inputs, facts, io, { state: "not-asked", id: null, note: "" });
        if (inputs.token === "")
            return new DeploymentRecord(inputs, facts, io, missing(inputs, "`github-token` is empty"));
        const { Deployments } = await __webpack_require__.e(/* import() */ 522).then(__webpack_require__.bind(__webpack_require__, 7522));
        const deployments = new Deployments((await io.github()).within(deployment_record_PATIENCE), facts.repository);
        try {
            const own = await deployments.ofRun(inputs.environment, facts.commit, facts.runId);
            if (own === undefined)
                return new DeploymentRecord(inputs, facts, io, UNWRITTEN, deployments);
            const note = "GitHub keeps the record of the job's `environment:`; to have one with these hosts, write `deployment: false` there";
            return new DeploymentRecord(inputs, facts, io, { state: "job-environment", id: String(own), note });
        }
        catch (error) {
            return new DeploymentRecord(inputs, facts, io, refused(inputs, error));
        }
    }
    constructor(inputs, facts, io, result, deployments) {
        this.#inputs = inputs;
        this.#facts = facts;
        this.#io = io;
        this.#result = result;
        this.#deployments = deployments;
    }
    get result() {
        return this.#result;
    }
    /** Before a host is touched. @throws UserError where a record is required and cannot be made. */
    async begin() {
        if (this.#deployments === undefined)
            return this.#result;
        const { commit, release, runUrl } = this.#facts;
        const { environment } = this.#inputs;
        try {
            const id = await this.#deployments.create({
                ref: commit,
                environment,
                description: `Deploying ${release}`,
                payload: { release },
            });
            // From here on there is something to end, whatever happens.
            this.#result = { state: "written", id: String(id), note: "" };
            await this.#deployments.setStatus(id, {
                state: "in_progress",
                logUrl: runUrl,
                description: `Deploying ${release}`,
            });
        }
        catch (error) {
            if (this.#result.id === null)
                this.#result = refused(this.#inputs, error);
            else
                this.#failed(error);
        }
        return this.#result;
    }
    /**
     * The hosts are as they are: what GitHub refuses now is a note. A success also ends earlier records of the environment, which GitHub does
     * not do for production.
     *
     * @param description at most 140 code points are shown.
     */
    async end(state, description) {
        const { id } = this.#result;
        if (this.#deployments === undefined || id === null)
            return this.#result;
        const { runUrl } = this.#facts;
        const { environment, environmentUrl } = this.#inputs;
        try {
            await this.#deployments.setStatus(Number(id), {
                state,
                logUrl: runUrl,
                description,
                ...(state === "success" && environmentUrl !== undefined && { environmentUrl }),
            });
            if (state !== "success")
                return this.#result;
            for (const earlier of await this.#deployments.activeBefore(environment, Number(id)))
                await this.#deployments.setStatus(earlier, {
                    state: "inactive",
                    logUrl: runUrl,
                    description: `Replaced by ${this.#facts.release}`,
                });
        }
        catch (error) {
            this.#failed(error);
        }
        return this.#result;
    }
    #failed(error) {
        if (!(error instanceof github_error/* GitHubError */.y))
            throw error;
        this.#io.log.warning(`GitHub's record of this deployment is not up to date: ${error.message}`);
        this.#result = { ...this.#result, state: "failed", note: error.message };
    }
}
const UNWRITTEN = { state: "not-asked", id: null, note: "" };
/** @throws UserError where a record is required, and errors that are not GitHub's. */
function refused(inputs, error) {
    if (!(error instanceof github_error/* GitHubError */.y))
        throw error;
    if (error.status === 403 || error.status === 404)
        return missing(inputs, "the token may not write deployments; add `deployments: write` to the job's `permissions`");
    if (inputs.record === "required")
        throw required(error.message);
    return { state: "failed", id: null, note: error.message };
}
/** @throws UserError where a record is required. */
function missing({ record }, reason) {
    if (record === "required")
        throw required(reason);
    return { state: "no-permission", id: null, note: `No deployment record on GitHub: ${reason}.` };
}
const required = (reason) => new user_error/* UserError */.y(`input \`record\` is \`required\`, and GitHub has no record of this deployment: ${reason}`);

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/deploying/real-parts.js










const CLOCK = {
    now: () => external_node_perf_hooks_.performance.now(),
    wait: async (time, signal) => {
        await (0,promises_.setTimeout)(time, undefined, { signal });
    },
};
/** What a plan is carried out with, in a real run. @throws UserError for a record that is required and cannot be made. */
async function realParts(plan, inputs, io, remote) {
    const { release, image, commit, repository, runUrl, serverUrl = io.event().serverUrl } = plan;
    const owner = lockOwner({ serverUrl, repository, runUrl, release }, io.environment);
    const targets = downtimeTargets(inputs);
    return {
        remote,
        scripts: modeScripts(inputs, release, image),
        transfer: openTransfer(inputs, release, io),
        passGate: gatePasser(inputs, { remote, release, clock: CLOCK }),
        watchDowntime: targets.length === 0 ? undefined : () => watchDowntime(targets, CLOCK),
        record: await DeploymentRecord.open(inputs, { commit, repository, runUrl, runId: owner.runId, release }, io),
        owner,
        ownerState: (other) => owner_state_ownerState(other, owner, io, inputs.token),
        openJournal: (left) => openJournal(io.temporary, left),
        onCancel: io.onCancel,
        log: io.log,
        clock: CLOCK,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/execute.js



/** Takes the fleet to the release, or back. A plan that was refused, and a dry run, are left as they are. */
async function execute(plan, inputs, io) {
    if (plan.outcome !== "planned" || inputs.dryRun)
        return plan;
    const remote = remoteOf(io);
    try {
        return await carryOut(plan, inputs, await realParts(plan, inputs, io, remote));
    }
    finally {
        await remote.close();
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/inputs/check-together.js
/** What is right alone and wrong together. */
function checkTogether(reader, inputs) {
    const { gates, gateTiming, deploy, timeouts, dryRun } = inputs;
    const shortest = gateTiming.interval * (gateTiming.passes - 1);
    if (gates.length > 0 && shortest >= gateTiming.deadline)
        reader.problem("gate-deadline", `is ${gateTiming.deadline} ms and ends before ${gateTiming.passes} answers can be asked, ${gateTiming.interval} ms apart; raise it, or lower \`gate-passes\``);
    for (const gate of gates) {
        if (gate.kind === "http" && gate.check.timeout > gateTiming.deadline)
            reader.problem("gates", `has a \`timeout=\` that is longer than \`gate-deadline\`, after which no answer counts; write at most ${gateTiming.deadline} ms`);
        if (gate.kind === "health" && deploy.mode !== "compose" && deploy.mode !== "docker")
            reader.problem("gates", `asks for the health of a container, and \`mode\` is \`${deploy.mode}\``);
    }
    if (deploy.mode === "command" && deploy.rollback === "" && !dryRun && gates.length > 0)
        reader.problem("rollback", "is empty: a host whose gate fails could not go back; write what undoes `switch`, or `:`");
    checkVersion(reader, inputs);
    if (timeouts.connect > timeouts.total)
        reader.problem("connect-timeout", "is longer than `timeout`; lower it");
}
/** A version that is asked for, and a place where it is told, belong together. */
function checkVersion(reader, { version, gates, deploy }) {
    const places = gates.filter((gate) => gate.kind === "http" && gate.check.expect.version !== undefined);
    if (version === undefined && places.length > 0)
        reader.problem("version", "is empty, and a gate says where a host tells it; write `version: ${{ github.sha }}`");
    const isAsked = gates.some(({ kind }) => kind === "command") || (deploy.mode === "command" && deploy.serving !== "");
    // A gate that cannot be read is its own problem.
    const areRead = reader.string("gates") === "" || gates.length > 0;
    if (version !== undefined && places.length === 0 && !isAsked && areRead)
        reader.problem("version", "is set, and no gate says where a host tells its version; add `version=$.commit` to one, or the like");
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/inputs/read-addresses.js
/** An address for people and probes. One with a user name or password is wrong, and never shown. */
function readWebAddress(reader, name, example) {
    const text = reader.optional(name);
    if (text === undefined)
        return undefined;
    const url = URL.canParse(text) && !/[\s\p{Cc}]/u.test(text) ? new URL(text) : undefined;
    if (url !== undefined && (url.username !== "" || url.password !== ""))
        reader.problem(name, `has a user name or password in its address; write it without, such as \`${example}\``);
    else if (url === undefined || !/^https?:$/.test(url.protocol))
        reader.wrong(name, text, `an address such as \`${example}\``);
    else
        return url.href;
    return undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/inputs/read-durations.js
const read_durations_SECOND = 1000;
const read_durations_MINUTE = 60 * read_durations_SECOND;
const HOUR = 60 * read_durations_MINUTE;
const DAY = 24 * HOUR;
/** GitHub ends a job on its own runners after six hours. */
const read_durations_LONGEST = 350 * read_durations_MINUTE;
/** Every time of a deployment, in milliseconds. None may be longer than all of it; a default ends with it. */
function readDurations(reader) {
    const total = between(reader, "timeout", 30 * read_durations_MINUTE, read_durations_MINUTE, read_durations_LONGEST, "`1m` to `350m`");
    const upToAll = (name, fallback, least, words) => {
        const duration = between(reader, name, fallback, least, read_durations_LONGEST, words);
        // The runner hands over the default as if it were written.
        if (duration === fallback)
            return Math.min(duration, total);
        if (duration > total)
            reader.problem(name, "is longer than `timeout`, which ends the whole deployment; raise that");
        return duration;
    };
    return {
        gateTiming: {
            deadline: upToAll("gate-deadline", read_durations_MINUTE, read_durations_SECOND, "`1s` to `350m`"),
            interval: between(reader, "gate-interval", read_durations_SECOND, 100, read_durations_MINUTE, "`100ms` to `1m`"),
            passes: reader.integer("gate-passes", { min: 1, max: 100 }, 3),
        },
        timeouts: {
            connect: between(reader, "connect-timeout", 15 * read_durations_SECOND, read_durations_SECOND, 5 * read_durations_MINUTE, "`1s` to `5m`"),
            script: upToAll("script-timeout", 10 * read_durations_MINUTE, read_durations_SECOND, "`1s` to `350m`"),
            total,
        },
        lockWait: upToAll("lock-wait", 10 * read_durations_MINUTE, 0, "`0s` to `350m`"),
        staleAfter: between(reader, "lock-stale-after", 6 * HOUR, read_durations_MINUTE, 30 * DAY, "`1m` to `30d`"),
        soak: upToAll("soak", 0, 0, "`0s` to `350m`"),
        pause: upToAll("pause", 0, 0, "`0s` to `350m`"),
    };
}
function between(reader, name, fallback, least, most, words) {
    const duration = reader.duration(name, fallback);
    if (duration >= least && duration <= most)
        return duration;
    reader.wrong(name, reader.string(name), `a duration from ${words}`);
    return fallback;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/inputs.js
var inputs = __webpack_require__(7770);
;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/inputs/read-fleet.js


/** More hosts than anybody writes into a list. */
const MOST_HOSTS = 1000;
/** @param hosts how many there are; 0: the list could not be read. */
function readFleet(reader, hosts, times) {
    const canary = reader.integer("canary", { min: 0, max: MOST_HOSTS }, 0);
    if (hosts > 0 && canary >= hosts && canary > 0)
        reader.problem("canary", `is ${canary}, and \`hosts\` has ${hosts}: no host would be left to follow it; write less, or leave it out`);
    if (times.soak > 0 && canary === 0)
        reader.problem("soak", "is set, and `canary` is 0: nothing is watched; write `canary: 1`, or leave it out");
    const batches = readBatches(reader);
    if (times.pause > 0 && hosts > 0 && canary === 0 && batches.length === 1 && hostsOf(batches[0], hosts) >= hosts)
        reader.problem("pause", "is set, and all hosts are switched at once; write `batches`, such as `1`, or leave it out");
    return { canary, batches, ...times, maxFailures: readMaxFailures(reader) };
}
function readBatches(reader) {
    const words = reader.list("batches").flatMap((line) => line.split(/[\s,]+/).filter((word) => word !== ""));
    const sizes = words.flatMap((word) => {
        const size = batchSize(word);
        if (size !== undefined && hostsOf(size, MOST_HOSTS) > 0)
            return [size];
        reader.problem("batches", `has ${(0,inputs/* quote */.hD)(word)}; write numbers or percentages above 0, such as \`1, 25%, 100%\``);
        return [];
    });
    return sizes.length === 0 ? [{ percent: 100 }] : sizes;
}
function readMaxFailures(reader) {
    const text = reader.string("max-failures");
    const size = text === "" ? { hosts: 0 } : batchSize(text);
    if (size !== undefined && !("percent" in size && size.percent === 100))
        return size;
    if (size === undefined)
        reader.wrong("max-failures", text, "a number or a percentage of hosts, such as `0` or `10%`");
    else
        reader.problem("max-failures", "is `100%`: a deployment that failed everywhere would pass; write less");
    return { hosts: 0 };
}
/** `3` or `25%`. */
function batchSize(word) {
    const [, digits = "", sign] = /^(\d{1,4})(%?)$/.exec(word) ?? [];
    if (digits === "")
        return undefined;
    const number = Number(digits);
    if (sign === "%")
        return number <= 100 ? { percent: number } : undefined;
    return number <= MOST_HOSTS ? { hosts: number } : undefined;
}

// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/grammar/check-fields.js + 6 modules
var check_fields = __webpack_require__(8825);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/grammar/check-line.js
var check_line = __webpack_require__(8176);
// EXTERNAL MODULE: ./build/js/packages/deployment/src/checks/references.js
var references = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/js/packages/reading/src/yaml.js
var yaml = __webpack_require__(2149);
;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/inputs/read-gates.js






/** More than this is a test suite, and every gate is asked on every host. */
const MOST_GATES = 20;
/** Milliseconds for one answer, unless the gate says otherwise, or its deadline is shorter. */
const DEFAULT_TIMEOUT = 5000;
/**
 * What a host must answer after its switch: a gate a line, or YAML with a list of them. An address
 * (`http://127.0.0.1:8080/health`, with all that a check of smoke-test can say), `tcp PORT`, `health CONTAINER` or
 * `command SCRIPT`. Addresses and ports are asked on the host itself; with `runner` from the runner, at the host's own
 * address.
 *
 * @param deadline milliseconds that a host has for all of them: no request waits longer unless its gate says so.
 */
function readGates(reader, variables, deadline) {
    const text = reader.string("gates");
    const problems = [];
    const defaults = { timeout: Math.min(DEFAULT_TIMEOUT, deadline), redirect: "none", passes: 1 };
    const gates = isYaml(text)
        ? yamlGates(text, defaults, problems)
        : reader.list("gates").flatMap((line) => readLine(line, defaults, problems));
    if (gates.length > MOST_GATES)
        problems.push(`has ${gates.length} gates; write at most ${MOST_GATES}`);
    const filled = (0,references/* fillReferences */.k)(gates.flatMap((gate) => (gate.kind === "http" ? [gate.check] : [])), variables);
    for (const { problem } of filled.missing)
        problems.push(`cannot be asked: ${problem}; set it in \`secrets\` or \`env\``);
    // Gates that were written and are none would pass whatever the hosts answer.
    if (text !== "" && gates.length === 0 && problems.length === 0)
        problems.push("has no gates, so nothing would be judged; write one a line, or leave it out");
    for (const problem of problems)
        reader.problem("gates", problem);
    const checks = filled.checks.values();
    return {
        gates: gates.map((gate) => (gate.kind === "http" ? { ...gate, check: checks.next().value } : gate)),
        gateSecrets: filled.values,
    };
}
const isYaml = (text) => /^(?:\s*(?:#.*)?\n)*\s*(?:-\s|\[)/.test(text);
/** The lines of a gate, as YAML would give them. */
function readLine(line, defaults, problems) {
    const [, runner, rest = ""] = /^(runner\s+)?(.*)$/s.exec(line) ?? [];
    const from = runner === undefined ? {} : { from: "runner" };
    const [, word, argument = ""] = /^(tcp|health|command)(?:\s+(.*))?$/s.exec(rest) ?? [];
    const report = (problem) => problems.push(`has the line ${(0,inputs/* quote */.hD)(shownLine(line))}: ${problem}`);
    const [unknown] = /^[a-z-]+(?=\s|$)/.exec(rest) ?? [];
    if (word === undefined && unknown !== undefined && !/https?:/i.test(rest)) {
        report(`\`${unknown}\` is no gate; write an address, \`tcp PORT\`, \`health CONTAINER\` or \`command SCRIPT\``);
        return [];
    }
    try {
        return readGate({ ...(word === undefined ? (0,check_line/* readCheckLine */.z)(rest) : { [word]: argument }), ...from }, defaults, report);
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        report(`it ${error.message}`);
        return [];
    }
}
function yamlGates(text, defaults, problems) {
    let document;
    try {
        document = (0,yaml.parseYaml)(text);
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        problems.push(`is not valid YAML: it ${error.message}`);
        return [];
    }
    const list = Array.isArray(document.value) ? document.value : [];
    return list.flatMap((item, at) => {
        if (typeof item === "string")
            return readLine(item, defaults, problems);
        const report = (problem) => problems.push(`cannot be used: line ${document.lineOf(list, at) ?? "?"}: ${problem}`);
        if (typeof item === "object" && item !== null && !Array.isArray(item))
            return readGate({ ...item }, defaults, report);
        report("a gate is a map, or a text such as `tcp 5432`");
        return [];
    });
}
function readGate(fields, defaults, report) {
    const { from = "host", ...rest } = fields;
    const [kind = "", ...others] = Object.keys(rest).filter((key) => ["tcp", "health", "command"].includes(key));
    if (from !== "host" && from !== "runner")
        report("`from` is `host` or `runner`");
    else if (others.length > 0)
        report("a gate is one of `url`, `tcp`, `health` and `command`");
    else if (kind === "" && rest.url === undefined)
        report("a gate is one of `url`, `tcp`, `health` and `command`, and it has none of them");
    else if (kind === "")
        return httpGate(rest, from, defaults, report);
    else if (Object.keys(rest).length > 1)
        report(`beside \`${kind}\` only \`from\` may stand`);
    else if (kind === "tcp")
        return portGate(rest.tcp, from, report);
    else if (from === "runner")
        report(`\`${kind}\` is asked on the host, not from the runner`);
    else
        return hostGate(kind, String(rest[kind] ?? ""), report);
    return [];
}
function httpGate(fields, from, defaults, report) {
    const check = (0,check_fields/* readCheck */.j)(fields, defaults, (_, __, problem) => report(problem));
    if (check === undefined)
        return [];
    if (check.optional)
        report("a gate that may fail is none; leave out `optional`");
    if (from === "host" && check.redirect !== "none")
        report("on the host a redirect is the answer; ask from the runner, or leave out `redirect`");
    if (from === "host" && check.expect.tlsDays !== undefined)
        report("`tls-days` is seen from the runner alone; ask from there");
    const named = { ...check, name: check.name ?? `${check.method} ${new URL(check.url).pathname}` };
    return [{ kind: "http", from, check: named }];
}
function portGate(value, from, report) {
    const port = /^\d{1,5}$/.test(String(value)) ? Number(value) : 0;
    if (port >= 1 && port <= 65_535)
        return [{ kind: "tcp", from, port }];
    report(`the port is ${(0,inputs/* quote */.hD)(String(value))}; write a number from 1 to 65535`);
    return [];
}
function hostGate(kind, text, report) {
    if (kind === "command" && text.trim() !== "")
        return [{ kind: "command", script: text }];
    if (kind === "health" && /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$/.test(text))
        return [{ kind: "health", container: text }];
    report(kind === "health"
        ? "it names no container or service; write `health api`"
        : "it has no command; write `command systemctl is-active api`");
    return [];
}
/** Without a password or a query, which may be secrets. */
function shownLine(line) {
    return line.replace(/\/\/[^/\s]*@/, "//...@").replace(/\?\S*/, "?...");
}

// EXTERNAL MODULE: ./build/js/packages/reading/src/nearest.js
var nearest = __webpack_require__(4574);
;// CONCATENATED MODULE: ./build/js/packages/deployment/src/hosts/parse-hosts.js




/** More is a mistake, and a report that nobody reads. */
const MAX_HOSTS = 200;
/** ssh starts a process for each. */
const MAX_JUMPS = 4;
const MAX_NAME = 64;
const OPTIONS = ["name", "user", "port", "jump"];
/**
 * The hosts of an input, a line each: `[user@]host[:port] [name=NAME] [user=USER] [port=PORT] [jump=HOST,HOST|none]`.
 * Several hosts with the same options may share a line, between commas.
 *
 * @param lines without blank ones and comments.
 * @throws UserErrors with every wrong line, each named by its text.
 */
function parseHosts(lines, defaults) {
    const problems = [];
    const hosts = [];
    for (const line of lines)
        collectProblems(problems, () => hosts.push(...parseLine(line, defaults)));
    if (hosts.length > MAX_HOSTS)
        problems.push(`there are ${hosts.length} hosts; at most ${MAX_HOSTS} can be deployed to`);
    problems.push(...sameTwice(hosts));
    if (lines.length === 0)
        problems.push("there are no hosts; write one a line, such as `deploy@web-1.example.com`");
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    return hosts.map((host, index) => ({ ...host, alias: `host-${index + 1}` }));
}
/**
 * The machines on the way, in the order that they are passed through: `[user@]host[:port]`, one a line or between commas.
 *
 * @throws UserErrors
 */
function parseJumps(lines, defaults) {
    const problems = [];
    const jumps = [];
    const texts = lines.flatMap((line) => line.split(/[\s,]+/).filter((text) => text !== ""));
    for (const text of texts)
        collectProblems(problems, () => jumps.push(parseHostAddress(text, defaults)));
    if (jumps.length > MAX_JUMPS)
        problems.push(`there are ${jumps.length} jump hosts; at most ${MAX_JUMPS} are passed through`);
    const seen = new Set();
    for (const jump of jumps) {
        const shown = shownAddress(jump);
        if (seen.has(shown))
            problems.push(`${quoted(shown)} is passed through twice`);
        seen.add(shown);
    }
    if (problems.length > 0)
        throw new user_error/* UserErrors */.t(problems);
    return jumps;
}
function parseLine(line, defaults) {
    const template = /\$\{\{|\$\{|\{\{/.exec(line)?.[0];
    if (template !== undefined)
        throw new user_error/* UserError */.y(`${quoted(line)} holds ${quoted(template)}, which nothing has replaced by a value`);
    // Blanks around commas belong to the list.
    const [list = "", ...words] = line
        .trim()
        .replace(/\s*,\s*/g, ",")
        .split(/\s+/);
    const texts = list.split(",").filter((text) => text !== "");
    const options = parseOptions(words, line);
    if (texts.length === 0)
        throw new user_error/* UserError */.y(`${quoted(line)} has no host`);
    if (texts.length > 1 && options.name !== undefined)
        throw new user_error/* UserError */.y(`${quoted(line)} gives one name to ${texts.length} hosts; write a line for each`);
    const user = options.user ?? defaults.user;
    const port = options.port === undefined ? defaults.port : Number(options.port);
    const jumps = options.jump === undefined ? defaults.jumps : parseOwnJumps(options.jump, { ...defaults, user });
    return texts.map((text) => {
        const address = parseHostAddress(text, { user, port });
        return { ...address, name: options.name ?? shownAddress(address), jumps };
    });
}
function parseOptions(words, line) {
    const options = {};
    for (const word of words) {
        const [, key = "", value = ""] = /^([a-z-]+)=(.*)$/.exec(word) ?? [];
        const name = OPTIONS.find((option) => option === key);
        if (name === undefined)
            throw new user_error/* UserError */.y(unknownOption(word, key, line));
        if (options[name] !== undefined)
            throw new user_error/* UserError */.y(`${quoted(line)} has \`${name}=\` twice`);
        if (value === "")
            throw new user_error/* UserError */.y(`${quoted(line)} has \`${name}=\` without a value`);
        options[name] = value;
    }
    checkName(options.name, line);
    if (options.port !== undefined && !(/^\d{1,5}$/.test(options.port) && +options.port >= 1 && +options.port <= 65_535))
        throw new user_error/* UserError */.y(`${quoted(line)} has the port ${quoted(options.port)}; write a number from 1 to 65535`);
    return options;
}
function unknownOption(word, key, line) {
    const near = (0,nearest/* nearest */.p)(key, OPTIONS);
    const instead = near === undefined ? `some of ${OPTIONS.map((name) => `\`${name}=\``).join(", ")}` : `\`${near}=\``;
    return `${quoted(line)} has ${quoted(word)} after the host; write ${instead}, and other hosts on lines of their own`;
}
/** Names stand in reports, in results and in arguments of no program. */
function checkName(name, line) {
    if (name === undefined)
        return;
    if (name.length > MAX_NAME)
        throw new user_error/* UserError */.y(`${quoted(line)} has a name of more than ${MAX_NAME} characters`);
    if (!/^[A-Za-z0-9][A-Za-z0-9._:-]*$/.test(name))
        throw new user_error/* UserError */.y(`${quoted(line)} has the name ${quoted(name)}; write letters, digits, ".", "_", ":" and "-"`);
}
/** @param text `none`, or jump hosts between commas. */
function parseOwnJumps(text, defaults) {
    return text === "none" ? [] : parseJumps([text], { ...defaults, port: 22 });
}
/** A host that is deployed to twice would lock out itself. The same address behind another jump host is another host. */
function sameTwice(hosts) {
    const problems = new Set();
    const machines = new Set();
    const names = new Set();
    for (const host of hosts) {
        const machine = JSON.stringify([shownAddress(host), host.jumps.map(shownAddress)]);
        if (machines.has(machine))
            problems.add(`${quoted(shownAddress(host))} is there twice`);
        else if (names.has(host.name.toLowerCase()))
            problems.add(`two hosts are called ${quoted(host.name)}; tell them apart by \`name=\``);
        machines.add(machine);
        names.add(host.name.toLowerCase());
    }
    return [...problems];
}
function collectProblems(problems, work) {
    try {
        work();
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.y))
            throw error;
        problems.push(...(error instanceof user_error/* UserErrors */.t ? error.problems : [error.message]));
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/inputs/read-hosts.js

const SSH_PORT = 22;
/** The hosts in the order that they are switched in, and the way to each. */
function readHosts(reader) {
    const lines = reader.list("hosts");
    const user = reader.string("user");
    const port = reader.integer("port", { min: 1, max: 65_535 }, SSH_PORT);
    const jumpLines = reader.list("jump");
    const jumps = reader.adopt(() => parseJumps(jumpLines, { user, port: SSH_PORT }), [], "jump");
    if (lines.length > 0)
        return reader.adopt(() => parseHosts(lines, { user, port, jumps }), [], "hosts");
    reader.required("hosts", "deploy@api-1.example.com");
    return [];
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/inputs/read-image.js



/** Inputs that are about an image; all are wrong without one. */
const OF_IMAGES = [
    "verify-image",
    "verify-key",
    "verify-identity",
    "verify-issuer",
    "registry-username",
    "registry-password",
];
/** The image that is deployed and whose word it needs; undefined: none is named. */
function readImage(reader) {
    const reference = reader.string("image");
    const verify = reader.enumeration("verify-image", ["digest", "signature", "none"], "digest");
    const keys = pemBlocks(reader.string("verify-key"));
    const identity = reader.optional("verify-identity");
    const issuer = reader.optional("verify-issuer");
    const [username, password] = [reader.string("registry-username"), reader.verbatim("registry-password").trim()];
    if (reference === "")
        return undefined;
    reader.adopt(() => (0,src_reference/* parseReference */.F2)(reference), undefined, "image");
    for (const key of keys)
        reader.adopt(() => (0,signatures_keys/* readVerificationKey */.v)(key), undefined, "verify-key");
    checkSigner(reader, verify, keys, identity, issuer);
    if ((username === "") !== (password === "")) {
        const [missing, given] = username === "" ? ["registry-username", "registry-password"] : ["registry-password", "registry-username"];
        reader.problem(missing, `is empty, and \`${given}\` is set; is the secret set in the repository, and spelt like this?`);
    }
    const signer = identity === undefined ? undefined : (issuer ?? signatures_identity/* WORKFLOW_ISSUER */.u1);
    return { reference, verify, keys, identity, issuer: signer, username, password };
}
function checkSigner(reader, verify, keys, identity, issuer) {
    if (reader.string("verify-key") !== "" && keys.length === 0)
        reader.problem("verify-key", "has no `-----BEGIN PUBLIC KEY-----`; paste the whole PEM file, such as cosign.pub");
    if (verify !== "signature") {
        for (const name of ["verify-key", "verify-identity", "verify-issuer"])
            if (reader.string(name) !== "")
                reader.problem(name, `is set, and \`verify-image\` is \`${verify}\`; write \`verify-image: signature\``);
        return;
    }
    if (keys.length === 0 && identity === undefined)
        reader.problem("verify-image", "needs a `verify-key`, or a `verify-identity` for keyless signatures; a signature of just anybody proves nothing");
    if (keys.length > 0 && identity !== undefined)
        reader.problem("verify-identity", "is set, and so is `verify-key`; a signature is by one of them: keep one");
    if (issuer !== undefined && identity === undefined)
        reader.problem("verify-issuer", "is set without `verify-identity`; anybody has an identity of an issuer: name whose");
    if (identity !== undefined && "pattern" in (0,signatures_identity/* expectedSigner */.nO)(identity))
        reader.checkGlob("verify-identity", identity);
}
function pemBlocks(text) {
    return text.match(/-----BEGIN [A-Z ]{1,40}-----[^-]{1,10000}-----END [A-Z ]{1,40}-----/g) ?? [];
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/inputs/read-path.js

/** Folders of the system: a deployment has one of its own in them. */
const SYSTEM = /^\/(?:bin|boot|dev|etc|home|lib(?:32|64)?|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)?$/;
/** The room of the deployment on every host: absolute, or below the user's home. Without a slash at its end. */
function readPath(reader) {
    const text = reader.required("path", "/srv/api");
    const path = text.replace(/(?<=[^/])\/+$/, "");
    const problem = text === "" ? undefined : pathProblem(path);
    if (problem !== undefined)
        reader.problem("path", `is ${(0,inputs/* quote */.hD)(text)}, ${problem}`);
    return path;
}
function pathProblem(path) {
    if (/[\p{Cc}\p{Cf}]/u.test(path))
        return "which has characters that cannot be seen; write it again by hand";
    if (/^~/.test(path))
        return "and `~` is not read there; write `api` for a folder in the user's home";
    if (path.split("/").some((part) => part === ".." || part === "."))
        return "which leads through `.` or `..`; write the whole path";
    if (path.startsWith("-"))
        return "which looks like an option; write a path that begins with `/` or a letter";
    if (SYSTEM.test(path))
        return "a folder of the system; give the deployment one of its own, such as `/srv/api`";
    if (Buffer.byteLength(path) > 200)
        return "which is longer than 200 bytes; write a shorter one";
    return undefined;
}
/** Paths below the workspace or a release: they may not lead out of it. */
function readInnerPaths(reader, name, fallback = []) {
    const paths = reader.list(name);
    for (const path of paths)
        checkInnerPath(reader, name, path);
    return paths.length === 0 ? fallback : paths;
}
function checkInnerPath(reader, name, path) {
    const isOutside = path.startsWith("/") || path.split("/").includes("..");
    if (isOutside || /^-|[\p{Cc}\\]/u.test(path))
        reader.problem(name, `has ${(0,inputs/* quote */.hD)(path)}; write a relative path with \`/\`, such as \`config/app.yml\``);
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/inputs/read-mode.js



const MODES = ["files", "compose", "docker", "command"];
/** Which modes an input is for. */
const INPUTS_OF = {
    files: ["source", "exclude", "transfer", "shared", "keep", "activate"],
    compose: ["compose-files", "project", "services", "env-file", "image", ...OF_IMAGES],
    docker: ["image", "container", "run", ...OF_IMAGES],
    command: ["switch", "rollback", "serving"],
};
/** What is deployed, and how. Every input is read, so that one of another mode is an error and not ignored. */
function readMode(reader) {
    const mode = reader.enumeration("mode", MODES, "files");
    const image = readImage(reader);
    const all = {
        files: () => readFiles(reader),
        compose: () => readCompose(reader, image),
        docker: () => readDocker(reader, image),
        command: () => read_mode_readCommand(reader),
    };
    for (const name of new Set(Object.values(INPUTS_OF).flat())) {
        if (reader.string(name) === "" || INPUTS_OF[mode].includes(name))
            continue;
        const others = MODES.filter((each) => INPUTS_OF[each].includes(name));
        reader.problem(name, `is for ${others.map((each) => `\`mode: ${each}\``).join(" and ")}, and \`mode\` is \`${mode}\``);
    }
    return all[mode]();
}
function readFiles(reader) {
    const source = reader.string("source") || ".";
    checkInnerPath(reader, "source", source);
    return {
        mode: "files",
        source,
        exclude: reader.globs("exclude"),
        transfer: reader.enumeration("transfer", ["auto", "tar", "rsync"], "auto"),
        shared: readInnerPaths(reader, "shared"),
        keep: reader.integer("keep", { min: 2, max: 1000 }, 5),
        activate: reader.string("activate"),
    };
}
function readCompose(reader, image) {
    const services = reader.list("services").flatMap((line) => line.split(/[\s,]+/).filter((word) => word !== ""));
    for (const service of services)
        read_mode_checkName(reader, "services", service);
    const project = reader.string("project");
    if (project !== "" && !/^[a-z0-9][a-z0-9_-]{0,62}$/.test(project))
        reader.wrong("project", project, "lower-case letters, digits, `-` and `_`, such as `api`");
    const envFile = reader.string("env-file");
    if (envFile !== "")
        checkInnerPath(reader, "env-file", envFile);
    const files = readInnerPaths(reader, "compose-files", ["compose.yaml"]);
    if (image === undefined)
        refuseWithoutImage(reader);
    return { mode: "compose", files, project, services, envFile, image };
}
function readDocker(reader, image) {
    if (image === undefined)
        reader.problem("image", "is missing; write, for example, `image: ghcr.io/acme/api@sha256:...`");
    const container = reader.required("container", "api");
    if (container !== "")
        read_mode_checkName(reader, "container", container);
    const run = reader.list("run");
    for (const argument of run)
        checkRunArgument(reader, argument);
    const none = { reference: "", verify: "none", keys: [], username: "", password: "" };
    return { mode: "docker", image: image ?? { ...none, identity: undefined, issuer: undefined }, container, run };
}
function read_mode_readCommand(reader) {
    const script = reader.required("switch", "systemctl restart api");
    return { mode: "command", switch: script, rollback: reader.string("rollback"), serving: reader.string("serving") };
}
/** Of Docker's containers and Compose's services. */
function read_mode_checkName(reader, input, name) {
    if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/.test(name))
        reader.problem(input, `has ${(0,inputs/* quote */.hD)(name)}; write a name of letters, digits, \`-\`, \`_\` and \`.\`, such as \`api\``);
}
/** What this action decides itself, or what would keep `docker run` from returning. */
const OWN_ARGUMENT = /^(?:--name|--rm|-d|--detach|-it|-i|-t|--interactive|--tty|--pull|--cidfile|-a|--attach)(?:=|\s|$)/;
function checkRunArgument(reader, argument) {
    if (!argument.startsWith("-"))
        reader.problem("run", `has ${(0,inputs/* quote */.hD)(argument)}; write one option a line, such as \`--publish=127.0.0.1:8080:8080\``);
    else if (OWN_ARGUMENT.test(argument))
        reader.problem("run", `has ${(0,inputs/* quote */.hD)(argument)}, which this action sets itself; leave it out`);
}
function refuseWithoutImage(reader) {
    for (const name of OF_IMAGES)
        if (reader.string(name) !== "" && !(name === "verify-image" && reader.string(name) === "digest"))
            reader.problem(name, "is set, and `image` is not; name the image that it is about");
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/inputs/read-record.js

/** GitHub's limit of an environment's name (its REST documentation, "Environments"). */
const MAX_NAME_CHARACTERS = 255;
/** What GitHub is told of the deployment. Without an environment there is nothing to tell. */
function readRecord(reader) {
    const record = reader.enumeration("record", ["auto", "never", "required"], "auto");
    const environment = reader.string("environment");
    const environmentUrl = readWebAddress(reader, "environment-url", "https://api.example.com");
    if ([...environment].length > MAX_NAME_CHARACTERS || /\p{Cc}/u.test(environment))
        reader.wrong("environment", environment, `one line of at most ${MAX_NAME_CHARACTERS} characters, such as \`production\``);
    if (record === "required" && environment === "")
        reader.problem("environment", "is empty, and `record` is `required`; write, for example, `environment: production`");
    if (record === "required" && reader.string("github-token") === "")
        reader.problem("github-token", "is empty, and `record` is `required`; give it one with `deployments: write`");
    return { record, environment, environmentUrl };
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/inputs/read-ssh.js




/** Keys are kept as they were written, and are read here only to say what is wrong with them. */
function readSsh(reader) {
    const ssh = {
        privateKey: reader.verbatim("private-key"),
        passphrase: reader.verbatim("passphrase"),
        certificate: reader.string("certificate"),
        agent: reader.optional("agent"),
        jumpKey: reader.verbatim("jump-key"),
        jumpPassphrase: reader.verbatim("jump-passphrase"),
        hostKeys: reader.string("host-keys"),
    };
    readSecretly(reader, "private-key", ssh.privateKey, (text) => repairPrivateKey(text, ssh.passphrase));
    readSecretly(reader, "jump-key", ssh.jumpKey, (text) => repairPrivateKey(text, ssh.jumpPassphrase));
    readSecretly(reader, "certificate", ssh.certificate, parseCertificate);
    reader.adopt(() => parseHostKeys(ssh.hostKeys), [], "host-keys");
    const { privateKey, passphrase, certificate, agent, jumpKey, jumpPassphrase } = ssh;
    const isEmpty = (text) => text.trim() === "";
    if (isEmpty(privateKey) && agent === undefined)
        reader.problem("private-key", "is empty, and there is no `agent`; is the secret set in the repository, and spelt like this?");
    if (!isEmpty(passphrase) && isEmpty(privateKey))
        reader.problem("passphrase", "is set, and `private-key` is empty; leave it out");
    if (certificate !== "" && isEmpty(privateKey))
        reader.problem("certificate", "is set, and `private-key`, the key that it certifies, is empty");
    if (!isEmpty(jumpPassphrase) && isEmpty(jumpKey))
        reader.problem("jump-passphrase", "is set, and `jump-key` is empty; leave it out");
    if (agent !== undefined && !/^\/[^\0\r\n]{1,100}$/.test(agent))
        reader.wrong("agent", agent, "the absolute path of an agent's socket, such as `${{ env.SSH_AUTH_SOCK }}`");
    if (!isEmpty(jumpKey) && reader.string("jump") === "")
        reader.problem("jump-key", "is set, and `jump` is empty; leave it out");
    return ssh;
}
/** An empty one has its own rules. */
function readSecretly(reader, name, text, read) {
    if (text.trim() === "")
        return;
    try {
        read(text);
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.y))
            throw error;
        reader.problem(name, error.message);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/inputs/read-variables.js


/** The shells act on them before our first line, or they are ours. */
const REFUSED = /^(?:ENV|BASH_ENV|PWD|OLDPWD|PS4|JESSY_.*)$/;
/** Variables whose values people forget to put into `secrets`. */
const SECRET_NAME = /SECRET|TOKEN|PASSW|PASSPHRASE|CREDENTIAL|(?:^|_)(?:KEY|DSN|PWD|AUTH)(?:_|$)|_URL$/i;
/** Linux takes 128 KiB for one variable with its name. */
const MAX_BYTES = 100_000;
/** They travel with every script, whose length has a limit. */
const MAX_ALL_BYTES = 256_000;
/** `env` and `secrets`: variables of every script on the hosts. */
function readVariables(reader) {
    const plain = parseVariables(reader, "env");
    const secret = parseVariables(reader, "secrets");
    for (const name of secret.keys())
        if (plain.has(name))
            reader.problem("secrets", `sets ${(0,inputs/* quote */.hD)(name)}, and so does \`env\`; keep one`);
    const bytes = [...plain.values(), ...secret.values()].reduce((sum, value) => sum + Buffer.byteLength(value), 0);
    if (bytes > MAX_ALL_BYTES)
        reader.problem("env", `and \`secrets\` have more than ${MAX_ALL_BYTES / 1000} kB; put them into a file that is deployed`);
    const hidden = [...plain].flatMap(([name, value]) => (SECRET_NAME.test(name) ? [value] : []));
    return {
        environmentVariables: { ...Object.fromEntries(plain), ...Object.fromEntries(secret) },
        secretValues: [...new Set([...hidden, ...secret.values()])].filter((value) => value.trim() !== ""),
    };
}
/** `NAME=value` lines, and `NAME<<END` with the value's lines up to `END`, as in the file that GITHUB_ENV names. */
function parseVariables(reader, input) {
    const variables = new Map();
    const lines = reader.verbatim(input).split(/\r?\n/);
    for (let at = 0; at < lines.length; at++) {
        const line = lines[at];
        if (/^\s*(?:#|$)/.test(line))
            continue;
        const [, name = "", sign = "", rest = ""] = /^\s*([A-Za-z_]\w*)(=|<<)(.*)$/.exec(line) ?? [];
        if (sign === "") {
            // The line may be a part of a secret: it is not quoted.
            reader.problem(input, `has a line ${at + 1} that is not \`NAME=value\`; for several lines write \`NAME<<END\``);
            continue;
        }
        let value = rest;
        if (sign === "<<") {
            const end = lines.indexOf(rest.trim(), at + 1);
            if (rest.trim() === "" || end === -1) {
                reader.problem(input, `has no line with the end of ${(0,inputs/* quote */.hD)(name)} alone; close it as it was opened`);
                break;
            }
            value = lines.slice(at + 1, end).join("\n");
            at = end;
        }
        checkVariable(reader, input, name, value, variables.has(name));
        variables.set(name, value);
    }
    return variables;
}
function checkVariable(reader, input, name, value, isTwice) {
    if (isTwice)
        reader.problem(input, `sets ${(0,inputs/* quote */.hD)(name)} twice; keep one`);
    if (REFUSED.test(name))
        reader.problem(input, `sets ${(0,inputs/* quote */.hD)(name)}, which the shell or this action sets; rename it`);
    const problem = variableProblem(name, value);
    if (problem !== undefined)
        reader.problem(input, `sets ${(0,inputs/* quote */.hD)(name)}, which ${problem}`);
    if (Buffer.byteLength(value) > MAX_BYTES)
        reader.problem(input, `sets ${(0,inputs/* quote */.hD)(name)} to more than ${MAX_BYTES / 1000} kB; put it into a file that is deployed`);
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/inputs.js











function readInputs(reader) {
    const hosts = readHosts(reader);
    const version = reader.optional("version");
    const { environmentVariables, secretValues } = readVariables(reader);
    const { lockWait, staleAfter, soak, pause, ...times } = readDurations(reader);
    const { gates, gateSecrets } = readGates(reader, environmentVariables, times.gateTiming.deadline);
    const inputs = {
        name: reader.string("name"),
        token: reader.string("github-token"),
        hosts,
        ssh: readSsh(reader),
        deploy: readMode(reader),
        path: readPath(reader),
        environmentVariables,
        secretValues: [...new Set([...secretValues, ...gateSecrets])],
        hooks: {
            beforeDeploy: reader.string("before-deploy"),
            afterDeploy: reader.string("after-deploy"),
            beforeHost: reader.string("before-host"),
            afterHost: reader.string("after-host"),
            onFailure: reader.string("on-failure"),
        },
        gates,
        ...times,
        version,
        fleet: readFleet(reader, hosts.length, { soak, pause }),
        lock: { name: readLockName(reader), wait: lockWait, staleAfter },
        ...readRecord(reader),
        probeUrl: readWebAddress(reader, "probe-url", "https://api.example.com/health"),
        dryRun: reader.boolean("dry-run", false),
        onCancel: reader.enumeration("on-cancel", ["rollback", "leave"], "rollback"),
        comment: reader.boolean("comment", true),
        annotations: reader.boolean("annotations", true),
    };
    checkTogether(reader, inputs);
    return Object.freeze(inputs);
}
/** A part of a file's name on the hosts. */
function readLockName(reader) {
    const name = reader.string("lock") || "deploy";
    if (!/^[A-Za-z0-9][\w.-]{0,62}$/.test(name))
        reader.wrong("lock", name, "a name of letters, digits, `-`, `_` and `.`, such as `deploy`");
    return name;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/cleaning/finish-clean-up.js


/**
 * Does what a run left to do, if it left anything. What cannot be done is told, and left to the next run: it takes over the
 * locks of a run that has ended.
 *
 * @param folder of the gate, absolute. @param open the hosts, by what the run left of its connections.
 */
async function finishCleanUp(folder, open, log) {
    const left = readJournal(folder);
    if (left === undefined)
        return;
    try {
        const remote = open();
        const results = await cleanUp(left.plan, left.entry, (host, script) => remote.run(host, script));
        for (const { host, isDone, note } of results) {
            if (isDone)
                log.info(`${host}: ${note}.`);
            else
                log.warning(`${host} could not be cleaned up: ${note}. The next run takes its lock over, and goes on there.`);
        }
    }
    finally {
        // It holds variables of the user.
        removeJournal(folder);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/post.js



/**
 * Does what a run that was cancelled or killed left to do on its hosts, closes its connections, and wipes its keys. After a
 * run that came to its end, only the latter.
 */
const post = {
    state: state/* gateState */.Zl,
    async run({ gate }, io) {
        try {
            await finishCleanUp(io.temporary(gate), () => remoteLeftBy(io, gate, "post"), io.log);
        }
        finally {
            await leaveHosts(io, gate);
        }
    },
};

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/mark.js
var mark = __webpack_require__(8342);
;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/rendering/host-states.js

/** With blanks that do not break. In the order of reports: what needs somebody's eyes first. */
const STATES = {
    failed: `${mark/* MARK */.M.fail}\u00a0failed`,
    unreachable: `${mark/* MARK */.M.unknown}\u00a0unreachable`,
    "rolled-back": `${mark/* MARK */.M.warning}\u00a0rolled\u00a0back`,
    deployed: `${mark/* MARK */.M.pass}\u00a0deployed`,
    unchanged: `${mark/* MARK */.M.pass}\u00a0unchanged`,
    planned: `${mark/* MARK */.M.neutral}\u00a0planned`,
    "not-touched": `${mark/* MARK */.M.neutral}\u00a0not\u00a0touched`,
};
const ORDER = Object.keys(STATES);
/** Of each state those that failed first, and otherwise in the order of the switch. */
function worstFirst(hosts) {
    const place = (host) => isRefused(host) ? 0 : ORDER.indexOf(host.state) * 2 + (host.failure === null ? 1 : 0);
    return hosts.toSorted((a, b) => place(a) - place(b));
}
function stateText(host) {
    if (isRefused(host))
        return { strong: `${mark/* MARK */.M.fail}\u00a0refused` };
    return isUnsure(host) ? { strong: STATES[host.state] } : STATES[host.state];
}
/** Why nothing was touched: it is not what the other hosts are. */
function isRefused({ state, failure }) {
    return state === "not-touched" && failure !== null;
}
/** Somebody has to look at it. */
function isUnsure({ state }) {
    return state === "failed" || state === "unreachable";
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/outputs/annotations.js

/** A mixed fleet says more than the failure of one host. */
const FLEET_IMPORTANCE = 2;
const STEP_IMPORTANCE = 1;
/** One for each host and step that failed. None is about a line of the repository. */
function annotations(result) {
    const { hosts, steps, outcome, warnings } = result;
    return [
        ...(outcome === "mixed" || outcome === "unknown"
            ? [
                {
                    level: "error",
                    title: "Deployment: the fleet",
                    message: result.headline,
                    importance: FLEET_IMPORTANCE,
                },
            ]
            : []),
        ...steps.flatMap(({ title, outcome: ended, note }) => ended === "failed"
            ? [{ level: "error", title: `Deployment: ${title}`, message: note, importance: STEP_IMPORTANCE }]
            : []),
        ...worstFirst(hosts).flatMap(({ name, failure }) => failure === null
            ? []
            : [{ level: "error", title: `Deployment: ${failure.phase} on ${name}`, message: failure.message }]),
        ...warnings.map((message) => ({ level: "warning", title: "Deployment", message })),
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/outputs/step-outputs.js
/** A release that later steps may work with: one that every host serves, or would. */
const STANDS = ["deployed", "unchanged", "planned"];
function stepOutputs(result) {
    const { verdict, outcome, release, previousRelease, hosts, record, url, downtime } = result;
    return {
        verdict,
        outcome,
        release: STANDS.includes(outcome) ? release : "",
        "previous-release": previousRelease ?? "",
        hosts: JSON.stringify(hosts.map(({ name, state, before, serving }) => ({ name, state, before, serving }))),
        "deployment-id": record.id ?? "",
        url: url ?? "",
        "downtime-ms": downtime === null || downtime.requests === 0 ? "" : String(Math.ceil(downtime.milliseconds)),
    };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/report/prose.js
var prose = __webpack_require__(7280);
;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/rendering/failures.js




/** Hosts whose log is shown; the result file has all. */
const MOST_LOGS = 10;
const MOST_LOG_LINES = 60;
const MOST_BODY_CHARACTERS = 2000;
/** Why hosts went back, failed or were refused: what each answered, and the last lines of what ran there. */
function failures(result, extent) {
    const failed = worstFirst(result.hosts).filter((host) => host.failure !== null);
    const steps = result.steps.filter(({ outcome }) => outcome === "failed");
    if (failed.length + steps.length === 0)
        return [];
    const items = [
        ...steps.map(({ title, note }) => [{ strong: `${mark/* MARK */.M.fail} ${title}` }, ": ", ...(0,prose/* prose */.C)(note)]),
        ...failed.map(({ name, failure }) => failureLine(name, failure)),
    ];
    return [
        { kind: "list", items, noun: "failures" },
        ...(extent === "comment" ? [] : failed.slice(0, MOST_LOGS).flatMap(evidence)),
    ];
}
function failureLine(name, { phase, message, status }) {
    const answered = status === null || message.includes(String(status)) ? "" : ` (status ${status})`;
    return [{ strong: `${mark/* MARK */.M.fail} ${phase}` }, " on ", { code: name }, ": ", ...(0,prose/* prose */.C)(`${message}${answered}`)];
}
function evidence({ name, failure }) {
    const { body, log } = failure;
    const lines = log.trimEnd().split("\n");
    const blocks = [
        ...(body === null || body.trim() === ""
            ? []
            : [
                { kind: "paragraph", text: "Its last answer:" },
                { kind: "code", text: shortened(body), weight: 2 },
            ]),
        ...(log.trim() === ""
            ? []
            : [
                { kind: "paragraph", text: "The last lines of its log:" },
                { kind: "code", text: lines.slice(-MOST_LOG_LINES).join("\n"), weight: 3 },
            ]),
    ];
    if (blocks.length === 0)
        return [];
    const what = [
        body !== null && body.trim() !== "" ? "answer" : "",
        log.trim() === "" ? "" : (0,quantity.counted)(lines.length, "line"),
    ];
    const summary = [{ code: name }, ` when it failed: ${what.filter((part) => part !== "").join(", ")}`];
    return [{ kind: "details", summary, open: true, blocks }];
}
function shortened(body) {
    const characters = [...body.trimEnd()];
    if (characters.length <= MOST_BODY_CHARACTERS)
        return characters.join("");
    return `${characters.slice(0, MOST_BODY_CHARACTERS).join("")}\n... ${characters.length - MOST_BODY_CHARACTERS} more characters`;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/rendering/release-text.js
/** A release as people tell it apart: a digest is shown as docker shows it. */
function releaseText(release) {
    if (release === null || release === "")
        return { emphasis: "nothing" };
    return { code: release.replace(/(sha\d+:[0-9a-f]{12})[0-9a-f]{20,}/, "$1") };
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/rendering/fleet-state.js




/** A fleet that does not serve one release is the first thing that anybody must see. */
function fleetAlert({ hosts, outcome }) {
    if (outcome !== "mixed" && outcome !== "unknown")
        return [];
    const served = Map.groupBy(hosts, ({ serving }) => serving);
    const parts = [...served].flatMap(([release, of], at) => [
        at === 0 ? "" : "; ",
        ...(release === null ? ["nobody knows what is served by "] : [releaseText(release), " by "]),
        ...names(of.map(({ name }) => name)),
    ]);
    const start = outcome === "mixed" ? "The hosts serve different releases: " : "It is not known what every host serves: ";
    return [{ kind: "alert", level: "caution", text: [start, ...parts, "."] }];
}
/** Host names that are written out; the table has all. */
const MOST_NAMES = 5;
function names(all) {
    const shown = all.slice(0, MOST_NAMES).flatMap((name, at) => [at === 0 ? "" : ", ", { code: name }]);
    return all.length > MOST_NAMES ? [...shown, ` and ${(0,quantity.count)(all.length - MOST_NAMES)} more`] : shown;
}
/** What requests met while hosts were switched. */
function downtimeLine({ downtime, outcome }) {
    if (downtime === null || outcome === "planned" || outcome === "refused")
        return [];
    const { requests, lost, milliseconds } = downtime;
    if (requests === 0)
        return [{ kind: "paragraph", text: "Downtime was not measured: no request was made." }];
    const text = lost === 0
        ? [{ strong: "No downtime" }, `: ${(0,quantity.counted)(requests, "request")} during the switches, none lost.`]
        : [
            { strong: `Downtime ${durationText(milliseconds)}` },
            `: ${(0,quantity.count)(lost)} of ${(0,quantity.counted)(requests, "request")} during the switches were lost.`,
        ];
    return [{ kind: "paragraph", text }];
}
/** What would happen next. */
function rerunLine({ rerun }) {
    return rerun === "" ? [] : [{ kind: "paragraph", text: [{ strong: "Re-run:" }, " ", ...(0,prose/* prose */.C)(rerun)] }];
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/rendering/host-table.js







/** What each host serves now, as asked from it; and what it served before, where that is not one release. */
function hostTable({ hosts, outcome }) {
    if (hosts.length === 0 || outcome === "planned")
        return [];
    const wereMixed = new Set(hosts.map(({ before }) => before)).size > 1;
    const differed = wereMixed && hosts.some(({ before, serving }) => before !== serving);
    const columns = [
        { header: "Result" },
        { header: "Host" },
        { header: "Serves now" },
        ...(differed ? [{ header: "Before" }] : []),
    ];
    const rows = worstFirst(hosts).map((host) => [
        stateText(host),
        { code: host.name },
        servingText(host),
        ...(differed ? [host.before === null && isUnsure(host) ? { emphasis: "unknown" } : releaseText(host.before)] : []),
    ]);
    return [{ kind: "table", columns, rows, noun: "hosts", weight: 1 }];
}
/** A host that did not answer may serve anything. */
function servingText({ serving }) {
    return serving === null ? { emphasis: "unknown" } : releaseText(serving);
}
/** Hosts whose phases are shown at once. */
const MOST_OPEN = 8;
/** How long every phase of every host took. Phases that no host had are left out. */
function phaseTable({ hosts }) {
    const phases = PHASES.filter((phase) => hosts.some((host) => phaseOf(host, phase) !== undefined));
    if (phases.length === 0)
        return [];
    const columns = [
        { header: "Host" },
        ...phases.map((phase) => ({ header: `${phase[0].toUpperCase()}${phase.slice(1)}`, align: "right" })),
    ];
    const rows = worstFirst(hosts).map((host) => [
        { code: host.name },
        ...phases.map((phase) => phaseText(phaseOf(host, phase))),
    ]);
    const slowest = Math.max(...hosts.map((host) => host.phases.reduce((sum, { duration }) => sum + duration, 0)));
    const took = slowest === 0 ? "" : `, the slowest took ${durationText(slowest)}`;
    return [
        {
            kind: "details",
            open: hosts.length <= MOST_OPEN,
            summary: `Phases of ${(0,quantity.counted)(hosts.length, "host")}${took}`,
            blocks: [{ kind: "table", columns, rows, noun: "hosts", weight: 2 }, ...phaseNotes(hosts)],
        },
    ];
}
/** A phase that was tried again counts as it ended. */
function phaseOf({ phases }, phase) {
    const all = phases.filter((each) => each.phase === phase && each.outcome !== "skipped");
    const last = all.at(-1);
    return last && { ...last, duration: all.reduce((sum, { duration }) => sum + duration, 0) };
}
function phaseText(phase) {
    if (phase === undefined)
        return "";
    // What never began has no time.
    if (phase.outcome === "failed" && phase.duration === 0)
        return { strong: `${mark/* MARK */.M.fail}\u00a0failed` };
    // Blanks that do not break: a cell of a narrow table stays one line.
    const time = durationText(phase.duration).replaceAll(" ", "\u00a0");
    if (phase.outcome === "failed")
        return { strong: `${mark/* MARK */.M.fail} failed, ${time}` };
    return phase.outcome === "warned" ? `${mark/* MARK */.M.warning} warned, ${time}` : time;
}
function phaseNotes(hosts) {
    const items = hosts.flatMap(({ name, phases }) => phases.flatMap(({ phase, note }) => note === "" ? [] : [[{ code: name }, `, ${phase}: `, ...(0,prose/* prose */.C)(note)]]));
    if (items.length === 0)
        return [];
    const list = { kind: "list", items, noun: "notes", weight: 3 };
    return [{ kind: "details", summary: `What the phases said: ${(0,quantity.counted)(items.length, "note")}`, blocks: [list] }];
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/rendering/plan.js




/** What a dry run is for: the groups in their order, what happens to each host, and when all of it stops. */
function plan({ outcome, groups, hosts, settings, steps, release }) {
    if (outcome !== "planned")
        return [];
    const rows = groups.flatMap(({ title, hosts: names, soak }) => names.flatMap((name, at) => hosts
        .filter((host) => host.name === name)
        .map((host) => [
        at > 0 ? "" : `${title}${soak === 0 ? "" : `, then watched for ${durationText(soak)}`}`,
        { code: name },
        releaseText(host.serving),
        host.state === "unchanged" ? "nothing to do" : releaseText(release),
    ])));
    const after = [
        settings.gates.length === 0
            ? [{ strong: `${mark/* MARK */.M.warning} No gate` }, ": a host counts as good as soon as its switch has run"]
            : [{ strong: "Gates" }, ": ", ...settings.gates.flatMap((gate, at) => [at === 0 ? "" : ", ", { code: gate }])],
        ...steps.map(({ title, note }) => [{ strong: title }, ": ", ...(0,prose/* prose */.C)(note)]),
        [
            { strong: "Rollback" },
            settings.maxFailures === "0"
                ? " of every switched host as soon as one fails"
                : ` of every switched host as soon as more than ${settings.maxFailures} fail`,
        ],
    ];
    return [
        {
            kind: "table",
            columns: [{ header: "Group" }, { header: "Host" }, { header: "Serves now" }, { header: "Then" }],
            rows,
            noun: "hosts",
            weight: 2,
        },
        { kind: "list", items: after },
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/rendering/provenance.js




/** What was deployed, from where, under which lock and record. */
function provenance(result) {
    const items = [
        releaseLine(result),
        ...imageLine(result),
        ...environmentLine(result),
        ...lockLine(result.lock),
        ...recordLine(result.record),
        ...result.steps
            .filter(({ outcome }) => outcome === "ok")
            .map(({ title, duration, note }) => [
            `${title}: ${durationText(duration)}`,
            ...(note === "" ? [] : [", ", ...(0,prose/* prose */.C)(note)]),
        ]),
        ...result.warnings.map((text) => [{ strong: `${mark/* MARK */.M.warning} Warning:` }, " ", ...(0,prose/* prose */.C)(text)]),
        ...result.notes.map((text) => [{ strong: `${mark/* MARK */.M.note} Note:` }, " ", ...(0,prose/* prose */.C)(text)]),
    ];
    return [{ kind: "list", items, noun: "facts", weight: 1 }];
}
/** Of a comment: what somebody has to know. */
function warningList({ warnings }) {
    const items = warnings.map((text) => [{ strong: `${mark/* MARK */.M.warning} Warning:` }, " ", ...(0,prose/* prose */.C)(text)]);
    return items.length === 0 ? [] : [{ kind: "list", items, noun: "warnings" }];
}
function releaseLine({ release, previousRelease, commit, version, repository, serverUrl, runUrl, mode, }) {
    const href = `${serverUrl ?? "https://github.com"}/${repository.owner}/${repository.name}/commit/${commit}`;
    const from = commit === "" ? [] : [" from ", { link: { text: { code: commit.slice(0, 10) }, href } }];
    const asserted = version === null || version === commit ? [] : [", version ", { code: version }];
    return [
        "Release ",
        releaseText(release),
        ...from,
        ...asserted,
        ...(previousRelease === null || previousRelease === release ? [] : [" after ", releaseText(previousRelease)]),
        ", mode ",
        { code: mode },
        ", ",
        { link: { text: "the run", href: runUrl } },
        ".",
    ];
}
function imageLine({ image }) {
    if (image === null)
        return [];
    const { reference, digest, signature, signedBy } = image;
    const signed = {
        verified: ["; its signature was verified", ...(signedBy === null ? [] : [", by ", { code: signedBy }])],
        "not-asked": ["; nobody asked for a signature"],
        refused: ["; its signature was refused"],
    };
    return [["Image ", { code: reference }, " is ", { code: digest }, ...signed[signature], "."]];
}
function environmentLine({ environment, url }) {
    if (environment === "" && url === null)
        return [];
    const name = environment === "" ? "Address" : `Environment ${environment}`;
    return [url === null ? `${name}.` : [`${name}: `, { link: { text: url, href: url } }, "."]];
}
const LOCKS = {
    taken: "The lock was taken, and released",
    "taken-over": "The lock of a run that has ended was taken over, and released",
    "held-by-other": "The lock is held by another deployment",
    "not-taken": "No lock was taken",
    kept: "The lock was taken and could not be released everywhere",
};
function lockLine({ state, owner, ownerUrl, note }) {
    const whose = owner === null
        ? []
        : [": ", ownerUrl === null ? { code: owner } : { link: { text: { code: owner }, href: ownerUrl } }];
    return [[LOCKS[state], ...whose, note === "" ? "." : ` (${note}).`]];
}
const RECORDS = {
    written: "GitHub has the deployment record",
    "job-environment": "GitHub has the record of the job's own environment, and no second one was written",
    "not-asked": "",
    "no-permission": "No deployment record was written: the token may not",
    failed: "The deployment record could not be written",
};
function recordLine({ state, id, note }) {
    if (state === "not-asked")
        return [];
    const which = id === null ? [] : [" ", { code: id }];
    return [[RECORDS[state], ...which, note === "" ? "." : ` (${note}).`]];
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/render.js







/** From the result alone. Pure. */
function render(result) {
    return {
        title: titleOf(result),
        comment: [...blocks(result, "comment"), ...warningList(result), { kind: "paragraph", text: releaseLine(result) }],
        summary: [...blocks(result, "summary"), ...phaseTable(result), ...provenance(result)],
        annotations: annotations(result),
        outputs: stepOutputs(result),
        files: [{ name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" }],
    };
}
/** What the fleet serves, and why it is not what was asked for; then what can wait. */
function blocks(result, extent) {
    return [
        ...fleetAlert(result),
        ...failures(result, extent),
        ...hostTable(result),
        ...plan(result),
        ...downtimeLine(result),
        ...rerunLine(result),
    ];
}
function titleOf({ name, environment, settings }) {
    const subject = name === undefined || name === "" ? environment : name;
    return `Deployment${subject === "" ? "" : `: ${subject}`}${settings.dryRun ? " (dry run)" : ""}`;
}

;// CONCATENATED MODULE: ./build/js/actions/ssh-deploy/src/main.js






const sshDeploy = {
    name: "ssh-deploy",
    title: "Deployment",
    readInputs: readInputs,
    collect: collect,
    evaluate: evaluate,
    execute: execute,
    render: render,
    post: post,
    publication: ({ name, token, comment, annotations }) => ({ name, token, comment, annotations }),
};


/***/ })

};

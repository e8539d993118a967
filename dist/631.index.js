export const id = 631;
export const ids = [631];
export const modules = {

/***/ 7631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  keylessVerifier: () => (/* reexport */ keyless_verifier.keylessVerifier),
  openKeylessSigner: () => (/* binding */ openKeylessSigner),
  publicInstance: () => (/* reexport */ trusted_root.publicInstance),
  readTrustedRoot: () => (/* reexport */ trusted_root.readTrustedRoot)
});

// EXTERNAL MODULE: ./build/js/packages/images/src/keyless/keyless-verifier.js
var keyless_verifier = __webpack_require__(5426);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/identity.js
var identity = __webpack_require__(1702);
// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var json = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __webpack_require__(8439);
// EXTERNAL MODULE: ./build/js/packages/kit/src/web-service/service.js
var service = __webpack_require__(5464);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/sigstore/identity-token.js



/** A token with less time left than this is not used any more, milliseconds. */
const TERM_MARGIN = 60_000;
/** Parts of a token that a service may quote in its refusal; shorter ones are no secret. */
const MIN_SECRET_CHARACTERS = 20;
/**
 * Tokens by which GitHub says who a job is (OpenID Connect). They are masked before anybody sees them, live for minutes,
 * and are asked for again when they are about to expire.
 */
class IdentityTokens {
    #service;
    #address;
    #bearer;
    #audience;
    #options;
    #secrets = new Set();
    #current;
    /** @param audience whom the tokens are for: `sigstore`. */
    constructor(environment, audience, options) {
        this.#service = new service.Service("GitHub's token service", options);
        this.#address = environment.ACTIONS_ID_TOKEN_REQUEST_URL ?? "";
        this.#bearer = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? "";
        this.#audience = audience;
        this.#options = options;
    }
    /** A token that is valid for a minute at least. @throws ServiceError */
    async get() {
        const { now = Date.now } = this.#options;
        if (this.#current !== undefined && now() < this.#current.end - TERM_MARGIN)
            return this.#current.token;
        const token = await this.#request();
        this.#current = { token, end: expiryOf(token) };
        return token;
    }
    /** A service's words, which may repeat what it was sent. */
    redact = (text) => [...this.#secrets].reduce((left, secret) => left.replaceAll(secret, "***"), text);
    async #request() {
        if (!URL.canParse(this.#address))
            throw new service.ServiceError("the runner names no service for identity tokens (ACTIONS_ID_TOKEN_REQUEST_URL)", 0);
        const url = new URL(this.#address);
        url.searchParams.set("audience", this.#audience);
        this.#hide(this.#bearer);
        const request = {
            failing: "gave no identity token",
            method: "GET",
            url,
            headers: { authorization: `Bearer ${this.#bearer}` },
            expected: [200],
            redact: this.redact,
        };
        try {
            const answer = await this.#service.request(request);
            const token = this.#service.read(request, answer, (root) => root.get("value").text());
            this.#hide(token);
            return token;
        }
        catch (error) {
            if (!(error instanceof service.ServiceError) || (error.status !== 401 && error.status !== 403))
                throw error;
            throw new service.ServiceError(`${error.message}; check that the job has \`permissions: id-token: write\``, error.status);
        }
    }
    #hide(secret) {
        for (const part of [secret, ...secret.split(".")]) {
            if (part.length < MIN_SECRET_CHARACTERS)
                continue;
            this.#secrets.add(part);
            this.#options.log.mask(part);
        }
    }
}
/** Milliseconds since 1970; 0 when the token does not say: then it is used once. */
function expiryOf(token) {
    try {
        return ((0,json.parseJson)([Buffer.from(token.split(".")[1] ?? "", "base64url")])
            .get("exp")
            .number() * 1000);
    }
    catch (error) {
        if (error instanceof report_error.ReportError)
            return 0;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/bundle.js
var bundle = __webpack_require__(5952);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/keyless.js
var keyless = __webpack_require__(8200);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/simple-signing.js
var simple_signing = __webpack_require__(7120);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/sigstore/fulcio.js




/** Longer chains are not Fulcio's. */
const MAX_CERTIFICATES = 10;
/**
 * Asks Fulcio to certify a key for the identity of a token (sigstore/fulcio, fulcio.proto, CreateSigningCertificate).
 *
 * @returns PEM: the certificate of the key, then those that vouch for it. @throws ServiceError
 */
async function requestCertificate(fulcio, address, tokens, { publicKey, privateKey }) {
    const request = {
        failing: "gave no certificate",
        method: "POST",
        url: below(address, "api/v2/signingCert"),
        expected: [200, 201],
        redact: tokens.redact,
        body: async () => {
            const token = await tokens.get();
            return {
                credentials: { oidcIdentityToken: token },
                publicKeyRequest: {
                    publicKey: { algorithm: "ECDSA", content: publicKey.export({ format: "pem", type: "spki" }).toString() },
                    // Who asks has the private key: it signs whom the token is about.
                    proofOfPossession: (0,external_node_crypto_.sign)("sha256", Buffer.from(subjectOf(token)), privateKey).toString("base64"),
                },
            };
        },
    };
    return fulcio.read(request, await fulcio.request(request), (root) => {
        const embedded = root.get("signedCertificateEmbeddedSct");
        const signed = embedded.isMissing ? root.get("signedCertificateDetachedSct") : embedded;
        const certificates = signed.get("chain").get("certificates");
        if (certificates.list().length === 0 || certificates.list().length > MAX_CERTIFICATES)
            throw certificates.not(`a list of 1 to ${MAX_CERTIFICATES} certificates`);
        return [...certificates.items()].map((item) => item.text());
    });
}
function subjectOf(token) {
    try {
        return (0,json.parseJson)([Buffer.from(token.split(".")[1] ?? "", "base64url")])
            .get("sub")
            .text();
    }
    catch (error) {
        if (!(error instanceof report_error.ReportError))
            throw error;
        throw new service.ServiceError("GitHub's token service gave an identity token that names no subject", 0);
    }
}
/** An address below a base that may have a path of its own. */
function below(base, path) {
    return new URL(path, base.href.endsWith("/") ? base : `${base.href}/`);
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/sigstore/rekor.js


const MAX_HASHES = 64;
/**
 * Writes an entry. One that stands there already is taken as it is: an answer to an earlier attempt was lost.
 *
 * @throws ServiceError
 */
async function logEntry(rekor, address, proposed) {
    const request = {
        failing: "logged nothing",
        method: "POST",
        url: below(address, "api/v1/log/entries"),
        expected: [200, 201, 409],
        body: async () => proposed,
    };
    const answer = await rekor.request(request);
    if (answer.status !== 409)
        return rekor.read(request, answer, readEntry);
    const [, id] = /\/api\/v1\/log\/entries\/([0-9a-f]{64,80})$/.exec(answer.headers.location ?? "") ?? [];
    if (id === undefined)
        throw new service.ServiceError(`Rekor (${address.host}) logged nothing: status 409: it has an equal entry, and does not say where`, 409);
    const asked = {
        failing: "did not show the entry that it has already",
        method: "GET",
        url: below(address, `api/v1/log/entries/${id}`),
        expected: [200],
    };
    return rekor.read(asked, await rekor.request(asked), readEntry);
}
function readEntry(root) {
    const [only, ...more] = [...root.entries()];
    if (only === undefined || more.length > 0)
        throw root.not("exactly one entry");
    const [, entry] = only;
    const verification = entry.get("verification");
    const proof = verification.get("inclusionProof");
    const hashes = proof.get("hashes");
    if (hashes.list().length > MAX_HASHES)
        throw hashes.not(`a list of at most ${MAX_HASHES} hashes`);
    return {
        body: entry.get("body").text(),
        integratedTime: entry.get("integratedTime").number(),
        logId: entry.get("logID").text(),
        logIndex: entry.get("logIndex").number(),
        signedEntryTimestamp: verification.get("signedEntryTimestamp").text(),
        inclusionProof: {
            logIndex: proof.get("logIndex").number(),
            treeSize: proof.get("treeSize").number(),
            rootHash: proof.get("rootHash").text(),
            hashes: [...hashes.items()].map((item) => item.text()),
            checkpoint: proof.get("checkpoint").text(),
        },
    };
}

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/keyless/keyless-signer.js







/** A certificate with less time left than this is not used for another signature, milliseconds. */
const keyless_signer_TERM_MARGIN = 120_000;
/**
 * Signs without a key that somebody keeps: Fulcio certifies a key of minutes for the job's identity, and Rekor logs the
 * signature. What was made is verified before anybody stores it.
 */
function keylessSigner({ tokens, fulcio, rekor }, verifier, now = Date.now) {
    let current;
    /** A bundle says nothing of the repository: one entry of the public log is enough for all of them. */
    const bundles = new Map();
    const certifiedKey = async () => {
        if (current !== undefined && now() < current.end - keyless_signer_TERM_MARGIN)
            return current;
        const pair = (0,external_node_crypto_.generateKeyPairSync)("ec", { namedCurve: "P-256" });
        const [own, ...chain] = await requestCertificate(fulcio.service, fulcio.url, tokens, pair);
        const certified = { key: pair.privateKey, certificates: [own, ...chain] };
        current = { ...certified, end: Date.parse((0,keyless.certificateOf)(certified).validTo) };
        return current;
    };
    /** Once more by a new certificate where the log was down for so long that the first one expired. */
    const logged = async (make) => {
        const certified = await certifiedKey();
        const { proposed, finish } = make(certified);
        const entry = await logEntry(rekor.service, rekor.url, proposed);
        if (entry.integratedTime * 1000 <= certified.end)
            return finish(entry);
        current = undefined;
        const again = make(await certifiedKey());
        return again.finish(await logEntry(rekor.service, rekor.url, again.proposed));
    };
    return {
        verifier,
        bundle: async (expected) => {
            const known = bundles.get(expected.digest);
            if (known !== undefined)
                return known;
            const bytes = await logged((certified) => {
                const envelope = (0,bundle/* signStatement */.fT)(certified.key, expected);
                return {
                    proposed: (0,keyless.proposedEnvelope)(envelope, certified),
                    finish: (entry) => (0,keyless.keylessBundle)(envelope, certified, entry),
                };
            });
            ensure(verifier.bundle(bytes, expected));
            bundles.set(expected.digest, bytes);
            return bytes;
        },
        simple: async (subject, existing) => {
            const payload = (0,simple_signing/* simplePayload */.$u)(subject);
            const made = await logged((certified) => {
                const signature = (0,keyless.signWith)(certified, payload);
                return {
                    proposed: (0,keyless.proposedSignature)(payload, signature, certified),
                    finish: (entry) => (0,keyless.keylessSimple)(payload, signature, certified, entry, existing),
                };
            });
            ensure(verifier.simple(made.layer, payload, subject));
            return made;
        },
    };
}
/** @throws ReportError for a signature that nobody could use. */
function ensure(check) {
    if (check.isValid)
        return;
    throw new report_error.ReportError(`the signature that was just made does not hold, and was not stored: ${check.reason}; if Fulcio or Rekor have new keys, give them by \`trusted-root\``);
}

// EXTERNAL MODULE: ./build/js/packages/images/src/keyless/trusted-root.js + 1 modules
var trusted_root = __webpack_require__(7991);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/keyless/open-keyless.js







/** Whom Fulcio takes tokens for. */
const AUDIENCE = "sigstore";
/**
 * Finds out who the job is; asks neither Fulcio nor Rekor yet.
 *
 * @throws ServiceError without a token, ReportError for one that is not of GitHub.
 */
async function openKeylessSigner({ fulcioUrl, rekorUrl }, material, environment, options) {
    const tokens = new IdentityTokens(environment, AUDIENCE, options);
    const { issuer, subject } = (0,identity/* tokenIdentity */.sX)(await tokens.get());
    return keylessSigner({
        tokens,
        fulcio: { service: new service.Service("Fulcio", options), url: fulcioUrl },
        rekor: { service: new service.Service("Rekor", options), url: rekorUrl },
    }, (0,keyless_verifier.keylessVerifier)(material, { issuer, signer: { subject } }), options.now);
}


/***/ })

};

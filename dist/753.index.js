export const id = 753;
export const ids = [753];
export const modules = {

/***/ 3753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  keylessVerifier: () => (/* reexport */ keylessVerifier),
  openKeylessSigner: () => (/* binding */ openKeylessSigner),
  publicInstance: () => (/* reexport */ publicInstance),
  readTrustedRoot: () => (/* reexport */ readTrustedRoot)
});

// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/identity.js
var signatures_identity = __webpack_require__(1702);
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
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/algorithm.js
var algorithm = __webpack_require__(2399);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/log-entry.js
var log_entry = __webpack_require__(8389);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/simple-signing.js
var simple_signing = __webpack_require__(7120);
;// CONCATENATED MODULE: ./build/js/packages/images/src/signatures/keyless.js






const CERTIFICATE = "dev.sigstore.cosign/certificate";
const CHAIN = "dev.sigstore.cosign/chain";
const base64 = (text) => Buffer.from(text).toString("base64");
/** What a log is asked to log about a bundle (sigstore/rekor, pkg/types/dsse). */
function proposedEnvelope(envelope, { certificates: [own] }) {
    return {
        apiVersion: "0.0.1",
        kind: "dsse",
        spec: { proposedContent: { envelope: JSON.stringify(envelope), verifiers: [base64(own)] } },
    };
}
/** What a log is asked to log about a signature without an envelope (sigstore/rekor, pkg/types/hashedrekord). */
function proposedSignature(payload, signature, { certificates: [own] }) {
    return {
        apiVersion: "0.0.1",
        kind: "hashedrekord",
        spec: {
            data: { hash: { algorithm: "sha256", value: (0,external_node_crypto_.createHash)("sha256").update(payload).digest("hex") } },
            signature: { content: Buffer.from(signature).toString("base64"), publicKey: { content: base64(own) } },
        },
    };
}
/** The bundle of a keyless signature (sigstore_bundle.proto, version 0.3). */
function keylessBundle(envelope, certified, entry) {
    const { logIndex, treeSize, rootHash, hashes, checkpoint } = entry.inclusionProof;
    const inclusionProof = {
        logIndex: String(logIndex),
        rootHash: fromHex(rootHash),
        treeSize: String(treeSize),
        hashes: hashes.map(fromHex),
        checkpoint: { envelope: checkpoint },
    };
    return (0,bundle/* bundleBytes */.iU)({
        certificate: { rawBytes: certificateOf(certified).raw.toString("base64") },
        tlogEntries: [{ ...promisedEntry(entry), inclusionProof }],
    }, envelope);
}
/** A keyless signature in the form of cosign 1 and 2, added to those that stand under the tag already. */
function keylessSimple(payload, signature, { certificates: [own, ...chain] }, { body, integratedTime, logId, logIndex, signedEntryTimestamp }, existing) {
    const logged = {
        SignedEntryTimestamp: signedEntryTimestamp,
        Payload: { body, integratedTime, logIndex, logID: logId },
    };
    const more = {
        [CERTIFICATE]: own,
        ...(chain.length > 0 && { [CHAIN]: chain.join("") }),
        [simple_signing/* REKOR_BUNDLE */.n7]: JSON.stringify(logged),
    };
    return (0,simple_signing/* addSimple */.iV)(payload, signature, more, existing);
}
/** @returns undefined for a signature by a key. @throws ReportError */
function readKeylessSimple(layer, payload) {
    const { [CERTIFICATE]: pem, [simple_signing/* SIGNATURE */.J2]: signature, [simple_signing/* REKOR_BUNDLE */.n7]: logged } = layer.annotations ?? {};
    if (pem === undefined || pem === "")
        return undefined;
    if (logged === undefined)
        throw new report_error.ReportError("it has a certificate and no transparency log entry");
    const entry = (0,log_entry/* readRekorBundle */.Gy)(logged);
    const certificate = readCertificate(pem);
    return {
        certificate,
        bundle: {
            mediaType: "application/vnd.dev.sigstore.bundle+json;version=0.1",
            verificationMaterial: {
                x509CertificateChain: { certificates: [{ rawBytes: certificate.raw.toString("base64") }] },
                tlogEntries: [promisedEntry(entry)],
            },
            messageSignature: {
                messageDigest: { algorithm: "SHA2_256", digest: (0,external_node_crypto_.createHash)("sha256").update(payload).digest("base64") },
                signature,
            },
        },
    };
}
/** Signs by the key of a certificate; ECDSA over SHA-256. */
function signWith({ key }, bytes) {
    return (0,algorithm/* signBytes */.b_)(key, bytes);
}
/** @throws ReportError for a text that is not a certificate. */
function certificateOf({ certificates: [own] }) {
    return readCertificate(own);
}
function readCertificate(pem) {
    try {
        return new external_node_crypto_.X509Certificate(pem);
    }
    catch {
        throw new report_error.ReportError("its certificate cannot be read");
    }
}
function promisedEntry({ body, logIndex, logId, integratedTime, signedEntryTimestamp }) {
    const { kind, version } = (0,log_entry/* readBody */.x8)(body);
    return {
        logIndex: String(logIndex),
        logId: { keyId: fromHex(logId) },
        kindVersion: { kind, version },
        integratedTime: String(integratedTime),
        inclusionPromise: { signedEntryTimestamp },
        canonicalizedBody: body,
    };
}
const fromHex = (text) => Buffer.from(text, "hex").toString("base64");

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
        current = { ...certified, end: Date.parse(certificateOf(certified).validTo) };
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
                    proposed: proposedEnvelope(envelope, certified),
                    finish: (entry) => keylessBundle(envelope, certified, entry),
                };
            });
            ensure(verifier.bundle(bytes, expected));
            bundles.set(expected.digest, bytes);
            return bytes;
        },
        simple: async (subject, existing) => {
            const payload = (0,simple_signing/* simplePayload */.$u)(subject);
            const made = await logged((certified) => {
                const signature = signWith(certified, payload);
                return {
                    proposed: proposedSignature(payload, signature, certified),
                    finish: (entry) => keylessSimple(payload, signature, certified, entry, existing),
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

// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/keys.js + 1 modules
var keys = __webpack_require__(276);
// EXTERNAL MODULE: ./build/js/packages/images/src/signatures/signature-check.js
var signature_check = __webpack_require__(5801);
// EXTERNAL MODULE: ./node_modules/@sigstore/bundle/dist/index.js
var dist = __webpack_require__(1040);
// EXTERNAL MODULE: ./node_modules/@sigstore/verify/dist/index.js
var verify_dist = __webpack_require__(4187);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/keyless/keyless-verifier.js











/**
 * Checks signatures by who made them. @sigstore/verify checks the certificate against the trusted root, when it was valid,
 * and that a log holds the signature. What is signed, and that the log's entry is about this very key, is checked by
 * `packages/images`, as for signatures by a key: the library does not compare the key of an entry of kind `dsse`.
 */
function keylessVerifier(material, expectation) {
    const verifier = new verify_dist/* Verifier */.BL(material);
    const checkSigner = (bundle, payload, certificate) => {
        const { identity } = verifier.verify((0,verify_dist/* toSignedEntity */.DC)((0,dist/* bundleFromJSON */.vw)(bundle), payload));
        const signer = { issuer: identity?.extensions?.issuer, subject: identity?.subjectAlternativeName };
        if (!isVerbatim(certificate, signer))
            return (0,signature_check/* invalid */.G)("its certificate names a signer by characters that no certificate may have");
        const mismatch = (0,signatures_identity/* identityMismatch */.tx)(expectation, signer);
        return mismatch === undefined ? { isValid: true, annotations: {}, signer } : (0,signature_check/* invalid */.G)(mismatch);
    };
    return {
        name: nameOf(expectation),
        bundle: (bytes, expected) => guarded(() => {
            const der = (0,bundle/* bundleCertificate */.cD)(bytes);
            if (der === undefined)
                return (0,signature_check/* invalid */.G)("it was signed by a key, and not by an identity");
            const certificate = new external_node_crypto_.X509Certificate(der);
            const said = (0,bundle/* verifyBundle */.IF)((0,keys/* readVerificationKey */.v)(certificate.toString()), bytes, expected);
            if (!said.isValid)
                return said;
            return withAnnotations(checkSigner((0,json.parseJson)([bytes]).raw, undefined, certificate), said);
        }),
        simple: (layer, payload, expected) => guarded(() => {
            const found = readKeylessSimple(layer, payload);
            if (found === undefined)
                return (0,signature_check/* invalid */.G)("it was signed by a key, and not by an identity");
            const said = (0,simple_signing/* verifySimple */.yF)((0,keys/* readVerificationKey */.v)(found.certificate.toString()), layer, payload, expected);
            if (!said.isValid)
                return said;
            return withAnnotations(checkSigner(found.bundle, Buffer.from(payload), found.certificate), said);
        }),
    };
}
function nameOf({ signer }) {
    return `\`${"subject" in signer ? signer.subject : "pattern" in signer ? signer.pattern : signer.workflow.repository}\``;
}
function withAnnotations(check, { annotations }) {
    return check.isValid ? { ...check, annotations } : check;
}
/**
 * Names are ASCII (RFC 5280, IA5String), and the library drops the eighth bit of every byte, so that `ұ` would pass for
 * `R1`. What it read must stand in the certificate as it is.
 */
function isVerbatim({ raw }, { issuer, subject }) {
    return [issuer, subject].every((name) => name === undefined || raw.includes(Buffer.from(name)));
}
/** Whatever the library stumbles over in a document of others is a signature that does not count. */
function guarded(check) {
    try {
        return check();
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        return (0,signature_check/* invalid */.G)(error instanceof report_error.ReportError ? error.message : new report_error.ReportError(error.message).message);
    }
}

// EXTERNAL MODULE: ./node_modules/@sigstore/protobuf-specs/dist/index.js
var protobuf_specs_dist = __webpack_require__(9654);
;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/keyless/public-instance.js
/** The keys of Sigstore's public instance: the `trusted_root.json` of @sigstore/tuf, by scripts/trusted-root.ts. */
const PUBLIC_INSTANCE = `{
  "mediaType": "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
  "tlogs": [
    {
      "baseUrl": "https://rekor.sigstore.dev",
      "hashAlgorithm": "SHA2_256",
      "publicKey": {
        "rawBytes": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2G2Y+2tabdTV5BcGiBIx0a9fAFwrkBbmLSGtks4L3qX6yYY0zufBnhC8Ur/iy55GhWP/9A/bY2LhC30M9+RYtw==",
        "keyDetails": "PKIX_ECDSA_P256_SHA_256",
        "validFor": {
          "start": "2021-01-12T11:53:27Z"
        }
      },
      "logId": {
        "keyId": "wNI9atQGlz+VWfO6LRygH4QUfY/8W4RFwiT5i5WRgB0="
      }
    },
    {
      "baseUrl": "https://log2025-1.rekor.sigstore.dev",
      "hashAlgorithm": "SHA2_256",
      "publicKey": {
        "rawBytes": "MCowBQYDK2VwAyEAt8rlp1knGwjfbcXAYPYAkn0XiLz1x8O4t0YkEhie244=",
        "keyDetails": "PKIX_ED25519",
        "validFor": {
          "start": "2025-09-23T00:00:00Z"
        }
      },
      "logId": {
        "keyId": "zxGZFVvd0FEmjR8WrFwMdcAJ9vtaY/QXf44Y1wUeP6A="
      }
    }
  ],
  "certificateAuthorities": [
    {
      "subject": {
        "organization": "sigstore.dev",
        "commonName": "sigstore"
      },
      "uri": "https://fulcio.sigstore.dev",
      "certChain": {
        "certificates": [
          {
            "rawBytes": "MIIB+DCCAX6gAwIBAgITNVkDZoCiofPDsy7dfm6geLbuhzAKBggqhkjOPQQDAzAqMRUwEwYDVQQKEwxzaWdzdG9yZS5kZXYxETAPBgNVBAMTCHNpZ3N0b3JlMB4XDTIxMDMwNzAzMjAyOVoXDTMxMDIyMzAzMjAyOVowKjEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MREwDwYDVQQDEwhzaWdzdG9yZTB2MBAGByqGSM49AgEGBSuBBAAiA2IABLSyA7Ii5k+pNO8ZEWY0ylemWDowOkNa3kL+GZE5Z5GWehL9/A9bRNA3RbrsZ5i0JcastaRL7Sp5fp/jD5dxqc/UdTVnlvS16an+2Yfswe/QuLolRUCrcOE2+2iA5+tzd6NmMGQwDgYDVR0PAQH/BAQDAgEGMBIGA1UdEwEB/wQIMAYBAf8CAQEwHQYDVR0OBBYEFMjFHQBBmiQpMlEk6w2uSu1KBtPsMB8GA1UdIwQYMBaAFMjFHQBBmiQpMlEk6w2uSu1KBtPsMAoGCCqGSM49BAMDA2gAMGUCMH8liWJfMui6vXXBhjDgY4MwslmN/TJxVe/83WrFomwmNf056y1X48F9c4m3a3ozXAIxAKjRay5/aj/jsKKGIkmQatjI8uupHr/+CxFvaJWmpYqNkLDGRU+9orzh5hI2RrcuaQ=="
          }
        ]
      },
      "validFor": {
        "start": "2021-03-07T03:20:29Z",
        "end": "2022-12-31T23:59:59.999Z"
      }
    },
    {
      "subject": {
        "organization": "sigstore.dev",
        "commonName": "sigstore"
      },
      "uri": "https://fulcio.sigstore.dev",
      "certChain": {
        "certificates": [
          {
            "rawBytes": "MIICGjCCAaGgAwIBAgIUALnViVfnU0brJasmRkHrn/UnfaQwCgYIKoZIzj0EAwMwKjEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MREwDwYDVQQDEwhzaWdzdG9yZTAeFw0yMjA0MTMyMDA2MTVaFw0zMTEwMDUxMzU2NThaMDcxFTATBgNVBAoTDHNpZ3N0b3JlLmRldjEeMBwGA1UEAxMVc2lnc3RvcmUtaW50ZXJtZWRpYXRlMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE8RVS/ysH+NOvuDZyPIZtilgUF9NlarYpAd9HP1vBBH1U5CV77LSS7s0ZiH4nE7Hv7ptS6LvvR/STk798LVgMzLlJ4HeIfF3tHSaexLcYpSASr1kS0N/RgBJz/9jWCiXno3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwMwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQU39Ppz1YkEZb5qNjpKFWixi4YZD8wHwYDVR0jBBgwFoAUWMAeX5FFpWapesyQoZMi0CrFxfowCgYIKoZIzj0EAwMDZwAwZAIwPCsQK4DYiZYDPIaDi5HFKnfxXx6ASSVmERfsynYBiX2X6SJRnZU84/9DZdnFvvxmAjBOt6QpBlc4J/0DxvkTCqpclvziL6BCCPnjdlIB3Pu3BxsPmygUY7Ii2zbdCdliiow="
          },
          {
            "rawBytes": "MIIB9zCCAXygAwIBAgIUALZNAPFdxHPwjeDloDwyYChAO/4wCgYIKoZIzj0EAwMwKjEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MREwDwYDVQQDEwhzaWdzdG9yZTAeFw0yMTEwMDcxMzU2NTlaFw0zMTEwMDUxMzU2NThaMCoxFTATBgNVBAoTDHNpZ3N0b3JlLmRldjERMA8GA1UEAxMIc2lnc3RvcmUwdjAQBgcqhkjOPQIBBgUrgQQAIgNiAAT7XeFT4rb3PQGwS4IajtLk3/OlnpgangaBclYpsYBr5i+4ynB07ceb3LP0OIOZdxexX69c5iVuyJRQ+Hz05yi+UF3uBWAlHpiS5sh0+H2GHE7SXrk1EC5m1Tr19L9gg92jYzBhMA4GA1UdDwEB/wQEAwIBBjAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBRYwB5fkUWlZql6zJChkyLQKsXF+jAfBgNVHSMEGDAWgBRYwB5fkUWlZql6zJChkyLQKsXF+jAKBggqhkjOPQQDAwNpADBmAjEAj1nHeXZp+13NWBNa+EDsDP8G1WWg1tCMWP/WHPqpaVo0jhsweNFZgSs0eE7wYI4qAjEA2WB9ot98sIkoF3vZYdd3/VtWB5b9TNMea7Ix/stJ5TfcLLeABLE4BNJOsQ4vnBHJ"
          }
        ]
      },
      "validFor": {
        "start": "2022-04-13T20:06:15Z"
      }
    }
  ],
  "ctlogs": [
    {
      "baseUrl": "https://ctfe.sigstore.dev/test",
      "hashAlgorithm": "SHA2_256",
      "publicKey": {
        "rawBytes": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEbfwR+RJudXscgRBRpKX1XFDy3PyudDxz/SfnRi1fT8ekpfBd2O1uoz7jr3Z8nKzxA69EUQ+eFCFI3zeubPWU7w==",
        "keyDetails": "PKIX_ECDSA_P256_SHA_256",
        "validFor": {
          "start": "2021-03-14T00:00:00Z",
          "end": "2022-10-31T23:59:59.999Z"
        }
      },
      "logId": {
        "keyId": "CGCS8ChS/2hF0dFrJ4ScRWcYrBY9wzjSbea8IgY2b3I="
      }
    },
    {
      "baseUrl": "https://ctfe.sigstore.dev/2022",
      "hashAlgorithm": "SHA2_256",
      "publicKey": {
        "rawBytes": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEiPSlFi0CmFTfEjCUqF9HuCEcYXNKAaYalIJmBZ8yyezPjTqhxrKBpMnaocVtLJBI1eM3uXnQzQGAJdJ4gs9Fyw==",
        "keyDetails": "PKIX_ECDSA_P256_SHA_256",
        "validFor": {
          "start": "2022-10-20T00:00:00Z"
        }
      },
      "logId": {
        "keyId": "3T0wasbHETJjGR4cmWc3AqJKXrjePK3/h4pygC8p7o4="
      }
    }
  ],
  "timestampAuthorities": [
    {
      "subject": {
        "organization": "sigstore.dev",
        "commonName": "sigstore-tsa-selfsigned"
      },
      "uri": "https://timestamp.sigstore.dev/api/v1/timestamp",
      "certChain": {
        "certificates": [
          {
            "rawBytes": "MIICEDCCAZagAwIBAgIUOhNULwyQYe68wUMvy4qOiyojiwwwCgYIKoZIzj0EAwMwOTEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MSAwHgYDVQQDExdzaWdzdG9yZS10c2Etc2VsZnNpZ25lZDAeFw0yNTA0MDgwNjU5NDNaFw0zNTA0MDYwNjU5NDNaMC4xFTATBgNVBAoTDHNpZ3N0b3JlLmRldjEVMBMGA1UEAxMMc2lnc3RvcmUtdHNhMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE4ra2Z8hKNig2T9kFjCAToGG30jky+WQv3BzL+mKvh1SKNR/UwuwsfNCg4sryoYAd8E6isovVA3M4aoNdm9QDi50Z8nTEyvqgfDPtTIwXItfiW/AFf1V7uwkbkAoj0xxco2owaDAOBgNVHQ8BAf8EBAMCB4AwHQYDVR0OBBYEFIn9eUOHz9BlRsMCRscsc1t9tOsDMB8GA1UdIwQYMBaAFJjsAe9/u1H/1JUeb4qImFMHic6/MBYGA1UdJQEB/wQMMAoGCCsGAQUFBwMIMAoGCCqGSM49BAMDA2gAMGUCMDtpsV/6KaO0qyF/UMsX2aSUXKQFdoGTptQGc0ftq1csulHPGG6dsmyMNd3JB+G3EQIxAOajvBcjpJmKb4Nv+2Taoj8Uc5+b6ih6FXCCKraSqupe07zqswMcXJTe1cExvHvvlw=="
          },
          {
            "rawBytes": "MIIB9zCCAXygAwIBAgIUV7f0GLDOoEzIh8LXSW80OJiUp14wCgYIKoZIzj0EAwMwOTEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MSAwHgYDVQQDExdzaWdzdG9yZS10c2Etc2VsZnNpZ25lZDAeFw0yNTA0MDgwNjU5NDNaFw0zNTA0MDYwNjU5NDNaMDkxFTATBgNVBAoTDHNpZ3N0b3JlLmRldjEgMB4GA1UEAxMXc2lnc3RvcmUtdHNhLXNlbGZzaWduZWQwdjAQBgcqhkjOPQIBBgUrgQQAIgNiAAQUQNtfRT/ou3YATa6wB/kKTe70cfJwyRIBovMnt8RcJph/COE82uyS6FmppLLL1VBPGcPfpQPYJNXzWwi8icwhKQ6W/Qe2h3oebBb2FHpwNJDqo+TMaC/tdfkv/ElJB72jRTBDMA4GA1UdDwEB/wQEAwIBBjASBgNVHRMBAf8ECDAGAQH/AgEAMB0GA1UdDgQWBBSY7AHvf7tR/9SVHm+KiJhTB4nOvzAKBggqhkjOPQQDAwNpADBmAjEAwGEGrfGZR1cen1R8/DTVMI943LssZmJRtDp/i7SfGHmGRP6gRbuj9vOK3b67Z0QQAjEAuT2H673LQEaHTcyQSZrkp4mX7WwkmF+sVbkYY5mXN+RMH13KUEHHOqASaemYWK/E"
          }
        ]
      },
      "validFor": {
        "start": "2025-07-04T00:00:00Z"
      }
    }
  ]
}`;

;// CONCATENATED MODULE: ./build/js/actions/docker-build-push/src/signing/keyless/trusted-root.js





/** The services that must be in it, for somebody who has to complete the file. */
const NEEDED = {
    certificateAuthorities: "certificate authority (Fulcio)",
    ctlogs: "log of certificates (CT)",
    tlogs: "transparency log (Rekor)",
};
/** The keys of Sigstore's public instance, as of the day that docs/adr/013-trusted-root.md names. */
function publicInstance() {
    return readMaterial(JSON.parse(PUBLIC_INSTANCE));
}
/**
 * Reads a trusted root, as `cosign trusted-root create` writes it (sigstore_trustroot.proto).
 *
 * @throws ReportError that says what it lacks.
 */
function readTrustedRoot(bytes) {
    const root = (0,json.parseJson)([bytes]);
    const type = root.get("mediaType");
    if (!/^application\/vnd\.dev\.sigstore\.trustedroot[.+]/.test(String(type.raw)))
        throw type.not("the type of a trusted root of Sigstore");
    for (const [name, what] of Object.entries(NEEDED)) {
        const list = root.get(name);
        if (list.isMissing || list.list().length === 0)
            throw new report_error.ReportError(`names no ${what} in \`${name}\``);
    }
    return readMaterial(root.raw);
}
function readMaterial(root) {
    try {
        return (0,verify_dist/* toTrustMaterial */.jO)(protobuf_specs_dist.TrustedRoot.fromJSON(root));
    }
    catch (cause) {
        // The library reads keys and certificates, and says of their content what it stumbled over.
        throw new report_error.ReportError(`holds a key or certificate that cannot be read: ${cause.message}`, { cause });
    }
}

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
    const { issuer, subject } = (0,signatures_identity/* tokenIdentity */.sX)(await tokens.get());
    return keylessSigner({
        tokens,
        fulcio: { service: new service.Service("Fulcio", options), url: fulcioUrl },
        rekor: { service: new service.Service("Rekor", options), url: rekorUrl },
    }, keylessVerifier(material, { issuer, signer: { subject } }), options.now);
}


/***/ })

};

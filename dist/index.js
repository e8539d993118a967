import * as __WEBPACK_EXTERNAL_MODULE__left_out_js_ffde74b9__ from "./left-out.js";
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 3898:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
module.exports = x({ ["ProxyAgent"]: () => (__WEBPACK_EXTERNAL_MODULE__left_out_js_ffde74b9__.ProxyAgent), ["fetch"]: () => (__WEBPACK_EXTERNAL_MODULE__left_out_js_ffde74b9__.fetch), ["restEndpointMethods"]: () => (__WEBPACK_EXTERNAL_MODULE__left_out_js_ffde74b9__.restEndpointMethods) });

/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 3339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 7830:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 5574:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 7349:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveBlockMap = __nccwpck_require__(7103);
var resolveBlockSeq = __nccwpck_require__(334);
var resolveFlowCollection = __nccwpck_require__(3142);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 3683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(3021);
var composeNode = __nccwpck_require__(5937);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5937:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var composeCollection = __nccwpck_require__(7349);
var composeScalar = __nccwpck_require__(5413);
var resolveEnd = __nccwpck_require__(7788);
var utilEmptyScalarPosition = __nccwpck_require__(2599);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 9984:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(1342);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(9083);
var identity = __nccwpck_require__(1127);
var composeDoc = __nccwpck_require__(3683);
var resolveEnd = __nccwpck_require__(7788);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilFlowIndentCheck = __nccwpck_require__(4051);
var utilMapIncludes = __nccwpck_require__(1187);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 334:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(2223);
var resolveProps = __nccwpck_require__(4631);
var utilFlowIndentCheck = __nccwpck_require__(4051);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilMapIncludes = __nccwpck_require__(1187);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var resolveEnd = __nccwpck_require__(7788);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(9499);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var toJS = __nccwpck_require__(4043);
var Schema = __nccwpck_require__(5840);
var stringifyDocument = __nccwpck_require__(6829);
var anchors = __nccwpck_require__(1596);
var applyReviver = __nccwpck_require__(3661);
var createNode = __nccwpck_require__(23);
var directives = __nccwpck_require__(1342);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 1596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 23:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 9083:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var Schema = __nccwpck_require__(5840);
var errors = __nccwpck_require__(9083);
var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);
var publicApi = __nccwpck_require__(4047);
var visit = __nccwpck_require__(204);



__webpack_unused_export__ = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
exports.Vj = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
exports.jh = identity.isMap;
__webpack_unused_export__ = identity.isNode;
__webpack_unused_export__ = identity.isPair;
exports.jn = identity.isScalar;
__webpack_unused_export__ = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
__webpack_unused_export__ = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
__webpack_unused_export__ = cst;
__webpack_unused_export__ = lexer.Lexer;
exports.HN = lineCounter.LineCounter;
__webpack_unused_export__ = parser.Parser;
exports.parse = publicApi.parse;
__webpack_unused_export__ = publicApi.parseAllDocuments;
exports.Tp = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
__webpack_unused_export__ = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var visit = __nccwpck_require__(204);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 101:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(23);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(3661);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 7165:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(23);
var stringifyPair = __nccwpck_require__(9748);
var addPairToJSMap = __nccwpck_require__(7104);
var identity = __nccwpck_require__(1127);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3301:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4454:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(1212);
var addPairToJSMap = __nccwpck_require__(7104);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(23);
var stringifyCollection = __nccwpck_require__(1212);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var toJS = __nccwpck_require__(4043);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(7249);
var merge = __nccwpck_require__(452);
var stringify = __nccwpck_require__(2148);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1127:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 110:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);
var errors = __nccwpck_require__(9083);
var stringifyString = __nccwpck_require__(3069);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 7715:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(110);
var cstStringify = __nccwpck_require__(1733);
var cstVisit = __nccwpck_require__(7715);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 361:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3461);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(9083);
var log = __nccwpck_require__(7249);
var identity = __nccwpck_require__(1127);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 5840:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var tags = __nccwpck_require__(18);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLMap = __nccwpck_require__(4454);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLSeq = __nccwpck_require__(2223);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3069);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 9874:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 18:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);
var schema = __nccwpck_require__(896);
var schema$1 = __nccwpck_require__(3559);
var binary = __nccwpck_require__(6083);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var schema$2 = __nccwpck_require__(8294);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(3301);
var stringifyString = __nccwpck_require__(3069);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var pairs = __nccwpck_require__(8385);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8385:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLSeq = __nccwpck_require__(2223);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 8294:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var binary = __nccwpck_require__(6083);
var bool = __nccwpck_require__(8398);
var float = __nccwpck_require__(5782);
var int = __nccwpck_require__(873);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 1528:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var identity = __nccwpck_require__(1127);
var stringifyComment = __nccwpck_require__(9799);
var stringifyString = __nccwpck_require__(3069);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var foldFlowLines = __nccwpck_require__(4475);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 204:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 1868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   indexPath: () => (/* binding */ indexPath)
/* harmony export */ });
/** crates.io takes no other names (https://doc.rust-lang.org/cargo/reference/registry-index.html, "Name restrictions"). */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
/**
 * Where an index keeps a crate: `1/a`, `2/ab`, `3/a/abc`, `se/rd/serde`, in lower case. Undefined for what is not the
 * name of a crate: it would lead elsewhere. Pure.
 */
function indexPath(crate) {
    if (!NAME.test(crate))
        return undefined;
    const name = crate.toLowerCase();
    if (name.length <= 2)
        return `${name.length}/${name}`;
    if (name.length === 3)
        return `3/${name[0]}/${name}`;
    return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`;
}


/***/ }),

/***/ 7605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   artifactPlaces: () => (/* binding */ artifactPlaces),
/* harmony export */   readArtifactFile: () => (/* binding */ readArtifactFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8878);
/* harmony import */ var _runner_file_error_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2234);





/**
 * A file out of another run's artifact, whole. Anybody can make one: a link in it could lead to a secret of this
 * privileged run, and a file without end would fill the memory.
 *
 * @param path absolute.
 * @param shown how messages call it.
 * @param places folders that may themselves be behind links (of the runner, `/tmp`); no other part of the path may be.
 * @throws UserError when it is not there, not a regular file, behind a link, or too large.
 */
function readArtifactFile(path, shown, maxBytes, places) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false }) === undefined)
        throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`${shown} is not there; download the artifact with the result file first`);
    const link = findLink(path, places);
    if (link === path)
        throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`${shown} is not a regular file`);
    if (link !== undefined)
        throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`${shown} is behind ${link}, which is a link; an artifact may lead nowhere else`);
    return readRegularFile(path, shown, maxBytes);
}
/** Where artifacts lie: the folders of the runner, which may themselves be behind links. */
function artifactPlaces({ workspace, environment }) {
    return [workspace, environment.RUNNER_TEMP ?? "", (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)()].filter((place) => place !== "");
}
/** The first part of a path, from above, that is a link. */
function findLink(path, places) {
    let at = places.filter((place) => isBelow(path, place)).sort((a, b) => b.length - a.length)[0] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.parse)(path).root;
    for (const part of (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(at, path).split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep)) {
        at = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(at, part);
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(at, { throwIfNoEntry: false })?.isSymbolicLink() === true)
            return at;
    }
    return undefined;
}
function isBelow(path, folder) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(folder, path);
    return way !== "" && way !== ".." && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way);
}
/** What is checked is what is read: the file may be exchanged in between. */
function readRegularFile(path, shown, maxBytes) {
    let descriptor;
    try {
        // Without O_NONBLOCK, opening a pipe waits for somebody who writes.
        descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    }
    catch (error) {
        throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`${shown} cannot be read: ${error.message}`, { cause: error });
    }
    return (0,_runner_file_error_js__WEBPACK_IMPORTED_MODULE_4__/* .namingPath */ .UW)(path, () => readDescriptor(descriptor, shown, maxBytes));
}
function readDescriptor(descriptor, shown, maxBytes) {
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
        if (!stat.isFile())
            throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`${shown} is not a regular file`);
        if (stat.size > maxBytes)
            throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`${shown} has ${stat.size} bytes, more than a result has`);
        const bytes = Buffer.alloc(stat.size);
        let length = 0;
        for (let read = -1; read !== 0 && length < bytes.length; length += read)
            read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, bytes, length, bytes.length - length, length);
        return bytes.subarray(0, length);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}


/***/ }),

/***/ 7984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   contextOf: () => (/* binding */ contextOf)
/* harmony export */ });
/** The context of a run, as its event states it. Pure. */
function contextOf(event) {
    return {
        serverUrl: event.serverUrl,
        repository: `${event.repository.owner}/${event.repository.name}`,
        headSha: event.headSha,
        ...(event.pullRequest !== undefined && { pullRequest: event.pullRequest.number }),
    };
}


/***/ }),

/***/ 5195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ describeError)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8878);
/* harmony import */ var _github_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5876);
/* harmony import */ var _process_lifetime_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(36);
/* harmony import */ var _runner_file_error_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2234);




/** Where people report what went wrong on our side. */
const ISSUES = "https://github.com/org/jessy-actions/issues";
/**
 * What to show of a thrown value. What the user, the machine or GitHub has to mend is told in a line each; anything else
 * is our own: the whole chain of causes, the stack and where to report it.
 */
function describeError(error) {
    if (error instanceof _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_0__/* .UserErrors */ .t)
        return { lines: error.problems };
    if (error instanceof _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y)
        return { lines: [error.message] };
    if (error instanceof _github_error_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubError */ .y)
        return { lines: [`GitHub did not do what was asked: ${error.message}`] };
    if (error instanceof _process_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .ProcessLimitError */ .fZ)
        return { lines: [error.message] };
    const fileError = (0,_runner_file_error_js__WEBPACK_IMPORTED_MODULE_3__/* .describeFileError */ .SQ)(error);
    if (fileError !== undefined)
        return { lines: [fileError] };
    const chain = [];
    let cause = error;
    for (let depth = 0; cause !== undefined && depth < 8; depth++) {
        chain.push(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
        cause = cause instanceof Error ? cause.cause : undefined;
    }
    return {
        lines: [
            `this is a fault of the action, not of your workflow: ${chain.join("; because of ")}. Please report it at ${ISSUES}`,
        ],
        ...(error instanceof Error && error.stack !== undefined && { stack: error.stack }),
    };
}


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish),
  publishComment: () => (/* binding */ publishComment),
  publishFiles: () => (/* binding */ publishFiles)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/error.js
var github_error = __nccwpck_require__(5876);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/escape.js
var report_escape = __nccwpck_require__(5428);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/mark.js
var mark = __nccwpck_require__(8342);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/markdown.js
var markdown = __nccwpck_require__(4342);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/report/terminal.js

/** A report as text for a terminal or a log: aligned tables, everything unfolded, nothing cut. */
function renderTerminal(blocks, style) {
    return `${blocks.map((block) => renderBlock(block, style)).join("\n\n")}\n`;
}
function renderBlock(block, style) {
    switch (block.kind) {
        case "heading":
            return bold(plain(block.text), style);
        case "paragraph":
            return plain(block.text);
        case "alert":
            return `${bold(`${block.level.toUpperCase()}:`, style)} ${plain(block.text)}`;
        case "list":
            return block.items.map((item) => `  - ${plain(item)}`).join("\n");
        case "code":
        case "markdown":
            return indent(block.text.split("\n").map(report_escape/* escapeTerminal */.en).join("\n"));
        case "details":
            return `${bold(plain(block.summary), style)}\n${indent(block.blocks.map((inner) => renderBlock(inner, style)).join("\n\n"))}`;
        case "table": {
            const rows = [block.columns.map((column) => plain(column.header)), ...block.rows.map((row) => row.map(plain))];
            const widths = block.columns.map((_, at) => rows.reduce((most, row) => Math.max(most, displayWidth(row[at] ?? "")), 0));
            const lines = rows.map((row) => row
                .map((cell, at) => pad(cell, widths[at], block.columns[at]?.align === "right"))
                .join("  ")
                .trimEnd());
            return [bold(lines[0], style), ...lines.slice(1)].join("\n");
        }
    }
}
function plain(line) {
    return Array.isArray(line) ? line.map((inline) => plainInline(inline)).join("") : plainInline(line);
}
function plainInline(inline) {
    if (typeof inline === "string")
        return (0,report_escape/* escapeTerminal */.en)(inline);
    if ("code" in inline)
        return (0,report_escape/* escapeTerminal */.en)(inline.code);
    if ("strong" in inline)
        return plain(inline.strong);
    if ("emphasis" in inline)
        return plain(inline.emphasis);
    if ("link" in inline)
        return plain(inline.link.text);
    return (0,report_escape/* escapeTerminal */.en)(inline.image.alt);
}
function bold(text, { color }) {
    return color ? `\u001b[1m${text}\u001b[0m` : text;
}
function indent(text) {
    return text
        .split("\n")
        .map((line) => (line === "" ? line : `  ${line}`))
        .join("\n");
}
function pad(text, width, right) {
    const blanks = " ".repeat(width - displayWidth(text));
    return right ? blanks + text : text + blanks;
}
/** The columns that a text takes: two for East Asian wide characters and emoji, none for combining marks. */
function displayWidth(text) {
    let width = 0;
    for (const character of text) {
        if (/\p{Mark}|\u200d|\ufe0f/u.test(character))
            continue;
        width +=
            /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(character)
                ? 2
                : 1;
    }
    return width;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/runner/annotations.js
/** The runner keeps ten annotations of each level a step and silently drops the rest (ExecutionContext.cs). */
const MAX_ANNOTATIONS_PER_LEVEL = 10;
/** The runner cuts a message after this many characters (ExecutionContext.cs). */
const MAX_ANNOTATION_CHARACTERS = 4096;
/** The annotations that GitHub will show, most important first, so that its limit never takes the wrong ones. */
function selectAnnotations(annotations) {
    const shown = [];
    for (const level of ["error", "warning", "notice"]) {
        const ofLevel = annotations.filter((annotation) => annotation.level === level);
        ofLevel.sort((a, b) => (b.importance ?? 0) - (a.importance ?? 0));
        shown.push(...ofLevel.slice(0, MAX_ANNOTATIONS_PER_LEVEL).map(cutMessage));
    }
    return { shown, omitted: annotations.length - shown.length };
}
function cutMessage(annotation) {
    if (annotation.message.length <= MAX_ANNOTATION_CHARACTERS)
        return annotation;
    return {
        ...annotation,
        message: `${annotation.message.slice(0, MAX_ANNOTATION_CHARACTERS - 4).replace(/[\ud800-\udbff]$/, "")} ...`,
    };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-content.js
var file_content = __nccwpck_require__(1093);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/outputs.js
var runner_outputs = __nccwpck_require__(9185);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/summary.js
var summary = __nccwpck_require__(5819);
// EXTERNAL MODULE: ./build/js/packages/kit/src/action/outcome.js
var outcome = __nccwpck_require__(5195);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/action/publish.js











/**
 * Writes the report of a result everywhere it belongs. What can fail comes last: files, outputs, log, annotations,
 * summary, and then the comment. A comment that cannot be written is a notice or a warning, and never changes the
 * verdict. What was masked is in none of it: the report is rendered from the result without its secrets, since no later
 * place knows into what form a renderer brought them.
 */
async function publish(render, result, action, publication, io) {
    const { environment, log } = io;
    const { verdict, fails } = result;
    const hidden = log.redaction.redactData(result);
    const { headline: words } = hidden;
    const report = render(hidden);
    const outputs = hidden === result ? report.outputs : withoutSecrets(render(result).outputs, log);
    const paths = writeResultFiles(report.files, io.temporary);
    (0,runner_outputs.setOutputs)({ ...outputs, ...paths });
    const heading = { kind: "heading", level: 2, text: report.title };
    const headline = { kind: "paragraph", text: [MARK_OF[verdict], " ", { strong: words }] };
    const color = environment.GITHUB_ACTIONS === "true" && environment.NO_COLOR === undefined;
    log.info(renderTerminal([heading, headline, ...report.summary], { color }));
    if (fails)
        log.error(words);
    const { shown, omitted } = selectAnnotations(report.annotations.filter(({ file }) => publication.annotations !== false || file === undefined));
    for (const annotation of shown)
        log.annotate(annotation);
    if (omitted > 0)
        log.info(`${omitted} more annotations did not fit into GitHub's limit of ten of each kind; the summary has them all.`);
    try {
        await (0,summary.writeSummary)([heading, headline, ...report.summary]);
    }
    catch (error) {
        log.warning(`No job summary: ${(0,outcome/* describeError */.U)(error).lines.join("; ")}. The report is in the log; the verdict stands.`);
    }
    if (publication.comment && report.comment !== undefined) {
        await publishComment([heading, headline, ...report.comment], action, publication, io);
    }
}
/**
 * Later steps work with outputs, so one is whole or empty: half a reference would lead somewhere else. GitHub leaves an
 * output of a job out for the same reason.
 */
function withoutSecrets(outputs, log) {
    return Object.fromEntries(Object.entries(outputs).map(([name, value]) => {
        if (!log.redaction.holdsSecret(value))
            return [name, value];
        log.warning(`The output \`${name}\` is empty: it would hold a value that is masked.`);
        return [name, ""];
    }));
}
/** Milliseconds that GitHub may take over a comment: nobody waits longer for something that changes no verdict. */
const COMMENT_TIME = 120_000;
/** Puts a section into the shared comment. Whatever goes wrong is a notice or a warning: it is never thrown. */
async function publishComment(blocks, action, publication, io) {
    const { log } = io;
    try {
        const event = io.event();
        if (event.pullRequest === undefined && event.followedRun === undefined)
            return;
        if (publication.token === "") {
            log.notice("No comment: the input `github-token` is empty. The report is in the job summary.");
            return;
        }
        const [{ publishSection }, { sectionId }] = await Promise.all([
            __nccwpck_require__.e(/* import() */ 807).then(__nccwpck_require__.bind(__nccwpck_require__, 1807)),
            Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 4144)),
        ]);
        const number = await io.pullRequestNumber();
        if (number === undefined) {
            log.notice("No comment: no open pull request has the commit of the run that this one follows.");
            return;
        }
        const { owner, name: repo } = event.repository;
        const published = await publishSection((await io.github()).within(COMMENT_TIME), { owner, repo, issueNumber: number, sectionId: sectionId(action, publication.name) }, (maxBytes) => (0,markdown.renderMarkdown)(blocks, { maxBytes }).text, { log });
        if (published.status === "forbidden") {
            const why = event.pullRequest?.fork === true ? "a pull request from a fork has a read-only token" : published.reason;
            log.notice(`No comment: ${why}. The report is in the job summary.`);
        }
        else if (published.status === "contested") {
            log.warning("No comment: other jobs kept writing over it. The report is in the job summary; the verdict stands.");
        }
        else
            log.info(`Comment ${published.status}: ${(0,report_escape/* escapeTerminal */.en)(published.url)}`);
    }
    catch (error) {
        const { lines, stack } = (0,outcome/* describeError */.U)(error);
        const reason = error instanceof github_error/* GitHubError */.y ? error.message : lines.join("; ");
        log.warning(`No comment: ${reason}. The report is in the job summary; the verdict stands.`);
        if (stack !== undefined)
            log.foreign(stack);
    }
}
const MARK_OF = {
    pass: mark/* MARK */.M.pass,
    fail: mark/* MARK */.M.fail,
    inconclusive: mark/* MARK */.M.warning,
    broken: mark/* MARK */.M.broken,
};
/** Files that are no part of a report, for an action that makes them of its facts, and the outputs that lead to them. */
function publishFiles(files, { temporary, log }) {
    const hidden = files.map((file) => ({ ...file, content: log.redaction.redactContent(file.content) }));
    (0,runner_outputs.setOutputs)(writeResultFiles(hidden, temporary));
}
/** @returns the absolute path of each file, by the name of its output. */
function writeResultFiles(files, folder) {
    const paths = {};
    for (const { name, content, output } of files) {
        const path = (0,external_node_path_.join)(folder, name);
        (0,file_content/* writeFile */._h)(path, content);
        if (output !== undefined)
            paths[output] = path;
    }
    return paths;
}


/***/ }),

/***/ 2683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   readPublishedResult: () => (/* binding */ readPublishedResult)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _jessy_actions_reading_json__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4164);
/* harmony import */ var _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8439);
/* harmony import */ var _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8878);
/* harmony import */ var _artifact_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7605);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7984);






/**
 * Reads another run's result, for the privileged `workflow_run` half of an action. The file comes from a pull request that anybody can open,
 * so its shape is checked field by field, and its commit must be the one that the followed run was started for.
 *
 * @param path as the input `publish-result` states it, relative to the workspace.
 * @returns the result, and the context that the event states: callers replace the file's own by it.
 * @throws UserError naming what is wrong with the file.
 */
async function readPublishedResult(path, format, io) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(io.workspace, path);
    const shown = `input \`publish-result\`: ${absolute}`;
    const bytes = (0,_artifact_js__WEBPACK_IMPORTED_MODULE_4__.readArtifactFile)(absolute, shown, format.maxBytes, (0,_artifact_js__WEBPACK_IMPORTED_MODULE_4__.artifactPlaces)(io));
    const event = io.event();
    let result;
    try {
        result = format.validate((0,_jessy_actions_reading_json__WEBPACK_IMPORTED_MODULE_1__.parseJson)([bytes]));
    }
    catch (error) {
        if (error instanceof _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_2__.ReportError)
            throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`${shown}: ${error.message}`);
        throw error;
    }
    const measured = format.measuredSha(result);
    const followed = event.followedRun?.headSha;
    // In a later job of the same run there is no run to follow, but the same commit.
    const expected = followed ?? event.pullRequest?.headSha;
    if (expected !== undefined && measured !== expected) {
        const run = followed === undefined ? "this run" : "the run that this one follows";
        throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`${shown} was made from ${measured.slice(0, 10)}, but ${run} is of ${expected.slice(0, 10)}`);
    }
    // Only for links: when GitHub does not answer, publishing says so.
    const pullRequest = await io.pullRequestNumber().catch(() => undefined);
    return { result, context: { ...(0,_context_js__WEBPACK_IMPORTED_MODULE_5__.contextOf)(event), ...(pullRequest !== undefined && { pullRequest }) } };
}


/***/ }),

/***/ 4336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Zl: () => (/* binding */ gateState),
  o9: () => (/* binding */ hasState),
  un: () => (/* binding */ state_readState),
  LZ: () => (/* binding */ state_saveState)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(8524);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/command-file.js
var command_file = __nccwpck_require__(2833);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-error.js
var file_error = __nccwpck_require__(2234);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/outputs.js
var outputs = __nccwpck_require__(9185);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/runner/state.js




/** Most bytes of one value: the runner hands it over as an environment variable, of which Linux takes 128 KiB each with its name. */
const STATE_MAX_BYTES = 128_000;
/**
 * Keeps a value for a later phase of this action in this job. Outside of a runner it does nothing, where core would print the command that
 * `GITHUB_STATE` has replaced.
 *
 * @throws Error for a value over the limit, with which no later phase could start, and for a name that the runner would read as another one.
 */
function saveState(name, value) {
    const file = (0,command_file/* commandFile */.C)("GITHUB_STATE");
    if (file === undefined)
        return;
    if (!(0,outputs.isValueName)(name))
        throw new Error(`${JSON.stringify(name)} cannot be the name of a state`);
    if (Buffer.byteLength(value) > STATE_MAX_BYTES) {
        throw new Error(`the state ${JSON.stringify(name)} is larger than ${STATE_MAX_BYTES} bytes`);
    }
    (0,file_error/* namingPath */.UW)(file, () => (0,core/* saveState */.LZ)(name, value));
}
/** What an earlier phase kept; undefined when it kept nothing, or an empty text, which core does not tell apart. */
function readState(name) {
    return (0,core/* getState */.Gu)(name) || undefined;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/action/state.js

/** The runner hands `NAME` over as `STATE_NAME`. */
const NAME = "jessy";
/** Keeps a state for the phases after this one; a later one replaces it. Outside of a runner nothing is kept. */
function state_saveState(state) {
    saveState(NAME, JSON.stringify(state));
}
/** @returns undefined when no earlier phase kept anything. @throws Error naming what is wrong with the state. */
function state_readState(codec) {
    const text = readState(NAME);
    if (text === undefined)
        return undefined;
    let json;
    try {
        json = JSON.parse(text);
    }
    catch (cause) {
        throw new Error("the state is not valid JSON", { cause });
    }
    return codec.parse(json);
}
function hasState() {
    return readState(NAME) !== undefined;
}
const gateState = {
    parse(json) {
        const { gate } = (json ?? {});
        if (typeof gate !== "string")
            throw new Error("the state does not name its gate");
        return { gate };
    },
};


/***/ }),

/***/ 2017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   allowanceWords: () => (/* binding */ allowanceWords),
/* harmony export */   unjudged: () => (/* binding */ unjudged)
/* harmony export */ });
/** @param allowance the input that decides; left out where none may. */
function unjudged(cause, allowance) {
    if (allowance === undefined)
        return { cause, allowed: false };
    return { cause, input: allowance.input, allowed: allowance.value === "warn" };
}
/** The end of a sentence that says why: `; \`on-missing-base: warn\` allows it`. Empty where no input decides. */
function allowanceWords({ input, allowed }) {
    if (input === undefined)
        return "";
    return allowed ? `; \`${input}: warn\` allows it` : `; \`${input}: warn\` would allow it`;
}


/***/ }),

/***/ 5959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   inParallel: () => (/* binding */ inParallel)
/* harmony export */ });
/**
 * Runs a piece of work for every item, a few at a time, in order. The first failure tells those that run to stop, and
 * waits until they have: nothing goes on behind the caller's back.
 */
async function inParallel(items, limit, signal, work) {
    const failed = new AbortController();
    const stop = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
    const left = items.values();
    const worker = async () => {
        for (const item of left) {
            stop.throwIfAborted();
            await work(item, stop);
        }
    };
    const workers = Array.from({ length: Math.max(1, limit) }, async () => {
        try {
            await worker();
        }
        catch (error) {
            // The reason of the first is the one that `stop` gives to all others.
            failed.abort(error);
        }
    });
    await Promise.all(workers);
    stop.throwIfAborted();
}


/***/ }),

/***/ 3965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cacheKey: () => (/* binding */ cacheKey),
/* harmony export */   cacheVersions: () => (/* binding */ cacheVersions),
/* harmony export */   partOfKey: () => (/* binding */ partOfKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);

/** Longer names are told apart by a hash: the service takes keys of at most 512 characters. */
const MAX_PART = 100;
/**
 * A key of the Actions cache made of its parts. Each ends with a slash, which no part holds: the service takes every key
 * that begins like the one asked for, and a gate `a` must not get what belongs to a gate `ab`. The first parts alone
 * are a prefix of the whole.
 */
function cacheKey(...parts) {
    return parts.map((part) => `${keyPart(part)}/`).join("");
}
function keyPart(part) {
    const encoded = encodeURIComponent(part);
    return encoded.length <= MAX_PART ? encoded : `sha256-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(part).digest("hex")}`;
}
/** What a part of a key was made of; undefined of one that only its hash is known of, or that is not one of ours. */
function partOfKey(key, index) {
    const part = key.split("/")[index];
    if (part === undefined || part.startsWith("sha256-"))
        return undefined;
    try {
        return decodeURIComponent(part);
    }
    catch {
        return undefined;
    }
}
/** How @actions/cache packs: by zstd where a machine has that program. */
const PACKINGS = ["zstd-without-long", "gzip"];
/**
 * The versions under which @actions/cache may have kept a file: it hashes the path as it was given, and the packing.
 * The path is the same on every machine, Windows included (`enableCrossOsArchive`).
 */
function cacheVersions(file) {
    return PACKINGS.map((packing) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(`${file}|${packing}|1.0`).digest("hex"));
}


/***/ }),

/***/ 6481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ArchiveMissing: () => (/* binding */ ArchiveMissing),
/* harmony export */   CacheService: () => (/* binding */ CacheService),
/* harmony export */   CacheUnavailable: () => (/* binding */ CacheUnavailable),
/* harmony export */   MAX_CACHE_KEYS: () => (/* binding */ MAX_CACHE_KEYS)
/* harmony export */ });
/* harmony import */ var _github_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(420);
/* harmony import */ var _http_proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4109);
/* harmony import */ var _http_wait_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3528);



/** The service takes at most ten keys in one look-up. */
const MAX_CACHE_KEYS = 10;
/** How long one attempt may take, milliseconds: a baseline of a large repository has a few megabytes. */
const REQUEST_TIMEOUT = 30_000;
/** Twirp's address of the one call that reading takes. */
const LOOK_UP = "/twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL";
/** What the service may say about an entry. */
const MAX_ANSWER_BYTES = 100_000;
/** The service, or an archive in it, did not answer, or not as it should. The message is half a sentence. */
class CacheUnavailable extends Error {
    name = "CacheUnavailable";
}
/** The service names an entry, and there is no archive behind it. */
class ArchiveMissing extends Error {
    name = "ArchiveMissing";
}
/**
 * The reading half of GitHub's cache service. @actions/cache answers a miss, an outage and a broken archive alike, with
 * `undefined`, and unpacks wherever an archive says; who judges by what is kept must know which it was.
 *
 * The requests are those of @actions/cache 6: version 2 of the service, and version 1 of GitHub Enterprise Server.
 */
class CacheService {
    #options;
    constructor(options) {
        this.#options = options;
        (0,_http_proxy_js__WEBPACK_IMPORTED_MODULE_1__.useProxyOfEnvironment)();
    }
    /** Whether this runner has a cache at all: on a server without one there is nothing that could be lost. */
    get exists() {
        return this.#isVersion2 ? this.#variable("ACTIONS_RESULTS_URL") !== "" : this.#variable("ACTIONS_CACHE_URL") !== "";
    }
    /**
     * @param keys best first; each also finds the newest entry that begins with it.
     * @returns undefined when the service says that there is none.
     * @throws CacheUnavailable when it does not say.
     */
    async find(keys, version) {
        const mode = this.#variable("ACTIONS_CACHE_MODE").trim().toLowerCase();
        if (mode === "none" || mode === "write-only")
            throw new CacheUnavailable(`the cache mode \`${mode}\` of this run does not allow reading`);
        if (this.#variable("ACTIONS_RUNTIME_TOKEN") === "")
            throw new CacheUnavailable("this step has no token for it (ACTIONS_RUNTIME_TOKEN)");
        return this.#isVersion2 ? this.#find2(keys, version) : this.#find1(keys, version);
    }
    /** @throws ArchiveMissing when it is not there. @throws CacheUnavailable when it does not come, or is too large. */
    async download({ url }, maxBytes) {
        const { status, body } = await this.#ask(url, { method: "GET" }, maxBytes);
        if (status === 200)
            return body;
        throw new ArchiveMissing(`its archive is not there (status ${status})`);
    }
    async #find2(keys, version) {
        const [key, ...others] = keys;
        const origin = this.#variable("ACTIONS_RESULTS_URL");
        if (!URL.canParse(origin))
            throw new CacheUnavailable("its address is not a URL (ACTIONS_RESULTS_URL)");
        const { status, body } = await this.#ask(new URL(LOOK_UP, origin).href, {
            method: "POST",
            headers: { ...this.#authorization, "content-type": "application/json" },
            body: JSON.stringify({ key, restore_keys: others, version }),
        }, MAX_ANSWER_BYTES);
        if (status !== 200)
            throw refused(status, body);
        const answer = parseObject(body);
        // Left out where it is false: protobuf's JSON has no defaults.
        if (answer.ok === undefined || answer.ok === false)
            return undefined;
        const found = answer.matched_key ?? answer.matchedKey;
        const url = answer.signed_download_url ?? answer.signedDownloadUrl;
        if (answer.ok !== true || typeof found !== "string" || typeof url !== "string" || !URL.canParse(url))
            throw new CacheUnavailable("its answer names no entry");
        return { key: found, url };
    }
    async #find1(keys, version) {
        const query = `_apis/artifactcache/cache?keys=${encodeURIComponent(keys.join(","))}&version=${version}`;
        const { status, body } = await this.#ask(`${this.#variable("ACTIONS_CACHE_URL")}${query}`, { method: "GET", headers: { ...this.#authorization, accept: "application/json;api-version=6.0-preview.1" } }, MAX_ANSWER_BYTES);
        if (status === 204)
            return undefined;
        if (status !== 200)
            throw refused(status, body);
        const { cacheKey, archiveLocation } = parseObject(body);
        if (typeof cacheKey !== "string" || typeof archiveLocation !== "string" || !URL.canParse(archiveLocation))
            throw new CacheUnavailable("its answer names no entry");
        return { key: cacheKey, url: archiveLocation };
    }
    get #isVersion2() {
        // As @actions/cache decides: a server of one's own has version 1, whatever its runner says.
        const { hostname } = new URL(this.#variable("GITHUB_SERVER_URL") || "https://github.com");
        const isGitHub = /^github\.com$|\.ghe\.com$|\.localhost$/i.test(hostname);
        return isGitHub && this.#variable("ACTIONS_CACHE_SERVICE_V2") !== "";
    }
    get #authorization() {
        return { authorization: `Bearer ${this.#variable("ACTIONS_RUNTIME_TOKEN")}`, "user-agent": "jessy-actions" };
    }
    #variable(name) {
        return this.#options.environment[name] ?? "";
    }
    /** Looking up and downloading change nothing, so both may be tried again. */
    async #ask(url, init, maxBytes) {
        const { sleep = _http_wait_js__WEBPACK_IMPORTED_MODULE_2__.wait, timeout = REQUEST_TIMEOUT } = this.#options;
        for (let attempt = 1;; attempt++) {
            const answer = await attemptRequest(url, init, { maxBytes, timeout });
            if (answer.status > 0 && answer.status < 500 && answer.status !== 429)
                return answer;
            const message = answer.status === 0 ? answer.body.toString() : `it answers with status ${answer.status}`;
            const failure = { method: "GET", status: answer.status, headers: answer.headers, message };
            const delay = (0,_github_retry_js__WEBPACK_IMPORTED_MODULE_0__.retryDelay)(attempt, failure, Date.now(), Math.random());
            if (delay === undefined)
                throw new CacheUnavailable(message);
            await sleep(delay);
        }
    }
}
/** @returns status 0, and half a sentence as the body, when no whole answer came. */
async function attemptRequest(url, init, { maxBytes, timeout }) {
    try {
        const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
        const parts = [];
        let bytes = 0;
        for await (const part of response.body ?? []) {
            bytes += part.length;
            if (bytes > maxBytes)
                throw new CacheUnavailable(`it sends more than ${maxBytes} bytes`);
            parts.push(part);
        }
        return { status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.concat(parts) };
    }
    catch (error) {
        if (error instanceof CacheUnavailable)
            throw error;
        return { status: 0, headers: {}, body: Buffer.from(networkWords(error, timeout)) };
    }
}
function networkWords(error, timeout) {
    if (error.name === "TimeoutError")
        return `it does not answer within ${timeout / 1000} s`;
    return `it does not answer (${error.cause instanceof Error ? error.cause.message : error.message})`;
}
/** A refusal, with the service's own word for it: `cache read denied: ...`. */
function refused(status, body) {
    let word = "";
    try {
        const { msg, message } = parseObject(body);
        const text = msg ?? message;
        if (typeof text === "string")
            word = `: ${text.slice(0, 200)}`;
    }
    catch {
        // A page of a proxy, or nothing.
    }
    return new CacheUnavailable(`it answers with status ${status}${word}`);
}
function parseObject(body) {
    try {
        const parsed = JSON.parse(body.toString());
        if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed))
            return parsed;
    }
    catch {
        // Said below.
    }
    throw new CacheUnavailable("its answer is not valid JSON");
}


/***/ }),

/***/ 2528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  readFromCache: () => (/* binding */ readFromCache),
  saveToCache: () => (/* binding */ saveToCache)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-content.js
var file_content = __nccwpck_require__(1093);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-error.js
var file_error = __nccwpck_require__(2234);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/cache/archive.js

/** Tar's unit: a header, and what every content is filled up to. */
const BLOCK = 512;
/** Records about the file that follows, which the program tar writes before it: pax (`x`, `g`) and GNU's long names. */
const ABOUT_THE_NEXT = ["x", "g", "L", "K"];
/**
 * The one file in an archive as @actions/cache makes it: tar, packed by zstd or gzip. It is unpacked in memory, so that
 * neither the names in it nor a link can lead anywhere.
 *
 * @param maxBytes of the unpacked archive.
 * @throws Error in half a sentence that says what is wrong with the archive.
 */
function fileInArchive(archive, maxBytes) {
    const tar = unpacked(archive, maxBytes);
    for (let at = 0; at + BLOCK <= tar.length;) {
        const header = tar.subarray(at, at + BLOCK);
        if (header.every((byte) => byte === 0))
            break;
        if (checksum(header) !== octal(header, 148, 8))
            throw new Error("it is not a tar archive");
        const size = octal(header, 124, 12);
        const end = at + BLOCK + size;
        if (Number.isNaN(size) || end > tar.length)
            throw new Error("it ends early");
        const type = String.fromCharCode(header[156]);
        if (type === "0" || type === "\0")
            return tar.subarray(at + BLOCK, end);
        if (!ABOUT_THE_NEXT.includes(type))
            throw new Error("it holds something else than a file");
        at = end + ((BLOCK - (size % BLOCK)) % BLOCK);
    }
    throw new Error("it holds no file");
}
function unpacked(archive, maxOutputLength) {
    try {
        if (startsWith(archive, [0x28, 0xb5, 0x2f, 0xfd]))
            return (0,external_node_zlib_.zstdDecompressSync)(archive, { maxOutputLength });
        if (startsWith(archive, [0x1f, 0x8b]))
            return (0,external_node_zlib_.gunzipSync)(archive, { maxOutputLength });
    }
    catch (error) {
        if (error.code === "ERR_BUFFER_TOO_LARGE")
            throw new Error(`it unpacks to more than ${maxOutputLength} bytes`);
        throw new Error(`it cannot be unpacked (${error.message})`);
    }
    throw new Error("it is packed neither by zstd nor by gzip");
}
function startsWith(bytes, magic) {
    return magic.every((byte, at) => bytes[at] === byte);
}
/** The sum of a header's bytes, with its own field taken for blanks. */
function checksum(header) {
    return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}
/** A number in octal digits; NaN when it is none. */
function octal(header, start, length) {
    const text = Buffer.from(header.subarray(start, start + length)).toString("latin1");
    const digits = /^ *([0-7]+)[ \0]*$/.exec(text)?.[1];
    return digits === undefined ? Number.NaN : Number.parseInt(digits, 8);
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/cache-key.js
var cache_key = __nccwpck_require__(3965);
// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/cache-service.js
var cache_service = __nccwpck_require__(6481);
// EXTERNAL MODULE: ./build/js/packages/kit/src/cache/working-folder.js
var working_folder = __nccwpck_require__(9939);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/cache/file-cache.js








/**
 * Reads one file from the Actions cache, into memory.
 *
 * @param keys best first; each also finds the newest key that begins with it (`cacheKey` gives keys and prefixes).
 */
async function readFromCache({ file, maxBytes }, keys, io) {
    const service = new cache_service.CacheService(io);
    if (!service.exists)
        return { state: "miss" };
    try {
        for (const version of (0,cache_key.cacheVersions)(file)) {
            const entry = await service.find(keys, version);
            if (entry === undefined)
                continue;
            if (!keys.some((key) => entry.key.startsWith(key)))
                throw new cache_service.CacheUnavailable("its answer names another entry");
            const archive = await service.download(entry, maxBytes);
            try {
                return { state: "hit", key: entry.key, content: fileInArchive(archive, maxBytes) };
            }
            catch (error) {
                return {
                    state: "unreadable",
                    reason: `the cache entry \`${entry.key}\` is damaged: ${error.message}`,
                };
            }
        }
        return { state: "miss" };
    }
    catch (error) {
        if (error instanceof cache_service.ArchiveMissing)
            return { state: "unreadable", reason: `the cache entry is damaged: ${error.message}` };
        if (!(error instanceof cache_service.CacheUnavailable))
            throw error;
        io.log.debug(`the cache cannot be read: ${error.message}`);
        return { state: "unavailable", reason: `the Actions cache cannot be read: ${error.message}` };
    }
}
/**
 * Saves one file. A key is never overwritten, so a re-run changes nothing; a cache that cannot be written is a warning.
 *
 * @param folder where the file and its archive may lie meanwhile: outside of the workspace, where a pull request's files
 * could stand in the way.
 */
async function saveToCache({ file }, key, content, { folder, log }) {
    // Half a megabyte to load: only runs that save something pay it.
    const cache = await Promise.all(/* import() */[__nccwpck_require__.e(88), __nccwpck_require__.e(955), __nccwpck_require__.e(942), __nccwpck_require__.e(126), __nccwpck_require__.e(419)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5126));
    if (!cache.isFeatureAvailable())
        return false;
    const path = (0,external_node_path_.join)(folder, file);
    try {
        // Not below, where the removal of what is not there would be told instead.
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        try {
            (0,file_content/* writeFile */._h)(path, content);
            // The same version on Windows as elsewhere: the file is text, and read without a file system.
            return (await (0,working_folder.inFolder)(folder, () => cache.saveCache([file], key, undefined, true))) !== -1;
        }
        finally {
            (0,external_node_fs_.rmSync)(path, { force: true });
        }
    }
    catch (error) {
        log.warning(`The Actions cache cannot be written: ${(0,file_error/* describeFileError */.SQ)(error) ?? error.message}`);
        return false;
    }
}


/***/ }),

/***/ 9939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   inFolder: () => (/* binding */ inFolder)
/* harmony export */ });
/** @actions/cache takes paths to be relative to the current folder, and puts them into the archive relative to the workspace. */
async function inFolder(folder, work) {
    const before = { folder: process.cwd(), workspace: process.env.GITHUB_WORKSPACE };
    process.chdir(folder);
    // Not `folder`, which may lead through a link.
    process.env.GITHUB_WORKSPACE = process.cwd();
    try {
        return await work();
    }
    finally {
        process.chdir(before.folder);
        if (before.workspace === undefined)
            delete process.env.GITHUB_WORKSPACE;
        else
            process.env.GITHUB_WORKSPACE = before.workspace;
    }
}


/***/ }),

/***/ 6102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   findComparison: () => (/* binding */ findComparison)
/* harmony export */ });
/**
 * The change that a run is about, always in terms of what is checked out:
 * - GitHub's merge commit of a pull request: against its first parent, so that line numbers fit (codecov/feedback#961);
 * - another checkout of a pull request: against the merge base of its base and HEAD;
 * - push: against the commit before it; merge queue: against the group's base;
 * - anything else on another branch than the default, and a push that made it or replaced what was there: against the
 *   merge base with the default branch.
 *
 * Fetches the missing history of a shallow clone, only as far as needed.
 */
async function findComparison(git, event) {
    const head = await git.resolve("HEAD");
    if (head === undefined)
        return noBase("the repository has no commit");
    const { pullRequest } = event;
    if (pullRequest !== undefined) {
        const parents = await git.deepenUntil(() => git.parents(head), (found) => found.length > 0);
        if (parents.length === 2 && parents[1] === pullRequest.headSha && parents[0] !== undefined) {
            return {
                state: "compared",
                base: parents[0],
                head,
                reason: "the merge commit of the pull request against its base",
            };
        }
        return againstMergeBase(git, pullRequest.baseSha, head, `the base \`${pullRequest.baseRef}\``);
    }
    const isPush = event.name === "push" || event.name === "merge_group";
    if (isPush && event.before !== undefined && (await git.fetchCommit(event.before))) {
        const reason = event.name === "push" ? "the push" : "the merge group against its base";
        return { state: "compared", base: event.before, head, reason };
    }
    const { defaultBranch } = event;
    if (isPush && (defaultBranch === undefined || isBranch(event, defaultBranch) || event.name === "merge_group")) {
        // On the default branch only its first push has nothing before it.
        if (event.before === undefined)
            return noChange("this push made the branch, so there is nothing before it");
        const before = event.before.slice(0, 10);
        return noBase(`the commit before this push, ${before}, is not available (was it a force push?)`);
    }
    if (defaultBranch === undefined)
        return noBase(`a run by ${event.name} names no branch to compare with`);
    if (isBranch(event, defaultBranch))
        return noChange(`a run by ${event.name} on the default branch has no change to look at`);
    const base = await git.fetchBranch(defaultBranch);
    if (base === undefined)
        return noBase(`the default branch \`${defaultBranch}\` cannot be fetched`);
    return againstMergeBase(git, base, head, `the default branch \`${defaultBranch}\``);
}
function isBranch({ ref }, branch) {
    return ref === `refs/heads/${branch}`;
}
function noChange(reason) {
    return { state: "none", cause: "no-change", reason };
}
function noBase(reason) {
    return { state: "none", cause: "no-base", reason };
}
async function againstMergeBase(git, base, head, what) {
    if (!(await git.fetchCommit(base))) {
        return noBase(`the commit ${base.slice(0, 10)} of ${what} cannot be fetched; check out with \`fetch-depth: 0\``);
    }
    // Of a history that is cut off, an older common ancestor may be all that is seen.
    const found = await git.deepenUntil(async () => {
        const bases = await git.mergeBases(base, head);
        return { bases, isCut: await git.isCutOff([base, head], bases) };
    }, ({ bases, isCut }) => bases.length > 0 && !isCut);
    if (found.isCut)
        return noBase(`the history of HEAD and ${what} cannot be fetched as far as needed; check out with \`fetch-depth: 0\``);
    const [mergeBase, ...others] = found.bases;
    if (mergeBase === undefined)
        return noBase(`HEAD and ${what} have no common history`);
    const reason = others.length === 0
        ? `HEAD against the merge base with ${what}`
        : `HEAD against the first of ${others.length + 1} merge bases with ${what}`;
    return { state: "compared", base: mergeBase, head, reason };
}


/***/ }),

/***/ 3178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   answerErrors: () => (/* binding */ answerErrors),
/* harmony export */   answerMessage: () => (/* binding */ answerMessage),
/* harmony export */   parseAnswer: () => (/* binding */ parseAnswer),
/* harmony export */   requestHeaders: () => (/* binding */ requestHeaders)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_json__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4164);
/* harmony import */ var _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8439);


/** Headers sent with every request to GitHub. The API's version is pinned: a newer one may answer in another shape. */
function requestHeaders(token) {
    return {
        accept: "application/vnd.github+json",
        "x-github-api-version": "2022-11-28",
        "user-agent": "jessy-actions",
        ...(token !== "" && { authorization: `Bearer ${token}` }),
    };
}
/** How the reader of JSON ends its message when the text ended too early. */
const CUT = /: the report was cut off$/;
/** The bytes of an answer as JSON. */
function parseAnswer(bytes) {
    if (bytes.length === 0)
        return { data: undefined };
    try {
        return { data: (0,_jessy_actions_reading_json__WEBPACK_IMPORTED_MODULE_0__.parseJson)([bytes]).raw };
    }
    catch (error) {
        if (!(error instanceof _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_1__.ReportError))
            throw error;
        if (/^\s*</.test(Buffer.from(bytes.subarray(0, 100)).toString()))
            return { problem: "the answer is HTML, not JSON" };
        const problem = error.message.replace(CUT, "");
        return { problem: `the answer ${problem}`, ...(problem !== error.message && { fault: "cut" }) };
    }
}
/** GitHub's own message with the entries of `errors`; undefined when the answer has none. */
function answerMessage(data) {
    const { message } = (data ?? {});
    return typeof message === "string" ? `${message}${answerErrors(data)}` : undefined;
}
/** ` [{"code":"already_exists"}]`, or nothing. */
function answerErrors(data) {
    const { errors } = (data ?? {});
    return Array.isArray(errors) && errors.length > 0 ? ` ${JSON.stringify(errors).slice(0, 300)}` : "";
}


/***/ }),

/***/ 4654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  GitHub: () => (/* binding */ GitHub),
  GitHubError: () => (/* reexport */ github_error/* GitHubError */.y),
  MAX_PAGES: () => (/* binding */ MAX_PAGES)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/proxy.js
var proxy = __nccwpck_require__(4109);
// EXTERNAL MODULE: ./build/js/packages/kit/src/http/wait.js
var wait = __nccwpck_require__(3528);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/github/allowance.js
const LIMITS = {
    attemptTime: 30_000,
    // Several waits for a rate limit, and thousands of ordinary requests.
    totalTime: 15 * 60_000,
    // More than the largest page of GitHub's: a hundred of anything.
    answerBytes: 50_000_000,
    totalBytes: 500_000_000,
};
/** What is left of the limits. One client has one, so that many small answers cost no more than a large one may. */
class Allowance {
    limits;
    #time = 0;
    #bytes = 0;
    constructor(limits) {
        this.limits = limits;
    }
    /** Milliseconds for the next attempt; 0 when all time is used up. */
    get attemptTime() {
        return Math.max(0, Math.min(this.limits.attemptTime, this.limits.totalTime - this.#time));
    }
    /** Bytes for the next answer. */
    get answerBytes() {
        return Math.max(0, Math.min(this.limits.answerBytes, this.limits.totalBytes - this.#bytes));
    }
    /** Whether a wait fits. */
    allowsWait(milliseconds) {
        return this.#time + milliseconds < this.limits.totalTime;
    }
    spend({ milliseconds = 0, bytes = 0 }) {
        this.#time += milliseconds;
        this.#bytes += bytes;
    }
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/github/answer.js
var answer = __nccwpck_require__(3178);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/error.js
var github_error = __nccwpck_require__(5876);
// EXTERNAL MODULE: ./build/js/packages/kit/src/http/redirect.js
var redirect = __nccwpck_require__(2853);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/escape.js
var report_escape = __nccwpck_require__(5428);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/github/redirect.js

/**
 * Where a redirect leads. GitHub asks for the same request there, whatever its method (docs, "Best practices for using
 * the REST API", "Follow redirects"); `fetch` would make a GET of it. Another host gets no token, and nothing to store. Pure.
 *
 * @returns the address and whether the token may go there, or why it is not followed.
 */
function redirectTarget({ status, location, method }, from) {
    const target = (0,redirect.redirectAddress)(location, from);
    if ("problem" in target)
        return target;
    const { url, isSameHost } = target;
    if (method !== "GET" && status === 303)
        return { problem: "a redirect to something else than what was asked for" };
    if (method !== "GET" && !isSameHost)
        return { problem: `a redirect of a write to another host, ${url.host}, which is not followed` };
    return { url: url.href, isSameHost };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/github/retry.js
var retry = __nccwpck_require__(420);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/github/exchange.js






/** Of what an attempt failed for, in the log; the error in the end says more. */
const MAX_REASON_CHARACTERS = 300;
/**
 * Sends one request, again as `retryDelay` allows and the allowance lasts; every wait is said.
 *
 * @param route how messages call the request.
 * @returns only success with JSON, with nothing, or with a file where one is asked for. It throws GitHubError for everything else.
 */
async function exchange(route, request, { log, allowance, sleep, random }) {
    for (let attempt = 1;; attempt++) {
        const start = performance.now();
        const outcome = await attemptRequest(request, allowance);
        const took = performance.now() - start;
        allowance.spend({ milliseconds: took });
        const answered = "message" in outcome ? (outcome.answered ?? outcome.status) : outcome.status;
        log.debug(`GitHub: ${route}: ${answered || "no answer"}, ${Math.round(took)} ms`);
        if (!("message" in outcome))
            return outcome;
        const delay = (0,retry.retryDelay)(attempt, outcome, Date.now(), random());
        if (delay === undefined)
            throw new github_error/* GitHubError */.y(route, { ...outcome, message: outcome.message + (0,retry.limitEnd)(outcome, Date.now()) });
        if (!allowance.allowsWait(delay)) {
            const used = `${allowance.limits.totalTime / 1000} s that GitHub may take in all`;
            throw new github_error/* GitHubError */.y(route, {
                ...outcome,
                message: `${outcome.message}; another attempt would exceed the ${used}${(0,retry.limitEnd)(outcome, Date.now())}`,
            });
        }
        const reason = (0,report_escape/* escapeTerminal */.en)(outcome.message.slice(0, MAX_REASON_CHARACTERS));
        log.info(`GitHub: ${route}: ${reason} (${answered}); again in ${(delay / 1000).toFixed(1)} s`);
        await sleep(delay);
        allowance.spend({ milliseconds: delay });
    }
}
async function attemptRequest({ url, init, isFile = false }, allowance) {
    const method = init.method ?? "GET";
    const unanswered = { method, status: 0, headers: {} };
    const { limits, attemptTime } = allowance;
    if (attemptTime === 0)
        return {
            ...unanswered,
            message: `the ${limits.totalTime / 1000} s that GitHub may take in all are over`,
            isFinal: true,
        };
    let answered;
    try {
        const response = await follow(url, { ...init, method, signal: AbortSignal.timeout(attemptTime) });
        if ("problem" in response)
            return { ...unanswered, answered: response.status, message: response.problem, isFinal: true };
        const { status, statusText } = response;
        answered = status;
        const headers = Object.fromEntries(response.headers);
        const unusable = { method, status: 0, answered: status, headers };
        const bytes = await readBytes(response, allowance);
        if ("problem" in bytes)
            return { ...unusable, fault: "too-large", message: bytes.problem, isFinal: true };
        if (isFile && response.ok)
            return { url, status, headers, data: bytes };
        const parsed = (0,answer.parseAnswer)(bytes);
        if (!response.ok)
            return { method, status, headers, message: refusal(parsed, status, statusText, headers) };
        if ("problem" in parsed) {
            const { problem, fault = "unusable" } = parsed;
            return { ...unusable, fault, message: problem };
        }
        return { url, status, headers, data: parsed.data };
    }
    catch (error) {
        const message = describeNetworkError(error, attemptTime);
        if (answered === undefined)
            return { ...unanswered, message };
        return { ...unanswered, answered, fault: "cut", message: `the answer broke off: ${message}` };
    }
}
/** The last answer of a chain of redirects. */
async function follow(url, init) {
    const headers = new Headers(init.headers);
    let address = url;
    for (let followed = 0;; followed++) {
        const response = await fetch(address, { ...init, headers, redirect: "manual" });
        const { status } = response;
        if (!(0,redirect.isRedirect)(status))
            return response;
        await response.body?.cancel();
        if (followed === redirect.MAX_REDIRECTS)
            return { status, problem: `more than ${redirect.MAX_REDIRECTS} redirects` };
        const location = response.headers.get("location");
        const target = redirectTarget({ status, location, method: init.method }, address);
        if ("problem" in target)
            return { status, problem: target.problem };
        if (!target.isSameHost)
            headers.delete("authorization");
        address = target.url;
    }
}
async function readBytes(response, allowance) {
    const { answerBytes, limits } = allowance;
    const parts = [];
    let bytes = 0;
    for await (const part of response.body ?? []) {
        bytes += part.length;
        if (bytes > answerBytes) {
            allowance.spend({ bytes });
            const problem = answerBytes < limits.answerBytes
                ? `the answers to this run are larger than ${megabytes(limits.totalBytes)} together`
                : `the answer is larger than ${megabytes(limits.answerBytes)}`;
            return { problem };
        }
        parts.push(part);
    }
    allowance.spend({ bytes });
    return Buffer.concat(parts);
}
const megabytes = (bytes) => `${bytes / 1_000_000} MB`;
/** GitHub's own message, and what is missing when a token lacks a permission. */
function refusal(parsed, status, statusText, headers) {
    if ("problem" in parsed)
        return statusText || "the answer is not JSON";
    const { message } = (parsed.data ?? {});
    const text = typeof message === "string" ? message : statusText;
    const accepted = headers["x-accepted-github-permissions"];
    const hint = status === 403 && accepted !== undefined
        ? `; the job needs \`permissions:\` ${accepted.replaceAll("=", ": ").replaceAll("_", "-")}`
        : "";
    return `${text}${(0,answer.answerErrors)(parsed.data)}${hint}`;
}
function describeNetworkError(error, attemptTime) {
    if (!(error instanceof Error))
        return String(error);
    if (error.name === "TimeoutError")
        return `no whole answer within ${attemptTime / 1000} s`;
    return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/http/link.js
var http_link = __nccwpck_require__(9057);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/github/next-page.js

/**
 * The next page of a list, as the Link header of an answer names it (RFC 8288). Pure.
 *
 * GitHub always writes a whole address on its own host. Any other is not asked for, since it would get the token, and is
 * a problem rather than the end: the list would be cut off where nobody sees it. `:name` is encoded, since octokit would
 * take it for a placeholder and leave it out.
 *
 * @returns undefined when the list ends.
 */
function nextPage(link, apiUrl) {
    const next = (0,http_link.nextTarget)(link ?? "");
    if (next === undefined)
        return undefined;
    if (!URL.canParse(next))
        return { problem: "the next page of the list is not a whole address" };
    const url = new URL(next);
    if (url.origin !== new URL(apiUrl).origin || url.username !== "" || url.password !== "")
        return { problem: `the next page of the list is on another host, ${url.host}` };
    const rest = `${url.pathname}${url.search}`.replace(/[:{}]/g, encodeURIComponent);
    return { url: `${url.origin}${rest}` };
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/github/shape.js
var github_shape = __nccwpck_require__(8135);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/github/client.js









const PER_PAGE = 100;
/** A list with more pages than this has no end. */
const MAX_PAGES = 1000;
/**
 * GitHub's API by octokit, with retries of our own (`exchange`); github.com and GitHub Enterprise Server. What GitHub
 * answers goes on only through a `Shape`: whatever comes, a caller gets what it asked for, or a GitHubError.
 */
class GitHub {
    #options;
    #allowance;
    #loaded;
    constructor(options) {
        this.#options = options;
        this.#allowance = new Allowance({ ...LIMITS, ...options.limits });
    }
    /** The same client with less time, for what must not hold up a run. @param totalTime milliseconds. */
    within(totalTime) {
        const { limits } = this.#options;
        const other = new GitHub({ ...this.#options, limits: { ...limits, totalTime } });
        other.#loaded = this.#loaded;
        return other;
    }
    /**
     * One request.
     *
     * @param route e.g. `GET /repos/{owner}/{repo}/issues/{issue_number}/comments`; @param parameters fill the path, then
     * the query (GET) or the body; @param shape of the answer.
     * @throws GitHubError after the last attempt, and for an answer of another shape.
     */
    async request(route, parameters, shape) {
        return (0,github_shape.readAnswer)(route, await this.#ask(route, route, parameters), shape);
    }
    /** One request whose answer nobody needs. @throws GitHubError as `request` does. */
    async send(route, parameters) {
        await this.#ask(route, route, parameters);
    }
    /**
     * A file that GitHub makes or keeps, e.g. the archive of a commit: in memory, so of at most `Limits.answerBytes`.
     * GitHub redirects to other hosts of its own, which get no token.
     *
     * @throws GitHubError after the last attempt.
     */
    async download(route, parameters) {
        return (await this.#ask(route, route, parameters, true)).data;
    }
    /**
     * Every item of a list, page by page.
     *
     * @throws GitHubError as `request` does, and for a list that has no end or that goes on where it must not be read.
     */
    async *paginate(route, parameters, shape) {
        const read = new Set();
        let answer = await this.#ask(route, route, { per_page: PER_PAGE, ...parameters });
        for (;;) {
            yield* (0,github_shape.readAnswer)(route, answer, (0,github_shape.list)(shape));
            read.add(answer.url);
            const next = nextPage(answer.headers.link, this.#options.apiUrl);
            if (next === undefined)
                return;
            const { status, headers } = answer;
            if ("problem" in next)
                throw (0,github_error/* unusableAnswer */.Q)(route, status, next.problem, headers);
            if (read.has(next.url))
                throw (0,github_error/* unusableAnswer */.Q)(route, status, "the list leads back to a page that was read", headers);
            if (read.size === MAX_PAGES)
                throw (0,github_error/* unusableAnswer */.Q)(route, status, `the list has more than ${MAX_PAGES} pages`, headers, "too-large");
            answer = await this.#ask(route, `GET ${next.url}`, {});
        }
    }
    /** @param shape of the answer's `data`. @throws GitHubError as `request` does, and for what GraphQL refuses. */
    async graphql(query, shape) {
        const route = "POST /graphql";
        const answer = await this.#ask(route, `POST ${this.#options.graphqlUrl}`, { query });
        // It refuses with status 200.
        const { errors = [] } = (0,github_shape.readAnswer)(route, answer, refusedQuery);
        const { status, headers } = answer;
        if (errors.length > 0)
            throw new github_error/* GitHubError */.y(route, { status, headers, message: errors.map(({ message }) => message).join("; ") });
        return (0,github_shape.readAnswer)(route, answer, (root) => shape(root.get("data")));
    }
    /** @param route how messages call the request. */
    async #ask(route, target, parameters, isFile = false) {
        checkParameters(target, parameters);
        const { request } = await this.#octokit();
        const { log, sleep = wait.wait, random = Math.random } = this.#options;
        let answer;
        // The answer does not go through octokit, which takes HTML for a text and makes BigInt of large numbers.
        const send = async (url, init = {}) => {
            const sent = { url: String(url), init, isFile };
            answer = await exchange(route, sent, { log, allowance: this.#allowance, sleep, random });
            return new Response(null, { status: 204 });
        };
        try {
            await request.defaults({ request: { fetch: send } })(target, { ...parameters });
        }
        catch (error) {
            throw thrownByFetch(error);
        }
        return answer;
    }
    #octokit() {
        this.#loaded ??= this.#load();
        return this.#loaded;
    }
    /** octokit is loaded by the first request: an action that asks GitHub nothing does not pay for it. */
    async #load() {
        // Not taken apart: TypeScript 7.0 renames a property that is called like the class around it.
        const toolkit = await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(430)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5430));
        (0,proxy.useProxyOfEnvironment)();
        const { apiUrl, token } = this.#options;
        const octokit = new toolkit.GitHub({ baseUrl: apiUrl.replace(/\/$/, "") });
        // The token is a header like the others, and not octokit's `auth`: an upload sends the same ones.
        octokit.request = octokit.request.defaults({ headers: (0,answer.requestHeaders)(token) });
        return octokit;
    }
}
const refusedQuery = (0,github_shape.object)({ errors: (0,github_shape.optional)((0,github_shape.list)((0,github_shape.object)({ message: github_shape.text }))) });
/** octokit would leave a placeholder without a value empty, and ask for something else. */
function checkParameters(route, parameters) {
    for (const [, name = ""] of route.matchAll(/\{(\w+)\}/g)) {
        if (parameters[name] === undefined)
            throw new Error(`${route} needs the parameter ${name}`);
    }
}
/** octokit wraps what its `fetch` throws, together with the request. */
function thrownByFetch(error) {
    return error instanceof Error && error.cause instanceof github_error/* GitHubError */.y ? error.cause : error;
}


/***/ }),

/***/ 5876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ unusableAnswer),
/* harmony export */   y: () => (/* binding */ GitHubError)
/* harmony export */ });
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5428);

/** An answer can be endless; a message about it is not. */
const MAX_MESSAGE_CHARACTERS = 1000;
/**
 * A request that GitHub refused, or that got no answer that can be used. The message is one line and never holds the
 * token.
 */
class GitHubError extends Error {
    name = "GitHubError";
    /**
     * 0 when nobody knows what GitHub did: no answer came, or none that GitHub gives (HTML, another shape, too large, a
     * redirect that leads nowhere).
     */
    status;
    fault;
    /** @param route as the caller wrote it, e.g. `GET /repos/{owner}/{repo}`. */
    constructor(route, { status, answered = status, fault, message, headers }) {
        const answer = answered === 0 ? "no answer" : `status ${answered}`;
        const request = headers["x-github-request-id"];
        super(oneLine(`${route}: ${answer}: ${message}`) + (request === undefined ? "" : oneLine(` (request ${request})`)));
        this.status = status;
        this.fault = fault ?? (answered === 0 ? "missing" : status === 0 ? "unusable" : "refused");
    }
}
/** An answer that came, and that cannot be used. */
function unusableAnswer(route, answered, message, headers = {}, fault = "unusable") {
    return new GitHubError(route, { status: 0, answered, fault, message, headers });
}
function oneLine(message) {
    const line = (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .revealInvisible */ .hR)(message.slice(0, 2 * MAX_MESSAGE_CHARACTERS).replace(/[\s\u0085\u2028\u2029]+/g, " "));
    return line.length > MAX_MESSAGE_CHARACTERS ? `${line.slice(0, MAX_MESSAGE_CHARACTERS - 3)}...` : line;
}


/***/ }),

/***/ 420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MAX_ATTEMPTS: () => (/* binding */ MAX_ATTEMPTS),
/* harmony export */   MAX_WAIT: () => (/* binding */ MAX_WAIT),
/* harmony export */   limitEnd: () => (/* binding */ limitEnd),
/* harmony export */   retryDelay: () => (/* binding */ retryDelay)
/* harmony export */ });
/* harmony import */ var _http_retry_after_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1328);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5154);


const MAX_ATTEMPTS = 5;
/** The longest single wait, milliseconds. A primary rate limit that resets in half an hour fails at once, with its reason. */
const MAX_WAIT = 90_000;
/** After a secondary limit without a hint GitHub asks for at least a minute (docs, "Best practices for using the REST API"). */
const SECONDARY_LIMIT_WAIT = 60_000;
/** Methods that may be sent again when it is unknown whether the first request arrived. */
const IDEMPOTENT = new Set(["GET", "HEAD", "PUT", "PATCH", "DELETE"]);
/**
 * How long to wait before the same request is sent again, or undefined when it must not be.
 *
 * A request over a limit (429, 403 with a secondary-limit message, an exhausted quota) was certainly refused, so any method may be sent
 * again. A lost answer or a gateway error may hide a success: a POST is then left to the caller, which can look whether it arrived.
 *
 * @param attempt how often it was tried, from 1; @param now milliseconds since 1970; @param random from 0 to 1.
 */
function retryDelay(attempt, failure, now, random) {
    if (attempt >= MAX_ATTEMPTS || failure.isFinal === true)
        return undefined;
    const limited = limitWait(failure, now);
    if (limited !== undefined)
        return limited <= MAX_WAIT ? limited + random * 1000 : undefined;
    const passing = failure.status === 0 || (failure.status >= 500 && failure.status !== 501 && failure.status !== 505);
    if (!passing || !IDEMPOTENT.has(failure.method))
        return undefined;
    return 2 ** (attempt - 1) * 500 * (1 + random);
}
/**
 * When the limit ends that a request was refused for, to stand after GitHub's message; empty when it was refused for anything else. A wait of
 * half an hour is no reason to hold a runner, but people want to know when to run the job again.
 *
 * @param now milliseconds since 1970.
 */
function limitEnd(failure, now) {
    const wait = limitWait({ ...failure, method: "" }, now);
    if (wait === undefined)
        return "";
    const end = new Date(now + wait);
    if (Number.isNaN(end.getTime()))
        return "";
    const time = end
        .toISOString()
        .replace("T", " ")
        .replace(/\.\d+Z$/, " UTC");
    const seconds = Math.ceil(wait / 1000);
    const length = seconds <= 90 ? (0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_0__.counted)(seconds, "second") : (0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_0__.counted)(Math.ceil(seconds / 60), "minute");
    return `; the limit ends in ${length}, at ${time}`;
}
function limitWait({ status, headers, message }, now) {
    const retryAfter = (0,_http_retry_after_js__WEBPACK_IMPORTED_MODULE_1__.parseRetryAfter)(headers["retry-after"], now);
    if (status === 429)
        return retryAfter ?? untilReset(headers, now) ?? SECONDARY_LIMIT_WAIT;
    if (status !== 403)
        return status === 503 ? retryAfter : undefined;
    if (headers["x-ratelimit-remaining"] === "0")
        return retryAfter ?? untilReset(headers, now);
    if (retryAfter !== undefined || /secondary rate limit|abuse detection/i.test(message))
        return retryAfter ?? SECONDARY_LIMIT_WAIT;
    return undefined;
}
function untilReset(headers, now) {
    const reset = Number(headers["x-ratelimit-reset"]);
    return reset > 0 ? Math.max(0, reset * 1000 - now) : undefined;
}


/***/ }),

/***/ 4144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   COMMENT_MAX_BYTES: () => (/* binding */ COMMENT_MAX_BYTES),
/* harmony export */   bytesLeftFor: () => (/* binding */ bytesLeftFor),
/* harmony export */   disarm: () => (/* binding */ disarm),
/* harmony export */   isSharedComment: () => (/* binding */ isSharedComment),
/* harmony export */   parseSections: () => (/* binding */ parseSections),
/* harmony export */   renderSections: () => (/* binding */ renderSections),
/* harmony export */   sectionId: () => (/* binding */ sectionId),
/* harmony export */   withSection: () => (/* binding */ withSection)
/* harmony export */ });
/** GitHub refuses a longer body with 422. The limit is in characters; bytes of UTF-8 are never fewer. */
const COMMENT_MAX_BYTES = 65_536;
const MARK = "<!-- jessy-actions -->";
const SECTION = /<!-- jessy-actions:begin ([^\s>]+) -->\n([\s\S]*?)\n<!-- jessy-actions:end \1 -->/g;
/** Section ids are action names with an optional gate name. */
function sectionId(action, name) {
    const safe = name
        .replace(/[^A-Za-z0-9._-]/g, (character) => `%${character.codePointAt(0).toString(16)}`)
        .replaceAll("--", "-%2d");
    return name === "" ? action : `${action}:${safe}`;
}
function isSharedComment(body) {
    return body.startsWith(MARK);
}
/** GitHub gives back CRLF when somebody edited the comment in a browser. */
function parseSections(body) {
    return [...body.replaceAll("\r\n", "\n").matchAll(SECTION)].map((found) => ({ id: found[1], content: found[2] }));
}
/** @param sections each id once. */
function renderSections(sections) {
    const sorted = [...sections].sort((a, b) => (a.id < b.id ? -1 : 1));
    return [MARK, ...sorted.map(frame)].join("\n\n");
}
/** The same sections with one of them replaced or added. */
function withSection(sections, section) {
    return [...sections.filter((other) => other.id !== section.id), section];
}
/** How many bytes a section's content may have beside the other sections. */
function bytesLeftFor(id, sections) {
    return COMMENT_MAX_BYTES - Buffer.byteLength(renderSections(withSection(sections, { id, content: "" })));
}
/** Content cannot end its own section: the report's renderer escapes every `<`, so this is a second lock. */
function disarm(content) {
    return content.replaceAll("<!-- jessy-actions", "&lt;!-- jessy-actions");
}
function frame({ id, content }) {
    return `<!-- jessy-actions:begin ${id} -->\n${content}\n<!-- jessy-actions:end ${id} -->`;
}


/***/ }),

/***/ 8135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   boolean: () => (/* reexport safe */ _jessy_actions_reading_json_fields__WEBPACK_IMPORTED_MODULE_3__.boolean),
/* harmony export */   id: () => (/* binding */ id),
/* harmony export */   list: () => (/* binding */ list),
/* harmony export */   nullable: () => (/* binding */ nullable),
/* harmony export */   object: () => (/* binding */ object),
/* harmony export */   optional: () => (/* binding */ optional),
/* harmony export */   readAnswer: () => (/* binding */ readAnswer),
/* harmony export */   sha: () => (/* reexport safe */ _jessy_actions_reading_json_fields__WEBPACK_IMPORTED_MODULE_3__.sha),
/* harmony export */   text: () => (/* binding */ text),
/* harmony export */   whole: () => (/* reexport safe */ _jessy_actions_reading_json_fields__WEBPACK_IMPORTED_MODULE_3__.whole)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_json__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4164);
/* harmony import */ var _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8439);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5876);
/* harmony import */ var _jessy_actions_reading_json_fields__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5584);



function object(fields) {
    return (value) => {
        if (!value.isObject)
            throw value.not("an object");
        const read = {};
        for (const [name, shape] of Object.entries(fields)) {
            const field = shape(value.get(name));
            if (field !== undefined)
                read[name] = field;
        }
        return read;
    };
}
function list(shape) {
    return (value) => [...value.items()].map(shape);
}
/** Undefined where GitHub gives nothing, or null. */
function optional(shape) {
    return (value) => (value.isMissing ? undefined : shape(value));
}
/** Null where GitHub gives nothing, or null. */
function nullable(shape) {
    return (value) => (value.isMissing ? null : shape(value));
}
const text = (value) => value.text();
/** The number of a thing on GitHub. */
const id = (value) => {
    const number = value.number();
    if (!Number.isSafeInteger(number) || number < 1)
        throw value.not("a whole number from 1");
    return number;
};

/**
 * The one reader of GitHub's answers.
 *
 * @param route how messages call the request. @throws GitHubError that says where the answer is of another shape.
 */
function readAnswer(route, answer, shape) {
    const { status, headers } = answer;
    if ("problem" in answer)
        throw (0,_error_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableAnswer */ .Q)(route, status, answer.problem, headers);
    if (answer.data === undefined)
        throw (0,_error_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableAnswer */ .Q)(route, status, "the answer is empty", headers);
    try {
        return shape(new _jessy_actions_reading_json__WEBPACK_IMPORTED_MODULE_0__.JsonValue(answer.data, ""));
    }
    catch (error) {
        if (!(error instanceof _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_1__.ReportError))
            throw error;
        throw (0,_error_js__WEBPACK_IMPORTED_MODULE_2__/* .unusableAnswer */ .Q)(route, status, `the answer is not as GitHub describes it: ${error.message}`, headers);
    }
}


/***/ }),

/***/ 2010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ apiUrls)
/* harmony export */ });
/** github.com, or the GitHub Enterprise Server that the runner belongs to. */
function apiUrls(environment) {
    return {
        apiUrl: environment.GITHUB_API_URL || "https://api.github.com",
        graphqlUrl: environment.GITHUB_GRAPHQL_URL || "https://api.github.com/graphql",
    };
}


/***/ }),

/***/ 9057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   nextTarget: () => (/* binding */ nextTarget)
/* harmony export */ });
/** The first target of a Link header with the relation `next`, in any spelling that RFC 8288 allows. Pure. */
function nextTarget(link) {
    for (const part of link.split(/,(?=\s*<)/)) {
        const [, target, parameters] = /^\s*<([^<>]*)>(.*)$/s.exec(part) ?? [];
        const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s";,]+))/i.exec(parameters ?? "") ?? [];
        const relations = (quoted ?? bare ?? "").toLowerCase().split(/\s/);
        if (relations.includes("next"))
            return target;
    }
    return undefined;
}


/***/ }),

/***/ 4109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   useProxyOfEnvironment: () => (/* binding */ useProxyOfEnvironment)
/* harmony export */ });
const VARIABLES = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];
/**
 * Leads `fetch` and node:http through the proxy that the environment names, which Node ignores unless told (NO_PROXY counts). Older
 * versions of Node 24 do not have the call yet.
 */
function useProxyOfEnvironment() {
    if (!VARIABLES.some((name) => process.env[name]))
        return;
    // Not an import: only runs behind a proxy need it.
    const http = process.getBuiltinModule("node:http");
    http.setGlobalProxyFromEnv?.();
}


/***/ }),

/***/ 2853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MAX_REDIRECTS: () => (/* binding */ MAX_REDIRECTS),
/* harmony export */   isRedirect: () => (/* binding */ isRedirect),
/* harmony export */   redirectAddress: () => (/* binding */ redirectAddress)
/* harmony export */ });
const MAX_REDIRECTS = 5;
/** Whether an answer sends the request elsewhere. */
function isRedirect(status) {
    return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}
/**
 * The address that a redirect names, and whether credentials may go there: to the same origin alone. Pure.
 *
 * @param from the address of the request.
 */
function redirectAddress(location, from) {
    if (location === null || location === undefined || !URL.canParse(location, from))
        return { problem: "a redirect that names no address" };
    const url = new URL(location, from);
    if (url.protocol !== "https:" && url.protocol !== "http:")
        return { problem: `a redirect to another protocol, ${url.protocol}` };
    return { url, isSameHost: url.origin === new URL(from).origin };
}


/***/ }),

/***/ 1328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   parseRetryAfter: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/**
 * How long an answer asks to wait, milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3). Pure.
 *
 * @returns undefined without the header, or when it says neither.
 */
function parseRetryAfter(value, now) {
    if (value === undefined)
        return undefined;
    if (/^\d+$/.test(value))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}


/***/ }),

/***/ 3528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   wait: () => (/* binding */ wait)
/* harmony export */ });
function wait(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}


/***/ }),

/***/ 4786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ whileCancellable)
/* harmony export */ });
/* harmony import */ var _lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(36);

/** What a shell reports of a program that SIGINT ended. */
const CANCELLED = 130;
/** What has to be undone, the latest first. */
const cleanUps = [];
let isCancelling = false;
/**
 * Does some work that a cancelled run must not leave half done: the runner sends SIGINT, after 7.5 s SIGTERM, after 10
 * s SIGKILL (ProcessInvoker.cs), and only to us: programs in groups of their own would go on. They are asked to end,
 * killed after their grace, the clean-ups run, and the process exits. A second signal kills at once.
 *
 * @param cleanUp must be quick and may not wait for anything.
 */
async function whileCancellable(work, cleanUp = () => undefined) {
    if (cleanUps.length === 0)
        for (const signal of SIGNALS)
            process.on(signal, cancel);
    cleanUps.unshift(cleanUp);
    try {
        return await work();
    }
    finally {
        cleanUps.splice(cleanUps.indexOf(cleanUp), 1);
        if (cleanUps.length === 0)
            for (const signal of SIGNALS)
                process.off(signal, cancel);
    }
}
const SIGNALS = ["SIGINT", "SIGTERM"];
function cancel() {
    if (isCancelling) {
        (0,_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .killAllPrograms */ .Zw)();
        exit();
    }
    isCancelling = true;
    void (0,_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .endAllPrograms */ .mm)().then(exit);
}
function exit() {
    for (const cleanUp of cleanUps) {
        try {
            cleanUp();
        }
        catch (error) {
            process.stderr.write(`cleaning up after the cancellation failed: ${error.message}\n`);
        }
    }
    process.exit(CANCELLED);
}


/***/ }),

/***/ 4959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OF_THE_MACHINE: () => (/* binding */ OF_THE_MACHINE),
/* harmony export */   pickEnvironment: () => (/* binding */ pickEnvironment)
/* harmony export */ });
/** What any program may need of the machine: where things are, its language, and the way to the network. */
const OF_THE_MACHINE = new RegExp(`^(?:${[
    "PATH|HOME|USER|LOGNAME|SHELL|TERM|TMPDIR|TMP|TEMP|XDG_[A-Z_]+",
    "LANG|LANGUAGE|LC_[A-Z]+|TZ",
    "SSL_CERT_(?:FILE|DIR)|(?:https?|all|no)_proxy",
    "SystemRoot|ComSpec|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE",
].join("|")})$`, "i");
/**
 * An environment by allow-list: what any program may need, and what `pattern` names. Nothing of the runner's is in it:
 * inputs, state, tokens and the paths of its command files stay with us.
 *
 * @param pattern matches whole names.
 */
function pickEnvironment(environment, pattern) {
    const isAllowed = (name) => OF_THE_MACHINE.test(name) || pattern.test(name);
    return Object.fromEntries(Object.entries(environment).filter(([name]) => isAllowed(name)));
}


/***/ }),

/***/ 5076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   findExecutable: () => (/* binding */ findExecutable),
/* harmony export */   missingDirectory: () => (/* binding */ missingDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);


/** Where a program without PATH is looked for (confstr's _CS_PATH). */
const DEFAULT_PATH = "/bin:/usr/bin";
/**
 * Finds a program as `execvp` would: a name with a slash below the working directory, any other along the PATH that the
 * program itself gets.
 *
 * @returns its absolute path, or why it cannot be started.
 */
function findExecutable(program, { cwd, environment }) {
    const candidates = program.includes("/")
        ? [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, program)]
        : (environment.PATH ?? DEFAULT_PATH).split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, folder), program));
    let problem = "ENOENT";
    for (const path of program === "" ? [] : candidates) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isFile() !== true)
            continue;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
            return { path };
        }
        catch {
            problem = "EACCES";
        }
    }
    return { problem };
}
/** Why a program cannot be started in a directory that is not there: Node's own error only speaks of the program. */
function missingDirectory(cwd) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(cwd))
        return undefined;
    return Object.assign(new Error(`${cwd} does not exist`), { code: "ENOENT", path: cwd });
}


/***/ }),

/***/ 1029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  foreignEnvironment: () => (/* binding */ foreignEnvironment)
});

// EXTERNAL MODULE: ./build/js/packages/reading/src/glob.js
var glob = __nccwpck_require__(2404);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/process/credential.js
/** Names that people give to secrets. */
const NAMES = /TOKEN|SECRET|PASSW(?:OR)?D|PASSPHRASE|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|SIGNING_?KEY|(?:^|_)PAT$|(?:^|_)AUTH(?:$|_)|SSH_AUTH_SOCK|NETRC|_KEYS?(?:$|_)|_PWD$|CONNECTION_?STRING|DATABASE_URL|WEBHOOK|DSN$/i;
/** What issuers begin their secrets with, so that scanners find them, and the forms in which secrets travel. */
const VALUES = [
    // GitHub, GitLab, npm, PyPI, crates.io, RubyGems, Docker, Hugging Face
    /\bgh[a-z]_\w{16,}/,
    /\bgithub_pat_\w{20,}/,
    /\bgl[a-z]{2,5}-[\w-]{20,}/,
    /\bnpm_[A-Za-z0-9]{30,}/,
    /\bpypi-[\w-]{50,}/,
    /\bcio[A-Za-z0-9]{32}\b/,
    /\brubygems_[0-9a-f]{40,}/,
    /\bdckr_[a-z]{3}_[\w-]{20,}/,
    /\bhf_[A-Za-z0-9]{30,}/,
    // AWS, Google, Azure
    /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
    /\bAIza[\w-]{35}/,
    /\bya29\.[\w-]{20,}/,
    /\bAccountKey=[\w+/]{20,}/i,
    // Slack, Stripe, SendGrid, DigitalOcean, Vault, age, AI services
    /\bxox[a-z]-[\w-]{10,}/,
    /\bxapp-[\w-]{10,}/,
    /\bhooks\.slack\.com\/services\/\w/,
    /\b[srp]k_(?:live|test)_\w{10,}/,
    /\bSG\.[\w-]{16,}\./,
    /\bdop_v1_\w{20,}/,
    /\bhv[sb]\.[\w-]{20,}/,
    /\bAGE-SECRET-KEY-1/,
    /\bsk-[\w-]{20,}/,
    // Keys, signed tokens, authorization headers, addresses with a password
    /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/,
    /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./,
    /\b(?:basic|bearer) [\w+/=.~-]{20,}/i,
    /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,200}:[^\s/@]{1,200}@/i,
];
/** Longer values are not searched: the kernel takes no longer ones. */
const MAX_LENGTH = 131_072;
/** Whether a variable looks like a credential, by its name or by its value. */
function looksLikeCredential(name, value) {
    return NAMES.test(name) || value.length > MAX_LENGTH || VALUES.some((form) => form.test(value));
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/environment.js
var process_environment = __nccwpck_require__(4959);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/process/foreign-environment.js



/** What compilers, package managers and test runners read, by the first part of their names. */
const OF_TOOLS = new RegExp(`^(?:${[
    // Rust, Go, C and C++
    "CARGO|RUST\\w*|CRITERION|GO[A-Z0-9]*|CGO|CC|CXX|CPP|AR|LD|AS|NM|RANLIB|STRIP|CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS",
    "CMAKE|MAKE\\w*|NINJA|MESON|PKG_CONFIG|LIBCLANG|LLVM|CLANG|GCC|MSVC\\w*|VS\\w*|VCPKG|CCACHE|SCCACHE|MACOSX|SDKROOT",
    // JavaScript, Python, JVM, .NET, Ruby, PHP, Swift, Haskell, Zig, Bazel, Nix
    "NODE|NPM|YARN|PNPM|COREPACK|BUN|DENO|VITE\\w*|JEST|PYTHON\\w*|PIP|PIPX|UV|POETRY|VIRTUAL|CONDA|PYTEST",
    "JAVA|JDK|JVM|MAVEN|MVN|GRADLE|KOTLIN|SBT|SCALA|DOTNET|NUGET|RUBY\\w*|GEM|BUNDLE|RBENV|PHP|COMPOSER|SWIFT",
    "GHCUP|STACK|CABAL|ZIG|BAZEL\\w*|NIX|ANDROID|CHROME\\w*|SELENIUM|PLAYWRIGHT|PUPPETEER|PERL\\w*|LD_LIBRARY|DYLD",
    "OMP|OPENMP|OPENBLAS|MKL|NUMEXPR|MALLOC|JEMALLOC|CUDA|BENCH\\w*|DEBIAN|HOMEBREW|CI|DEBUG|FORCE_COLOR|NO_COLOR|CLICOLOR",
    "SOURCE_DATE_EPOCH|CLASSPATH|PWD|HOSTNAME|EDITOR|SHLVL|COLUMNS|LINES|COLORTERM",
    // What GitHub's images set besides: harmless, and nobody should be told of it.
    "ImageOS|ImageVersion|ACCEPT_EULA|BOOTSTRAP_HASKELL|EDGEWEBDRIVER|GECKOWEBDRIVER|ENABLE_RUNNER|INVOCATION_ID",
    "JOURNAL_STREAM|LEIN|MEMORY_PRESSURE|POWERSHELL|PSModulePath|SGX|SYSTEMD|USE_BAZEL|PERFLOG|STATS",
].join("|")})(?:_|$)`);
/** Where something is on the machine: images of runners have dozens of these. */
const OF_PLACES = /^(?!GIT_).*_(?:HOME|ROOT|DIR|PATH|BIN|PREFIX|VERSION|TOOLSDIRECTORY)(?:_[A-Z0-9_]+)?$/i;
/** Of the runner's own variables, those that say what the run is about, and nothing that leads to its files. */
const OF_THE_RUN = /^(?:GITHUB_(?:ACTIONS|WORKSPACE|SHA|REF|REF_NAME|REPOSITORY)|RUNNER_(?:OS|ARCH|NAME|ENVIRONMENT|TOOL_CACHE))$/;
/** With these a process could write outputs, read the event or use the cache of this run. */
const OF_THE_RUNNER = /^(?:ACTIONS|INPUT|STATE|GITHUB|RUNNER)_/i;
/**
 * The environment of code that others wrote: benchmarks, tests, builds of a pull request (TanStack, 2026-05-11;
 * delta-io/delta-kernel-rs#2264). By allow-list, and even then without what looks like a credential or holds the token.
 *
 * @param passed what the workflow lets through: a name, whatever the value is, or a glob such as `MYAPP_*`, which lets
 *   no credentials through.
 * @param temporary a folder of its own for temporary files.
 */
function foreignEnvironment(environment, { token, passed, temporary, }) {
    const patterns = passed.filter((name) => name.includes("*")).map((pattern) => (0,glob/* compileGlob */.S)(pattern));
    // As it is, and as git gets it in an authorization header.
    const forms = token === "" ? [] : [token, Buffer.from(`x-access-token:${token}`).toString("base64")];
    const variables = {};
    const withheld = [];
    for (const [name, value] of Object.entries(environment)) {
        if (value === undefined)
            continue;
        if (passed.includes(name)) {
            variables[name] = value;
            continue;
        }
        if (isTemporary(name))
            continue;
        const isOfTheRunner = OF_THE_RUNNER.test(name);
        const isAllowed = isOfTheRunner
            ? OF_THE_RUN.test(name)
            : [process_environment.OF_THE_MACHINE, OF_TOOLS, OF_PLACES].some((family) => family.test(name)) ||
                patterns.some((matches) => matches(name));
        const isSecret = looksLikeCredential(name, value) || forms.some((form) => value.includes(form));
        if (isAllowed && !isSecret)
            variables[name] = value;
        else if (!isOfTheRunner)
            withheld.push(name);
    }
    for (const name of TEMPORARY)
        variables[name] ??= temporary;
    return { variables, withheld: withheld.sort() };
}
const TEMPORARY = process.platform === "win32" ? ["TEMP", "TMP"] : ["TMPDIR"];
const isTemporary = (name) => /^(?:TMPDIR|TMP|TEMP)$/i.test(name);


/***/ }),

/***/ 36:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  iR: () => (/* binding */ Lifetime),
  fZ: () => (/* binding */ ProcessLimitError),
  mm: () => (/* binding */ endAllPrograms),
  Zw: () => (/* binding */ killAllPrograms),
  rw: () => (/* binding */ processEnd)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/process-table.js
var process_table = __nccwpck_require__(3910);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/process/group.js


/**
 * How often a group that was asked to end is looked at, in milliseconds: nothing reports that a whole group has ended.
 */
const POLL = 25;
/** Groups are POSIX. Elsewhere a group is its leader alone. */
const HAS_GROUPS = process.platform !== "win32";
/** A program that leads a process group, and everything it started that did not leave the group. */
class ProcessGroup {
    #leader;
    /** @param leader must have started, in a group of its own where there are groups. */
    constructor(leader) {
        this.#leader = leader;
    }
    /**
     * Asks the group to end by SIGTERM, and kills what is left of it after `grace` milliseconds. Settles when it has
     * ended.
     */
    async end(grace) {
        const deadline = performance.now() + grace;
        this.#signal("SIGTERM");
        while (this.#isRunning && performance.now() < deadline)
            await (0,promises_.setTimeout)(POLL);
        this.kill();
    }
    kill() {
        this.#signal("SIGKILL");
    }
    get #isRunning() {
        if (!this.#signal(0))
            return false;
        // In a container without an init nobody collects orphans that have ended, and they still count as members.
        const members = (0,process_table/* processTable */.oI)()?.filter(({ group }) => group === this.#leader.pid);
        return members === undefined || members.length === 0 || members.some(({ isZombie }) => !isZombie);
    }
    /** @returns whether anything was there to get the signal. */
    #signal(signal) {
        const { pid, exitCode, signalCode } = this.#leader;
        if (pid === undefined)
            return false;
        if (HAS_GROUPS && send(-pid, signal))
            return true;
        // A leader that was started this very moment has no group yet. One that has ended may have lost its number to a
        // stranger.
        return exitCode === null && signalCode === null && send(pid, signal);
    }
}
function send(target, signal) {
    try {
        return process.kill(target, signal);
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __nccwpck_require__(6466);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/process/standard-input.js


/**
 * Writes a program's standard input, no faster than the program reads it, and closes it. A program may end without
 * having read it all.
 *
 * @throws what the source throws.
 */
async function feed(stdin, input) {
    const source = input instanceof external_node_stream_.Readable ? input : external_node_stream_.Readable.from([input]);
    let failed;
    source.once("error", () => {
        failed ??= "source";
    });
    // EPIPE and its kin are the program's right, and end the source with the same error.
    for (const event of ["error", "close"])
        stdin.once(event, () => {
            failed ??= "program";
        });
    try {
        await (0,external_node_stream_promises_.pipeline)(source, stdin);
    }
    catch (error) {
        if (failed === "source")
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/process/lifetime.js


/** A program took too long or wrote too much, and was ended with its whole group. */
class ProcessLimitError extends Error {
    name = "ProcessLimitError";
    limit;
    constructor(limit, message) {
        super(message);
        this.limit = limit;
    }
}
const DEFAULT_TIMEOUT = 10 * 60_000;
const DEFAULT_GRACE = 2000;
/**
 * By then everything is read that an ended program wrote, even on a busy machine. A process that still holds its pipes
 * left the group.
 */
const PIPE_GRACE = 2000;
/** Programs that run now, so that a cancelled run can end them all. */
const live = new Set();
let isCancelled = false;
/**
 * Everything that can end a program, and what must end with it: a time limit, a caller's signal, the end of the whole
 * run. However the program ends, nothing in its group outlives it, and nobody waits for a process that left the group
 * with its pipes.
 */
class Lifetime {
    #program;
    #limits;
    #stopped = Promise.withResolvers();
    #abort = () => this.stop(this.#limits.signal?.reason);
    #child;
    #group;
    #timers = [];
    #isStopping = false;
    /** @param program names the program in messages. */
    constructor(program, limits) {
        this.#program = program;
        this.#limits = limits;
        this.#stopped.promise.catch(() => undefined);
    }
    /**
     * Waits for a program, however it ends.
     *
     * @param start starts it, calls `watch` once it runs, and settles when it has ended and its pipes are closed.
     * @throws ProcessLimitError, the reason of `signal`, or what `start` throws. Once the run is cancelled this never
     * settles: the process exits before anyone could go on with half a result.
     */
    async run(start) {
        const { signal, timeout = DEFAULT_TIMEOUT } = this.#limits;
        if (isCancelled)
            return new Promise(() => undefined);
        signal?.throwIfAborted();
        signal?.addEventListener("abort", this.#abort, { once: true });
        const late = new ProcessLimitError("time", `${this.#program} took longer than ${timeout / 1000} s and was ended`);
        this.#timers.push(setTimeout(() => this.stop(late), timeout));
        live.add(this);
        try {
            const result = await Promise.race([start(), this.#stopped.promise]);
            return this.#isStopping ? await this.#stopped.promise : result;
        }
        finally {
            for (const timer of this.#timers)
                clearTimeout(timer);
            signal?.removeEventListener("abort", this.#abort);
            live.delete(this);
            if (isCancelled)
                await new Promise(() => undefined);
        }
    }
    /** @param child has just started; it reads `input`, or nothing. */
    watch(child, input) {
        this.#child = child;
        this.#group = new ProcessGroup(child);
        child.once("exit", () => {
            if (this.#isStopping)
                return;
            this.#group?.kill();
            // "close" waits for everyone who holds the pipes.
            this.#timers.push(setTimeout(() => this.#closePipes(), PIPE_GRACE));
        });
        if (this.#isStopping || isCancelled)
            this.#group.kill();
        if (child.stdin !== null)
            feed(child.stdin, input ?? "").catch((error) => this.stop(error));
    }
    /** Ends the program early; the run rejects with `reason` once everything has ended. */
    stop(reason) {
        if (this.#isStopping)
            return;
        this.#isStopping = true;
        void this.end().then(() => this.#stopped.reject(reason));
    }
    /** SIGTERM, then SIGKILL, for the whole group. */
    async end() {
        await this.#group?.end(this.#limits.grace ?? DEFAULT_GRACE);
        this.#closePipes();
        // A process that even SIGKILL does not end must not keep ours.
        this.#child?.unref();
    }
    kill() {
        this.#group?.kill();
    }
    #closePipes() {
        for (const stream of [this.#child?.stdin, this.#child?.stdout, this.#child?.stderr])
            stream?.destroy();
    }
}
/** @param child has ended. */
function processEnd({ exitCode, signalCode }) {
    return { exitCode: exitCode ?? (signalCode === null ? 1 : 128), signal: signalCode ?? undefined };
}
/**
 * Ends every program that runs, each with its group and its grace, and lets none start: for a run that is cancelled.
 */
async function endAllPrograms() {
    isCancelled = true;
    await Promise.all([...live].map((lifetime) => lifetime.end()));
}
/** For a cancelled run whose time is up. */
function killAllPrograms() {
    isCancelled = true;
    for (const lifetime of live)
        lifetime.kill();
}


/***/ }),

/***/ 5807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  quoteForExec: () => (/* binding */ quoteForExec),
  runLiveProcess: () => (/* binding */ runLiveProcess)
});

;// CONCATENATED MODULE: external "node:async_hooks"
const external_node_async_hooks_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");
;// CONCATENATED MODULE: external "node:diagnostics_channel"
const external_node_diagnostics_channel_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/environment.js
var runner_environment = __nccwpck_require__(1934);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/executable.js
var executable = __nccwpck_require__(5076);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/lifetime.js + 2 modules
var process_lifetime = __nccwpck_require__(36);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/process/line-reader.js
/** A longer line is cut, so that output without a newline cannot fill the memory. */
const MAX_LINE_BYTES = 64 * 1024;
const LF = 10;
const CR = 13;
/**
 * Cuts a stream of bytes into lines, each handed on as soon as it ends. LF, CRLF and a bare CR end a line: GitHub's
 * runner reads a program's output so (.NET's `ReadLine`), and would find a workflow command behind a CR. Bytes that are
 * not UTF-8 become U+FFFD.
 */
class LineReader {
    #onLine;
    #maxBytes;
    /** The line so far, at most `maxBytes` long. */
    #pieces = [];
    #length = 0;
    /** Bytes of the line that were left out. */
    #omitted = 0;
    #isAfterCr = false;
    constructor(onLine, maxBytes = MAX_LINE_BYTES) {
        this.#onLine = onLine;
        this.#maxBytes = maxBytes;
    }
    /** The chunk may be reused by the caller afterwards. */
    write(chunk) {
        let at = this.#isAfterCr && chunk[0] === LF ? 1 : 0;
        if (chunk.length > 0)
            this.#isAfterCr = false;
        let lf = chunk.indexOf(LF, at);
        let cr = chunk.indexOf(CR, at);
        while (lf >= 0 || cr >= 0) {
            const end = lf < 0 || (cr >= 0 && cr < lf) ? cr : lf;
            this.#add(chunk.subarray(at, end));
            this.#finish();
            at = end + 1;
            if (end === cr) {
                if (at === chunk.length)
                    this.#isAfterCr = true;
                else if (chunk[at] === LF)
                    at++;
                cr = chunk.indexOf(CR, at);
            }
            if (lf >= 0 && lf < at)
                lf = chunk.indexOf(LF, at);
        }
        // What waits for its end must not lie in the caller's memory.
        this.#add(Buffer.from(chunk.subarray(at)));
    }
    /** The last line may have no newline. */
    end() {
        if (this.#length > 0)
            this.#finish();
    }
    #add(bytes) {
        const kept = Math.min(bytes.length, this.#maxBytes - this.#length);
        this.#omitted += bytes.length - kept;
        if (kept === 0)
            return;
        this.#pieces.push(bytes.subarray(0, kept));
        this.#length += kept;
    }
    #finish() {
        const bytes = this.#pieces.length === 1 ? this.#pieces[0] : Buffer.concat(this.#pieces);
        const line = this.#omitted === 0 ? bytes.toString() : `${withoutHalfCharacter(bytes)}… (${this.#omitted} more bytes)`;
        this.#pieces = [];
        this.#length = 0;
        this.#omitted = 0;
        this.#onLine(line);
    }
}
/** Where a line is cut, a character may be, too. */
function withoutHalfCharacter(bytes) {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes, { stream: true });
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/tail.js
var tail = __nccwpck_require__(286);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/process/live.js







/**
 * Runs a program whose output people watch. @actions/exec starts it and streams its output; around it stands what exec
 * does not have:
 *
 * - a process group: exec cannot make one, so `setsid` (util-linux, BusyBox) starts the program: it calls setsid(2) and
 *   becomes the program, with the same process id. Where there is no `setsid` (macOS), limits end the program alone.
 * - a handle: exec keeps the child to itself, so it is taken from Node's diagnostics channel `child_process`, and told
 *   apart from others by the async context it was started in. Node calls that channel experimental; actions run on one
 *   Node major, and a test holds it.
 * - limits, cancellation, standard input: exec has no time limit, leaves an input open that nobody writes, and crashes
 *   on EPIPE.
 * - lines: exec joins chunks until a newline comes, without a limit, and cuts UTF-8 between chunks (see `consume`).
 * - the signal: exec reports an exit code of null for any.
 *
 * @returns whatever the exit code is; of both streams only the end is kept.
 * @throws ProcessLimitError when it takes too long, Error with a cause when it cannot be started.
 */
function runLiveProcess(program, args, options) {
    const { cwd, environment, input, onLine, maxLineBytes } = options;
    const lifetime = new process_lifetime/* Lifetime */.iR([program, ...args.slice(0, 1)].join(" "), options);
    const stdout = { lines: new LineReader(onLine, maxLineBytes), tail: new tail.Tail() };
    const stderr = { lines: new LineReader(onLine, maxLineBytes), tail: new tail.Tail() };
    return lifetime.run(async () => {
        const [command, ...rest] = commandLine(program, args, options);
        let child;
        const onStart = (started) => {
            child = started;
            lifetime.watch(started, input);
        };
        // Only runs that start a program pay for it.
        const { exec } = await __nccwpck_require__.e(/* import() */ 955).then(__nccwpck_require__.bind(__nccwpck_require__, 1955));
        const run = () => exec(command, rest, {
            cwd,
            env: (0,runner_environment.definedVariables)(environment),
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdout: (chunk) => consume(chunk, stdout), stderr: (chunk) => consume(chunk, stderr) },
        });
        await starting.run(onStart, run).catch((cause) => {
            throw cannotStart(program, (0,executable.missingDirectory)(cwd) ?? cause);
        });
        if (child === undefined)
            throw new Error(`node did not tell of the process of ${program}`);
        stdout.lines.end();
        stderr.lines.end();
        return { ...(0,process_lifetime/* processEnd */.rw)(child), stdout: stdout.tail.bytes, stderr: stderr.tail.bytes.toString().trim() };
    });
}
/** Whom to tell of the process that exec starts in this async context. */
const starting = new external_node_async_hooks_namespaceObject.AsyncLocalStorage();
(0,external_node_diagnostics_channel_namespaceObject.subscribe)("child_process", (message) => {
    const onStart = starting.getStore();
    const { process: child } = message;
    // The message comes before the process has a number and pipes.
    if (onStart !== undefined)
        child.once("spawn", () => onStart(child));
});
function consume(chunk, { lines, tail }) {
    lines.write(chunk);
    tail.add(chunk);
    // exec joins this chunk to all since the last newline: with one at its end, that is never more than a chunk.
    chunk[chunk.length - 1] = 0x0a;
}
/** @throws Error with a cause when there is no such program: behind `setsid`, that would be an exit code. */
function commandLine(program, args, options) {
    if (process.platform === "win32")
        return [quoteForExec(program), ...args];
    const found = (0,executable.findExecutable)(program, options);
    if ("problem" in found)
        throw cannotStart(program, Object.assign(new Error(`spawn ${program} ${found.problem}`), { code: found.problem }));
    const hasSetsid = "path" in (0,executable.findExecutable)("setsid", { cwd: "/", environment: process.env });
    return hasSetsid ? ["setsid", "--", program, ...args] : [quoteForExec(found.path), ...args];
}
/** exec splits its first argument at blanks, outside of double quotes. */
function quoteForExec(program) {
    return program.replace(/[" ]/g, (character) => (character === " " ? '" "' : '"\\""'));
}
function cannotStart(program, cause) {
    return new Error(`${program} cannot be started`, { cause });
}


/***/ }),

/***/ 3910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P3: () => (/* binding */ killProcessesIn),
/* harmony export */   oI: () => (/* binding */ processTable)
/* harmony export */ });
/* unused harmony export parseStat */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _runner_file_content_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1093);



/** The processes of this machine, from Linux's /proc; undefined where there is none. */
function processTable() {
    // A stripped-down container may have no /proc.
    if (process.platform !== "linux" || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)("/proc/self/stat"))
        return undefined;
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)("/proc")
        .filter((name) => /^\d+$/.test(name))
        .flatMap((name) => parseStat(readOrEmpty(`/proc/${name}/stat`)) ?? []);
}
/** A line of /proc/PID/stat (proc_pid_stat(5)): the name in parentheses may hold anything. Pure. */
function parseStat(line) {
    const [state, _parent, group] = line.slice(line.lastIndexOf(")") + 2).split(" ");
    const pid = Number.parseInt(line, 10);
    if (state === undefined || group === undefined || Number.isNaN(pid))
        return undefined;
    return { pid, group: Number(group), isZombie: state === "Z" || state === "X" };
}
/**
 * Kills every process that works in a folder: what a run that was killed itself left behind. Our own user's processes
 * only, since nobody may look at others.
 *
 * @param folder absolute, without symbolic links.
 * @returns how many there were.
 */
function killProcessesIn(folder) {
    const found = (processTable() ?? []).filter(({ pid }) => pid !== process.pid && worksIn(pid, folder));
    for (const { pid } of found) {
        try {
            process.kill(pid, "SIGKILL");
        }
        catch {
            // Already gone.
        }
    }
    return found.length;
}
function worksIn(pid, folder) {
    try {
        // Of a folder that was removed it says `PATH (deleted)`.
        const directory = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(`/proc/${pid}/cwd`);
        return directory === folder || directory.startsWith(folder + node_path__WEBPACK_IMPORTED_MODULE_1__.sep) || directory === `${folder} (deleted)`;
    }
    catch {
        return false;
    }
}
function readOrEmpty(path) {
    try {
        return (0,_runner_file_content_js__WEBPACK_IMPORTED_MODULE_2__/* .readFile */ .TA)(path).toString();
    }
    catch {
        return "";
    }
}


/***/ }),

/***/ 9827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ProcessLimitError: () => (/* reexport */ process_lifetime/* ProcessLimitError */.fZ),
  runProcess: () => (/* binding */ runProcess)
});

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/executable.js
var executable = __nccwpck_require__(5076);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/lifetime.js + 2 modules
var process_lifetime = __nccwpck_require__(36);
// EXTERNAL MODULE: ./build/js/packages/kit/src/process/tail.js
var tail = __nccwpck_require__(286);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/process/process.js






/** More output than this is not data but an accident. */
const DEFAULT_MAX_OUTPUT = 500_000_000;
/**
 * Runs a program for its output, never through a shell, in a process group that ends with it. Programs whose output
 * people watch run by `runLiveProcess`; this one uses `spawn` itself, since a measured program must start as its
 * command says and its output is data.
 *
 * @returns whatever its exit code is.
 * @throws ProcessLimitError when it takes too long or writes too much, Error with a cause when it cannot be started.
 */
function runProcess(program, args, options) {
    const { cwd, environment, input, maxOutput = DEFAULT_MAX_OUTPUT } = options;
    const name = [program, ...args.slice(0, 1)].join(" ");
    const lifetime = new process_lifetime/* Lifetime */.iR(name, options);
    return lifetime.run(async () => {
        const child = start(program, args, {
            cwd,
            env: environment,
            stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
            // A group of its own.
            detached: process.platform !== "win32",
        });
        const closed = (0,external_node_events_namespaceObject.once)(child, "close").catch((cause) => {
            throw cannotStart(program, (0,executable.missingDirectory)(cwd) ?? cause);
        });
        if (child.pid === undefined)
            await closed;
        lifetime.watch(child, input);
        const stdout = [];
        let bytes = 0;
        const stderr = new tail.Tail();
        child.stdout?.on("data", (chunk) => {
            bytes += chunk.length;
            if (bytes <= maxOutput)
                stdout.push(chunk);
            else
                lifetime.stop(new process_lifetime/* ProcessLimitError */.fZ("output", `${name} wrote more than ${maxOutput / 1_000_000} MB and was ended`));
        });
        child.stderr?.on("data", (chunk) => stderr.add(chunk));
        await closed;
        return { ...(0,process_lifetime/* processEnd */.rw)(child), stdout: Buffer.concat(stdout), stderr: stderr.bytes.toString().trim() };
    });
}
/** Most errors come as an event, and some are thrown (ENOTDIR). */
function start(program, args, options) {
    try {
        return (0,external_node_child_process_namespaceObject.spawn)(program, args, options);
    }
    catch (cause) {
        throw cannotStart(program, cause);
    }
}
function cannotStart(program, cause) {
    return new Error(`${program} cannot be started`, { cause });
}


/***/ }),

/***/ 286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Tail: () => (/* binding */ Tail)
/* harmony export */ });
/** The end of some output, for messages. */
class Tail {
    #maxBytes;
    #bytes = Buffer.alloc(0);
    constructor(maxBytes = 64_000) {
        this.#maxBytes = maxBytes;
    }
    add(chunk) {
        this.#bytes = Buffer.concat([this.#bytes, chunk]).subarray(-this.#maxBytes);
    }
    get bytes() {
        return this.#bytes;
    }
}


/***/ }),

/***/ 4054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ parseBody),
/* harmony export */   v: () => (/* binding */ refusalOf)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_json__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4164);
/* harmony import */ var _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8439);


/** What a body holds as JSON, or why it holds none. Pure. */
function parseBody(body) {
    if (/^\s*</.test(Buffer.from(body.subarray(0, 100)).toString()))
        return { problem: "the answer is HTML: a proxy or a login page stands before the registry" };
    try {
        return { data: (0,_jessy_actions_reading_json__WEBPACK_IMPORTED_MODULE_0__.parseJson)([body]).raw };
    }
    catch (error) {
        if (!(error instanceof _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_1__.ReportError))
            throw error;
        return { problem: `the answer ${error.message.replace(": the report was cut off", "")}` };
    }
}
/**
 * What a registry says of a refusal: `{"errors":[{"code","message","detail"}]}` (OCI distribution, "Error Codes"), or the
 * first line of a text. Pure.
 */
function refusalOf(body) {
    if (body.length === 0)
        return "";
    const parsed = parseBody(body);
    if ("problem" in parsed) {
        const text = Buffer.from(body.subarray(0, 500)).toString();
        return /^\s*</.test(text) ? "an HTML page" : (text.trim().split("\n")[0] ?? "");
    }
    const { errors, message, details } = (parsed.data ?? {});
    const listed = Array.isArray(errors) ? errors.slice(0, 5).map(describeError) : [];
    const others = [message, details].filter((one) => typeof one === "string" && one !== "");
    return (listed.length > 0 ? listed : others).join(", ");
}
function describeError(error) {
    const { code, message, detail } = (error ?? {});
    const texts = [code, message, detail].filter((one) => typeof one === "string" && one !== "");
    return [...new Set(texts)].join(": ");
}


/***/ }),

/***/ 2432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BQ: () => (/* binding */ isPullLimit),
/* harmony export */   Patience: () => (/* binding */ Patience),
/* harmony export */   a2: () => (/* binding */ retryDelay),
/* harmony export */   fr: () => (/* binding */ limitEnd)
/* harmony export */ });
/* unused harmony exports MAX_WAIT, MAX_PATIENCE */
/* harmony import */ var _http_retry_after_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1328);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5154);


/** The longest single wait, milliseconds. A limit that ends later fails at once, with its reason. */
const MAX_WAIT = 120_000;
/** Milliseconds between attempts while a registry is down: over three minutes in all. */
const OUTAGE_WAITS = [1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000, 30_000, 30_000];
/** Milliseconds after 429 without a hint. Hub's abuse limit counts requests a minute. */
const LIMIT_WAITS = [5000, 15_000, 45_000, 60_000, 60_000];
/** 501 and 505 say that the registry will never do it. */
const LASTING = new Set([501, 505]);
/**
 * Docker Hub's limit of pulls lasts hours, and its text leads to a page about plans; its limit of requests is a bare 429
 * (docs.docker.com, "Docker Hub usage and limits"). Mirrors pass the text on.
 */
const PULL_LIMIT = /pull rate limit|https?:\/\/[\w.]*docker\.com\//i;
/**
 * How long to wait before an operation is tried again, milliseconds; undefined when it must not be.
 *
 * By class: 429 as it asks, or with growing waits; 408, 5xx, a lost connection or a time-out with backoff. Never a
 * refusal (401, 403, 404 and other 4xx), nor Docker Hub's limit of pulls.
 *
 * @param attempt how often it was tried without progress, from 1; @param now milliseconds since 1970; @param random from
 *   0 to 1.
 */
function retryDelay(attempt, failure, now, random) {
    const { status, headers, isFinal } = failure;
    if (isFinal === true || isPullLimit(failure))
        return undefined;
    const passing = status === 0 || status === 408 || (status >= 500 && !LASTING.has(status));
    if (status !== 429 && !passing)
        return undefined;
    const waits = status === 429 ? LIMIT_WAITS : OUTAGE_WAITS;
    const planned = waits[attempt - 1];
    if (planned === undefined)
        return undefined;
    const asked = (0,_http_retry_after_js__WEBPACK_IMPORTED_MODULE_0__.parseRetryAfter)(headers["retry-after"], now);
    if (asked === undefined)
        return planned * (1 + random / 4);
    return asked <= MAX_WAIT ? asked + random * 1000 : undefined;
}
function isPullLimit({ status, message }) {
    return status === 429 && PULL_LIMIT.test(message);
}
/** When a limit ends that is too far away to wait for; empty for any other failure. @param now milliseconds since 1970. */
function limitEnd({ headers }, now) {
    const asked = (0,_http_retry_after_js__WEBPACK_IMPORTED_MODULE_0__.parseRetryAfter)(headers["retry-after"], now);
    if (asked === undefined || asked <= MAX_WAIT)
        return "";
    return `; the registry asks to wait ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_1__.counted)(Math.ceil(asked / 60_000), "minute")}`;
}
/** What all operations of a client may wait in all, milliseconds: an outage longer than that is not waited for. */
const MAX_PATIENCE = 10 * 60_000;
/** What is left of that. Operations that wait at the same time wait once. */
class Patience {
    #used = 0;
    #until = 0;
    #limit;
    constructor(limit = MAX_PATIENCE) {
        this.#limit = limit;
    }
    /** Takes a wait from now on. @returns false, and takes nothing, when it does not fit. */
    take(now, delay) {
        const more = Math.max(0, now + delay - Math.max(now, this.#until));
        if (this.#used + more > this.#limit)
            return false;
        this.#used += more;
        this.#until = Math.max(this.#until, now + delay);
        return true;
    }
}


/***/ }),

/***/ 1628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ trustFor)
/* harmony export */ });
let ofMachine;
const ofHosts = new WeakMap();
/** @param isInsecure any certificate will do. @param certificates that count beside the machine's. */
function trustFor(isInsecure, certificates) {
    const own = certificates !== undefined && (certificates.ca.length > 0 || certificates.client !== undefined);
    if (!own)
        return isInsecure ? { rejectUnauthorized: false } : { secureContext: machineTrust() };
    let context = ofHosts.get(certificates);
    if (context === undefined) {
        context = process.getBuiltinModule("node:tls").createSecureContext({
            ca: [...machineAuthorities(), ...certificates.ca],
            ...certificates.client,
        });
        ofHosts.set(certificates, context);
    }
    return { secureContext: context, ...(isInsecure && { rejectUnauthorized: false }) };
}
function machineTrust() {
    ofMachine ??= process.getBuiltinModule("node:tls").createSecureContext({ ca: machineAuthorities() });
    return ofMachine;
}
/** Node's own certificate authorities and the machine's, with NODE_EXTRA_CA_CERTS and SSL_CERT_FILE. */
function machineAuthorities() {
    const tls = process.getBuiltinModule("node:tls");
    return [...tls.getCACertificates("default"), ...tls.getCACertificates("system")];
}


/***/ }),

/***/ 1993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ZF: () => (/* binding */ IDLE_TIMEOUT),
/* harmony export */   cC: () => (/* binding */ WireError),
/* harmony export */   tN: () => (/* binding */ send)
/* harmony export */ });
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6466);
/* harmony import */ var _http_proxy_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4109);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1628);



/** There is no answer, or none that can be used. */
class WireError extends Error {
    name = "WireError";
    /** Node's: ECONNRESET. */
    code;
    /** Another attempt would end in the same way. */
    isFinal;
    constructor(message, { code, isFinal = false } = {}) {
        super(message);
        this.code = code;
        this.isFinal = isFinal;
    }
    /** The server speaks http where https was expected: nothing was sent to it. */
    get isPlainServer() {
        return this.code === "EPROTO" || this.code === "ERR_SSL_WRONG_VERSION_NUMBER";
    }
}
/** A connection that moves no bytes for this long is dead, milliseconds. Some registries store a large layer meanwhile. */
const IDLE_TIMEOUT = 120_000;
/** Milliseconds from the first byte of an answer to its last: a server that sends it byte by byte never idles. */
const ANSWER_TIMEOUT = 60_000;
/** Certificates and addresses that are wrong stay wrong. */
const LASTING = /^(?:CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|ERR_TLS_CERT|HOSTNAME_MISMATCH|ENOTFOUND|ERR_INVALID)/;
/**
 * Sends one request and reads its answer, over node:http: `fetch` sends a stream without its Content-Length, which
 * registries ask for. Follows nothing, and tries nothing again but what met a connection that had stood idle too long.
 *
 * @throws WireError without an answer.
 */
async function send(request) {
    for (let stale = 0;; stale++) {
        const sent = await sendOnce(request);
        if (!("failure" in sent))
            return sent;
        if (!sent.isStale || stale === MAX_STALE)
            throw sent.failure;
    }
}
/** Idle connections that a registry may have closed. */
const MAX_STALE = 5;
async function sendOnce(request) {
    const { method, url, headers, body, maxBytes, isInsecure, certificates, idleTimeout = IDLE_TIMEOUT } = request;
    (0,_http_proxy_js__WEBPACK_IMPORTED_MODULE_2__.useProxyOfEnvironment)();
    const isTls = url.protocol === "https:";
    // Not an import: loading either costs tens of milliseconds, which only a run that reaches a registry should pay.
    const { request: start } = process.getBuiltinModule(isTls ? "node:https" : "node:http");
    const options = {
        method,
        headers: { ...headers, ...((body !== undefined || needsLength(method)) && { "content-length": body?.size ?? 0 }) },
        timeout: idleTimeout,
        ...(isTls && (0,_trust_js__WEBPACK_IMPORTED_MODULE_1__/* .trustFor */ .Q)(isInsecure, certificates)),
    };
    const sent = start(url, options);
    sent.on("timeout", () => sent.destroy(new WireError(`the connection moved nothing for ${idleTimeout / 1000} s`)));
    const responded = new Promise((resolve, reject) => {
        sent.once("response", resolve);
        // Always heard: a second error without a listener would end the process.
        sent.on("error", reject);
        sent.once("close", () => reject(new WireError("the connection ended without an answer", { code: "ECONNRESET" })));
    });
    const sending = writeBody(body, sent).then(() => undefined, (error) => error);
    try {
        const response = await responded;
        const read = await readBody(response, maxBytes, method === "HEAD");
        return { status: response.statusCode ?? 0, headers: flatHeaders(response), body: read };
    }
    catch (error) {
        // An early end of the source says more than that the connection ended.
        sent.destroy();
        const cause = await sending;
        const failure = asWireError(cause instanceof SourceError ? cause : error, url.host);
        // What may have arrived with a body is for the caller to look up.
        return { failure, isStale: sent.reusedSocket && failure.code === "ECONNRESET" && body === undefined };
    }
    finally {
        // An early refusal leaves the rest unsent.
        if (!sent.writableFinished)
            sent.destroy();
        await sending;
    }
}
/** The bytes to send cannot be read: no fault of the connection. */
class SourceError extends WireError {
}
/** @throws SourceError for a source with fewer or more bytes than promised, or that cannot be read. */
async function writeBody(body, sent) {
    if (body === undefined) {
        sent.end();
        return;
    }
    const source = body.open();
    let failed;
    source.once("error", () => {
        failed ??= "source";
    });
    // A connection that breaks ends the source with the same error.
    for (const event of ["error", "close"])
        sent.once(event, () => {
            failed ??= "connection";
        });
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_0__.pipeline)(source, (chunks) => counted(chunks, body.size), sent);
    }
    catch (error) {
        if (failed !== "source" || error instanceof SourceError)
            throw error;
        throw new SourceError(`what is to be sent cannot be read: ${error.message}`, { isFinal: true });
    }
}
async function* counted(source, size) {
    let sent = 0;
    for await (const chunk of source) {
        sent += chunk.length;
        if (sent > size)
            break;
        yield chunk;
    }
    if (sent === size)
        return;
    const found = sent > size ? "more" : sent;
    throw new SourceError(`what is to be sent has ${found} bytes, and had ${size}`, { isFinal: true });
}
async function readBody(response, maxBytes, isHead) {
    const late = setTimeout(() => response.destroy(new WireError(`no whole answer within ${ANSWER_TIMEOUT / 1000} s`)), ANSWER_TIMEOUT);
    try {
        const parts = [];
        let size = 0;
        for await (const part of response) {
            size += part.length;
            if (size > maxBytes)
                throw new WireError(`the answer is larger than ${maxBytes / 1_000_000} MB`, { isFinal: true });
            parts.push(part);
        }
        const promised = response.headers["content-length"];
        if (!isHead && promised !== undefined && Number(promised) !== size)
            throw new WireError(`the answer ends after ${size} of ${promised} bytes`);
        return Buffer.concat(parts);
    }
    finally {
        clearTimeout(late);
    }
}
function flatHeaders({ headers }) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]));
}
/** Some servers answer 411 to a POST or PUT without it. */
const needsLength = (method) => method === "POST" || method === "PUT" || method === "PATCH";
/** Of a certificate whose authority nobody vouches for. */
const UNKNOWN_AUTHORITY = /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|CERT_UNTRUSTED)$/;
function asWireError(error, host) {
    if (error instanceof WireError)
        return error;
    const { message, code } = error;
    return new WireError(wordsOf(message, code, host), code === undefined ? {} : { code, isFinal: LASTING.test(code) || isRefusedClient(code) });
}
function wordsOf(message, code, host) {
    if (message === "aborted")
        return "the connection ended in the middle of the answer";
    if (code !== undefined && UNKNOWN_AUTHORITY.test(code))
        return `no authority that this machine knows has signed its certificate (${code}); put the authority's certificate into /etc/docker/certs.d/${host}/ca.crt, or its path into the variable NODE_EXTRA_CA_CERTS of the step`;
    if (code !== undefined && isRefusedClient(code))
        return `it asks for a client's certificate (${code}); put one into /etc/docker/certs.d/${host}/client.cert, and its key into client.key`;
    return message === "" && code !== undefined ? code : message.trim().split("\n")[0];
}
/** The server ended the handshake for want of a certificate of ours, or because of it. */
const isRefusedClient = (code) => /^ERR_SSL_.*ALERT_(?:CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|CERTIFICATE_UNKNOWN)$/.test(code);


/***/ }),

/***/ 5428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ linkTarget),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   en: () => (/* binding */ escapeTerminal),
/* harmony export */   hR: () => (/* binding */ revealInvisible)
/* harmony export */ });
/* harmony import */ var _jessy_actions_reading_hidden_characters__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7963);

/**
 * The one place where untrusted text (file, branch and test names, commit messages, tool output) is made safe for each
 * place it is shown in. Nothing else in the product concatenates such text into markup.
 */
/**
 * Makes hidden characters visible, e.g. a right-to-left override as `\u{202e}`, so that no name can pass for another.
 */
function revealInvisible(text) {
    if (!(0,_jessy_actions_reading_hidden_characters__WEBPACK_IMPORTED_MODULE_0__/* .isSuspect */ .W)(text))
        return text;
    let shown = "";
    let end = 0;
    for (const { at, character } of (0,_jessy_actions_reading_hidden_characters__WEBPACK_IMPORTED_MODULE_0__/* .hiddenCharacters */ .x)(text)) {
        shown += `${text.slice(end, at)}\\u{${character.codePointAt(0).toString(16)}}`;
        end = at + character.length;
    }
    return shown + text.slice(end);
}
/** Nothing to hide and nothing that ends a line: most texts, and reports have ten thousands of them. */
const PRINTABLE = /^[ -~]*$/;
/** One line: newlines and tabs become blanks. */
function singleLine(text) {
    if (PRINTABLE.test(text))
        return text;
    return revealInvisible(text.replace(/[\r\n\t\v\f\u0085\u2028\u2029]+/g, " "));
}
/**
 * GitHub links @mentions, #references, commits, URLs and :emoji: in the text of the finished HTML, after all escaping.
 * A zero-width space inside breaks the link; Dependabot and Renovate do the same.
 */
function breakAutolinks(text) {
    if (!AUTOLINK.test(text))
        return text;
    return (text
        .replaceAll("@", `@${ZERO_WIDTH_SPACE}`)
        .replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
        .replace(/(?<![0-9a-z])GH-(?=\d)/gi, (match) => `${match}${ZERO_WIDTH_SPACE}`)
        // GitHub links seven digits and more. No part may be that long: `0000` may stand before a whole commit.
        .replace(/[0-9a-f]{7,}/gi, (sha) => sha.replace(/^.{4}(?=.)|.{6}(?=.)/g, `$&${ZERO_WIDTH_SPACE}`))
        .replace(/:\/\/(?=\S)/g, `:${ZERO_WIDTH_SPACE}//`)
        .replace(/(?<![0-9a-z])www\.(?=\S)/gi, (match) => `${match.slice(0, 3)}${ZERO_WIDTH_SPACE}.`)
        .replace(/:(?=[\w+-]+:)/g, `:${ZERO_WIDTH_SPACE}`));
}
/** Any of them; most texts have none. */
const AUTOLINK = /@|#\d|gh-\d|[0-9a-f]{7}|:\/\/|www\.|:[\w+-]+:/i;
const ZERO_WIDTH_SPACE = "\u200b";
/** Text without a character that means anything in Markdown, HTML or a table, and not like the start of a list. */
const PLAIN_WORDS = /^[A-Za-z][A-Za-z0-9 ,.;'"%/?-]*$/;
/** What of it GitHub would make a link of, and blanks that HTML would not show. */
const LINKED_WORD = /[0-9a-f]{7}|gh-\d|www\.| {2}/i;
/**
 * Plain text inside a line of GitHub Markdown. It cannot become markup, HTML, math, a table border, an @mention, a
 * #reference, or a link to a commit or URL.
 */
function escapeMarkdown(text) {
    if (PLAIN_WORDS.test(text) && !LINKED_WORD.test(text))
        return text;
    // HTML shows a run of blanks as one, and four blanks at the start of a line would be a code block.
    return breakAutolinks(singleLine(text).replace(/ {2,}/g, " "))
        .replace(/[\\`*_{}[\]()#!|~:^]/g, "\\$&")
        .replace(/[&<>$]/g, (character) => (character === "$" ? "<span>$</span>" : entity(character)))
        .replace(/^\s*(?:[-+=](?!\d)|\d+(?=\.(?:\s|$)))/, (start) => start.replace(/[-+=]/, "\\$&").replace(/\d$/, (digit) => entity(digit)));
}
function entity(character) {
    return `&#${character.charCodeAt(0)};`;
}
/** An id, a version, a path: nothing that a code span has to be protected from. */
const NAME = /^[\w.@/:+-]+$/;
/**
 * Text as a code span, with a longer fence around backticks. A `|` would end a table cell, and a backslash before it
 * cannot be escaped in a code span (GFM, 4.10), so such text becomes HTML.
 */
function codeSpan(text) {
    if (NAME.test(text))
        return `\`${text}\``;
    const content = singleLine(text);
    if (content.includes("|"))
        return `<code>${escapeMarkdown(content)}</code>`;
    if (content.trim() === "")
        return "` `";
    const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    const padding = content.startsWith("`") || content.endsWith("`") || (content.startsWith(" ") && content.endsWith(" ")) ? " " : "";
    return `${fence}${padding}${content}${padding}${fence}`;
}
/** A fenced code block that its content cannot leave. */
function codeBlock(text, language = "") {
    const content = text.replace(/\r\n?/g, "\n").split("\n").map(revealInvisible).join("\n");
    const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    return `${fence}${/^[a-z0-9+-]*$/.test(language) ? language : ""}\n${content}\n${fence}`;
}
/** A link target for `(...)`: http, https or a fragment; anything else becomes an empty fragment. */
function linkTarget(href) {
    if (!/^(?:https?:\/\/|#)/.test(href))
        return "#";
    return href.replace(/[\s<>()"'`\\|]|[^\u0021-\u007e]/gu, (character) => [...new TextEncoder().encode(character)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
        .join(""));
}
/** Text or an attribute value in HTML that GitHub shows. */
function escapeHtml(text) {
    return breakAutolinks(singleLine(text)).replace(/[&<>"']/g, entity);
}
/** Text for a terminal: one line, without escape sequences or control characters. */
function escapeTerminal(text) {
    return singleLine(text);
}


/***/ }),

/***/ 4854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   loweredAlerts: () => (/* binding */ loweredAlerts)
/* harmony export */ });
/** One alert per input: the first thing that a reviewer should see is that a gate was weakened. */
function loweredAlerts(lowered) {
    return lowered.map(({ input, asked, enforced }) => ({
        kind: "alert",
        level: "warning",
        text: [
            "This change lowers ",
            { code: input },
            ` from ${enforced} to ${asked}. It was judged by ${enforced}, as on the default branch.`,
        ],
    }));
}


/***/ }),

/***/ 8342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ MARK)
/* harmony export */ });
/**
 * The marks of every report. Emoji are the one red that GitHub shows in comments, job summaries and mails, light and
 * dark: its sanitiser takes colours away. A mark never stands without a word, for readers and screens that have no
 * emoji.
 */
const MARK = {
    pass: "✅",
    fail: "❌",
    warning: "⚠️",
    broken: "💥",
    unknown: "❔",
    new: "🆕",
    /** Neither good nor bad: left alone, not judged, nothing to judge. */
    neutral: "➖",
    note: "ℹ️",
};


/***/ }),

/***/ 4342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   lineToMarkdown: () => (/* binding */ lineToMarkdown),
/* harmony export */   renderMarkdown: () => (/* binding */ renderMarkdown)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5428);
/* harmony import */ var _quantity_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5154);


/**
 * Renders a report as GitHub Markdown of at most `maxBytes` of UTF-8. What does not fit is cut at the borders of rows,
 * items and code lines, from the block with the highest weight first (then from the largest), and a line of its own
 * says so for each cut. Nothing is ever cut inside a row, a tag or a character. If the parts that cannot be cut are too
 * long, blocks are dropped from the end.
 */
function renderMarkdown(blocks, { maxBytes }) {
    const pieces = blocks.flatMap((block) => piecesOf(block));
    let excess = pieces.reduce((sum, piece) => sum + piece.bytes, 0) - maxBytes;
    if (excess > 0)
        excess = cutItems(pieces, excess);
    if (excess > 0)
        return renderFewerBlocks(blocks, maxBytes);
    return {
        text: pieces
            .map((piece) => piece.text())
            .join("")
            .trimEnd(),
        omitted: pieces.reduce((sum, piece) => sum + piece.omitted, 0),
    };
}
/** A line of Markdown. */
function lineToMarkdown(line) {
    return isList(line) ? line.map(inlineToMarkdown).join("") : inlineToMarkdown(line);
}
function inlineToMarkdown(inline) {
    if (typeof inline === "string")
        return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(inline);
    if ("code" in inline)
        return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(inline.code);
    if ("strong" in inline)
        return `**${lineToMarkdown(inline.strong)}**`;
    if ("emphasis" in inline)
        return `_${lineToMarkdown(inline.emphasis)}_`;
    if ("link" in inline)
        return `[${lineToMarkdown(inline.link.text)}](${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .linkTarget */ .Cm)(inline.link.href)})`;
    return `![${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(inline.image.alt)}](${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .linkTarget */ .Cm)(inline.image.src)})`;
}
/** GitHub does not read Markdown inside `<summary>`. */
function lineToHtml(line) {
    return isList(line) ? line.map(inlineToHtml).join("") : inlineToHtml(line);
}
function inlineToHtml(inline) {
    if (typeof inline === "string")
        return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(inline);
    if ("code" in inline)
        return `<code>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(inline.code)}</code>`;
    if ("strong" in inline)
        return `<b>${lineToHtml(inline.strong)}</b>`;
    if ("emphasis" in inline)
        return `<i>${lineToHtml(inline.emphasis)}</i>`;
    if ("link" in inline)
        return `<a href="${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .linkTarget */ .Cm)(inline.link.href)}">${lineToHtml(inline.link.text)}</a>`;
    return `<img alt="${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(inline.image.alt)}" src="${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .linkTarget */ .Cm)(inline.image.src)}">`;
}
function isList(line) {
    return Array.isArray(line);
}
/** Text that is kept or dropped as a whole, or a list of items whose last ones may be cut. */
class Piece {
    weight;
    #items;
    #more;
    #sizes;
    #kept;
    bytes;
    constructor(items, weight = 0, more) {
        this.#items = items;
        this.#kept = items.length;
        this.#more = more;
        this.weight = weight;
        this.#sizes = items.map((item) => Buffer.byteLength(item));
        this.bytes = this.#sizes.reduce((sum, size) => sum + size, 0);
    }
    get isCuttable() {
        return this.#more !== undefined && this.#items.length > 0;
    }
    get omitted() {
        return this.#items.length - this.#kept;
    }
    /** Drops items from the end until the excess is gone. @returns the excess that remains. */
    cut(excess) {
        const before = this.bytes;
        let size = this.bytes;
        let kept = this.#kept;
        // The line that says what was cut is longest when everything was cut.
        const moreBytes = Buffer.byteLength(this.#more(this.#items.length));
        while (kept > 0 && before - size - moreBytes < excess)
            size -= this.#sizes[--kept];
        if (size + moreBytes >= before)
            return excess;
        this.#kept = kept;
        this.bytes = size + moreBytes;
        return excess - (before - this.bytes);
    }
    text() {
        return this.#items.slice(0, this.#kept).join("") + (this.omitted > 0 ? this.#more(this.omitted) : "");
    }
}
function cutItems(pieces, excess) {
    let left = excess;
    const cuttable = pieces.filter((piece) => piece.isCuttable).sort((a, b) => b.weight - a.weight || b.bytes - a.bytes);
    for (const piece of cuttable) {
        if (left <= 0)
            break;
        left = piece.cut(left);
    }
    return left;
}
/** The last resort: drops whole blocks from the end, and the last line says so. */
function renderFewerBlocks(blocks, maxBytes) {
    if (blocks.length === 0)
        return { text: "", omitted: 0 };
    const rest = renderMarkdown(blocks.slice(0, -1), { maxBytes: maxBytes - Buffer.byteLength(CUT_BLOCKS) });
    if (rest.text.endsWith(CUT_BLOCKS.trim()) ||
        Buffer.byteLength(rest.text) + Buffer.byteLength(CUT_BLOCKS) > maxBytes) {
        return { text: rest.text, omitted: rest.omitted + 1 };
    }
    return { text: `${rest.text}${CUT_BLOCKS}`.trim(), omitted: rest.omitted + 1 };
}
const CUT_BLOCKS = "\n\n_The rest of the report does not fit here._";
const ALIGNMENT = { left: ":---", right: "---:", center: ":---:" };
function piecesOf(block) {
    switch (block.kind) {
        case "heading":
            return [new Piece([`${"#".repeat(block.level)} ${lineToMarkdown(block.text)}\n\n`])];
        case "paragraph":
            return [new Piece([`${lineToMarkdown(block.text)}\n\n`])];
        case "alert":
            return [new Piece([`> [!${block.level.toUpperCase()}]\n> ${lineToMarkdown(block.text)}\n\n`])];
        case "table": {
            const head = block.columns.map((column) => lineToMarkdown(column.header)).join(" | ");
            const rule = block.columns.map((column) => ALIGNMENT[column.align ?? "left"]).join(" | ");
            const rows = block.rows.map((row) => `| ${row.map(lineToMarkdown).join(" | ")} |\n`);
            return [
                new Piece([`| ${head} |\n| ${rule} |\n`]),
                new Piece(rows, block.weight, (omitted) => `\n${moreOf(omitted, block.noun ?? "rows")}\n`),
                new Piece(["\n"]),
            ];
        }
        case "list": {
            const items = block.items.map((item) => `- ${lineToMarkdown(item)}\n`);
            return [
                new Piece(items, block.weight, (omitted) => `- ${moreOf(omitted, block.noun ?? "items")}\n`),
                new Piece(["\n"]),
            ];
        }
        case "details":
            return [
                new Piece([
                    `<details${block.open === true ? " open" : ""}><summary>${lineToHtml(block.summary)}</summary>\n\n`,
                ]),
                ...block.blocks.flatMap((inner) => piecesOf(inner)),
                new Piece(["</details>\n\n"]),
            ];
        case "markdown":
            return [new Piece([`${block.text.split("\n").map(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .revealInvisible */ .hR).join("\n")}\n\n`])];
        case "code": {
            const [open, ...lines] = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(block.text, block.language).split("\n");
            const close = lines.pop();
            const body = lines.map((line) => `${line}\n`);
            return [
                new Piece([`${open}\n`]),
                new Piece(body, block.weight, (omitted) => `... ${omitted} more lines\n`),
                new Piece([`${close}\n\n`]),
            ];
        }
    }
}
function moreOf(omitted, noun) {
    return `_and ${(0,_quantity_js__WEBPACK_IMPORTED_MODULE_1__.count)(omitted)} more ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(noun)}_`;
}


/***/ }),

/***/ 7280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ prose)
/* harmony export */ });
/**
 * Our own sentences put names between backticks. Each half becomes plain text or a code span, no matter what the name
 * holds.
 */
function prose(sentence) {
    return sentence.split("`").map((part, at, parts) => (at % 2 === 1 && at < parts.length - 1 ? { code: part } : part));
}


/***/ }),

/***/ 5154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   count: () => (/* binding */ count),
/* harmony export */   counted: () => (/* binding */ counted),
/* harmony export */   plural: () => (/* binding */ plural)
/* harmony export */ });
/** `12,345`. Not toLocaleString: its first call loads the locales, which takes 15 ms. */
function count(number) {
    return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
/** `lines`, or `line` for one. */
function plural(number, noun) {
    return number === 1 ? noun : `${noun}s`;
}
/** `12,345 lines`. */
function counted(number, noun) {
    return `${count(number)} ${plural(number, noun)}`;
}


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   shownPath: () => (/* binding */ shownPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);

/** A path as people in this directory would write it; a path outside the directory stays as it is. */
function shownPath(path, directory) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(directory, path);
    return inside.startsWith("..") || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(inside) ? path : inside.split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join("/");
}


/***/ }),

/***/ 2833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ commandFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8878);


/**
 * The file that the runner reads values of one kind from; undefined outside of a runner.
 *
 * @throws UserError when it is gone.
 */
function commandFile(variable) {
    const file = process.env[variable];
    if (!file)
        return undefined;
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        return file;
    throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`${variable} is \`${file}\`, which does not exist; did an earlier step delete the runner's files?`);
}


/***/ }),

/***/ 1934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   architectureOf: () => (/* binding */ architectureOf),
/* harmony export */   cacheService: () => (/* binding */ cacheService),
/* harmony export */   cacheToken: () => (/* binding */ cacheToken),
/* harmony export */   definedVariables: () => (/* binding */ definedVariables),
/* harmony export */   mayRequestIdentity: () => (/* binding */ mayRequestIdentity),
/* harmony export */   runActor: () => (/* binding */ runActor),
/* harmony export */   runPath: () => (/* binding */ runPath),
/* harmony export */   systemOf: () => (/* binding */ systemOf)
/* harmony export */ });
/** Those that are set, as a program or a pure decision takes them. */
function definedVariables(environment) {
    return Object.fromEntries(Object.entries(environment).filter((entry) => entry[1] !== undefined));
}
/** Whether the job has `id-token: write`: only then the runner says where to ask for a token of OpenID Connect. */
function mayRequestIdentity({ ACTIONS_ID_TOKEN_REQUEST_TOKEN: token }) {
    return token !== undefined && token !== "";
}
/** What the runner hands to actions, and not to `run:` steps, for its cache service: a token, and where it is. */
function cacheService(environment) {
    const { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: results, ACTIONS_CACHE_URL: cache } = environment;
    return { hasToken: Boolean(token), hasAddress: Boolean(results || cache) };
}
/** The token of the runner's cache service; empty: none. */
function cacheToken({ ACTIONS_RUNTIME_TOKEN: token }) {
    return token ?? "";
}
/** The processor of this machine, as the runner names it, or as Node does outside of one. */
function architectureOf({ RUNNER_ARCH: architecture }) {
    return architecture || process.arch;
}
/** The address of this attempt of the run, below that of its repository; undefined outside of a run. */
function runPath(environment) {
    const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } = environment;
    return id ? `actions/runs/${id}/attempts/${attempt || "1"}` : undefined;
}
/** Who started the run first: a re-run by somebody else has no other secrets. Undefined outside a run. */
function runActor(environment) {
    return environment.GITHUB_ACTOR;
}
const SYSTEMS = { linux: "Linux", darwin: "macOS", win32: "Windows" };
/** The system of this machine, as the runner names it, or as Node does where the runner has no name for it. */
function systemOf({ RUNNER_OS: system }) {
    return system || (SYSTEMS[process.platform] ?? process.platform);
}


/***/ }),

/***/ 1093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ withFile),
/* harmony export */   Pl: () => (/* binding */ writePrivateFile),
/* harmony export */   TA: () => (/* binding */ readFile),
/* harmony export */   _h: () => (/* binding */ writeFile),
/* harmony export */   aP: () => (/* binding */ createPrivateFile),
/* harmony export */   f8: () => (/* binding */ writeWhole),
/* harmony export */   m3: () => (/* binding */ copyFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _file_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2234);



/**
 * What files hold, read and written. Of a file that is already open, the system's errors name no path: here they do, and
 * a test lets few other modules of ours read or write.
 */
const CHUNK_BYTES = 4 * 1024 * 1024;
function readFile(path) {
    return (0,_file_error_js__WEBPACK_IMPORTED_MODULE_2__/* .namingPath */ .UW)(path, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path));
}
/** Opens a file for as long as the work takes. */
function withFile(path, work) {
    return (0,_file_error_js__WEBPACK_IMPORTED_MODULE_2__/* .namingPath */ .UW)(path, () => {
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, "r");
        try {
            return work({
                size: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor).size,
                head: (bytes) => partOf(descriptor, 0, bytes),
                part: (start, bytes) => partOf(descriptor, start, bytes),
                chunks: () => chunksOf(descriptor),
            });
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
        }
    });
}
/** Writes a file and the folders above it. */
function writeFile(path, content) {
    const pieces = typeof content === "string" || content instanceof Uint8Array ? [content] : content;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, "w");
    try {
        for (const piece of pieces)
            (0,_file_error_js__WEBPACK_IMPORTED_MODULE_2__/* .namingPath */ .UW)(path, () => writeWhole(descriptor, piece));
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
/** Writes a file that only the runner's user can read, and folders of the same kind above it. No older file's mode stays. */
function writePrivateFile(path, content) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true, mode: 0o700 });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { force: true });
    (0,_file_error_js__WEBPACK_IMPORTED_MODULE_2__/* .namingPath */ .UW)(path, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, content, { mode: 0o600, flag: "wx" }));
}
/** Opens a new file that only the runner's user can read, and makes folders of the same kind above it. */
function createPrivateFile(path) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true, mode: 0o700 });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { force: true });
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, "wx", 0o600);
    return {
        append: (piece) => (0,_file_error_js__WEBPACK_IMPORTED_MODULE_2__/* .namingPath */ .UW)(path, () => writeWhole(descriptor, piece)),
        close: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor),
    };
}
/** Copies a file over one that is there, with the folders above it. What goes wrong names the copy. */
function copyFile(from, to) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(to), { recursive: true });
    (0,_file_error_js__WEBPACK_IMPORTED_MODULE_2__/* .namingPath */ .UW)(to, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.copyFileSync)(from, to));
}
/** One write call may take only a part. */
function writeWhole(descriptor, piece) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    for (let at = 0; at < bytes.length;)
        at += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(descriptor, bytes, at);
}
function partOf(descriptor, start, bytes) {
    const part = new Uint8Array(bytes);
    return part.subarray(0, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, part, 0, bytes, start));
}
function* chunksOf(descriptor) {
    const buffer = new Uint8Array(Math.min(CHUNK_BYTES, Math.max(1, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor).size)));
    let position = 0;
    for (;;) {
        const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, buffer, 0, buffer.length, position);
        if (read === 0)
            return;
        yield buffer.subarray(0, read);
        position += read;
    }
}


/***/ }),

/***/ 2234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   SQ: () => (/* binding */ describeFileError),
/* harmony export */   UW: () => (/* binding */ namingPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5428);



/** What was found, and what to do about it, by the code of Node's system errors. None of them is a fault of ours. */
const REFUSALS = {
    ENOENT: ["does not exist", "create it in an earlier step, or correct the input that leads there"],
    ENOTDIR: ["cannot be reached: a part of the path is a file, not a folder", "rename that file, or correct the path"],
    EISDIR: ["is a folder, and a file is needed", "name a file"],
    EEXIST: ["is in the way", "remove it, or choose another path"],
    ENOTEMPTY: ["is a folder that is not empty", "empty it, or choose another path"],
    EACCES: ["may not be used by this user: permission denied", "give the user of the runner access to it"],
    EPERM: ["may not be changed by this user: operation not permitted", "give the user of the runner access to it"],
    EROFS: ["is on a read-only file system", "choose a path that can be written, such as one below `RUNNER_TEMP`"],
    ENOSPC: ["cannot be written: the disk is full", "free some space before this step, or use a runner with more"],
    EDQUOT: ["cannot be written: the user's disk quota is used up", "free some space before this step"],
    EFBIG: ["would become larger than the file system allows", "choose a path on another file system"],
    EIO: ["cannot be read or written: the disk reports an error", "run the job again on another runner"],
    ELOOP: ["is behind links that lead in a circle", "correct the links"],
    ENAMETOOLONG: ["has a longer name than the file system allows", "choose a shorter path"],
    EMFILE: ["cannot be opened: this process has too many files open", "raise the limit (`ulimit -n`) on the runner"],
    ENFILE: ["cannot be opened: the machine has too many files open", "run fewer jobs on this machine"],
    EBUSY: ["is in use by another program", "let that program end before this step"],
    ETXTBSY: ["is a program that runs at the moment", "let it end before this step"],
    ENOEXEC: ["is not a program for this machine", "install the one for its system and processor"],
    EBADARCH: ["is not a program for this machine", "install the one for its system and processor"],
    ENOMEM: ["cannot be used: the machine is out of memory", "use a runner with more memory"],
    EAGAIN: ["cannot be started: the machine has no room for another process", "run fewer processes on this machine"],
    ERR_FS_FILE_TOO_LARGE: ["is larger than 2 GiB, more than can be read at once", "give a smaller file"],
};
/** What a program says of the same in its own words (strerror), as in the last line of git. */
const SAID = [
    [/no space left on device/i, "ENOSPC"],
    [/disk quota exceeded/i, "EDQUOT"],
    [/read-only file system/i, "EROFS"],
    [/permission denied/i, "EACCES"],
    [/too many open files/i, "EMFILE"],
    [/too many levels of symbolic links/i, "ELOOP"],
    [/cannot allocate memory|out of memory/i, "ENOMEM"],
];
/** Longest chain of causes that is looked through. */
const MAX_CAUSES = 8;
/**
 * An error of the file system or of starting a program, wherever it is in the chain of causes, in one line that names
 * the path, what was found and what to do. Pure but for a look at which part of the path is a file, or cannot be written.
 *
 * @returns undefined for any other error.
 */
function describeFileError(error) {
    let cause = error;
    for (let depth = 0; cause instanceof Error && depth < MAX_CAUSES; depth++) {
        const line = systemError(cause) ?? saidByProgram(cause);
        if (line !== undefined)
            return line;
        cause = cause.cause;
    }
    return undefined;
}
/** Does some work on an open file: what the system refuses then names no path by itself. */
function namingPath(path, work) {
    try {
        return work();
    }
    catch (error) {
        throw named(error, path);
    }
}
/** An error of the system with the path that it is about. */
function named(error, path) {
    if (error instanceof Error && "code" in error && !("path" in error))
        Object.assign(error, { path });
    return error;
}
function systemError(error) {
    const { path, dest } = error;
    const code = isReadOnlyBehind(error) ? "EROFS" : error.code;
    const syscall = typeof error.syscall === "string" ? error.syscall : "";
    const refusal = typeof code === "string" && Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
    // The network has codes of its own, and some of these.
    if (refusal === undefined || /^(?:connect|bind|listen|getaddrinfo|accept)$/.test(syscall))
        return undefined;
    if (code === "ENOENT" && (syscall.startsWith("spawn") || /^spawn /.test(error.message)))
        return `the program ${shown(path ?? error.message.split(" ")[1])} is not installed, or not on the PATH; install it in an earlier step (${code})`;
    const [found, advice] = refusal;
    const name = typeof path === "string" ? shown(path) : "a file";
    const to = typeof dest === "string" ? ` (to ${shown(dest)})` : "";
    const inTheWay = code === "ENOTDIR" && typeof path === "string" ? fileInTheWay(path) : undefined;
    const detail = inTheWay === undefined ? found : `cannot be reached: ${shown(inTheWay)} is a file, not a folder`;
    return `${name}${to} ${detail}; ${advice} (${[code, syscall.split(" ")[0]].filter(Boolean).join(", ")})`;
}
/** A program that ended with an error of the system. */
function saidByProgram({ name, message }) {
    if (name !== "Error")
        return undefined;
    const code = SAID.find(([words]) => words.test(message))?.[1];
    return code === undefined ? undefined : `${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .revealInvisible */ .hR)(message.trim())}; ${REFUSALS[code][1]}`;
}
/** Of folders that it makes in a row on a read-only file system, Node says that they do not exist. */
function isReadOnlyBehind({ code, syscall, path }) {
    if (code !== "ENOENT" || syscall !== "mkdir" || typeof path !== "string")
        return false;
    for (let at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(at, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK);
            return false;
        }
        catch (error) {
            const found = error.code;
            if (found !== "ENOENT" || at === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
                return found === "EROFS";
        }
    }
}
function fileInTheWay(path) {
    for (let at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path); at !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at); at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(at).isDirectory() ? undefined : at;
        }
        catch {
            // Below the file that is in the way, nothing can be looked at.
        }
    }
    return undefined;
}
function shown(path) {
    return `\`${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .revealInvisible */ .hR)(String(path)).replace(/[\r\n\t]+/g, " ")}\``;
}


/***/ }),

/***/ 7770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   i_: () => (/* binding */ InputReader)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8524);
/* harmony import */ var _jessy_actions_reading_decimal__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4127);
/* harmony import */ var _jessy_actions_reading_globs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5931);
/* harmony import */ var _jessy_actions_reading_nearest__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4574);
/* harmony import */ var _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8878);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5428);






/**
 * Reads the inputs of an action from its environment and remembers everything that is wrong with them: `finish` throws one error
 * that names all of it. A getter whose input is wrong returns a harmless value; nobody sees it, because `finish` throws.
 */
class InputReader {
    #environment;
    #read;
    #problems = [];
    #known = new Set();
    #written = new Map();
    #confidential = new Set();
    /** The inputs of this step, as @actions/core reads them. */
    static ofStep() {
        return new InputReader(process.env, _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4);
    }
    /** @param read gets one input's value; by default it is read as core does it, from an environment that need not be the process's. */
    constructor(environment, read = (name, { trimWhitespace } = { trimWhitespace: true }) => {
        const value = environment[environmentName(name)] ?? "";
        return trimWhitespace ? value.trim() : value;
    }) {
        this.#environment = environment;
        this.#read = read;
    }
    /** The trimmed value; an input that is not set is empty, as the runner hands it over. */
    string(name) {
        this.#known.add(environmentName(name));
        const value = this.#read(name);
        this.#written.set(name, value);
        return value;
    }
    /**
     * As it was written, blanks and line ends at its ends included: a key without its last newline is another key. It may
     * hold secrets, so no log shows it.
     */
    verbatim(name) {
        this.#known.add(environmentName(name));
        this.#confidential.add(name);
        const value = this.#read(name, { trimWhitespace: false });
        this.#written.set(name, value);
        return value;
    }
    /** Undefined when the input is empty. */
    optional(name) {
        const value = this.string(name);
        return value === "" ? undefined : value;
    }
    required(name, example) {
        const value = this.string(name);
        if (value === "")
            this.problem(name, `is missing; write, for example, ${quote(`${name}: ${example}`)}`);
        return value;
    }
    /** `true`, `True`, `TRUE`, `false`, `False` or `FALSE` (YAML 1.2 core schema). */
    boolean(name, fallback) {
        const value = this.string(name);
        if (value === "")
            return fallback;
        if (/^(?:true|True|TRUE)$/.test(value))
            return true;
        if (/^(?:false|False|FALSE)$/.test(value))
            return false;
        this.wrong(name, value, "`true` or `false`");
        return fallback;
    }
    integer(name, range, fallback) {
        const value = this.string(name);
        if (value === "")
            return fallback;
        const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
        if (number >= range.min && number <= range.max)
            return number;
        this.wrong(name, value, `a whole number from ${range.min} to ${range.max}`);
        return fallback;
    }
    /** `80`, `80.5` or `80.5%`, from 0 to 100, exactly as written. */
    percentage(name) {
        return this.#decimal(name, /\s*%$/, "a percentage from 0 to 100 such as `80` or `80.5`");
    }
    /** `0.5`, `0.5pp` or `0.5 points`: a difference of two percentages, from 0 to 100. */
    percentagePoints(name) {
        return this.#decimal(name, /\s*(?:pp|%|points?)$/, "percentage points from 0 to 100 such as `0` or `0.5`");
    }
    enumeration(name, values, fallback) {
        const value = this.string(name);
        if (value === "")
            return fallback;
        if (values.includes(value))
            return value;
        const near = (0,_jessy_actions_reading_nearest__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(value, values);
        this.wrong(name, value, near === undefined ? `one of ${values.join(", ")}` : `${quote(near)} (one of ${values.join(", ")})`);
        return fallback;
    }
    /** `90s`, `5m`, `1h30m`, `3d`, `250ms`. @returns milliseconds. */
    duration(name, fallback) {
        const value = this.string(name);
        if (value === "")
            return fallback;
        const match = /^(?:(\d{1,4})d)?\s*(?:(\d{1,6})h)?\s*(?:(\d{1,6})m)?\s*(?:(\d{1,9})s)?\s*(?:(\d{1,9})ms)?$/.exec(value);
        if (match === null) {
            this.wrong(name, value, "a duration such as `90s`, `5m` or `1h30m`");
            return fallback;
        }
        const [days, hours, minutes, seconds, milliseconds] = match.slice(1).map((part) => Number(part ?? 0));
        return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
    }
    /** One item a line. Blank lines and lines that begin with `#` do not count; an item in quotes is taken literally. */
    list(name) {
        return this.string(name)
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter((line) => line !== "" && !line.startsWith("#"))
            .map((line) => /^"(.*)"$|^'(.*)'$/
            .exec(line)
            ?.slice(1)
            .find((part) => part !== undefined) ?? line);
    }
    /** One glob a line, each checked. */
    globs(name) {
        const patterns = this.list(name);
        for (const pattern of patterns)
            this.checkGlob(name, pattern);
        return patterns;
    }
    /** For a glob that is only a part of an input's line. */
    checkGlob(name, pattern) {
        const problem = (0,_jessy_actions_reading_globs__WEBPACK_IMPORTED_MODULE_1__/* .patternProblem */ .A)(pattern);
        if (problem !== undefined)
            this.problem(name, `has the pattern ${quote(pattern)}, which ${problem}`);
    }
    /**
     * Some of a few known words, between blanks, commas or newlines; comments as in `list`. Each once, in the order they are written.
     *
     * @param alone a word that stands for none of them, and only by itself, such as `never`.
     * @returns undefined when the input is empty.
     */
    words(name, known, alone) {
        const words = this.list(name).flatMap((line) => line.split(/[\s,]+/).filter((word) => word !== ""));
        if (words.length === 0)
            return undefined;
        if (words.length === 1 && words[0] === alone)
            return [];
        for (const word of words) {
            if (known.includes(word))
                continue;
            if (word === alone) {
                this.wrong(name, word, `${quote(alone)} alone, or leave it out`);
                continue;
            }
            const near = (0,_jessy_actions_reading_nearest__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(word, known);
            const some = `some of ${known.join(", ")}${alone === undefined ? "" : `, or ${quote(alone)} alone`}`;
            this.wrong(name, word, near === undefined ? some : `${quote(near)} (${some})`);
        }
        return [...new Set(words)];
    }
    /** Where an action works, relative to the workspace; `.` when the input is empty. */
    workingDirectory() {
        return this.string("working-directory") || ".";
    }
    /** An input that now has another name: set, it is an error that says the new one, instead of being ignored. */
    renamed(oldName, newName) {
        if (this.string(oldName) !== "")
            this.problem(oldName, `is now called ${quote(newName)}; rename it in the workflow`);
    }
    /**
     * What a package reads from inputs and refuses by itself: its problems join the others.
     *
     * @param name of the input, where the package does not know it.
     */
    adopt(read, fallback, name) {
        try {
            return read();
        }
        catch (error) {
            if (!(error instanceof _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y))
                throw error;
            const problems = error instanceof _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserErrors */ .t ? error.problems : [error.message];
            this.#problems.push(...problems.map((text) => (name === undefined ? text : `input ${quote(name)}: ${text}`)));
            return fallback;
        }
    }
    /** At most one of these inputs may be set. */
    exclusive(...names) {
        const set = names.filter((name) => this.string(name) !== "");
        if (set.length > 1)
            this.#problems.push(`inputs ${set.map(quote).join(" and ")} exclude each other; set only one of them`);
    }
    /** A problem with one input that only the action itself can see. */
    problem(name, text) {
        this.#problems.push(`input ${quote(name)} ${text}`);
    }
    /** A value that cannot be used, and what to write instead. */
    wrong(name, found, expected) {
        this.problem(name, `is ${quote(found)}; write ${expected}`);
    }
    /** Inputs that nobody asked for but that look like a typing error of one that was: complete once every input was read. */
    get warnings() {
        const known = [...this.#known];
        return Object.keys(this.#environment)
            .filter((key) => key.startsWith("INPUT_") && !this.#known.has(key))
            .flatMap((key) => {
            const near = (0,_jessy_actions_reading_nearest__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(key, known);
            return near === undefined
                ? []
                : [`there is no input ${quote(inputName(key))}; did you mean ${quote(inputName(near))}?`];
        });
    }
    /** The inputs that were read and are set, one line each for the debug log; what may be a secret is only said to be set. */
    get described() {
        return [...this.#written]
            .filter(([, value]) => value !== "")
            .map(([name, value]) => `input ${name}: ${this.#isSecret(name) ? "(set)" : JSON.stringify(value)}`);
    }
    /** @throws UserErrors with everything that is wrong with the inputs, one line each. */
    finish() {
        if (this.#problems.length > 0)
            throw new _jessy_actions_reading_user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserErrors */ .t(this.#problems);
    }
    #isSecret(name) {
        return this.#confidential.has(name) || SECRET_NAME.test(name);
    }
    #decimal(name, unit, expected) {
        const value = this.string(name);
        if (value === "")
            return undefined;
        const decimal = (0,_jessy_actions_reading_decimal__WEBPACK_IMPORTED_MODULE_5__/* .parseDecimal */ .$)(value.replace(unit, ""));
        if (decimal !== undefined && (0,_jessy_actions_reading_decimal__WEBPACK_IMPORTED_MODULE_5__/* .compareDecimals */ .Y)(decimal, HUNDRED) <= 0)
            return decimal;
        this.wrong(name, value, expected);
        return undefined;
    }
}
/** Inputs whose values no log shows, whether or not the runner masks them. */
const SECRET_NAME = /token|password|passphrase|secret|(?:^|-)key(?:$|-)/;
const HUNDRED = { text: "100", numerator: 100n, denominator: 1n };
/** The runner upper-cases a name and turns blanks into `_`; hyphens stay (actions/runner, Handler.cs). */
function environmentName(input) {
    return `INPUT_${input.replaceAll(" ", "_").toUpperCase()}`;
}
function inputName(key) {
    return key.slice("INPUT_".length).toLowerCase();
}
const MAX_QUOTED = 60;
/** Something that was found, on one line and not endless. */
function quote(text) {
    const line = (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .revealInvisible */ .hR)(text.replace(/\s+/g, " "));
    return `\`${line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED - 3)}...` : line}\``;
}


/***/ }),

/***/ 9185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OUTPUT_MAX_BYTES: () => (/* binding */ OUTPUT_MAX_BYTES),
/* harmony export */   isValueName: () => (/* binding */ isValueName),
/* harmony export */   setOutputs: () => (/* binding */ setOutputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8524);
/* harmony import */ var _command_file_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2833);
/* harmony import */ var _file_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2234);



/** GitHub's limit of one output (docs, "Passing information between jobs"). */
const OUTPUT_MAX_BYTES = 1_048_576;
/**
 * Sets outputs of the step: all of them, or none when one cannot be set. Outside of a runner it does nothing, where core would print the
 * command that `GITHUB_OUTPUT` has replaced.
 *
 * @throws Error for a value over the limit, which the runner would drop, and for a name that core would write but the runner would read as
 * another one.
 */
function setOutputs(values) {
    const file = (0,_command_file_js__WEBPACK_IMPORTED_MODULE_1__/* .commandFile */ .C)("GITHUB_OUTPUT");
    if (file === undefined)
        return;
    for (const [name, value] of Object.entries(values)) {
        if (!isValueName(name))
            throw new Error(`${JSON.stringify(name)} cannot be the name of an output`);
        if (Buffer.byteLength(value) > OUTPUT_MAX_BYTES) {
            throw new Error(`the output ${JSON.stringify(name)} is larger than GitHub's limit of ${OUTPUT_MAX_BYTES} bytes`);
        }
    }
    for (const [name, value] of Object.entries(values))
        (0,_file_error_js__WEBPACK_IMPORTED_MODULE_2__/* .namingPath */ .UW)(file, () => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)(name, value));
}
/** Whether the runner reads a name back from a file command's `name<<delimiter` as it was written (FileCommandManager.cs). */
function isValueName(name) {
    return name !== "" && !/[\r\n=]|<</.test(name);
}


/***/ }),

/***/ 5819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SUMMARY_MAX_BYTES: () => (/* binding */ SUMMARY_MAX_BYTES),
/* harmony export */   writeSummary: () => (/* binding */ writeSummary)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8524);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4342);
/* harmony import */ var _file_error_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2234);




/** Above this size the runner shows nothing of a step's summary but an error (CreateStepSummaryCommand, FileCommandManager.cs). */
const SUMMARY_MAX_BYTES = 1_048_576;
/** Appends a report to the step's job summary, cut to what is left of the limit. Outside of a runner it does nothing, where core would throw. */
async function writeSummary(blocks) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (!file)
        return;
    const taken = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file).size : 0;
    const { text } = (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_2__.renderMarkdown)(blocks, { maxBytes: SUMMARY_MAX_BYTES - taken - 1 });
    if (text === "")
        return;
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addRaw(`${text}\n`).write();
    }
    catch (error) {
        throw (0,_file_error_js__WEBPACK_IMPORTED_MODULE_3__/* .named */ .KT)(error, file);
    }
}


/***/ }),

/***/ 5464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Service: () => (/* binding */ Service),
/* harmony export */   ServiceError: () => (/* binding */ ServiceError)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7075);
/* harmony import */ var _jessy_actions_reading_json__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4164);
/* harmony import */ var _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8439);
/* harmony import */ var _http_wait_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3528);
/* harmony import */ var _registry_answer_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4054);
/* harmony import */ var _registry_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2432);
/* harmony import */ var _registry_wire_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1993);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5428);








/** Milliseconds without a byte after which a connection is dead. */
const IDLE_TIMEOUT = 30_000;
const MAX_ANSWER_BYTES = 1_000_000;
const MAX_MESSAGE_CHARACTERS = 600;
/** A service that did not do what it was asked. One line that names the service, without any secret. */
class ServiceError extends Error {
    name = "ServiceError";
    /** 0 when no answer came, or none that can be used. */
    status;
    constructor(message, status) {
        const line = (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .revealInvisible */ .hR)(message.replace(/[\s\u0085\u2028\u2029]+/g, " "));
        super(line.length > MAX_MESSAGE_CHARACTERS ? `${line.slice(0, MAX_MESSAGE_CHARACTERS - 3)}...` : line);
        this.status = status;
    }
}
/** A service that speaks HTTP. It is asked again by the class of its failure, as a registry is. */
class Service {
    #name;
    #options;
    /** @param name for people: `Fulcio`. */
    constructor(name, options) {
        this.#name = name;
        this.#options = { patience: new _registry_retry_js__WEBPACK_IMPORTED_MODULE_4__.Patience(), sleep: _http_wait_js__WEBPACK_IMPORTED_MODULE_7__.wait, random: Math.random, now: Date.now, ...options };
    }
    /** @throws ServiceError */
    async request(request) {
        const { patience, sleep, random, now, log } = this.#options;
        for (let attempt = 1;; attempt++) {
            const outcome = await this.#attempt(request);
            if ("answer" in outcome)
                return outcome.answer;
            const { failure } = outcome;
            const delay = (0,_registry_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retryDelay */ .a2)(attempt, failure, now(), random());
            if (delay === undefined || !patience.take(now(), delay))
                throw this.#error(request, failure, attempt);
            const reason = (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeTerminal */ .en)(wordsOf(failure).slice(0, 300));
            log.info(`${this.#name} ${request.failing}: ${reason}; again in ${(delay / 1000).toFixed(1)} s`);
            await sleep(delay);
        }
    }
    /** Reads an answer as JSON. @throws ServiceError when it does not have the shape that `read` asks for. */
    read({ failing, url }, answer, read) {
        try {
            return read((0,_jessy_actions_reading_json__WEBPACK_IMPORTED_MODULE_1__.parseJson)([answer.body]));
        }
        catch (error) {
            if (!(error instanceof _jessy_actions_reading_report_error__WEBPACK_IMPORTED_MODULE_2__.ReportError))
                throw error;
            throw new ServiceError(`${this.#name} (${url.host}) ${failing}: its answer cannot be used: ${error.message}`, 0);
        }
    }
    async #attempt({ method, url, headers, body, expected, maxBytes = MAX_ANSWER_BYTES, redact = (text) => text, }) {
        const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(await body()));
        const start = performance.now();
        const say = (what) => this.#options.log.debug(`${this.#name}: ${method} ${url.host}${url.pathname}: ${what}, ${Math.round(performance.now() - start)} ms`);
        try {
            const answer = await (0,_registry_wire_js__WEBPACK_IMPORTED_MODULE_5__/* .send */ .tN)({
                method,
                url,
                headers: {
                    "user-agent": "jessy-actions",
                    accept: "application/json",
                    ...(bytes !== undefined && { "content-type": "application/json" }),
                    ...headers,
                },
                body: bytes && { size: bytes.length, open: () => node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([bytes]) },
                maxBytes,
                isInsecure: false,
                idleTimeout: IDLE_TIMEOUT,
            });
            say(answer.status);
            if (expected.includes(answer.status))
                return { answer };
            const message = redact((0,_registry_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .refusalOf */ .v)(answer.body));
            return { failure: { status: answer.status, headers: answer.headers, message } };
        }
        catch (error) {
            if (!(error instanceof _registry_wire_js__WEBPACK_IMPORTED_MODULE_5__/* .WireError */ .cC))
                throw error;
            say(error.message);
            return { failure: { status: 0, headers: {}, message: redact(error.message), isFinal: error.isFinal } };
        }
    }
    #error({ failing, url }, failure, attempts) {
        const tried = attempts === 1 ? "" : `, after ${attempts} attempts`;
        const ending = (0,_registry_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .limitEnd */ .fr)(failure, this.#options.now()).replace("the registry asks", "it asks");
        const line = `${this.#name} (${url.host}) ${failing}: ${wordsOf(failure)}${tried}${ending}`;
        return new ServiceError(line, failure.status);
    }
}
function wordsOf({ status, message }) {
    if (status === 0)
        return message;
    return `status ${status}${message === "" ? "" : `: ${message}`}`;
}


/***/ }),

/***/ 9279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   withoutMark: () => (/* binding */ withoutMark)
/* harmony export */ });
/** Text without its byte order mark. */
function withoutMark(text) {
    return text.startsWith("\ufeff") ? text.slice(1) : text;
}


/***/ }),

/***/ 5124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MAX_WHOLE_BYTES: () => (/* binding */ MAX_WHOLE_BYTES),
/* harmony export */   joinChunks: () => (/* binding */ joinChunks)
/* harmony export */ });
/* harmony import */ var _report_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8439);

/** V8's longest string is 2^29 - 24 characters; a format that needs the whole text has to stay below it. */
const MAX_WHOLE_BYTES = 500_000_000;
/** All chunks as one array, for formats that cannot be read piece by piece. */
function joinChunks(chunks) {
    const copies = [];
    let length = 0;
    for (const chunk of chunks) {
        length += chunk.length;
        if (length > MAX_WHOLE_BYTES) {
            throw new _report_error_js__WEBPACK_IMPORTED_MODULE_0__.ReportError(`the report is larger than ${MAX_WHOLE_BYTES / 1_000_000} MB; split it`);
        }
        // Not `slice`: for a Buffer it returns a view of memory that the caller may reuse.
        copies.push(new Uint8Array(chunk));
    }
    if (copies.length === 1)
        return copies[0];
    const whole = new Uint8Array(length);
    let at = 0;
    for (const copy of copies) {
        whole.set(copy, at);
        at += copy.length;
    }
    return whole;
}


/***/ }),

/***/ 4127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ parseDecimal),
/* harmony export */   Y: () => (/* binding */ compareDecimals)
/* harmony export */ });
const MAX_DIGITS = 30;
/** Reads digits with an optional fraction; no sign, exponent or blanks. Undefined for anything else. */
function parseDecimal(text) {
    const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
    if (match === null || text.length > MAX_DIGITS)
        return undefined;
    const fraction = match[2] ?? "";
    return { text, numerator: BigInt(match[1] + fraction), denominator: 10n ** BigInt(fraction.length) };
}
/** Negative when a < b, 0 when equal, positive when a > b. */
function compareDecimals(a, b) {
    const difference = a.numerator * b.denominator - b.numerator * a.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ compileGlob),
/* harmony export */   U: () => (/* binding */ bracesAt)
/* harmony export */ });
/** A pattern with more alternatives is not a list of files; it would only cost time. */
const MAX_ALTERNATIVES = 1000;
/**
 * Compiles a Bash glob, as known from .gitignore and workflows: `*` and `?` within a folder, `**` as a whole part
 * across folders, `[a-z]`, `[!a]`, `{a,b}`, and `\` to take the next character literally. A leading dot is nothing
 * special.
 *
 * @throws RangeError naming what is wrong with the pattern.
 */
function compileGlob(pattern) {
    const alternatives = expandBraces(pattern).map((each) => each.split("/").map(parsePart));
    return (path) => {
        const parts = path.split("/");
        return alternatives.some((alternative) => matchParts(alternative, parts));
    };
}
function parsePart(text) {
    if (text === "**")
        return undefined;
    const places = [];
    for (let at = 0; at < text.length; at++) {
        const character = text[at];
        if (character === "*") {
            if (places.at(-1) !== STAR)
                places.push(STAR);
        }
        else if (character === "?")
            places.push(ANY);
        else if (character === "[") {
            const end = endOfClass(text, at);
            places.push(parseClass(text.slice(at + 1, end)));
            at = end;
        }
        else if (character === "\\" && at + 1 < text.length)
            places.push(text[++at]);
        else
            places.push(character);
    }
    return places;
}
const STAR = { kind: "star" };
const ANY = { kind: "any" };
/** A `]` that comes first is literal. */
function endOfClass(text, start) {
    const first = text[start + 1] === "!" || text[start + 1] === "^" ? start + 2 : start + 1;
    const end = text.indexOf("]", first + 1);
    if (end === -1)
        throw new RangeError("has `[` without `]`");
    return end;
}
function parseClass(text) {
    const negated = text.startsWith("!") || text.startsWith("^");
    const ranges = [];
    for (let at = negated ? 1 : 0; at < text.length; at++) {
        const isRange = text[at + 1] === "-" && at + 2 < text.length;
        ranges.push([text[at], text[isRange ? at + 2 : at]]);
        if (isRange)
            at += 2;
    }
    return { kind: "class", negated, ranges };
}
/** `**` matches any number of parts, at the end at least one. Only the last `**` is ever retried. */
function matchParts(pattern, parts) {
    let at = 0;
    let part = 0;
    let retryAt = -1;
    let retryPart = 0;
    while (part < parts.length) {
        if (at < pattern.length && pattern[at] === undefined) {
            if (at === pattern.length - 1)
                return true;
            retryAt = ++at;
            retryPart = part;
        }
        else if (at < pattern.length && matchName(pattern[at], parts[part])) {
            at++;
            part++;
        }
        else if (retryAt !== -1) {
            at = retryAt;
            part = ++retryPart;
        }
        else
            return false;
    }
    return at === pattern.length;
}
/** The same within a name, for `*`. */
function matchName(pattern, name) {
    let at = 0;
    let place = 0;
    let retryAt = -1;
    let retryPlace = 0;
    while (place < name.length) {
        const wanted = pattern[at];
        if (wanted === STAR) {
            retryAt = ++at;
            retryPlace = place;
        }
        else if (wanted !== undefined && matchCharacter(wanted, name[place])) {
            at++;
            place++;
        }
        else if (retryAt !== -1) {
            at = retryAt;
            place = ++retryPlace;
        }
        else
            return false;
    }
    while (pattern[at] === STAR)
        at++;
    return at === pattern.length;
}
function matchCharacter(wanted, character) {
    if (typeof wanted === "string")
        return wanted === character;
    if (wanted.kind !== "class")
        return true;
    return wanted.ranges.some(([first, last]) => first <= character && character <= last) !== wanted.negated;
}
/** `a{b,c}` is `ab` and `ac`; braces without a comma are literal. */
function expandBraces(pattern) {
    let expanded = [""];
    for (let at = 0; at < pattern.length; at++) {
        const choices = pattern[at] === "{" ? bracesAt(pattern, at) : undefined;
        const next = choices !== undefined
            ? choices.texts.flatMap(expandBraces)
            : [pattern[at] === "\\" ? pattern.slice(at, at + 2) : pattern[at]];
        if (expanded.length * next.length > MAX_ALTERNATIVES)
            throw new RangeError(`has more than ${MAX_ALTERNATIVES} alternatives`);
        expanded = expanded.flatMap((start) => next.map((end) => start + end));
        if (choices !== undefined)
            at = choices.end;
        else if (pattern[at] === "\\")
            at++;
    }
    return expanded;
}
/**
 * The alternatives in the braces that open at `start`, and where they close; undefined if there are no alternatives.
 */
function bracesAt(pattern, start) {
    const texts = [];
    let depth = 0;
    let from = start + 1;
    for (let at = start; at < pattern.length; at++) {
        const character = pattern[at];
        if (character === "\\")
            at++;
        else if (character === "{")
            depth++;
        else if (character === "," && depth === 1) {
            texts.push(pattern.slice(from, at));
            from = at + 1;
        }
        else if (character === "}" && --depth === 0) {
            texts.push(pattern.slice(from, at));
            return texts.length > 1 ? { texts, end: at } : undefined;
        }
    }
    return undefined;
}


/***/ }),

/***/ 5931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ patternProblem),
/* harmony export */   Y: () => (/* binding */ pathFilter)
/* harmony export */ });
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2404);

/** A longer pattern is not a list of files; it would only cost time. */
const MAX_PATTERN_CHARACTERS = 1000;
/**
 * Whether a repository path matches a list of globs. As in .gitignore, the last matching pattern decides, and a leading
 * `!` excludes again. A pattern without `/` matches in every folder; one that ends in `/` matches everything in a
 * folder.
 *
 * @throws RangeError naming a pattern that cannot be used.
 */
function pathFilter(patterns) {
    const rules = patterns.map((pattern) => {
        const negated = pattern.startsWith("!");
        return { negated, matches: compile(negated ? pattern.slice(1) : pattern) };
    });
    return (path) => {
        for (let at = rules.length - 1; at >= 0; at--) {
            if (rules[at].matches(path))
                return !rules[at].negated;
        }
        return false;
    };
}
/** What is wrong with a pattern, if anything. */
function patternProblem(pattern) {
    if (pattern.length > MAX_PATTERN_CHARACTERS)
        return `has more than ${MAX_PATTERN_CHARACTERS} characters`;
    // Taken literally it would quietly match nothing.
    if (/[?*+@!]\(/.test(pattern.replace(/^!/, "")))
        return "is an extended glob; write {a,b} or several lines";
    try {
        (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compileGlob */ .S)(pattern);
    }
    catch (error) {
        if (error instanceof RangeError)
            return error.message;
        throw error;
    }
    return undefined;
}
function compile(pattern) {
    const problem = patternProblem(pattern);
    if (problem !== undefined)
        throw new RangeError(`the pattern ${JSON.stringify(pattern.slice(0, 60))} ${problem}`);
    const rooted = pattern.replace(/^\.?\//, "");
    const whole = rooted.endsWith("/") ? `${rooted}**` : rooted;
    const anywhere = !pattern.startsWith("/") && !whole.replace(/\/\*\*$/, "").includes("/") ? `**/${whole}` : whole;
    return (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compileGlob */ .S)(anywhere);
}


/***/ }),

/***/ 7963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isSuspect),
/* harmony export */   x: () => (/* binding */ hiddenCharacters)
/* harmony export */ });
/** What Unicode says to show as nothing, line separators, interlinear annotations, and the blank Braille pattern. */
const SUSPECT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb\u2800\p{Default_Ignorable_Code_Point}]/u;
const SUSPECTS = new RegExp(SUSPECT.source, "gu");
/**
 * Characters that hide something in a text: a name that looks like another, a title that looks empty, orders for a
 * machine that no person sees. What emoji and scripts are written with is left out: joiners and selectors within emoji
 * (UTS 51), joiners between letters of scripts that use them, one variation selector after a Han or Mongolian letter.
 * Takes time linear to the text.
 */
function* hiddenCharacters(text) {
    for (const { 0: character, index: at } of text.matchAll(SUSPECTS)) {
        if (!isOrdinary(text, at, character))
            yield { at, character, kind: kindOf(character.codePointAt(0)) };
    }
}
/** Whether a text may have hidden characters: much faster than a search for them. */
function isSuspect(text) {
    return SUSPECT.test(text);
}
function kindOf(code) {
    if (code <= 0x9f)
        return "control";
    if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069))
        return "direction";
    if (code === 0x200e || code === 0x200f || code === 0x061c)
        return "mark";
    return (code >= 0xfe00 && code <= 0xfe0f) || code >= 0xe0000 ? "tag" : "invisible";
}
function isOrdinary(text, at, character) {
    const before = characterBefore(text, at);
    const after = text.slice(at + character.length, at + character.length + 2);
    switch (character) {
        case "\ufe0e":
        case "\ufe0f":
            return /[0-9#*]/.test(before) ? after.startsWith(KEYCAP) : EMOJI.test(before);
        case "\u200d":
            return (EMOJI_END.test(before) && PICTURE.test(after)) || isBetweenLetters(before, after);
        case "\u200c":
            return isBetweenLetters(before, after);
        case "\u115f":
        case "\u1160":
            return JAMO.test(before) || JAMO.test(after);
        case "\u180b":
        case "\u180c":
        case "\u180d":
        case "\u180e":
        case "\u180f":
            return MONGOLIAN.test(before);
        default:
            return isInFlag(text, at) || (IDEOGRAPHIC_SELECTOR.test(character) && HAN.test(before));
    }
}
const KEYCAP = "\u20e3";
const EMOJI = /[\p{Emoji}--[0-9#*]]/v;
const EMOJI_END = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f/u;
const PICTURE = /^\p{Extended_Pictographic}/u;
const JAMO = /^[\u1100-\u11ff]/;
const MONGOLIAN = /\p{Script=Mongolian}/u;
const HAN = /\p{Script=Han}/u;
const IDEOGRAPHIC_SELECTOR = /[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/u;
/** Scripts whose letters change at a joiner (RFC 5892, A.1 and A.2). */
const JOINING = new RegExp(`^[${[
    "Arabic|Syriac|Mongolian|Mandaic|Nko|Phags_Pa|Adlam|Hanifi_Rohingya",
    "Devanagari|Bengali|Gurmukhi|Gujarati|Oriya|Tamil|Telugu|Kannada|Malayalam|Sinhala|Khmer|Myanmar|Tibetan",
]
    .join("|")
    .split("|")
    .map((script) => `\\p{Script=${script}}`)
    .join("")}]`, "u");
function isBetweenLetters(before, after) {
    return JOINING.test(before) && JOINING.test(after);
}
/** The flags of England, Scotland and Wales, the only ones that Unicode recommends (emoji-sequences.txt). */
const FLAGS = ["gbeng", "gbsct", "gbwls"].map((region) => {
    const tags = [...region].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)));
    return `\u{1f3f4}${tags.join("")}\u{e007f}`;
});
/** Whether a flag stands around this place: its characters, the first and the last one as well, are two units each. */
function isInFlag(text, at) {
    return [2, 4, 6, 8, 10, 12].some((before) => FLAGS.some((flag) => text.startsWith(flag, at - before)));
}
/** The whole character, or the empty text at the start. */
function characterBefore(text, at) {
    const unit = text.charCodeAt(at - 1);
    const isLow = unit >= 0xdc00 && unit <= 0xdfff;
    return text.slice(Math.max(0, at - (isLow ? 2 : 1)), at);
}


/***/ }),

/***/ 5584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   boolean: () => (/* binding */ boolean),
/* harmony export */   integer: () => (/* binding */ integer),
/* harmony export */   list: () => (/* binding */ list),
/* harmony export */   number: () => (/* binding */ number),
/* harmony export */   oneOf: () => (/* binding */ oneOf),
/* harmony export */   optional: () => (/* binding */ optional),
/* harmony export */   sha: () => (/* binding */ sha),
/* harmony export */   text: () => (/* binding */ text),
/* harmony export */   whole: () => (/* binding */ whole)
/* harmony export */ });
/**
 * Readers for fields of untrusted JSON (a result file from an artifact). Each reads one value, and throws a ReportError
 * that names its place if the value is wrong.
 */
const MAX_TEXT_CHARACTERS = 4096;
const MAX_ITEMS = 200_000;
function list(value, read) {
    if (value.list().length > MAX_ITEMS)
        throw value.not(`a list of at most ${MAX_ITEMS} items`);
    return [...value.items()].map(read);
}
function text(value) {
    const read = value.text();
    if (read.length > MAX_TEXT_CHARACTERS)
        throw value.not(`a text of at most ${MAX_TEXT_CHARACTERS} characters`);
    return read;
}
/** A commit, by SHA-1 or SHA-256. */
function sha(value) {
    const read = value.text();
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(read))
        throw value.not("a commit");
    return read;
}
function boolean(value) {
    if (typeof value.raw !== "boolean")
        throw value.not("true or false");
    return value.raw;
}
function number(value) {
    return value.number();
}
/** From 0. */
function whole(value) {
    const read = integer(value);
    if (read < 0)
        throw value.not("a whole number from 0");
    return read;
}
function integer(value) {
    const read = value.number();
    if (!Number.isSafeInteger(read))
        throw value.not("a whole number");
    return read;
}
function oneOf(value, words) {
    const read = value.text();
    if (!words.includes(read))
        throw value.not(`one of ${words.join(", ")}`);
    return read;
}
/** An object with the field, or an empty one if it is missing: for spreading. */
function optional(key, value, read) {
    return value.isMissing ? {} : { [key]: read(value) };
}


/***/ }),

/***/ 4164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JsonValue: () => (/* binding */ JsonValue),
/* harmony export */   parseJson: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _chunks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5124);
/* harmony import */ var _report_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8439);



/** JSON.parse recurses: a file of a million brackets would crash the process instead of being reported. */
const MAX_DEPTH = 200;
/** Parses a whole report as JSON. @throws ReportError that says where it stops being JSON. */
function parseJson(chunks) {
    const bytes = (0,_chunks_js__WEBPACK_IMPORTED_MODULE_1__.joinChunks)(chunks);
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
    const text = new node_util__WEBPACK_IMPORTED_MODULE_0__.TextDecoder(encoding).decode(bytes);
    // In UTF-16, half of a letter may look like a quote or a bracket.
    checkDepth(encoding === "utf-8" ? bytes : new TextEncoder().encode(text));
    try {
        return new JsonValue(JSON.parse(text), "");
    }
    catch (error) {
        const message = error.message;
        const position = /at position (\d+)/.exec(message)?.[1];
        if (/Unexpected end|Unterminated/.test(message) || Number(position) >= text.length) {
            throw new _report_error_js__WEBPACK_IMPORTED_MODULE_2__.ReportError(`ends early, after ${bytes.length} bytes: the report was cut off`);
        }
        throw new _report_error_js__WEBPACK_IMPORTED_MODULE_2__.ReportError(`is not valid JSON: ${message.slice(0, 160).replace(/\s+/g, " ")}`);
    }
}
function checkDepth(bytes) {
    let depth = 0;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte === 0x22) {
            at = endOfString(bytes, at + 1);
            if (at === -1)
                return;
        }
        else if (byte === 0x5b || byte === 0x7b) {
            if (++depth > MAX_DEPTH)
                throw new _report_error_js__WEBPACK_IMPORTED_MODULE_2__.ReportError(`nests JSON more than ${MAX_DEPTH} deep, at byte ${at}`);
        }
        else if (byte === 0x5d || byte === 0x7d)
            depth--;
    }
}
/** Reports are mostly long strings, which `indexOf` passes over much faster than a loop. @returns -1 without an end */
function endOfString(bytes, start) {
    for (let quote = bytes.indexOf(0x22, start); quote !== -1; quote = bytes.indexOf(0x22, quote + 1)) {
        let before = quote;
        while (before > start && bytes[before - 1] === 0x5c)
            before--;
        if ((quote - before) % 2 === 0)
            return quote;
    }
    return -1;
}
/** A value in a report and its place there, so that an error about a wrong shape names it: `files[3].segments`. */
class JsonValue {
    raw;
    #path;
    constructor(raw, path) {
        this.raw = raw;
        this.#path = path;
    }
    get isMissing() {
        return this.raw === undefined || this.raw === null;
    }
    get isObject() {
        return typeof this.raw === "object" && this.raw !== null && !Array.isArray(this.raw);
    }
    get isList() {
        return Array.isArray(this.raw);
    }
    /** A member of an object. It is missing unless the object itself has it; members of the prototype do not count. */
    get(key) {
        const object = this.raw;
        const has = this.isObject && Object.hasOwn(object, key);
        return new JsonValue(has ? object[key] : undefined, this.#path === "" ? key : `${this.#path}.${key}`);
    }
    /** The members of an object; `__proto__` is a name like any other. */
    *entries() {
        if (!this.isObject)
            throw this.not("an object");
        for (const [key, value] of Object.entries(this.raw))
            yield [key, new JsonValue(value, `${this.#path}[${JSON.stringify(key)}]`)];
    }
    *items() {
        const list = this.list();
        for (let at = 0; at < list.length; at++)
            yield new JsonValue(list[at], `${this.#path}[${at}]`);
    }
    list() {
        if (!Array.isArray(this.raw))
            throw this.not("a list");
        return this.raw;
    }
    text() {
        if (typeof this.raw !== "string")
            throw this.not("a string");
        return this.raw;
    }
    number() {
        if (typeof this.raw !== "number")
            throw this.not("a number");
        return this.raw;
    }
    /** The error for a value of another shape. */
    not(expected) {
        const found = this.raw === undefined ? "missing" : excerpt(this.raw);
        return new _report_error_js__WEBPACK_IMPORTED_MODULE_2__.ReportError(`${this.#path === "" ? "its content" : `\`${this.#path}\``} is not ${expected} but ${found}`);
    }
}
/** The start of a value. TOML's keys with dots nest deeper than JSON.stringify can follow. */
function excerpt(value) {
    try {
        return JSON.stringify(value).slice(0, 40);
    }
    catch {
        return "too deep to be shown";
    }
}


/***/ }),

/***/ 4574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The one of some words that is at most two edits away, if any. */
function nearest(word, words) {
    let best;
    let bestDistance = 3;
    for (const candidate of words) {
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance < bestDistance && distance < candidate.length / 2) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** Letters added, dropped, replaced, or swapped with their neighbour (optimal string alignment). 3 stands for more than 2. */
function editDistance(a, b) {
    if (Math.abs(a.length - b.length) > 2)
        return 3;
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? beforeLast[j - 2] + 1 : 3;
            row.push(Math.min(last[j] + 1, row[j - 1] + 1, replaced, swapped));
        }
        beforeLast = last;
        last = row;
    }
    return last[b.length];
}


/***/ }),

/***/ 2232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   comparePrereleases: () => (/* binding */ comparePrereleases),
/* harmony export */   identifierProblem: () => (/* binding */ identifierProblem),
/* harmony export */   isNumeric: () => (/* binding */ isNumeric),
/* harmony export */   prereleaseProblem: () => (/* binding */ prereleaseProblem),
/* harmony export */   quote: () => (/* binding */ quote)
/* harmony export */ });
/**
 * What stands after the hyphen and the plus of a version by SemVer 2.0.0. Cargo's versions have the same, though their
 * numbers may be larger.
 */
/** Precedence (SemVer 2.0.0, 11): below 0 when `a` comes before `b`. No identifiers at all is a stable version. */
function comparePrereleases(a, b) {
    if (a.length === 0 || b.length === 0)
        return b.length - a.length;
    for (let at = 0; at < Math.min(a.length, b.length); at++) {
        const order = compareIdentifiers(a[at], b[at]);
        if (order !== 0)
            return order;
    }
    return a.length - b.length;
}
function compareIdentifiers(a, b) {
    const numericA = isNumeric(a);
    if (numericA !== isNumeric(b))
        return numericA ? -1 : 1;
    // Without leading zeros the longer number is the larger one.
    if (numericA && a.length !== b.length)
        return a.length - b.length;
    return a < b ? -1 : a > b ? 1 : 0;
}
function isNumeric(identifier) {
    return /^[0-9]+$/.test(identifier);
}
/** What keeps identifiers from being a prerelease, to stand after the version's name. Undefined when they are one. */
function prereleaseProblem(identifiers) {
    const problem = identifierProblem(identifiers, "prerelease");
    if (problem !== undefined)
        return problem;
    const padded = identifiers.find((each) => each.length > 1 && each.startsWith("0") && isNumeric(each));
    return padded === undefined ? undefined : `has a leading zero in its prerelease number ${quote(padded)}`;
}
/** The same of build metadata, where leading zeros may stand. */
function identifierProblem(identifiers, place) {
    for (const identifier of identifiers) {
        if (identifier === "")
            return `has an empty part in its ${place}`;
        if (!/^[0-9A-Za-z-]+$/.test(identifier)) {
            return `has ${quote(identifier)} in its ${place}, where only letters, digits and hyphens of ASCII may stand`;
        }
    }
    return undefined;
}
/** What is quoted of outside text is short, and on one line. */
function quote(text) {
    return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}...` : text);
}


/***/ }),

/***/ 8439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ReportError: () => (/* binding */ ReportError)
/* harmony export */ });
/**
 * A report that cannot be used as it is. The message is one line without the file's name, which the caller knows. Text
 * that it quotes from the report is untrusted.
 */
class ReportError extends Error {
    name = "ReportError";
    constructor(message, options) {
        super(message.replace(/[\u0000-\u001f\u007f]+/g, " ").slice(0, MAX_CHARACTERS), options);
    }
}
/** A report can be endless; a message about it is not. */
const MAX_CHARACTERS = 500;


/***/ }),

/***/ 1492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TZ: () => (/* binding */ MIN_SECRET_CHARACTERS),
/* harmony export */   eo: () => (/* binding */ secretForms)
/* harmony export */ });
/* unused harmony exports MIN_WITHIN_WORDS, MIN_DIFFERENT_CHARACTERS */
/** Shorter values stand in ordinary text by chance (`main`, `true`): they are neither looked for nor replaced. */
const MIN_SECRET_CHARACTERS = 6;
/** From here on a value is found within longer words, too. */
const MIN_WITHIN_WORDS = 8;
/** `------` and `00000000` are lines and parts of numbers. */
const MIN_DIFFERENT_CHARACTERS = 3;
/** Lines of a secret of several lines that are looked for by themselves. */
const MIN_LINE_CHARACTERS = 16;
const MAX_LINES = 1000;
/** All forms of a secret, the plain ones first; none if it is too short or too even to be told from ordinary text. */
function secretForms(secret) {
    const forms = new Map();
    const add = (text, encoding) => {
        if (!forms.has(text))
            forms.set(text, { text, encoding, isWord: text.length < MIN_WITHIN_WORDS });
    };
    const values = plainForms(secret).filter(isTellable);
    for (const value of values)
        add(value, "plain");
    for (const value of values) {
        for (const text of base64Forms(value))
            if (text.length >= MIN_WITHIN_WORDS)
                add(text, "base64");
        for (const text of urlForms(value))
            add(text, "URL-encoded");
        const hex = Buffer.from(value).toString("hex");
        add(hex, "hexadecimal");
        add(hex.toUpperCase(), "hexadecimal");
        for (const text of jsonForms(value))
            add(text, "JSON-escaped");
    }
    return [...forms.values()];
}
function isTellable(value) {
    return value.trim().length >= MIN_SECRET_CHARACTERS && new Set(value).size >= MIN_DIFFERENT_CHARACTERS;
}
/** The value, without blanks around it, with either line break, and its longer lines: a text may hold only a part. */
function plainForms(value) {
    const lines = value.split(/\r?\n/);
    const whole = [value, value.trim(), lines.join("\n"), lines.join("\n").trim()];
    if (lines.length === 1)
        return whole;
    const long = lines
        .slice(0, MAX_LINES)
        .map((line) => line.trim())
        .filter((line) => line.length >= MIN_LINE_CHARACTERS && !isOrdinary(line));
    return [...whole, ...long, ...long.flatMap(tokensOf), ...keyParts(value)];
}
/** A token by itself: `//registry.npmjs.org/:_authToken=npm_...`. A name of a project or a host is none. */
function tokensOf(line) {
    const runs = line.match(/[\w+~-]{16,}/g) ?? [];
    return runs.filter((run) => /^[0-9a-f]{32,}$/.test(run) || [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(run)));
}
/** Lines that stand in others' files, too: `-----BEGIN PRIVATE KEY-----`, `registry=https://registry.npmjs.org/`. */
function isOrdinary(line) {
    return line.startsWith("-----") || line.startsWith("<?xml") || isPlainAddress(line);
}
/** A name and an address without a login, a query, or a part as long as a token. */
function isPlainAddress(line) {
    const [, name = "", address = "", end = ""] = /^([^/]{0,60}?)https?:\/\/([^\s"'<>]+)(.{0,60})$/.exec(line) ?? [];
    if (address === "" ||
        !/^(?:["'<]?[\w.-]+["'>]?\s*[=:>]\s*["']?|<[\w.-]+>)?$/.test(name) ||
        !/^["',;]*(?:<\/[\w.-]+>)?$/.test(end))
        return false;
    return address
        .replace(/[,;]+$/, "")
        .split("/")
        .every((part, at) => (at === 0 ? /^[\w.-]+(?::\d+)?$/ : /^(?:[\w.-]{0,12}|[a-z-]+)$/i).test(part));
}
/** Lines of 31 characters and more hold a whole one of these, wherever they were broken. */
const KEY_PART = 16;
/** All keys of a kind begin alike, with their algorithm and how they are encrypted: at most half of a short key. */
const MAX_KEY_START = 128;
/** A key as PEM is the same key when its lines are broken elsewhere. */
function keyParts(value) {
    const [, body = ""] = /-----BEGIN [A-Z0-9 ]+-----([A-Za-z0-9+/=\s]+)-----END /.exec(value) ?? [];
    const joined = body.replace(/\s+/g, "");
    const parts = [];
    const start = Math.min(MAX_KEY_START, Math.floor(joined.length / 2));
    for (let at = start; at + KEY_PART <= joined.length && parts.length < MAX_LINES; at += KEY_PART)
        parts.push(joined.slice(at, at + KEY_PART));
    return parts;
}
/** The characters that a value gives wherever it stands in an encoded text: three alignments, two alphabets. */
function* base64Forms(value) {
    const bytes = Buffer.from(value);
    for (const shift of [0, 1, 2]) {
        const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
        const text = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
        yield text;
        yield text.replaceAll("+", "-").replaceAll("/", "_");
    }
}
function* urlForms(value) {
    // Half of a surrogate pair cannot be encoded, and is no secret's character either.
    const encoded = encodeURIComponent(value.toWellFormed());
    for (const text of [encoded, encoded.replaceAll("%20", "+"), encoded.replace(/[!'()*]/g, percent)]) {
        yield text;
        yield text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
    }
}
function percent(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** Inside JSON that is itself a text, as JSON.stringify and as Go write it. */
function* jsonForms(value) {
    const text = jsonText(value);
    yield text;
    yield text.replace(/[&<>]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
    // JSON that is HCL, as bake reads it, and JSON within JSON.
    yield jsonText(value.replace(/[$%]\{/g, (opening) => `${opening[0]}${opening}`));
    yield jsonText(text);
}
function jsonText(value) {
    return JSON.stringify(value).slice(1, -1);
}


/***/ }),

/***/ 5043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ holdsForm),
/* harmony export */   p: () => (/* binding */ SecretSearch)
/* harmony export */ });
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1492);

/** Messages cut what they quote: this many characters that begin a secret are as good as the whole of it. */
const BEGINNING = 16;
/**
 * Finds many secrets in a text in one pass. The time depends on the length of the text, and hardly on the number of
 * secrets: a key has hundreds of lines, each in ten forms, and a build writes a million lines.
 */
class SecretSearch {
    /** By the characters that they begin with: as many as a beginning has, and fewer for shorter forms. */
    #forms = new Map();
    /** The first two characters of all forms: most places of a text begin none. */
    #pairs = new Set();
    #known = new Set();
    /** Forms whose beginning is as secret as the whole. */
    #partial = new Set();
    #findsBeginnings;
    /** The longest form: what a text in pieces must keep of each piece. */
    longest = 0;
    /** @param parts whether the beginning of a secret counts, as a message that was cut has it. */
    constructor(parts) {
        this.#findsBeginnings = parts === "beginnings";
    }
    add(secret) {
        for (const form of (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .secretForms */ .eo)(secret)) {
            if (this.#findsBeginnings && isSecretAtOnce(secret, form))
                this.#partial.add(form.text);
            this.#addForm(form);
            // Bytes that nobody decoded are searched as one character each.
            this.#addForm({ ...form, text: Buffer.from(form.text).toString("latin1") });
        }
    }
    #addForm(form) {
        if (this.#known.has(form.text))
            return;
        this.#known.add(form.text);
        this.longest = Math.max(this.longest, form.text.length);
        this.#pairs.add(pairAt(form.text, 0));
        const start = form.text.slice(0, BEGINNING);
        const ofLength = this.#forms.get(start.length) ?? new Map();
        this.#forms.set(start.length, ofLength);
        const group = ofLength.get(start);
        if (group === undefined)
            ofLength.set(start, [form]);
        else
            group.push(form);
    }
    get isEmpty() {
        return this.#known.size === 0;
    }
    /** In the order of their starts; they may overlap. */
    *find(text) {
        if (this.isEmpty)
            return;
        for (let start = 0; start + 1 < text.length; start++) {
            if (!this.#pairs.has(pairAt(text, start)))
                continue;
            for (const [length, forms] of this.#forms) {
                for (const form of forms.get(text.slice(start, start + length)) ?? []) {
                    const end = this.#endOf(text, start, form);
                    if (end > start)
                        yield { start, end, form };
                }
            }
        }
    }
    /** @param start where as much of a form stands as its beginning has. @returns where it ends, or the start. */
    #endOf(text, start, form) {
        if (holdsAt(text, start, form))
            return start + form.text.length;
        if (form.text.length <= BEGINNING || !this.#partial.has(form.text))
            return start;
        let length = BEGINNING;
        while (text[start + length] === form.text[length])
            length++;
        return start + length;
    }
}
/** A file of secrets begins with a line that is not secret, and its lines with names; a token or a line of a key does not. */
function isSecretAtOnce(secret, { text, encoding }) {
    return encoding === "plain" && (!secret.trim().includes("\n") || /^[\w+/=~-]+$/.test(text));
}
/** No form is shorter than two characters. */
function pairAt(text, at) {
    return text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);
}
/** Whether a text holds a form of a secret; a short one only as a whole word. */
function holdsForm(text, form) {
    for (let at = text.indexOf(form.text); at !== -1; at = text.indexOf(form.text, at + 1))
        if (holdsAt(text, at, form))
            return true;
    return false;
}
function holdsAt(text, start, { text: form, isWord }) {
    return text.startsWith(form, start) && (!isWord || isWholeWord(text, start, start + form.length));
}
function isWholeWord(text, start, end) {
    const around = [text[start - 1], text[end]];
    return !around.some((character) => character !== undefined && /[\p{L}\p{N}_]/u.test(character));
}


/***/ }),

/***/ 7428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  TomlFile: () => (/* binding */ TomlFile),
  TomlProblem: () => (/* binding */ TomlProblem),
  parseToml: () => (/* binding */ parseToml)
});

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/error.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
function getLineColFromPtr(string, ptr) {
    let lines = string.slice(0, ptr).split(/\r?\n/);
    return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
    let lines = string.split(/\r?\n/);
    let codeblock = '';
    let numberLen = (Math.log10(line + 1) | 0) + 1;
    for (let i = line - 1; i <= line + 1; i++) {
        let l = lines[i - 1];
        if (!l)
            continue;
        codeblock += i.toString().padEnd(numberLen, ' ');
        codeblock += ':  ';
        codeblock += l;
        codeblock += '\n';
        if (i === line) {
            codeblock += ' '.repeat(numberLen + column + 2);
            codeblock += '^\n';
        }
    }
    return codeblock;
}
class TomlError extends Error {
    line;
    column;
    codeblock;
    constructor(message, options) {
        const [line, column] = getLineColFromPtr(options.toml, options.ptr);
        const codeblock = makeCodeBlock(options.toml, line, column);
        super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
        this.line = line;
        this.column = column;
        this.codeblock = codeblock;
    }
    /** @internal */
    static x(message, ctx, ptr) {
        throw new TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/primitive.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function parseString(ctx) {
    let startPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p++);
    let first = c;
    let isLiteral = c === 0x27; /* ' */
    let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
    if (isMultiline) {
        // Trim initial newline
        if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 0xa /* \n */)
            ctx.p++;
        else if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)
            ctx.p += 2;
    }
    // For the record: it is not worth it to use a fast-path for literal strings using `indexOf`.
    // Doing a char-by-char iteration ends up dispatching less instructions, for the same wall-clock runtime.
    let parsed = '';
    let sliceStart = ctx.p;
    // states:
    //   0 - decoding
    //   1 - decoding escape
    //   2 - whitespace escape (no newline encountered yet, must fail on non-whitespace)
    //   3 - whitespace escape (newline encountered, allowed to transition back to normal decode)
    let state = 0;
    for (; ctx.p < ctx.s.length; ctx.p++) {
        c = ctx.s.charCodeAt(ctx.p);
        // Deal with newlines first, since that simplifies control character checking and handling across all states
        if (isMultiline && (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */))) {
            state = state && 3;
        }
        // Control characters are banned in TOML, so we throw an error if we encounter them
        else if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in strings', ctx);
        }
        // The string might terminate while we're parsing through a newline escape.
        // It must have encountered a newline; otherwise, it'll simply fail in another branch.
        else if ((!state || state === 3) && c === first && (!isMultiline || (ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first))) {
            if (isMultiline) {
                // If the string ends with 4-5 quotes, then the first 1-2 are part of the string
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
            }
            // If we're in a newline escape still, then there's nothing to add.
            if (!state) {
                // Avoid a useless concat operation if the string can be used as-is.
                let s = ctx.s.slice(sliceStart, ctx.p);
                parsed = parsed ? parsed + s : s;
            }
            ctx.p += isMultiline ? 3 : 1;
            return parsed;
        }
        // Baseline state; keep moving forward unless an escape sequence starts
        else if (!state) {
            if (!isLiteral && c === 0x5c /* \ */) {
                parsed += ctx.s.slice(sliceStart, (sliceStart = ctx.p));
                state = 1;
            }
        }
        else if (state === 1) {
            if (c === 0x78 /* x */ || c === 0x75 /* u */ || c === 0x55 /* U */) { // Unicode escape
                let errPtr = ctx.p++ - 1;
                let value = 0;
                let len = c === 0x78 /* x */ ? 2 : c === 0x75 /* u */ ? 4 : 8;
                for (let j = 0; j < len; j++, ctx.p++) {
                    let hex = ctx.s.charCodeAt(ctx.p);
                    let digit = 
                    /* 0-9 */ hex >= 0x30 && hex <= 0x39 ? hex - 0x30 :
                        /* A-F */ hex >= 0x41 && hex <= 0x46 ? hex - 0x41 + 10 :
                            /* a-f */ hex >= 0x61 && hex <= 0x66 ? hex - 0x61 + 10 : -1;
                    if (digit < 0)
                        TomlError.x('invalid non-hex character in unicode escape', ctx);
                    value = (value << 4) | digit;
                }
                // Because JS does bitwise on signed 32bit integers, all 0xfzzzzzzz values are actually seen as negative
                if (value < 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
                    TomlError.x('invalid unicode escape', ctx, errPtr);
                }
                parsed += String.fromCodePoint(value);
                sliceStart = ctx.p--;
                state = 0;
            }
            // Newline escape sequence. We only need to care about spaces and tabs; newlines are dealt with earlier
            else if (isMultiline && (c === 0x20 || c === 0x9 /* \t */)) {
                state = 2;
            }
            // Basic escape sequence
            else {
                if (c === 0x62 /* b */)
                    parsed += '\b';
                else if (c === 0x74 /* t */)
                    parsed += '\t';
                else if (c === 0x6e /* n */)
                    parsed += '\n';
                else if (c === 0x66 /* f */)
                    parsed += '\f';
                else if (c === 0x72 /* r */)
                    parsed += '\r';
                else if (c === 0x65 /* e */)
                    parsed += '\x1b';
                else if (c === 0x22 /* " */)
                    parsed += '"';
                else if (c === 0x5c /* \ */)
                    parsed += '\\';
                else
                    TomlError.x('unrecognised escape sequence', ctx);
                sliceStart = ctx.p + 1;
                state = 0;
            }
        }
        // Newline escape continuation: keep moving forward until the first non-whitespace char
        else if (c !== 0x20 && c !== 0x9 /* \t */) {
            if (state === 2)
                TomlError.x('invalid escape: only line-ending whitespace may be escaped', ctx, sliceStart);
            // State cannot be zero, or we'd have branched earlier already.
            // If it's a backslash, immediately transition to the escape state so it can be processed.
            state = !isLiteral && c === 0x5c /* \ */ ? 1 : 0;
            sliceStart = ctx.p;
        }
    }
    TomlError.x('unfinished string', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/date.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
class TomlDate extends Date {
    #hasDate = false;
    #hasTime = false;
    #offset = null;
    constructor(date, fasttype, unsafeDelim) {
        let hasDate = true;
        let hasTime = true;
        let offset = 'Z';
        let c;
        if (typeof date === 'string') {
            if (fasttype)
                prep: {
                    // Date-time
                    if (fasttype < 3) {
                        if (+date.slice(11, 13) > 23) {
                            date = '';
                            break prep;
                        }
                        // Local
                        if (fasttype === 2) {
                            offset = null;
                            date += 'Z';
                        }
                        // Offset; keep track of offset if not Z
                        else if ((c = date.charCodeAt(date.length - 1)) !== 0x5a /* Z */ && c !== 0x7a /* z */) {
                            offset = date.slice(date.length - 6);
                        }
                        if (unsafeDelim)
                            date = date.slice(0, 10) + 'T' + date.slice(11);
                    }
                    // Time
                    else if (fasttype === 4) {
                        date = +date.slice(0, 2) > 23 ? '' : `0000-01-01T${date}Z`;
                    }
                    hasDate = fasttype !== 4;
                    hasTime = fasttype !== 3;
                }
            else {
                let match = date.match(DATE_TIME_RE);
                if (match) {
                    if (!match[1]) {
                        hasDate = false;
                        date = `0000-01-01T${date}`;
                    }
                    hasTime = !!match[2];
                    // Make sure to use T instead of a space. Breaks in case of extreme values otherwise.
                    hasTime && date[10] === ' ' && (date = date.replace(' ', 'T'));
                    // Do not allow rollover hours.
                    if (match[2] && +match[2] > 23) {
                        date = '';
                    }
                    else {
                        offset = match[3] || null;
                        if (!offset && hasTime)
                            date += 'Z';
                    }
                }
                else {
                    date = '';
                }
            }
        }
        super(date);
        if (!isNaN(this.getTime())) {
            this.#hasDate = hasDate;
            this.#hasTime = hasTime;
            this.#offset = offset;
        }
    }
    isDateTime() {
        return this.#hasDate && this.#hasTime;
    }
    isLocal() {
        return !this.#hasDate || !this.#hasTime || !this.#offset;
    }
    isDate() {
        return this.#hasDate && !this.#hasTime;
    }
    isTime() {
        return this.#hasTime && !this.#hasDate;
    }
    isValid() {
        return this.#hasDate || this.#hasTime;
    }
    toISOString() {
        let iso = super.toISOString();
        // Local Date
        if (this.isDate())
            return iso.slice(0, 10);
        // Local Time
        if (this.isTime())
            return iso.slice(11, 23);
        // Local DateTime
        if (this.#offset === null)
            return iso.slice(0, -1);
        // Offset DateTime
        if (this.#offset === 'Z' || this.#offset === 'z')
            return iso;
        // This part is quite annoying: JS strips the original timezone from the ISO string representation
        // Instead of using a "modified" date and "Z", we restore the representation "as authored"
        let offset = (+(this.#offset.slice(1, 3)) * 60) + +(this.#offset.slice(4, 6));
        offset = this.#offset[0] === '-' ? offset : -offset;
        let offsetDate = new Date(this.getTime() - (offset * 60e3));
        return offsetDate.toISOString().slice(0, -1) + this.#offset;
    }
    static wrapAsOffsetDateTime(jsDate, offset = 'Z') {
        let date = new TomlDate(jsDate);
        date.#offset = offset;
        return date;
    }
    static wrapAsLocalDateTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#offset = null;
        return date;
    }
    static wrapAsLocalDate(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasTime = false;
        date.#offset = null;
        return date;
    }
    static wrapAsLocalTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasDate = false;
        date.#offset = null;
        return date;
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/extract.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function isDigit(char, base = 10) {
    return base === 16
        ? (char > 0x2f && char < 0x3a) || (char > 0x40 && char < 0x47) || (char > 0x60 && char < 0x67)
        : (char > 0x2f && char < 0x30 + base);
}
function isEndOfValue(char, delim) {
    // Whitespace -- we're permissive on `\r` for performance; it'll be dealt with later anyway
    return char === 0x20 || char === 0x9 /* \t */ || char === 0xa /* \n */ || char === 0xd /* \r */ ||
        // Structure end or next value delimiter
        (delim && (char === delim || char === 0x2c /* , */)) ||
        // Comment
        char === 0x23; /* # */
}
/** @internal */
function extractValue(ctx, end) {
    let errPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p);
    // Structs
    if (c === 0x5b /* [ */ || c === 0x7b /* { */) {
        ctx.d-- || TomlError.x('document contains excessively nested structures. aborting.', ctx);
        let value = c === 0x5b /* [ */
            ? parseArray(ctx)
            : parseInlineTable(ctx);
        ctx.d++;
        return value;
    }
    // Strings
    if (c === 0x22 /* " */ || c === 0x27 /* ' */) {
        return parseString(ctx);
    }
    // Booleans
    // We can fast-path because the first character is enough to know the only possible value
    if (c === 0x74 /* t */) { // Only possible valid value is `true`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x72 || ctx.s.charCodeAt(++ctx.p) !== 0x75 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, true;
    }
    if (c === 0x66 /* f */) { // Only possible valid value is `false`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6c || ctx.s.charCodeAt(++ctx.p) !== 0x73 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, false;
    }
    if (c === 0x2b /* + */ || c === 0x2d /* - */) {
        return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 0x2c - c, end);
    }
    // Rough heuristic, but `parseDate` falls back to number parsing if it's a false positive.
    // e.g.: `a = 1\n-------------- = 1` would match this heuristic, but gracefully fallback to numbers.
    if (ctx.s.charCodeAt(ctx.p + 4) === 0x2d /* - */ && ctx.s.charCodeAt(ctx.p + 7) === 0x2d /* - */) {
        return parseDate(ctx, c, end);
    }
    // Same logic as above; `parseTime` falls back to number parsing if it's a false positive.
    if (ctx.s.charCodeAt(ctx.p + 2) === 0x3a /* : */) {
        return parseTime(ctx, c, end);
    }
    return parseNumber(ctx, ctx.p, c, 0, end);
}
// State:
// 0: init
// 1: integer
// 2: fractional dot
// 3: fractional
// 4: exponent letter
// 5: exponent
// 6: exponent sign
// 7: exponent with sign
// >9: underscore; see below
//     -> 12: was integer
//     -> 14: was fractional
//     -> 16: was exponent
// states 2-5, 14, 16 are ONLY permitted iif base === 10
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
    let c = startChr;
    let state = 0;
    let hasUnderscores = false;
    // (+/-)inf
    if (c === 0x69 /* i */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x6e || ctx.s.charCodeAt(++ctx.p) !== 0x66)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, (sign || 1) / 0;
    }
    // (+/-)nan
    if (c === 0x6e /* n */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6e)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, NaN;
    }
    // Leading zero
    // Only allowed cases: `0<EOV>`, `0.(...)`, `0e(...)`, `0x(...)`, `0b(...)`, `0o(...)`
    // FWIW, `0e(...)` is a stupid case, but it's not banned per-se so we have to parse it
    if (c === 0x30 /* 0 */) {
        if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
            return ctx.bi === true ? 0n : 0; // note: conveniently deals with `-0`
        if (!sign) {
            if (c === 0x78 /* x */)
                return parseIntegerBaseN(ctx, startPtr, 16, endChr);
            else if (c === 0x62 /* b */)
                return parseIntegerBaseN(ctx, startPtr, 2, endChr);
            else if (c === 0x6f /* o */)
                return parseIntegerBaseN(ctx, startPtr, 8, endChr);
        }
        if (c === 0x2e /* . */)
            state = 2;
        else if (c === 0x65 /* e */ || c === 0x45 /* E */)
            state = 4;
        else
            TomlError.x('illegal leading zero', ctx, startPtr);
    }
    // If the 1st char is not a digit by now, then it's not a valid TOML value at all
    else if (!isDigit(c))
        TomlError.x('invalid value', ctx, startPtr);
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (!state)
            state = 1; // Detects single-digit numbers we can use a fast parse path for
        // The way the states are numbered is not random: underscores are always permitted in odd-numbered states and
        // never permitted in even-numbered ones.
        if (c === 0x5f /* _ */) {
            if (!(state & 1))
                TomlError.x('illegal underscore', ctx);
            state += 11; // 11 is a marker that makes the state even and greater than 9; see the numbering + rationale above
            hasUnderscores = true;
        }
        // Transition to fractional part.
        else if (state === 1 && c === 0x2e /* . */)
            state = 2;
        // Transition to exponent part.
        else if ((state === 1 || state === 3) && (c === 0x65 /* e */ || c === 0x45 /* E */))
            state = 4;
        // + and - are permitted in state 4 only (handled before entering the function for state 0)
        else if (state === 4 && (c === 0x2b /* + */ || c === 0x2d /* - */)) {
            state = 6;
        }
        // All special cases have been handled; only digits are allowed here
        else if (!isDigit(c))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear state flags
        else if (state > 9)
            state -= 11;
        else if (!(state & 1))
            state++;
    }
    // Single-char number; we can fast-path these very easily.
    if (!state) {
        let val = (startChr - 0x30 /* 0 */) * (sign || 1);
        return ctx.bi === true ? BigInt(val) : val;
    }
    // Even-numbered states absolutely require a digit next; not even end of value is permitted
    if (!(state & 1))
        TomlError.x('unfinished numeric value', ctx, startPtr);
    let str = ctx.s.slice(startPtr, ctx.p);
    if (hasUnderscores)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return state > 1
        ? parseFloat(str)
        : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
    let c, underscore = 1;
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (c === 0x5f /* _ */) {
            if (underscore & 1)
                TomlError.x('illegal underscore', ctx);
            underscore = 3;
        }
        // We only need to check if the number is a valid digit, nothing else is permitted
        else if (!isDigit(c, base))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear underscore flag
        else if (underscore & 1)
            underscore--;
    }
    // Trailing underscore is not allowed
    if (underscore & 1)
        TomlError.x('unfinished numeric value', ctx);
    let str = ctx.s.slice(startPtr + 2, ctx.p);
    if (underscore)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
    if (ctx.bi !== true)
        int: {
            let val = parseInt(str, base);
            if (!Number.isSafeInteger(val)) {
                if (ctx.bi)
                    break int;
                TomlError.x('integer value cannot be represented losslessly', ctx, startPtr);
            }
            return val;
        }
    return base === 10 ? BigInt(str) : BigInt((base === 2 ? '0b' : base === 8 ? '0o' : '0x') + str);
}
function parseDate(ctx, c, endChr) {
    let startPtr = ctx.p++, unsafeSeparator;
    if (!isDigit(c) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++))) {
        return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
    }
    ctx.p += 5;
    if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
        TomlError.x('invalid date-time: date part is malformed', ctx, startPtr);
    if (ctx.p >= ctx.s.length || (((c = ctx.s.charCodeAt(ctx.p)) !== 0x20 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 0x54 /* T */ && c !== 0x74 /* t */)) {
        let t = ctx.s.slice(startPtr, ctx.p);
        return readDate(ctx, t, 3, false, startPtr);
    }
    if (ctx.s.charCodeAt(ctx.p += 3) !== 0x3a /* : */)
        TomlError.x('invalid date-time: time part is malformed', ctx, startPtr);
    if (ctx.s.charCodeAt(ctx.p += 3) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    if (c = ctx.s.charCodeAt(ctx.p)) {
        if (c === 0x5a /* Z */ || c === 0x7a /* z */) {
            let t = ctx.s.slice(startPtr, ++ctx.p);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, '[+00:00]');
        }
        if (c === 0x2b /* + */ || c === 0x2d /* - */) {
            // Temporal's ZonedDateTime is weird asf when it comes to dealing with traditional offsets...
            // It's 1.2x faster to allocate a new string to pass to ZDT than use Instant.toZonedDateTimeISO
            let t = ctx.s.slice(startPtr, ctx.p += 6);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, !ctx.ld && ('[' + ctx.s.slice(ctx.p - 6, ctx.p) + ']'));
        }
    }
    let t = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
    let start = ctx.p;
    if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
        return parseNumber(ctx, --ctx.p, c, 0, endChr);
    }
    if (ctx.s.charCodeAt(ctx.p += 4) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    let t = ctx.s.slice(start, ctx.p);
    return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
    if (ctx.ld) {
        let date = new TomlDate(str, type, unsafeDelim);
        if (!date.isValid())
            TomlError.x('invalid date', ctx, errPtr);
        return date;
    }
    try {
        if (temporalSuffix)
            str += temporalSuffix;
        switch (type) {
            case 1: return Temporal.ZonedDateTime.from(str);
            case 2: return Temporal.PlainDateTime.from(str);
            case 3: return Temporal.PlainDate.from(str);
            case 4: return Temporal.PlainTime.from(str);
        }
    }
    catch (e) {
        TomlError.x(e instanceof Error ? e.message : '' + e, ctx, errPtr);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/util.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function skipComment(ctx) {
    for (; ctx.p < ctx.s.length; ctx.p++) {
        let c = ctx.s.charCodeAt(ctx.p);
        if (c === 0xa /* \n */)
            break;
        if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */) {
            ctx.p++;
            break;
        }
        if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in comments', ctx);
        }
    }
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
    let c;
    while (ctx.p < ctx.s.length) {
        while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 0x20 ||
            c === 0x9 /* \t */ ||
            (!banNewLines &&
                (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)))))
            ctx.p++;
        if (banComments || c !== 0x23 /* # */)
            break;
        skipComment(ctx);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/struct.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




/** @internal */
function parseKey(ctx, end = 0x3d /* = */) {
    // States:
    // 0: before first char
    // 1: parsing bare key
    // 2: after key component
    let startPtr;
    let state = 0;
    let parsed = [];
    let sliceStart;
    let c = ctx.s.charCodeAt(startPtr = ctx.p);
    do {
        // End of key
        if (c === end) {
            if (!state)
                TomlError.x('unexpected end of key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            return ctx.p++, parsed;
        }
        // Dotted key separator
        else if (c === 0x2e /* . */) {
            if (!state)
                TomlError.x('illegal empty bare key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            state = 0;
        }
        // Quoted key
        else if (!state && (c === 0x22 /* " */ || c === 0x27 /* ' */)) {
            if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
                TomlError.x('illegal quoted key: multiline strings are not allowed', ctx);
            parsed.push(parseString(ctx));
            state = 2;
            ctx.p--;
        }
        // Whitespace; no-op in state 0 and 2, end of bare key in state 1
        else if (c === 0x20 || c === 0x9 /* \t */) {
            if (state === 1) {
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
                state = 2;
            }
        }
        // If state is post-key, no character is allowed; otherwise ensure it's a bare-key component
        else if (state === 2 || (c < 0x30 && c !== 0x2d /* - */) || (c > 0x39 && c < 0x41) || (c > 0x5a && c < 0x61 && c !== 0x5f /* _ */) || c > 0x7a) {
            TomlError.x('illegal character in key', ctx);
        }
        // Illegal character
        else if (!state) {
            state = 1;
            sliceStart = ctx.p;
        }
    } while (c = ctx.s.charCodeAt(++ctx.p));
    TomlError.x('incomplete key-value: cannot find end of key', ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
    let startPtr = ctx.p++;
    let res = Object.create(null);
    let seen = new Set();
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x7d /* } */) {
            ctx.p++;
            return res;
        }
        let k;
        let t = res;
        let hasOwn = false;
        let errPtr = ctx.p;
        let key = parseKey(ctx);
        for (let i = 0; i < key.length; i++) {
            if (i)
                t = hasOwn ? t[k] : (t[k] = Object.create(null));
            k = key[i];
            if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== 'object' || seen.has(t[k]))) {
                TomlError.x('trying to redefine an already defined value', ctx, errPtr);
            }
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor')) {
                t = ctx.uk !== 1 && TomlError.x('document contains an unsafe property', ctx, errPtr);
                break;
            }
            if (!hasOwn && unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
            }
        }
        if (hasOwn) {
            TomlError.x('trying to redefine an already defined value', ctx, errPtr);
        }
        skipVoid(ctx, true, true);
        let value = extractValue(ctx, 0x7d /* } */);
        if (t && typeof (t[k] = value) === 'object')
            seen.add(value);
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x7d /* } */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished table', ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
    let startPtr = ctx.p++;
    let res = [];
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x5d /* ] */) {
            ctx.p++;
            return res;
        }
        res.push(extractValue(ctx, 0x5d /* ] */));
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x5d /* ] */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished array', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/parse.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function peekTable(ctx, key, table, meta, type) {
    let t = table;
    let m = meta;
    let k;
    let hasOwn = false;
    let state;
    for (let i = 0; i < key.length; i++) {
        if (i) {
            t = hasOwn ? t[k] : (t[k] = Object.create(null));
            m = (state = m[k]).c;
            if (type === 0 /* Type.DOTTED */ && (state.t === 1 /* Type.EXPLICIT */ || state.t === 2 /* Type.ARRAY */)) {
                return null;
            }
            if (state.t === 2 /* Type.ARRAY */) {
                let l = t.length - 1;
                t = t[l];
                m = m[l].c;
            }
        }
        k = key[i];
        if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 /* Type.DOTTED */ && m[k]?.d) {
            return null;
        }
        if (!hasOwn) {
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor'))
                return false;
            if (unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
                Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
            }
            m[k] = {
                t: i < key.length - 1 && type === 2 /* Type.ARRAY */
                    ? 3 /* Type.ARRAY_DOTTED */ : type,
                d: false,
                i: 0,
                c: Object.create(null),
            };
        }
    }
    state = m[k];
    if (state.t !== type && !(type === 1 /* Type.EXPLICIT */ && state.t === 3 /* Type.ARRAY_DOTTED */)) {
        // Bad key type!
        return null;
    }
    if (type === 2 /* Type.ARRAY */) {
        if (!state.d) {
            state.d = true;
            t[k] = [];
        }
        t[k].push(t = Object.create(null));
        state.c[state.i++] = (state = { t: 1 /* Type.EXPLICIT */, d: false, i: 0, c: Object.create(null) });
    }
    if (state.d) {
        // Redefining a table!
        return null;
    }
    state.d = true;
    if (type === 1 /* Type.EXPLICIT */) {
        t = hasOwn ? t[k] : (t[k] = Object.create(null));
    }
    else if (type === 0 /* Type.DOTTED */ && hasOwn) {
        return null;
    }
    return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
    if (peek === null || ctx.uk === 2)
        TomlError.x(peek === null
            ? 'trying to redefine an already defined table or value'
            : 'document contains an unsafe property', ctx, ptr);
}
function parse(toml, options = {}) {
    let ctx = {
        s: toml,
        p: 0,
        d: options.maxDepth ?? 1000,
        bi: options.integersAsBigInt ?? false,
        ld: options.useLegacyDate ?? true,
        uk: options.unsafeKeyBehaviour === 'throw' ? 2 : options.unsafeKeyBehaviour === 'drop' ? 1 : 0,
    };
    let res = Object.create(null);
    let meta = Object.create(null);
    let tmp;
    let skipping = false;
    let tbl = res;
    let m = meta;
    // BOM is allowed, skip.
    // JS is UTF-16, so we have to check for the UTF-16 BOM instead of the UTF-8 BOM sequence!
    if (toml.charCodeAt(0) === 0xfeff)
        ctx.p++;
    skipVoid(ctx);
    while (ctx.p < toml.length) {
        if (toml.charCodeAt(ctx.p) === 0x5b /* [ */) {
            let isTableArray = toml.charCodeAt(++ctx.p) === 0x5b; /* [ */
            tmp = ctx.p += +isTableArray;
            skipping = false;
            let k = parseKey(ctx, 0x5d /* ] */);
            if (isTableArray) {
                if (toml.charCodeAt(ctx.p) !== 0x5d /* ] */) {
                    TomlError.x('expected end of table array declaration', ctx);
                }
                ctx.p++;
            }
            let p = peekTable(ctx, k, res, meta, isTableArray ? 2 /* Type.ARRAY */ : 1 /* Type.EXPLICIT */);
            if (!p) {
                validateTablePeek(ctx, p, tmp);
                skipping = true;
            }
            else {
                m = p[2];
                tbl = p[1];
            }
        }
        else {
            tmp = ctx.p;
            let k = parseKey(ctx);
            let p = peekTable(ctx, k, tbl, m, 0 /* Type.DOTTED */);
            if (!p && !skipping)
                validateTablePeek(ctx, p, tmp);
            skipVoid(ctx, true, true);
            let v = extractValue(ctx, void 0);
            if (p && !skipping)
                p[1][p[0]] = v;
        }
        skipVoid(ctx, true);
        if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 0xa /* \n */ && (tmp !== 0xd /* \r */ || toml.charCodeAt(ctx.p + 1) !== 0xa /* \n */)) {
            TomlError.x('each key-value declaration must be followed by an end-of-line', ctx);
        }
        skipVoid(ctx);
    }
    return res;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/stringify.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let BARE_KEY = /^[a-z0-9-_]+$/i;
let HAS_WELLFORMED = !!(''.isWellFormed);
function extendedTypeOf(obj) {
    let type = typeof obj;
    if (type === 'object') {
        if (Array.isArray(obj))
            return 'array';
        if (typeof obj.getUTCDate === 'function' && obj instanceof Date)
            return 'date';
        if (globalThis.Temporal) {
            if (obj.until) {
                if (obj instanceof Temporal.ZonedDateTime)
                    return 'temporal/tz+uc';
                if (obj instanceof Temporal.PlainDateTime || obj instanceof Temporal.PlainDate)
                    return 'temporal/uc';
                if (obj instanceof Temporal.PlainTime || obj instanceof Temporal.Instant)
                    return 'temporal';
                if (obj instanceof Temporal.PlainYearMonth)
                    return 'temporal/x';
            }
            else if ((obj.toPlainDate && obj instanceof Temporal.PlainMonthDay) ||
                (obj.negated && obj instanceof Temporal.Duration)) {
                return 'temporal/x';
            }
        }
    }
    return type;
}
function isArrayOfTables(obj) {
    for (let i = 0; i < obj.length; i++) {
        if (extendedTypeOf(obj[i]) !== 'object')
            return false;
    }
    return obj.length != 0;
}
function formatWellFormedStringUnchecked(s) {
    return JSON.stringify(s).replaceAll('\x7f', '\\u007f');
}
function formatString(s) {
    return formatWellFormedStringUnchecked(HAS_WELLFORMED ? s.toWellFormed() : s);
}
function formatKey(s) {
    if (BARE_KEY.test(s))
        return s;
    if (HAS_WELLFORMED && !s.isWellFormed())
        throw new RangeError('key contains illegal lone surrogates');
    return formatWellFormedStringUnchecked(s);
}
function stringifyValue(val, type, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    switch (type) {
        // @ts-expect-error -- intentional fallthrough case
        case 'number':
            if (isNaN(val))
                return 'nan';
            if (val === Infinity)
                return 'inf';
            if (val === -Infinity)
                return '-inf';
            if (Number.isInteger(val) && (numberAsFloat || !Number.isSafeInteger(val)))
                return val.toFixed(1);
        case 'bigint':
        case 'boolean':
        case 'temporal':
            return val.toString();
        case 'string':
            return formatString(val);
        case 'date':
            if (isNaN(val.getTime()))
                throw new TypeError('cannot serialize invalid date');
            return val.toISOString();
        case 'object':
            return stringifyInlineTable(val, depth, numberAsFloat, strictTemporal);
        case 'array':
            return stringifyArray(val, depth, numberAsFloat, strictTemporal);
        // @ts-expect-error -- intentional fallthrough case
        case 'temporal/tz+uc':
            if (strictTemporal) {
                let tz = val.timeZoneId;
                let tzc = tz.charCodeAt(0);
                if (
                // Classic offset
                tzc !== 0x2b /* + */ && tzc !== 0x2d /* - */ &&
                    (
                    // Fast pre-check pass; see below for the actually accepted values
                    (tzc !== 0x55 /* U */ && tzc !== 0x47 /* G */ && tzc !== 0x5a /* Z */ && tzc !== 0x45 /* E */) ||
                        (
                        // UTC and its aliases; Temporal implementations don't all canonicalise unfortunately
                        tz !== 'UTC' && tz !== 'UCT' && tz !== 'Universal' && tz !== 'Zulu' &&
                            // GMT is a TZ but it's for all intents and purposes equivalent to UTC. Safe to downgrade.
                            !tz.startsWith('GMT') && tz !== 'Greenwich' &&
                            // Etc/* are all safe to downgrade to offset (either UTC, GMT, or offset)
                            !tz.startsWith('Etc/')))) {
                    throw new TypeError('Temporal objects with an IANA timezone are not allowed in Temporal strict mode');
                }
            }
        case 'temporal/uc':
            if (strictTemporal && val.calendarId !== 'iso8601')
                throw new TypeError('Temporal objects with a non-default calendar are not allowed in Temporal strict mode');
            return val.toString({
                calendarName: 'never',
                timeZoneName: 'never',
            });
        case 'temporal/x':
            throw new TypeError('Unsupported ' + val[Symbol.toStringTag]);
    }
}
function stringifyInlineTable(obj, depth, numberAsFloat, strictTemporal) {
    let keys = Object.keys(obj);
    if (keys.length === 0)
        return '{}';
    let res = '{ ';
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (i)
            res += ', ';
        res += formatKey(k) + ' = ' + stringifyValue(obj[k], extendedTypeOf(obj[k]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' }';
}
function stringifyArray(array, depth, numberAsFloat, strictTemporal) {
    if (array.length === 0)
        return '[]';
    let res = '[ ';
    for (let i = 0; i < array.length; i++) {
        if (i)
            res += ', ';
        if (array[i] === null || array[i] === void 0) {
            throw new TypeError('arrays cannot contain null or undefined values');
        }
        res += stringifyValue(array[i], extendedTypeOf(array[i]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' ]';
}
function stringifyArrayTable(array, key, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let res = '';
    for (let i = 0; i < array.length; i++) {
        res += `${res && '\n'}[[${key}]]\n`;
        res += stringifyTable(0, array[i], key, depth, numberAsFloat, strictTemporal);
    }
    return res;
}
function stringifyTable(tableKey, obj, prefix, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let preamble = '';
    let tables = '';
    let keys = Object.keys(obj);
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (obj[k] !== null && obj[k] !== void 0) {
            let type = extendedTypeOf(obj[k]);
            if (type === 'symbol' || type === 'function') {
                throw new TypeError(`cannot serialize values of type '${type}'`);
            }
            let key = formatKey(k);
            if (type === 'array' && isArrayOfTables(obj[k])) {
                tables += (tables && '\n') + stringifyArrayTable(obj[k], prefix ? `${prefix}.${key}` : key, depth - 1, numberAsFloat, strictTemporal);
            }
            else if (type === 'object') {
                let tblKey = prefix ? `${prefix}.${key}` : key;
                tables += (tables && '\n') + stringifyTable(tblKey, obj[k], tblKey, depth - 1, numberAsFloat, strictTemporal);
            }
            else {
                preamble += key;
                preamble += ' = ';
                preamble += stringifyValue(obj[k], type, depth, numberAsFloat, strictTemporal);
                preamble += '\n';
            }
        }
    }
    if (tableKey && (preamble || !tables)) // Create table only if necessary
        preamble = preamble ? `[${tableKey}]\n${preamble}` : `[${tableKey}]`;
    return preamble && tables
        ? `${preamble}\n${tables}`
        : preamble || tables;
}
function stringify(obj, { maxDepth = 1000, numbersAsFloat = false, strictTemporal = false } = {}) {
    if (extendedTypeOf(obj) !== 'object') {
        throw new TypeError('stringify can only be called with an object');
    }
    let str = stringifyTable(0, obj, '', maxDepth, numbersAsFloat, strictTemporal);
    if (str[str.length - 1] !== '\n')
        return str + '\n';
    return str;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/index.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */





/** @deprecated use `import * as ... from 'smol-toml'` instead */
/* harmony default export */ const dist = ({ parse: parse, stringify: stringify, TomlDate: TomlDate, TomlError: TomlError });

// EXTERNAL MODULE: ./build/js/packages/reading/src/byte-order-mark.js
var byte_order_mark = __nccwpck_require__(9279);
// EXTERNAL MODULE: ./build/js/packages/reading/src/json.js
var json = __nccwpck_require__(4164);
// EXTERNAL MODULE: ./build/js/packages/reading/src/report-error.js
var report_error = __nccwpck_require__(8439);
;// CONCATENATED MODULE: ./build/js/packages/reading/src/toml.js




/** A TOML file that cannot be read, and the line where. */
class TomlProblem extends report_error.ReportError {
    line;
    constructor(line, message) {
        super(message);
        this.line = line;
    }
}
/**
 * A TOML file. The parser does not say where a value stands, so the text is searched for a line that is written like the key and holds the
 * value. A search that finds none says so.
 */
class TomlFile {
    root;
    #sections;
    /** @throws TomlProblem when the text is not valid TOML. */
    constructor(text) {
        const toml = (0,byte_order_mark.withoutMark)(text);
        this.root = parseToml(toml);
        this.#sections = sectionsOf(toml);
    }
    /** The line of a value such as `package.version`, or of the table that lacks it; undefined when it cannot be told. */
    lineOf(path) {
        const name = path.join(".");
        const value = path.reduce((each, key) => each.get(key), this.root).raw;
        for (const { table, line, keys } of this.#sections) {
            if (table === name)
                return line;
            const found = keys.find((each) => isAbout(join(table, each.key), name) && holds(each.value, value));
            if (found !== undefined)
                return found.line;
        }
        return value === undefined && path.length > 1 ? this.lineOf(path.slice(0, -1)) : undefined;
    }
    /** The line of a key in an element of a list of tables, counted from 0; undefined when it cannot be told. */
    lineInElement(table, index, key) {
        const value = new json.JsonValue(this.root.get(table).list()[index], "").get(key).raw;
        const section = this.#elements(table)[index];
        return section?.keys.find((each) => each.key === key && holds(each.value, value))?.line;
    }
    #known = new Map();
    #elements(table) {
        const known = this.#known.get(table) ?? this.#sections.filter((section) => section.isElement && section.table === table);
        this.#known.set(table, known);
        return known;
    }
}
/** @throws TomlProblem when the text is not valid TOML. */
function parseToml(toml) {
    try {
        return new json.JsonValue(parse(toml), "");
    }
    catch (error) {
        const line = error instanceof TomlError ? error.line : 1;
        const message = error.message.split("\n")[0].replace(/^Invalid TOML document: /, "");
        throw new TomlProblem(line, `is not valid TOML: ${message}`);
    }
}
function sectionsOf(toml) {
    let section = { table: "", line: 0, isElement: false, keys: [] };
    const sections = [section];
    for (const [at, text] of toml.split("\n").entries()) {
        const header = /^\s*(\[\[?)([^[\]]+)\]/.exec(text);
        if (header !== null) {
            section = { table: plainName(header[2]), line: at + 1, isElement: header[1] === "[[", keys: [] };
            sections.push(section);
            continue;
        }
        const end = text.indexOf("=");
        if (end > 0)
            section.keys.push({ key: plainName(text.slice(0, end)), value: text.slice(end + 1), line: at + 1 });
    }
    return sections;
}
/** `a.b` of ` "a" . 'b' `. */
function plainName(text) {
    const parts = text.split(".").map((part) => part.trim().replace(/^(["'])(.*)\1$/, "$2"));
    return parts.join(".");
}
function join(table, key) {
    return table === "" ? key : `${table}.${key}`;
}
/** `version.workspace = true` and `package = { version = "1.2.3" }` are both about `package.version`. */
function isAbout(key, wanted) {
    return key === wanted || key.startsWith(`${wanted}.`) || wanted.startsWith(`${key}.`);
}
function holds(text, value) {
    return typeof value !== "string" || text.includes(value);
}


/***/ }),

/***/ 8878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ UserErrors),
/* harmony export */   y: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * The user's fault: a wrong input, a missing file, a report that cannot be read. Shown as one line that
 * names the input or file, says what was found and what to write instead; never with a stack.
 */
class UserError extends Error {
    name = "UserError";
}
/** Several user errors found together, shown one per line. */
class UserErrors extends UserError {
    problems;
    constructor(problems) {
        super(problems.join("\n"));
        this.problems = problems;
    }
}


/***/ }),

/***/ 2149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MAX_YAML_CHARACTERS: () => (/* binding */ MAX_YAML_CHARACTERS),
/* harmony export */   MAX_YAML_DEPTH: () => (/* binding */ MAX_YAML_DEPTH),
/* harmony export */   MAX_YAML_VALUES: () => (/* binding */ MAX_YAML_VALUES),
/* harmony export */   YamlDocument: () => (/* binding */ YamlDocument),
/* harmony export */   YamlError: () => (/* binding */ YamlError),
/* harmony export */   parseYaml: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8815);
/* harmony import */ var _report_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8439);


/** What people write by hand is far shorter. */
const MAX_YAML_CHARACTERS = 100_000;
/** Levels of lists and maps within one another. */
const MAX_YAML_DEPTH = 100;
/**
 * Values of a document once its aliases are written out: ten lines of lists of aliases make a billion ("billion
 * laughs", CVE-2003-1564).
 */
const MAX_YAML_VALUES = 100_000;
/** Text that is not YAML, or more of it than anyone writes. The message stands after the file's name. */
class YamlError extends _report_error_js__WEBPACK_IMPORTED_MODULE_1__.ReportError {
    /** Counted from 1. */
    line;
    constructor(line, message, options) {
        super(message, options);
        this.line = line;
    }
}
const INVALID = "is not valid YAML";
const TOO_DEEP = `has lists and maps that are more than ${MAX_YAML_DEPTH} deep`;
/**
 * Reads one document of YAML 1.2 in time linear to its text. The library's own conversion is exponential for keys that
 * are lists or maps, and its search for repeated keys quadratic, so both are done here.
 *
 * @throws YamlError also for what JSON cannot hold: keys that are lists or maps, and lists that contain themselves.
 */
function parseYaml(text) {
    if (text.length > MAX_YAML_CHARACTERS)
        throw new YamlError(1, `has more than ${MAX_YAML_CHARACTERS} characters`);
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const lineAt = (offset) => Math.max(1, lines.linePos(offset).line);
    // Pretty errors cost a search of the text each; a second document is an error only at the log level `error`.
    const options = { lineCounter: lines, logLevel: "error", prettyErrors: false, uniqueKeys: false };
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, options);
    const [error] = document.errors;
    if (error?.code === "RESOURCE_EXHAUSTION")
        throw new YamlError(1, TOO_DEEP, { cause: error });
    if (error !== undefined)
        throw new YamlError(lineAt(error.pos[0]), `${INVALID}: ${error.message}`);
    return new YamlDocument(new Converter(document, lineAt).convert());
}
/** What a document holds: plain JSON, with the lines where its values stand. */
class YamlDocument {
    /** Objects, lists, texts, numbers, booleans and null. */
    value;
    #fields;
    #lines;
    constructor({ value, fields, lines, }) {
        this.value = value;
        this.#fields = fields;
        this.#lines = lines;
    }
    /** Where an item of a list or a field of a map in this document stands, counted from 1; undefined if it is not there. */
    lineOf(container, key) {
        return this.#lines.get(container)?.get(key);
    }
    /** A field of the outermost map; undefined if there is none. */
    field(name) {
        return this.#fields.get(name);
    }
}
class Converter {
    #document;
    #lineAt;
    #anchors = new Map();
    /** What an alias stands in at the moment. */
    #open = new Set();
    /** Of the outermost map. */
    #fields = new Map();
    #lines = new WeakMap();
    #values = 0;
    constructor(document, lineAt) {
        this.#document = document;
        this.#lineAt = lineAt;
    }
    convert() {
        return {
            value: this.#value(this.#document.contents, 0),
            fields: this.#fields,
            lines: this.#lines,
        };
    }
    #value(node, depth) {
        if (++this.#values > MAX_YAML_VALUES)
            throw this.#error(node, `has more than ${MAX_YAML_VALUES} values`);
        if (depth > MAX_YAML_DEPTH)
            throw this.#error(node, TOO_DEEP);
        if (node === null)
            return null;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
            return this.#aliased(node, depth);
        if (node.anchor !== undefined)
            this.#anchors.set(node.anchor, node);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
            return node.value ?? null;
        this.#open.add(node);
        const items = node.items;
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)
            ? this.#map(items, depth)
            : this.#list(items, depth);
        this.#open.delete(node);
        return value;
    }
    #list(items, depth) {
        const list = items.map((item) => this.#value(item, depth + 1));
        this.#lines.set(list, new Map(items.map((item, at) => [at, this.#line(item)])));
        return list;
    }
    #map(pairs, depth) {
        const values = new Map();
        const lines = new Map();
        for (const { key, value: node } of pairs) {
            const name = this.#key(key);
            if (values.has(name))
                throw this.#error(key, `${INVALID}: it has the key ${JSON.stringify(name)} twice`);
            const value = this.#value(node, depth + 1);
            values.set(name, value);
            lines.set(name, this.#line(node ?? key));
            if (depth === 0)
                this.#fields.set(name, { value, line: this.#line(node ?? key) });
        }
        // Each is a property of its own: assigned, `__proto__` would replace the prototype.
        const map = Object.fromEntries(values);
        this.#lines.set(map, lines);
        return map;
    }
    #key(key) {
        const node = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(key) ? this.#target(key) : key;
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
            throw this.#error(key, `${INVALID}: a key is a list or a map`);
        if (node.anchor !== undefined)
            this.#anchors.set(node.anchor, node);
        return String(node.value ?? "");
    }
    #aliased(alias, depth) {
        const target = this.#target(alias);
        if (this.#open.has(target))
            throw this.#error(alias, `${INVALID}: \`*${alias.source}\` contains itself`);
        return this.#value(target, depth);
    }
    #target(alias) {
        const target = this.#anchors.get(alias.source);
        if (target === undefined)
            throw this.#error(alias, `${INVALID}: \`*${alias.source}\` is used before \`&${alias.source}\``);
        return target;
    }
    #line(node) {
        return this.#lineAt(node?.range?.[0] ?? 0);
    }
    #error(node, message) {
        return new YamlError(this.#line(node), message);
    }
}


/***/ }),

/***/ 8524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ debug),
  N4: () => (/* binding */ endGroup),
  z3: () => (/* binding */ error),
  V4: () => (/* binding */ getInput),
  Gu: () => (/* binding */ getState),
  pq: () => (/* binding */ info),
  _o: () => (/* binding */ isDebug),
  lm: () => (/* binding */ notice),
  LZ: () => (/* binding */ saveState),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  Oh: () => (/* binding */ startGroup),
  z: () => (/* reexport */ summary),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, exportVariable, getBooleanInput, getIDToken, getMultilineInput, group, markdownSummary, platform, setCommandEcho, setFailed, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: external "./left-out.js"
var external_left_out_js_ = __nccwpck_require__(3898);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ ACTIONS),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/js/packages/kit/src/process/cancel.js
var cancel = __nccwpck_require__(4786);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(8524);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/escape.js
var report_escape = __nccwpck_require__(5428);
// EXTERNAL MODULE: ./build/js/packages/reading/src/secret-forms.js
var secret_forms = __nccwpck_require__(1492);
// EXTERNAL MODULE: ./build/js/packages/reading/src/secret-search.js
var secret_search = __nccwpck_require__(5043);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/runner/redaction.js


/** What stands where a secret stood, as in the runner's own log. */
const HIDDEN = "***";
/**
 * The values that the run was told to hide, and texts without them: as they are, in base64, URL, hexadecimal and JSON
 * forms, line by line if they have several, and cut off at the end. The runner hides them in what it shows itself; a
 * result file, an artifact of it, or a comment is not shown by the runner.
 *
 * Values of fewer than six characters stay: `true` or `main` would hide half of a report, and nothing would be safer.
 */
class Redaction {
    #search = new secret_search/* SecretSearch */.p("beginnings");
    add(secret) {
        if (secret.trim().length >= secret_forms/* MIN_SECRET_CHARACTERS */.TZ)
            this.#search.add(secret);
    }
    holdsSecret(text) {
        for (const _ of this.#search.find(text))
            return true;
        return false;
    }
    redact(text) {
        return replaced(text, spansOf(this.#search.find(text)), text.length).text;
    }
    /**
     * Plain data with every text in it redacted; the same object when nothing is secret. The name of a member that is one
     * word is a field of ours, and stays whatever the password is.
     */
    redactData(data) {
        return this.#search.isEmpty ? data : this.#redacted(data);
    }
    #redacted(value) {
        if (typeof value === "string")
            return this.redact(value);
        if (typeof value !== "object" || value === null)
            return value;
        if (Array.isArray(value)) {
            const items = value.map((item) => this.#redacted(item));
            return items.every((item, at) => item === value[at]) ? value : items;
        }
        if (!isPlain(value))
            return value;
        const entries = Object.entries(value);
        const redacted = entries.map(([name, member]) => [
            /^[A-Za-z]+$/.test(name) ? name : this.redact(name),
            this.#redacted(member),
        ]);
        const isSame = redacted.every(([name, member], at) => name === entries[at][0] && member === entries[at][1]);
        return isSame ? value : Object.fromEntries(redacted);
    }
    /** A file's content. Bytes are searched as they are, and a secret that two pieces share is found, too. */
    redactContent(content) {
        if (this.#search.isEmpty)
            return content;
        if (typeof content === "string")
            return this.redact(content);
        return this.#pieces(content instanceof Uint8Array ? [content] : content);
    }
    *#pieces(content) {
        let rest = "";
        for (const piece of content) {
            const text = rest +
                (typeof piece === "string"
                    ? Buffer.from(piece)
                    : Buffer.from(piece.buffer, piece.byteOffset, piece.length)).toString("latin1");
            const { text: done, end } = this.#done(text, text.length - this.#search.longest);
            if (done !== "")
                yield Buffer.from(done, "latin1");
            rest = text.slice(end);
        }
        if (rest !== "")
            yield Buffer.from(this.#done(rest, rest.length).text, "latin1");
    }
    /** Up to a place, and up to the end of a secret that begins before it. */
    #done(text, until) {
        if (until <= 0)
            return { text: "", end: 0 };
        // Forms are texts, and these are bytes.
        return replaced(text, spansOf(this.#search.find(text)), until);
    }
}
/** Hits that overlap or touch are one. */
function spansOf(hits) {
    const spans = [];
    for (const { start, end } of hits) {
        const last = spans.at(-1);
        if (last !== undefined && start <= last[1])
            last[1] = Math.max(last[1], end);
        else
            spans.push([start, end]);
    }
    return spans;
}
function replaced(text, spans, until) {
    let done = "";
    let at = 0;
    for (const [start, end] of spans) {
        if (start >= until)
            break;
        done += text.slice(at, start) + HIDDEN;
        at = end;
    }
    if (at >= until)
        return { text: done, end: at };
    return { text: done + text.slice(at, until), end: until };
}
function isPlain(value) {
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/runner/log.js



const ANNOTATE = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm };
/** The step's log: standard output, by @actions/core, which escapes what a command carries. @param now milliseconds. */
function createLog(now = () => performance.now()) {
    const redaction = new Redaction();
    const plain = (text) => redaction.redact(text);
    return {
        redaction,
        // core writes it as it is: a line of it that looks like a command would be one.
        info: (message) => core/* info */.pq(inert(plain(message))),
        // A debug log quotes what others wrote: file names, messages, answers.
        debug: (message) => core/* debug */.Yz((0,report_escape/* revealInvisible */.hR)(plain(message))),
        notice: (message) => core/* notice */.lm(shown(plain(message))),
        warning: (message) => core/* warning */.$e(shown(plain(message))),
        error: (message) => core/* error */.z3(shown(plain(message))),
        annotate: (annotation) => {
            const { message, ...place } = redaction.redactData(annotation);
            ANNOTATE[annotation.level](shown(message), placeOf(place));
        },
        // Not core.group, which ends the group before the line with the time could be written.
        async group(title, work) {
            core/* startGroup */.Oh(shown(plain(title)));
            const start = now();
            try {
                return await work();
            }
            finally {
                core/* info */.pq(`(${((now() - start) / 1000).toFixed(2)} s)`);
                core/* endGroup */.N4();
            }
        },
        // core has no function for stop-commands.
        foreign(text) {
            const token = crypto.randomUUID();
            core/* info */.pq(`::stop-commands::${token}`);
            core/* info */.pq(plain(text).replace(/\n$/, ""));
            core/* info */.pq(`::${token}::`);
        },
        // core hides a text of several lines only as a whole, and with an empty one every character of the log.
        mask(secret) {
            redaction.add(secret);
            const [whole = "", ...lines] = new Set([secret, ...secret.split(/\r?\n/)].map((part) => part.trim()));
            for (const value of [whole, ...lines.filter((line) => line.length >= MIN_MASKED_LINE)])
                if (value !== "")
                    core/* setSecret */.Pq(value);
        },
    };
}
/** `{`, `},` and `]` are lines of keys in JSON, and stand in every log. */
const MIN_MASKED_LINE = 4;
/** Text of a command, which may quote what others wrote: names that hide something, or that would move a terminal's cursor. */
function shown(text) {
    return (0,report_escape/* revealInvisible */.hR)(text.replace(/\r\n?/g, "\n"));
}
/** Titles and paths are shown as messages are; core only escapes what would end the property. */
function placeOf({ title, file, startLine, endLine }) {
    return {
        ...(title !== undefined && { title: shown(title) }),
        ...(file !== undefined && { file: shown(file) }),
        ...(startLine !== undefined && { startLine }),
        ...(endLine !== undefined && { endLine }),
    };
}
/** The runner obeys `::name::` at the start of a line, after blanks, and the old `##[name]` anywhere (ActionCommand.cs). */
function inert(message) {
    return message
        .split(/\r\n|\r|\n/)
        .map((text) => text.replace(/^(\s*)::/, "$1:\u200b:").replaceAll("##[", "##\u200b["))
        .join("\n");
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/inputs.js
var runner_inputs = __nccwpck_require__(7770);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/js/packages/kit/src/github/urls.js
var urls = __nccwpck_require__(2010);
// EXTERNAL MODULE: ./build/js/packages/reading/src/user-error.js
var user_error = __nccwpck_require__(8878);
// EXTERNAL MODULE: ./build/js/packages/kit/src/runner/file-content.js
var file_content = __nccwpck_require__(1093);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/runner/event.js


/** Reads GITHUB_EVENT_PATH. @throws UserError when the environment is not that of a GitHub Actions step. */
function readEvent(environment) {
    const path = environment.GITHUB_EVENT_PATH;
    if (path === undefined || path === "")
        return resolveEvent(environment, {});
    let payload;
    try {
        payload = JSON.parse((0,file_content/* readFile */.TA)(path).toString());
    }
    catch (error) {
        throw new user_error/* UserError */.y(`the event in GITHUB_EVENT_PATH (${path}) cannot be read: ${error.message}`);
    }
    return resolveEvent(environment, payload);
}
/** Pure. The payload is untrusted (anybody can open a pull request): only values of the expected shape are taken over. */
function resolveEvent(environment, payload) {
    const name = environment.GITHUB_EVENT_NAME ?? "";
    const slug = environment.GITHUB_REPOSITORY ?? "";
    const [owner, repository, ...rest] = slug.split("/");
    if (owner === undefined || owner === "" || repository === undefined || repository === "" || rest.length > 0) {
        throw new user_error/* UserError */.y(`GITHUB_REPOSITORY is \`${slug}\`; an action runs in a GitHub Actions step, or locally by \`npx jessy run\``);
    }
    const event = new Payload(payload);
    const sha = environment.GITHUB_SHA ?? "";
    const ref = environment.GITHUB_REF ?? "";
    const defaultBranch = event.text("repository", "default_branch");
    const pullRequest = name === "pull_request" || name === "pull_request_target" ? readPullRequest(event) : undefined;
    const followedRun = name === "workflow_run" ? readFollowedRun(event) : undefined;
    return {
        payload,
        name,
        repository: { owner, name: repository },
        serverUrl: environment.GITHUB_SERVER_URL || "https://github.com",
        defaultBranch,
        sha,
        ref,
        headSha: pullRequest?.headSha ?? followedRun?.headSha ?? event.sha("merge_group", "head_sha") ?? sha,
        pullRequest,
        before: name === "push"
            ? knownSha(event.sha("before"))
            : name === "merge_group"
                ? event.sha("merge_group", "base_sha")
                : undefined,
        pushToDefaultBranch: name === "push" && defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}`,
        followedRun,
    };
}
function readPullRequest(event) {
    const number = event.number("pull_request", "number") ?? event.number("number");
    const headSha = event.sha("pull_request", "head", "sha");
    const baseSha = event.sha("pull_request", "base", "sha");
    if (number === undefined || headSha === undefined || baseSha === undefined) {
        throw new user_error/* UserError */.y("the pull request event has no number, head.sha or base.sha; is GITHUB_EVENT_PATH the payload that GitHub sent?");
    }
    // A deleted fork leaves head.repo null.
    const headId = event.number("pull_request", "head", "repo", "id");
    return {
        number,
        title: event.text("pull_request", "title") ?? "",
        commits: event.number("pull_request", "commits"),
        fork: headId === undefined || headId !== event.number("pull_request", "base", "repo", "id"),
        headSha,
        headRef: event.text("pull_request", "head", "ref") ?? "",
        baseSha,
        baseRef: event.text("pull_request", "base", "ref") ?? "",
    };
}
function readFollowedRun(event) {
    const headSha = event.sha("workflow_run", "head_sha");
    const headOwner = event.text("workflow_run", "head_repository", "owner", "login");
    if (headSha === undefined || headOwner === undefined)
        return undefined;
    return {
        headSha,
        headOwner,
        headRef: event.text("workflow_run", "head_branch") ?? "",
        event: event.text("workflow_run", "event") ?? "",
    };
}
/** All zeros stand for "no such commit": the push made the branch. */
function knownSha(sha) {
    return sha === undefined || /^0+$/.test(sha) ? undefined : sha;
}
class Payload {
    #root;
    constructor(root) {
        this.#root = root;
    }
    text(...keys) {
        const value = this.#at(keys);
        return typeof value === "string" ? value : undefined;
    }
    number(...keys) {
        const value = this.#at(keys);
        return Number.isSafeInteger(value) && value > 0 ? value : undefined;
    }
    sha(...keys) {
        const value = this.text(...keys);
        return value !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
    }
    #at(keys) {
        let value = this.#root;
        for (const key of keys) {
            if (typeof value !== "object" || value === null || !Object.hasOwn(value, key))
                return undefined;
            value = value[key];
        }
        return value;
    }
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/state.js + 1 modules
var action_state = __nccwpck_require__(4336);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/action/io.js




/** @param gate its name, of several of one kind, and the token that it may ask GitHub with. */
function createIo(action, { name, token }, environment, log) {
    const workspace = workspaceOf(environment);
    let known;
    let number;
    let client;
    const github = () => {
        client ??= Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 4654)).then(({ GitHub }) => new GitHub({ token, ...(0,urls/* apiUrls */.z)(environment), log }));
        return client;
    };
    const event = () => {
        known ??= readEvent(environment);
        return known;
    };
    return {
        environment,
        workspace,
        temporary: temporaryFolder(action, name, environment),
        log,
        event,
        pullRequestNumber: () => {
            number ??= findPullRequestNumber(event(), token, github);
            return number;
        },
        github,
        git: async (directory = workspace) => {
            const { Git } = await __nccwpck_require__.e(/* import() */ 34).then(__nccwpck_require__.bind(__nccwpck_require__, 34));
            const { serverUrl, repository } = event();
            const origin = isOnRunner(environment) && `${serverUrl}/${repository.owner}/${repository.name}`;
            const credentials = { serverUrl, token };
            return new Git(directory, { environment, debug: log.debug, credentials, ...(origin && { origin }) });
        },
        saveState: (_, state) => (0,action_state/* saveState */.LZ)(state),
    };
}
function createPhaseIo(action, environment, log) {
    const workspace = workspaceOf(environment);
    return {
        environment,
        workspace,
        log,
        temporary: (gate) => temporaryFolder(action, gate, environment),
        git: async () => {
            const { Git } = await __nccwpck_require__.e(/* import() */ 34).then(__nccwpck_require__.bind(__nccwpck_require__, 34));
            return new Git(workspace, { environment });
        },
    };
}
/** A runner of GitHub's, where nothing but the event's repository is asked. Elsewhere `origin` may be a folder. */
function isOnRunner({ RUNNER_ENVIRONMENT: kind }) {
    return kind === "github-hosted" || kind === "self-hosted";
}
function workspaceOf(environment) {
    return environment.GITHUB_WORKSPACE || process.cwd();
}
function temporaryFolder(action, gate, environment) {
    const parent = environment.RUNNER_TEMP || (0,external_node_path_.join)(workspaceOf(environment), ".jessy");
    return (0,external_node_path_.join)(parent, "jessy", folderName(action, gate));
}
async function findPullRequestNumber(event, token, github) {
    if (event.pullRequest !== undefined || event.followedRun === undefined || token === "")
        return event.pullRequest?.number;
    const { findFollowedPullRequest } = await __nccwpck_require__.e(/* import() */ 799).then(__nccwpck_require__.bind(__nccwpck_require__, 4180));
    return findFollowedPullRequest(await github(), event);
}
/** A gate's name is free text; a folder's is not. */
function folderName(action, name) {
    return name === "" ? action : `${action}-${encodeURIComponent(name).replaceAll("*", "%2A").slice(0, 100)}`;
}

// EXTERNAL MODULE: ./build/js/packages/kit/src/action/outcome.js
var outcome = __nccwpck_require__(5195);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/mark.js
var mark = __nccwpck_require__(8342);
// EXTERNAL MODULE: ./build/js/packages/kit/src/report/prose.js
var prose = __nccwpck_require__(7280);
;// CONCATENATED MODULE: ./build/js/packages/kit/src/action/reason.js



const FOLLOWING = "the run that publishes this report ended with an error; its job summary and its log have the reason";
/**
 * Leaves the reason of a run that ended with an error where people look: the output `verdict`, the job summary, and the
 * section of the shared comment, where the report of an earlier run would stand on. There is no result file, since there
 * is no result. Whatever fails here is said and never hides the error itself.
 */
async function leaveReason(error, run) {
    const { log, environment } = run;
    const blocks = reasonBlocks(error, run);
    await attempt("The outputs", log, async () => {
        if (!environment.GITHUB_OUTPUT)
            return;
        (await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 9185))).setOutputs({ verdict: "broken" });
    });
    await attempt("The job summary", log, async () => {
        if (!environment.GITHUB_STEP_SUMMARY)
            return;
        await (await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 5819))).writeSummary(blocks);
    });
    await attempt("The comment", log, async () => {
        const { publication } = run;
        if (publication === undefined || !publication.comment || publication.token === "")
            return;
        const io = createIo(run.action, publication, environment, log);
        const { pullRequest, followedRun } = io.event();
        if (pullRequest === undefined && followedRun === undefined)
            return;
        // What a followed run measured may come from a fork, and an error about it quotes it: none of that is told as ours.
        const told = followedRun === undefined ? blocks : reasonBlocks({ lines: [FOLLOWING] }, run);
        await (await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 5913))).publishComment(told, run.action, publication, io);
    });
}
/** Pure. */
function reasonBlocks({ lines, stack }, { title, publication }) {
    const [line = "", ...more] = lines;
    const name = publication?.name ?? "";
    const headline = more.length === 0 ? `broken: ${line}` : `broken: ${lines.length} errors`;
    return [
        { kind: "heading", level: 2, text: name === "" ? title : `${title}: ${name}` },
        { kind: "paragraph", text: [mark/* MARK */.M.broken, " ", { strong: (0,prose/* prose */.C)(headline) }] },
        ...(more.length === 0 ? [] : [{ kind: "list", items: lines.map(prose/* prose */.C), noun: "errors" }]),
        ...(stack === undefined ? [] : [{ kind: "paragraph", text: "The log has the whole error." }]),
    ];
}
async function attempt(what, log, work) {
    try {
        await work();
    }
    catch (error) {
        log.info(`${what} could not be set to the reason: ${error instanceof Error ? error.message : String(error)}`);
    }
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/action/action.js






/**
 * Runs an action from its environment to its exit code. Wrong inputs and unusable files end with one `::error::` line
 * each and exit code 1; a fault of our own says so, with its stack. Either leaves its reason in the summary and in the
 * comment.
 */
async function runAction(definition, environment = process.env) {
    const log = createLog();
    let publication;
    try {
        const fails = await (0,cancel/* whileCancellable */.S)(() => judge(definition, environment, log, (known) => {
            publication = known;
        }));
        process.exitCode = fails ? 1 : 0;
    }
    catch (error) {
        const described = log.redaction.redactData((0,outcome/* describeError */.U)(error));
        for (const line of described.lines)
            log.error(line);
        if (described.stack !== undefined)
            log.foreign(described.stack);
        process.exitCode = 1;
        const { name: action, title } = definition;
        await leaveReason(described, { action, title, publication, environment, log });
    }
}
async function judge(definition, environment, log, onPublication) {
    const reader = runner_inputs/* InputReader */.i_.ofStep();
    const inputs = await definition.readInputs(reader);
    for (const warning of reader.warnings)
        log.warning(warning);
    // Of wrong inputs, too: their error is told where the report would have been.
    const publication = definition.publication(inputs);
    onPublication(publication);
    if (publication.token !== "")
        log.mask(publication.token);
    reader.finish();
    const io = createIo(definition.name, publication, environment, log);
    const facts = await definition.collect(inputs, io).finally(() => {
        // Only now is everything masked that is secret: any input may hold a copy.
        for (const line of reader.described)
            log.debug(line);
    });
    const decided = definition.evaluate(inputs, facts);
    const result = (await definition.execute?.(decided, inputs, io)) ?? decided;
    const { publish } = await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 5913));
    await publish(definition.render, result, definition.name, publication, io);
    await conclude(definition, inputs, facts, io);
    return result.fails;
}
/** The verdict is out: what the machine refuses now is a warning. */
async function conclude(definition, inputs, facts, io) {
    try {
        await definition.conclude?.(inputs, facts, io);
    }
    catch (error) {
        const { lines, stack } = (0,outcome/* describeError */.U)(error);
        if (stack !== undefined)
            throw error;
        for (const line of lines)
            io.log.warning(`What later runs need was not kept: ${line}. The verdict stands.`);
    }
}

;// CONCATENATED MODULE: ./build/js/packages/kit/src/action/phases.js






/**
 * The processes that the runner starts for one step, in this order. `post` runs at the end of the job, whatever
 * happened.
 */
const PHASES = (/* unused pure expression or super */ null && (["pre", "main", "post"]));
/** @returns the phases that an action has: what its action.yml must name. */
function phasesOf({ pre, post }) {
    return PHASES.filter((phase) => phase === "main" || { pre, post }[phase] !== undefined);
}
/**
 * Runs one phase of an action to its exit code. Each can be cancelled and can be run again.
 *
 * @param load imports the action: `post` does so only when an earlier phase left something.
 */
async function runPhase(phase, load, environment = process.env) {
    switch (phase) {
        case "pre":
            return runPre(await load(), environment);
        case "main":
            return runAction(await load(), environment);
        case "post":
            if ((0,action_state/* hasState */.o9)())
                return runPost(await load(), environment);
    }
}
async function runPre({ name, pre }, environment) {
    const log = createLog();
    try {
        await (0,cancel/* whileCancellable */.S)(async () => pre?.(createPhaseIo(name, environment, log)));
    }
    catch (error) {
        const { lines, stack } = (0,outcome/* describeError */.U)(error);
        for (const line of lines)
            log.error(line);
        if (stack !== undefined)
            log.foreign(stack);
        process.exitCode = 1;
    }
}
/** The verdict is out: whatever goes wrong here is a warning. */
async function runPost({ name, post }, environment) {
    const log = createLog();
    try {
        if (post === undefined)
            return;
        const state = (0,action_state/* readState */.un)(post.state);
        await (0,cancel/* whileCancellable */.S)(async () => post.run(state, createPhaseIo(name, environment, log)));
    }
    catch (error) {
        const { lines, stack } = (0,outcome/* describeError */.U)(error);
        for (const line of lines)
            log.warning(`${name} could not clean up: ${line}`);
        if (stack !== undefined)
            log.foreign(stack);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/entry.js

/** Every action of the shared bundle, loaded only when it is the one that runs. */
const ACTIONS = {
    "bench-compare": async () => (await Promise.all(/* import() */[__nccwpck_require__.e(34), __nccwpck_require__.e(70)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1070))).benchCompare,
    "commit-lint": async () => (await Promise.all(/* import() */[__nccwpck_require__.e(15), __nccwpck_require__.e(567)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6567))).commitLint,
    "coverage-gate": async () => (await __nccwpck_require__.e(/* import() */ 516).then(__nccwpck_require__.bind(__nccwpck_require__, 3516))).coverageGate,
    "docker-build-push": async () => (await Promise.all(/* import() */[__nccwpck_require__.e(88), __nccwpck_require__.e(668), __nccwpck_require__.e(561), __nccwpck_require__.e(233)]).then(__nccwpck_require__.bind(__nccwpck_require__, 233))).dockerBuildPush,
    release: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(15), __nccwpck_require__.e(216)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2216))).release,
    "trivy-scan": async () => (await Promise.all(/* import() */[__nccwpck_require__.e(561), __nccwpck_require__.e(219)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2219))).trivyScan,
};
/** Runs a phase of an action and settles when everything it has to say is written. The stubs in dist/ call this. */
async function run(name, phase) {
    const load = ACTIONS[name];
    if (load === undefined)
        throw new Error(`no action is called ${JSON.stringify(name)}`);
    await runPhase(phase, load);
}

void [
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 1868)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 7605)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 7984)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5913)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 2683)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 2017)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5959)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 3965)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 6481)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 2528)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 9939)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 6102)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 3178)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4654)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 420)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4144)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 8135)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 9057)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4109)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 2853)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 1328)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 3528)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4959)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5076)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 1029)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5807)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 9827)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 286)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4854)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4342)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5154)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 1464)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 1934)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5819)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5464)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 9279)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5124)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5584)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 4164)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 2232)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 8439)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 7428)),
  () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 2149)),
];

var __webpack_exports__ACTIONS = __webpack_exports__.k;
var __webpack_exports__run = __webpack_exports__.e;
export { __webpack_exports__ACTIONS as ACTIONS, __webpack_exports__run as run };

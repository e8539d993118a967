export const id = 782;
export const ids = [782];
export const modules = {

/***/ 8782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
    return [...body.replaceAll("\r\n", "\n").matchAll(SECTION)].map(([, id = "", content = ""]) => ({ id, content }));
}
function renderSections(sections) {
    const sorted = [...sections].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
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


/***/ })

};

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** CodeMirror in the product's own colours; they follow the display menu through the tokens. */
const theme = EditorView.theme({
  "&": {
    blockSize: "100%",
    color: "var(--ink)",
    backgroundColor: "var(--sheet)",
    fontSize: "var(--t-s)",
  },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", paddingBlock: "8px" },
  ".cm-cursor": { borderInlineStartColor: "var(--ink)", borderInlineStartWidth: "2px" },
  ".cm-gutters": {
    color: "var(--ink-3)",
    backgroundColor: "var(--sheet)",
    border: "0",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "var(--open-wash)" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground":
    { backgroundColor: "color-mix(in srgb, var(--mark) 38%, transparent)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--mark-wash)",
    outline: "1px solid var(--edge)",
  },
  ".cm-tooltip": {
    border: "1px solid var(--line-strong)",
    borderRadius: "6px",
    color: "var(--ink)",
    backgroundColor: "var(--sheet)",
    boxShadow: "var(--shadow)",
    fontFamily: "var(--font)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    color: "var(--ink)",
    backgroundColor: "var(--mark-wash)",
    boxShadow: "inset 4px 0 0 var(--mark)",
  },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-diagnostic-error": { borderInlineStartColor: "var(--short)" },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword], fontWeight: "700" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--match)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--over)" },
  { tag: [tags.variableName, tags.special(tags.name)], color: "var(--moved)" },
  { tag: [tags.typeName, tags.className], color: "var(--over)" },
  { tag: [tags.comment, tags.punctuation], color: "var(--ink-2)" },
]);

export const editorLook = [theme, syntaxHighlighting(colours)];

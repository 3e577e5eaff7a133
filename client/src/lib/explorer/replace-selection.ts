import { EditorView } from "@codemirror/view";

/**
 * Typing over a selection is done in the state, not by the browser: Chromium would keep the looks
 * of the replaced text in a style attribute, which the content security policy refuses.
 */
export const replaceSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    const text = event.data;
    if (empty || view.composing || event.inputType !== "insertText" || text === null) return false;
    const insert = () =>
      view.state.update(view.state.replaceSelection(text), { userEvent: "input.type" });
    const isHandled = view.state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, from, to, text, insert));
    if (!isHandled) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});

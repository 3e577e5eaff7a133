import type { Scan, ScanSource } from "./scan-source.ts";
import { WedgeBurst } from "./wedge-burst.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * A scanner that types like a keyboard, wherever the focus is. What it types reaches no button, and a
 * field that caught its first characters is as it was before.
 */
export class WedgeListener implements ScanSource {
  #before: { field: Field; value: string; start: number | null; end: number | null } | undefined;

  start(onScan: (scan: Scan) => void): () => void {
    const burst = new WedgeBurst();
    const stopped = new AbortController();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const emit = () => {
      const { text } = burst;
      burst.reset();
      onScan({ text, origin: "WEDGE" });
    };
    const onKey = (event: KeyboardEvent) => {
      clearTimeout(silence);
      const character = characterOf(event);
      if (character !== null) {
        if (burst.isFresh(event.timeStamp)) this.#note();
        const verdict = burst.character(character, event.timeStamp);
        if (verdict === "TAKE_OVER") this.#restore();
        if (verdict !== "PASS") keepFromPage(event);
        if (burst.isTaken) silence = setTimeout(emit, burst.silenceMs);
        return;
      }
      if (event.key !== "Enter" && event.key !== "Tab") return;
      if (burst.end(event.timeStamp) === "END") {
        if (!burst.isTaken) this.#restore();
        keepFromPage(event);
        emit();
      } else burst.reset();
    };
    // A space presses its button when it is let go, so that this has to be kept from it, too.
    const onKeyUp = (event: KeyboardEvent) => burst.isTaken && keepFromPage(event);
    const options = { capture: true, signal: stopped.signal };
    addEventListener("keydown", onKey, options);
    addEventListener("keyup", onKeyUp, options);
    addEventListener(
      "paste",
      (event: ClipboardEvent) => {
        if (fieldInFocus()) return;
        // A list of codes, such as a reader of tags leaves it, is as many scans.
        const lines = event.clipboardData?.getData("text").split(/[\r\n]+/) ?? [];
        for (const text of lines.map((line) => line.trim()).filter(Boolean))
          onScan({ text, origin: "PASTED" });
      },
      options,
    );
    return () => {
      clearTimeout(silence);
      stopped.abort();
    };
  }

  #note() {
    const field = fieldInFocus();
    this.#before = field && {
      ...{ field, value: field.value },
      ...{ start: field.selectionStart, end: field.selectionEnd },
    };
  }

  #restore() {
    if (!this.#before) return;
    const { field, value, start, end } = this.#before;
    this.#before = undefined;
    if (field.value === value) return;
    field.value = value;
    field.setSelectionRange(start, end);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}

function characterOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | null {
  // Wedges send the separator of GS1 as Ctrl + ].
  if (ctrlKey && key === "]") return "\u001d";
  return key.length === 1 && !ctrlKey && !metaKey && !altKey ? key : null;
}

function fieldInFocus(): Field | undefined {
  const { activeElement } = document;
  const isField =
    activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement;
  return isField ? activeElement : undefined;
}

function keepFromPage(event: Event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

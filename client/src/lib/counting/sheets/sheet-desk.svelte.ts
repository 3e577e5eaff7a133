import { PossibleCounters } from "@tallyroom/schema/operations/possible-counters.ts";
import { SvelteMap } from "svelte/reactivity";
import { api } from "#lib/shared/api/api.svelte.ts";
import { Reading } from "#lib/shared/api/reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import { formatDecimal } from "#lib/shared/text/decimal.ts";
import { textOf, type SheetFind, type SheetLine } from "./count-sheet.ts";
import { findOfWorkbook } from "./find-of-workbook.ts";
import { PaperEntries } from "./paper-entries.svelte.ts";
import type { FilledFind, FilledWorkbook } from "./send-workbook.ts";
import { readWritten } from "./read-written.ts";
import { isSameFind, type WrittenFind } from "./written-find.ts";
import { instantWritten, wallClockOf, type WrittenBy } from "./written-time.ts";

/** One sheet that is typed in: who counted it and when, and what stands beside each line. */
export class SheetDesk {
  readonly timeZone = currentWarehouse.value?.timeZone ?? "UTC";
  readonly entries: PaperEntries;
  /** Only those who plan counts type in what others have counted. */
  readonly entersForOthers = session.can("create:stock-count");
  readonly #counters: Reading<{ possibleCounters: { id: string; name: string }[] }>;
  readonly people = $derived.by(() => this.#counters.answer?.possibleCounters ?? []);
  /** Once for the sheet. */
  written = $state<WrittenBy>({ counterId: "", day: "", time: "" });
  /** Where a line says otherwise. */
  readonly #ofLine = new SvelteMap<string, WrittenBy>();
  /** What keeps lines from being saved, once somebody has tried. */
  missing = $state<string>();

  /** Call while a component starts. */
  constructor(sheet: { id: string; sessionId: string }, onSaved: () => void) {
    this.entries = new PaperEntries(sheet, onSaved);
    this.#counters = new Reading(() => {
      const warehouseId = currentWarehouse.value?.id;
      if (!this.entersForOthers || !warehouseId) return undefined;
      return api.query(PossibleCounters, { warehouseId });
    });
    const { day } = wallClockOf(new Date(), this.timeZone);
    const own = this.entersForOthers ? "" : (session.viewer?.user.id ?? "");
    this.written = { counterId: own, day, time: "" };
  }

  nameOf(counterId: string): string {
    const own = session.viewer?.user;
    const person = this.people.find(({ id }) => id === counterId);
    return person?.name ?? (own?.id === counterId ? own.name : "");
  }

  /** Of a line that was typed in already, what it says itself. */
  writtenFor({ line, entry }: SheetLine): WrittenBy {
    const own = this.#ofLine.get(line.id);
    if (own || !entry) return own ?? this.written;
    const counterId = entry.counter?.id ?? this.written.counterId;
    return { counterId, ...wallClockOf(new Date(entry.countedAt), this.timeZone) };
  }

  /** Who and when of one line; what was typed in before is typed in again with it. */
  say(line: SheetLine, written: WrittenBy) {
    this.#ofLine.set(line.line.id, written);
    const text = this.textFor(line);
    if (text !== "") this.save(line, text);
  }

  textFor({ line, entry }: SheetLine): string {
    return this.entries.of(line.id)?.text ?? textOf(entry);
  }

  /** What was filled into a workbook is typed, and saved as soon as it is known by whom and when. */
  take(
    lines: readonly SheetLine[],
    filled: Exclude<FilledWorkbook, { wrong: string }>,
    finds: readonly SheetFind[],
  ) {
    const named = filled.countedBy.toLowerCase();
    const person = this.people.find(({ name }) => name.toLowerCase() === named);
    if (person) this.written.counterId = person.id;
    const [, day, time] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})/u.exec(filled.countedAt) ?? [];
    if (day && time) Object.assign(this.written, { day, time });
    const byPosition = new Map(lines.map((line) => [line.position, line]));
    for (const { position, counted } of filled.lines) {
      const line = byPosition.get(position);
      // A number comes as it is stored, and is typed as it is written here.
      const text = formatDecimal(counted);
      if (line && text !== textOf(line.entry)) this.entries.type(line.line.id, text);
    }
    this.saveTyped(lines);
    void this.#takeFinds(filled.finds, finds);
  }

  async #takeFinds(filled: readonly FilledFind[], known: readonly SheetFind[]) {
    for (const written of filled) {
      const find = await findOfWorkbook(written);
      const isKnown = known.some((each) =>
        isSameFind(find, {
          place: each.location?.code,
          item: each.item?.sku ?? each.rawScan,
          ...{ quantity: each.quantity, serials: each.serials },
        }),
      );
      if (!isKnown) this.saveFind(find);
    }
  }

  /** Something that the sheet does not list. */
  saveFind(find: WrittenFind): boolean {
    this.entries.typeFind(find);
    if (find.place.id === "") {
      this.entries.refuse(find.id, find.item.code, `There is no place ${find.place.code}.`);
      return false;
    }
    const by = this.#said(this.written);
    if (by) this.entries.saveFind(find, by);
    return by !== undefined;
  }

  /** Who and when; undefined where something of it is missing, which the head then says. */
  #said(by: WrittenBy): { counterId: string; at: Date } | undefined {
    const told = instantWritten(by, { timeZone: this.timeZone, now: new Date() });
    this.missing =
      by.counterId === "" ? "Say who has counted." : "wrong" in told ? told.wrong : undefined;
    if ("wrong" in told || by.counterId === "") return undefined;
    return { counterId: by.counterId, at: told.at };
  }

  /** What was typed before it was said who had counted, and when. */
  saveTyped(lines: readonly SheetLine[]) {
    this.missing = undefined;
    for (const line of lines) {
      const entry = this.entries.of(line.line.id);
      if (entry?.state === "typed" && !this.save(line, entry.text)) return;
    }
    for (const { find, state } of this.entries.finds)
      if (find && state === "typed" && !this.saveFind(find)) return;
  }

  /** False where it cannot be saved as it stands. */
  save(line: SheetLine, text: string): boolean {
    const { id, item } = line.line;
    const written = readWritten(text, item.tracking === "SERIAL" || item.tracking === "RFID");
    if (!written) {
      this.entries.refuse(id, text, "That is no quantity.");
      return false;
    }
    const by = this.#said(this.writtenFor(line));
    if (by) this.entries.save(line, text, { written, ...by });
    return by !== undefined;
  }
}

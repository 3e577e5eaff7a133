import type { VariablesOf } from "@tallyroom/schema/graphql.ts";
import type { RecordStockMoves } from "@tallyroom/schema/operations/record-stock-moves.ts";
import { newId } from "#lib/shared/api/new-id.ts";
import { formatDecimal, multiplyDecimals } from "#lib/shared/text/decimal.ts";
import { instantAt } from "#lib/shared/text/instant-at.ts";
import { parseDecimal } from "#lib/shared/text/parse-decimal.ts";
import { PlaceSearch } from "#lib/shared/ui/place-search.svelte.ts";
import type { MoveField, MoveTrouble } from "./move-trouble.ts";
import type { QuantRow, QuantStatus } from "./quant-row.ts";

type MoveInput = VariablesOf<typeof RecordStockMoves>["input"]["moves"][number];
export type MoveInputKind = MoveInput["kind"];

export interface MovedItem {
  id: string;
  sku: string;
  tracking: QuantRow["item"]["tracking"];
  unit: { code: string; name: string; decimals: number };
  packs: readonly { factor: string; unit: { code: string; name: string } }[];
}

/** A shelf holds less than this; a code that is scanned into the wrong field is longer. */
const longestQuantity = 7;

/** One move as it is typed. What stock allows is for the server to say; here it is only read. */
export class MoveForm {
  kind = $state<MoveInputKind>("RECEIPT");
  quantId = $state("");
  readonly to = new PlaceSearch();
  quantity = $state("");
  unitCode = $state("");
  lotCode = $state("");
  lotExpiresOn = $state("");
  serials = $state("");
  toStatus = $state<QuantStatus | "">("");
  happenedAt = $state("");
  reference = $state("");
  reasonCode = $state("");
  trouble = $state.raw<MoveTrouble>();
  readonly item: MovedItem;
  readonly #quants: () => readonly QuantRow[];
  // The same for every press of the button: a second one after a lost answer records nothing anew.
  readonly #externalId = newId();
  #pressedAt: Date | undefined;

  readonly isBySerial: boolean;
  readonly leaves = $derived(this.kind !== "RECEIPT");
  readonly arrives = $derived(this.kind !== "ISSUE");
  readonly from = $derived.by(() => this.#quants().find(({ id }) => id === this.quantId));
  readonly serialList = $derived(
    this.serials
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  );
  readonly shownFields = $derived.by(() => {
    const fields: MoveField[] = ["happenedAt"];
    if (this.leaves) fields.push("from");
    if (this.arrives) fields.push("to");
    if (this.item.tracking === "LOT" && !this.leaves) fields.push("lot", "expiry");
    fields.push(this.isBySerial ? "serials" : "quantity");
    return new Set(fields);
  });
  /** "= 150 M" below a quantity in packs. */
  readonly inOwnUnit = $derived.by(() => {
    const pack = this.item.packs.find(({ unit }) => unit.code === this.unitCode);
    const typed = parseDecimal(this.quantity);
    if (!pack || typed === undefined) return undefined;
    return `= ${formatDecimal(multiplyDecimals(typed, pack.factor))} ${this.item.unit.code}`;
  });

  constructor(item: MovedItem, quants: () => readonly QuantRow[]) {
    this.item = item;
    this.#quants = quants;
    this.isBySerial = item.tracking === "SERIAL" || item.tracking === "RFID";
    this.unitCode = item.unit.code;
    const [only, ...others] = quants();
    if (only && others.length === 0) this.quantId = only.id;
  }

  errorOf(field: MoveField): string | undefined {
    return this.trouble?.field === field ? this.trouble.message : undefined;
  }

  /** The move as the server takes it; nothing, and the trouble set, where it cannot be read. */
  async read(timeZone: string): Promise<MoveInput | undefined> {
    this.trouble = undefined;
    const to = this.arrives ? await this.to.settle() : undefined;
    const place = this.leaves ? this.from?.location : to;
    const quantity = this.isBySerial ? String(this.serialList.length) : parseDecimal(this.quantity);
    this.trouble = this.#troubleOf(place, to, quantity);
    if (this.trouble || !place || quantity === undefined) return undefined;
    this.#pressedAt ??= new Date();
    const isMove = this.kind === "MOVE";
    const lotCode = this.leaves ? this.from?.lot?.code : this.lotCode.trim();
    return {
      externalId: this.#externalId,
      kind: this.kind,
      itemId: this.item.id,
      locationId: place.id,
      quantity,
      unitCode: this.isBySerial ? this.item.unit.code : this.unitCode,
      lotCode: lotCode || null,
      lotExpiresOn: this.leaves ? null : this.lotExpiresOn || null,
      serials: this.isBySerial ? this.serialList : null,
      status: this.leaves ? this.from?.status : this.toStatus || null,
      toLocationId: isMove ? (to ?? place).id : null,
      toStatus: isMove ? this.toStatus || null : null,
      reference: this.reference.trim() || null,
      reasonCode: this.reasonCode.trim() || null,
      effectiveAt: (this.happenedAt
        ? instantAt(this.happenedAt, timeZone)
        : this.#pressedAt
      ).toISOString(),
    };
  }

  #troubleOf(
    place: { id: string } | undefined,
    to: { id: string } | undefined,
    quantity: string | undefined,
  ): MoveTrouble | undefined {
    const sought = this.to.words.trim();
    const unknown = `No place here is called “${sought}”.`;
    if (this.leaves && !place) return { field: "from", message: "Choose what leaves." };
    if (this.arrives && !to && sought) return { field: "to", message: unknown };
    if (!place) return { field: "to", message: "Type or scan the code of the place." };
    if (this.isBySerial) return undefined;
    if (this.quantity.trim() === "") return { field: "quantity", message: "How much is it?" };
    if (quantity === undefined) return { field: "quantity", message: "Type a number, as in 12." };
    const isCode = (quantity.split(".")[0] ?? "").length > longestQuantity;
    return isCode
      ? { field: "quantity", message: "This looks like a code, not a quantity." }
      : undefined;
  }
}

import { findNamed } from "#lib/shared/ui/named-search.svelte.ts";
import type { FilledFind } from "./send-workbook.ts";
import { writtenFind, type WrittenFind } from "./written-find.ts";

/** With the ids of its place and its item, as far as they are known here by their codes. */
export async function findOfWorkbook(filled: FilledFind): Promise<WrittenFind> {
  const [place, item] = await Promise.all([
    findNamed("location", filled.place),
    findNamed("item", filled.item),
  ]);
  const isNumber = /^\d+(\.\d+)?$/u.test(filled.counted);
  return writtenFind({
    place: { id: place?.id ?? "", code: place?.code ?? filled.place },
    item: { id: item?.id ?? null, code: item?.code ?? filled.item },
    ...{ lotCode: filled.lot, unitCode: filled.unit, note: filled.note },
    quantity: isNumber ? filled.counted : null,
    serials: isNumber ? [] : filled.counted.split(/[\s,;]+/u).filter(Boolean),
  });
}

import { CountsToJoin } from "@tallyroom/schema/operations/counts-to-join.ts";
import type { HandApi } from "../hand-api.ts";
import type { HandPerson } from "../hand-person.ts";
import type { JoinCode } from "./join-code.ts";
import type { JoinableCount } from "./judge-join.ts";

/** The counts that may be meant, open or not, in each warehouse that this person sees. */
export async function findCounts(
  api: HandApi,
  { warehouses }: HandPerson,
  { number, warehouse: named }: JoinCode,
): Promise<JoinableCount[]> {
  const meant = warehouses.filter(({ code }) => named === null || code === named);
  const found = await Promise.all(
    meant.map(async (warehouse) => {
      const asked = { warehouseId: warehouse.id, search: String(number), filter: null };
      const { countSessions } = await api.ask(CountsToJoin, asked);
      return countSessions.nodes.map((count) => ({ ...count, warehouse }));
    }),
  );
  return found.flat();
}

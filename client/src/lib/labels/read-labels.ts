import { CountsToJoin } from "@tallyroom/schema/operations/counts-to-join.ts";
import { LabelItems } from "@tallyroom/schema/operations/label-items.ts";
import { Locations } from "@tallyroom/schema/operations/locations.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { itemLabel, joinLabel, locationLabel, type Label } from "./label.ts";
import type { LabelQuestion } from "./label-question.svelte.ts";

/** More are printed in parts: a browser lays out each of them. */
export const mostLabels = 1_000;
const rowsAPage = 250;

export interface LabelsRead {
  labels: Label[];
  /** How many there are, printed or not. */
  total: number;
}

interface Page<Row> {
  nodes: readonly Row[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function readPages<Row>(
  read: (after: string | null) => Promise<Page<Row>>,
  toLabel: (row: Row) => Label,
): Promise<LabelsRead> {
  const labels: Label[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page<Row> = await read(after);
    labels.push(...page.nodes.map(toLabel));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage || after === null || labels.length >= mostLabels)
      return { labels: labels.slice(0, mostLabels), total: page.totalCount };
  }
}

/** The places below one, itself included, in walking order. */
export function readLocationLabels(
  warehouseId: string,
  { withinId, shape, isWithCheckDigits }: LabelQuestion,
): Promise<LabelsRead> {
  const filter = { isActive: { eq: true }, ...(withinId && { withinId: { eq: withinId } }) };
  const orderBy = { field: "WALK_ORDER", direction: "ASC" } as const;
  const asked = { warehouseId, first: rowsAPage, search: null, filter, orderBy };
  return readPages(
    async (after) => (await api.query(Locations, { ...asked, after })).locations,
    (location) => locationLabel(location, shape, isWithCheckDigits),
  );
}

export function readItemLabels({ search, categoryId, shape }: LabelQuestion): Promise<LabelsRead> {
  const filter = {
    ...{ isActive: { eq: true } },
    ...(categoryId && { categoryId: { eq: categoryId } }),
  };
  const asked = { first: rowsAPage, search: search || null, filter };
  return readPages(
    async (after) => (await api.query(LabelItems, { ...asked, after })).items,
    (item) => itemLabel(item, shape),
  );
}

/** The open counts of a warehouse, or the one that is asked for. */
export async function readJoinLabels(
  warehouse: { id: string; code: string; name: string },
  { countId }: LabelQuestion,
): Promise<LabelsRead> {
  const { countSessions } = await api.query(CountsToJoin, {
    ...{ warehouseId: warehouse.id, search: null, filter: { status: { eq: "OPEN" } } },
  });
  const counts = countSessions.nodes.filter(
    ({ id, isSubmitted }) => !isSubmitted && (!countId || id === countId),
  );
  const labels = counts.map((count) => joinLabel(count, warehouse, location.origin));
  return { labels, total: labels.length };
}

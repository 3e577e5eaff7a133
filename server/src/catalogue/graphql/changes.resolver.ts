import { GraphQLScalarType } from "graphql";
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { idOf } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";
import { listUnits } from "../queries/list-small.ts";
import { readCatalogueChanges, type ChangedItem } from "../queries/read-catalogue-changes.ts";
import * as objects from "./objects.ts";
import { toUnit } from "./to-object.ts";

const rowsAtMost = 5_000;

type CompactItem =
  | [id: string]
  | [
      id: string,
      sku: string,
      description: string,
      tracking: string,
      unitCode: string,
      packs: [unitCode: string, factor: string][],
      barcodes: [code: string, kind: string, packUnitCode: string | null][],
    ];

export const CompactItemScalar = new GraphQLScalarType<never, CompactItem>({
  name: "CompactItem",
  description:
    "An item as a list, for devices that keep thousands: its id, number, description, tracking, unit, packs as [unit, how many], and barcodes as [code, kind, pack or null]. With an id alone it is no longer in use.",
  serialize: (value) => value as CompactItem,
});

@ObjectType({ description: "What changed in the catalogue behind a cursor." })
export class CatalogueChanges {
  @Field(() => [CompactItemScalar], { description: "Items, oldest change first." })
  items!: CompactItem[];

  @Field(() => [objects.Unit], { description: "All units of measure." })
  units!: objects.Unit[];

  @Field(() => String, {
    description:
      "Ask again with it. Changes are in the order in which they were committed: behind it none is missed.",
  })
  cursor!: string;

  @Field(() => Boolean, { description: "More stands behind the cursor already." })
  hasMore!: boolean;

  @Field(() => Boolean, {
    description: "The cursor was not of this catalogue: what is known is to be forgotten first.",
  })
  startsAnew!: boolean;
}

@Resolver()
export class CatalogueChangesResolver {
  @Query(() => CatalogueChanges, {
    description: "Items that changed behind a cursor; all that are in use without one.",
  })
  async catalogueChanges(
    @Arg("after", () => String, { nullable: true, description: "The cursor of the answer before." })
    after: string | undefined,
    @Arg("atMost", () => Int, { defaultValue: rowsAtMost, description: "How many items." })
    atMost: number,
    @Ctx() { db }: RequestContext,
  ): Promise<CatalogueChanges> {
    if (atMost < 1 || atMost > rowsAtMost)
      throw new Refusal("BAD_USER_INPUT", `Ask for 1 to ${rowsAtMost} items.`);
    const { changed, ...rest } = await readCatalogueChanges(db, after ?? null, atMost);
    const units = (await listUnits(db)).map(toUnit);
    return Object.assign(new CatalogueChanges(), { ...rest, units, items: changed.map(compact) });
  }
}

function compact({ id, item }: ChangedItem): CompactItem {
  if (!item) return [idOf("Item", id)];
  const { sku, description, tracking, unitCode, packs, barcodes } = item;
  return [idOf("Item", id), sku, description, tracking, unitCode, packs, barcodes];
}

import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import type { RequestContext } from "../../context.ts";
import { keyOf, numberKeyOrNull, singleKeyOf } from "../../shared/opaque-id.ts";
import { notFound } from "../../shared/refusal.ts";
import type { ToleranceRule } from "../domain/tolerance-limits.ts";
import { tryTolerance } from "../domain/try-tolerance.ts";
import { readPlacesAbove } from "../queries/read-places-above.ts";
import { readToleranceSet, readToleranceVersions } from "../queries/read-tolerances.ts";
import { askedRule } from "./asked-rule.ts";
import { toBreach, toRule, ToleranceVerdict } from "./tolerance-objects.ts";
import { ToleranceTrial, ToleranceVersion, TryToleranceInput } from "./tolerance-trial-objects.ts";

@Resolver(() => ToleranceVersion)
export class ToleranceTrialResolver {
  @Query(() => [ToleranceVersion], {
    description: "The versions of a warehouse's tolerances, the latest first, at most a hundred.",
  })
  async toleranceVersions(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ToleranceVersion[]> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    const rows = await readToleranceVersions(context.db, warehouseId);
    return rows.map((row) => Object.assign(new ToleranceVersion(), row));
  }

  @Query(() => ToleranceTrial, {
    description: "What rules would say of a line, saved or not: by the decision that judges lines.",
  })
  async tryTolerance(
    @Arg("input", () => TryToleranceInput, { description: "The line and the rules." })
    input: TryToleranceInput,
    @Ctx() context: RequestContext,
  ): Promise<ToleranceTrial> {
    const warehouseId = context.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"));
    const { rules, version } = await rulesToTry(context, warehouseId, input);
    const { expected, counted } = input;
    const unitCost = input.unitCost ?? null;
    const place = await placeOf(context, warehouseId, input);
    const trial = tryTolerance(rules, { ...place, expected, counted, unitCost });
    const { variance, source, rule, rulePosition, breaches } = trial;
    const verdict = Object.assign(new ToleranceVerdict(), {
      ...{ isWithin: breaches.length === 0, source, version },
      rule: rule && toRule(warehouseId, rule),
      breaches: breaches.map(toBreach),
    });
    return Object.assign(new ToleranceTrial(), { variance, rulePosition, verdict });
  }

  @FieldResolver(() => User, { nullable: true, description: "Who saved it." })
  async savedBy(
    @Root() { savedById }: ToleranceVersion,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, savedById);
  }
}

async function rulesToTry(
  { db }: RequestContext,
  warehouseId: number,
  { rules, version }: TryToleranceInput,
): Promise<{ rules: readonly ToleranceRule[]; version: number | null }> {
  // A class that is none fits no line.
  if (rules)
    return {
      rules: rules.map((rule) => askedRule(warehouseId, rule)) as ToleranceRule[],
      version: null,
    };
  const set = await readToleranceSet(db, warehouseId, version ?? null);
  if (!set && version != null) throw notFound("tolerance set");
  return { rules: set?.rules ?? [], version: set?.version ?? null };
}

async function placeOf(
  { db, loaders }: RequestContext,
  warehouseId: number,
  { itemId, abcClass, locationId }: TryToleranceInput,
) {
  const item = itemId == null ? null : await loaders.item.load(Number(keyOf(itemId, "Item")[0]));
  const [ownWarehouseId, rowId = 0] = numberKeyOrNull(locationId ?? "", "Location") ?? [];
  const isHere = ownWarehouseId === warehouseId;
  const placeIds =
    locationId == null
      ? []
      : isHere && (await readPlacesAbove(db, { warehouseId, locationId: rowId }));
  if (!placeIds) throw notFound("location");
  return { itemId: item?.id ?? 0, abcClass: item ? item.abcClass : (abcClass ?? null), placeIds };
}

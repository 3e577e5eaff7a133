import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { Item, Location, Lot } from "../../catalogue/graphql/objects.ts";
import { toItem, toLocation, toLot } from "../../catalogue/graphql/to-object.ts";
import { loadPacks } from "../../catalogue/queries/load-one.ts";
import { itemWith, locationWith } from "../../catalogue/queries/related-rows.ts";
import type { RequestContext } from "../../context.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { DecimalScalar } from "../../shared/scalars.ts";
import type { PieceRow } from "../queries/pieces.loader.ts";
import { probableUnitSlip, varianceOf } from "../domain/variance.ts";
import { CountedPiece, ExplanationStepObject, ProbableUnitSlip, toStep } from "./line-details.ts";
import { CountLine } from "./objects.ts";

@Resolver(() => CountLine)
export class CountLineResolver {
  @FieldResolver(() => Item, { description: "What is counted." })
  item(
    @Root() { itemId, related }: CountLine,
    @Ctx() { loaders }: RequestContext,
  ): Item | Promise<Item> {
    const read = itemWith(related);
    return read ? toItem(read) : loaders.item.load(itemId).then(toItem);
  }

  @FieldResolver(() => Location, { description: "Where it is counted." })
  location(
    @Root() { warehouseId, locationRowId: locationId, related }: CountLine,
    @Ctx() { loaders }: RequestContext,
  ): Location | Promise<Location> {
    const read = locationWith(related);
    if (read) return toLocation(read);
    return loaders.location.load({ warehouseId, locationId }).then(toLocation);
  }

  @FieldResolver(() => Lot, { nullable: true, description: "Of which lot; null without lots." })
  async lot(@Root() { lotId }: CountLine, @Ctx() { loaders }: RequestContext): Promise<Lot | null> {
    return lotId === null ? null : toLot(await loaders.lot.load(lotId));
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description:
      "The variance in percent of what was expected; null also where nothing was expected and something found: no limit holds that.",
  })
  percentVariance(@Root() { quantityCounted, quantityExpected }: CountLine): Decimal | null {
    if (quantityCounted === null || quantityExpected === null) return null;
    return varianceOf(new Decimal(quantityCounted), new Decimal(quantityExpected), null).percent;
  }

  @FieldResolver(() => ProbableUnitSlip, {
    nullable: true,
    description: "Set where the variance is a whole number of packs: probably a slip of the unit.",
  })
  async probableUnitSlip(
    @Root() { itemId, quantityVariance }: CountLine,
    @Ctx() { em }: RequestContext,
  ): Promise<ProbableUnitSlip | null> {
    if (quantityVariance === null) return null;
    const packs = await loadPacks(em, itemId);
    const known = packs.map(({ unitCode, factor }) => ({ unitCode, factor: new Decimal(factor) }));
    const slip = probableUnitSlip(new Decimal(quantityVariance), known);
    return slip && Object.assign(new ProbableUnitSlip(), slip);
  }

  @FieldResolver(() => [User], { description: "Who its quantity is from." })
  async counters(
    @Root() { counterIds }: CountLine,
    @Ctx() { em }: RequestContext,
  ): Promise<User[]> {
    const users = await Promise.all(counterIds.map((id) => userOrNull(em, id)));
    return users.filter((user) => user !== null);
  }

  @FieldResolver(() => [CountedPiece], {
    nullable: true,
    description: "Its pieces, compared as sets; to those for whom the count is blind, those found.",
  })
  async pieces(
    @Root() { warehouseId, rowId, isBlindHere, inRound }: CountLine,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CountedPiece[]> {
    const known = await loaders.pieces.load({ warehouseId, lineId: rowId });
    const pieces = inRound ? piecesInRound(known, inRound.serials) : known;
    const shown = isBlindHere ? pieces.filter(({ isFound }) => isFound) : pieces;
    return shown.map(({ serial, isExpected, isFound, secondSerial, rfidTag }) => {
      const state = !isFound ? "MISSING" : isExpected || isBlindHere ? "FOUND" : "UNEXPECTED";
      const ofTheBooks = isBlindHere || inRound ? noBooks : { secondSerial, rfidTag };
      return Object.assign(new CountedPiece(), { serial, state, ...ofTheBooks });
    });
  }

  @FieldResolver(() => [ExplanationStepObject], {
    nullable: true,
    description: "From the snapshot to the variance, step by step in the order of time.",
  })
  async explanation(
    @Root() { warehouseId, rowId, isBlindHere, inRound }: CountLine,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ExplanationStepObject[] | null> {
    if (isBlindHere || inRound) return null;
    const told = await loaders.explanation.load({ warehouseId, lineId: rowId });
    return told && told.steps.map((step) => toStep(step, told));
  }
}

const noBooks = { secondSerial: null, rfidTag: null };

/** Those expected, and those that this round alone has found. */
function piecesInRound(known: readonly PieceRow[], serials: readonly string[]): PieceRow[] {
  const expected = known.filter(({ isExpected }) => isExpected).map(({ serial }) => serial);
  return [...new Set([...expected, ...serials])].sort().map((serial) => ({
    serial,
    isExpected: expected.includes(serial),
    isFound: serials.includes(serial),
    ...noBooks,
  }));
}

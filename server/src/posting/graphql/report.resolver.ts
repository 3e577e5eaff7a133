import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { Location } from "../../catalogue/graphql/objects.ts";
import { toLocation } from "../../catalogue/graphql/to-object.ts";
import type { RequestContext } from "../../context.ts";
import { Refusal } from "../../shared/refusal.ts";
import * as report from "../queries/adjustment-report.ts";
import { Posting } from "./objects.ts";
import { PostingPreview } from "./preview-objects.ts";
import {
  AdjustmentByPlace,
  AdjustmentByReason,
  AdjustmentReport,
  PostingSignature,
} from "./report-objects.ts";

const placesUsually = 50;
const placesAtMost = 250;

const keyOf = ({ warehouseId, postingRowId: id }: AdjustmentReport) => ({ warehouseId, id });

@Resolver(() => Posting)
export class PostingReportResolver {
  @FieldResolver(() => AdjustmentReport, { description: "Its adjustment report." })
  report(@Root() { warehouseId, rowId: postingRowId }: Posting): AdjustmentReport {
    return Object.assign(new AdjustmentReport(), { warehouseId, postingRowId });
  }
}

@Resolver(() => PostingPreview)
export class PostingPreviewReasonsResolver {
  @FieldResolver(() => [AdjustmentByReason], {
    description: "What would change stock, by the reason that is known by now.",
  })
  async byReason(
    @Root() { chosen }: PostingPreview,
    @Ctx() { db }: RequestContext,
  ): Promise<AdjustmentByReason[]> {
    const rows = await report.sumChosenByReason(db, chosen);
    return rows.map((row) => Object.assign(new AdjustmentByReason(), row));
  }
}

@Resolver(() => AdjustmentReport)
export class AdjustmentReportResolver {
  @FieldResolver(() => [AdjustmentByReason], {
    description: "By the reason that is known by now, the most money first.",
  })
  async byReason(
    @Root() root: AdjustmentReport,
    @Ctx() { db }: RequestContext,
  ): Promise<AdjustmentByReason[]> {
    const rows = await report.sumByReason(db, keyOf(root));
    return rows.map((row) => Object.assign(new AdjustmentByReason(), row));
  }

  @FieldResolver(() => [AdjustmentByPlace], { description: "By place, the most money first." })
  async byPlace(
    @Root() root: AdjustmentReport,
    @Arg("first", () => Int, { nullable: true, description: "How many places, at most 250; 50." })
    first: number | null,
    @Ctx() { db }: RequestContext,
  ): Promise<AdjustmentByPlace[]> {
    const most = first ?? placesUsually;
    if (most < 1 || most > placesAtMost)
      throw new Refusal("BAD_USER_INPUT", `Ask for 1 to ${placesAtMost} places.`);
    const rows = await report.sumByPlace(db, keyOf(root), most);
    return rows.map((row) => Object.assign(new AdjustmentByPlace(), row));
  }

  @FieldResolver(() => [PostingSignature], { description: "Who has counted its lines." })
  async countedBy(
    @Root() root: AdjustmentReport,
    @Ctx() { db }: RequestContext,
  ): Promise<PostingSignature[]> {
    return signaturesOf(await report.readCounters(db, keyOf(root)));
  }

  @FieldResolver(() => [PostingSignature], {
    description: "Who has approved the very numbers that were posted.",
  })
  async approvedBy(
    @Root() root: AdjustmentReport,
    @Ctx() { db }: RequestContext,
  ): Promise<PostingSignature[]> {
    return signaturesOf(await report.readApprovers(db, keyOf(root)));
  }
}

const signaturesOf = (rows: report.SignatureRow[]) =>
  rows.map((row) => Object.assign(new PostingSignature(), row));

@Resolver(() => AdjustmentByPlace)
export class AdjustmentByPlaceResolver {
  @FieldResolver(() => Location, { description: "The place." })
  async location(
    @Root() { warehouseId, locationId }: AdjustmentByPlace,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Location> {
    return toLocation(await loaders.location.load({ warehouseId, locationId }));
  }
}

@Resolver(() => PostingSignature)
export class PostingSignatureResolver {
  @FieldResolver(() => User, { nullable: true, description: "Who." })
  user(@Root() { userId }: PostingSignature, @Ctx() { em }: RequestContext): Promise<User | null> {
    return userOrNull(em, userId);
  }
}

import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import type { RequestContext } from "../../context.ts";
import { sightOf } from "../../counting/domain/blindness.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { CountLine, CountSession } from "../../counting/graphql/objects.ts";
import { toLine } from "../../counting/graphql/to-object.ts";
import { notFound } from "../../shared/refusal.ts";
import { readCountApproval } from "../queries/read-count-approval.ts";
import * as objects from "./approval-objects.ts";

@Resolver(() => CountLine)
export class LineApprovalOfLineResolver {
  @FieldResolver(() => objects.LineApproval, {
    nullable: true,
    description: "The last word of an approver on it; null where nobody has said anything.",
  })
  async approval(
    @Root() { warehouseId, rowId, isBlindHere }: CountLine,
    @Ctx() { loaders }: RequestContext,
  ): Promise<objects.LineApproval | null> {
    if (isBlindHere) return null;
    const row = await loaders.lineApproval.load({ warehouseId, lineId: rowId });
    if (!row) return null;
    const { state, byId, at, isOwnCount, lostBecause, lostAt, lostById, rejectionReason } = row;
    const { quantityCounted, quantityExpected } = row;
    return Object.assign(new objects.LineApproval(), {
      ...{ state, byId, at, isOwnCount, lostBecause, lostAt, lostById, rejectionReason },
      ...{ quantityCounted, quantityExpected },
    });
  }
}

@Resolver(() => objects.LineApproval)
export class LineApprovalResolver {
  @FieldResolver(() => User, { nullable: true, description: "Who approved or rejected it." })
  by(@Root() { byId }: objects.LineApproval, @Ctx() { em }: RequestContext): Promise<User | null> {
    return userOrNull(em, byId);
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: "Whose doing it was that it holds no more; null for the ledger's.",
  })
  async lostBy(
    @Root() { lostById }: objects.LineApproval,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, lostById);
  }
}

@Resolver(() => objects.LineNotApproved)
export class LineNotApprovedResolver {
  @FieldResolver(() => CountLine, { description: "The line." })
  async line(
    @Root() { warehouseId, lineRowId }: objects.LineNotApproved,
    @Ctx() context: RequestContext,
  ): Promise<CountLine> {
    const row = await context.loaders.line.load({ warehouseId, lineId: lineRowId });
    if (!row) throw notFound("count line");
    // Whoever may approve sees what is expected: the gate is asked all the same.
    return toLine(row, sightOf({ isBlind: true }, lookerOf(context)));
  }
}

@Resolver(() => CountSession)
export class CountApprovalResolver {
  @FieldResolver(() => objects.CountApproval, { description: "How far its approval is." })
  async approval(
    @Root() { warehouseId, rowId }: CountSession,
    @Ctx() { db }: RequestContext,
  ): Promise<objects.CountApproval> {
    const found = await readCountApproval(db, { warehouseId, sessionId: rowId });
    return Object.assign(new objects.CountApproval(), found);
  }
}

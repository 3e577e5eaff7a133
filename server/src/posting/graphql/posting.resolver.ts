import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import type { RequestContext } from "../../context.ts";
import { sightOf } from "../../counting/domain/blindness.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { CountLine, CountSession } from "../../counting/graphql/objects.ts";
import { toLine, toSession } from "../../counting/graphql/to-object.ts";
import { loadSession } from "../../counting/queries/load-one.ts";
import { Job } from "../../jobs/graphql/objects.ts";
import { CloseOff, StockHold } from "../../restrictions/graphql/objects.ts";
import { closeOffInTheWay, holdInTheWay } from "../../restrictions/graphql/restricted.resolver.ts";
import { PageArgs } from "../../shared/connection.ts";
import { notFound } from "../../shared/refusal.ts";
import { listPostingLines, listPostings, sumPosting } from "../queries/list-postings.ts";
import * as objects from "./objects.ts";
import { RefusedLine } from "./preview-objects.ts";
import { toPosting, toPostingLine } from "./to-object.ts";

@Resolver(() => CountSession)
export class SessionPostingsResolver {
  @FieldResolver(() => objects.PostingConnection, {
    description: "Its postings and reversals, the latest first.",
  })
  async postings(
    @Root() { warehouseId, rowId }: CountSession,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<object> {
    const found = await listPostings(db, { warehouseId, id: rowId }, page);
    return objects.PostingConnection.from(found, toPosting);
  }
}

@Resolver(() => CountLine)
export class LinePostingResolver {
  @FieldResolver(() => objects.Posting, {
    nullable: true,
    description: "The posting by which it is posted; null where it is not, or was taken back.",
  })
  posting(
    @Root() { warehouseId, rowId }: CountLine,
    @Ctx() { loaders }: RequestContext,
  ): Promise<objects.Posting | null> {
    return postingOf(loaders.postingOfLine.load({ warehouseId, id: rowId }));
  }
}

@Resolver(() => Job)
export class JobPostingResolver {
  @FieldResolver(() => objects.Posting, {
    nullable: true,
    description: "What it has posted; null until it is done.",
  })
  async posting(
    @Root() { warehouseId, postingRowId: id }: Job,
    @Ctx() { loaders }: RequestContext,
  ): Promise<objects.Posting | null> {
    return id === null ? null : postingOf(loaders.posting.load({ warehouseId, id }));
  }
}

@Resolver(() => objects.Posting)
export class PostingResolver {
  @FieldResolver(() => CountSession, { description: "The count." })
  async session(
    @Root() { warehouseId, sessionRowId }: objects.Posting,
    @Ctx() context: RequestContext,
  ): Promise<CountSession> {
    return toSession(await loadSession(context.db, warehouseId, sessionRowId), lookerOf(context));
  }

  @FieldResolver(() => User, { nullable: true, description: "Who posted it." })
  postedBy(
    @Root() { postedById }: objects.Posting,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, postedById);
  }

  @FieldResolver(() => objects.Posting, {
    nullable: true,
    description: "Of a reversal: the posting that it takes back.",
  })
  async reverses(
    @Root() { warehouseId, reversesRowId: id }: objects.Posting,
    @Ctx() { loaders }: RequestContext,
  ): Promise<objects.Posting | null> {
    return id === null ? null : postingOf(loaders.posting.load({ warehouseId, id }));
  }

  @FieldResolver(() => [objects.Posting], { description: "What has taken lines of it back." })
  async reversals(
    @Root() { warehouseId, rowId }: objects.Posting,
    @Ctx() { loaders }: RequestContext,
  ): Promise<objects.Posting[]> {
    return (await loaders.reversals.load({ warehouseId, id: rowId })).map(toPosting);
  }

  @FieldResolver(() => objects.PostingTotals, { description: "What it comes to." })
  totals(
    @Root() { warehouseId, rowId }: objects.Posting,
    @Ctx() { db }: RequestContext,
  ): Promise<objects.PostingTotals> {
    return sumPosting(db, { warehouseId, id: rowId });
  }

  @FieldResolver(() => objects.PostingLineConnection, {
    description: "Line by line what it did: its adjustment report.",
  })
  async lines(
    @Root() { warehouseId, rowId }: objects.Posting,
    @Arg("onlyAdjusted", () => Boolean, {
      nullable: true,
      description: "Leave the matches out.",
    })
    onlyAdjusted: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<object> {
    const key = { warehouseId, id: rowId };
    const found = await listPostingLines(db, key, onlyAdjusted ?? false, page);
    return objects.PostingLineConnection.from(found, toPostingLine);
  }
}

@Resolver(() => objects.PostingLine)
export class PostingLineResolver {
  @FieldResolver(() => CountLine, { description: "The line as it is now." })
  line(@Root() line: objects.PostingLine, @Ctx() context: RequestContext): Promise<CountLine> {
    return lineOf(context, line);
  }

  @FieldResolver(() => objects.Posting, {
    nullable: true,
    description: "What has taken the line back.",
  })
  async reversedBy(
    @Root() { warehouseId, reversedByRowId: id }: objects.PostingLine,
    @Ctx() { loaders }: RequestContext,
  ): Promise<objects.Posting | null> {
    return id === null ? null : postingOf(loaders.posting.load({ warehouseId, id }));
  }
}

@Resolver(() => RefusedLine)
export class RefusedLineResolver {
  @FieldResolver(() => CountLine, { description: "The line." })
  line(@Root() line: RefusedLine, @Ctx() context: RequestContext): Promise<CountLine> {
    return lineOf(context, line);
  }

  @FieldResolver(() => CloseOff, {
    nullable: true,
    description: "What has its place closed off, where that is a lease.",
  })
  closeOff(@Root() line: RefusedLine, @Ctx() context: RequestContext): Promise<CloseOff | null> {
    return closeOffInTheWay(line, context);
  }

  @FieldResolver(() => StockHold, { nullable: true, description: "What holds its stock." })
  hold(@Root() line: RefusedLine, @Ctx() context: RequestContext): Promise<StockHold | null> {
    return holdInTheWay(line, context);
  }
}

type Row = Parameters<typeof toPosting>[0];

async function postingOf(loading: Promise<Row | null>): Promise<objects.Posting | null> {
  const row = await loading;
  return row && toPosting(row);
}

async function lineOf(
  context: RequestContext,
  { warehouseId, lineRowId }: { warehouseId: number; lineRowId: number },
): Promise<CountLine> {
  const row = await context.loaders.line.load({ warehouseId, lineId: lineRowId });
  if (!row) throw notFound("count line");
  // Whoever may see postings sees what is expected: the gate is asked all the same.
  return toLine(row, sightOf({ isBlind: true }, lookerOf(context)));
}

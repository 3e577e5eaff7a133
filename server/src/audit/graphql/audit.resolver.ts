import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { nullIfNotFound } from "../../catalogue/graphql/node-registry.ts";
import type { RequestContext } from "../../context.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { CountSession } from "../../counting/graphql/objects.ts";
import { toSession } from "../../counting/graphql/to-object.ts";
import { loadSession } from "../../counting/queries/load-one.ts";
import { PageArgs } from "../../shared/connection.ts";
import { keyOf, matchingRowOf, singleKeyOf } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";
import { companyChain, type AuditEntryRow } from "../domain/audit-entry.ts";
import { subjectOf } from "../domain/audit-subject.ts";
import { followAudit, type AuditHead } from "../live/follow-audit.ts";
import { checkAudit } from "../queries/check-audit.ts";
import { listAudit, listAuditActors } from "../queries/list-audit.ts";
import * as objects from "./objects.ts";

@Resolver(() => objects.AuditEntry)
export class AuditResolver {
  @Query(() => objects.AuditEntryConnection, {
    description: "What was decided, the latest first.",
  })
  async auditLog(
    @Arg("warehouseId", () => ID, {
      nullable: true,
      description: "The warehouse; left out, decisions of the company.",
    })
    id: string | undefined,
    @Arg("filter", () => objects.AuditFilter, { nullable: true, description: "Which of them." })
    filter: objects.AuditFilter | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = chainOf(context, id);
    const { sessionId, actorId, ...rest } = filter ?? {};
    const wish = {
      warehouseId,
      kinds: rest.kinds ?? null,
      from: rest.from ?? null,
      to: rest.to ?? null,
      subjects: rest.subjects ?? null,
      search: rest.search ?? null,
      afterSequence: rest.afterSequence ?? null,
      sessionId: sessionId ? matchingRowOf(sessionId, "CountSession", warehouseId) : null,
      actorId: actorId ? (keyOf(actorId, "User")[0] ?? "") : null,
    };
    return objects.AuditEntryConnection.from(await listAudit(context.db, wish, page), toEntry);
  }

  @Query(() => [User], { description: "Who has decided anything, by name." })
  async auditActors(
    @Arg("warehouseId", () => ID, {
      nullable: true,
      description: "The warehouse; left out, the company.",
    })
    id: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<User[]> {
    const ids = await listAuditActors(context.db, chainOf(context, id));
    const found = await Promise.all(ids.map((actorId) => userOrNull(context.em, actorId)));
    return found.filter((user) => user !== null);
  }

  @Subscription(() => objects.AuditHead, {
    description: "Where a chain stands, at once and each time that something was decided.",
    subscribe: ({ args, context: given }) => {
      const context = given as RequestContext;
      const { warehouseId } = args as { warehouseId?: string };
      return followAudit(context.db, context.server.doorbell, chainOf(context, warehouseId));
    },
  })
  auditFeed(
    @Arg("warehouseId", () => ID, {
      nullable: true,
      description: "The warehouse; left out, the chain of the company.",
    })
    _id: string | undefined,
    @Root() head: AuditHead,
  ): objects.AuditHead {
    return Object.assign(new objects.AuditHead(), head);
  }

  @Query(() => objects.AuditCheck, {
    description:
      "Makes the chain of decisions and the ledger again, and tells what is not as it was.",
  })
  async auditCheck(
    @Arg("warehouseId", () => ID, {
      nullable: true,
      description: "The warehouse; left out, the chain of the company.",
    })
    id: string | undefined,
    @Ctx() context: RequestContext,
  ): Promise<objects.AuditCheck> {
    const check = await checkAudit(context.db, chainOf(context, id));
    const isIntact = check.broken.length === 0;
    return Object.assign(new objects.AuditCheck(), { ...check, isIntact });
  }

  @FieldResolver(() => User, { nullable: true, description: "By whom; null for nobody's doing." })
  async actor(
    @Root() { actorId }: objects.AuditEntry,
    @Ctx() { em }: RequestContext,
  ): Promise<User | null> {
    return userOrNull(em, actorId);
  }

  @FieldResolver(() => CountSession, { nullable: true, description: "In which count." })
  async session(
    @Root() { warehouseId, sessionRowId }: objects.AuditEntry,
    @Ctx() context: RequestContext,
  ): Promise<CountSession | null> {
    if (sessionRowId === null) return null;
    return nullIfNotFound(async () =>
      toSession(await loadSession(context.db, warehouseId, sessionRowId), lookerOf(context)),
    );
  }
}

function chainOf(context: RequestContext, id: string | undefined): number {
  if (id != null) return context.requireWarehouse(singleKeyOf(id, "Warehouse"));
  if (context.actor.warehouseIds !== null)
    throw new Refusal(
      "FORBIDDEN",
      "Decisions of the company are for those who see every warehouse.",
    );
  return companyChain;
}

function toEntry({ sessionId, ...row }: AuditEntryRow): objects.AuditEntry {
  const subject = subjectOf(row.kind);
  return Object.assign(new objects.AuditEntry(), { ...row, subject, sessionRowId: sessionId });
}

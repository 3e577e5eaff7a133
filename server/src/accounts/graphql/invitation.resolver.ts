import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { PageArgs } from "../../shared/connection.ts";
import { singleKeyOf } from "../../shared/opaque-id.ts";
import { acceptInvitation } from "../commands/accept-invitation.ts";
import { inviteUser } from "../commands/invite-user.ts";
import { revokeInvitation } from "../commands/revoke-invitation.ts";
import { isUsable } from "../domain/accept-invitation.ts";
import { isRejected } from "../domain/rejected.ts";
import { findInvitationByToken } from "../queries/find-invitation-by-token.ts";
import { listInvitations } from "../queries/list-accounts.ts";
import { loadRole, loadUser } from "../queries/load-one.ts";
import { AcceptInvitationInput, InviteUserInput, RevokeInvitationInput } from "./inputs.ts";
import { Invitation, InvitationConnection, InvitationOffer, Role, User } from "./objects.ts";
import { requireViewer } from "./require-viewer.ts";
import {
  AcceptInvitationRejected,
  AcceptInvitationResult,
  InvitationAccepted,
  InvitationRevoked,
  InviteUserRejected,
  InviteUserResult,
  RevokeInvitationRejected,
  RevokeInvitationResult,
  UserInvited,
} from "./results.ts";
import { toInvitation, toRole, toUser } from "./to-object.ts";

@Resolver(() => Invitation)
export class InvitationResolver {
  @Query(() => InvitationConnection, { description: "Every invitation, newest first." })
  async invitations(
    @Ctx() { db, now }: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<object> {
    const found = await listInvitations(db, page);
    return InvitationConnection.from(found, (row) => toInvitation(row, now));
  }

  @Query(() => InvitationOffer, {
    nullable: true,
    description: "What a link offers; null for a link that nobody made.",
  })
  async invitation(
    @Ctx() { db, now }: RequestContext,
    @Arg("token", () => String, { description: "The last part of the link." }) token: string,
  ): Promise<InvitationOffer | null> {
    const found = await findInvitationByToken(db, token);
    if (!found) return null;
    const { email, name, expiresAt } = found;
    const isStillUsable = isUsable(found, now);
    return Object.assign(new InvitationOffer(), {
      email,
      name,
      expiresAt,
      isUsable: isStillUsable,
    });
  }

  @Mutation(() => InviteUserResult, { description: "Invite a person; the link lasts 7 days." })
  async inviteUser(
    @Ctx() context: RequestContext,
    @Arg("input", () => InviteUserInput, { description: "Whom." }) input: InviteUserInput,
  ): Promise<object> {
    const warehouseIds = input.warehouseIds.map((id) => singleKeyOf(id, "Warehouse"));
    const outcome = await inviteUser(context, { ...input, roleCodes: input.roles, warehouseIds });
    if (isRejected(outcome)) return InviteUserRejected.because(outcome.rejected);
    const invitation = toInvitation(outcome.invitation, context.now);
    return Object.assign(new UserInvited(), { ...outcome, invitation });
  }

  @Mutation(() => AcceptInvitationResult, { description: "Take an invitation and sign in." })
  async acceptInvitation(
    @Ctx() context: RequestContext,
    @Arg("input", () => AcceptInvitationInput, { description: "The link and a password." })
    input: AcceptInvitationInput,
  ): Promise<object> {
    const outcome = await acceptInvitation(context, input);
    if (isRejected(outcome)) return AcceptInvitationRejected.because(outcome.rejected);
    return Object.assign(new InvitationAccepted(), { viewer: requireViewer(outcome.identity) });
  }

  @Mutation(() => RevokeInvitationResult, { description: "Take an invitation back." })
  async revokeInvitation(
    @Ctx() context: RequestContext,
    @Arg("input", () => RevokeInvitationInput, { description: "Which one." })
    input: RevokeInvitationInput,
  ): Promise<object> {
    const outcome = await revokeInvitation(context, singleKeyOf(input.invitationId, "Invitation"));
    if (isRejected(outcome)) return RevokeInvitationRejected.because(outcome.rejected);
    const invitation = toInvitation(outcome.invitation, context.now);
    return Object.assign(new InvitationRevoked(), { invitation });
  }

  @FieldResolver(() => [Role], { description: "Roles the person will have." })
  async roles(@Root() invitation: Invitation, @Ctx() { em }: RequestContext): Promise<Role[]> {
    const roles = invitation.roleCodes.map((code) => loadRole(em, code));
    return (await Promise.all(roles)).map(toRole);
  }

  @FieldResolver(() => User, { description: "Who made it." })
  async invitedBy(@Root() invitation: Invitation, @Ctx() { em }: RequestContext): Promise<User> {
    return toUser(await loadUser(em, invitation.invitedById));
  }
}

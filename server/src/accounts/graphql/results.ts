import { Field, ID, Int, ObjectType } from "type-graphql";
import { acceptInvitationMessages } from "../domain/accept-invitation.ts";
import { changePasswordMessages } from "../domain/change-password.ts";
import { createApiKeyMessages } from "../domain/create-api-key.ts";
import { inviteUserMessages } from "../domain/invite-user.ts";
import { revokeInvitationMessages } from "../domain/revoke-invitation.ts";
import { setUpMessages } from "../domain/set-up-installation.ts";
import { signInMessages, type SignInRejection } from "../domain/sign-in.ts";
import { updateUserMessages } from "../domain/update-user.ts";
import { ApiKey, Invitation, User, Viewer } from "./objects.ts";
import { reasonsOf, rejectionOf, resultOf } from "../../shared/rejection-types.ts";

@ObjectType({ description: "The installation is ready and its administrator signed in." })
export class InstallationSetUp {
  @Field(() => Viewer, { description: "The administrator." })
  viewer!: Viewer;
}
export const SetUpInstallationRejected = rejectionOf("SetUpInstallation", setUpMessages);
export const SetUpInstallationResult = resultOf("SetUpInstallation", [
  InstallationSetUp,
  SetUpInstallationRejected,
]);

@ObjectType({ description: "The person is signed in; the reply carries the cookie." })
export class SignedIn {
  @Field(() => Viewer, { description: "The person." })
  viewer!: Viewer;
}

const signInReasons = reasonsOf("SignIn", signInMessages);

@ObjectType({ description: "Why nobody was signed in." })
export class SignInRejected {
  @Field(() => signInReasons, { description: "The reason, for programs." })
  reason!: SignInRejection;

  @Field(() => String, { description: "The reason in one sentence, for people." })
  message!: string;

  @Field(() => Int, { nullable: true, description: "After too many tries: how long to wait." })
  retryAfterSeconds!: number | null;
}
export const SignInResult = resultOf("SignIn", [SignedIn, SignInRejected]);

@ObjectType({ description: "What signing out came to." })
export class SignedOut {
  @Field(() => Boolean, { description: "False only for an API key, which is revoked instead." })
  isSignedOut!: boolean;
}

@ObjectType({ description: "The password is changed." })
export class PasswordChanged {
  @Field(() => Int, { description: "How many other sessions were ended." })
  sessionsRevoked!: number;
}
export const ChangePasswordRejected = rejectionOf("ChangePassword", changePasswordMessages);
export const ChangePasswordResult = resultOf("ChangePassword", [
  PasswordChanged,
  ChangePasswordRejected,
]);

@ObjectType({ description: "The session is ended." })
export class SessionRevoked {
  @Field(() => ID, { description: "Which session." })
  sessionId!: string;
}
export const RevokeSessionResult = resultOf("RevokeSession", [SessionRevoked]);

@ObjectType({ description: "The link is shown this once: hand it to the person invited." })
export class UserInvited {
  @Field(() => Invitation, { description: "The invitation." })
  invitation!: Invitation;

  @Field(() => String, { description: "The secret of the link." })
  token!: string;

  @Field(() => String, { description: "The link, as a path of this installation." })
  path!: string;
}
export const InviteUserRejected = rejectionOf("InviteUser", inviteUserMessages);
export const InviteUserResult = resultOf("InviteUser", [UserInvited, InviteUserRejected]);

@ObjectType({ description: "The person has an account and is signed in." })
export class InvitationAccepted {
  @Field(() => Viewer, { description: "The person." })
  viewer!: Viewer;
}
export const AcceptInvitationRejected = rejectionOf("AcceptInvitation", acceptInvitationMessages);
export const AcceptInvitationResult = resultOf("AcceptInvitation", [
  InvitationAccepted,
  AcceptInvitationRejected,
]);

@ObjectType({ description: "The invitation is taken back." })
export class InvitationRevoked {
  @Field(() => Invitation, { description: "The invitation." })
  invitation!: Invitation;
}
export const RevokeInvitationRejected = rejectionOf("RevokeInvitation", revokeInvitationMessages);
export const RevokeInvitationResult = resultOf("RevokeInvitation", [
  InvitationRevoked,
  RevokeInvitationRejected,
]);

@ObjectType({ description: "The person is changed." })
export class UserUpdated {
  @Field(() => User, { description: "The person as he is now." })
  user!: User;
}
export const UpdateUserRejected = rejectionOf("UpdateUser", updateUserMessages);
export const UpdateUserResult = resultOf("UpdateUser", [UserUpdated, UpdateUserRejected]);

@ObjectType({ description: "The secret is shown this once and cannot be read again." })
export class ApiKeyCreated {
  @Field(() => ApiKey, { description: "The key." })
  apiKey!: ApiKey;

  @Field(() => String, { description: "What the program sends as its bearer token." })
  secret!: string;
}
export const CreateApiKeyRejected = rejectionOf("CreateApiKey", createApiKeyMessages);
export const CreateApiKeyResult = resultOf("CreateApiKey", [ApiKeyCreated, CreateApiKeyRejected]);

@ObjectType({ description: "The key is ended." })
export class ApiKeyRevoked {
  @Field(() => ApiKey, { description: "The key." })
  apiKey!: ApiKey;
}
export const RevokeApiKeyResult = resultOf("RevokeApiKey", [ApiKeyRevoked]);

import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../catalogue/graphql/objects.ts";
import { connectionOf } from "../../shared/connection.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import type { Identity } from "../domain/identity.ts";
import type { InvitationStatus as InvitationStatusValue } from "../domain/invitation-status.ts";

@ObjectType({ description: "An account that the demonstration offers." })
export class DemoAccount {
  @Field(() => String, { description: "E-mail address to sign in with." })
  email!: string;

  @Field(() => String, { description: "Password to sign in with." })
  password!: string;

  @Field(() => String, { description: "Name of the person." })
  name!: string;

  @Field(() => String, { description: "Name of the person's role." })
  role!: string;
}

@ObjectType({ description: "This installation." })
export class Installation {
  @Field(() => String, { description: "Version of the server." })
  version!: string;

  @Field(() => Boolean, { description: "True while there are no people: set it up first." })
  needsSetUp!: boolean;

  @Field(() => [DemoAccount], { description: "Accounts of the demonstration; none without it." })
  demoAccounts!: DemoAccount[];
}

@ObjectType({ description: "The person signed in, or the owner of the API key used." })
export class Viewer {
  identity!: Identity;

  @Field(() => [String], { description: "What the viewer may do, as verb:noun." })
  permissions!: string[];

  static of(identity: Identity): Viewer {
    return Object.assign(new Viewer(), { identity, permissions: [...identity.permissions] });
  }
}

@ObjectType({ description: "A place where the person is signed in." })
export class SignInSession {
  @Field(() => ID, { description: "Opaque id." })
  id!: string;

  @Field(() => DateTimeScalar, { description: "When the person signed in." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: "When it was last in use, to a few minutes." })
  lastSeenAt!: Date;

  @Field(() => DateTimeScalar, { description: "When it ends unless it is used before." })
  expiresAt!: Date;

  @Field(() => String, { nullable: true, description: "Network address it came from." })
  ipAddress!: string | null;

  @Field(() => String, { nullable: true, description: "What the browser says it is." })
  userAgent!: string | null;

  @Field(() => Boolean, { description: "True for the session that asks." })
  isCurrent!: boolean;
}

@ObjectType({ description: "A set of permissions with a name." })
export class Role {
  @Field(() => String, { description: "Code that is sent in inputs." })
  code!: string;

  @Field(() => String, { description: "Name that people read." })
  name!: string;

  @Field(() => [String], { description: "What the role allows, as verb:noun." })
  permissions!: string[];
}

@ObjectType({ implements: Node, description: "A person with an account." })
export class User extends Node {
  userId!: string;

  @Field(() => String, { description: "Name of the person." })
  name!: string;

  @Field(() => String, { description: "E-mail address the person signs in with." })
  email!: string;

  @Field(() => Boolean, { description: "True where the person may no longer sign in." })
  isDisabled!: boolean;

  @Field(() => Boolean, { description: "True where every warehouse is seen, later ones too." })
  seesAllWarehouses!: boolean;

  @Field(() => DateTimeScalar, { description: "When the account was made." })
  createdAt!: Date;

  signedInAt!: Date | null;
}
export const UserConnection = connectionOf("User", () => User);

export enum InvitationStatus {
  PENDING = "PENDING",
  ACCEPTED = "ACCEPTED",
  REVOKED = "REVOKED",
  EXPIRED = "EXPIRED",
}
registerEnumType(InvitationStatus, {
  name: "InvitationStatus",
  description: "What has become of an invitation.",
  valuesConfig: {
    PENDING: { description: "It waits to be accepted." },
    ACCEPTED: { description: "The person has an account." },
    REVOKED: { description: "It was taken back." },
    EXPIRED: { description: "Nobody accepted it in time." },
  },
});

@ObjectType({ implements: Node, description: "An offer of an account to one person." })
export class Invitation extends Node {
  roleCodes!: string[];
  invitedById!: string;

  @Field(() => String, { description: "E-mail address the account will have." })
  email!: string;

  @Field(() => String, { description: "Name of the person invited." })
  name!: string;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: "When it can no longer be accepted." })
  expiresAt!: Date;

  @Field(() => InvitationStatus, { description: "What has become of it." })
  status!: InvitationStatusValue;
}
export const InvitationConnection = connectionOf("Invitation", () => Invitation);

@ObjectType({ description: "What the person invited sees before accepting." })
export class InvitationOffer {
  @Field(() => String, { description: "E-mail address the account will have." })
  email!: string;

  @Field(() => String, { description: "Name to begin with; the person may correct it." })
  name!: string;

  @Field(() => DateTimeScalar, { description: "When it can no longer be accepted." })
  expiresAt!: Date;

  @Field(() => Boolean, { description: "False when it is accepted, revoked or too old." })
  isUsable!: boolean;
}

@ObjectType({ implements: Node, description: "A proof for programs, in its owner's name." })
export class ApiKey extends Node {
  ownerId!: string;
  warehouseIds!: number[];

  @Field(() => String, { description: "What uses it." })
  name!: string;

  @Field(() => String, { description: "First characters of the secret, to recognise it by." })
  prefix!: string;

  @Field(() => [String], { description: "What it may do, as far as its owner may." })
  permissions!: string[];

  @Field(() => Boolean, { description: "True where it sees every warehouse of its owner." })
  seesAllWarehouses!: boolean;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it ends; null for never." })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last used." })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was revoked." })
  revokedAt!: Date | null;
}
export const ApiKeyConnection = connectionOf("ApiKey", () => ApiKey);

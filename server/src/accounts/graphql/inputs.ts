import { Field, ID, InputType } from "type-graphql";
import { DateTimeScalar } from "../../shared/scalars.ts";

@InputType({ description: "The first administrator and the first warehouse." })
export class SetUpInstallationInput {
  @Field(() => String, { description: "Name of the administrator." }) name!: string;
  @Field(() => String, { description: "E-mail address of the administrator." }) email!: string;
  @Field(() => String, { description: "Password of the administrator." }) password!: string;
  @Field(() => String, { description: "Short code of the warehouse." }) warehouseCode!: string;
  @Field(() => String, { description: "Full name of the warehouse." }) warehouseName!: string;
  @Field(() => String, { description: "IANA time zone of the warehouse." }) timeZone!: string;
  @Field(() => String, { description: "ISO currency of the warehouse." }) currency!: string;
}

@InputType({ description: "What a person signs in with." })
export class SignInInput {
  @Field(() => String, { description: "E-mail address of the account." }) email!: string;
  @Field(() => String, { description: "Password of the account." }) password!: string;
}

@InputType({ description: "A new password for oneself." })
export class ChangePasswordInput {
  @Field(() => String, { description: "The password until now." }) currentPassword!: string;
  @Field(() => String, { description: "The password from now on." }) newPassword!: string;
}

@InputType({ description: "A session of one's own to end." })
export class RevokeSessionInput {
  @Field(() => ID, { description: "Which session." }) sessionId!: string;
}

@InputType({ description: "Whom to invite, and what the person will be allowed." })
export class InviteUserInput {
  @Field(() => String, { description: "E-mail address of the account." }) email!: string;
  @Field(() => String, { description: "Name of the person." }) name!: string;
  @Field(() => [String], { description: "Codes of the roles." }) roles!: string[];
  @Field(() => Boolean, { description: "Every warehouse, later ones too." })
  seesAllWarehouses!: boolean;
  @Field(() => [ID], { description: "Warehouses, where not all." }) warehouseIds!: string[];
}

@InputType({ description: "What the person invited gives to have an account." })
export class AcceptInvitationInput {
  @Field(() => String, { description: "The last part of the link." }) token!: string;
  @Field(() => String, { description: "Name of the person." }) name!: string;
  @Field(() => String, { description: "Password of the account." }) password!: string;
}

@InputType({ description: "An invitation to take back." })
export class RevokeInvitationInput {
  @Field(() => ID, { description: "Which invitation." }) invitationId!: string;
}

@InputType({ description: "What to change about a person; what is left out stays." })
export class UpdateUserInput {
  @Field(() => ID, { description: "Which person." }) userId!: string;
  @Field(() => String, { nullable: true, description: "Name of the person." })
  name?: string | null;
  @Field(() => [String], { nullable: true, description: "Codes of all roles from now on." })
  roles?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: "True takes the account away." })
  isDisabled?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Every warehouse, later ones too." })
  seesAllWarehouses?: boolean | null;
  @Field(() => [ID], { nullable: true, description: "All warehouses from now on." })
  warehouseIds?: string[] | null;
}

@InputType({ description: "A key in one's own name." })
export class CreateApiKeyInput {
  @Field(() => String, { description: "What will use it." }) name!: string;
  @Field(() => [String], { description: "What it may do, as verb:noun." }) permissions!: string[];
  @Field(() => Boolean, { description: "Every warehouse that its owner sees." })
  seesAllWarehouses!: boolean;
  @Field(() => [ID], { description: "Warehouses, where not all." }) warehouseIds!: string[];
  @Field(() => DateTimeScalar, { nullable: true, description: "When it ends; left out, never." })
  expiresAt?: Date | null;
}

@InputType({ description: "A key to end." })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: "Which key." }) apiKeyId!: string;
}

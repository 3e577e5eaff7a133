import { ApiKeyResolver } from "./api-key.resolver.ts";
import { InstallationResolver } from "./installation.resolver.ts";
import { InvitationResolver } from "./invitation.resolver.ts";
import { SignInResolver } from "./sign-in.resolver.ts";
import { UserResolver } from "./user.resolver.ts";
import { ViewerResolver } from "./viewer.resolver.ts";

export const accountResolvers = [
  InstallationResolver,
  ViewerResolver,
  SignInResolver,
  UserResolver,
  InvitationResolver,
  ApiKeyResolver,
] as const;

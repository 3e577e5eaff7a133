import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { keyOf } from "../../shared/opaque-id.ts";
import { changePassword } from "../commands/change-password.ts";
import { revokeSession } from "../commands/revoke-session.ts";
import { signIn } from "../commands/sign-in.ts";
import { signOut } from "../commands/sign-out.ts";
import { isRejected } from "../domain/rejected.ts";
import { signInMessages } from "../domain/sign-in.ts";
import { ChangePasswordInput, RevokeSessionInput, SignInInput } from "./inputs.ts";
import { Viewer } from "./objects.ts";
import {
  ChangePasswordRejected,
  ChangePasswordResult,
  PasswordChanged,
  RevokeSessionResult,
  SessionRevoked,
  SignedIn,
  SignedOut,
  SignInRejected,
  SignInResult,
} from "./results.ts";

@Resolver()
export class SignInResolver {
  @Mutation(() => SignInResult, { description: "Sign in with e-mail address and password." })
  async signIn(
    @Ctx() context: RequestContext,
    @Arg("input", () => SignInInput, { description: "Who, with what." }) input: SignInInput,
  ): Promise<object> {
    const outcome = await signIn(context, input);
    if ("identity" in outcome)
      return Object.assign(new SignedIn(), { viewer: Viewer.of(outcome.identity) });
    const { rejected: reason, retryAfterSeconds } = outcome;
    const message = signInMessages[reason];
    return Object.assign(new SignInRejected(), { reason, message, retryAfterSeconds });
  }

  @Mutation(() => SignedOut, { description: "End the session that asks." })
  async signOut(@Ctx() context: RequestContext): Promise<SignedOut> {
    return Object.assign(new SignedOut(), { isSignedOut: await signOut(context) });
  }

  @Mutation(() => ChangePasswordResult, {
    description: "Change one's own password; every other session ends.",
  })
  async changePassword(
    @Ctx() context: RequestContext,
    @Arg("input", () => ChangePasswordInput, { description: "Old and new." })
    input: ChangePasswordInput,
  ): Promise<object> {
    const outcome = await changePassword(context, input);
    if (isRejected(outcome)) return ChangePasswordRejected.because(outcome.rejected);
    return Object.assign(new PasswordChanged(), outcome);
  }

  @Mutation(() => RevokeSessionResult, { description: "End one of one's own sessions." })
  async revokeSession(
    @Ctx() context: RequestContext,
    @Arg("input", () => RevokeSessionInput, { description: "Which one." })
    { sessionId }: RevokeSessionInput,
  ): Promise<object> {
    await revokeSession(context, keyOf(sessionId, "SignInSession")[0] ?? "");
    return Object.assign(new SessionRevoked(), { sessionId });
  }
}

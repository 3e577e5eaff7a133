import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import serverPackage from "../../../package.json" with { type: "json" };
import type { RequestContext } from "../../context.ts";
import { requireViewer } from "./require-viewer.ts";
import { setUpInstallation } from "../commands/set-up-installation.ts";
import { isRejected } from "../domain/rejected.ts";
import { needsSetUp } from "../queries/needs-set-up.ts";
import { SetUpInstallationInput } from "./inputs.ts";
import { Installation } from "./objects.ts";
import {
  InstallationSetUp,
  SetUpInstallationRejected,
  SetUpInstallationResult,
} from "./results.ts";

@Resolver()
export class InstallationResolver {
  @Query(() => Installation, { description: "What everybody may know of this installation." })
  async installation(@Ctx() context: RequestContext): Promise<Installation> {
    return Object.assign(new Installation(), {
      version: serverPackage.version,
      needsSetUp: await needsSetUp(context.db),
      demoAccounts: [...context.server.demoAccounts],
    });
  }

  @Mutation(() => SetUpInstallationResult, { description: "Make the first administrator, once." })
  async setUpInstallation(
    @Ctx() context: RequestContext,
    @Arg("input", () => SetUpInstallationInput, { description: "Who and where." })
    input: SetUpInstallationInput,
  ): Promise<object> {
    const outcome = await setUpInstallation(context, input);
    if (isRejected(outcome)) return SetUpInstallationRejected.because(outcome.rejected);
    return Object.assign(new InstallationSetUp(), { viewer: requireViewer(outcome.identity) });
  }
}

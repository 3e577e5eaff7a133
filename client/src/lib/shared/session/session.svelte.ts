import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { OpenSession } from "@tallyroom/schema/operations/open-session.ts";
import { SignOut } from "@tallyroom/schema/operations/sign-out.ts";
import type { ViewerParts } from "@tallyroom/schema/operations/viewer-parts.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import type { Permission } from "./permission.ts";

export type Viewer = ResultOf<typeof ViewerParts>;
export type Installation = ResultOf<typeof OpenSession>["installation"];

/** Who is at this screen, and what this installation is. */
class Session {
  installation = $state.raw<Installation>();
  viewer = $state.raw<Viewer | null>(null);
  /** True between the server's refusal and the next sign-in, so that the sign-in page can say why. */
  hasEnded = $state(false);
  #opening: Promise<void> | undefined;

  constructor() {
    api.onSignedOut = () => void this.#checkAgain();
  }

  /** Asked once a page load; throws a problem when the server cannot be reached. */
  open(): Promise<void> {
    this.#opening ??= this.#ask().catch((thrown: unknown) => {
      this.#opening = undefined;
      throw thrown;
    });
    return this.#opening;
  }

  begin(viewer: Viewer) {
    this.viewer = viewer;
    this.hasEnded = false;
    if (this.installation) this.installation = { ...this.installation, needsSetUp: false };
    api.live.open();
  }

  async signOut() {
    await api.mutate(SignOut, {});
    this.#end();
    this.hasEnded = false;
  }

  can(permission: Permission): boolean {
    return this.viewer?.permissions.includes(permission) ?? false;
  }

  async #ask() {
    const { installation, viewer } = await api.query(OpenSession, {});
    this.installation = installation;
    if (viewer) this.begin(viewer);
  }

  /** One refused request may be about that request alone: ask who we are before giving up. */
  async #checkAgain() {
    if (!this.viewer) return;
    const answer = await api.query(OpenSession, {}).catch(() => undefined);
    if (!answer) return; // not reachable: the connection pill says so, and the page is kept
    if (answer.viewer) this.viewer = answer.viewer;
    else this.#end();
  }

  #end() {
    this.hasEnded = this.viewer !== null;
    this.viewer = null;
    api.live.close();
  }
}

export const session = new Session();

import type { HandleClientError } from "@sveltejs/kit/hooks";
// Imported before anything is drawn, so that a remembered dark page never flashes white.
import "#lib/shared/look/display.svelte.ts";

/** What browsers say of a part of the client that they cannot fetch. */
const partMissing = /dynamically imported module|importing a module script|unable to preload/i;

export const handleError: HandleClientError = (caught) => {
  switch (caught.kind) {
    case "app":
      return;
    case "framework":
      return { message: "There is no page at this address." };
    case "unknown":
      if (caught.error instanceof Error && partMissing.test(caught.error.message)) {
        return {
          status: 503,
          message: "The server cannot be reached. It is tried again by itself.",
        };
      }
      console.error(caught.error);
      return { message: "This page ran into a fault of its own. Load it again." };
  }
};

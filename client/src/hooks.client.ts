import type { HandleClientError } from "@sveltejs/kit/hooks";
// Imported before anything is drawn, so that a remembered dark page never flashes white.
import "#lib/shared/look/display.svelte.ts";

export const handleError: HandleClientError = (caught) => {
  switch (caught.kind) {
    case "app":
      return;
    case "framework":
      return { message: "There is no page at this address." };
    case "unknown":
      console.error(caught.error);
      return { message: "This page ran into a fault of its own. Load it again." };
  }
};

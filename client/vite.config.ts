import adapter from "@sveltejs/adapter-static";
import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig, type Plugin } from "vite";

/** Where `npm run dev` finds the API; in production the same server serves both. */
const api = process.env["TALLYROOM_API"] ?? "http://127.0.0.1:4000";

/**
 * SvelteKit hides its route announcer with a style attribute, which a content security policy
 * without 'unsafe-inline' refuses on every page. The same rule stands in our base.css.
 */
const announcerWithoutStyleAttribute: Plugin = {
  name: "announcer-without-style-attribute",
  enforce: "pre",
  transform: {
    filter: { id: /kit\/src\/runtime\/components\/root\.svelte$/ },
    handler: (code) => code.replace(/(id="svelte-announcer"[^>]*?)\sstyle="[^"]*"/, "$1"),
  },
};

/** The frame of all pages and what the hand needs: the other shared pieces are the desk's alone. */
const ofEveryPage = new RegExp(
  [
    String.raw`[\\/]shared[\\/]ui[\\/](sprite|toast|icon-button|glyph|error-page|brand|button)`,
    String.raw`[\\/]shared[\\/](text[\\/](decimal|count-name)|language[\\/](?!\w+-words))`,
  ].join("|"),
);

export default defineConfig({
  plugins: [
    announcerWithoutStyleAttribute,
    sveltekit({ adapter: adapter({ pages: "build", fallback: "200.html" }) }),
  ],
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // What many pages use comes in one piece: dozens of tiny ones pack badly and ask slowly.
            // Only what needs no SvelteKit: with its client in the same piece, error pages reload for ever.
            codeSplitting: {
              groups: [
                { name: "everywhere", test: ofEveryPage, priority: 2 },
                {
                  name: "shared",
                  // What searches or keeps views asks the API, and that needs SvelteKit.
                  test: /[\\/]src[\\/]lib[\\/]shared[\\/](ui|text)[\\/](?!\S*(search|picker|saved-views|trail))/,
                  minShareCount: 4,
                  priority: 1,
                },
              ],
            },
          },
        },
      },
    },
  },
  worker: { format: "es" },
  server: {
    proxy: {
      "/graphql": {
        target: api,
        ws: true,
        // A browser that opens /graphql wants the explorer page, not the API.
        bypass: (request) =>
          request.headers.accept?.includes("text/html") ? "/200.html" : undefined,
      },
      "/readyz": api,
    },
  },
});

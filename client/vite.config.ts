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
                {
                  name: "shared",
                  test: /[\\/]src[\\/]lib[\\/]shared[\\/](ui|text)[\\/]/,
                  minShareCount: 4,
                },
              ],
            },
          },
        },
      },
    },
  },
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

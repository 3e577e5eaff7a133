import { launchBrowser } from "../tools/testing/browser.ts";
import { BenchApi } from "./harness/bench-api.ts";
import { BoardPage } from "./harness/board-page.ts";
import { type Bench, median } from "./harness/figure.ts";
import type { Scrolled } from "./harness/inside-the-page.ts";
import { observe, openCount } from "./harness/observe-api.ts";
import { largeServer } from "./harness/seeded-server.ts";
import { steadyEntries } from "./harness/steady-entries.ts";

const PER_SECOND = 200;
const SCROLL = { seconds: 10, pixelsPerSecond: 3_000 };
const MINUTES = 10;
/** The tab opens with the last of them. */
const VIEWS = [
  "Counted Shortages",
  "Not counted",
  "Counted Overages",
  "All Items",
  "Counted Discrepancies",
];

/** The desk in Chromium before a count of 100,000 lines, while 200 entries a second arrive. */
const board: Bench = async (scope) => {
  const server = await largeServer(scope);
  const api = await BenchApi.signIn(server);
  const count = await openCount(api, await api.warehouseId("LARGE"));
  await observe(api, count, { connections: 4, entries: 50, seconds: 3 });
  const browser = await launchBrowser();
  scope.defer(() => browser.close());
  const boardPath = `/counts/${count.sessionId}`;
  const gridPath = `${boardPath}/discrepancies`;

  const afterSignIn = (path: string, wanted: "grid" | "board") => async () => {
    const page = await BoardPage.open(browser);
    const ms = await page.signIn(server, path, wanted);
    await page.close();
    return ms / 1_000;
  };
  const grid = await BoardPage.open(browser);
  scope.defer(() => grid.close());
  await grid.signIn(server, gridPath, "grid");
  const whileTheyCount = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const stop = steadyEntries(api, count, PER_SECOND);
    try {
      return await work();
    } finally {
      scope.tell(`${await stop()} entries meanwhile`);
    }
  };
  const scrolls: Scrolled[] = [];
  const scrollOnce = () => grid.scroll(SCROLL.seconds, SCROLL.pixelsPerSecond);
  const scroll = async () => {
    // What the machine gives at this minute without an entry stands beside it.
    scope.tell(`nothing arrives: ${JSON.stringify(await scrollOnce())}`);
    const seen = await whileTheyCount(scrollOnce);
    scope.tell(JSON.stringify(seen));
    scrolls.push(seen);
    return seen;
  };
  let kept: Promise<number> | undefined;
  const keep = () =>
    (kept ??= whileTheyCount(async () => {
      await new Promise((resolve) => setTimeout(resolve, MINUTES * 60_000));
      return grid.megabytes();
    }));

  return [
    {
      figure: "seconds from signing in to the first rows of 100,000",
      limit: 1.5,
      bound: "at most",
      ours: afterSignIn(gridPath, "grid"),
    },
    {
      figure: "seconds from signing in to the map of the live board",
      limit: 1.5,
      bound: "at most",
      ours: afterSignIn(boardPath, "board"),
    },
    {
      figure: "kilobytes of JavaScript, gzipped, that the grid loads",
      limit: 250,
      bound: "at most",
      ours: () => Promise.resolve(grid.scriptKilobytes),
    },
    {
      figure: "milliseconds to switch views",
      limit: 150,
      bound: "at most",
      ours: async () => {
        const each: number[] = [];
        for (const view of VIEWS) each.push(await grid.switchView(view));
        scope.tell(each.map((ms) => ms.toFixed(0)).join(" "));
        return median(each);
      },
    },
    {
      figure: `milliseconds of a frame while scrolling, 95 of 100, ${PER_SECOND} entries a second`,
      limit: 33,
      bound: "at most",
      // Two refreshes of a screen are 33.3 ms, which the browser tells as 33.2 to 33.4.
      ours: async () => Math.round((await scroll()).frameP95Ms),
    },
    {
      figure: "frames with a part of the grid blank",
      limit: 0,
      bound: "at most",
      ours: () => Promise.resolve(Math.max(...scrolls.map(({ blankFrames }) => blankFrames))),
    },
    {
      figure: `megabytes that the grid keeps after ${MINUTES} minutes of ${PER_SECOND} entries a second`,
      limit: 150,
      bound: "at most",
      ours: keep,
    },
  ];
};

export default board;

import { ApprovalPreview } from "@tallyroom/schema/operations/approval-preview.ts";
import { ApproveLines } from "@tallyroom/schema/operations/approve-lines.ts";
import { Postings } from "@tallyroom/schema/operations/postings.ts";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { beginCount, type BegunCount, enterCounts, linesOf } from "./begun-count.ts";
import { ask, enter, useDesk } from "./desk.ts";

const desk = useDesk();

/** A count in a zone of its own, in which Maria has counted some lines. */
async function countedByMaria(title: string, afterZones: number, counted: number) {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const maria = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  const petra = await enter(desk, "Approver", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title, zones: 1, afterZones, isAlone: true });
  const lines = (await linesOf(maria, count)).map(({ id }) => id);
  await count1(maria, count, lines.slice(0, counted));
  return { ines, maria, petra, count, lines };
}

const count1 = (page: Page, count: BegunCount, lineIds: readonly string[]) =>
  enterCounts(
    page,
    count,
    lineIds.map((lineId) => ({ lineId, quantity: "1" })),
  );

/** Says yes as the person of this page, beside what the page does. */
async function approve(page: Page, { id: sessionId }: BegunCount, lineIds: readonly string[]) {
  const chosen = { sessionId, lineIds: [...lineIds] };
  const { approvalPreview } = await ask(page, ApprovalPreview, { input: chosen, seesValue: false });
  const { numbersDigest } = approvalPreview;
  const { approveLines: said } = await ask(page, ApproveLines, {
    input: { ...chosen, numbersDigest },
  });
  if (said.__typename !== "LinesApproved") throw new Error(said.message);
  expect(said.lines).toBe(lineIds.length);
}

async function postingsOf(page: Page, { id: sessionId }: BegunCount) {
  const { countSession } = await ask(page, Postings, { sessionId, seesValue: false });
  return countSession?.postings.nodes ?? [];
}

async function openCount(page: Page, count: BegunCount) {
  await page.goto(count.path);
  await page
    .getByRole("grid", { name: /^Lines of/ })
    .locator("tbody .opener")
    .first()
    .waitFor();
}

async function openPreFlight(page: Page) {
  await page.keyboard.press("Control+Enter");
  const sheet = page.getByRole("dialog", { name: "Post Receipts and Issues" });
  await sheet.getByText("Net change of stock").waitFor();
  return sheet;
}

test("approves only what she did not count", async () => {
  const { petra, count, lines } = await countedByMaria("Four eyes", 0, 1);
  const ada = await enter(desk, "Administrator", "/counts?warehouse=MAIN");
  await count1(ada, count, lines.slice(1, 2));
  await openCount(ada, count);
  await ada.getByRole("button", { name: "More to do" }).click();
  await ada.getByRole("menuitem", { name: "Approve" }).click();
  const sheet = ada.getByRole("dialog", { name: "Approve" });
  await sheet.getByText("1 line you have counted yourself").waitFor();
  await sheet.getByRole("button", { name: "Approve 1 line" }).click();
  await sheet.waitFor({ state: "detached" });

  await ada.getByRole("button", { name: "More to do" }).click();
  await ada.getByRole("menuitem", { name: "Approve" }).click();
  await sheet.getByText("There is nothing here that you may approve.").waitFor();
  await sheet.getByText("1 line you have counted yourself").waitFor();
  expect(await sheet.getByRole("button", { name: "Approve 0 lines" }).isDisabled()).toBe(true);

  await openCount(petra, count);
  await petra.getByRole("button", { name: "Approve", exact: true }).click();
  const hers = petra.getByRole("dialog", { name: "Approve" });
  await hers.getByRole("button", { name: "Approve 1 line" }).click();
  await hers.waitFor({ state: "detached" });
});

test("posts a part, then the rest", async () => {
  const { ines, petra, count, lines } = await countedByMaria("In two parts", 1, 3);
  await approve(petra, count, lines.slice(0, 2));
  await openCount(ines, count);
  const sheet = await openPreFlight(ines);
  await sheet.getByRole("heading", { name: /1 line refused/ }).waitFor();
  expect(await sheet.getByRole("button", { name: /^Post 3 lines/ }).isDisabled()).toBe(true);
  await sheet.getByRole("button", { name: "Leave out 1 line" }).click();
  await sheet.getByRole("button", { name: /^Post 2 lines/ }).click();
  await sheet.getByText("2 lines posted").waitFor();
  await sheet.getByRole("button", { name: "Close" }).last().click();
  await sheet.waitFor({ state: "detached" });

  await approve(petra, count, lines.slice(2, 3));
  await openPreFlight(ines);
  await sheet.getByRole("button", { name: /^Post 1 line,/ }).waitFor();
  await ines.keyboard.press("Control+Enter");
  await sheet.getByText("1 line posted").waitFor();
  await sheet.getByRole("link", { name: "See the posting" }).click();
  const grid = ines.getByRole("grid", { name: "Postings of this count" });
  await expect.poll(() => grid.locator("tbody tr").count()).toBe(2);
});

test("sees her digest refused", async () => {
  const { ines, maria, petra, count, lines } = await countedByMaria("Too late", 2, 2);
  await approve(petra, count, lines.slice(0, 2));
  await openCount(ines, count);
  const sheet = await openPreFlight(ines);
  const post = sheet.getByRole("button", { name: /^Post 2 lines/ });
  await post.waitFor();
  await count1(maria, count, lines.slice(0, 1));
  await post.click();
  await sheet.getByText("Nothing was posted: the numbers have changed since you looked.").waitFor();
  await sheet.getByText(/^net units: /).waitFor();
  expect(await post.isDisabled()).toBe(true);
  expect(await postingsOf(ines, count)).toEqual([]);
  await sheet.getByRole("button", { name: "Look again" }).click();
  await sheet.getByRole("heading", { name: /1 line refused/ }).waitFor();
});

test("does not post by the Enter of a scanner", async () => {
  const { ines, petra, count, lines } = await countedByMaria("By a scanner", 3, 1);
  await approve(petra, count, lines.slice(0, 1));
  await openCount(ines, count);
  const sheet = await openPreFlight(ines);
  await sheet.getByRole("button", { name: /^Post 1 line,/ }).waitFor();
  await ines.keyboard.press("Enter");
  await sheet.waitFor({ state: "detached" });
  expect(await postingsOf(ines, count)).toEqual([]);
});

test("reverses a posting", async () => {
  const { ines, petra, count, lines } = await countedByMaria("There and back", 3, 2);
  await approve(petra, count, lines.slice(0, 2));
  await openCount(ines, count);
  const sheet = await openPreFlight(ines);
  await sheet.getByRole("button", { name: /^Post 2 lines/ }).click();
  await sheet.getByRole("link", { name: "See the posting" }).click();

  await ines.getByRole("button", { name: "Only what changed stock" }).click();
  const posted = ines.getByRole("grid", { name: "Lines of the posting" });
  await posted.getByRole("checkbox").first().check();
  await ines.getByRole("button", { name: "Reverse 1 line" }).click();
  const dialog = ines.getByRole("dialog", { name: "Reverse" });
  await dialog.getByLabel("Why").fill("Wrong shelf");
  await dialog.getByRole("button", { name: "Reverse 1 line" }).click();
  await dialog.waitFor({ state: "detached" });

  const grid = ines.getByRole("grid", { name: "Postings of this count" });
  await grid.getByText("1 line taken back").waitFor();
  await grid.getByRole("button", { name: /^takes back the posting of/ }).click();
  await expect.poll(() => posted.getByText(/^taken back/).count()).toBe(1);
  const kinds = (await postingsOf(ines, count)).map(({ kind }) => kind);
  expect(kinds).toEqual(["REVERSAL", "POSTING"]);
});

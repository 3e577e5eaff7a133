import { expect, test } from "vitest";
import { beginCount, enterCounts, linesOf } from "./begun-count.ts";
import { enter, useDesk } from "./desk.ts";
import { tabTo } from "./tab-to.ts";

const desk = useDesk();

test("from the list to the grid, to a recount and an approval by the keyboard alone", async () => {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const maria = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title: "By keys alone", zones: 1, isAlone: true });
  const [first, second] = await linesOf(maria, count, 2);
  const entries = [first, second].map((line) => ({ lineId: line?.id ?? "", quantity: "0" }));
  await enterCounts(maria, count, entries);

  const ada = await enter(desk, "Administrator", "/counts?warehouse=MAIN");
  await ada.getByRole("row").filter({ hasText: count.title }).waitFor();
  await tabTo(ada, /^CC-\d{4}$/);
  await ada.keyboard.press("Enter");
  await ada.getByRole("heading", { name: /^CC-\d{4}$/, level: 1 }).waitFor();
  await tabTo(ada, /^Discrepancies/);
  await ada.keyboard.press("Enter");
  const rows = ada
    .getByRole("grid", { name: /^Discrepancies of/ })
    .locator("tbody tr[aria-rowindex]");
  await expect.poll(() => rows.count()).toBe(2);
  await tabTo(ada, /^Choose /);
  await ada.keyboard.press("e");
  const recount = ada.getByRole("dialog", { name: "Ask for a recount" });
  await recount.getByLabel("Why").waitFor();
  await tabTo(ada, "Ask");
  await ada.keyboard.press("Enter");
  await recount.waitFor({ state: "detached" });
  await rows.filter({ hasText: "Recount due" }).waitFor();

  await tabTo(ada, /^Choose /);
  await ada.keyboard.press("Control+End");
  await ada.keyboard.press("a");
  const approval = ada.getByRole("dialog", { name: "Approve" });
  await approval.getByRole("button", { name: "Approve 1 line" }).waitFor();
  await tabTo(ada, "Approve 1 line");
  await ada.keyboard.press("Enter");
  await approval.waitFor({ state: "detached" });
  await rows.filter({ hasText: "Approved" }).waitFor();
});

test("rejects numbers with a reason, and the line's panel says who and why", async () => {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const maria = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  const petra = await enter(desk, "Approver", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title: "Not these numbers", zones: 1, isAlone: true });
  const [line] = await linesOf(maria, count, 1);
  await enterCounts(maria, count, [{ lineId: line?.id ?? "", quantity: "0" }]);
  await petra.goto(count.path.replace("/lines", "/discrepancies"));
  const rows = petra
    .getByRole("grid", { name: /^Discrepancies of/ })
    .locator("tbody tr[aria-rowindex]");
  await rows.first().locator(".opener").click();
  await petra.keyboard.press("x");
  const sheet = petra.getByRole("dialog", { name: "Approve" });
  await sheet.getByLabel("Why").fill("Nobody loses all of them");
  await sheet.getByRole("button", { name: "Reject the numbers" }).click();
  await petra.getByText("1 line rejected.").waitFor();
  await rows.first().getByText("Rejected").waitFor();
  const panel = petra.getByRole("complementary", { name: /^Line / });
  await panel.getByText(/by Petra .*: Nobody loses all of them/).waitFor();
});

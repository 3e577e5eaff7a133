import { CountLines } from "@tallyroom/schema/operations/count-lines.ts";
import { expect, test } from "vitest";
import { ask, useDesk } from "./desk.ts";
import { beginOnFloor, simpleLine, storedEntries, type Floor } from "./floor.ts";
import { openPlace, quantity, scan, takePhone } from "./phone.ts";

const desk = useDesk();

async function countedAtDesk({ ines, countId }: Floor, lineId: string) {
  const variables = { sessionId: countId, offset: 0, limit: 250, query: {}, seesValue: false };
  const { countSession } = await ask(ines, CountLines, variables);
  return countSession?.lineWindow.find(({ id }) => id === lineId)?.quantityCounted;
}

test("a count that was reset comes back as it was, in the hand and at the desk", async () => {
  const floor = await beginOnFloor(desk, "Reset and back");
  const line = simpleLine(floor);
  const maria = await takePhone(desk);
  await openPlace(maria, floor.countId, line.location.id);
  for (const total of ["1", "2", "3"]) {
    await scan(maria, line.gtin);
    await expect.poll(() => quantity(maria).innerText()).toBe(total);
  }
  await maria.getByRole("tab", { name: "Review" }).click();
  await maria.getByRole("button", { name: "Reset my count of this place" }).click();
  const sheet = maria.getByRole("dialog", { name: "Reset my count" });
  await sheet.getByRole("textbox").fill(line.location.code);
  await sheet.getByRole("button", { name: "Take back 3 entries" }).click();
  const back = maria.getByRole("button", { name: "Bring my count back" });
  await back.waitFor();
  await expect.poll(() => countedAtDesk(floor, line.id)).toBeNull();
  await maria.getByRole("tab", { name: "Count" }).click();
  await expect.poll(() => quantity(maria).innerText()).toBe("–");

  // The way back is on the device, whoever reloads the page or comes back tomorrow.
  await maria.reload();
  await maria.getByRole("tab", { name: "Review" }).click();
  await back.click();
  await maria.getByRole("button", { name: "Reset my count of this place" }).waitFor();
  await expect.poll(() => countedAtDesk(floor, line.id)).toBe("3");
  // Nothing was rubbed out: three entries, taken back, and made again.
  const modes = (await storedEntries(desk)).map(({ mode }) => mode);
  expect(modes).toEqual([
    ...["ADD", "ADD", "ADD"],
    ...["VOID", "VOID", "VOID"],
    ...["ADD", "ADD", "ADD"],
  ]);
  expect(await back.count()).toBe(0);
  await maria.reload();
  await maria.getByRole("tab", { name: "Review" }).click();
  await maria.getByRole("button", { name: "Reset my count of this place" }).waitFor();
  expect(await back.count()).toBe(0);

  // Undo on the count tab brings it back, too, after a reload as before.
  await maria.getByRole("button", { name: "Reset my count of this place" }).click();
  await sheet.getByRole("textbox").fill(line.location.code);
  await sheet.getByRole("button", { name: "Take back 3 entries" }).click();
  await back.waitFor();
  await maria.reload();
  await maria.getByRole("tab", { name: "Count" }).click();
  await maria.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => quantity(maria).innerText()).toBe("3");
});

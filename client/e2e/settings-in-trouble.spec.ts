import { test } from "vitest";
import { enter, useDesk } from "./desk.ts";

const desk = useDesk();

/** Each page of the settings, and the question it cannot be without. */
const pages = [
  ["options", "OptionSettings"],
  ["tolerances", "ToleranceSet"],
  ["approvers", "ApproverLimits"],
  ["reasons", "VarianceReasonUse"],
  ["users", "Users"],
  ["roles", "Roles"],
  ["devices", "Devices"],
  ["keys", "AllApiKeys"],
  ["audit", "AuditEntries"],
] as const;

test("a page of the settings that cannot be read says so, and is there when somebody tries again", async () => {
  const page = await enter(desk, "Administrator", "/items", { expectedProblems: [/500/] });
  await page.locator("tbody tr").first().waitFor();
  let broken: string | undefined;
  await page.route("**/graphql", async (route) => {
    const { query = "" } = route.request().postDataJSON() as { query?: string };
    if (!broken || !query.includes(`query ${broken}`)) return route.continue();
    const error = { message: "", extensions: { code: "INTERNAL_SERVER_ERROR", traceId: broken } };
    return route.fulfill({ status: 500, json: { errors: [error] } });
  });
  for (const [path, operation] of pages) {
    broken = operation;
    await page.goto(`/settings/${path}?warehouse=MAIN`);
    const alert = page.getByRole("alert").filter({ hasText: operation }).first();
    await alert.waitFor();
    broken = undefined;
    await alert.getByRole("button", { name: "Try again" }).click();
    await alert.waitFor({ state: "detached" });
    await page.locator("tbody tr, .empty-state, dl").first().waitFor();
  }
});

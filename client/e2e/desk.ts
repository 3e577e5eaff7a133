import { print } from "graphql";
import type { TadaDocumentNode } from "gql.tada";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { launchBrowser, openPage, type PageOptions } from "../../tools/testing/browser.ts";
import {
  type RunningServer,
  type RunningServerOptions,
  startRunningServer,
} from "../../tools/testing/running-server.ts";

export interface Desk {
  server: RunningServer;
  browser: Browser;
}

type RoleName = "Administrator" | "Supervisor" | "Approver" | "Counter" | "Viewer";

/** A running server with a browser in front of it, for every test of a file. */
export function useDesk(options: Omit<RunningServerOptions, "postgresUrl"> = {}): Desk {
  const desk = {} as Desk;
  beforeAll(async () => {
    const postgresUrl = inject("postgresUrl");
    desk.server = await startRunningServer({ postgresUrl, ...options });
    desk.browser = await launchBrowser();
  });
  afterAll(async () => {
    await desk.browser?.close();
    await desk.server?.stop();
  });
  return desk;
}

export function accountOf(desk: Desk, role: RoleName) {
  const account = desk.server.demoAccounts.find((each) => each.role === role);
  if (!account) throw new Error(`The demonstration has no ${role}.`);
  return account;
}

/** A page at an address of the desk, of a visitor who has not signed in. */
export async function visit(desk: Desk, path: string, options: PageOptions = {}): Promise<Page> {
  const { page } = await openPage(desk.browser, { baseURL: desk.server.url, ...options });
  await page.goto(path);
  return page;
}

/** A page of somebody who is signed in. */
export async function enter(
  desk: Desk,
  role: RoleName,
  path = "/",
  options: PageOptions = {},
): Promise<Page> {
  const page = await visit(desk, `/sign-in?return=${encodeURIComponent(path)}`, options);
  const { email, password } = accountOf(desk, role);
  await signIn(page, email, password);
  await page.locator("nav.rail").waitFor();
  return page;
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  // In whichever language the browser wants.
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.locator("button[type=submit]").click();
}

/** Asks the API as the person of this page, beside what the page does. */
export async function ask<Result, Variables>(
  page: Page,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const address = new URL("/graphql", page.url());
  const response = await page.request.post(address.href, {
    data: { query: print(document), variables },
    headers: { origin: address.origin },
  });
  const { data, errors } = (await response.json()) as { data?: Result; errors?: unknown };
  if (!data || errors) throw new Error(`The API refused: ${JSON.stringify(errors)}`);
  return data;
}

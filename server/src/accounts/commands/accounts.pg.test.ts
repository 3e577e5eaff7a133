import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { RequestContext, type Server } from "../../context.ts";
import { applicationRole } from "../../database/connect.ts";
import { rowsOf, sql } from "../../database/db.ts";
import type { Identity } from "../domain/identity.ts";
import { identityOfKey } from "../queries/identify.ts";
import { KnownIdentities } from "../queries/known-identities.ts";
import { loadRolesOfUser, loadUser } from "../queries/load-one.ts";
import { createSignInLibrary } from "../storage/sign-in-library.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { changePassword } from "./change-password.ts";
import { createApiKey } from "./create-api-key.ts";
import { inviteUser } from "./invite-user.ts";
import { revokeApiKey } from "./revoke-api-key.ts";
import { revokeInvitation } from "./revoke-invitation.ts";
import { setUpInstallation } from "./set-up-installation.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { updateUser } from "./update-user.ts";

const password = "count-the-shelf";
const setUp = {
  name: "Ada",
  email: "ada@tallyroom.example",
  password,
  warehouseCode: "MAIN",
  warehouseName: "Main",
  timeZone: "Europe/Berlin",
  currency: "EUR",
};

let database: TestDatabase;
let pool: pg.Pool;
let server: Server;

beforeAll(async () => {
  database = await openTestDatabase("accounts");
  const { url, orm, db } = database;
  pool = new pg.Pool({ connectionString: url, options: `-c role=${applicationRole}` });
  const now = () => new Date();
  const library = createSignInLibrary({
    pool,
    db,
    secret: "a secret of thirty-two characters or more",
    isSecure: false,
    baseUrl: "http://127.0.0.1",
  });
  const identities = new KnownIdentities(db, library, now);
  // The commands use no more of the server than this.
  server = { orm, db, library, identities, now } as unknown as Server;
});
afterAll(async () => {
  await pool.end();
  await database.close();
});

function request(identity: Identity | null, cookie = "") {
  const sent: [string, string][] = [];
  const reply = { addHeader: (name: string, value: string) => void sent.push([name, value]) };
  const headers = new Headers({ cookie });
  const context = new RequestContext(server, identity, "trace", "10.0.0.1", headers, reply);
  return { context, sent };
}

async function signedIn(email: string, secret = password) {
  const { context, sent } = request(null);
  const outcome = await signIn(context, { email, password: secret });
  if (!("identity" in outcome)) throw new Error(`not signed in: ${outcome.rejected}`);
  const cookie = sent.find(([name]) => name === "set-cookie")?.[1].split(";")[0] ?? "";
  return { identity: outcome.identity, cookie };
}

it("lets people in, one after the other, and out again", async () => {
  const firsts = await Promise.all(
    [1, 2].map(() => setUpInstallation(request(null).context, setUp)),
  );
  expect(firsts.filter((each) => "rejected" in each)).toEqual([{ rejected: "ALREADY_SET_UP" }]);

  const ada = await signedIn(" ADA@tallyroom.example");
  const proof = { cookie: ada.cookie, authorization: null, address: "10.0.0.1" };
  expect((await server.identities.identify(proof)).identity?.name).toBe("Ada");

  const admin = () => request(ada.identity).context;
  const invited = await inviteUser(admin(), {
    email: "maria@tallyroom.example",
    name: "Maria",
    roleCodes: ["supervisor"],
    seesAllWarehouses: false,
    warehouseIds: [1],
  });
  if ("rejected" in invited) throw new Error(invited.rejected);
  const acceptance = { token: invited.token, name: "Maria", password };
  const acceptances = await Promise.all(
    [1, 2].map(() => acceptInvitation(request(null).context, acceptance)),
  );
  expect(acceptances.filter((each) => "rejected" in each)).toEqual([
    { rejected: "INVITATION_NOT_USABLE" },
  ]);

  const maria = await signedIn("maria@tallyroom.example");
  expect([...(maria.identity.warehouseIds ?? [])]).toEqual([1]);
  const { em } = admin();
  expect((await loadUser(em, maria.identity.userId)).lastSignInAt).toBeInstanceOf(Date);
  const roles = await loadRolesOfUser(em, maria.identity.userId);
  expect(roles.map((role) => role.code)).toEqual(["supervisor"]);

  const key = await createApiKey(request(maria.identity).context, {
    name: "Scales",
    permissions: ["view:stock"],
    seesAllWarehouses: false,
    warehouseIds: [1],
    expiresAt: null,
  });
  if ("rejected" in key) throw new Error(key.rejected);
  expect((await identityOfKey(server.db, key.secret, new Date()))?.name).toBe("Maria");
  await revokeApiKey(admin(), key.apiKey.id);
  expect(await identityOfKey(server.db, key.secret, new Date())).toBeNull();

  const change = { currentPassword: password, newPassword: "count-the-shelves" };
  const changed = await changePassword(request(maria.identity).context, change);
  expect(changed).toEqual({ sessionsRevoked: 1 });
  const leaving = request(maria.identity, maria.cookie);
  expect(await signOut(leaving.context)).toBe(true);
  expect(leaving.context.identity).toBeNull();

  await updateUser(admin(), maria.identity.userId, { isDisabled: true });
  const refused = request(null).context;
  const credentials = { email: "maria@tallyroom.example", password: "count-the-shelves" };
  expect(await signIn(refused, credentials)).toMatchObject({ rejected: "WRONG_EMAIL_OR_PASSWORD" });
  const last = await updateUser(admin(), ada.identity.userId, { isDisabled: true });
  expect(last).toEqual({ rejected: "LAST_ADMINISTRATOR" });
});

it("every invitation and every key is in the company's chain, with no secret in it, and no refusal is", async () => {
  const ada = await signedIn("ada@tallyroom.example");
  const admin = () => request(ada.identity).context;
  const invite = { email: "kim@tallyroom.example", name: "Kim", roleCodes: ["viewer"] };
  const rights = { seesAllWarehouses: false, warehouseIds: [1] };
  const invited = await inviteUser(admin(), { ...invite, ...rights });
  if ("rejected" in invited) throw new Error(invited.rejected);
  await revokeInvitation(admin(), invited.invitation.id);
  await revokeInvitation(admin(), invited.invitation.id);
  expect(await inviteUser(admin(), { ...invite, ...rights, email: "" })).toHaveProperty("rejected");
  const asked = { name: "Shop", permissions: ["view:stock"], ...rights, expiresAt: null };
  const key = await createApiKey(admin(), asked);
  if ("rejected" in key) throw new Error(key.rejected);
  await revokeApiKey(admin(), key.apiKey.id);
  await revokeApiKey(admin(), key.apiKey.id);

  const decisions = await rowsOf<{ kind: string; actor: string; body: string }>(
    server.db,
    sql`select kind, actor_id as actor, body from audit_entry where warehouse_id = 0
        order by sequence`,
  );
  expect(decisions.map(({ kind }) => kind)).toEqual([
    ...["INVITATION_MADE", "INVITATION_ACCEPTED", "API_KEY_CREATED", "API_KEY_REVOKED"],
    ...["USER_UPDATED", "INVITATION_MADE", "INVITATION_REVOKED"],
    ...["API_KEY_CREATED", "API_KEY_REVOKED"],
  ]);
  expect(decisions.at(-1)?.actor).toBe(ada.identity.userId);
  const bodies = decisions.map(({ body }) => body).join("");
  expect(bodies).toContain("kim@tallyroom.example");
  expect(bodies).not.toContain(key.secret);
  expect(bodies).not.toContain(invited.token);
});

it("lets no more than ten wrong passwords through, however many come at once", async () => {
  const wrong = { email: "nobody@tallyroom.example", password: "a wrong password" };
  const requests = Array.from({ length: 14 }, () => request(null));
  const outcomes = await Promise.all(requests.map(({ context }) => signIn(context, wrong)));
  const tooMany = outcomes.filter(
    (each) => "rejected" in each && each.rejected === "TOO_MANY_TRIES",
  );
  expect(tooMany.length).toBeGreaterThanOrEqual(4);
  const retries = requests.flatMap(({ sent }) => sent).filter(([name]) => name === "retry-after");
  expect(retries).toHaveLength(tooMany.length);
});

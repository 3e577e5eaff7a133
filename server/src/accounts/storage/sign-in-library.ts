import { betterAuth } from "better-auth";
import type { Pool } from "pg";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { passwordLength } from "../domain/password.ts";

const dayS = 24 * 60 * 60;

export interface SignInLibraryOptions {
  pool: Pool;
  db: Db;
  secret: string;
  /** Over TLS the cookie carries the __Host- prefix: bound to this host, this path, and never sent in clear. */
  isSecure: boolean;
  baseUrl: string;
}

/**
 * Password hashing, session tokens and the signed cookie come from the library. It has no routes of
 * its own here: people sign in through GraphQL, where our limits and our masking apply.
 */
export function createSignInLibrary(options: SignInLibraryOptions) {
  return betterAuth({
    database: options.pool,
    secret: options.secret,
    baseURL: options.baseUrl,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: {
      modelName: "app_user",
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
    },
    session: {
      modelName: "sign_in_session",
      expiresIn: 30 * dayS,
      updateAge: 5 * 60,
      fields: {
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    account: {
      modelName: "credential",
      fields: {
        userId: "user_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    verification: {
      modelName: "verification",
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => !(await isDisabled(options.db, session.userId)),
        },
      },
    },
    advanced: {
      useSecureCookies: false,
      ipAddress: { ipAddressHeaders: ["x-tallyroom-address"] },
      cookies: {
        session_token: {
          name: options.isSecure ? "__Host-tallyroom" : "tallyroom",
          attributes: { httpOnly: true, sameSite: "lax", path: "/", secure: options.isSecure },
        },
      },
    },
  });
}

export type SignInLibrary = ReturnType<typeof createSignInLibrary>;

async function isDisabled(db: Db, userId: string): Promise<boolean> {
  const user = await firstRowOf<{ isDisabled: boolean }>(
    db,
    sql`select is_disabled as "isDisabled" from app_user where id = ${userId}`,
  );
  return user?.isDisabled ?? true;
}

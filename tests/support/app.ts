import { createHash, randomBytes } from "node:crypto";
import type { Express } from "express";
import supertest from "supertest";
import type { Engine } from "../../db/connection.ts";
import { insertSession } from "../../db/queries/sessions.ts";
import { createApp } from "../../server/app.ts";
import { addHours } from "../../server/values/instant.ts";
import { openTestDeps, type TestDeps, type TestOptions } from "./deps.ts";

export interface TestApp extends TestDeps {
  app: Express;
  /** A browser without a session. */
  visitor(): Browser;
  /** A browser in which this user is signed in. */
  signedInAs(userId: number): Promise<Browser>;
}

type Fields = Record<string, string | string[]>;

export interface Browser {
  get(path: string): supertest.Test;
  /** Sends a form with a valid token, as the page at hand would. */
  post(
    path: string,
    fields?: Fields,
    headers?: Record<string, string>,
  ): Promise<supertest.Response>;
  /** Sends a body as it is, well-formed or not. */
  send(path: string, body: string, headers: Record<string, string>): Promise<supertest.Response>;
  /** Sends a form with a file in its field `file`. */
  upload(
    path: string,
    file: Buffer,
    fields?: Record<string, string>,
    fileName?: string,
  ): Promise<supertest.Response>;
}

/** The real application on a real database; only the clock and the mailer are doubles. */
export async function openTestApp(engine: Engine, options: TestOptions = {}): Promise<TestApp> {
  const deps = await openTestDeps(engine, options);
  const app = createApp(deps);
  return {
    ...deps,
    app,
    visitor: () => browser(app),
    signedInAs: async (userId) => browser(app, await openSession(deps, userId)),
  };
}

function browser(app: Express, sessionId?: string): Browser {
  const agent = supertest.agent(app);
  if (sessionId) agent.jar.setCookie(`osnova=${sessionId}; path=/`, "127.0.0.1", "/");
  let known: string | undefined;
  const token = async () => {
    known ??= await tokenFrom(agent);
    return known;
  };
  return {
    get: (path) => agent.get(path),
    post: async (path, fields = {}, headers = {}) => {
      const _csrf = await token();
      return agent
        .post(path)
        .set(headers)
        .type("form")
        .send({ _csrf, ...fields });
    },
    send: async (path, body, headers) => agent.post(path).set(headers).send(body),
    upload: async (path, file, fields = {}, fileName = "Logo úřadu.png") => {
      const _csrf = await token();
      return agent
        .post(path)
        .field({ _csrf, ...fields })
        .attach("file", file, fileName);
    },
  };
}

/** The sign-in page opens for everybody and costs no query; its token belongs to the session of the asker. */
async function tokenFrom(agent: ReturnType<typeof supertest.agent>): Promise<string> {
  const page = await agent.get("/sign-in");
  const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1];
  if (!token) throw new Error(`the sign-in page answered ${page.status} without a form token`);
  return token;
}

/** For requests sent by hand: the value of the cookie `osnova`. */
export async function openSession(deps: TestDeps, userId: number): Promise<string> {
  const id = randomBytes(32).toString("base64url");
  const at = deps.clock.now();
  await insertSession(deps.db, {
    idHash: createHash("sha256").update(id).digest("hex"),
    userId,
    at,
    idleExpiresAt: addHours(at, 1),
    absoluteExpiresAt: addHours(at, 10),
    address: null,
    agent: null,
  });
  return id;
}

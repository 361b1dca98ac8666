import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { inviteAdministrator } from "../../../../server/features/users/administrators/service.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";

const PASSWORD = "brambora osedlala vlaštovku";

describe.each(engines)("an administrator invited on the server itself, on %s", (engine) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await openTestApp(engine);
  });
  afterEach(() => app.close());

  const accept = async (url: string) => {
    const path = url.slice(app.config.publicUrl.length);
    return app.visitor().post(path, { password: PASSWORD, passwordAgain: PASSWORD });
  };

  test("is the first one: the address printed sets a password, and no mail leaves", async () => {
    const { url, isNew } = await inviteAdministrator(app, {
      email: "adam@kraj.test",
      name: "Adam Správce",
    });
    expect(isNew).toBe(true);
    expect(url).toMatch(/^http:\/\/localhost:3000\/invitations\/\d+\.[\w-]{43}$/);
    expect(await app.db("outgoing_mails")).toEqual([]);
    expect((await accept(url)).status).toBe(303);
    const visitor = app.visitor();
    await visitor.post("/sign-in", { email: "adam@kraj.test", password: PASSWORD });
    expect((await visitor.get("/admin/users")).status).toBe(200);
  });

  test("who has an account gets the role and a way in past a locked password", async () => {
    const id = await createUser(app.db, { email: "eva@kraj.test", password_hash: "forgotten" });
    for (let n = 0; n < 6; n += 1)
      await app.visitor().post("/sign-in", { email: "eva@kraj.test", password: "jiné" });
    const { url, isNew } = await inviteAdministrator(app, { email: "Eva@kraj.test" });
    expect(isNew).toBe(false);
    expect((await accept(url)).status).toBe(303);
    const visitor = app.visitor();
    const signedIn = await visitor.post("/sign-in", { email: "eva@kraj.test", password: PASSWORD });
    expect(signedIn.status).toBe(303);
    const eva = await app.db("users").where({ id }).first();
    expect(Boolean(eva.is_administrator)).toBe(true);
  });

  test("who was let go is not taken back by it", async () => {
    await createUser(app.db, {
      email: "petr@kraj.test",
      deactivated_at: "2026-02-01T08:00:00.000Z",
    });
    await expect(inviteAdministrator(app, { email: "petr@kraj.test" })).rejects.toThrow();
    expect(await app.db("account_links")).toEqual([]);
  });
});

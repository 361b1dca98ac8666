import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "../../../../server/access/passwords.ts";
import { change, system } from "../../../../server/change.ts";
import { linkToken } from "../../../../server/features/accounts/links/rules.ts";
import {
  createAccountLink,
  mailAccountLink,
} from "../../../../server/features/accounts/links/service.ts";
import { builderOf } from "../../../../server/mail/templates.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";

const NEW = "brambora osedlala vlaštovku";
const OLD = "tajné heslo do Osnovy";
const OLD_HASH = hashPassword(OLD);
const MINUTE_MS = 60_000;

describe.each(engines)("account links on %s", (engine) => {
  let app: TestApp;
  let janaId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    janaId = await createUser(app.db, {
      name: "Jana Nová",
      email: "jana@kraj.test",
      password_hash: await OLD_HASH,
    });
  });
  afterEach(() => app.close());

  const tokenFor = async (kind: "invitation" | "reset", userId = janaId) => {
    const link = await change(app, system, (one) =>
      createAccountLink(one, { userId, kind, createdBy: null }),
    );
    return linkToken(app.config.secretKey, link);
  };
  const set = (path: string, password = NEW, passwordAgain = password) =>
    app.visitor().post(path, { password, passwordAgain });
  const signIn = (password: string) =>
    app.visitor().post("/sign-in", { email: "jana@kraj.test", password });
  const mails = () => app.db("outgoing_mails").orderBy("id").select("template", "expires_at");

  describe("asking for a new password", () => {
    const ask = (email: string, visitor = app.visitor()) =>
      visitor.post("/password-resets", { email });
    // The second at which a cookie expires is the browser's clock, not the product's.
    const cookiesOf = ({ headers }: { headers: Record<string, unknown> }) =>
      [headers["set-cookie"]].flat().map((line) => String(line).replace(/Expires=[^;]+/, ""));

    test("answers the same whether or not the account exists, and mails a link only to one that does", async () => {
      await createUser(app.db, {
        email: "pryc@kraj.test",
        deactivated_at: "2026-02-01T08:00:00.000Z",
      });
      const known = await ask(" Jana@kraj.test ");
      for (const email of ["nikdo@kraj.test", "pryc@kraj.test", "to není adresa"]) {
        const unknown = await ask(email);
        expect(unknown.status).toBe(known.status);
        expect(unknown.headers.location).toBe(known.headers.location);
        expect(cookiesOf(unknown)).toEqual(cookiesOf(known));
      }
      expect(await mails()).toEqual([
        { template: "password-reset", expires_at: "2026-03-02T08:00:00.000Z" },
      ]);
    });

    test("is limited to five in half an hour for one account, known or not", async () => {
      for (const email of ["jana@kraj.test", "nikdo@kraj.test"]) {
        for (let n = 0; n < 5; n += 1) expect((await ask(email)).status).toBe(303);
        expect((await ask(email)).status).toBe(429);
      }
      app.clock.advance(30 * MINUTE_MS);
      expect((await ask("jana@kraj.test")).status).toBe(303);
    });

    test("is limited to twenty in an hour from one address", async () => {
      const visitor = app.visitor();
      for (let n = 0; n < 20; n += 1) {
        expect((await ask(`kdo${n}@kraj.test`, visitor)).status).toBe(303);
      }
      expect((await ask("dalsi@kraj.test", visitor)).status).toBe(429);
    });

    test("without an e-mail says what is missing", async () => {
      const answer = await ask(" ");
      expect(answer.status).toBe(422);
      expect(answer.text).toContain("Vyplňte toto pole.");
    });
  });

  describe("setting a password by a link", () => {
    test("works once, signs out everywhere, unlocks the account and tells of it by mail", async () => {
      const elsewhere = await app.signedInAs(janaId);
      for (let n = 0; n < 6; n += 1) await signIn("špatně");
      const path = `/password-resets/${await tokenFor("reset")}`;

      const done = await set(path);
      expect(done.status).toBe(303);
      expect(done.headers.location).toBe("/sign-in");
      expect((await elsewhere.get("/profile")).status).toBe(303);
      expect((await signIn(OLD)).status).toBe(422);
      expect((await signIn(NEW)).status).toBe(303);
      expect((await mails()).map(({ template }) => template)).toEqual(["password-changed"]);

      expect((await set(path)).status).toBe(404);
      expect((await app.visitor().get(path)).text).toContain("Odkaz už neplatí");
    });

    test("makes every other open link of the person useless", async () => {
      const first = `/password-resets/${await tokenFor("reset")}`;
      const second = `/password-resets/${await tokenFor("reset")}`;
      expect((await set(second)).status).toBe(303);
      expect((await app.visitor().get(first)).status).toBe(404);
    });

    test("sent twice at once succeeds once", async () => {
      const path = `/invitations/${await tokenFor("invitation")}`;
      const answers = await Promise.all([set(path), set(path, "kobyla má malý bok")]);
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
    });

    test("uses nothing up when the page is only looked at, and tells the address to nobody", async () => {
      const path = `/invitations/${await tokenFor("invitation")}`;
      const page = await app.visitor().get(path);
      expect(page.status).toBe(200);
      expect(page.text).toContain("Vítejte v Osnově");
      expect(page.headers["referrer-policy"]).toBe("no-referrer");
      expect((await set(path)).status).toBe(303);
    });

    test.each([
      ["short", "krátké", "krátké", "alespoň 12 znaků"],
      ["well known", "Osnova-2026-Osnova", "Osnova-2026-Osnova", "příliš známé"],
      ["not the same twice", NEW, `${NEW}!`, "Hesla se neshodují."],
      ["too long", "ž".repeat(10_000), "ž".repeat(10_000), "nejvýše 128"],
    ])(
      "refuses one that is %s, says so, and the link stays good",
      async (_what, one, two, said) => {
        const path = `/invitations/${await tokenFor("invitation")}`;
        const answer = await set(path, one, two);
        expect(answer.status).toBe(422);
        expect(answer.text).toContain(said);
        expect(answer.text).not.toContain(one);
        expect((await set(path)).status).toBe(303);
      },
    );

    test.each([
      ["invitation", 7 * 24 * 60],
      ["reset", 30],
    ] as const)("by an %s is possible until it expires", async (kind, minutes) => {
      const room = kind === "invitation" ? "invitations" : "password-resets";
      const path = `/${room}/${await tokenFor(kind)}`;
      app.clock.advance(minutes * MINUTE_MS - 1);
      expect((await app.visitor().get(path)).status).toBe(200);
      app.clock.advance(1);
      expect((await app.visitor().get(path)).status).toBe(404);
      expect((await set(path)).status).toBe(404);
    });

    test("is refused alike for a foreign, a mangled and a missing link, and for somebody deactivated", async () => {
      const token = await tokenFor("reset");
      const [id, signature = ""] = token.split(".");
      const petrId = await createUser(app.db, { deactivated_at: "2026-02-01T08:00:00.000Z" });
      const wrong = [
        `${id}.${signature.slice(1)}A`,
        `${Number(id) + 1}.${signature}`,
        `999.${signature}`,
        `${id}`,
        `${id}.`,
        "0.x",
        await tokenFor("invitation"),
        await tokenFor("reset", petrId),
      ];
      const answers = await Promise.all(
        wrong.map((bad) => app.visitor().get(`/password-resets/${bad}`)),
      );
      expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 404));
      const said = answers.map(({ text }) => text.includes("Odkaz už neplatí"));
      expect(said).toEqual(wrong.map(() => true));
      expect(await app.db("account_links").whereNotNull("used_at")).toEqual([]);
    });
  });

  describe("the mail", () => {
    const write = async (kind: "invitation" | "reset", language: "cs" | "en" = "cs") => {
      await change(app, system, (one) =>
        mailAccountLink(one, { userId: janaId, kind, createdBy: null }),
      );
      const row = await app.db("outgoing_mails").orderBy("id", "desc").first();
      const letter = await builderOf(row.template)?.(
        {
          db: app.db,
          config: app.config,
          now: app.clock.now(),
          today: app.clock.today(),
          wordings: {},
        },
        {
          id: row.id,
          dedupeKey: row.dedupe_key,
          subjectType: row.subject_type,
          subjectId: row.subject_id,
          params: {},
          createdAt: row.created_at,
          recipient: {
            userId: janaId,
            contactId: null,
            participantId: null,
            name: "Jana Nová",
            address: "jana@kraj.test",
            language,
          },
        },
      );
      return { row, letter };
    };

    test("carries a link that works, while nothing of it is stored", async () => {
      const { letter, row } = await write("reset");
      if (!letter || !("text" in letter)) throw new Error("no letter");
      const path = /\/password-resets\/\S+/.exec(letter.text)?.[0] ?? "";
      expect((await app.visitor().get(path)).status).toBe(200);
      const signature = path.split(".")[1] ?? "";
      expect(JSON.stringify([row, await app.db("account_links")])).not.toContain(signature);
      expect(letter.subject).toBe("Nové heslo do Osnovy");
      expect(letter.text).toContain("Odkaz platí do 2.\u00a03.\u00a02026 9:00");
    });

    test("is written in the language of the reader", async () => {
      const { letter } = await write("invitation", "en");
      if (!letter || !("text" in letter)) throw new Error("no letter");
      expect(letter.subject).toBe("Invitation to Osnova");
      expect(letter.html).toContain("Set the password");
    });

    test("is not needed once the link was used", async () => {
      await set(`/password-resets/${await tokenFor("reset")}`);
      await app.db("account_links").update({ used_at: app.clock.now() });
      const { row } = await write("reset");
      await app.db("account_links").where({ id: row.subject_id }).update({ used_at: row.due_at });
      const again = await builderOf("password-reset")?.(
        {
          db: app.db,
          config: app.config,
          now: app.clock.now(),
          today: app.clock.today(),
          wordings: {},
        },
        { subjectId: row.subject_id, recipient: {} } as never,
      );
      expect(again).toEqual({ unneeded: "link-used" });
    });
  });
});

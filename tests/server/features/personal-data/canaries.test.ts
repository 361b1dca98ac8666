import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { storeFile } from "../../../../server/files.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser, insert } from "../../../support/factories.ts";
import {
  createContact,
  createEvent,
  createInternship,
  createOrganisation,
  createParticipant,
  createPosting,
  createRegistration,
} from "../../../support/training-factories.ts";
import { CARD } from "../participants/cards.ts";

const AT = "2026-03-02T07:30:00.000Z";

/** Something to be known again by, in everything that a card holds about a person. */
const CANARIES = {
  firstName: "Kanárkajméno",
  surname: "Kanárkapříjmení",
  titleBefore: "KanTitul",
  titleAfter: "KanTitulza",
  municipality: "Kanárov",
  municipalityPart: "Kanárovíček",
  street: "Kanárkova",
  houseNumber: "77431",
  orientationNumber: "77432",
  orientationLetter: "kq",
  postcode: "77433",
  email: "kanarek@kraj.test",
  phone: "+420 774 340 001",
  cardKeptAt: "šanon kanárka",
};
const EXIT_NOTE = "poznámka kanárka";
const POSTING_NOTE = "zápis kanárka";
const DIARY = "deník kanárka";
const DOCUMENT = "dokument kanárka";
const BORN_ON = "1961-07-23";

describe.each(engines)("what is kept about a person on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let participantId: number;
  let participationId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: AT });
    await seedCatalogues(app.db, AT);
    projectId = await createProject(app.db);
    await addMember(app.db, { projectId, userId: await managerId() });
    await fillWithCanaries();
  });
  afterEach(() => app.close());

  let manager: number | undefined;
  async function managerId() {
    manager = await createUser(app.db, { name: "Jana Nová" });
    return manager;
  }
  const browser = () => app.signedInAs(manager as number);

  async function fillWithCanaries() {
    const card = { ...CARD, ...CANARIES, bornOn: BORN_ON, organisation: "", disadvantage: "given" };
    const answer = await (await browser()).post(`/projects/${projectId}/participants`, {
      ...card,
      disadvantageCodes: "SPOZ",
    });
    participationId = Number(answer.headers.location?.split("/").at(-1));
    participantId = (await app.db("participants").first()).id;
    await (await browser()).post(`/projects/${projectId}/participants/${participationId}/exits`, {
      validOn: "2026-02-20",
      codes: "SPUKV",
      note: EXIT_NOTE,
    });
    await createPosting(app.db, participationId, { note: POSTING_NOTE, minutes: 120 });
    const eventId = await createEvent(app.db, projectId);
    const registration = { participant_id: participantId };
    await fillImport(await createRegistration(app.db, eventId, registration));
    await fillInternship();
    await fillDocument();
    await insert(app.db, "outgoing_mails", {
      kind: "participant",
      dedupe_key: "canary",
      recipient_participant_id: participantId,
      template: "notice",
      rendering: CANARIES.email,
      state: "sent",
      due_at: AT,
      next_attempt_at: AT,
      created_at: AT,
    });
  }

  /** A row of attendance, one that failed, and a form that waits for its writer to sign in again. */
  async function fillImport(registrationId: number) {
    const cells = JSON.stringify([CANARIES.surname, CANARIES.firstName, BORN_ON]);
    const import_id = await insert(app.db, "imports", {
      ...{ project_id: projectId, kind: "attendance", state: "applied", file_name: "dochazka.csv" },
      ...{ sha256: "0", read_at: AT },
    });
    const row = { import_id, cells };
    await insert(app.db, "import_rows", {
      ...{ ...row, row_number: 1, outcome: "created", natural_key: CANARIES.surname },
      ...{ record_type: "attendance", record_id: registrationId },
    });
    await insert(app.db, "import_rows", { ...row, row_number: 2, outcome: "failed" });
    await insert(app.db, "kept_forms", {
      user_id: manager,
      path: `/projects/${projectId}/events/1/registrations/pasted`,
      fields: cells,
      created_at: AT,
    });
  }

  async function fillInternship() {
    const internship_id = await createInternship(app.db, projectId);
    const organisation_id = await createOrganisation(app.db);
    const mentor_contact_id = await createContact(app.db);
    const host = { internship_id, organisation_id, mentor_contact_id };
    const trainee = { internship_id, participant_id: participantId };
    await insert(app.db, "internship_days", {
      internship_id,
      trainee_id: await insert(app.db, "internship_trainees", trainee),
      host_id: await insert(app.db, "internship_hosts", host),
      worked_on: "2026-02-10",
      minutes: 60,
      diary: DIARY,
      created_at: AT,
    });
  }

  async function fillDocument() {
    const document_id = await insert(app.db, "documents", {
      project_id: projectId,
      object_type: "participation",
      object_id: participationId,
      category: "participant-card",
      title: DOCUMENT,
      title_folded: "dokument kanarka",
      is_personal: true,
      created_at: AT,
    });
    await insert(app.db, "document_versions", {
      document_id,
      number: 1,
      file: await storeFile(app.config.dataDir, Buffer.from(`obsah: ${CANARIES.email}`)),
      original_name: `${DOCUMENT}.pdf`,
      media_type: "application/pdf",
      byte_count: 10,
      sha256: "0",
      uploaded_at: AT,
    });
  }

  const ALL = [...Object.values(CANARIES), EXIT_NOTE, POSTING_NOTE, DIARY, DOCUMENT];
  const anonymise = async (fields: Record<string, string>) =>
    (await browser()).post(`/participants/${participantId}/anonymisation`, fields);

  /** Every row of every table, as text. */
  async function wholeDatabase(): Promise<string> {
    const names: string[] =
      engine === "sqlite"
        ? await app.db("sqlite_master").where("type", "table").pluck("name")
        : await app.db("pg_tables").where("schemaname", "public").pluck("tablename");
    const tables = names.filter((name) => !/^(knex_|sqlite_)/.test(name));
    const rows = [];
    for (const name of tables) rows.push(JSON.stringify(await app.db(name).select("*")));
    return rows.join("\n");
  }

  function allFiles(folder: string): string {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile() && !/\.db(-wal|-shm)?$/.test(path))
      .map((path) => readFileSync(path, "latin1"))
      .join("\n");
  }

  test("is all in the record given to them, to read and as a file", async () => {
    const page = await (await browser()).get(`/participants/${participantId}/record`);
    const file = await (await browser()).get(`/participants/${participantId}/record/file`);
    expect(file.headers["content-disposition"]).toContain("attachment");
    for (const canary of ALL) {
      expect(page.text, canary).toContain(canary);
      expect(JSON.stringify(file.body), canary).toContain(canary);
    }
    expect(page.text).toContain("ohrožení závislostí");
    expect(page.text).toContain("23.\u00a07.\u00a01961");
    expect(file.body.participations[0].disadvantage).toEqual({ answer: "given", codes: ["SPOZ"] });
    expect(file.body.accesses.map(({ action }: { action: string }) => action)).toContain("print");
    const noted = await app.db("personal_data_accesses").where({ participant_id: participantId });
    expect(noted.map(({ action }) => action)).toEqual(["print", "export"]);
  });

  test("is nowhere but in its own columns: not in the history, the search or the flash", async () => {
    const elsewhere = ["audit_events", "search_entries", "submissions", "personal_data_accesses"];
    const tables = await wholeTables();
    for (const table of elsewhere.filter((name) => tables.includes(name))) {
      const text = JSON.stringify(await app.db(table).select("*"));
      for (const canary of ALL) expect(text, table).not.toContain(canary);
    }
  });

  async function wholeTables(): Promise<string[]> {
    return engine === "sqlite"
      ? app.db("sqlite_master").where("type", "table").pluck("name")
      : app.db("pg_tables").where("schemaname", "public").pluck("tablename");
  }

  test("is gone after anonymisation, but codes, sex, age and hours stay", async () => {
    const before = await app.db("participations").where({ id: participationId }).first();
    const fields = { reason: "request", note: "žádost č. 5", isSure: "true" };
    expect((await anonymise(fields)).status).toBe(303);
    const database = await wholeDatabase();
    const files = allFiles(app.config.dataDir);
    for (const canary of [...ALL, BORN_ON, "kanarka", "kanarkaprijmeni"]) {
      expect(database, canary).not.toContain(canary);
      expect(files, canary).not.toContain(canary);
    }
    const after = await app.db("participations").where({ id: participationId }).first();
    for (const kept of ["age_at_entry", "is_complete", "labour_status", "education", "exit_codes"])
      expect(after[kept], kept).toEqual(before[kept]);
    expect(after.disadvantage_sealed).toBeNull();
    const [posting] = await app.db("support_postings");
    expect(posting.minutes).toBe(120);
    const person = await app.db("participants").where({ id: participantId }).first();
    expect(person).toMatchObject({ sex: "POHZENY" });
    expect(person.sort_key).toBe(person.code);
    const page = await (await browser()).get(
      `/projects/${projectId}/participants/${participationId}`,
    );
    expect(page.text).toContain("anonymizováno");
  });

  test("is kept while it has to be, unless it was a mistake or the person asks, with the reason", async () => {
    const sure = { isSure: "true" };
    expect((await anonymise({ reason: "retention", ...sure })).status).toBe(422);
    expect((await anonymise({ reason: "request", ...sure })).status).toBe(422);
    expect((await anonymise({ reason: "request", note: "žádost" })).status).toBe(422);
    expect((await anonymise({ reason: "jiný", note: "žádost", ...sure })).status).toBe(422);
    const person = await app.db("participants").where({ id: participantId }).first();
    expect(person.anonymised_at).toBeNull();
    // The project ends in 2027 and the rule of the programme says ten years.
    app.clock.set("2038-01-01T08:00:00Z");
    expect((await anonymise({ reason: "retention", ...sure })).status).toBe(303);
    expect((await anonymise({ reason: "retention", ...sure })).status).toBe(409);
  });

  test("is left alone by whoever does not see all projects of the person", async () => {
    const other = await createProject(app.db);
    await insert(app.db, "participations", {
      project_id: other,
      participant_id: participantId,
      entered_on: "2026-01-01",
      created_at: AT,
    });
    const fields = { reason: "request", note: "žádost", isSure: "true" };
    expect((await anonymise(fields)).status).toBe(409);
    const record = await (await browser()).get(`/participants/${participantId}/record`);
    expect(record.text).toContain("Osoba se účastní i jiných projektů");
  });

  test("is given to nobody who reads no names there", async () => {
    const elsewhere = await createProject(app.db);
    const stranger = await createUser(app.db);
    await addMember(app.db, { projectId: elsewhere, userId: stranger, role: "manager" });
    const signedIn = await app.signedInAs(stranger);
    for (const address of ["record", "record/file", "anonymisation/new"])
      expect((await signedIn.get(`/participants/${participantId}/${address}`)).status).toBe(404);
    const nobody = await createParticipant(app.db);
    expect((await (await browser()).get(`/participants/${nobody}/record`)).status).toBe(404);
  });

  test("was shown to whom: administrators and auditors see it by codes, without names", async () => {
    await (await browser()).get(`/projects/${projectId}/participants/${participationId}`);
    const { code } = await app.db("participants").where({ id: participantId }).first();
    for (const columns of [{ is_administrator: true }, { is_auditor: true }]) {
      const watcher = await app.signedInAs(await createUser(app.db, columns));
      const { status, text } = await watcher.get("/admin/audit/personal-data");
      expect(status).toBe(200);
      expect(text).toContain(code);
      expect(text).toContain("Jana Nová");
      for (const canary of ALL) expect(text).not.toContain(canary);
    }
    expect((await (await browser()).get("/admin/audit/personal-data")).status).toBe(403);
    const opened = await app.db("audit_events").where({ action: "audit.opened" });
    expect(opened).toHaveLength(1);
  });
});

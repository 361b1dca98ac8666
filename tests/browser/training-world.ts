import { extractText, getDocumentProxy } from "unpdf";
import { seedCatalogues } from "../../db/seeds/catalogues.ts";
import { hashPassword } from "../../server/access/passwords.ts";
import type { TestApp } from "../support/app.ts";
import {
  addMember,
  createIndicator,
  createPeriod,
  createProject,
  createUser,
} from "../support/factories.ts";
import {
  createParticipant,
  createParticipation,
  createPosting,
} from "../support/training-factories.ts";

export const EMAIL = "koordinatorka@osnova.test";
export const PASSWORD = "tajné heslo do Osnovy";
export const TITLE = "Krizová intervence v terénu";
/** Named by the organisation; the first is known from before, by name and day of birth. */
export const SURNAMES = [
  "Čápová",
  "Dvořáková",
  "Ďurišová",
  "Escheová",
  "Fišerová",
  "Grůza",
  "Hřebíček",
  "Chalupová",
  "Jeřábková",
  "Kříž",
  "Lněnička",
  "Mužíková",
  "Nováková",
  "Ošťádal",
  "Příhoda",
  "Řeháčková",
  "Šťastná",
  "Třešňák",
  "Ulčová",
  "Žďárská",
] as const;
export const FIRST_NAME = "Žofie";
export const BORN_ON = "1980-05-01";

/** A running project with its indicators and a period, and one woman known from before with 30 hours. */
export async function furnish({ db, clock }: TestApp): Promise<number> {
  await seedCatalogues(db, clock.now());
  const password_hash = await hashPassword(PASSWORD);
  const userId = await createUser(db, { email: EMAIL, email_folded: EMAIL, password_hash });
  const projectId = await createProject(db, { decided_on: "2025-01-01" });
  await addMember(db, { projectId, userId, role: "coordinator" });
  await createPeriod(db, projectId, { starts_on: "2026-01-01", ends_on: "2026-06-30" });
  for (const code of ["600000", "670102"]) {
    const definition = await db("indicator_definitions").where({ code }).first();
    const { id: definition_id, name_cs: name, computation } = definition;
    const computed = { origin: "computed", computation };
    await createIndicator(db, projectId, { definition_id, code, name, ...computed });
  }
  const participant_id = await createParticipant(db, {
    first_name: FIRST_NAME,
    surname: SURNAMES[0],
    born_on: BORN_ON,
    municipality: "Plzeň",
  });
  const participationId = await createParticipation(db, projectId, {
    participant_id,
    labour_status: "TPZAMCI",
    education: "VZISCED3-4",
    in_person_minutes: 30 * 60,
    is_disadvantage_settled: true,
    is_complete: true,
  });
  await db("participation_completions").insert({
    participation_id: participationId,
    is_complete: true,
    recorded_at: clock.now(),
  });
  await createPosting(db, participationId, { minutes: 30 * 60, valid_on: "2025-06-10" });
  return projectId;
}

export async function pdfText(file: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), {
    mergePages: true,
  });
  return text;
}

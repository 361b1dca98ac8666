import { setImmediate } from "node:timers/promises";
import type { Database } from "../../../../db/connection.ts";
import {
  type EsfPerson,
  type EsfSupport,
  listEsfPersons,
  listEsfSupports,
} from "../../../../db/queries/is-esf.ts";
import type { Deps } from "../../../deps.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { openDisadvantage, sealKeys } from "../../personal-data/seal/service.ts";
import {
  csvLine,
  type EsfPeriod,
  fileHead,
  personColumns,
  personRow,
  supportColumns,
  supportRow,
} from "./rules.ts";

/** People read and written at once: few enough to leave room for other requests between pages. */
const PAGE = 500;

/** The file of persons, a page of people at a time. */
export async function* personsFile(
  { db, config }: Pick<Deps, "db" | "config">,
  projectId: number,
): AsyncGenerator<string> {
  const keys = sealKeys(config);
  yield fileHead(personColumns);
  for await (const people of pagesOfPeople(db, projectId)) {
    yield people.map((person) => csvLine(personRow(person, disadvantageOf(person, keys)))).join("");
  }
}

/** The file of supports in a period, as known at an instant: one row for a person and a code. */
export async function* supportsFile(
  { db }: Pick<Deps, "db">,
  projectId: number,
  { period, asOf }: { period: EsfPeriod; asOf: string },
): AsyncGenerator<string> {
  yield fileHead(supportColumns);
  const span = { from: period.startsOn, until: period.endsOn, asOf };
  for await (const people of pagesOfPeople(db, projectId)) {
    const ids = people.map(({ participationId }) => participationId);
    const supports = groupedBy(
      await listEsfSupports(db, ids, span),
      ({ participationId }) => participationId,
    );
    yield people.map((person) => supportLines(person, supports, period)).join("");
  }
}

export async function* pagesOfPeople(db: Database, projectId: number): AsyncGenerator<EsfPerson[]> {
  for (let after = 0; ; ) {
    const people = await listEsfPersons(db, projectId, { after, limit: PAGE });
    if (people.length > 0) yield people;
    const last = people.at(-1);
    if (!last || people.length < PAGE) return;
    after = last.participationId;
    await setImmediate();
  }
}

function supportLines(
  person: EsfPerson,
  supports: Map<number, EsfSupport[]>,
  period: EsfPeriod,
): string {
  const own = supports.get(person.participationId) ?? [];
  return own.map((support) => csvLine(supportRow(person, support, period))).join("");
}

/** @throws Error when the answer cannot be opened: a file that says "none" instead would be untrue */
function disadvantageOf(person: EsfPerson, keys: ReturnType<typeof sealKeys>): string[] {
  const told = openDisadvantage(keys, person.participationId, person.disadvantageSealed);
  return told.answer === "given" ? told.codes : [];
}

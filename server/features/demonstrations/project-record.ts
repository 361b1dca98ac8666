import { listCodeItems } from "../../../db/queries/code-lists.ts";
import { insertMembership } from "../../../db/queries/memberships.ts";
import { insertOrganisation, listOrganisationsCalled } from "../../../db/queries/organisations.ts";
import { replaceProjectParts, type SourceKind } from "../../../db/queries/project-parts.ts";
import { insertProject } from "../../../db/queries/project-records.ts";
import type { Phase, ProjectRole } from "../../../db/queries/projects.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { czechSortKey, foldText } from "../../values/fold.ts";
import { indexForSearch } from "../searches/service.ts";

/** What is entered of a project before anything happens in it. */
export interface ProjectRecord {
  title: string;
  shortName: string;
  registrationNumber: string | null;
  programme: string;
  priorityAxis: string | null;
  callNumber: string | null;
  callName: string | null;
  beneficiary: string;
  department: string | null;
  vision: string | null;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  totalHalere: number;
  phase: Phase;
  isExample: boolean;
  goals: readonly string[];
  sources: readonly { kind: SourceKind; name: string; sharePpm?: number }[];
  partners: readonly { name: string; hasFunds: boolean }[];
  /** List → codes. */
  codes: Record<string, readonly string[]>;
  members: readonly { userId: number; role: ProjectRole; position: string | null }[];
}

/** @returns the id of the project */
export async function enterProject(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  entered: ProjectRecord,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at, record } = one;
    const { title, shortName, registrationNumber, vision } = entered;
    const id = await insertProject(trx, {
      ...entered,
      sortKey: czechSortKey(title),
      searchText: foldText([title, shortName, registrationNumber].filter(Boolean).join(" ")),
      beneficiaryId: await organisationId(one, entered.beneficiary),
      decidedOn: null,
      createdAt: at,
    });
    await replaceProjectParts(trx, id, {
      goals: [...entered.goals],
      sources: entered.sources.map((source) => ({ sharePpm: null, ...source })),
      partners: await partnersOf(one, entered.partners),
      codeItemIds: await codeItemsOf(one, entered),
    });
    for (const member of entered.members) {
      await insertMembership(trx, { ...member, projectId: id, createdAt: at });
    }
    record({
      action: "project.created",
      objectType: "project",
      objectId: id,
      projectId: id,
      changes: { title: [null, title] },
    });
    await indexForSearch(trx, {
      objectType: "project",
      objectId: id,
      projectId: id,
      datedOn: entered.startsOn,
      title,
      body: [shortName, registrationNumber, vision, ...entered.goals].filter(Boolean).join("\n"),
    });
    return id;
  });
}

async function organisationId({ trx, at }: Change, name: string): Promise<number> {
  const nameFolded = foldText(name);
  const [known] = await listOrganisationsCalled(trx, { nameFolded, ico: null });
  if (known) return known.id;
  const sortKey = czechSortKey(name);
  return insertOrganisation(trx, { name, nameFolded, sortKey, ico: null, createdAt: at });
}

async function partnersOf(one: Change, partners: ProjectRecord["partners"]) {
  const all = [];
  for (const { name, hasFunds } of partners) {
    all.push({ organisationId: await organisationId(one, name), hasFunds });
  }
  return all;
}

async function codeItemsOf({ trx }: Change, entered: ProjectRecord): Promise<number[]> {
  const lists = Object.keys(entered.codes);
  const known = await listCodeItems(trx, { lists, on: entered.startsOn });
  return lists.flatMap((list) =>
    (entered.codes[list] ?? []).map((code) => {
      const item = known.find((one) => one.list === list && one.code === code);
      if (!item) throw new Error(`no item ${code} in the list ${list}`);
      return item.id;
    }),
  );
}

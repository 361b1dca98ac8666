import { listCodeItems } from "../../../db/queries/code-lists.ts";
import { insertMembership } from "../../../db/queries/memberships.ts";
import type { SourceKind } from "../../../db/queries/project-sources.ts";
import type { Phase, ProjectRole } from "../../../db/queries/projects.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { resolveOrganisation } from "../organisations/service.ts";
import { foundProject } from "../projects/service.ts";

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
  beneficiaryIco?: string;
  department: string | null;
  vision: string | null;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  decidedOn: CalendarDate | null;
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
    const { beneficiary: name, beneficiaryIco: ico = null } = entered;
    const beneficiaryId = await resolveOrganisation(one, { name, ico });
    const id = await foundProject(one, author, {
      fields: { ...entered, beneficiaryId },
      parts: {
        goals: [...entered.goals],
        sources: entered.sources.map((source) => ({ sharePpm: null, ...source })),
        partners: await partnersOf(one, entered.partners),
        codeItemIds: await codeItemsOf(one, entered),
      },
      isExample: entered.isExample,
    });
    // Whoever founds a project is its manager already.
    for (const member of entered.members.filter(({ userId }) => userId !== author.userId)) {
      await insertMembership(one.trx, { ...member, projectId: id, createdAt: one.at });
    }
    return id;
  });
}

async function partnersOf(one: Change, partners: ProjectRecord["partners"]) {
  const all = [];
  for (const { name, hasFunds } of partners) {
    all.push({ organisationId: await resolveOrganisation(one, { name, ico: null }), hasFunds });
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

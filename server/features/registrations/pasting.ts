import type { Database } from "../../../db/connection.ts";
import {
  listNamesakes,
  listOrganisationsNamed,
  type Namesake,
} from "../../../db/queries/registration-candidates.ts";
import { foldText } from "../../values/fold.ts";
import { keysOfName, type NameKeys } from "../participants/rules.ts";
import { isReadable, type PastedLine, readPastedLine } from "./rules.ts";
import type { EventKey, Somebody } from "./service.ts";

export type Outcome = "unreadable" | "already" | "known" | "asked" | "new";

/** A line, who it may mean, and what is proposed to be done with it. */
export interface UnderstoodLine {
  line: PastedLine;
  outcome: Outcome;
  /** The same person, or those who may be. */
  candidates: Namesake[];
  organisation: { id: number; name: string } | null;
  proposal: string;
}

/** Reads what was pasted against the registry; two queries, however many lines. */
export async function understandLines(
  { db }: { db: Database },
  key: EventKey,
  texts: readonly string[],
): Promise<UnderstoodLine[]> {
  const lines = texts.map(readPastedLine);
  const keys = lines.map((line) => (isReadable(line) ? keysOfName(line) : null));
  const told = keys.filter((one): one is NameKeys => one !== null);
  const names = lines.flatMap(({ organisation }) => (organisation ? [foldText(organisation)] : []));
  const [namesakes, organisations] = await Promise.all([
    listNamesakes(db, key, {
      identityKeys: told.flatMap(({ identityKey }) => identityKey ?? []),
      nearKeys: told.flatMap(({ nearKey }) => nearKey ?? []),
      searchTexts: told.map(({ searchText }) => searchText),
    }),
    listOrganisationsNamed(db, names),
  ]);
  return lines.map((line, index) => {
    const folded = line.organisation && foldText(line.organisation);
    const organisation = organisations.find((one) => one.folded === folded) ?? null;
    return { line, organisation, ...judge(keys[index] ?? null, namesakes) };
  });
}

function judge(
  keys: NameKeys | null,
  namesakes: readonly Namesake[],
): Pick<UnderstoodLine, "outcome" | "candidates" | "proposal"> {
  if (keys === null) return { outcome: "unreadable", candidates: [], proposal: "skip" };
  const same = namesakes.filter(
    ({ identityKey }) => keys.identityKey !== null && identityKey === keys.identityKey,
  );
  if (same[0]) return judgeKnown(same[0]);
  const alike = namesakes.filter((one) => mayMean(keys, one));
  if (alike.length === 0) return { outcome: "new", candidates: [], proposal: "new" };
  const inProject = alike.filter(({ isInProject }) => isInProject);
  const [likely] = inProject.length === 1 ? inProject : alike;
  return {
    outcome: "asked",
    candidates: alike,
    proposal: likely?.isRegistered ? "skip" : String(likely?.id ?? "skip"),
  };
}

function judgeKnown(person: Namesake) {
  const outcome: Outcome = person.isRegistered ? "already" : "known";
  const proposal = person.isRegistered ? "skip" : String(person.id);
  return { outcome, candidates: [person], proposal };
}

/** Without a day of birth the name alone; with one also who differs only in the first name. */
function mayMean(keys: NameKeys, one: Namesake): boolean {
  const isNear = keys.nearKey !== null && one.nearKey === keys.nearKey;
  const hasName = one.searchText === keys.searchText;
  const mayBeBorn = keys.identityKey === null || one.identityKey === null;
  return isNear || (hasName && mayBeBorn);
}

/** The people of the lines as they were chosen, line by line. */
export function chosenPeople(
  lines: readonly UnderstoodLine[],
  choices: readonly string[],
): Somebody[] {
  return lines.flatMap(({ line, organisation }, index): Somebody[] => {
    const choice = choices[index] ?? "skip";
    const organisationId = organisation?.id ?? null;
    if (choice === "skip" || !isReadable(line)) return [];
    if (choice !== "new") return [{ participantId: Number(choice), organisationId }];
    const { surname, firstName, bornOn } = line;
    return [{ person: { surname, firstName, bornOn, organisationId }, organisationId }];
  });
}

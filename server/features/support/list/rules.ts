import type { PersonProspect } from "../prospects.ts";
import { addMinutes, totalMinutes } from "../rules.ts";
import type { HoursListView } from "./schema.ts";

/** People of the outlook asked for, in the order asked for; they come in the order of their names. */
export function chosenPeople(
  people: readonly PersonProspect[],
  { outlook, sort }: HoursListView,
): PersonProspect[] {
  const chosen = people.filter((one) => outlook === undefined || one.outlook === outlook);
  if (sort === "name") return chosen;
  const sign = sort.startsWith("-") ? -1 : 1;
  const key = sort.endsWith("total") ? byTotal : byReached;
  return chosen.toSorted((one, other) => sign * key(one, other));
}

function byTotal(one: PersonProspect, other: PersonProspect): number {
  return soFar(one) - soFar(other);
}

/** Whoever has not reached the threshold comes last. */
function byReached({ person: one }: PersonProspect, { person: other }: PersonProspect): number {
  const [mine, theirs] = [one.thresholdOn ?? "9999", other.thresholdOn ?? "9999"];
  return mine < theirs ? -1 : Number(mine > theirs);
}

function soFar({ posted, pending }: PersonProspect): number {
  return totalMinutes(addMinutes(posted, pending));
}

import type { PersonWorkload } from "../../../../db/queries/person-workloads.ts";
import type { Assignment } from "../../../../db/queries/staff-assignments.ts";
import type { Wording } from "../words.ts";
import { isSamePerson, type Overload, overlaps, overloadsOf } from "./rules.ts";

/**
 * Which of those who hold these assignments have more than one workload over all projects, on days on which
 * they also work here. A project that the viewer may not see is not named.
 */
export function overloadWarnings(
  assignments: readonly Assignment[],
  workloads: readonly PersonWorkload[],
  projectId: number,
  wording: Wording,
): string[] {
  return overloadedPeople(workloads, projectId).flatMap(({ own, all }) => {
    const held = assignments.find(({ id }) => own.some((one) => one.assignmentId === id));
    const spans = held ? overloadsHere(own, all) : [];
    return spans.map((span) => sentence(held?.personName ?? "", span, all, projectId, wording));
  });
}

/** Whether whoever holds this assignment has more than one workload on some day of it. */
export function isOverloaded(assignmentId: number, workloads: readonly PersonWorkload[]): boolean {
  const own = workloads.filter((one) => one.assignmentId === assignmentId);
  const [held] = own;
  if (!held) return false;
  return (
    overloadsHere(
      own,
      workloads.filter((one) => isSamePerson(one, held)),
    ).length > 0
  );
}

interface PersonHere {
  own: PersonWorkload[];
  all: PersonWorkload[];
}

function overloadedPeople(workloads: readonly PersonWorkload[], projectId: number): PersonHere[] {
  const people: PersonHere[] = [];
  for (const one of workloads.filter((workload) => workload.projectId === projectId)) {
    const known = people.find(({ own }) => own.some((other) => isSamePerson(other, one)));
    if (known) known.own.push(one);
    else people.push({ own: [one], all: workloads.filter((other) => isSamePerson(other, one)) });
  }
  return people;
}

function overloadsHere(own: PersonWorkload[], all: PersonWorkload[]): Overload[] {
  return overloadsOf(all).filter((span) =>
    own.some(({ startsOn, endsOn }) => overlaps(span, { from: startsOn, until: endsOn })),
  );
}

function sentence(
  person: string,
  span: Overload,
  all: PersonWorkload[],
  projectId: number,
  { texts, formats }: Wording,
): string {
  const { overload } = texts.positions;
  const share = (milli: number) => formats.number(milli / 1000);
  const days =
    span.until === null
      ? overload.since(formats.date(span.from))
      : overload.between(formats.date(span.from), formats.date(span.until));
  const elsewhere = all
    .filter((one) => one.projectId !== projectId)
    .filter((one) => overlaps(span, { from: one.startsOn, until: one.endsOn }))
    .map((one) => overload.part(one.projectName ?? overload.elsewhere, share(one.workloadMilli)));
  const told = overload.until(person, days, share(span.mostMilli));
  return elsewhere.length === 0 ? `${told}.` : `${told} (${elsewhere.join(", ")}).`;
}

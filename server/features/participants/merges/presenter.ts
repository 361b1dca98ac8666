import type { StoredMerge } from "../../../../db/queries/participant-merges.ts";
import type { Participant } from "../../../../db/queries/participants.ts";
import { paths } from "../../../paths.ts";
import { withQuery } from "../../../web/query-string.ts";
import { presentPerson } from "../registry/presenter.ts";
import type { PersonWithStays } from "../registry/service.ts";
import { addressOf } from "../show/facts-presenter.ts";
import { fullName, nameInList, type Wording } from "../words.ts";
import type { Half } from "./rules.ts";
import type { loadMergePlan } from "./service.ts";

export function presentDuplicates(
  groups: { isSame: boolean; persons: PersonWithStays[] }[],
  wording: Wording,
) {
  const { duplicates: words, registry } = wording.texts.participants;
  return {
    pageHeader: {
      title: words.title,
      subtitle: words.subtitle,
      actions: {
        more: [{ href: paths.participantMerges(), label: registry.merges, icon: "users" }],
      },
    },
    columns: words.columns,
    mergeLabel: words.mergeOther,
    groups: groups.map(({ isSame, persons }) => ({
      title: isSame ? words.same : words.near,
      rows: persons.map((person, index) => ({
        ...presentPerson(person, wording),
        merge: index === 0 ? null : mergeLink(persons[0]?.id ?? 0, person, wording),
      })),
    })),
    emptyState: groups.length > 0 ? null : { text: words.none, icon: "circle-check" },
  };
}

function mergeLink(keptId: number, person: PersonWithStays, { texts }: Wording) {
  const href = withQuery(paths.newParticipantMerge(), { kept: keptId, merged: person.id });
  return { href, name: texts.participants.duplicates.mergeOne(nameInList(person)) };
}

type Plan = Awaited<ReturnType<typeof loadMergePlan>>;

/** Both persons side by side, and what merging them will do. */
export function presentMergePreview(
  { kept, merged, plan }: Plan,
  projectNames: ReadonlyMap<number, string>,
  submission: string,
  wording: Wording,
) {
  const { merge: words, fields } = wording.texts.participants;
  const nameOf = (id: number) => {
    const own = merged.participations.find((one) => one.id === id);
    return projectNames.get(own?.projectId ?? 0) ?? "";
  };
  const registrations = plan.registrations.length;
  const filled = plan.filled.map((name) => fields[name] ?? name).join(", ");
  const ids = { kept: kept.person.id, merged: merged.person.id };
  return {
    pageHeader: { title: words.title },
    lead: words.lead,
    form: { submission },
    action: paths.participantMerges(),
    hidden: Object.entries(ids).map(([name, value]) => ({ name, value: String(value) })),
    persons: [presentHalf(words.kept, kept, wording), presentHalf(words.merged, merged, wording)],
    movesTitle: words.moves,
    moves: [
      ...plan.participations.map((id) => words.participationMoves(nameOf(id))),
      ...plan.joined.map(({ id }) => words.participationJoins(nameOf(id))),
      ...(registrations > 0 ? [words.registrations(registrations)] : []),
      filled === "" ? words.keptNote : `${words.keptNote} (${filled})`,
    ],
    swap: {
      href: withQuery(paths.newParticipantMerge(), { kept: ids.merged, merged: ids.kept }),
      label: words.swap,
    },
    formFooter: { submit: words.confirm, cancel: { href: paths.participantDuplicates() } },
  };
}

function presentHalf(title: string, { person, participations }: Half, wording: Wording) {
  const { texts, formats } = wording;
  const { show } = texts.participants;
  const fact = (term: string, text: string | null) => ({
    term,
    text: text ?? "–",
    isMissing: text === null,
  });
  const minutes = participations.reduce(
    (sum, own) => sum + own.inPersonMinutes + own.electronicMinutes,
    0,
  );
  return {
    title,
    facts: [
      fact(texts.participants.columns.name, fullName(person)),
      fact(show.code, person.code),
      fact(show.bornOn, person.bornOn && formats.date(person.bornOn)),
      fact(show.address, addressOf(person)),
      fact(show.organisation, person.organisationName),
      fact(show.support, minutes === 0 ? null : formats.hours(minutes)),
    ],
  };
}

export function presentMerges(
  merges: { merge: StoredMerge; kept: Participant; merged: Participant; isLast: boolean }[],
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { merge: words } = texts.participants;
  return {
    pageHeader: { title: words.listTitle, subtitle: words.listSubtitle },
    columns: words.columns,
    rows: merges.map(({ merge, kept, merged, isLast }) => ({
      merged: `${nameInList(merged)} (${merged.code})`,
      kept: `${nameInList(kept)} (${kept.code})`,
      when: formats.dateTime(merge.mergedAt),
      who: merge.mergedByName ?? texts.history.system,
      undo: isLast
        ? {
            action: paths.participantMergeReversal(merge.id),
            label: words.undo,
            name: words.undoOne(nameInList(merged)),
          }
        : null,
      later: words.later,
    })),
    emptyState: merges.length > 0 ? null : { text: words.none, icon: "users" },
  };
}

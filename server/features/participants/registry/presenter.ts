import { paths } from "../../../paths.ts";
import { nameInList, type Wording } from "../words.ts";
import { PAGE_SIZE_OF_REGISTRY } from "./rules.ts";
import type { PersonWithStays } from "./service.ts";

export function presentRegistry(
  registry: { q: string; found: PersonWithStays[] | null },
  wording: Wording,
) {
  const { participants } = wording.texts;
  const { registry: words, search } = participants;
  const { found, q } = registry;
  return {
    pageHeader: {
      title: words.title,
      subtitle: words.subtitle,
      actions: {
        more: [
          { href: paths.participantDuplicates(), label: words.duplicates, icon: "copy" },
          { href: paths.participantMerges(), label: words.merges, icon: "users" },
        ],
      },
    },
    search: { action: paths.participantRegistrySearch(), value: q, ...search.field },
    columns: words.columns,
    rows: (found ?? []).map((person) => presentPerson(person, wording)),
    found: found && found.length > 0 ? foundText(found.length, wording) : null,
    emptyState: emptyState(found, wording),
  };
}

function foundText(shown: number, { texts }: Wording): string {
  const { search } = texts.participants;
  return shown < PAGE_SIZE_OF_REGISTRY ? search.found(shown) : search.foundMany(shown);
}

function emptyState(found: PersonWithStays[] | null, { texts }: Wording) {
  const { registry: words, search } = texts.participants;
  if (found === null) {
    return { text: words.intro, icon: "search", detail: words.introDetail };
  }
  return found.length === 0 ? { text: search.nobody, icon: "search" } : null;
}

export function presentPerson(person: PersonWithStays, wording: Wording) {
  const { formats } = wording;
  const first = person.stays[0];
  const minutes = person.stays.reduce(
    (sum, stay) => sum + stay.inPersonMinutes + stay.electronicMinutes,
    0,
  );
  return {
    id: person.id,
    name: nameInList(person),
    code: person.code,
    href: first ? paths.participant(first.projectId, first.id) : null,
    born: person.bornOn === null ? "" : formats.date(person.bornOn),
    projects: person.stays.map((stay) => ({
      label: stay.projectName,
      href: paths.participant(stay.projectId, stay.id),
    })),
    support: minutes === 0 ? wording.texts.participants.unsupported : formats.hours(minutes),
  };
}

import { paths } from "../../../paths.ts";
import { costsFact } from "../../expenditures/costs/words.ts";
import { codeOfActivity, durationText, placesText, type Wording } from "../words.ts";
import type { EventPage } from "./service.ts";

interface Fact {
  term: string;
  text?: string;
  href?: string;
  items?: string[];
  note?: string;
  isMissing?: boolean;
}

/** What the page says about the event; of a confidential one only what names nobody. */
export function presentFacts(page: EventPage, wording: Wording, isInside: boolean): Fact[] {
  return [
    ...belongingFacts(page, wording),
    ...(isInside ? insideFacts(page, wording) : []),
    ...countingFacts(page, wording),
  ];
}

function belongingFacts({ event, people }: EventPage, { texts, formats }: Wording): Fact[] {
  const { show } = texts.events;
  const { projectId, activityId, ownerName } = event;
  const code = codeOfActivity(event);
  const facts: Fact[] = [];
  if (code !== null && activityId !== null) {
    const text = `${code} ${event.activityTitle}`;
    facts.push({ term: show.activity, text, href: paths.activity(projectId, activityId) });
  }
  facts.push(
    ownerName === null
      ? { term: show.owner, text: show.missing, isMissing: true }
      : { term: show.owner, text: ownerName },
  );
  const registered = placesText(
    { registered: people.registered, capacity: event.capacity },
    formats,
  );
  const waiting = people.waiting > 0 ? { note: show.waiting(people.waiting) } : {};
  facts.push({ term: show.registered, text: registered, ...waiting });
  if (event.reportedOn !== null) {
    const { plan } = texts.events;
    const text = plan.reportedNote(formats.date(event.reportedOn));
    facts.push({ term: plan.reportedFact, text, href: paths.activityPlan(projectId) });
  }
  return facts;
}

function insideFacts(page: EventPage, wording: Wording): Fact[] {
  const { event, lecturers } = page;
  const { texts } = wording;
  const { show, languages } = texts.events;
  const facts: Fact[] = [];
  if (event.place !== null) facts.push({ term: show.place, text: event.place });
  if (event.onlineUrl !== null)
    facts.push({ term: show.onlineUrl, text: event.onlineUrl, href: event.onlineUrl });
  if (lecturers.length > 0) {
    const items = lecturers.map(({ name, function: role }) => (role ? `${name}, ${role}` : name));
    facts.push({ term: show.lecturers, items });
  }
  if (event.accreditationNumber !== null)
    facts.push({ term: show.accreditationNumber, text: event.accreditationNumber });
  facts.push(...costFacts(page, wording));
  if (event.cancelledReason !== null)
    facts.push({ term: show.cancelledReason, text: event.cancelledReason });
  if (event.language !== "cs") facts.push({ term: show.language, text: languages[event.language] });
  return facts;
}

function costFacts({ event, costs }: EventPage, wording: Wording): Fact[] {
  const { texts, formats } = wording;
  const { plannedCostsHalere, projectId, id } = event;
  const term = texts.events.show.plannedCosts;
  const planned =
    plannedCostsHalere === null ? [] : [{ term, text: formats.money(plannedCostsHalere) }];
  const isReal = costs.count > 0;
  return [
    ...planned,
    ...(isReal ? [costsFact({ projectId, kind: "event", id }, costs, wording)] : []),
  ];
}

function countingFacts({ event, sessions }: EventPage, { texts }: Wording): Fact[] {
  const { show, closings } = texts.events;
  const minutes = sessions.reduce((sum, { supportMinutes }) => sum + supportMinutes, 0);
  const support = event.countsAsSupport
    ? { text: show.countsAsSupport, note: show.supportOf(durationText(minutes, texts)) }
    : { text: show.noSupport };
  const facts: Fact[] = [
    { term: show.counts, ...support },
    { term: show.closing, text: closings[event.closing] },
  ];
  if (event.supportCode !== null) facts.push({ term: show.supportCode, text: event.supportCode });
  return facts;
}

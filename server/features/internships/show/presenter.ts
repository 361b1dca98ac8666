import { randomUUID } from "node:crypto";
import type { Trainee } from "../../../../db/queries/internship-people.ts";
import type { Internship } from "../../../../db/queries/internships.ts";
import { paths } from "../../../paths.ts";
import { clockText } from "../../../values/duration.ts";
import { presentFields } from "../../../web/form-fields.ts";
import { blankState } from "../../../web/form-page.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { withQuery } from "../../../web/query-string.ts";
import { costsFact } from "../../expenditures/costs/words.ts";
import { dayRows } from "../days/presenter.ts";
import { stepsFrom, takesDays } from "../rules.ts";
import { stepLabel } from "../steps/words.ts";
import { codeOfActivity, hoursBar, personLabel, statePill, type Wording } from "../words.ts";
import { nextDay, presentCalendar } from "./calendar-presenter.ts";
import {
  type Allowed,
  type LinkMaking,
  presentConfirmations,
  presentHosts,
} from "./hosts-presenter.ts";
import type { InternshipPage } from "./service.ts";
import { presentTiles } from "./tiles.ts";

interface Fact {
  term: string;
  text?: string;
  href?: string;
  isMissing?: boolean;
}

export function presentInternship(
  page: InternshipPage,
  wording: Wording,
  can: Allowed,
  of: { making: LinkMaking; traineeId: number | null },
) {
  const { internship, trainees } = page;
  const { texts } = wording;
  const chosen = trainees.find(({ id }) => id === of.traineeId) ?? trainees[0];
  const [latest] = page.confirmations.filter(({ answeredAt }) => answeredAt !== null);
  const waits = page.days.some(({ confirmationId }) => confirmationId === null);
  return {
    pageHeader: presentHeader(internship, wording, can),
    labels: texts.internships.show,
    tiles: presentTiles(page, wording),
    objection: latest?.answer === "objected" && waits ? texts.internships.show.objection : null,
    definitionList: [...presentFacts(internship, wording), ...presentCosts(page, wording)],
    people: can.readNames ? presentPeople(page, wording, can, chosen) : null,
    peopleCount: texts.internships.traineesCount(trainees.length),
    addTrainee: can.edit ? paths.newTrainee(internship.projectId, internship.id) : null,
    addHost: can.edit ? paths.newHost(internship.projectId, internship.id) : null,
    hosts: presentHosts(page, wording, can, of.making),
    calendar: can.readNames && chosen ? presentDays(page, chosen, wording, can) : null,
    confirmations: presentConfirmations(page, wording),
    historyList: presentHistory(page.history, wording),
  };
}

/** What its expenditure comes to, to the haléř. */
function presentCosts({ internship, costs }: InternshipPage, wording: Wording): Fact[] {
  const { projectId, id } = internship;
  if (costs.count === 0) return [];
  return [costsFact({ projectId, kind: "internship", id }, costs, wording)];
}

function presentHeader(internship: Internship, { texts }: Wording, can: Allowed) {
  const words = texts.internships;
  const { projectId, id, state, archivedAt } = internship;
  const { forward, back, canCancel } = stepsFrom(state);
  const step = (to: typeof forward) => ({
    href: withQuery(paths.newInternshipState(projectId, id), { to }),
    label: to === null ? "" : stepLabel(state, to, texts),
  });
  const isLive = archivedAt === null;
  const more = [
    { href: paths.editInternship(projectId, id), label: words.edit, icon: "pencil" },
    ...(back === null ? [] : [{ ...step(back), icon: "arrow-back-up" }]),
    ...(canCancel ? [{ ...step("cancelled"), icon: "circle-x", isDanger: true }] : []),
    {
      href: paths.internshipArchive(projectId, id),
      label: words.archive,
      icon: "archive",
      method: "post" as const,
    },
  ];
  const restore = {
    href: paths.internshipRestoration(projectId, id),
    label: words.restore,
    icon: "archive-off",
    method: "post" as const,
  };
  return {
    title: internship.title,
    code: codeOfActivity(internship) ?? undefined,
    pill: statePill(state, texts),
    actions: can.edit
      ? {
          primary: isLive && forward !== null ? { ...step(forward), icon: "arrow-right" } : null,
          more: isLive ? more : [restore],
        }
      : { primary: null, more: [] },
  };
}

function presentFacts(internship: Internship, wording: Wording): Fact[] {
  const { texts, formats } = wording;
  const { show } = texts.internships;
  const { projectId, activityId, plannedMinutes } = internship;
  const text = (term: string, value: string | null): Fact[] =>
    value === null ? [] : [{ term, text: value }];
  const code = codeOfActivity(internship);
  const activity =
    code === null || activityId === null
      ? []
      : [
          {
            term: show.activity,
            text: `${code} ${internship.activityTitle}`,
            href: paths.activity(projectId, activityId),
          },
        ];
  const support = internship.countsAsSupport ? show.isSupport : show.isNotSupport;
  const { supportCode } = internship;
  return [
    { term: show.dates, text: formats.dateRange(internship.startsOn, internship.endsOn) },
    ...activity,
    ...text(show.purpose, internship.purpose),
    ...text(show.plannedEach, plannedMinutes === null ? null : formats.hours(plannedMinutes)),
    internship.ownerName === null
      ? { term: show.owner, text: show.missing, isMissing: true }
      : { term: show.owner, text: internship.ownerName },
    ...text(show.travel, internship.travel),
    ...text(show.accommodation, internship.accommodation),
    { term: show.support, text: supportCode === null ? support : `${support} (${supportCode})` },
    ...text(show.cancelledReason, internship.cancelledReason),
  ];
}

function presentPeople(
  { internship, trainees }: InternshipPage,
  wording: Wording,
  can: Allowed,
  chosen: Trainee | undefined,
) {
  const { texts, formats } = wording;
  const { show } = texts.internships;
  const { projectId, id, plannedMinutes } = internship;
  return trainees.map((trainee) => {
    const name = personLabel(trainee, true);
    return {
      name,
      code: trainee.code,
      href: `${withQuery(paths.internship(projectId, id), { trainee: trainee.id })}#calendar`,
      isChosen: trainee.id === chosen?.id,
      days: show.daysCount(trainee.days),
      bar: hoursBar(trainee.workedMinutes, plannedMinutes, wording),
      confirmed: formats.hours(trainee.confirmedMinutes),
      removal:
        can.edit && trainee.days === 0
          ? {
              action: paths.traineeRemoval(projectId, id, trainee.id),
              label: show.removeTrainee,
              name: show.removeTraineeOf(name),
            }
          : null,
    };
  });
}

function presentDays(page: InternshipPage, trainee: Trainee, wording: Wording, can: Allowed) {
  const { internship, hosts } = page;
  const { texts, formats } = wording;
  const { show } = texts.internships;
  const days = page.days.filter(({ traineeId }) => traineeId === trainee.id);
  const canWrite =
    can.edit && internship.archivedAt === null && takesDays(internship.state) && hosts.length > 0;
  const hostName = (hostId: number) => hosts.find(({ id }) => id === hostId)?.name ?? "";
  return {
    title: show.calendarOf(personLabel(trainee, true)),
    ...presentCalendar({ internship, trainee, days, canWrite }, wording),
    rows: days.toReversed().map((day) => ({
      date: formats.date(day.workedOn),
      weekday: formats.weekday(day.workedOn),
      hours: formats.hourCount(day.minutes),
      host: hostName(day.hostId),
      diary: day.diary ?? "",
      state: day.confirmationId === null ? show.isNotConfirmed : show.isConfirmed,
      tone: day.confirmationId === null ? "yellow" : "green",
      href: canWrite ? paths.editInternshipDay(internship.projectId, internship.id, day.id) : null,
      deletion: canWrite
        ? paths.newInternshipDayDeletion(internship.projectId, internship.id, day.id)
        : null,
      deletionName: `${texts.internships.days.remove}: ${formats.date(day.workedOn)}`,
    })),
    deletionLabel: texts.internships.days.remove,
    hasSeveralHosts: hosts.length > 1,
    nothing: takesDays(internship.state) ? show.noDays : show.noDaysYet,
    quickForm: canWrite ? presentQuickForm(page, trainee, wording) : null,
  };
}

/** The form beside the calendar: the next day is there already, with the hours of the last one. */
function presentQuickForm(page: InternshipPage, trainee: Trainee, wording: Wording) {
  const { internship, trainees, hosts } = page;
  const { texts } = wording;
  const days = page.days.filter(({ traineeId }) => traineeId === trainee.id);
  const last = days.at(-1);
  const state = blankState(randomUUID(), {
    traineeId: String(trainee.id),
    hostId: String(last?.hostId ?? hosts[0]?.id ?? ""),
    workedOn: nextDay(internship, days, wording.today),
    hours: last ? clockText(last.minutes) : "8:00",
  });
  const rows = dayRows({ trainees, hosts, readsNames: true }, texts);
  const { projectId, id } = internship;
  return {
    title: texts.internships.show.addDay,
    action: paths.internshipDays(projectId, id),
    page: paths.newInternshipDay(projectId, id),
    submission: state.submission,
    rows: rows.map((row) => presentFields([row].flat(), state, texts)),
    formFooter: { submit: texts.internships.days.create },
  };
}

import type { InternshipConfirmation } from "../../../../db/queries/internship-confirmations.ts";
import type { Host } from "../../../../db/queries/internship-people.ts";
import { paths } from "../../../paths.ts";
import { confirmationToken, linkState } from "../links/rules.ts";
import { takesDays } from "../rules.ts";
import type { Wording } from "../words.ts";
import type { InternshipPage } from "./service.ts";

export interface LinkMaking {
  secretKey: string;
  publicUrl: string;
}

export interface Allowed {
  edit: boolean;
  readNames: boolean;
}

/** The hosts with their mentors, what waits for confirmation and the link that was sent. */
export function presentHosts(
  page: InternshipPage,
  wording: Wording,
  can: Allowed,
  making: LinkMaking,
) {
  return page.hosts.map((host) => ({
    name: host.name,
    ico: host.ico === null ? null : wording.texts.internships.show.ico(host.ico),
    mentor: mentorText(host, wording),
    ...presentWaiting(page, host, wording, can),
    link: can.edit ? presentLink(page, host, wording, making) : null,
  }));
}

/** Hours that wait, and what may be done about them; a host without days may go. */
function presentWaiting(page: InternshipPage, host: Host, wording: Wording, can: Allowed) {
  const { show } = wording.texts.internships;
  const { projectId, id, state, archivedAt } = page.internship;
  const own = page.days.filter(({ hostId }) => hostId === host.id);
  const minutes = own
    .filter((day) => day.confirmationId === null && day.workedOn <= wording.today)
    .reduce((sum, day) => sum + day.minutes, 0);
  const waiting = minutes > 0 ? show.toConfirm(wording.formats.hourCount(minutes)) : null;
  if (!can.edit || archivedAt !== null) return { waiting, actions: [], removal: null };
  const ids = [projectId, id, host.id] as const;
  const asking = [
    { href: paths.newMentorLink(...ids), label: show.askMentor },
    { href: paths.newHostConfirmation(...ids), label: show.confirmHere },
  ];
  const asks = takesDays(state) && minutes > 0;
  const removal = { action: paths.hostRemoval(...ids), label: show.removeHost };
  return {
    waiting,
    actions: [{ href: paths.editHost(...ids), label: show.editMentor }, ...(asks ? asking : [])],
    removal: own.length === 0 ? removal : null,
  };
}

function mentorText(host: Host, { texts }: Wording): string {
  const { show } = texts.internships;
  if (host.mentorName === null) return show.noMentor;
  const about = [host.mentorFunction, host.mentorEmail, host.mentorPhone].filter(Boolean);
  return `${show.mentor}: ${[host.mentorName, ...about].join(", ")}`;
}

function presentLink(page: InternshipPage, host: Host, wording: Wording, making: LinkMaking) {
  const { texts, formats, today } = wording;
  const { show } = texts.internships;
  const { projectId, id: internshipId } = page.internship;
  const open = page.confirmations.find(
    (one) => one.hostId === host.id && linkState(one, today) === "open",
  );
  if (!open || open.answerBy === null) return null;
  const { createdAt, mailedAt } = open;
  const token = confirmationToken(making.secretKey, { internshipId, hostId: host.id, createdAt });
  return {
    id: `link-${open.id}`,
    label: show.linkLabel(host.name),
    address: `${making.publicUrl}${paths.mentorConfirmation(token)}`,
    sentence: show.openLink(formats.date(open.answerBy)),
    note: mailedAt === null ? show.linkToSend : show.linkMailed,
    revocation: paths.mentorLinkRevocation(projectId, internshipId, open.id),
    revoke: show.revoke,
  };
}

/** Who confirmed what and who objected, the newest first; links that came to nothing among them. */
export function presentConfirmations(page: InternshipPage, wording: Wording) {
  return page.confirmations.map((one) => presentAnswer(one, wording));
}

function presentAnswer(one: InternshipConfirmation, wording: Wording) {
  const { texts, formats, today } = wording;
  const { show } = texts.internships;
  const state = linkState(one, today);
  if (one.answer === null) {
    return {
      line: show.asked(one.hostName),
      note: null,
      by: [one.createdByName, formats.dateTime(one.createdAt)].filter(Boolean).join(", "),
      state: show.linkStates[state],
      isObjection: false,
    };
  }
  const name = one.answeredName ?? texts.history.system;
  const isObjection = one.answer === "objected";
  return {
    line: isObjection
      ? show.objectedBy(name)
      : show.confirmedBy(name, formats.hourCount(one.confirmedMinutes ?? 0)),
    note: one.note,
    by: [one.hostName, one.answeredAt && formats.dateTime(one.answeredAt)]
      .filter(Boolean)
      .join(", "),
    state: state === "own" ? show.byProject : isObjection ? "" : show.byMentor,
    isObjection,
  };
}

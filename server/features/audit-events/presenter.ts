import type { LoggedEvent } from "../../../db/queries/audit-log.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { type HistoryEntry, presentHistory, whoActed } from "../../web/history-list.ts";
import { auditHref, type Choices, presentAuditFilters } from "./filters.ts";
import type { AuditView } from "./schema.ts";
import type { CheckedSeal } from "./seals/service.ts";
import { MOST_EXPORTED } from "./service.ts";

export interface Words {
  texts: Texts;
  formats: Formats;
}

export interface AuditPage {
  events: LoggedEvent[];
  hasOlder: boolean;
  seal: CheckedSeal | undefined;
  choices: Choices;
  canSeeUsers: boolean;
  canSeeLostFiles: boolean;
}

export function presentAuditLog(page: AuditPage, view: AuditView, words: Words) {
  const { texts, formats } = words;
  const { auditEvents } = texts;
  const { events, hasOlder, seal } = page;
  return {
    pageHeader: {
      title: auditEvents.title,
      subtitle: auditEvents.subtitle,
      ...(seal && { pill: sealPill(seal, words) }),
      actions: {
        more: [
          { href: paths.auditSeals(), label: auditEvents.seals.link, icon: "shield-check" },
          ...(page.canSeeLostFiles
            ? [{ href: paths.lostFiles(), label: texts.storedFiles.link, icon: "paperclip" }]
            : []),
          {
            href: paths.personalDataAccesses(),
            label: texts.personalData.accesses.link,
            icon: "eye",
          },
          {
            href: paths.staffDataAccesses(),
            label: texts.staffAccesses.title,
            icon: "eye",
          },
          {
            href: auditHref(view, { format: "xlsx" }),
            label: auditEvents.exportMost(formats.number(MOST_EXPORTED)),
            icon: "file-spreadsheet",
          },
        ],
      },
    },
    filterBar: presentAuditFilters(view, page.choices, words),
    columns: auditEvents.columns,
    rows: events.map((event) => ({
      ...presentEvent(event, words),
      objectHref: objectHref(event, page),
    })),
    empty: {
      text: auditEvents.nothing,
      icon: "history",
      second: { href: paths.audit(), label: texts.frame.filter.clear },
    },
    shown: auditEvents.shown(events.length),
    newest: view.before
      ? { href: auditHref(view, { before: null }), label: auditEvents.newest }
      : null,
    older: hasOlder
      ? { href: auditHref(view, { before: events.at(-1)?.id ?? null }), label: auditEvents.older }
      : null,
  };
}

/** Colour and word for a state of the newest seal. */
function sealPill(seal: CheckedSeal, { texts, formats }: Words) {
  const { seals } = texts.auditEvents;
  const on = formats.date(seal.day);
  return seal.isIntact
    ? { tone: "green", label: seals.sealedUntil(on) }
    : { tone: "red", label: seals.brokenOn(on) };
}

function presentEvent(event: LoggedEvent, words: Words) {
  const { auditEvents } = words.texts;
  const line = presentHistory([event], words)[0] as HistoryEntry;
  const { changes } = line;
  return {
    when: line.when,
    who: whoDid(event, words.texts),
    address: event.address ?? "",
    what: line.what,
    outcome: event.outcome === "done" ? null : auditEvents.outcomes[event.outcome],
    object: objectText(event, words.texts),
    project: event.projectName ?? "",
    projectHref: event.projectId === null ? null : paths.project(event.projectId),
    summary: changes.length === 0 ? null : auditEvents.changes(changes.length),
    changes,
  };
}

/** Jobs have no address; somebody who was not let in has nothing else. */
export function whoDid(event: LoggedEvent, texts: Texts): string {
  const actor = whoActed(event, texts);
  if (actor !== null) return actor;
  return event.address === null ? texts.history.system : texts.auditEvents.nobody;
}

export function objectText({ objectType, objectId }: LoggedEvent, texts: Texts): string {
  const { objectTypes, numbered } = texts.auditEvents;
  const type = objectTypes[objectType] ?? objectType;
  return objectId === null ? type : numbered(type, objectId);
}

type Address = (projectId: number, id: number) => string;

const IN_PROJECT: Record<string, Address> = {
  activity: paths.activity,
  milestone: paths.milestone,
  event: paths.event,
  campaign: paths.campaign,
  risk: paths.risk,
  control: paths.control,
  resolution: paths.resolution,
  indicator: paths.indicator,
  "log-entry": paths.logEntry,
  participation: paths.participant,
};

function objectHref(
  { objectType, objectId, projectId }: LoggedEvent,
  { canSeeUsers }: AuditPage,
): string | null {
  if (objectId === null) return null;
  if (objectType === "user") return canSeeUsers ? paths.user(objectId) : null;
  if (objectType === "project") return paths.project(objectId);
  return projectId === null ? null : (IN_PROJECT[objectType]?.(projectId, objectId) ?? null);
}

export function presentSeals(seals: CheckedSeal[], older: string | null, words: Words) {
  const { texts, formats } = words;
  const labels = texts.auditEvents.seals;
  return {
    pageHeader: { title: labels.title, subtitle: labels.subtitle },
    columns: labels.columns,
    rows: seals.map((seal) => ({
      day: formats.date(seal.day),
      events: formats.number(seal.events),
      pill: seal.isIntact
        ? { tone: "green", label: labels.intact }
        : { tone: "red", label: labels.broken },
      hash: seal.hash,
      sealedAt: formats.dateTime(seal.sealedAt),
    })),
    empty: { text: labels.none, icon: "shield-check" },
    older: older && { href: older, label: labels.older },
  };
}

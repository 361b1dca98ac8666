import type { LedgerFilter, LedgerRow } from "../../../../db/queries/mail-ledger.ts";
import type { MailState } from "../../../../db/queries/outgoing-mails.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import { ledgerKinds, ledgerStates } from "./schema.ts";
import type { MailHealth, StateCounts } from "./service.ts";

export interface Words {
  texts: Texts;
  formats: Formats;
}

const TONES = {
  pending: "blue",
  sending: "blue",
  sent: "green",
  failed: "red",
  cancelled: "grey",
  held: "yellow",
  uncertain: "yellow",
} as const;

export function mailPill(state: MailState, texts: Texts) {
  return { tone: TONES[state], label: texts.outbox.states[state] };
}

export function templateText(template: string, texts: Texts): string {
  return (texts.outbox.templates as Record<string, string>)[template] ?? template;
}

export function reasonText(reason: string | null, texts: Texts): string | null {
  if (reason === null) return null;
  return (texts.outbox.reasons as Record<string, string>)[reason] ?? texts.outbox.reasons.other;
}

interface Ledger {
  rows: LedgerRow[];
  counts: StateCounts;
  filter: LedgerFilter;
  page: number;
  health: MailHealth;
}

export function presentLedger(ledger: Ledger, words: Words) {
  const { rows, counts, filter, page, health } = ledger;
  const { texts, formats } = words;
  const { outbox } = texts;
  const all = ledgerStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const total = filter.state ? (counts[filter.state] ?? 0) : all;
  const held = counts.held ?? 0;
  return {
    pageHeader: {
      title: outbox.title,
      actions: {
        primary: { href: paths.mailPreview(), label: outbox.preview.link, icon: "calendar-due" },
      },
      tabs: presentTabs(ledger, all, words),
    },
    pause: {
      action: paths.mailPause(),
      label: health.isPaused ? outbox.resume : outbox.pause,
      value: String(!health.isPaused),
    },
    release:
      held > 0
        ? {
            action: paths.mailRelease(),
            label: outbox.release,
            hint: outbox.releaseHint(formats.number(held), held),
          }
        : null,
    filterBar: presentFilters(filter, texts),
    labels: outbox.columns,
    rows: rows.map((row) => presentRow(row, words)),
    emptyState: rows.length > 0 ? null : emptyState(filter, texts),
    pagination: presentPagination({
      page,
      total,
      summary: summary(page, total, words),
      href: (wanted) => ledgerHref(filter, { page: wanted === 1 ? null : wanted }),
    }),
  };
}

function presentRow(row: LedgerRow, { texts, formats }: Words) {
  const { outbox } = texts;
  const isWaiting = row.state === "pending" || row.state === "uncertain";
  const notes = [reasonText(row.reason, texts)];
  if (row.state !== "sent" && row.lastError) notes.push(row.lastError.slice(0, 120));
  if (isWaiting && row.attempts > 0)
    notes.push(outbox.nextTry(formats.dateTime(row.nextAttemptAt)));
  return {
    href: paths.mailMessage(row.id),
    created: formats.dateTime(row.createdAt),
    recipient: row.recipientName ?? "",
    address: row.recipientAddress ?? "",
    mail: templateText(row.template, texts),
    pill: mailPill(row.state, texts),
    note: notes.filter(Boolean).join(" · "),
    sent: row.sentAt ? formats.dateTime(row.sentAt) : "",
    attempts: String(row.attempts),
  };
}

function presentTabs({ filter, counts }: Ledger, all: number, { texts, formats }: Words) {
  const { outbox } = texts;
  const tab = (state: MailState | null, label: string, count: number) => ({
    href: ledgerHref({ ...filter, state }),
    label,
    count: formats.number(count),
    isCurrent: filter.state === state,
    ...(state === "failed" && count > 0 ? { tone: "red" as const } : {}),
    ...(state === "held" && count > 0 ? { tone: "yellow" as const } : {}),
  });
  return [
    tab(null, outbox.all, all),
    ...ledgerStates.map((state) => tab(state, outbox.states[state], counts[state] ?? 0)),
  ];
}

function presentFilters(filter: LedgerFilter, texts: Texts) {
  const { outbox } = texts;
  const kinds = ledgerKinds.map((kind) => ({ value: kind, label: outbox.kinds[kind] }));
  return {
    action: paths.mail(),
    hidden: filter.state ? [{ name: "state", value: filter.state }] : [],
    fields: [
      {
        type: "select",
        name: "kind",
        label: outbox.filters.kind,
        isLabelHidden: true,
        isAutosubmit: true,
        value: filter.kind ?? "",
        options: [{ value: "", label: outbox.filters.anyKind }, ...kinds],
      },
    ],
    chips: [],
  };
}

function emptyState(filter: LedgerFilter, { outbox }: Texts) {
  if (filter.state || filter.kind)
    return {
      text: outbox.noneHere,
      icon: "filter",
      action: { href: paths.mail(), label: outbox.clear },
    };
  return { text: outbox.empty, detail: outbox.emptyDetail, icon: "mail" };
}

function summary(page: number, total: number, { texts, formats }: Words): string {
  if (total <= PAGE_SIZE) return texts.outbox.count(formats.number(total), total);
  const from = (page - 1) * PAGE_SIZE + 1;
  const to = Math.min(from + PAGE_SIZE - 1, total);
  return texts.outbox.range(formats.number(from), formats.number(to), formats.number(total));
}

function ledgerHref(filter: LedgerFilter, more: { page?: number | null } = {}): string {
  return withQuery(paths.mail(), { state: filter.state, kind: filter.kind, page: more.page });
}

/** What administrators are to see when mails do not leave; null while they do. */
export function presentMailBanner(health: MailHealth, now: string, { texts, formats }: Words) {
  const { outbox } = texts;
  const link = { href: paths.mail(), linkText: outbox.toLedger };
  if (health.isPaused) return { tone: "warning", text: outbox.paused, ...link };
  if (health.openUntil !== null && (health.openUntil > now || health.failures > 0)) {
    const text = [outbox.down(formats.dateTime(health.openUntil))];
    if (health.lastError) text.push(outbox.downDetail(health.lastError));
    return { tone: "danger", text: text.join(" "), ...link };
  }
  const { failedThisWeek: failed } = health;
  if (failed === 0) return null;
  const text = outbox.failures(formats.number(failed), failed);
  return { tone: "warning", text, href: `${paths.mail()}?state=failed`, linkText: link.linkText };
}

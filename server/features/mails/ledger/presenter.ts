import type { LedgerRow } from "../../../../db/queries/mail-ledger.ts";
import type { MailState } from "../../../../db/queries/outgoing-mails.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import { type AskedLedger, ledgerKinds, ledgerStates } from "./schema.ts";
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
  recipientName: string | null;
  asked: AskedLedger;
  page: number;
  health: MailHealth;
}

export function presentLedger(ledger: Ledger, words: Words) {
  const { rows, counts, asked, page, health } = ledger;
  const { texts, formats } = words;
  const { outbox } = texts;
  const all = ledgerStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const total = asked.state ? (counts[asked.state] ?? 0) : all;
  const held = counts.held ?? 0;
  return {
    pageHeader: {
      title: outbox.title,
      actions: {
        primary: { href: paths.mailPreview(), label: outbox.preview.link, icon: "calendar-due" },
        more: [{ href: paths.mailTexts(), label: texts.mailTexts.title, icon: "pencil" }],
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
    retry:
      health.failedThisWeek > 0 && asked.state === "failed"
        ? { action: paths.mailRetries(), label: outbox.retryFailed, hint: outbox.retryFailedHint }
        : null,
    filterBar: presentFilters(ledger, words),
    labels: outbox.columns,
    rows: rows.map((row) => presentRow(row, words)),
    emptyState: rows.length > 0 ? null : emptyState(asked, texts),
    pagination: presentPagination({
      page,
      total,
      summary: summary(page, total, words),
      href: (wanted) => ledgerHref(asked, { page: wanted === 1 ? null : wanted }),
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

function presentTabs({ asked, counts }: Ledger, all: number, { texts, formats }: Words) {
  const { outbox } = texts;
  const tab = (state: MailState | null, label: string, count: number) => ({
    href: ledgerHref({ ...asked, state }),
    label,
    count: formats.number(count),
    isCurrent: asked.state === state,
    ...(state === "failed" && count > 0 ? { tone: "red" as const } : {}),
    ...(state === "held" && count > 0 ? { tone: "yellow" as const } : {}),
  });
  return [
    tab(null, outbox.all, all),
    ...ledgerStates.map((state) => tab(state, outbox.states[state], counts[state] ?? 0)),
  ];
}

function presentFilters({ asked, recipientName }: Ledger, { texts }: Words) {
  const { outbox } = texts;
  const kinds = ledgerKinds.map((kind) => ({ value: kind, label: outbox.kinds[kind] }));
  const day = (name: "from" | "until") => ({
    ...{ type: "date", name, label: outbox.filters[name], value: asked[name] ?? "" },
    isAutosubmit: true,
  });
  const hidden = { state: asked.state, recipient: asked.recipient };
  return {
    action: paths.mail(),
    hidden: Object.entries(hidden).flatMap(([name, value]) => (value ? [{ name, value }] : [])),
    fields: [
      {
        type: "select",
        name: "kind",
        label: outbox.filters.kind,
        isLabelHidden: true,
        isAutosubmit: true,
        value: asked.kind ?? "",
        options: [{ value: "", label: outbox.filters.anyKind }, ...kinds],
      },
      day("from"),
      day("until"),
    ],
    chips:
      asked.recipient && recipientName
        ? [{ label: recipientName, href: ledgerHref({ ...asked, recipient: null }) }]
        : [],
  };
}

function emptyState({ state, kind, recipient, from, until }: AskedLedger, { outbox }: Texts) {
  if (state || kind || recipient || from || until)
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

function ledgerHref(asked: AskedLedger, more: { page?: number | null } = {}): string {
  return withQuery(paths.mail(), { ...asked, page: more.page });
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
  if (health.stuckSince !== null)
    return { tone: "danger", text: outbox.stuck(formats.dateTime(health.stuckSince)), ...link };
  const { failedThisWeek: failed } = health;
  if (failed === 0) return null;
  const text = outbox.failures(formats.number(failed), failed);
  return { tone: "warning", text, href: `${paths.mail()}?state=failed`, linkText: link.linkText };
}

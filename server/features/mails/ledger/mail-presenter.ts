import type { LedgerAttempt, LedgerMail } from "../../../../db/queries/mail-ledger.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { mailPill, reasonText, templateText, type Words } from "./presenter.ts";
import type { Wording } from "./service.ts";

const MAY_BE_RETRIED = ["failed", "held", "pending", "uncertain"];

/** One mail of the ledger: its facts, its tries and its wording. */
export function presentMail(
  { mail, attempts, wording }: { mail: LedgerMail; attempts: LedgerAttempt[]; wording: Wording },
  { texts, formats }: Words,
) {
  const { outbox } = texts;
  const title = templateText(mail.template, texts);
  return {
    pageHeader: {
      title: `${title} – ${mail.recipientName ?? ""}`,
      pill: mailPill(mail.state, texts),
    },
    retry: MAY_BE_RETRIED.includes(mail.state)
      ? { action: paths.mailRetry(mail.id), label: outbox.retry }
      : null,
    factsTitle: outbox.facts.title,
    facts: presentFacts(mail, { texts, formats }),
    attemptsTitle: outbox.attemptsTitle,
    attemptLabels: outbox.attemptColumns,
    noAttempts: outbox.noAttempts,
    attempts: attempts.map((attempt) => presentAttempt(attempt, { texts, formats })),
    wordingTitle: outbox.letter.title,
    wording: presentWording(wording, mail, texts),
  };
}

function presentFacts(mail: LedgerMail, { texts, formats }: Words) {
  const { outbox } = texts;
  const at = (instant: string | null) => (instant ? formats.dateTime(instant) : null);
  const facts: [string, string | null][] = [
    [outbox.columns.recipient, mail.recipientAddress],
    [outbox.columns.created, at(mail.createdAt)],
    [outbox.facts.due, at(mail.dueAt)],
    [outbox.columns.sent, at(mail.sentAt)],
    [outbox.columns.attempts, String(mail.attempts)],
    [outbox.facts.reason, reasonText(mail.reason, texts)],
    [outbox.facts.lastAnswer, mail.lastError],
    [outbox.facts.messageId, mail.messageId],
  ];
  return facts.flatMap(([term, text]) => (text ? [{ term, text }] : []));
}

function presentAttempt(attempt: LedgerAttempt, { texts, formats }: Words) {
  const { outcomes, phases } = texts.outbox;
  const outcome = attempt.outcome as keyof typeof outcomes | null;
  const phase = attempt.phase as keyof typeof phases | null;
  return {
    started: formats.dateTime(attempt.startedAt),
    ended: attempt.endedAt ? formats.dateTime(attempt.endedAt) : "",
    outcome: outcomes[outcome ?? "none"],
    phase: phase ? phases[phase] : "",
    answer: attempt.answer ?? attempt.code ?? "",
  };
}

function presentWording(wording: Wording, mail: LedgerMail, texts: Texts) {
  const { letter: words } = texts.outbox;
  if (wording.shown === "secret") return { note: words.secret };
  if (wording.shown === "confidential") return { note: words.confidential };
  if (wording.shown === "unneeded")
    return { note: words.unneeded(reasonText(wording.reason, texts) ?? "") };
  return {
    note: wording.shown === "sent" ? words.sentAs : words.now,
    subjectLabel: words.subject,
    subject: wording.letter.subject,
    text: wording.letter.text,
    html: { href: paths.mailLetter(mail.id), label: words.html },
  };
}

import { randomUUID } from "node:crypto";
import type { Plan } from "../../../../db/queries/plans.ts";
import { paths } from "../../../paths.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { Wording } from "../../plans/words.ts";
import { yearsText } from "../../plans/words.ts";
import { warningText } from "../cards/findings.ts";
import { isToWrite } from "../comparing/rules.ts";
import type { ComparedImport } from "../comparing/service.ts";
import { NO_STEPS, statePill } from "../words.ts";
import { presentList } from "./list.ts";
import type { Filter } from "./rules.ts";

export interface ImportPage {
  plan: Plan;
  compared: ComparedImport;
  filter: Filter;
}

/** What was found in an annex, what waits for a decision, and what would be written. */
export function presentPlanImport(page: ImportPage, wording: Wording) {
  const { compared } = page;
  const { texts, formats } = wording;
  const { planImports: words } = texts;
  const { found, findings } = compared;
  const isOpen = found.state === "read";
  const isLiving = page.plan.archivedAt === null;
  return {
    pageHeader: {
      title: found.fileName,
      subtitle: words.by(found.readByName ?? texts.history.system, formats.dateTime(found.readAt)),
      pill: isOpen ? openPill(compared, texts) : statePill(found.state, texts),
    },
    labels: words.show,
    notice: noticeOf(page, wording),
    tiles: presentTiles(page, wording),
    steps: isLiving ? presentSteps(page, wording) : { ...NO_STEPS, toPlan: toPlan(page, wording) },
    wholeWarnings: findings.warnings.map((warning) => warningText(warning, texts)),
    list: presentList(page, wording),
    missing: compared.missing.map(({ id, content }) => ({
      href: paths.card(found.planId, id),
      label: `${content.number} ${content.name}`,
    })),
    ...(isOpen ? presentAreas(compared, texts) : { freshAreas: [], renamedAreas: [] }),
    linesHref: paths.planImportLines(found.planId, found.id),
  };
}

/** Whose turn it is: a person's who decides, or the plan's to be written into. */
function openPill({ cards }: ComparedImport, { planImports }: Wording["texts"]) {
  const { show: words } = planImports;
  if (cards.some(({ block }) => block !== null))
    return { tone: "yellow" as const, label: words.undecided };
  return cards.some(isToWrite)
    ? { tone: "green" as const, label: words.ready }
    : { tone: "grey" as const, label: words.upToDate };
}

function noticeOf({ compared }: ImportPage, { texts }: Wording) {
  const { show: words } = texts.planImports;
  const { found, cards } = compared;
  if (found.state === "undone") return { tone: "info" as const, text: words.undone };
  if (found.state === "dropped") return { tone: "info" as const, text: words.dropped };
  if (found.state === "applied") {
    const written = cards.filter(isToWrite);
    const created = written.filter(({ outcome }) => outcome === "new").length;
    const text = words.applied(created, written.length - created);
    return { tone: "success" as const, text };
  }
  const isSame = cards.every((card) => !isToWrite(card) && card.block === null);
  return isSame ? { tone: "info" as const, text: words.nothing } : null;
}

function presentTiles({ compared }: ImportPage, { texts, formats }: Wording) {
  const { show: words } = texts.planImports;
  const { cards, findings, found } = compared;
  const { counts } = findings;
  const lines = counts.field + counts.heading + counts.noise + counts.blank + counts.unrecognised;
  const warned = cards.filter(({ recognised }) => recognised.warnings.length > 0);
  const warnings = warned.reduce((sum, { recognised }) => sum + recognised.warnings.length, 0);
  const waiting = cards.filter(({ block }) => block !== null).length;
  const kept = cards.filter(({ decision }) => decision !== "skipped");
  const count = (wanted: string) => kept.filter(({ outcome }) => outcome === wanted).length;
  const address = paths.planImport(found.planId, found.id);
  const decided = {
    label: words.tiles.decided,
    value: words.decidedOf(formats.number(cards.length - waiting), formats.number(cards.length)),
    note: words.decidedNote(waiting),
    icon: "list-check",
    bar: { percent: Math.round(((cards.length - waiting) / cards.length) * 100) },
    ...(waiting > 0
      ? { href: withQuery(address, { show: "blocked" }), tone: "yellow" as const }
      : {}),
  };
  return [
    {
      label: words.tiles.cards,
      value: formats.number(cards.length),
      note: words.cardsNote(
        count("new"),
        count("changed"),
        count("same"),
        cards.length - kept.length,
      ),
      icon: "file-text",
    },
    ...(found.state === "read" ? [decided] : []),
    {
      label: words.tiles.warnings,
      value: formats.number(warnings),
      note: words.warningsNote(warned.length),
      icon: "alert-triangle",
      ...(warned.length > 0 ? { href: withQuery(address, { show: "warnings" }) } : {}),
    },
    {
      label: words.tiles.lines,
      value: formats.number(lines),
      note: words.linesNote(counts.unrecognised),
      icon: "list-details",
      href: paths.planImportLines(found.planId, found.id),
      ...(counts.unrecognised > 0 ? { tone: "yellow" as const } : {}),
    },
  ];
}

function toPlan({ plan }: ImportPage, { texts }: Wording) {
  return { href: paths.plan(plan.id), label: texts.planImports.show.toPlan };
}

/** The main step is the one that can be taken: to write, or to go on with what waits. */
function presentSteps(page: ImportPage, wording: Wording) {
  const { plan, compared } = page;
  const { texts } = wording;
  const { show: words } = texts.planImports;
  const closed = { ...NO_STEPS, toPlan: toPlan(page, wording) };
  const { found, cards } = compared;
  const { planId, id, version } = found;
  const step = (action: string, label: string) => ({
    ...{ action, label, version: String(version), submission: randomUUID() },
  });
  if (found.state === "applied") {
    const undo = step(paths.planImportUndoing(planId, id), words.undo);
    return { ...closed, others: [undo], hint: words.undoHint };
  }
  if (found.state !== "read") return closed;
  const blocked = cards.find(({ block }) => block !== null);
  const written = cards.filter(isToWrite).length;
  const plain = cards.filter(
    ({ decision, proposals, block, outcome }) =>
      decision === null && proposals === 0 && block === null && outcome !== "same",
  ).length;
  const drop = step(paths.planImportDropping(planId, id), words.drop);
  const accept = step(paths.planImportAcceptance(planId, id), words.accept(plain));
  const apply = {
    ...step(paths.planImportApplication(planId, id), words.apply(written)),
    fingerprint: compared.fingerprint,
  };
  const first = cards[0];
  return {
    ...NO_STEPS,
    apply: blocked || written === 0 ? null : apply,
    adopt: blocked || written === 0 ? null : headToAdopt(plan, compared, texts),
    goOn: blocked
      ? {
          href: withQuery(paths.importedCard(planId, id, blocked.ordinal), { show: "blocked" }),
          label: words.goOn,
        }
      : null,
    start: first
      ? { href: paths.importedCard(planId, id, first.ordinal), label: words.start }
      : null,
    others: [...(plain > 0 && blocked ? [accept] : []), drop],
  };
}

/** What the annex says of the whole plan, where the plan says otherwise. */
function headToAdopt(plan: Plan, { findings }: ComparedImport, texts: Wording["texts"]) {
  const title = findings.title ?? plan.title;
  const region = findings.region ?? plan.region;
  const hasYears = findings.fromYear !== null;
  const years = hasYears ? findings : plan;
  const isSame =
    title === plan.title &&
    region === plan.region &&
    years.fromYear === plan.fromYear &&
    years.toYear === plan.toYear;
  if (isSame) return null;
  const told = [title, region, yearsText(years, texts)].filter((part) => part !== null);
  return texts.planImports.show.adopt(told.join(" · "));
}

function presentAreas({ freshAreas, areas }: ComparedImport, { planImports }: Wording["texts"]) {
  const titles = new Map(areas.map(({ code, title }) => [code, title]));
  return {
    freshAreas: freshAreas
      .filter(({ code }) => !titles.has(code))
      .map(({ code, title }) => `${code} ${title}`),
    renamedAreas: freshAreas
      .filter(({ code }) => titles.has(code))
      .map(({ code, title }) =>
        planImports.show.renamed(`${code} ${titles.get(code) ?? ""}`, title),
      ),
  };
}

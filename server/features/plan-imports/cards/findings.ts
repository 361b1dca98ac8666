import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { ComparedCard } from "../comparing/rules.ts";
import type { ComparedImport } from "../comparing/service.ts";
import { compareTexts } from "../differences/rules.ts";
import type { AnnexField, AnnexWarning, Repair } from "../recognition/rules.ts";
import type { Filter } from "../show/rules.ts";

interface Given {
  compared: ComparedImport;
  card: ComparedCard;
  filter: Filter;
}

/** What we doubt of a card and what we propose about it, by the field it speaks of; the whole card under null. */
export function findingsByField({ compared, card, filter }: Given, texts: Texts) {
  const { recognised } = card;
  const shared = compared.findings.shared.filter(
    ({ ordinal, repair }) => ordinal !== card.ordinal && repair.others.includes(card.ordinal),
  );
  // Of a repair that both cards tell, this card's own saying holds.
  const repairs = [...shared.map(({ repair }) => repair), ...recognised.repairs];
  const unique = [...new Map(repairs.map((repair) => [repair.id, repair])).values()];
  const of = (field: AnnexField | null) => ({
    warnings: recognised.warnings
      .filter((warning) => (warning.field ?? null) === field && !isTold(warning, unique))
      .map((warning) => warningText(warning, texts)),
    proposals: unique
      .filter((repair) => (repair.field ?? null) === field)
      .map((repair) => presentRepair(repair, { compared, card, filter }, texts)),
  });
  return of;
}

/** Its repair says it. */
function isTold({ repairId }: AnnexWarning, repairs: readonly Repair[]): boolean {
  return repairId !== undefined && repairs.some(({ id }) => id === repairId);
}

export function warningText({ code, params = {} }: AnnexWarning, texts: Texts): string {
  const { warnings, unknownWarning } = texts.planImportWarnings;
  const text = warnings[code];
  if (text === undefined) return unknownWarning;
  return typeof text === "string" ? text : text(params);
}

function presentRepair(repair: Repair, given: Given, texts: Texts) {
  const { compared, card } = given;
  const words = texts.planImports.card;
  const isDeclined = compared.declined.has(repair.id);
  return {
    text: repairText(repair, card, texts),
    ...changeOf(repair),
    isDeclined,
    state: isDeclined ? words.isDeclined : words.isDone,
    touches: touchedCards(repair, compared, card.ordinal).map((other) => ({
      href: addressOf(paths.importedCard, other, given),
      label: words.touches(other.content.number || words.noNumber),
    })),
    form:
      compared.found.state === "read"
        ? {
            action: addressOf(paths.importedCardRepair, card, given),
            repair: repair.id,
            state: isDeclined ? "taken" : "declined",
            label: isDeclined ? words.take : words.decline,
          }
        : null,
  };
}

/** Words that change, or a text that comes or goes as a whole: nothing of it is struck out. */
function changeOf({ before, after }: Repair) {
  const isMoved = before === "" || after === "";
  return {
    moved: isMoved ? before + after : null,
    pieces: isMoved || before === after ? [] : compareTexts(before, after),
  };
}

/** A warning that leads to the repair knows more of it than its kind does. */
function repairText(repair: Repair, { recognised }: ComparedCard, texts: Texts): string {
  const { warnings, repairs, unknownRepair } = texts.planImportWarnings;
  const told = recognised.warnings.find(({ repairId }) => repairId === repair.id);
  if (told && warnings[told.code] !== undefined) return warningText(told, texts);
  return repairs[repair.kind] ?? unknownRepair;
}

/** Of a card, in the list at hand. */
function addressOf(
  path: typeof paths.importedCard,
  { ordinal }: ComparedCard,
  { compared, filter }: Given,
): string {
  const { planId, id } = compared.found;
  return withQuery(path(planId, id, ordinal), { show: filter === "all" ? null : filter });
}

/** The other cards of a repair: whoever tells it is one of them. */
function touchedCards(
  repair: Repair,
  { findings, cards }: ComparedImport,
  ordinal: number,
): ComparedCard[] {
  const teller = findings.shared.find((one) => one.repair.id === repair.id)?.ordinal;
  const all = new Set([...repair.others, ...(teller === undefined ? [] : [teller])]);
  all.delete(ordinal);
  return cards.filter((card) => all.has(card.ordinal));
}

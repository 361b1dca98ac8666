import { type Draft, paragraph } from "../draft.ts";
import type { Block, Line } from "../fitting.ts";
import { isMissed, sentenceOf } from "../rules.ts";

const WORSE = new Set(["at-risk", "off-track", "on-hold"]);

/** What stood in the way; nothing where nothing is known of. */
export function problemOf(draft: Draft): Block[] {
  const { words } = draft;
  const { problems, restOf } = words.drafts;
  const missed = missedOf(draft).map(
    ({ title, dueOn }) => `${words.drafts.quoted(title)} (${words.formats.date(dueOn)})`,
  );
  return [
    { heading: null, lines: statusLines(draft), rest: restOf },
    ...risksOf(draft).map(({ title, description }) =>
      sentenceOf(problems.occurred(words.drafts.quoted(title), description)),
    ),
    missed.length === 0 ? "" : problems.overdue(missed.join(", ")),
    vacant(draft),
  ];
}

/** What is being done about it. */
export function solutionOf(draft: Draft): Block[] {
  const { words } = draft;
  const { problems, restOf, quoted } = words.drafts;
  const measures = risksOf(draft).flatMap(({ title, measure }) =>
    measure === null ? [] : { text: problems.measure(quoted(title), sentenceOf(measure)) },
  );
  const to = draft.material.seenOn;
  const expected = missedOf(draft).flatMap(({ title, expectedOn }) =>
    expectedOn === null || expectedOn <= to
      ? []
      : { text: `${problems.expected(quoted(title), words.formats.date(expectedOn))}.` },
  );
  return [{ heading: null, lines: [...measures, ...expected], rest: restOf }];
}

/** What the manager said of troubles, each wording once. */
function statusLines({ material, words }: Draft): Line[] {
  const seen = new Set<string>();
  return material.statuses.flatMap(({ health, sentence, on }) => {
    if (!WORSE.has(health) || seen.has(sentence)) return [];
    seen.add(sentence);
    const text = words.drafts.problems.status(words.formats.date(on), sentenceOf(sentence));
    return [{ text, weight: seen.size }];
  });
}

function risksOf({ material }: Draft) {
  return material.risks.filter(({ state }) => state === "occurred");
}

function missedOf({ material }: Draft) {
  return material.milestones.filter(
    (milestone) => milestone.kind !== "task" && isMissed(milestone, material.seenOn),
  );
}

const UNOCCUPIED = new Set(["vacant", "vacated", "advertised"]);

/** Positions that the period left without anybody. */
function vacant({ material, words }: Draft): string {
  const last = new Map(material.positionStates.map(({ name, state }) => [name, state]));
  const names = [...last].filter(([, state]) => UNOCCUPIED.has(state)).map(([name]) => name);
  return names.length === 0 ? "" : paragraph([words.drafts.problems.vacant(names.join(", "))]);
}

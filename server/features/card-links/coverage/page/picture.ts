import { paths } from "../../../../paths.ts";
import type { Formats } from "../../../../texts/formats.ts";
import type { Texts } from "../../../../texts/index.ts";
import { withQuery } from "../../../../web/query-string.ts";
import { type CoverageState, coverageStates } from "../../rules.ts";
import { cutBar, type Group, type Grouping, isBare } from "../groups/rules.ts";

/** From which share of a bar there is room for its number. */
const ROOM_FOR_NUMBER = 6;
/** Bare groups named above the picture; the rest is seen in it. */
const MOST_NAMED = 8;

interface Shown {
  planId: number;
  by: Grouping;
  groups: readonly Group[];
  whole: Group;
}

interface Wording {
  texts: Texts;
  formats: Formats;
}

/** Bars of the groups with their numbers: a picture and a table at once, the bare ones marked. */
export function presentPicture(shown: Shown, wording: Wording) {
  const { by, groups, whole } = shown;
  const { texts, formats } = wording;
  const words = texts.cardCoverage;
  const bare = groups.filter((group) => group.depth === 0 && isBare(group));
  const hasOverlap = groups.reduce((sum, one) => sum + (one.depth === 0 ? one.total : 0), 0);
  return {
    title: words.picture[by],
    columns: { ...words.columns, group: words.heads[by] },
    states: coverageStates.map((state) => ({ state, label: words.columns[state] })),
    legend: coverageStates.map((state) => ({ state, label: texts.cardLinks.states[state] })),
    bare: bare.slice(0, MOST_NAMED).map((group) => ({
      href: hrefOf(shown, group, null),
      label: group.label,
      count: words.count(group.total),
    })),
    bareLabel: words.bareGroups,
    bareRest: bare.length > MOST_NAMED ? words.more(bare.length - MOST_NAMED) : null,
    allCovered: bare.length === 0 ? words.allCovered[by] : null,
    rows: groups.map((group) => presentRow(group, shown, wording)),
    whole: presentRow(whole, shown, wording),
    note: hasOverlap > whole.total ? words.overlap : null,
    total: formats.number(whole.total),
  };
}

function presentRow(group: Group, shown: Shown, wording: Wording) {
  const { texts, formats } = wording;
  const words = texts.cardCoverage;
  const parts = cutBar(group);
  const told = parts.map(({ state, count }) =>
    words.part(texts.cardLinks.states[state], formats.number(count)),
  );
  return {
    href: hrefOf(shown, group, null),
    label: group.label,
    isWithin: group.depth > 0,
    bare: isBare(group) ? words.bare : null,
    empty: group.total === 0 ? words.noCards : null,
    total: formats.number(group.total),
    bar: {
      label: words.barLabel(group.label, told.join(", ")),
      parts: parts.map((part) => ({
        ...{ state: part.state, x: part.x, width: part.width },
        middle: Math.round((part.x + part.width / 2) * 100) / 100,
        number: part.width >= ROOM_FOR_NUMBER ? formats.number(part.count) : null,
      })),
    },
    cells: coverageStates.map((state) => ({
      state,
      label: words.columns[state],
      number: formats.number(group.counts[state]),
      href: group.counts[state] === 0 ? null : hrefOf(shown, group, state),
      /** Read with the number, which alone would say little in a list of links. */
      said: words.barLabel(group.label, texts.cardLinks.states[state]),
    })),
  };
}

/** The list of the group's cards below the picture; of all of them without a state. */
function hrefOf({ planId, by, whole }: Shown, group: Group, state: CoverageState | null): string {
  const query = {
    by,
    group: group === whole ? null : group.key,
    state: state === null ? "all" : state === "none" ? null : state,
  };
  return `${withQuery(paths.planCoverage(planId), query)}#cards`;
}

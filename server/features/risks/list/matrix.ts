import type { RiskPlace } from "../../../../db/queries/risk-list.ts";
import { paths } from "../../../paths.ts";
import { marks } from "../rules.ts";
import { levelTone, markText, type Wording } from "../words.ts";

/** More chips than these do not fit into a cell. */
const SHOWN = 6;

/** Probability by impact as a table, the likeliest on top; each risk is a link by its number. */
export function presentMatrix(projectId: number, places: readonly RiskPlace[], wording: Wording) {
  const { texts, formats } = wording;
  const { matrix, probabilities, impacts } = texts.risks;
  const head = (mark: number, words: readonly string[]) => ({
    mark: formats.number(mark),
    word: words[mark - 1] ?? "",
    label: markText(mark, words, wording),
  });
  return {
    ...{ title: matrix.title, caption: matrix.caption },
    ...{ probability: matrix.probability, impact: matrix.impact },
    none: places.length === 0 ? matrix.none : null,
    columns: marks.map((mark) => head(mark, impacts)),
    rows: marks.toReversed().map((probability) => ({
      ...head(probability, probabilities),
      cells: marks.map((impact) => {
        const here = places.filter(
          (one) => one.probability === probability && one.impact === impact,
        );
        const rest = here.length > SHOWN ? here.length - SHOWN + 1 : 0;
        return {
          tone: levelTone({ probability, impact }),
          risks: here.slice(0, here.length - rest).map((risk) => ({
            href: paths.risk(projectId, risk.id),
            number: formats.number(risk.number),
            label: `${texts.risks.numberOf(formats.number(risk.number))}: ${risk.title}`,
          })),
          rest:
            rest === 0
              ? null
              : { text: matrix.more(formats.number(rest)), label: matrix.moreLabel(rest) },
        };
      }),
    })),
  };
}

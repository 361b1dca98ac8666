import type { ClaimsOfLine } from "../../../../db/queries/claim-sums.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { sumOrBlank, type Wording } from "../words.ts";
import type { RequestPage } from "./service.ts";
import { askedSums } from "./tiles.ts";

type Sums = Pick<ClaimsOfLine, "claimed" | "cut" | "moved">;

/** What is claimed by line of the budget, each chapter with its sum, then the flat part and the total. */
export function presentLines(page: RequestPage, wording: Wording) {
  const { show } = wording.texts.paymentRequests;
  const { request, lines } = page;
  const isDecided = request.decidedOn !== null;
  const row = (label: string, sums: Sums) => ({ label, ...printed(sums, isDecided, wording) });
  const chapters = [...groupedBy(lines, ({ chapterCode }) => chapterCode ?? "")].map(
    ([code, inChapter]) => ({
      ...row(code === "" ? show.noLine : `${code} ${inChapter[0]?.chapterName}`, sumOf(inChapter)),
      lines: inChapter
        .filter(({ lineCode }) => lineCode !== null)
        .map((line) => row(`${line.lineCode} ${line.lineName}`, line)),
    }),
  );
  const { flat, costs } = askedSums(page);
  const direct = sumOf(lines);
  const undone = isDecided ? request.cutHalere + request.movedHalere : 0;
  const flatSums = {
    claimed: flat,
    cut: isDecided ? request.cutHalere - direct.cut : 0,
    moved: isDecided ? request.movedHalere - direct.moved : 0,
  };
  return {
    isDecided,
    chapters,
    flat: flat === 0 ? null : row(show.flat, flatSums),
    total: row(show.total, {
      claimed: costs,
      cut: undone === 0 ? direct.cut : request.cutHalere,
      moved: undone === 0 ? direct.moved : request.movedHalere,
    }),
  };
}

function printed({ claimed, cut, moved }: Sums, isDecided: boolean, wording: Wording) {
  return {
    claimed: wording.formats.money(claimed),
    approved: isDecided ? wording.formats.money(claimed - cut - moved) : "",
    cut: sumOrBlank(cut, wording),
    moved: sumOrBlank(moved, wording),
  };
}

function sumOf(lines: readonly Sums[]): Sums {
  const sum = (of: keyof Sums) => lines.reduce((total, line) => total + line[of], 0);
  return { claimed: sum("claimed"), cut: sum("cut"), moved: sum("moved") };
}

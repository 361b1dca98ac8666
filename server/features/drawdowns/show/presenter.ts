import { paths } from "../../../paths.ts";
import { percentOf } from "../../../values/percent.ts";
import { timeElapsed } from "../../projects/totals/rules.ts";
import { figureBar } from "../../projects/totals/words.ts";
import { presentMomentBar, type Reading } from "../words.ts";
import { chaptersPicture, sourcesPicture, yearsPicture } from "./breakdowns.ts";
import { curvePicture } from "./curve.ts";
import { eventsPicture } from "./events.ts";
import { presentForecast } from "./forecast.ts";
import { pacePicture } from "./pace.ts";
import type { Shown } from "./pictures.ts";

export function presentDrawdown(shown: Shown, reading: Reading) {
  const { project, asked } = shown;
  const { drawdowns } = reading.texts;
  const action = paths.drawdown(project.id);
  const more = [
    { href: paths.funding(project.id), label: drawdowns.funding, icon: "coins" },
    { href: paths.projectSpends(project.id), label: drawdowns.spends, icon: "history" },
  ];
  return {
    pageHeader: { title: drawdowns.title, subtitle: subtitleOf(shown, reading), actions: { more } },
    filterBar: presentMomentBar({ action, asked }, reading),
    tiles: presentTiles(shown, reading),
    forecast: presentForecast(shown, reading),
    pictures: [
      curvePicture(shown, reading),
      pacePicture(shown, reading),
      chaptersPicture(shown, reading),
      sourcesPicture(shown, reading),
      yearsPicture(shown, reading),
      eventsPicture(shown, reading),
    ],
  };
}

function subtitleOf({ project, facts, asked }: Shown, { texts, formats }: Reading): string {
  const { figures } = texts.drawdowns;
  const cap = facts.cap === null ? figures.capMissing : formats.money(facts.cap);
  const elapsed = formats.percent(timeElapsed(project, asked.on));
  return `${figures.cap}: ${cap} · ${figures.time}: ${elapsed}`;
}

function presentTiles(shown: Shown, reading: Reading) {
  const { texts, formats } = reading;
  const { figures } = texts.drawdowns;
  const { drawdown, claimed, approved } = shown.facts;
  const { cut, received } = drawdown.requests;
  const cutNotes = cut === 0 ? [] : [figures.cutNote(formats.wholeMoney(cut))];
  const spent = spentNotes(shown.facts, reading);
  const tiles = [
    { label: figures.spent, icon: "chart-bar", halere: drawdown.spent, notes: spent },
    { label: figures.claimed, icon: "file-spreadsheet", halere: claimed, notes: [] },
    { label: figures.approved, icon: "circle-check", halere: approved, notes: cutNotes },
    { label: figures.received, icon: "download", halere: received, notes: [] },
  ];
  return tiles.map((tile) => presentTile(tile, shown, reading));
}

function presentTile(
  tile: { label: string; icon: string; halere: number | null; notes: string[] },
  { project, facts, asked }: Shown,
  { texts, formats }: Reading,
) {
  const { label, icon, halere, notes } = tile;
  const { figures } = texts.drawdowns;
  const share = halere === null ? undefined : percentOf(halere, facts.cap ?? 0);
  const elapsed = timeElapsed(project, asked.on);
  const { width, marker } = figureBar(share, { formats, missing: "", elapsed });
  const ofCap = share === undefined ? [] : [figures.ofCap(formats.percent(share))];
  return {
    ...{ label, icon, value: halere === null ? figures.capMissing : formats.wholeMoney(halere) },
    note: [...ofCap, ...notes].join(" · "),
    ...(width === null ? {} : { bar: { percent: width, marker } }),
  };
}

function spentNotes({ drawdown }: Shown["facts"], { texts, formats }: Reading): string[] {
  const { figures } = texts.drawdowns;
  const { recorded, flat, spentOn, spent } = drawdown;
  if (recorded.firstOn === null)
    return spent === null || spentOn === null ? [] : [figures.declaredNote(formats.date(spentOn))];
  return [
    ...(flat === 0 ? [] : [figures.flatNote(formats.wholeMoney(flat))]),
    ...(recorded.ineligible === 0
      ? []
      : [figures.ineligibleNote(formats.wholeMoney(recorded.ineligible))]),
  ];
}

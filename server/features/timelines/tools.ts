import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { neighbouringDays, type Span, ZOOMS, zoomedSpan } from "./rules.ts";
import type { TimelineView } from "./schema.ts";

/** Links above the drawing: scale, earlier and later, print on the other paper, download. */
export function presentTools(
  path: string,
  view: TimelineView,
  whole: Span,
  { texts, today }: { texts: Texts; today: CalendarDate },
) {
  const words = texts.timelines;
  const shown = zoomedSpan(view.zoom, view.on ?? today, whole);
  const { previous, next } = neighbouringDays(view.zoom, shown, whole);
  const href = (change: Partial<TimelineView>, rest = {}) =>
    hrefOf(path, { ...view, ...change }, rest);
  return {
    label: words.zoom.label,
    zooms: ZOOMS.map((zoom) => ({
      label: words.zoom[zoom],
      href: href({ zoom }),
      isCurrent: zoom === view.zoom,
    })).reverse(),
    previous: previous && { label: words.previous, href: href({ on: previous }) },
    next: next && { label: words.next, href: href({ on: next }) },
    now: view.on ? { label: words.now, href: href({ on: undefined }) } : null,
    download: { label: words.download, href: href({}, { format: "svg" }) },
    paper:
      view.paper === "a4"
        ? { label: words.print, href: href({ paper: "a3" }) }
        : { label: words.printSmall, href: href({ paper: "a4" }) },
    table: { label: words.toTable, href: "#timeline-table" },
  };
}

/** The page with this view of it; what is at its default is left out. */
export function hrefOf(
  path: string,
  view: TimelineView,
  rest: { format?: string; page?: string } = {},
): string {
  const said = {
    zoom: view.zoom === "fit" ? undefined : view.zoom,
    on: view.zoom === "fit" ? undefined : view.on,
    paper: view.paper === "a4" ? undefined : view.paper,
    finished: view.finished,
    ...rest,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}

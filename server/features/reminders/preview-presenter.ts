import type { DigestReader } from "../../../db/queries/reminders.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { ForeseenDigest } from "./foresight/service.ts";
import { thingHref, thingTitle } from "./words.ts";

const SHOWN_THINGS = 3;

/** The digests of the coming days, by day and person. */
export function presentPreview(
  foreseen: ForeseenDigest[],
  readers: DigestReader[],
  { texts, formats }: { texts: Texts; formats: Formats },
) {
  const { preview } = texts.outbox;
  const place = new Map(readers.map((reader, index) => [reader.id, index]));
  const days = [...new Set(foreseen.map((digest) => digest.day))];
  return {
    pageHeader: { title: preview.title, subtitle: preview.hint },
    labels: preview.columns,
    days: days.map((day) => ({
      title: `${formats.weekday(day)} ${formats.date(day)}`,
      rows: foreseen
        .filter((digest) => digest.day === day)
        .toSorted(
          (one, other) => (place.get(one.userId ?? 0) ?? 0) - (place.get(other.userId ?? 0) ?? 0),
        )
        .map((digest) =>
          presentDigest(digest, readers[place.get(digest.userId ?? 0) ?? -1], { texts, formats }),
        ),
    })),
    emptyState: days.length > 0 ? null : { text: preview.empty, icon: "mail" },
    back: paths.mail(),
  };
}

function presentDigest(
  { things }: ForeseenDigest,
  reader: DigestReader | undefined,
  { texts, formats }: { texts: Texts; formats: Formats },
) {
  const { preview } = texts.outbox;
  return {
    person: reader?.name ?? "",
    hour: reader?.digestAt ?? "",
    count: preview.count(things.length),
    things: things.slice(0, SHOWN_THINGS).map((thing) => ({
      title: thingTitle(thing, { texts, formats }),
      project: thing.projectName,
      href: thingHref(thing),
    })),
    more: things.length > SHOWN_THINGS ? preview.more(things.length - SHOWN_THINGS) : null,
  };
}

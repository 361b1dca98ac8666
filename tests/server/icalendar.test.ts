import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CalendarEntry,
  calendarHost,
  calendarText,
  calendarUid,
} from "../../server/icalendar.ts";
import { pragueInstant } from "../../server/values/calendar-date.ts";
import { readCalendar } from "../support/icalendar.ts";

const AT = "2026-03-02T07:30:00.000Z";
const base = {
  uid: "session-5@osnova.test",
  sequence: 2,
  title: "Vstupní workshop",
  status: "confirmed" as const,
  changedAt: "2026-03-01T08:00:00.000Z",
};
const hours = (day: string, from: string, to: string): CalendarEntry => ({
  ...base,
  startsAt: `${day}T${from}`,
  endsAt: `${day}T${to}`,
});
const readOne = (entry: CalendarEntry) => {
  const [read] = readCalendar(calendarText({ name: "Osnova", entries: [entry] })).entries;
  if (!read) throw new Error("nothing was read");
  return read;
};

describe("a calendar file", () => {
  test("an invitation names who invites whom, where and when", () => {
    const text = calendarText({
      name: "Pozvánka",
      method: "REQUEST",
      at: AT,
      entries: [
        {
          ...hours("2026-03-12", "09:00", "15:30"),
          description: "Program:\n1. úvod; 2. praxe",
          place: "Zlín, tř. Tomáše Bati 21",
          url: "https://osnova.test/projects/5/events/7",
          organizer: { name: 'Nováková "Jana", Mgr.', email: "jana@osnova.test" },
          attendee: { name: "Petr Žák", email: "petr@osnova.test" },
          alarms: [60, 1440],
        },
      ],
    });
    const read = readCalendar(text);
    expect(read.method).toBe("REQUEST");
    expect(read.name).toBeNull();
    expect(read.entries).toEqual([
      {
        uid: "session-5@osnova.test",
        title: "Vstupní workshop",
        description: "Program:\n1. úvod; 2. praxe",
        place: "Zlín, tř. Tomáše Bati 21",
        url: "https://osnova.test/projects/5/events/7",
        status: "CONFIRMED",
        sequence: 2,
        isAllDay: false,
        startsAt: "2026-03-12T08:00:00.000Z",
        endsAt: "2026-03-12T14:30:00.000Z",
        organizer: "mailto:jana@osnova.test",
        attendees: ["mailto:petr@osnova.test"],
        alarms: [-3600, -86400],
      },
    ]);
    expect(text).toContain("DTSTAMP:20260302T073000Z\r\n");
    expect(text).toContain("CN=\"Nováková 'Jana', Mgr.\"");
  });

  test("what is subscribed to has a name, no method, and is stamped by its last change", () => {
    const text = calendarText({
      name: "Osnova: moje termíny",
      entries: [{ ...base, day: "2026-03-12" }],
    });
    const read = readCalendar(text);
    expect(read.name).toBe("Osnova: moje termíny");
    expect(read.method).toBeNull();
    expect(text).toContain("DTSTAMP:20260301T080000Z\r\n");
    expect(text).toBe(
      calendarText({ name: "Osnova: moje termíny", entries: [{ ...base, day: "2026-03-12" }] }),
    );
  });

  test("a deadline is a whole day that stays free", () => {
    const text = calendarText({ name: "x", entries: [{ ...base, day: "2026-03-12" }] });
    const [read] = readCalendar(text).entries;
    expect(read).toMatchObject({ isAllDay: true, startsAt: "2026-03-12", endsAt: "2026-03-13" });
    expect(text).toContain("TRANSP:TRANSPARENT");
    expect(text).not.toContain("VTIMEZONE");
  });

  test("an alarm may come on the day itself", () => {
    expect(readOne({ ...base, day: "2026-03-12", alarms: [-480, 960] }).alarms).toEqual([
      28800, -57600,
    ]);
  });

  test.each([
    ["2028-02-29", "2028-02-29", "2028-03-01"],
    ["2028-02-28", "2028-02-29", "2028-03-01"],
    ["2027-02-28", "2027-02-28", "2027-03-01"],
    ["2026-10-24", "2026-10-25", "2026-10-26"],
    ["2026-12-31", "2027-01-01", "2027-01-02"],
  ])("whole days from %s to %s end with the night before %s", (day, untilDay, endsAt) => {
    expect(readOne({ ...base, day, untilDay })).toMatchObject({ startsAt: day, endsAt });
  });

  // Hours that summer time skips or repeats are nobody's: 02:00–03:00 is left to the property below.
  test.each([
    ["2026-10-25", "01:30", "2026-10-24T23:30:00.000Z"],
    ["2026-10-25", "03:00", "2026-10-25T02:00:00.000Z"],
    ["2026-10-25", "09:00", "2026-10-25T08:00:00.000Z"],
    ["2026-10-24", "09:00", "2026-10-24T07:00:00.000Z"],
    ["2027-03-28", "01:30", "2027-03-28T00:30:00.000Z"],
    ["2027-03-28", "03:00", "2027-03-28T01:00:00.000Z"],
    ["2027-03-28", "09:00", "2027-03-28T07:00:00.000Z"],
    ["2027-03-27", "09:00", "2027-03-27T08:00:00.000Z"],
    ["2028-02-29", "09:00", "2028-02-29T08:00:00.000Z"],
  ])("on %s it starts at %s of Prague whatever the season", (day, from, instant) => {
    expect(readOne(hours(day, from, "23:00")).startsAt).toBe(instant);
  });

  test("hours are those a clock in Prague shows, on any day until 2040", () => {
    const day = fc
      .date({ min: new Date("2020-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const time = fc.constantFrom("00:00", "00:30", "01:59", "03:00", "08:15", "23:59");
    fc.assert(
      fc.property(day, time, (on, at) => {
        expect(readOne(hours(on, at, "23:59")).startsAt).toBe(pragueInstant(on, at));
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });

  test("no text of anybody breaks out of its line, and every line is short", () => {
    const texts = fc.string({ unit: "grapheme", maxLength: 200 });
    const nasty = fc.array(
      fc.constantFrom(
        "\r\n",
        "\n",
        "\r",
        ";",
        ",",
        "\\",
        ":",
        '"',
        "ř",
        "🎓",
        "BEGIN:VEVENT",
        "\u0000",
        " ",
      ),
      { maxLength: 60 },
    );
    const any = fc.oneof(
      texts,
      nasty.map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(any, any, any, (title, description, name) => {
        const organizer = { name, email: "jana@osnova.test" };
        const entry = { ...base, title, description, organizer, day: "2026-03-12" };
        const text = calendarText({ name, entries: [entry] });
        for (const line of text.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        const { entries } = readCalendar(text);
        expect(entries).toHaveLength(1);
        expect(entries[0]?.title).toBe(asRead(title));
        expect(entries[0]?.description ?? "").toBe(asRead(description));
        expect(entries[0]?.organizer).toBe("mailto:jana@osnova.test");
      }),
      { seed: 20261125, numRuns: 400 },
    );
  });

  test("an entry is known by the same name everywhere", () => {
    expect(calendarUid(calendarHost("https://osnova.test:8443/"), "session", 5)).toBe(
      "session-5@osnova.test",
    );
  });
});

/** Lines end in one way, tabs are spaces, and what has no place in a text is gone. */
function asRead(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .split("")
    .filter((character) => character === "\n" || (character >= " " && character !== "\u007f"))
    .join("");
}

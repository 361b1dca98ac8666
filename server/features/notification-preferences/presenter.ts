import type { NotificationPreferences } from "../../../db/queries/notification-preferences.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { notificationCategories } from "../../values/notification-ways.ts";
import type { FormState } from "../../web/form.ts";
import { type FieldDefinition, presentFields, presentFormErrors } from "../../web/form-fields.ts";
import { profileTabs } from "../../web/profile-tabs.ts";
import { thingHref, thingTitle } from "../reminders/words.ts";
import { presentMatrix } from "./matrix.ts";
import { digestCategories } from "./rules.ts";
import { digestDays, digestHours } from "./schema.ts";
import type { NextDigest } from "./service.ts";
import { plainWords, weekdayName } from "./words.ts";

export interface SettingsFacts {
  preferences: NotificationPreferences;
  projects: { id: number; shortName: string }[];
  /** Who stands in during the pause, else today or next. */
  deputy: { name: string; fromOn: CalendarDate; untilOn: CalendarDate } | null;
  getsSummary: boolean;
  next: NextDigest | null;
}

interface Words {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

export function presentSettings(state: FormState, facts: SettingsFacts, words: Words) {
  const { texts } = words;
  const own = texts.notificationPreferences;
  const { categories } = facts.preferences;
  const shown = facts.getsSummary ? notificationCategories : digestCategories;
  const fields = presentFields(timeFields(words), state, texts);
  const pick = (...names: string[]) => fields.filter(({ name }) => names.includes(name));
  return {
    pageHeader: {
      title: own.title,
      subtitle: own.subtitle,
      tabs: profileTabs("notifications", texts),
    },
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: paths.notifications(),
    hidden: pick("version"),
    matrix: presentMatrix({ shown, categories }, { state, texts }),
    waysHelp: Object.values(own.waysHelp),
    mandatoryHint: shown.some((one) => categories[one].isMandatory) ? own.mandatoryHint : null,
    times: { title: own.times, fields: pick("digestAt", "digestDays") },
    pause: {
      title: own.pause.title,
      hint: own.pause.hint,
      fields: pick("pausedFromOn", "pausedUntilOn"),
      deputy: deputyText(facts, words),
      link: { href: paths.ownDeputy(), label: own.pause.toDeputy },
    },
    formFooter: { submit: own.submit },
    inWords: { title: own.sentence.title, sentences: plainWords(facts.preferences, facts, words) },
    next: presentNext(facts, words),
    projects: presentProjects(facts, texts),
  };
}

function timeFields({ texts, formats }: Words): FieldDefinition[] {
  const own = texts.notificationPreferences;
  return [
    { type: "hidden", name: "version", label: "" },
    {
      type: "select",
      name: "digestAt",
      label: own.digestAt,
      width: "short",
      options: digestHours.map((hour) => ({ value: hour, label: hour.replace(/^0/, "") })),
    },
    {
      type: "checkboxes",
      name: "digestDays",
      label: own.digestDays,
      hint: own.digestDaysHint,
      options: digestDays.map((day) => ({
        value: String(day),
        label: weekdayName(day, { formats }),
      })),
    },
    { type: "date", name: "pausedFromOn", label: own.pause.from, width: "short" },
    { type: "date", name: "pausedUntilOn", label: own.pause.until, width: "short" },
  ];
}

function deputyText({ deputy }: SettingsFacts, { texts, formats }: Words): string {
  const { pause } = texts.notificationPreferences;
  if (!deputy) return pause.nobody;
  return pause.deputy(deputy.name, formats.dateRange(deputy.fromOn, deputy.untilOn));
}

const SHOWN_THINGS = 3;

function presentNext({ next, preferences }: SettingsFacts, words: Words) {
  const { texts, formats } = words;
  const { next: own } = texts.notificationPreferences;
  if (!next) return { title: own.title, when: null, count: own.nothing, rows: [], more: null };
  const { day, things } = next;
  const distance = formats.daysFromToday(day, words.today);
  const time = preferences.digestAt.replace(/^0(?=\d:)/, "");
  const { length } = things;
  return {
    title: own.title,
    when: own.when(`${formats.weekday(day)} ${formats.date(day)}`, distance, time),
    count: own.count(length),
    rows: things.slice(0, SHOWN_THINGS).map(({ thing }) => ({
      title: thingTitle(thing, words),
      note: thing.projectName,
      href: thingHref(thing),
    })),
    more: length > SHOWN_THINGS ? own.more(length - SHOWN_THINGS) : null,
  };
}

function presentProjects({ projects, preferences }: SettingsFacts, texts: Texts) {
  const { projects: words, categories, ways } = texts.notificationPreferences;
  return {
    title: words.title,
    hint: words.hint,
    change: words.change,
    empty: projects.length > 0 ? null : words.none,
    rows: projects.map(({ id, shortName }) => {
      const own = preferences.inProjects.get(id) ?? {};
      const chosen = digestCategories.flatMap((category) => {
        const way = own[category];
        return way ? [`${categories[category].name}: ${ways[way]}`] : [];
      });
      return {
        name: shortName,
        note: chosen.length > 0 ? chosen.join(" · ") : words.same,
        href: paths.editProjectNotifications(id),
      };
    }),
  };
}

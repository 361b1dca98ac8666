import type { CalendarFeed } from "../../../db/queries/calendar-feeds.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { type QrCode, qrCode } from "../../values/qr-code.ts";
import type { FormState } from "../../web/form.ts";
import type { FieldDefinition } from "../../web/form-fields.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { profileTabs } from "../../web/profile-tabs.ts";
import { alarmChoices } from "./rules.ts";

interface Wording {
  texts: Texts;
  formats: Formats;
}

export interface AddressedFeed extends CalendarFeed {
  address: string;
}

/** The model of `views/calendar-feeds/index.ejs`: the addresses of one person. */
export function presentFeeds(feeds: readonly AddressedFeed[], wording: Wording) {
  const { calendarFeeds } = wording.texts;
  const add = { href: paths.newCalendarFeed(), label: calendarFeeds.add, icon: "plus" };
  return {
    pageHeader: {
      title: calendarFeeds.title,
      actions: feeds.length > 0 ? { primary: add } : {},
      tabs: profileTabs("calendar", wording.texts),
    },
    labels: calendarFeeds,
    feeds: feeds.map((feed) => presentFeed(feed, wording)),
    emptyState:
      feeds.length > 0
        ? null
        : {
            text: calendarFeeds.empty,
            detail: calendarFeeds.emptyDetail,
            icon: "calendar-event",
            action: add,
          },
  };
}

export function nameOf({ projectName }: CalendarFeed, { calendarFeeds }: Texts): string {
  return projectName === null ? calendarFeeds.own : calendarFeeds.ofProject(projectName);
}

function presentFeed(feed: AddressedFeed, { texts, formats }: Wording) {
  const { calendarFeeds } = texts;
  const name = nameOf(feed, texts);
  const device = feed.address.replace(/^https?:/, "webcal:");
  return {
    id: `feed-${feed.id}`,
    name,
    address: feed.address,
    copyLabel: calendarFeeds.copyOf(name),
    open: { href: device, label: calendarFeeds.openOf(name) },
    qr: { ...qrCode(device), label: calendarFeeds.qr(name) } satisfies QrCode & { label: string },
    facts: factsOf(feed, { texts, formats }),
    moreMenu: {
      label: calendarFeeds.more(name),
      items: [
        { href: paths.editCalendarFeed(feed.id), label: calendarFeeds.edit, icon: "pencil" },
        {
          href: paths.calendarFeedRenewal(feed.id),
          label: calendarFeeds.renew,
          icon: "refresh",
          method: "post",
        },
        {
          href: paths.calendarFeedRevocation(feed.id),
          label: calendarFeeds.revoke,
          icon: "trash",
          method: "post",
          isDanger: true,
        },
      ],
    },
  };
}

function factsOf(feed: CalendarFeed, { texts, formats }: Wording) {
  const { calendarFeeds } = texts;
  const holds = [
    feed.hasDeadlines ? calendarFeeds.deadlines : null,
    feed.hasEvents ? calendarFeeds.events : null,
  ];
  const alarms = alarmChoices.filter((one) => feed.alarms.split(",").includes(one));
  return [
    { term: calendarFeeds.holds, text: holds.filter(Boolean).join(", ") },
    {
      term: calendarFeeds.alarms,
      text: alarms.map((one) => calendarFeeds.short[one]).join(", ") || calendarFeeds.noAlarms,
    },
    {
      term: calendarFeeds.lastRead,
      text: feed.lastReadAt === null ? calendarFeeds.notRead : formats.dateTime(feed.lastReadAt),
      isMissing: feed.lastReadAt === null,
    },
  ];
}

export function presentNewFeed(
  state: FormState,
  projects: readonly { id: number; name: string }[],
  texts: Texts,
) {
  const { calendarFeeds } = texts;
  const { form } = calendarFeeds;
  const project: FieldDefinition = {
    type: "select",
    name: "projectId",
    label: form.project,
    hint: form.projectHint,
    options: [
      { value: "", label: calendarFeeds.own },
      ...projects.map(({ id, name }) => ({
        value: String(id),
        label: calendarFeeds.ofProject(name),
      })),
    ],
  };
  return presentFormPage(
    {
      title: form.new,
      action: paths.calendarFeeds(),
      sections: [{ rows: [project] }, ...contents(texts)],
      submit: form.create,
      cancel: { href: paths.calendarFeeds() },
    },
    state,
    texts,
  );
}

export function presentFeedForm(feed: CalendarFeed, state: FormState, texts: Texts) {
  const { form } = texts.calendarFeeds;
  return presentFormPage(
    {
      title: form.edit(nameOf(feed, texts)),
      action: paths.calendarFeed(feed.id),
      hidden: ["version"],
      sections: contents(texts),
      submit: form.save,
      cancel: { href: paths.calendarFeeds() },
    },
    state,
    texts,
  );
}

function contents({ calendarFeeds: { form } }: Texts) {
  const alarms: FieldDefinition = {
    type: "checkboxes",
    name: "alarms",
    label: form.alarms,
    hint: form.alarmsHint,
    options: alarmChoices.map((value) => ({ value, label: form.choices[value] })),
  };
  const shown: FieldDefinition[] = [
    { type: "checkbox", name: "hasDeadlines", label: form.hasDeadlines },
    { type: "checkbox", name: "hasEvents", label: form.hasEvents },
  ];
  return [{ title: form.holds, rows: shown }, { rows: [alarms] }];
}

/** A feed as its form holds it. */
export function feedValues(feed: Pick<CalendarFeed, "hasDeadlines" | "hasEvents" | "alarms">) {
  return {
    hasDeadlines: String(feed.hasDeadlines),
    hasEvents: String(feed.hasEvents),
    alarms: feed.alarms.split(",").filter(Boolean),
  };
}

import type { Texts } from "../index.ts";

export const calendarFeeds: Texts["calendarFeeds"] = {
  title: "Calendar subscription",
  subscribe: "Subscribe in a calendar",
  lead: "Deadlines and events in your own calendar. Changes appear there by themselves, usually within a few hours.",
  own: "My deadlines and events",
  ofProject: (name) => `Project ${name}`,
  add: "New subscription",
  empty: "You do not subscribe to anything yet.",
  emptyDetail:
    "Make a subscription and put its address into Outlook, Google Calendar or your phone.",
  address: "Address of the calendar",
  addressHint:
    "The address is yours alone: whoever has it sees what you see. Do not pass it on to anybody.",
  copy: "Copy",
  copied: "Copied",
  copyOf: (name) => `Copy the address: ${name}`,
  open: "Subscribe on this device",
  openOf: (name) => `Subscribe on this device: ${name}`,
  qr: (name) => `QR code of the address: ${name}`,
  more: (name) => `More steps: ${name}`,
  edit: "Edit",
  renew: "New address (the present one stops working)",
  revoke: "Cancel the subscription",
  holds: "Holds",
  deadlines: "deadlines",
  events: "events and internships",
  alarms: "Alerts",
  noAlarms: "none",
  lastRead: "Last read",
  notRead: "not yet",
  how: "How to add it",
  ways: [
    {
      name: "Outlook",
      text: "Calendar › Add calendar › Subscribe from web › paste the address.",
    },
    {
      name: "Google Calendar",
      text: "Other calendars + › From URL › paste the address. Google reads changes about once a day.",
    },
    {
      name: "iPhone, iPad, Mac",
      text: "Scan the QR code, or Calendars › Add Calendar › Add Subscription Calendar › paste the address.",
    },
  ],
  note: "Deadlines met and events past stay in the calendar for 90 days. Confidential events are there only as “Busy”, names of participants never.",
  form: {
    new: "New calendar subscription",
    edit: (name) => `Edit the subscription: ${name}`,
    project: "What to subscribe to",
    projectHint:
      "My deadlines and events: what you answer for and are invited to, of all your projects. A project: everything in it.",
    holds: "Contents",
    hasDeadlines: "Deadlines (whole days)",
    hasEvents: "Events and internships",
    alarms: "Alert me",
    alarmsHint:
      "It is your calendar that alerts you; some, such as Google, ignore alerts of subscribed calendars.",
    choices: {
      "15": "15 minutes before an event",
      "60": "an hour before an event",
      "1440": "a day ahead (deadlines at 8:00)",
      "10080": "a week ahead (deadlines at 8:00)",
    },
    create: "Make the subscription",
    save: "Save",
  },
  short: { "15": "15 min", "60": "1 h", "1440": "1 day", "10080": "7 days" },
  entry: {
    calendar: (project) =>
      project === null ? "Osnova: my deadlines and events" : `Osnova: ${project}`,
    busy: "Busy",
    done: (title) => `Done: ${title}`,
    cancelled: (title) => `Cancelled: ${title}`,
    standIn: (title, name) => `${title} (deputy for ${name})`,
  },
  history: {
    "calendar-feed.created": "Calendar subscription made",
    "calendar-feed.edited": "Calendar subscription edited",
    "calendar-feed.renewed": "Calendar subscription given a new address",
    "calendar-feed.revoked": "Calendar subscription cancelled",
  },
  fields: {
    hasDeadlines: "Deadlines in the calendar",
    hasEvents: "Events in the calendar",
    alarms: "Alerts of the calendar",
  },
};

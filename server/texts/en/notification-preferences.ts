import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const thingsOf = (n: number) => plural("en")(n, { one: "deadline", other: "deadlines" });

const ways = {
  immediate: "at once",
  daily: "daily",
  weekly: "weekly",
  off: "never",
};

export const notificationPreferences: Texts["notificationPreferences"] = {
  title: "Notifications",
  subtitle: "What we send you by e-mail, how often and when.",
  categories: {
    deadlines: {
      name: "Deadlines and duties",
      hint: "implementation reports, payment requests, publicity and whatever the legal act demands",
    },
    milestones: {
      name: "Milestones and outputs",
      hint: "milestones, outputs, tasks of the minutes",
    },
    events: {
      name: "Events and internships",
      hint: "trainings, round tables, internships and their changes",
    },
    approvals: {
      name: "Approvals",
      hint: "what waits for your approval and what was returned to you for revision",
    },
    comments: {
      name: "Comments and mentions",
      hint: "when somebody names you in a comment or in the log",
    },
    summary: {
      name: "Monthly summary",
      hint: "the state of all projects once the month is closed",
    },
  },
  ways,
  waysHelp: {
    immediate:
      "At once: sudden news (a task assigned, something returned, a deadline moved, an event cancelled, a mention) comes as a mail of its own; coming deadlines in the daily digest.",
    daily: "Daily: everything in one digest a day.",
    weekly: "Weekly: everything in the first digest of the week.",
  },
  matrix: { caption: "What and how often", category: "About what" },
  mandatory: "mandatory",
  mandatoryHint:
    "What is mandatory cannot be switched off: of what you answer for you are told at least once a week.",
  times: "When the digest comes",
  digestAt: "Time",
  digestDays: "Days",
  digestDaysHint: "Nothing comes on public holidays; the digest comes on the next chosen day.",
  pause: {
    title: "Pause",
    hint: "For a holiday or an illness: nothing comes on those days, and one digest after them.",
    from: "From",
    until: "Until (inclusive)",
    deputy: (name, days) => `${name} stands in for you (${days}) and is notified instead.`,
    nobody: "You have no deputy. What is yours goes to the project's manager meanwhile.",
    toDeputy: "Name a deputy",
  },
  submit: "Save settings",
  sentence: {
    title: "What you will get",
    digest: (days, time, names) =>
      `The digest comes ${days} at ${time} if there is something to tell: ${names}.`,
    workingDays: "each working day",
    onDays: (days) => `on ${days.join(", ")}`,
    weekly: (names, time) => `Once a week, on its first day with a digest, at ${time}: ${names}.`,
    immediate: (names) =>
      `At once, between 7 and 18 on working days, comes sudden news of: ${names}.`,
    off: (names) => `Nothing comes about: ${names}.`,
    nothing: "No digest of deadlines will come.",
    summary: "The monthly summary comes once the month is closed.",
    noSummary: "The monthly summary will not come.",
    paused: (from, until) => `Nothing comes from ${from} until ${until}.`,
    projects: "In some projects you have chosen otherwise, see below.",
  },
  next: {
    title: "The next digest",
    when: (day, distance, time) => `${day} at ${time} (${distance})`,
    count: (n) => `${n} ${thingsOf(n)}`,
    more: (n) => `and ${n} more`,
    nothing: "There is nothing to tell in the next 14 days.",
  },
  projects: {
    title: "Otherwise in projects",
    hint: "What is set for a project comes before what is set for everywhere.",
    none: "You are in no project.",
    same: "as elsewhere",
    change: "Set",
    formTitle: (project) => `Notifications: ${project}`,
    lead: "What you do not choose comes as in other projects.",
  },
  unsubscribing: {
    title: "Fewer messages from Osnova",
    off: "will not come any more",
    weekly: "comes once a week, as it is mandatory",
    settings: "All notification settings",
    user: {
      question: (address, what) =>
        what === null
          ? `Stop sending digests and news to ${address}? This will change:`
          : `Stop sending to ${address}: ${what}? This will change:`,
      hint: "Your deadlines stay on the page What is due, and you can switch them on again in the settings.",
      submit: "Stop sending",
      done: "Done. This is set now:",
      doneHint: "Should you change your mind, change it in the notification settings.",
    },
    contact: {
      question: (address) => `Stop sending any messages from Osnova to ${address}?`,
      hint: "You withdraw your agreement to be sent messages. The project's manager is reminded of your tasks instead.",
      submit: "Stop sending",
      done: "We will not send you messages any more.",
      doneHint: "Should you change your mind, tell the project's manager.",
    },
    participant: {
      question: () => "Send you only what is necessary about events?",
      hint: "We always tell you when an event you are registered for changes or is cancelled. Invitations and reminders will not come.",
      submit: "Only what is necessary",
      done: "We will send you only what is necessary: a change or cancellation of an event you are registered for.",
      doneHint: "Should you change your mind, tell the organiser of the event.",
    },
  },
  history: {
    "notifications.edited": "Notifications set",
    "notifications.edited-in-project": "Notifications set for a project",
    "notifications.stopped": "Notifications limited by a link in a mail",
    "contact.mails-stopped": "The contact withdrew the agreement to messages",
    "participant.mails-stopped": "The participant wants only necessary messages",
    "participant.mails-allowed": "The participant wants all messages again",
  },
  fields: {
    deadlines: "Deadlines and duties",
    milestones: "Milestones and outputs",
    events: "Events and internships",
    approvals: "Approvals",
    comments: "Comments and mentions",
    summary: "Monthly summary",
    digestAt: "Time of the digest",
    digestDays: "Days of the digest",
    pausedFromOn: "Paused from",
    pausedUntilOn: "Paused until",
  },
  fieldValues: {
    deadlines: ways,
    milestones: ways,
    events: ways,
    approvals: ways,
    comments: ways,
    summary: ways,
  },
};

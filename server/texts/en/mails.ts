import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const deadlinesOf = (n: number) => plural("en")(n, { one: "deadline", other: "deadlines" });

export const mails: Texts["mails"] = {
  frame: {
    productName: "Osnova",
    linkHint: "If the button does not work, copy this address into your browser:",
  },
  wayOut: {
    settings: "Notification settings",
    pause: "Pause",
    stopCategory: "Stop these messages",
    stopDigest: "Stop the digests",
    stopContact: "Stop sending me messages",
    stopParticipant: "Send me only what is necessary",
  },
  digest: {
    overdue: (n) => `${n} overdue`,
    thisWeek: (n) => `${n} ${deadlinesOf(n)} this week`,
    ahead: (n) => `${n} ${deadlinesOf(n)} within 30 days`,
    nearest: (date, title) => `next ${date} – ${title}`,
    since: (date, title) => `since ${date} – ${title}`,
    greeting: "Hello,",
    intro: "these are the deadlines you answer for:",
    sections: {
      overdue: "Overdue",
      now: "Today and tomorrow",
      week: "Within 7 days",
      month: "Within 30 days",
    },
    responsible: (name) => `responsible: ${name}`,
    more: (n) => `and ${n} more`,
    rest: (n) => `Besides, you have ${n} more ${deadlinesOf(n)} overdue or due within 30 days.`,
    agenda: "Show everything that is due",
    why: "This digest goes once a working day to those who answer for a deadline.",
  },
};

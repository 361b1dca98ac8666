import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const deadlinesOf = (n: number) => plural("en")(n, { one: "deadline", other: "deadlines" });

export const mails: Texts["mails"] = {
  notSetYet: "(to be announced)",
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
    waiting: (n) => `${n} ${plural("en")(n, { one: "thing waits", other: "things wait" })} for you`,
    news: (n) => `${n} ${plural("en")(n, { one: "piece", other: "pieces" })} of news`,
    first: (title) => `– ${title}`,
    greeting: "Hello,",
    intro: "here is what comes up, what is overdue and what waits for you:",
    sections: {
      overdue: "Overdue",
      now: "Today and tomorrow",
      week: "Within 7 days",
      month: "Within 30 days",
      waiting: "Waiting for you",
      news: "News",
    },
    responsible: (name) => `responsible: ${name}`,
    waits: (age) => `waiting ${age}`,
    late: "late reminder",
    deputy: (name) => `for: ${name} (as deputy)`,
    standIn: (name) => `for: ${name} (away or gone)`,
    standInForNobody: "nobody else answers for it",
    standInForContact: (name) => `for: ${name} (gets no e-mail)`,
    escalated: (n) =>
      `handed up: ${n} working ${plural("en")(n, { one: "day", other: "days" })} overdue`,
    turnTo: (name, email) => `you can turn to: ${name}, ${email}`,
    more: (n) => `and ${n} more`,
    rest: (n) => `Besides, you have ${n} more ${deadlinesOf(n)} overdue or due within 30 days.`,
    agenda: "Show everything that is due",
    why: (reasons) =>
      `The digest goes once a working day at most. You get it because ${reasons.join(", because ")}.`,
    because: {
      owner: "you answer for something in it",
      role: "something in it concerns your role in the project",
      deputy: "you stand in for somebody",
      "stand-in": "whoever answers for something in it cannot be reached",
      escalation: "you lead a project in which something is long overdue",
      news: "something that concerns you has changed",
    },
  },
};

import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const messagesOf = (n: number) => plural("en")(n, { one: "message", other: "messages" });

export const eventMessages: Texts["eventMessages"] = {
  title: "Messages",
  new: "Write to participants",
  confidential:
    "The system does not write to people of a confidential event: a message would tell its title and who comes to it. Arrange things in person.",
  nothingNow: {
    held: "The event has been held. The next message may be sent once it is closed and there are certificates.",
    other: "In this state of the event there is nothing to send to participants.",
  },
  empty: "Nothing has been sent to people of this event yet.",
  columns: { recipient: "Recipient", message: "Message", state: "State", when: "When" },
  anonymised: "personal data deleted",
  count: (n) => `${n} ${messagesOf(n)}`,
  range: (from, to, n) => `${from}–${to} of ${n} ${messagesOf(n)}`,
  picker: {
    title: "Write to participants",
    kind: "Message",
    audience: "To",
    choose: "Choose",
    chooseOne: (name) => `Send: ${name}`,
    name: "Name",
    state: "State",
    email: "E-mail",
    noEmail: "no e-mail",
    recipients: "Recipients",
    nobody: "Nobody is in this choice.",
    withoutEmail: (n) => `Without e-mail: ${n}. Let them know in another way.`,
    preview: "Wording",
    onceADay: "The same message goes to one person once a day at most.",
    submit: "Send to those chosen",
  },
  kinds: {
    invitation: "Invitation",
    reminder: "Reminder",
    change: "Change of the event",
    cancelled: "Cancellation",
    "certificate-ready": "Certificate ready",
  },
  audiences: {
    all: "everybody",
    invited: "invited",
    registered: "registered",
    waiting: "waiting list",
    declined: "who declined",
    withdrawn: "withdrawn",
    attended: "who attended",
    absent: "who were absent",
    certified: "who have a certificate",
  },
  mail: {
    greeting: "Hello,",
    invitation: {
      subject: (title) => `Invitation: ${title}`,
      text: (title, when) =>
        `you are invited to the event “${title}”${when === null ? "" : `, ${when}`}. Please let us know whether you come.`,
    },
    reminder: {
      subject: (title) => `Reminder: ${title}`,
      text: (title, when) =>
        `we remind you of the event “${title}”${when === null ? "" : `, ${when}`}, for which you are registered. If you cannot come, write to us: somebody waits for your place.`,
    },
    change: {
      subject: (title) => `Change: ${title}`,
      text: (title, when) =>
        `the event “${title}” has changed. What holds now${when === null ? "" : `, ${when}`}:`,
    },
    cancelled: {
      subject: (title) => `Cancelled: ${title}`,
      text: (title, when) =>
        `the event “${title}”${when === null ? "" : `, planned for ${when},`} is cancelled. We are sorry.`,
    },
    "certificate-ready": {
      subject: (title) => `Your certificate is ready: ${title}`,
      text: (title, when) =>
        `your certificate of the event “${title}”${when === null ? "" : ` (${when})`} is ready. Arrange with us how to get it.`,
    },
    when: (days) => `When: ${days}.`,
    venue: (place) => `Where: ${place}.`,
    online: (url) => `To join: ${url}`,
    goal: (goal) => `About: ${goal}`,
    contact: (who) => `Questions go to: ${who}.`,
    why: "You get this as a participant of an event of the project; tell us if you want no further messages, and we shall not write.",
  },
  history: { "event-message.queued": "Message to participants" },
  fields: { message: "Message", recipients: "Recipients" },
  fieldValues: {
    message: {
      invitation: "invitation",
      reminder: "reminder",
      change: "change of the event",
      cancelled: "cancellation",
      "certificate-ready": "certificate ready",
    },
  },
};

import type { SeededEventKind } from "../queries/event-kinds.ts";

type Kind = [code: string, labelCs: string, labelEn: string];
type Proposal = Omit<SeededEventKind, "code" | "labelCs" | "labelEn">;

const propose = (proposal: Partial<Proposal>, kinds: Kind[]): SeededEventKind[] =>
  kinds.map(([code, labelCs, labelEn]) => ({
    countsAsSupport: true,
    isMeeting: false,
    isConfidential: false,
    closing: "signed-sheet",
    ...proposal,
    code,
    labelCs,
    labelEn,
  }));

/**
 * What each kind proposes; the event decides. Awareness events and the work of the project's own bodies are
 * not support of a person.
 */
export const eventKinds: SeededEventKind[] = [
  ...propose({}, [
    ["training", "Školení", "Training"],
    ["workshop", "Workshop", "Workshop"],
    ["seminar", "Seminář", "Seminar"],
  ]),
  ...propose({ closing: "login-list" }, [["webinar", "Webinář", "Webinar"]]),
  ...propose({ countsAsSupport: false, isMeeting: true }, [
    ["round-table", "Kulatý stůl", "Round table"],
    ["working-group", "Jednání pracovní skupiny", "Working-group meeting"],
    ["meeting", "Porada", "Meeting"],
  ]),
  ...propose({ countsAsSupport: false, closing: "head-count" }, [
    ["conference", "Konference", "Conference"],
    ["lecture", "Přednáška", "Lecture"],
    ["campaign-event", "Akce kampaně", "Campaign event"],
  ]),
  ...propose({ isConfidential: true }, [
    ["supervision", "Supervize", "Supervision"],
    ["case-work", "Případová práce", "Case work"],
    ["peer-education", "Vzdělávání peer konzultantů", "Education of peer workers"],
  ]),
  ...propose({}, [
    ["consultation", "Konzultace", "Consultation"],
    ["methodical-support", "Metodická podpora", "Methodical support"],
  ]),
];

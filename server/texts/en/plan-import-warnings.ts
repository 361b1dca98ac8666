import type { Texts } from "../index.ts";

const LONGEST = 120;

function quoted(text: string | number | undefined): string {
  const whole = String(text ?? "");
  return `“${whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole}”`;
}

export const planImportWarnings: Texts["planImportWarnings"] = {
  unknownWarning: "Check this field.",
  unknownRepair: "We propose a repair.",
  warnings: {
    "area-missing": ({ area }) =>
      `Area ${area} has no heading in the annex. It is made from the numbers of cards, add its title.`,
    "cost-per-unit": "The amount is a price of a unit (an hour, a bed, a month); it is no cost.",
    "cost-several": "There is more than one amount. Check which one is taken for the cost.",
    "cost-text": "The cost is told in words, no amount is made of them.",
    "cost-unclear": "The amount may be read in two ways, so it is not taken as a number.",
    "cost-without-currency": "The amount has no currency, crowns are assumed.",
    "field-empty": "The label is there, what it should say is not.",
    "field-missing": "The card lacks this field.",
    "field-twice": "The card has this field twice, each time otherwise. Both are kept.",
    "field-twice-same": "The card has this field twice alike; it is written once.",
    "fields-in-another": ({ number }) =>
      `A part of this card lies within card ${number} in the source, probably because of a page break. It belongs here.`,
    "fields-of-another": ({ number }) =>
      `Fields of card ${number} lie within this card, probably because of a page break. They do not belong here.`,
    "fields-interleaved":
      "This card is probably mixed with another, but it is not clear what belongs where. Please put it right by hand.",
    "goals-tangled": "Codes and titles of strategic goals stand in disorder in the source.",
    "hyphen-unclear": ({ text }) =>
      `The word ${quoted(text)} was cut at the end of a line; the annex does not tell whether it has a hyphen.`,
    "label-in-sentence": ({ text }) =>
      `The words ${quoted(text)} look like a label, but a sentence begins with them. Check that they belong here.`,
    "label-inside-line": ({ text }) =>
      `The label ${quoted(text)} stands in the middle of a line; its field begins behind it.`,
    "label-misspelt": ({ text }) => `The label is misspelt in the source: ${quoted(text)}.`,
    "measure-empty": "One bullet is empty.",
    "measure-without-sign": "A line without a bullet is taken for a measure of its own.",
    "measures-glued": "One bullet probably holds several measures.",
    "measures-without-signs": "Measures have no bullets; each line is taken for one.",
    "name-behind-number": "The text behind the number of the card looks like its name.",
    "number-gap": ({ number }) => `Card ${number} is missing in the sequence.`,
    "number-missing": ({ text }) =>
      text
        ? `In place of the number of the card there is ${quoted(text)}.`
        : "The card has no number in the source.",
    "number-normalised": ({ text }) => `The number is written as ${quoted(text)} in the source.`,
    "number-outside-area": ({ area }) =>
      `By its number the card does not belong to area ${area}, under which it lies in the source.`,
    "number-twice": "Another card of the annex has the same number.",
    "number-unusual": ({ text }) =>
      `The number ${quoted(text)} is shaped otherwise than the others.`,
    "period-backwards": "The period ends before it begins.",
    "period-text": "The period is told in words, without a year.",
    placeholder: "The card says nothing, it only holds a place.",
    "registration-number-invalid": ({ text }) =>
      `${quoted(text)} looks like a registration number of a project, but has not its shape.`,
    "section-does-not-fit": ({ text, section, proposed }) =>
      `§ ${section} does not fit the service ${quoted(text)}${proposed ? `; by its name it is § ${proposed}` : ""}.`,
    "section-missing": ({ text, proposed }) =>
      `The service ${quoted(text)} has no section${proposed ? `; by its name it is § ${proposed}` : ""}.`,
    "section-unknown": ({ text, section }) =>
      `The act on social services has no § ${section} (${quoted(text)}).`,
    "service-name-unknown": ({ text, section }) =>
      section
        ? `The name of the service ${quoted(text)} is not known, section ${section} decides.`
        : `The name of the service ${quoted(text)} is not known.`,
    "service-unknown": ({ text }) => `The catalogue has no service ${quoted(text)}.`,
    "text-behind-number": ({ text }) => `Behind the number of the card there is ${quoted(text)}.`,
  },
  repairs: {
    fields: "The fields are moved to the card that lacks them.",
    goals: "Codes of goals are given their titles.",
    measures: "The bullet is parted into measures.",
    number: "The number is filled in by the neighbouring cards.",
    "name-behind-number": "The text behind the number becomes the name of the card.",
  },
};

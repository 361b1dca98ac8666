/** What happened to measures of a card, in words of the history. */
const states = {
  planned: "plánováno",
  running: "probíhá",
  done: "splněno",
  dropped: "zrušeno",
} as Record<string, string>;

export const measures = {
  history: {
    "measure.created": "Opatření přidáno",
    "measure.edited": "Opatření upraveno",
    "measure.state-changed": "Stav opatření změněn",
    "measure.archived": "Opatření přesunuto do archivu",
    "measure.restored": "Opatření obnoveno z archivu",
  } as Record<string, string>,
  fields: { text: "Opatření", proof: "Doklad o splnění" } as Record<string, string>,
  fieldValues: { state: states },
};

/** What is wrong with a plan, its area or card. Part of `errors`. */
export const planErrors = {
  planArchived: "Plán je v archivu, nic se v něm nemění.",
  validDayOfYear: "Zadejte den a měsíc, např. 15. 1.",
  cardNumberTaken: "Karta s tímto číslem už v plánu je.",
  areaCodeTaken: "Oblast s tímto označením už v plánu je, třeba v archivu.",
  areaNotEmpty: "V oblasti jsou karty nebo podoblasti. Nejdřív je přesuňte jinam.",
  areaWithinItself: "Oblast nemůže patřit sama do sebe ani do toho, co je v ní.",
  wordTaken: (word: string) => `Označení „${word}“ už patří k jiné položce.`,
  termCode: "Kód smí mít jen malá písmena bez diakritiky, číslice a pomlčku.",
  sectionNumber: "Zadejte číslo paragrafu bez značky, např. 44 nebo 60a.",
  outsidePlan: "Rok leží mimo období plánu.",
  outsideYear: "Termín musí ležet v roce akčního plánu.",
  emptyActionPlan: "V akčním plánu nic není, schválit ho nejde.",
  actionPlanApproved: "Akční plán je schválený, doplňují se už jen výsledky.",
  approvedActionPlanStays:
    "Schválený akční plán do archivu nepatří. Nejdřív zrušte jeho schválení.",
  actionPlanOfYear: "Na tento rok už je jiný akční plán. Nejdřív do archivu přesuňte ten.",
  cardOfNewerPlan: "Vyberte kartu novějšího plánu, která na starší navazuje.",
};

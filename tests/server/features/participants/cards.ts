/** Nonce of a form that is sent twice. */
export const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f";

/** A full card as its form sends it. */
export const CARD = {
  firstName: "Alena",
  surname: "Žďárská",
  bornOn: "1980-05-01",
  sex: "POHZENY",
  titleBefore: "Mgr.",
  titleAfter: "",
  diedOn: "",
  municipality: "Liberec",
  municipalityPart: "Horní Růžodol",
  street: "Na Ladech",
  houseNumber: "12",
  orientationNumber: "3",
  orientationLetter: "a",
  postcode: "460 01",
  email: "alena@kraj.test",
  phone: "+420 600 000 000",
  organisation: "Centrum služeb",
  organisationIco: "",
  enteredOn: "2026-02-01",
  targetGroupItemId: "",
  labourStatus: "TPZAMCI",
  education: "VZISCED5-8",
  isFromUkraine: "no",
  hasTerritoryDeclaration: "",
  disadvantage: "refused",
  cardSignedOn: "2026-02-01",
  cardKeptAt: "šanon 3",
};

export const MINIMAL = {
  firstName: "Alena",
  surname: "Žďárská",
  bornOn: "1980-05-01",
  enteredOn: "2026-02-01",
  disadvantage: "not-asked",
};

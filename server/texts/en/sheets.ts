import type { Texts } from "../index.ts";

export const sheets: Texts["sheets"] = {
  title: "Attendance sheet",
  printHint: "Print the page from the browser (Ctrl+P). Row numbers are those of the attendance.",
  days: "Days",
  place: "Place",
  lecturers: "Lecturer",
  accreditation: "Accreditation number",
  qr: "QR code leading to the attendance",
  number: "No.",
  person: "Surname and first name, organisation",
  signature: "Signature",
  lecturerSignature: "Signature of the lecturer:",
  card: {
    title: "Participant's card",
    printHint: "Print the page from the browser (Ctrl+P); each card is on a sheet of its own.",
    fields: {
      name: "First name and surname",
      bornOn: "Day of birth",
      sex: "Sex",
      address: "Permanent address",
      email: "E-mail",
      phone: "Telephone",
      organisation: "Employer (organisation)",
    },
    questions: {
      "esf-labour-status": "Status on the labour market",
      "esf-education": "Highest education",
      "esf-disadvantage": "Disadvantage (more than one may be ticked)",
    },
    none: "none of these",
    refused: "I prefer not to say",
    notice:
      "The data are used to follow support of the European Social Fund Plus. Saying anything about disadvantage is voluntary.",
    signature: "Date and signature of the participant:",
  },
};

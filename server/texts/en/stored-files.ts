import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

export const storedFiles: Texts["storedFiles"] = {
  title: "Missing files",
  link: "Missing files",
  checkedAt: (at) => `All files were last looked for on ${at}.`,
  neverChecked: "All files are looked for each night; it has not happened yet.",
  lead: "These files are on record, but not on the disk. A backup has them under the same name; put them back into DATA_DIR and they leave this list.",
  columns: {
    what: "What is missing",
    project: "Project",
    path: "File in DATA_DIR",
    advice: "Without a backup",
  },
  kinds: {
    document: (mark) => `document no. ${mark.replace(".", ", version ")}`,
    certificate: (mark) => `certificate no. ${mark}`,
    "brand-image": (mark) => mark,
    import: (mark) => `table to be read no. ${mark}`,
    annex: (mark) => `annex of a plan no. ${mark}`,
    "prepared-file": (mark) => `prepared file no. ${mark}`,
  },
  images: { logo: "logo of the authority", strip: "strip of logos" },
  advice: {
    document: "upload it as a new version",
    certificate: "issue the certificate again",
    "brand-image": "upload it again on the page Appearance",
    import: "drop it and upload it again",
    annex: "upload the same file again in its plan",
    "prepared-file": "ask for it again; what was delivered is in a backup alone",
  },
  none: "Everything that should be on the disk is there.",
  banner: (count, n) =>
    plural("en")(n, {
      one: `${count} stored file is missing from the disk.`,
      other: `${count} stored files are missing from the disk.`,
    }),
};

import type { Texts } from "../index.ts";

export const appearance: Texts["appearance"] = {
  title: "Appearance",
  subtitle:
    "Name and pictures of the authority at the foot of every page, in print and on the sign-in page.",
  name: {
    title: "Name of the authority",
    label: "Name",
    hint: "Shown where there is no logo, and read out for it, e.g. Liberec Region.",
    submit: "Save the name",
  },
  images: {
    hint: "PNG or JPEG up to 1 MB, sides of 16 to 4,000 pixels.",
  },
  kinds: {
    logo: {
      title: "Logo of the authority",
      alt: "The present logo of the authority",
      empty: "No logo yet, the name stands in its place.",
      file: "File with the logo",
      upload: "Upload the logo",
      replace: "Replace the logo",
      remove: "Remove the logo",
    },
    strip: {
      title: "Strip of the programme",
      alt: "The present strip of the programme",
      empty: "No strip yet, the EU emblem with the co-funding statement stands in its place.",
      file: "File with the strip",
      upload: "Upload the strip",
      replace: "Replace the strip",
      remove: "Remove the strip",
    },
  },
  history: {
    "appearance.renamed": "Name of the authority changed",
    "logo.uploaded": "Logo of the authority uploaded",
    "logo.removed": "Logo of the authority removed",
    "strip.uploaded": "Strip of the programme uploaded",
    "strip.removed": "Strip of the programme removed",
  },
};

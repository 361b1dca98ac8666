/** What the authority looks like in the product: its name, logo and the strip of the programme. */
export const appearance = {
  title: "Vzhled",
  subtitle: "Název a obrázky úřadu v zápatí každé stránky, v tisku i na přihlašovací stránce.",
  name: {
    title: "Název úřadu",
    label: "Název",
    hint: "Ukazuje se tam, kde není logo, a jako jeho popis, např. Liberecký kraj.",
    submit: "Uložit název",
  },
  images: {
    hint: "PNG nebo JPEG do 1 MB, strana 16 až 4 000 bodů.",
  },
  kinds: {
    logo: {
      title: "Logo úřadu",
      alt: "Současné logo úřadu",
      empty: "Zatím bez loga, v zápatí stojí název.",
      file: "Soubor s logem",
      upload: "Nahrát logo",
      replace: "Nahradit logo",
      remove: "Odebrat logo",
    },
    strip: {
      title: "Pruh programu",
      alt: "Současný pruh programu",
      empty: "Zatím bez pruhu, v zápatí stojí znak EU s větou o spolufinancování.",
      file: "Soubor s pruhem",
      upload: "Nahrát pruh",
      replace: "Nahradit pruh",
      remove: "Odebrat pruh",
    },
  },
  history: {
    "appearance.renamed": "Název úřadu změněn",
    "logo.uploaded": "Logo úřadu nahráno",
    "logo.removed": "Logo úřadu odebráno",
    "strip.uploaded": "Pruh programu nahrán",
    "strip.removed": "Pruh programu odebrán",
  } as Record<string, string>,
};

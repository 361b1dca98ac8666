/** Who was shown pay and timesheets of others. */
export const staffAccesses = {
  title: "Přístupy k mzdovým údajům",
  subtitle: "Kdo si kdy zobrazil odměny nebo výkazy práce jiných lidí.",
  columns: { when: "Kdy", who: "Kdo", what: "Co", project: "Projekt" },
  filters: { any: "Vše", person: "Uživatel", project: "Projekt" },
  pages: {
    position: "Pozice se sjednanou odměnou",
    assignment: "Obsazení pozice s odměnou",
    timesheets: "Výkazy práce za měsíc",
    papers: "Výkazy práce k tisku",
    timesheet: "Výkaz práce",
    payrollMonth: "Mzdy za měsíc",
    payroll: "Rozpis mzdy",
    vouchers: "Soupiska dokladů SD-2",
    other: "Jiná stránka",
  },
  nothing: "Výběru neodpovídá žádný přístup.",
};

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { frame as texts } from "../../server/texts/cs/frame.ts";
import { publicFolder } from "../../server/web/folders.ts";
import { templates } from "../../server/web/templates.ts";
import { sourceFiles } from "../architecture/source-files.ts";

const render = templates({ keep: true });
const frame = { texts, csrfToken: "token", assets: (name: string) => `/assets/hash/${name}` };

function partial(name: string, model: object): string {
  return render(`partials/${name}`, { frame, ...model });
}

function field(parts: object): string {
  return partial("field", {
    field: { type: "text", name: "title", label: "Název", value: "", ...parts },
  });
}

test("the hint and the error of a field are read out with it", () => {
  const html = field({ hint: "Podle rozhodnutí", error: "Vyplňte název" });
  expect(html).toMatch(/aria-describedby="title-messages\s*"/);
  expect(html).toContain('aria-invalid="true"');
  expect(html).toMatch(/id="title-messages">[\s\S]*Podle rozhodnutí[\s\S]*Vyplňte název/);
});

test("a field in order refers to no message and is not marked as wrong", () => {
  const html = field({});
  expect(html).not.toContain("aria-describedby");
  expect(html).not.toContain("aria-invalid");
});

test.each(["text", "email", "date", "number", "textarea", "select", "file", "checkbox"])(
  "a field of the type %s has a label tied to its control",
  (type) => {
    const html = field({ type, options: [{ value: "a", label: "A" }] });
    const isTied = /<label[^>]* for="title"/.test(html) || /<label class="check"><input/.test(html);
    expect(isTied).toBe(true);
    expect(html).toMatch(/<(input|textarea|select)[^>]* id="title" name="title"/);
  },
);

test("the summary of errors says which field each is about", () => {
  const error = (name: string) => ({ href: `#${name}`, text: "Vyplňte toto pole." });
  const row = ["title", "starts_on"].map((name) => ({ type: "text", name, label: `Pole ${name}` }));
  const formErrors = { title: "Opravte", errors: [error("title"), error("starts_on")] };
  const named = partial("form-errors", { formErrors, sections: [{ rows: [row] }] });
  expect(named).toContain('<a href="#title">Pole title: Vyplňte toto pole.</a>');
  expect(named).toContain('<a href="#starts_on">Pole starts_on: Vyplňte toto pole.</a>');
  expect(partial("form-errors", { formErrors })).toContain(">Vyplňte toto pole.</a>");
});

test("a group of choices is named by its legend and keeps what was chosen", () => {
  const options = ["1", "2", "3"].map((value) => ({ value, label: `Skupina ${value}` }));
  const html = field({ type: "checkboxes", options, values: ["1", "3"] });
  expect(html).toMatch(/<fieldset[\s\S]*<legend[^>]*>Název/);
  expect(html.match(/ checked/g)).toHaveLength(2);
});

test("what somebody typed never becomes markup", () => {
  const nasty = `"><script>alert('x')</script>`;
  for (const type of ["text", "textarea", "hidden", "select"]) {
    const html = field({
      type,
      value: nasty,
      label: nasty,
      options: [{ value: nasty, label: nasty }],
    });
    expect(html).not.toContain("<script");
  }
});

test("a text keeps the line break it begins with", () => {
  // The first line break after the tag is the parser's, the second is the author's.
  expect(field({ type: "textarea", value: "\nDruhý řádek" })).toContain(
    ">\n\nDruhý řádek</textarea>",
  );
});

test("an indicator without a target has no bar, only words", () => {
  const html = partial("bar", { bar: { percent: null, label: "bez cíle" } });
  expect(html).not.toContain("<svg");
  expect(html).toContain("bez cíle");
});

test("a state is told by colour, icon and word", () => {
  const html = partial("pill", { pill: { tone: "red", label: "Ve skluzu" } });
  expect(html).toMatch(/pill--red[\s\S]*#tone-red[\s\S]*Ve skluzu/);
});

test("an action that changes something is sent with the token of the session", () => {
  const items = [
    { href: "/projects/1/edit", label: "Upravit" },
    { href: "/projects/1/archive", label: "Archivovat", method: "post" },
  ];
  const html = partial("more-menu", { moreMenu: { items } });
  expect(html).toContain('<a class="menu__item" href="/projects/1/edit">');
  expect(html).toMatch(
    /method="post" action="\/projects\/1\/archive">[\s\S]*name="_csrf" value="token"/,
  );
});

test("every icon that a view names is in the sprite", () => {
  const sprite = readFileSync(join(publicFolder, "images/icons.svg"), "utf8");
  const known = new Set([...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id));
  const named = sourceFiles(["views"], ".ejs").flatMap(({ text }) => [
    ...[...text.matchAll(/icon: \{ name: "([^"]+)"/g)].map(([, name]) => name),
    ...[...text.matchAll(/icons\.svg"\) %>#([a-z0-9-]+)"/g)].map(([, name]) => name),
  ]);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

test("every partial says in its first line what it takes", () => {
  const silent = sourceFiles(["views/partials"], ".ejs").filter(
    ({ text }) => !/^<%# .{10,} -%>\n/.test(text),
  );
  expect(silent.map(({ path }) => path)).toEqual([]);
});

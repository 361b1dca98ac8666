import { expect, test } from "vitest";
import { templates } from "../../../server/web/templates.ts";

const frame = {
  assets: (name: string) => `/assets/${name}`,
  texts: { form: { cancel: "Zrušit" } },
};

test("a partial sees the page's model beside its own, and what people typed is escaped", () => {
  const render = templates({ keep: true });
  const emptyState = { text: "<b>Nic</b> & nikdo", action: { href: "/new", label: "Přidat" } };
  for (let time = 0; time < 2; time += 1) {
    const html = render("partials/empty-state", { frame, emptyState });
    expect(html).toContain("&lt;b&gt;Nic&lt;/b&gt; &amp; nikdo");
    expect(html).toContain('href="/assets/images/icons.svg#circle-dashed"');
    expect(html).toContain('<a class="btn btn-sm" href="/new">Přidat</a>');
  }
});

test("what a partial is given covers the page's own of that name while it is written", () => {
  const render = templates({ keep: true });
  const item = (label: string) => ({ href: `/${label}`, label, icon: "home", isCurrent: false });
  const items = [{ ...item("outer"), items: [item("inner")] }, item("last")];
  const model = { frame, navList: { label: "Nabídka", items } };
  const html = render("partials/nav-list", model);
  expect(html.match(/aria-label="Nabídka"/g)).toHaveLength(1);
  expect(html.match(/href="\/\w+"/g)).toEqual(['href="/outer"', 'href="/inner"', 'href="/last"']);
  expect(model.navList.items).toBe(items);
});

test("the indentation of the source is not sent, a single blank between attributes is", () => {
  const field = { type: "text", name: "title", label: "Název", value: "a  b", isRequired: true };
  const requiring = { ...frame, texts: { form: { required: "povinné" } } };
  const html = templates({ keep: false })("partials/field", { frame: requiring, field });
  expect(html).not.toMatch(/\n {2,}/);
  expect(html).toMatch(/value="a {2}b" +id="title" name="title" required/);
});

test("a mistake in a view names the view", () => {
  const render = templates({ keep: true });
  let stack = "";
  try {
    render("partials/empty-state", { frame });
  } catch (error) {
    stack = (error as Error).stack ?? "";
  }
  expect(stack).toContain("views/partials/empty-state.ejs");
});

import { testLineRule } from "./line-rules.ts";
import { sourceFiles } from "./source-files.ts";

const views = sourceFiles(["views"], ".ejs");
// Mail programs know no style sheets: letters carry their style along, and no policy applies to them.
const pages = views.filter(({ path }) => !path.startsWith("views/mail/"));

testLineRule({
  title: "views escape everything but other views",
  files: views,
  wrong: /<%-(?!\s*(include\(|locals\.body\s*-?%>))/,
  catches: ["<p><%- locals.note %></p>", "<%-locals.body + locals.note %>"],
  passes: ['<%- include("partials/icon", { name: "plus" }) %>', "<%- locals.body %>"],
});

testLineRule({
  title: "pages carry no style of their own, which their policy would refuse",
  files: pages,
  wrong: /(^|\s)style\s*=|<style\b/i,
  catches: ['<div style="width: <%= locals.percent %>%">', '  style="color: red"', "<style>"],
  passes: ['<progress class="bar" value="40" max="100">', '<link rel="stylesheet">'],
});

testLineRule({
  title: "views carry no event attributes",
  files: views,
  wrong: /(^|\s)on[a-z]+\s*=\s*["'<]/i,
  catches: ['<button onclick="save()">', "  onsubmit='return false'"],
  passes: ['<button data-on="click">', "<% const one = 1 %>"],
});

testLineRule({
  title: "scripts of the views come from files",
  files: views,
  wrong: /<script\b(?![^>]*\ssrc=)/i,
  catches: ["<script>", '<script nonce="<%= locals.nonce %>" type="module">'],
  passes: ['<script type="module" src="<%= locals.asset %>"></script>'],
});

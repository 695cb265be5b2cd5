// Faults put into good pages on purpose: each check must find its own, or it proves nothing.
import { createHash } from "node:crypto";

/** The page under another style sheet that it allows. */
function restyled(html, edit) {
  const style = html.match(/<style>([\s\S]*?)<\/style>/)[1], changed = edit(style);
  const hash = createHash("sha256").update(changed).digest("base64");
  return html.replace(style, () => changed).replace(/sha256-[^']+/, () => `sha256-${hash}`);
}

const added = text => html => html.replace("</main>", () => `${text}</main>`);
const replaced = (from, to) => html => html.replace(from, to);
const styled = (from, to) => html => restyled(html, style => style.replace(from, to));

/** What is done to which kind of page, the check that must notice, and the view it shows in. */
export const faults = [
  { check: "markup", kind: "report", name: "a script", spoil: added("<script>1</script>") },
  { check: "markup", kind: "report", name: "a style attribute", spoil: added('<p style="color: red">x</p>') },
  { check: "markup", kind: "papers", name: "a picture from elsewhere", spoil: added('<img src="https://example.invalid/a.png" alt="a">') },
  { check: "markup", kind: "papers", name: "a megabyte", spoil: added(`<!--${"x".repeat(1_000_000)}-->`) },
  { check: "look", kind: "papers", view: "light", name: "what the policy blocks", spoil: added('<img src="https://example.invalid/a.png" alt="a">') },
  { check: "look", kind: "report", view: "phone", name: "a wide line", spoil: added(`<pre>${"x".repeat(2000)}</pre>`) },
  { check: "look", kind: "report", view: "light", name: "pale text", spoil: styled("--ink: #1a2027", "--ink: #bbb") },
  { check: "look", kind: "report", view: "dark", name: "pale text in the dark", spoil: styled("--ink: #e7eaee", "--ink: #444") },
  { check: "look", kind: "papers", view: "light", name: "pale print", spoil: styled("color: #000; font-size: 14pt", "color: #ccc; font-size: 14pt") },
  { check: "structure", kind: "report", name: "a heading out of order", spoil: replaced(/<h2>(.*?)<\/h2>/, "<h5>$1</h5>") },
  { check: "structure", kind: "report", name: "a head without scope", spoil: replaced(' scope="col"', "") },
  { check: "structure", kind: "report", name: "a drawing without a name", spoil: replaced(' aria-labelledby="bieu-do', ' data-x="') },
  { check: "structure", kind: "papers", name: "an outline to nowhere", spoil: replaced('<li><a href="#', '<li><a href="#x') },
  { check: "structure", kind: "papers", name: "no skip link", spoil: replaced('class="skip"', 'class="no"') },
  { check: "filter", kind: "papers", name: "a filter that hides nothing", spoil: styled(/:has\(#t\d+f\d+v1:checked\) tr/g, " nothing tr") },
  { check: "filter", kind: "papers", name: "a wrong count", spoil: replaced(/(f0v1"> .*?<span class="count">)/, "$19") },
  { check: "filter", kind: "papers", name: "a filter on paper", spoil: styled(/@media screen \{\n/g, "@media all {\n") },
  { check: "filter", kind: "papers", name: "an empty choice untold", spoil: styled(/\.nothing \{ display: block; \}/g, ".x { color: red; }") },
  { check: "derivation", kind: "report", name: "figures that do not open", spoil: replaced(/<td class="number"><details>.*?<\/details>/g, '<td class="number">1') },
  { check: "derivation", kind: "report", name: "a file's name", spoil: replaced("<details><summary>", "<details><summary>1</summary><ul><li>a.xlsx › Số liệu!F7</li></ul></details><details><summary>") },
  { check: "derivation", kind: "papers", name: "nothing that opens", spoil: replaced(/<\/?(details|summary)>/g, "") },
  { check: "paper", kind: "report", name: "annexes upright", spoil: styled(/size: A4 landscape/g, "size: A4 portrait") },
  { check: "paper", kind: "report", name: "one numbering for all", spoil: styled(/counter\(a\d\)/g, "counter(page)") },
  { check: "paper", kind: "report", name: "the overview printed", spoil: styled(".report .screen,", ".x,") },
  { check: "paper", kind: "report", name: "letter paper", spoil: styled("size: A4 portrait", "size: letter portrait") },
  { check: "paper", kind: "papers", name: "filters printed", spoil: styled(".outline, .skip, .filter,", ".outline, .skip,") },
];

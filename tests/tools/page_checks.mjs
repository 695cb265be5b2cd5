// What a page of the program must hold in a browser. Each check gives its problems as texts; none is good.
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const MOST_BYTES = 1_000_000;

/** Every view that each page is looked at in. */
export const views = {
  light: { viewport: { width: 1280, height: 1000 }, colorScheme: "light" },
  dark: { viewport: { width: 1280, height: 1000 }, colorScheme: "dark" },
  phone: { viewport: { width: 360, height: 780 }, colorScheme: "light", reducedMotion: "reduce" },
};

/** One file, no script, no style but the checked sheet, nothing from elsewhere. */
export async function markup({ file }) {
  const html = readFileSync(file, "utf8");
  const forbidden = [/<script/i, /\sstyle=/i, /\son[a-z]+="/i, /(?:src|href)="(?!#)/i, /@import|url\((?!#)/i];
  const found = forbidden.filter(pattern => pattern.test(html)).map(pattern => `the page has ${pattern}`);
  if (!html.includes(`content="default-src 'none'; style-src 'sha256-`)) found.push("no policy");
  if (statSync(file).size > MOST_BYTES) found.push(`${statSync(file).size} bytes`);
  return found;
}

/** Nothing is fetched, nothing is complained about, nothing is wider than the window; accessible with all details open. */
export async function look({ open, picture, view: only }) {
  const found = [];
  for (const view of only ? [only] : Object.keys(views)) {
    const { page, noise, close } = await open(view);
    found.push(...noise.map(text => `${view}: ${text}`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) found.push(`${view}: ${wide} pixels too wide`);
    await page.screenshot({ path: picture(`${view}.png`) });
    found.push(...(await accessible(page)).map(text => `${view}: ${text}`));
    if (view === "light") {
      await page.emulateMedia({ media: "print" });
      found.push(...(await accessible(page)).map(text => `print: ${text}`));
    }
    await close();
  }
  return found;
}

async function accessible(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach(details => { details.open = true; }));
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => window.axe.run());
  const grave = violations.filter(violation => ["serious", "critical"].includes(violation.impact));
  if (!passes.some(rule => rule.id === "color-contrast")) return ["contrast was not judged"];
  return grave.map(({ id, nodes }) => `${id}: ${nodes.length} times, such as ${nodes[0].html.slice(0, 120)}`);
}

/** Headings in order, an outline in the document's order, captions and scopes, names for drawings. */
export async function structure({ open }) {
  const { page, close } = await open("light");
  const found = await page.evaluate(() => {
    const found = [], all = selector => [...document.querySelectorAll(selector)];
    const levels = all("h1, h2, h3, h4, h5, h6").map(heading => Number(heading.tagName[1]));
    if (levels.filter(level => level === 1).length !== 1) found.push("not one h1");
    levels.forEach((level, i) => { if (level > (levels[i - 1] ?? 0) + 1) found.push(`h${level} after h${levels[i - 1]}`); });
    const targets = all(".outline a").map(link => document.getElementById(link.getAttribute("href").slice(1)));
    if (targets.length < 5 || targets.some(target => !target)) found.push("the outline leads nowhere");
    else if (targets.some((target, i) => i && !(targets[i - 1].compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING))) {
      found.push("the outline is out of order");
    }
    if (getComputedStyle(document.querySelector(".outline")).position !== "sticky") found.push("the outline does not stay");
    for (const table of all("table")) {
      if (!table.caption?.textContent.trim()) found.push(`table ${table.id} has no caption`);
      if (table.querySelector("th:not([scope])")) found.push(`table ${table.id} has a head without scope`);
    }
    for (const drawing of all('svg[role="img"]')) {
      const names = (drawing.getAttribute("aria-labelledby") ?? "").split(" ").map(id => document.getElementById(id)?.textContent ?? "");
      if (!(drawing.getAttribute("aria-label") || names.every(Boolean))) found.push("a drawing has no name");
    }
    return found;
  });
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.className);
  if (first !== "skip") found.push("the first stop is not the skip link");
  await close();
  return found;
}

/** Radio buttons choose rows as their counts say, by mouse and keyboard; on paper every row stands. */
export async function filter({ open, kind }) {
  if (kind !== "papers") return [];
  const { page, close } = await open("light");
  const found = [];
  const rows = of => of.locator("tbody tr:not(.section)").filter({ visible: true }).count();
  const tables = page.locator("div:has(> .filter)");
  if (await tables.count() === 0) found.push("nothing can be filtered");
  for (let i = 0; i < await tables.count(); i++) {
    const table = tables.nth(i), labels = table.locator("label"), all = await rows(table);
    for (let j = 0; j < await labels.count(); j++) {
      const label = labels.nth(j), text = await label.innerText();
      await label.click();
      if (await rows(table) !== Number(text.split(/\s/).at(-1))) found.push(`${text}: ${await rows(table)} rows`);
      if (await rows(table) > 0 && await table.locator(".nothing").isVisible()) found.push(`${text}: says nothing is left`);
      const empty = table.locator("tbody:visible").filter({ hasNot: page.locator("tr:not(.section):visible") });
      if (await empty.count() > 0) found.push(`${text}: a group without rows`);
      await label.locator("xpath=ancestor::fieldset").locator("input").first().check();
    }
    found.push(...await meeting(table, rows));
    await labels.first().locator("input").focus();
    await page.keyboard.press("ArrowDown");
    if (await rows(table) === all) found.push("the arrow key chooses nothing");
    await page.emulateMedia({ media: "print" });
    if (await rows(table) !== all) found.push("paper lacks rows");
    await page.emulateMedia({ media: "screen" });
  }
  await close();
  return found;
}

/** Two filters at once: if no row meets both, the page says so. */
async function meeting(table, rows) {
  const found = [], sets = table.locator("fieldset");
  if (await sets.count() < 2) return found;
  for (const one of await sets.nth(0).locator("input").all()) {
    for (const other of await sets.nth(1).locator("input").all()) {
      await one.check();
      await other.check();
      if (await table.locator(".nothing").isVisible() !== (await rows(table) === 0)) found.push("an empty choice is not told");
    }
  }
  await sets.nth(0).locator("input").first().check();
  await sets.nth(1).locator("input").first().check();
  return found;
}

/** Every figure of the report opens its derivation, by keyboard too; that of the report names no file. */
export async function derivation({ open, kind }) {
  const { page, close } = await open("light");
  const found = [];
  const summary = page.locator("td summary").first();
  if (await summary.count() === 0) found.push("no figure opens");
  else {
    await summary.focus();
    for (const [key, shown] of [["Enter", true], ["Space", false]]) {
      await page.keyboard.press(key);
      if (await page.locator("td details ul").first().isVisible() !== shown) found.push(`${key} does not ${shown ? "open" : "close"}`);
    }
  }
  if (kind === "report") {
    const bare = await page.evaluate(() => [...document.querySelectorAll(".card")].filter(card => !card.querySelector("details li")).length);
    if (bare > 0) found.push(`${bare} cards do not open`);
    const closed = await page.evaluate(() => [...document.querySelectorAll("td.number")]
      .filter(cell => /\d/.test(cell.textContent) && !cell.querySelector("details li")).length);
    if (closed > 0) found.push(`${closed} figures of tables do not open`);
    const told = await page.locator("details li").allTextContents();
    found.push(...told.filter(text => /\.(xlsx|xls|ods|csv)\b|![A-Z]+[0-9]/.test(text)).map(text => `names a cell: ${text}`));
  }
  await close();
  return found;
}

/** A4 sheets, annexes landscape, numbers from 2 in the text and from 1 in each annex, each annex's head once. */
export async function paper({ open, kind, picture }) {
  const { page, close } = await open("light");
  const pdf = picture("print.pdf");
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  await close();
  const sizes = [...execFileSync("pdfinfo", ["-l", "999", pdf], { encoding: "utf8" }).matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g)];
  const texts = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).split("\f");
  const sheets = sizes.map(([, width, height], i) => ({ width: Math.round(width), height: Math.round(height), text: texts[i] ?? "" }));
  const found = sheets.filter(({ width, height }) => `${[width, height].sort()}` !== "595,842").map(sheet => `${sheet.width}×${sheet.height}`);
  let number = 1, annexes = 0;
  for (const [i, { width, height, text }] of sheets.entries()) {
    const lines = text.split("\n").map(line => line.trim()).filter(Boolean);
    const annex = kind === "report" && /^Phụ lục [IVX]+$/.test(lines[1]);
    if (annex) [number, annexes] = [1, annexes + 1];
    const landscape = width > height;
    if (landscape !== (annexes > 0) && kind === "report") found.push(`sheet ${i + 1} is turned`);
    if (i > 0 && lines[0] !== String(number)) found.push(`sheet ${i + 1} is numbered ${lines[0]}, not ${number}`);
    if (i === 0 && /^\d+$/.test(lines[0])) found.push("the first sheet is numbered");
    number += 1;
  }
  const whole = texts.join("\n");
  if (kind === "report") {
    if (annexes < 2) found.push(`${annexes} annexes`);
    if (whole.match(/Kèm theo Báo cáo/g)?.length !== annexes) found.push("an annex has not one head");
    if (/Diễn giải|Tổng hợp kết quả/.test(whole)) found.push("what is for the screen is printed");
  } else if (!sheets.some(({ width, height }) => width > height)) found.push("no list lies");
  if (/Mục lục|Lọc theo/.test(whole)) found.push("controls are printed");
  return found;
}

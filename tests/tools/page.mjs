// Opens pages in Chromium and prints, as JSON lines, what a reader would not forgive; then puts faults into them, each of
// which must be found. Usage: node page.mjs PICTURE_FOLDER page.html …
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import * as checks from "./page_checks.mjs";
import { faults } from "./page_faults.mjs";

const { views, ...all } = checks;
const [pictures, ...pages] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

/** What a check sees: the file, what kind of document it is, a way to open it in a view, and the one view to look at, if any. */
function subject(file, view) {
  const name = path.basename(file, ".html"), url = pathToFileURL(path.resolve(file)).href;
  const kind = /<body class="(\w+)"/.exec(readFileSync(file, "utf8"))[1];
  const open = async view => {
    const context = await browser.newContext(views[view]);
    const page = await context.newPage(), noise = [];
    page.on("console", message => noise.push(message.text()));
    page.on("pageerror", error => noise.push(String(error)));
    page.on("request", request => { if (request.url() !== url) noise.push(`asks for ${request.url()}`); });
    await page.goto(url, { waitUntil: "load" });
    return { page, noise, close: () => context.close() };
  };
  return { file, kind, view, open, picture: suffix => path.join(pictures, `${name}-${suffix}`) };
}

let failed = false;
function say(line, wrong) {
  failed ||= wrong;
  console.log(JSON.stringify(line));
}

for (const file of pages) {
  const problems = {};
  for (const [name, check] of Object.entries(all)) {
    const found = await check(subject(file));
    if (found.length > 0) problems[name] = found;
  }
  say({ page: path.basename(file), problems }, Object.keys(problems).length > 0);
}

const spoiled = path.join(pictures, "fault.html");
for (const { check, kind, view, name, spoil } of faults) {
  const good = readFileSync(pages.findLast(file => subject(file).kind === kind), "utf8");
  const bad = spoil(good);
  writeFileSync(spoiled, bad);
  const found = bad === good ? [] : await all[check](subject(spoiled, view));
  if (found.length === 0) say({ fault: name, check, problem: "was not found" }, true);
}
say({ pages: pages.length, faults: faults.length }, pages.length === 0);
await browser.close();
process.exit(failed ? 1 : 0);

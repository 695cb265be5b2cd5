// Opens pages in Chromium and prints, as JSON lines, what a reader would not forgive: console messages, page errors,
// network requests. Usage: node page.mjs PICTURE_FOLDER page.html …
import { chromium } from "playwright-core";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [pictures, ...pages] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const views = [
  { name: "light", options: { viewport: { width: 1280, height: 1000 }, colorScheme: "light" } },
  { name: "dark", options: { viewport: { width: 1280, height: 1000 }, colorScheme: "dark" } },
  { name: "phone", options: { viewport: { width: 390, height: 844 }, colorScheme: "light" } },
];
let failed = false;
for (const file of pages) {
  const url = pathToFileURL(path.resolve(file)).href;
  for (const view of views) {
    const context = await browser.newContext(view.options);
    const page = await context.newPage();
    const console_ = [], errors = [], requests = [];
    page.on("console", message => console_.push(message.text()));
    page.on("pageerror", error => errors.push(String(error)));
    page.on("request", request => { if (request.url() !== url) requests.push(request.url()); });
    await page.goto(url, { waitUntil: "load" });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const name = path.basename(file, ".html");
    await page.screenshot({ path: path.join(pictures, `${name}-${view.name}.png`) });
    if (view.name === "light") await page.pdf({ path: path.join(pictures, `${name}.pdf`), preferCSSPageSize: true });
    const wrong = console_.length + errors.length + requests.length > 0 || overflow > 0;
    failed ||= wrong;
    console.log(JSON.stringify({ page: name, view: view.name, console: console_, errors, requests, overflow }));
    await context.close();
  }
}
await browser.close();
process.exit(failed ? 1 : 0);

// The other end: a page in Chromium, and the moments at which the mark of an edit is on it.

import { createRequire } from "node:module";
import { agree } from "./clock.mjs";
import { MARK } from "./project.mjs";

const require = createRequire(new URL("../../tests/browser/", import.meta.url));
const { chromium } = require("playwright-core");

export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
  });
  return { open: (url) => open(browser, url), version: () => browser.version(), close: () => browser.close() };
}

/** A page at `url`, once its preview is listening. */
async function open(browser, url) {
  const page = await browser.newPage();
  const marks = new Map();
  const of = (mark) => {
    if (!marks.has(mark)) marks.set(mark, deferred());
    return marks.get(mark);
  };
  await page.exposeBinding("tellSeen", (_, mark, changed, painted) => of(mark).resolve({ changed, painted }));
  await page.addInitScript(lookForMarks, MARK.source);
  await page.goto(url);
  // The channel is open for as long as the page is: the moment when the network is idle never comes.
  await page.waitForTimeout(1000);
  await agree(page);
  return {
    seen: (mark) => of(mark).promise,
    async close() {
      await agree(page);
      await page.close();
    },
  };
}

function deferred() {
  const it = {};
  it.promise = new Promise((resolve) => (it.resolve = resolve));
  return it;
}

/** Runs in the page, again after every load: tells of each mark once, with the moment at which it was in the live page and that of the frame after. */
function lookForMarks(pattern) {
  const now = () => performance.timeOrigin + performance.now();
  const told = new Set();
  const look = () => {
    const changed = now();
    for (const [mark] of document.body?.textContent.matchAll(new RegExp(pattern, "g")) ?? []) {
      if (told.has(mark)) continue;
      told.add(mark);
      requestAnimationFrame(() => {
        // A message is taken up after the frame is made.
        const after = new MessageChannel();
        after.port1.onmessage = () => window.tellSeen(mark, changed, now());
        after.port2.postMessage("");
      });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
}

// The built sample site in a browser, page by page, as its readers meet it. `run` builds the site and starts this.
// A test's name says what holds; what does not is listed with the page, the element and the reason.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { violations } from "./axe.mjs";
import { each } from "./each.mjs";
import { serve } from "./server.mjs";

const SITE = process.env.SITE;
const GUIDE = "healthcare/health-technician/";
/** One page of every kind, and the two longest guides. The last is answered with 404. */
const PAGES = [
  "",
  "healthcare/",
  "healthcare/patient-care/",
  GUIDE,
  "healthcare/health-service-technician/",
  "resources/",
  "tags/",
  "tags/no-degree/",
  "a-z/",
  "sources/",
  "figures/",
  "authors/editors/",
  "about/",
  "no-such-page",
];
const SCHEMES = ["light", "dark"];

let browser;
let site;
let below;

before(async () => {
  assert.ok(SITE, "SITE names no folder: start these checks with tests/browser/run");
  site = await serve(SITE);
  below = await serve(SITE, "/sub/dir/");
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    // Root needs the first; the others keep the browser itself from asking anything of the network.
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--no-first-run",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
});

after(async () => {
  await browser?.close();
  await site?.close();
  await below?.close();
});

/** Opens `path` in a browser of its own, hands it to `look`, and closes it whatever comes of it. */
async function open(path, options, look, from = site) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await options.prepare?.(page);
    await page.goto(from.url + path, { waitUntil: "load" });
    return await look(page, context);
  } finally {
    await context.close();
  }
}

/** A test on each page; `faults` gives what is wrong with one as a list of texts. */
function everyPage(name, options, faults, pages = PAGES) {
  test(name, async () => {
    const found = await each(pages, async (path) => {
      const said = await open(path, options, (page, context) => faults(page, context, path));
      return said.map((fault) => `/${path}: ${fault}`);
    });
    assert.deepEqual(found.flat(), []);
  });
}

describe("what pages ask for", () => {
  test("the policy holds, nothing is asked of another host, nothing is kept, and the console stays empty", async () => {
    const found = [];
    const weights = await each(PAGES, async (path) => {
      const said = (what) => found.push(`/${path}: ${what}`);
      const requests = [];
      const sizes = [];
      let weight;
      const prepare = async (page) => {
        await page.exposeBinding("violated", (_, what) => said(`policy: ${what}`));
        await page.addInitScript(() =>
          document.addEventListener("securitypolicyviolation", (event) =>
            window.violated(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
          ),
        );
        page.on("request", (request) => requests.push(request.url()));
        page.on("response", (response) => {
          sizes.push(response.body().then((body) => body.length));
          if (response.status() !== 200 && response.request().resourceType() !== "document") said(`${response.status()} ${response.url()}`);
        });
        page.on("pageerror", (error) => said(`script: ${error.message}`));
        // That the page itself was not found is what we asked for.
        page.on("console", (message) => message.type() !== "log" && message.location().url !== site.url + "no-such-page" && said(`console: ${message.text()}`));
      };
      await open(path, { prepare }, async (page, context) => {
        // To the end, so that pictures that wait are fetched too.
        await page.evaluate(async () => {
          for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
            scrollTo(0, y);
            await new Promise((done) => setTimeout(done, 20));
          }
        });
        await page.waitForLoadState("networkidle");
        const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size);
        // The ledger holds every figure of the site: that is what it is for.
        if (bytes > 150 * 1024 && path !== "figures/") said(`${bytes} bytes`);
        weight = `/${path}: ${requests.length} requests, ${(bytes / 1024).toFixed(1)} KiB unpacked`;
        if ((await context.cookies()).length) said("a cookie");
        if (await page.evaluate(() => localStorage.length + sessionStorage.length)) said("something kept in storage");
      });
      for (const url of requests) if (!url.startsWith(site.url)) said(`asks for ${url}`);
      if (requests.length > 6) said(`${requests.length} requests`);
      return weight;
    });
    assert.deepEqual(found, []);
    console.log(weights.join("\n"));
  });
});

describe("accessibility by axe", () => {
  for (const [screen, viewport] of [["a wide screen", { width: 1440, height: 900 }], ["a phone", { width: 360, height: 740 }]]) {
    everyPage(`nothing is violated on ${screen}, in light and in dark`, { viewport, bypassCSP: true }, async (page) => {
      const found = [];
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await violations(page)).map((violation) => `${colorScheme}: ${violation}`));
      }
      return found;
    });
  }
});

describe("forced colours", () => {
  /** Parts of charts that could not be told from their ground, and controls without an edge: the colours are the reader's. */
  const unseen = (page) =>
    page.evaluate(() => {
      const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      const light = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((it) => (it / 255 <= 0.04045 ? it / 255 / 12.92 : ((it / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
      const ground = getComputedStyle(document.body).backgroundColor;
      const colours = (it) => ["fill", "stroke"].map((key) => getComputedStyle(it)[key]).filter((colour) => colour !== "none");
      const marks = [...document.querySelectorAll(".chart :is(rect, line, polyline, path, circle, text)")];
      const faint = marks.filter((it) => !colours(it).some((colour) => contrast(colour, ground) >= 3));
      const buttons = [...document.querySelectorAll("main input:not([type=checkbox]), main .button")].filter((it) => it.offsetWidth && parseFloat(getComputedStyle(it).borderTopWidth) === 0);
      return faint.concat(buttons).map((it) => `${it.tagName}.${it.getAttribute("class")} is not seen on ${ground}: ${colours(it)}`);
    });
  for (const colorScheme of SCHEMES) everyPage(`charts and controls are seen, ${colorScheme}`, { forcedColors: "active", colorScheme }, unseen);
});

describe("the width of the screen and the size of text", () => {
  /** What makes the page wider than the screen, or hides a part of its own text. */
  const tooWide = (page) =>
    page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth > room) {
        const wide = [...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > room + 1 && !it.closest(".table-scroll, .unseen, .skip"));
        return [`${document.documentElement.scrollWidth} px on ${room}: ${wide.slice(0, 3).map((it) => `${it.tagName}.${it.className}`)}`];
      }
      const cuts = (it) => ["hidden", "clip"].includes(getComputedStyle(it).overflowX) && it.scrollWidth > it.clientWidth + 1 && !it.closest(".unseen, .byline, input");
      return [...document.querySelectorAll("body *")].filter(cuts).map((it) => `${it.tagName}.${it.className} cuts its text off`);
    });
  /** `tooWide` at each width, as the same page is made narrower. */
  const atWidths = (widths, style) => async (page) => {
    if (style) await page.addStyleTag({ content: style });
    const found = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      found.push(...(await tooWide(page)).map((fault) => `at ${width} px: ${fault}`));
    }
    return found;
  };
  everyPage("pages fit into 320, 768 and 1440 px", {}, atWidths([1440, 768, 320]));
  everyPage("pages fit into 768 and 1440 px with text at 200 %", { bypassCSP: true }, atWidths([1440, 768], "html { font-size: 200% !important; }"));
  const spaced = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }";
  // A page in Arabic or Hebrew, and one in German, whose words are as long as that.
  const turned = (page) => page.evaluate(() => (document.documentElement.dir = "rtl"));
  everyPage("pages fit from right to left", {}, async (page) => {
    await turned(page);
    const found = await atWidths([1440, 768, 320])(page);
    const astray = await page.evaluate(() => {
      const isStart = (it) => Math.abs(it.getBoundingClientRect().right - it.parentElement.getBoundingClientRect().right) < 40;
      const headings = [...document.querySelectorAll("main :is(h1, h2)")].filter((it) => it.offsetWidth && !isStart(it));
      return headings.map((it) => `the heading "${it.textContent}" does not begin on the right`);
    });
    return found.concat(astray);
  });
  everyPage("pages fit with words of forty letters", {}, async (page) => {
    await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        if (texts.currentNode.parentElement.closest("svg, script, style")) continue;
        let at = 0;
        texts.currentNode.data = texts.currentNode.data.replace(/\p{L}{7,}/gu, (word) => (at++ % 5 ? word : "Berufsausbildungsverantwortungsbescheinigung"));
      }
    });
    return atWidths([1440, 768, 320])(page);
  });
  everyPage("lines, words and letters may be spaced wider", { bypassCSP: true }, atWidths([1440, 320], spaced));
});

describe("without scripts", () => {
  const shown = (page) =>
    page.evaluate(() => {
      const text = (it) => it.textContent.replaceAll(/[#✓↕\s]+/g, " ").trim();
      return {
        links: [...document.querySelectorAll("a")].map((link) => `${link.getAttribute("href")} ${text(link)}`),
        headings: [...document.querySelectorAll("h1, h2, h3, h4")].map((heading) => `${heading.id} ${text(heading)}`),
        fields: [...document.querySelectorAll("form")].map((form) => `${form.method} ${form.action} ${[...form.elements].map((it) => it.name || it.type)}`),
        rows: [...document.querySelectorAll("tr")].map(text),
      };
    });
  everyPage("all links, headings, tables and forms are there", { javaScriptEnabled: false }, async (page, _, path) => {
    const without = await shown(page);
    const withScripts = await open(path, {}, shown);
    return Object.keys(without).filter((key) => JSON.stringify(without[key]) !== JSON.stringify(withScripts[key])).map((key) => `${key} differ`);
  });
  test("the section navigation leads to the sections, on a wide screen and on a phone", async () => {
    for (const width of [1440, 320]) {
      await open(GUIDE, { javaScriptEnabled: false, viewport: { width, height: 800 } }, async (page) => {
        if (width < 1024) await page.click(".contents-small summary");
        await page.click('.contents a[href="#pay"]:visible');
        assert.equal(new URL(page.url()).hash, "#pay");
        const top = await page.locator("#pay").evaluate((heading) => heading.getBoundingClientRect().top);
        assert.ok(top >= 0 && top < 200, `the section stands at ${top} px`);
      });
    }
  });
  test("the menu of a phone opens and leads on", async () => {
    await open("", { javaScriptEnabled: false, viewport: { width: 320, height: 800 } }, async (page) => {
      await page.click(".menu-small summary");
      await page.click(".menu-small a >> nth=1");
      assert.equal(page.url(), site.url + "a-z/");
    });
  });
  test("the job search is a form that names where it goes", async () => {
    await open(GUIDE, { javaScriptEnabled: false }, async (page) => {
      const form = page.locator("form.job-search");
      assert.equal(await form.getAttribute("action"), "https://www.usajobs.gov/search/results/");
      assert.ok(await form.getByRole("button").isVisible());
      assert.match(await form.innerText(), /opens on USAJOBS, another site/);
    });
  });
});

describe("by keyboard", () => {
  everyPage("the skip link comes first, shows itself and leads past the menu", {}, async (page) => {
    const found = [];
    await page.keyboard.press("Tab");
    const skip = await page.evaluate(() => ({ is: document.activeElement.className, top: document.activeElement.getBoundingClientRect().top }));
    if (skip.is !== "skip" || skip.top < 0) found.push(`the first stop is ${skip.is} at ${skip.top} px`);
    await page.keyboard.press("Enter");
    if ((await page.evaluate(() => document.activeElement.localName)) !== "main") found.push("it does not lead to the text");
    await page.keyboard.press("Tab");
    if (!(await page.evaluate(() => document.activeElement.closest("main, footer")))) found.push("the next stop is not in the text");
    return found;
  });
  for (const [colorScheme, pages] of [["light", PAGES], ["dark", ["", GUIDE, "no-such-page"]]]) {
    const everyStop = async (page) => {
      const found = [];
      const seen = new Set();
      for (let stops = 0; stops < 600; stops++) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => {
          const it = document.activeElement;
          if (it === document.body) return undefined;
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(it);
          const box = it.getBoundingClientRect();
          const marked = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !outlineColor.endsWith(", 0)");
          const inSight = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          window.stops ??= [];
          if (window.stops.includes(it)) return undefined;
          window.stops.push(it);
          return { name: `${it.tagName} ${it.textContent.trim().slice(0, 40)}`, marked, inSight };
        });
        if (!stop) break;
        seen.add(stop.name);
        if (!stop.marked) found.push(`${stop.name} has no visible focus`);
        if (!stop.inSight) found.push(`${stop.name} is out of sight`);
      }
      if (seen.size < 5) found.push(`only ${seen.size} stops`);
      return found;
    };
    everyPage(`every stop is in sight and visibly has the focus, ${colorScheme}`, { colorScheme }, everyStop, pages);
  }
  test("a table is sorted by its column buttons, numbers from the largest first", async () => {
    await open(GUIDE, {}, async (page) => {
      const table = page.locator(".data table").filter({ has: page.locator("th.numeric button") }).first();
      const head = table.locator("th.numeric").first();
      const column = await head.evaluate((cell) => cell.cellIndex);
      const numbers = () =>
        table.evaluate((it, at) => {
          const cells = [...it.tBodies[0].rows].map((row) => row.cells[at]);
          return cells.map((cell) => Number(cell.dataset.number ?? cell.querySelector("data").value));
        }, column);
      const sorted = (values, sign) => [...values].sort((a, b) => sign * (a - b));
      const before = await numbers();
      assert.ok(before.length > 2 && before.every(Number.isFinite), `numbers: ${before}`);
      await head.locator("button").focus();
      await page.keyboard.press("Enter");
      assert.equal(await head.getAttribute("aria-sort"), "descending");
      assert.deepEqual(await numbers(), sorted(before, -1));
      await page.keyboard.press("Space");
      assert.equal(await head.getAttribute("aria-sort"), "ascending");
      assert.deepEqual(await numbers(), sorted(before, 1));
      assert.ok(await head.locator("button").evaluate((button) => button === document.activeElement), "the button keeps the focus");
      const words = table.locator("thead th:not(.numeric) button").first();
      await words.focus();
      await page.keyboard.press("Enter");
      assert.equal(await table.locator("[aria-sort]").count(), 1);
      assert.equal(await words.locator("..").getAttribute("aria-sort"), "ascending");
    });
  });
});

describe("the section being read", () => {
  test("is marked in the section navigation, and only that one", async () => {
    await open(GUIDE, {}, async (page) => {
      const sections = await page.locator(".contents-wide .section-links a").evaluateAll((links) => links.map((link) => link.hash.slice(1)));
      assert.ok(sections.length > 5);
      for (const id of sections) {
        await page.evaluate((id) => document.getElementById(id).scrollIntoView(), id);
        // A subsection that begins close below its section is what is being read.
        await page.waitForFunction((id) => {
          const link = [...document.querySelectorAll(".contents-wide a")].find((it) => it.hash === `#${id}`);
          return link.closest("li").querySelector("[aria-current]") !== null;
        }, id);
        assert.equal(await page.locator(".contents-wide [aria-current]").count(), 1);
      }
    });
  });
  test("is not the last one on a page that fits the screen", async () => {
    await open("about/", { viewport: { width: 1440, height: 3000 } }, async (page) => {
      await page.waitForTimeout(200);
      const marks = await page.locator(".contents-wide a").evaluateAll((links) => links.map((link) => link.hasAttribute("aria-current")));
      assert.ok(marks.length > 2);
      assert.equal(marks.at(-1), false);
    });
  });
});

describe("on paper", () => {
  everyPage("pages are dark on white, also in the dark scheme, and leave navigation and forms out", { colorScheme: "dark" }, async (page) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    return page.evaluate(() => {
      const found = [];
      const light = (color) => color.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765;
      for (const it of [document.documentElement, document.body]) {
        if (getComputedStyle(it).backgroundColor !== "rgb(255, 255, 255)") found.push(`${it.tagName} stands on ${getComputedStyle(it).backgroundColor}`);
      }
      for (const it of document.querySelectorAll("h1, h2, p, li, td, th, dd, a, caption")) {
        const color = getComputedStyle(it).color;
        if (it.checkVisibility() && light(color) > 0.5) found.push(`${it.tagName} “${it.textContent.trim().slice(0, 30)}” is ${color}`);
      }
      for (const it of document.querySelectorAll("nav, form, .skip, .copy-link, .cta, .site-footer")) if (it.checkVisibility()) found.push(`${it.tagName}.${it.className} is printed`);
      return found;
    });
  });
  everyPage("a page may end between a chart and its table, and no picture waits to be scrolled to", {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    return page.evaluate(async () => {
      // The page hears of it in one of the next frames; a busy machine takes its time.
      const waits = () => [...document.images].filter((it) => it.loading !== "eager");
      for (let tries = 0; tries < 100 && waits().length; tries += 1) await new Promise((done) => setTimeout(done, 50));
      const found = [];
      const breaks = (selector, wanted) => document.querySelectorAll(selector).forEach((it) => {
        const is = getComputedStyle(it).breakInside;
        if (is !== wanted) found.push(`${it.tagName}.${it.className} is broken: ${is}`);
      });
      breaks(".data", "auto");
      breaks(".chart-frame, .prose .table-scroll", "avoid");
      for (const it of waits()) found.push(`${it.src} is ${it.loading}`);
      return found;
    });
  });
  everyPage("pages become a PDF", { colorScheme: "dark" }, async (page) => {
    const pdf = await page.pdf({ format: "A4" });
    return pdf.subarray(0, 5).toString() === "%PDF-" && pdf.length > 5_000 ? [] : [`${pdf.length} bytes`];
  }, ["", GUIDE, "a-z/"]);
});

describe("links", () => {
  /** Asks for everything that can be reached from the home page. */
  async function crawl(from) {
    const waiting = [from.url];
    const ids = new Map();
    const links = [];
    while (waiting.length) {
      const url = waiting.pop();
      if (ids.has(url)) continue;
      const response = await fetch(url);
      const text = await response.text();
      const isPage = (response.headers.get("content-type") ?? "").startsWith("text/html");
      ids.set(url, response.status === 200 ? new Set(isPage ? [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]) : []) : undefined);
      if (!isPage || response.status !== 200) continue;
      for (const [, href] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
        const target = new URL(href.replaceAll("&amp;", "&"), url);
        if (target.origin !== new URL(from.url).origin) continue;
        const fragment = decodeURIComponent(target.hash.slice(1));
        target.hash = "";
        links.push({ url, to: target.href, fragment });
        waiting.push(target.href);
      }
    }
    const dead = links.filter(({ to, fragment }) => !ids.get(to) || (fragment && !ids.get(to).has(fragment)));
    return { dead: dead.map(({ url, to, fragment }) => `${url} -> ${to}${fragment && "#" + fragment}`), links: links.length, reached: [...ids.keys()] };
  }
  test("every internal link is answered, every anchor exists, and every page can be reached from the home page", async () => {
    const { dead, links, reached } = await crawl(site);
    assert.deepEqual(dead, []);
    const files = await readdir(SITE, { recursive: true });
    const pages = [];
    for (const file of files.filter((file) => file.endsWith("index.html"))) {
      // Old addresses are there for links from outside.
      if (!(await readFile(`${SITE}/${file}`, "utf8")).includes('http-equiv="refresh"')) pages.push(site.url + file.slice(0, -"index.html".length));
    }
    assert.deepEqual(pages.filter((page) => !reached.includes(page)), []);
    console.log(`${links} links on ${pages.length} pages`);
  });
  test("the same output works below a path", async () => {
    const { dead, reached } = await crawl(below);
    assert.deepEqual(dead, []);
    assert.deepEqual(reached.filter((url) => !url.startsWith(below.url)), []);
    for (const path of PAGES.slice(0, -1)) {
      const failed = [];
      const prepare = (page) => page.on("response", (response) => response.status() !== 200 && failed.push(response.url()));
      await open(path, { prepare }, async (page) => assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector(".site-header")).borderTopWidth), "0px", path), below);
      assert.deepEqual(failed, []);
    }
  });
  test("an old address leads to the page of today", async () => {
    await open("guides/health-technician/", {}, async (page) => {
      await page.waitForURL(site.url + GUIDE);
      assert.equal(await page.locator("h1").innerText(), "Health Technician");
    });
  });
});

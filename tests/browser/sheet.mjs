// A contact sheet: every kind of page on a phone and on a desk, light and dark, on one picture. `sheet` builds the site and starts this.

import { chromium } from "playwright-core";
import { each } from "./each.mjs";
import { serve } from "./server.mjs";

const { SITE, CHROMIUM } = process.env;
const out = process.argv[2];
const PAGES = {
  Home: "",
  Section: "healthcare/",
  Guide: "healthcare/health-technician/",
  Resources: "resources/",
  Sources: "sources/",
  Ledger: "figures/",
  Tags: "tags/",
  Tag: "tags/no-degree/",
  "A–Z": "a-z/",
  Author: "authors/editors/",
  Plain: "about/",
  "Not found": "no-such-page",
};
const SCREENS = [
  ["phone", { width: 390, height: 844 }],
  ["desk", { width: 1440, height: 1000 }],
];
const SCHEMES = ["light", "dark"];

const site = await serve(SITE);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
try {
  const wanted = Object.entries(PAGES).flatMap(([name, path]) =>
    SCREENS.flatMap(([screen, viewport]) => SCHEMES.map((scheme) => ({ name, path, screen, viewport, scheme }))),
  );
  const pictures = await each(wanted, async ({ path, viewport, scheme }) => {
    const page = await browser.newPage({ viewport, colorScheme: scheme, reducedMotion: "reduce" });
    await page.goto(site.url + path);
    const picture = await page.screenshot({ type: "jpeg", quality: 80 });
    await page.close();
    return picture.toString("base64");
  });
  const cell = ({ screen, scheme }, at) =>
    `<figure class="${screen}"><img alt="" src="data:image/jpeg;base64,${pictures[at]}"><figcaption>${screen}, ${scheme}</figcaption></figure>`;
  const row = (name) => {
    const cells = wanted.map((it, at) => (it.name === name ? cell(it, at) : "")).join("");
    return `<h2>${name}</h2><div>${cells}</div>`;
  };
  const sheet = await browser.newPage({ viewport: { width: 1480, height: 900 } });
  await sheet.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { font: 14px/1.4 sans-serif; margin: 20px; background: #fff; color: #222 }
    div { display: flex; gap: 16px; align-items: end } figure { margin: 0 } img { display: block; height: 380px; border: 1px solid #999 }
    h2 { font-size: 16px; margin: 24px 0 8px } figcaption { color: #555 }
  </style>${Object.keys(PAGES).map(row).join("")}`);
  await sheet.screenshot({ path: out, fullPage: true });
} finally {
  await browser.close();
  await site.close();
}

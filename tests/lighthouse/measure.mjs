// Lighthouse on four pages of a built site, phone and desk: the median of three runs of each, and what falls short of the limits.
// Scores of speed depend on the machine: they say something only where nothing else runs.

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { serve } from "../browser/server.mjs";

const { SITE } = process.env;
const PAGES = { home: "", section: "healthcare/", guide: "healthcare/health-technician/", resources: "resources/" };
const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measured(address, config, port) {
  const { lhr } = await lighthouse(address, { port, onlyCategories: CATEGORIES, logLevel: "error" }, config);
  const requests = lhr.audits["network-requests"].details.items;
  const lost = CATEGORIES.flatMap((name) =>
    lhr.categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 0.9).map(({ id }) => id),
  );
  return {
    scores: CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100)),
    lcp: lhr.audits["largest-contentful-paint"].numericValue,
    cls: lhr.audits["cumulative-layout-shift"].numericValue,
    bytes: requests.filter((it) => it.resourceType !== "Image").reduce((sum, it) => sum + it.transferSize, 0),
    lost,
  };
}

const site = await serve(SITE, "/", { packed: true });
const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox"] });
let short = 0;
try {
  console.log("page       screen   perf  a11y  best   seo    LCP ms    CLS  KB sent, without images");
  for (const [name, path] of Object.entries(PAGES)) {
    for (const [screen, config] of [["phone", undefined], ["desk", desktopConfig]]) {
      const runs = [];
      for (let run = 0; run < RUNS; run++) runs.push(await measured(site.url + path, config, chrome.port));
      const scores = CATEGORIES.map((_, at) => median(runs.map((it) => it.scores[at])));
      const [lcp, cls, bytes] = ["lcp", "cls", "bytes"].map((key) => median(runs.map((it) => it[key])));
      const columns = [name.padEnd(10), screen.padEnd(6), ...scores.map((it) => String(it).padStart(5)), lcp.toFixed(0).padStart(9)];
      console.log(...columns, cls.toFixed(3).padStart(6), (bytes / 1000).toFixed(1).padStart(7), [...new Set(runs.flatMap((it) => it.lost))].join(" "));
      const isSlow = screen === "phone" && lcp >= 1000;
      const isHeavy = name === "guide" && bytes >= 60_000;
      if (scores.some((score) => score < 100) || cls > 0 || isSlow || isHeavy) short++;
    }
  }
} finally {
  chrome.kill();
  await site.close();
}
if (short > 0) {
  console.error(`${short} of ${2 * Object.keys(PAGES).length} fall short of 100 in all categories, LCP below 1 s on a phone, no layout shift, a guide below 60 KB`);
  process.exitCode = 1;
}

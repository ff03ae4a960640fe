// The preview in a browser, as an author meets it: edits are swapped in, and what the author did on the page stays.
// `node --test preview.mjs`. How fast it is: benches/preview.

import assert from "node:assert/strict";
import { test } from "node:test";
import { guide, page, shows, start, stayed } from "./project.mjs";

const template = (main) => `{% extends "base.html" %}\n{% block main %}<h1>{{ page.title }}</h1>\n${main}\n{{ plain.body_html }}\n{% endblock main %}\n`;
const CONTROLS = '<details id="more"><summary>More</summary><p>Hidden.</p></details>\n<input id="typed" name="typed" aria-label="typed">';
const long = (words) => Array.from({ length: 120 }, (_, at) => `Paragraph ${at}.`).join("\n\n") + `\n\n${words}\n\n` + Array.from({ length: 60 }, (_, at) => `Later ${at}.`).join("\n\n");

test("an edit is swapped in, and scroll position, open details, focus and typed text stay", async () => {
  const site = await start({ "templates/plain.html": template(CONTROLS), "content/a.md": page("A", long("Old words.")) }, "/a/");
  try {
    const tab = site.page;
    await tab.click("#more summary");
    await tab.fill("#typed", "half a sentence");
    // Not smoothly: the place would be another one whenever it is looked at.
    await tab.evaluate(() => scrollTo({ top: 1500, behavior: "instant" }));
    const before = await tab.evaluate(() => scrollY);
    assert.equal(before, 1500);
    await site.write("content/a.md", page("A", long("New words.")));
    await shows(tab, "New words.");
    assert.deepEqual(
      await tab.evaluate(() => [scrollY, document.querySelector("#more").open, document.querySelector("#typed").value, document.activeElement.id]),
      [before, true, "half a sentence", "typed"],
    );
    assert.equal(await stayed(tab), true);
    assert.equal(await tab.evaluate(() => document.body.innerText.includes("Old words.")), false);
    // Paragraphs that come and go above move the text, not the reader's place in it.
    await site.write("content/a.md", page("A new title", `First of all.\n\n${long("Newest words.")}`));
    await shows(tab, "Newest words.");
    assert.equal(await tab.title().then((title) => title.startsWith("A new title")), true);
    assert.equal(await stayed(tab), true);
    assert.deepEqual(tab.problems, []);
  } finally {
    await site.stop();
  }
});

test("any edit gives the page that a fresh load shows", async () => {
  const bodies = [
    "One.\n\nTwo.\n\nThree.",
    "Zero.\n\nOne.\n\nThree.",
    "## Heading\n\nOne *more* time.\n\n- a\n- b\n- c\n\nThree.",
    "## Heading\n\n- c\n- a\n\n| A | B |\n|---|--:|\n| x | 1 |\n| y | 2 |\n| z | 3 |\n\nTable: T {#t}",
    "| A | B |\n|---|--:|\n| z | 3 |\n| y | 20 |\n| w | 4 |\n| x | 1 |\n\nTable: T {#t}\n\n## Heading\n\nText.",
    "Only **this**.",
    "## A\n\n## B\n\nOnly this.\n\n### C\n\n> Quote\n\n1. x\n2. y",
    "## B\n\n## A\n\nOnly that & <this>.\n\n### C",
  ];
  // Without the theme's script, which adds to every page as it is loaded and not to what is swapped in.
  const site = await start({ "static/assets/beacon.js": "\n", "content/a.md": page("A", bodies[0]) }, "/a/");
  try {
    const text = (tab) => tab.evaluate(() => {
      const clean = document.body.cloneNode(true);
      for (const script of clean.querySelectorAll("script")) script.remove();
      return clean.outerHTML;
    });
    let random = 7;
    for (let step = 0; step < 40; step += 1) {
      random = (random * 1103515245 + 12345) % 2147483648;
      await site.write("content/a.md", page(`A ${step}`, `${bodies[random % bodies.length].replaceAll("<this>", "this")}\n\nStep ${step}.`));
      await shows(site.page, `Step ${step}.`);
      const fresh = await site.context.newPage();
      await fresh.goto(site.page.url());
      await fresh.waitForTimeout(50);
      const [now, then] = [await text(site.page), await text(fresh)];
      await fresh.close();
      assert.equal(now, then, `step ${step}`);
    }
    assert.equal(await stayed(site.page), true);
  } finally {
    await site.stop();
  }
});

test("sorted rows do not make an edit land in the wrong row", async () => {
  const table = (pay) => page("A", `| Place | Pay (USD) |\n|---|--:|\n| Here | 10 |\n| There | ${pay} |\n| Far | 30 |\n\nTable: T {#t}`);
  const site = await start({ "content/a.md": table(20) }, "/a/");
  try {
    await site.page.click("th >> nth=1 >> button");
    await site.write("content/a.md", table(77));
    await shows(site.page, "77");
    const rows = await site.page.evaluate(() => [...document.querySelectorAll("tbody tr")].map((row) => row.innerText.replace(/\s+/g, " ").trim()).sort());
    assert.deepEqual(rows, ["Far 30", "Here 10", "There 77"]);
  } finally {
    await site.stop();
  }
});

test("a style sheet is replaced without a reload; a page that is not concerned is left alone", async () => {
  const site = await start({ "static/assets/beacon.css": "h1 { color: rgb(1, 2, 3) }\n", "content/a.md": page("A", "a"), "content/b.md": page("B", "b") }, "/a/");
  try {
    const colour = () => getComputedStyle(document.querySelector("h1")).color;
    assert.equal(await site.page.evaluate(colour), "rgb(1, 2, 3)");
    await site.write("static/assets/beacon.css", "h1 { color: rgb(4, 5, 6) }\n");
    await site.page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(4, 5, 6)");
    assert.equal(await stayed(site.page), true);
    // Its name changed with it, and what it is held against.
    const link = await site.page.locator("head link[rel=stylesheet]").evaluate((one) => [new URL(one.href).pathname, one.integrity]);
    const source = await (await fetch(site.at("/a/"))).text();
    assert.ok(source.includes(`href="..${link[0]}" integrity="${link[1]}"`), String(link));
    const other = await site.tab("/b/");
    await site.page.evaluate(() => {
      window.changes = 0;
      new MutationObserver(() => { window.changes += 1; }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await site.write("content/b.md", page("B", "Other words."));
    await shows(other, "Other words.");
    await site.page.waitForTimeout(300);
    assert.equal(await site.page.evaluate(() => window.changes), 0);
  } finally {
    await site.stop();
  }
});

test("what is typed and marked in a guide's job search stays, and so does a selection in the text", async () => {
  const search = 'job_search:\n  provider: Jobs\n  action: https://jobs.example/\n  what: { label: Job title, name: k }\n  where: { label: City, name: l }\n';
  const nurse = (words, more = search) => guide("Nurse", `First words.\n\n${words}\n\nLast words.`, more);
  const site = await start({ "content/nurse.md": nurse("Old.") }, "/nurse/");
  try {
    const tab = site.page;
    const field = tab.getByLabel("Job title");
    await field.fill("night nurse");
    await tab.getByLabel("City").fill("Lisbon");
    await field.evaluate((input) => { input.focus(); input.setSelectionRange(2, 5, "backward"); });
    const state = () => tab.evaluate(() => {
      const at = document.activeElement;
      return [at.name, at.value, at.selectionStart, at.selectionEnd, at.selectionDirection, document.querySelector("input[name=l]").value];
    });
    const before = await state();
    assert.deepEqual(before, ["k", "night nurse", 2, 5, "backward", "Lisbon"]);
    await site.write("content/nurse.md", nurse("New."));
    await shows(tab, "New.");
    assert.deepEqual(await state(), before);
    // The form itself changes around what is typed into it.
    await site.write("content/nurse.md", nurse("Newer.", search.replace("Job title", "Occupation")));
    await tab.getByLabel("Occupation").waitFor();
    assert.deepEqual(await state(), before);
    await tab.evaluate(() => {
      const [first, last] = ["First", "Last"].map((word) => [...document.querySelectorAll("p")].find((p) => p.textContent.startsWith(word)).firstChild);
      getSelection().setBaseAndExtent(first, 2, last, 4);
    });
    await site.write("content/nurse.md", nurse("Newest."));
    await shows(tab, "Newest.");
    assert.match(await tab.evaluate(() => getSelection().toString()), /^rst words\.\s+Newest\.\s+Last$/);
    assert.equal(await stayed(tab), true);
  } finally {
    await site.stop();
  }
});

test("what the theme's script does is done to what is new, too", async () => {
  const table = (caption, rows) => `| Place | Pay (USD) |\n|---|--:|\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}\n\nTable: ${caption} {#${caption.toLowerCase()}}`;
  const rows = [["Here", 10], ["There", 30], ["Far", 20]];
  const site = await start({ "content/nurse.md": guide("Nurse", "## One\n\nText.\n\n## Two\n\nText.\n\n## Three\n\nText.") }, "/nurse/");
  const pay = (tab, caption) => tab.evaluate((caption) => [...document.querySelectorAll("table")].find((one) => one.caption.textContent.includes(caption)).tBodies[0].innerText.match(/\d+/g).map(Number), caption);
  try {
    const tab = site.page;
    const body = (words, list) => guide("Nurse", `## One\n\n${words}\n\n${table("Wages", list)}\n\n## New heading\n\nText.\n\n## Three\n\n${"Text.\n\n".repeat(60)}`);
    await site.write("content/nurse.md", body("Words.", rows));
    await shows(tab, "Wages");
    // A new table sorts, and an edit leaves it sorted.
    await tab.getByRole("button", { name: "Pay" }).click();
    assert.deepEqual(await pay(tab, "Wages"), [30, 20, 10]);
    await site.write("content/nurse.md", body("Other words.", [...rows, ["Near", 25]]));
    await shows(tab, "Near");
    assert.deepEqual(await pay(tab, "Wages"), [30, 25, 20, 10]);
    assert.equal(await tab.locator("th[aria-sort=descending]").count(), 1);
    await tab.getByRole("button", { name: "Pay" }).click();
    assert.deepEqual(await pay(tab, "Wages"), [10, 20, 25, 30]);
    // A column that is named anew keeps one button, as does a heading.
    await site.write("content/nurse.md", body("Other words.", rows).replace("| Pay (USD) |", "| Salary (USD) |").replace("New heading", "Newer heading"));
    await tab.getByRole("button", { name: "Salary" }).click();
    assert.deepEqual(await tab.evaluate(() => [...document.querySelectorAll("thead th")].map((head) => head.querySelectorAll("button").length)), [1, 1]);
    assert.deepEqual(await tab.evaluate(() => [...document.querySelectorAll(".prose h2 button")].map((button) => button.getAttribute("aria-label"))), [
      "Copy link to “1 One”", "Copy link to “2 Newer heading”", "Copy link to “3 Three”",
    ]);
    assert.deepEqual(await tab.evaluate(() => [...document.querySelectorAll(".prose h2")].map((heading) => heading.querySelectorAll("button").length)), [1, 1, 1]);
    // The list of sections follows the reader to a heading that was not there at first.
    await tab.evaluate(() => document.querySelector("#newer-heading").scrollIntoView());
    await tab.waitForFunction(() => document.querySelector(".contents [aria-current]")?.textContent.includes("Newer heading"));
    assert.equal(await stayed(tab), true);
    assert.deepEqual(tab.problems, []);
  } finally {
    await site.stop();
  }
});

test("what the author did on a page stays when its style sheet changes", async () => {
  const colour = (number) => `h1 { color: rgb(${number}, 2, 3) }\n`;
  const site = await start({ "static/assets/beacon.css": colour(1), "templates/plain.html": template(CONTROLS), "content/a.md": page("A", long("Words.")) }, "/a/");
  try {
    const tab = site.page;
    await tab.click("#more summary");
    await tab.fill("#typed", "half a sentence");
    await tab.evaluate(() => scrollTo({ top: 1500, behavior: "instant" }));
    const state = () => tab.evaluate(() => [scrollY, document.querySelector("#more").open, document.querySelector("#typed").value, document.activeElement.id]);
    const before = await state();
    // To a second one and back to the first, whose name comes again.
    for (const number of [2, 1]) {
      await site.write("static/assets/beacon.css", colour(number));
      await tab.waitForFunction((number) => getComputedStyle(document.querySelector("h1")).color === `rgb(${number}, 2, 3)`, number);
      await tab.waitForTimeout(300);
      assert.deepEqual(await state(), before);
    }
    assert.equal(await tab.locator("head link[rel=stylesheet]").count(), 1);
    assert.equal(await stayed(tab), true);
    assert.deepEqual(tab.problems, []);
  } finally {
    await site.stop();
  }
});

test("a style sheet is replaced without a flash, however slow it is, and the last of quick saves stands", async () => {
  const colour = (number) => `h1 { color: rgb(${number}, 2, 3) }\n`;
  const site = await start({ "static/assets/beacon.css": colour(1), "content/a.md": page("A", "a") }, "/a/");
  try {
    const tab = site.page;
    // The first new sheet comes after the second one.
    let count = 0;
    await tab.route("**/beacon.*.css?*", async (route) => {
      count += 1;
      await new Promise((done) => setTimeout(done, count === 1 ? 900 : 300));
      await route.continue();
    });
    await tab.evaluate(() => {
      window.colours = new Set();
      const note = () => { window.colours.add(getComputedStyle(document.querySelector("h1")).color); requestAnimationFrame(note); };
      note();
    });
    for (const number of [4, 5]) {
      await site.write("static/assets/beacon.css", colour(number));
      await tab.waitForTimeout(250);
    }
    await tab.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(5, 2, 3)");
    await tab.waitForTimeout(1200);
    assert.equal(await tab.evaluate(() => getComputedStyle(document.querySelector("h1")).color), "rgb(5, 2, 3)");
    assert.equal(await tab.locator("head link[rel=stylesheet]").count(), 1);
    const seen = await tab.evaluate(() => [...window.colours]);
    assert.ok(seen.every((one) => ["rgb(1, 2, 3)", "rgb(4, 2, 3)", "rgb(5, 2, 3)"].includes(one)), String(seen));
    assert.equal(await stayed(tab), true);
  } finally {
    await site.stop();
  }
});

test("what a style sheet is made of is followed: sheets and pictures that it names", async () => {
  const picture = (fill) => `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${fill}"/></svg>\n`;
  const site = await start({
    "static/assets/beacon.css": '@import "part.css";\nh1 { width: 8px; height: 8px; overflow: hidden; color: transparent; background: url("back.svg") }\n',
    "static/assets/part.css": "p { color: rgb(1, 1, 1) }\n",
    "static/assets/back.svg": picture("rgb(255,0,0)"),
    "static/front.svg": picture("rgb(255,0,0)"),
    "content/a.md": page("A", "a"),
    "templates/plain.html": template('<img src="/front.svg" alt="">'),
  }, "/a/");
  try {
    const tab = site.page;
    await site.write("static/assets/part.css", "p { color: rgb(2, 2, 2) }\n");
    await tab.waitForFunction(() => getComputedStyle(document.querySelector("main p, p")).color === "rgb(2, 2, 2)");
    const pixel = async (selector) => {
      const image = await tab.locator(selector).screenshot({ type: "png", timeout: 2000 });
      return tab.evaluate(async (data) => {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        canvas.getContext("2d").drawImage(bitmap, 0, 0);
        return [...canvas.getContext("2d").getImageData(4, 4, 1, 1).data.slice(0, 3)];
      }, image.toString("base64"));
    };
    const becomes = async (selector, expected) => {
      let last;
      for (let at = 0; at < 30; at += 1) {
        // It may be loaded anew in the middle.
        last = await pixel(selector).catch(() => last);
        if (String(last) === String(expected)) return;
        await tab.waitForTimeout(100);
      }
      assert.deepEqual(last, expected, selector);
    };
    await becomes("h1", [255, 0, 0]);
    await site.write("static/front.svg", picture("rgb(0,0,255)"));
    await becomes("main img", [0, 0, 255]);
    assert.equal(await stayed(tab), true);
    // This one the browser keeps: the page is loaded anew.
    await site.write("static/assets/back.svg", picture("rgb(0,0,255)"));
    await becomes("h1", [0, 0, 255]);
  } finally {
    await site.stop();
  }
});

test("a changed script loads the page anew, once, and so does a file that a script has read", async () => {
  const site = await start({ "static/own.js": "fetch('/data.json').then((reply) => reply.json()).then((data) => { document.body.dataset.own = `1 ${data}`; });\n", "static/data.json": "1\n", "content/a.md": page("A", "a"), "templates/plain.html": template('<script src="/own.js"></script>') }, "/a/");
  try {
    const tab = site.page;
    let loads = 0;
    tab.on("load", () => { loads += 1; });
    const becomes = async (text) => {
      await tab.waitForFunction((text) => document.body?.dataset.own === text, text);
      await tab.waitForTimeout(1500);
    };
    await becomes("1 1");
    await site.write("static/own.js", "fetch('/data.json').then((reply) => reply.json()).then((data) => { document.body.dataset.own = `2 ${data}`; });\n");
    await becomes("2 1");
    assert.equal(loads, 1);
    await site.write("static/data.json", "2\n");
    await becomes("2 2");
    assert.equal(loads, 2);
    // What nobody loads is no reason for anything.
    await site.write("static/other.js", "1\n");
    await site.write("static/other.css", "p { color: red }\n");
    await tab.waitForTimeout(1000);
    assert.equal(loads, 2);
  } finally {
    await site.stop();
  }
});

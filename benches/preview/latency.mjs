// How long from the save of a file to the changed page in a browser. `run` builds what is measured and starts this.
//
//   --guides 20,1000,10000   sizes of the site
//   --edits 25               how many of each kind are measured
//   --rest 500               milliseconds of rest after each, about
//   --check                  ends with 1 if an edit of a body misses its limit (figures.mjs)
//   --program, --corpus      other programs than target/release/guidepost and target/release/examples/corpus
//
// Prints a table in Markdown; what goes on meanwhile goes to the other channel. Projects are made in TMPDIR and removed.

import { parseArgs } from "node:util";
import { missed, table } from "./figures.mjs";
import { inBrowser, overHttp } from "./measure.mjs";
import { EDITS, makeProject } from "./project.mjs";
import { openBrowser } from "./screen.mjs";
import { serve } from "./served.mjs";

const built = (name) => new URL(`../../target/release/${name}`, import.meta.url).pathname;
const { values: options } = parseArgs({
  options: {
    guides: { type: "string", default: "20,1000,10000" },
    edits: { type: "string", default: "25" },
    rest: { type: "string", default: "500" },
    check: { type: "boolean", default: false },
    program: { type: "string", default: built("guidepost") },
    corpus: { type: "string", default: built("examples/corpus") },
  },
});
const number = (text) => {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`\`${text}\` is no number of guides, edits or milliseconds`);
  return Number(text);
};
const sizes = options.guides.split(",").map(number);
const [edits, rest] = [number(options.edits), number(options.rest)];

const rows = [];
const browser = await openBrowser();
try {
  for (const guides of sizes) rows.push(...(await measure(guides)));
} finally {
  await browser.close();
}
console.log(`Chromium ${browser.version()}; ${edits} edits of each kind\n`);
console.log(table(rows));
const misses = missed(rows);
for (const miss of misses) console.error(`missed: ${miss}`);
if (options.check && misses.length) process.exitCode = 1;

/** The rows of the table for a site of so many guides. */
async function measure(guides) {
  const project = await makeProject(options.corpus, guides);
  try {
    const served = await serve(options.program, project.root);
    try {
      const rows = [];
      const screen = await browser.open(served.url + project.address);
      for (const edit of EDITS) rows.push({ guides, edit: edit.name, isBody: edit.isBody, ...(await inBrowser(served, project, screen, edit, edits, rest)) });
      await screen.close();
      // Without a browser that wants its share of the machine.
      rows.push({ guides, edit: "body, over HTTP alone", ...(await overHttp(served, project, EDITS[0], edits, rest)) });
      return rows;
    } finally {
      await served.stop();
    }
  } finally {
    await project.remove();
  }
}

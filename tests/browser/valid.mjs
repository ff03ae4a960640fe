// Every page is valid HTML, as the Nu Html Checker judges it: those of the sample site, of the project that `init` begins, and of the test sites.
// SITES names folders of built sites, one a line. Needs Java 17 or later.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";

const run = promisify(execFile);
const checker = new URL("node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url).pathname;
const sites = (process.env.SITES ?? process.env.SITE ?? "").split("\n").filter(Boolean);

test("every page is valid HTML", async () => {
    assert.ok(sites.length > 0, "SITES names no site");
    // It ends with 1 where it found something, and writes what to the error output.
    const said = await run("java", ["-Xss8m", "-jar", checker, "--format", "json", "--skip-non-html", ...sites], { maxBuffer: 1 << 26 }).catch((error) => error);
    const { messages } = JSON.parse(said.stderr);
    const told = messages.map((it) => `${it.url}:${it.lastLine}: ${it.message}\n    ${(it.extract ?? "").trim().replaceAll("\n", " ")}`);
    assert.deepEqual(told, []);
});

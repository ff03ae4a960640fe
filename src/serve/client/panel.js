// The problems, laid over the last good page: in a shadow tree of their own, so that neither styles the other. Only text nodes are made.

/** The mark of every page as long as there is no site. */
const NO_SITE = "503";
const panel = { host: undefined, dismissed: "", open: false, shown: "", hadErrors: false };

/** Shows `problems`, the document of the server; with none, takes everything away. */
function showProblems(problems) {
  const key = JSON.stringify(problems?.problems ?? []);
  if (key === panel.shown && panel.host) return;
  const errors = problems?.errors ?? 0;
  if (!problems?.problems?.length || !(errors + problems.warnings)) {
    panel.host?.remove();
    Object.assign(panel, { host: undefined, shown: "", open: false, dismissed: "", hadErrors: false });
    return;
  }
  panel.shown = key;
  // With the last error the panel goes, as it came: by itself. What is put aside is that error, and not the next one like it.
  if (panel.hadErrors && !errors) Object.assign(panel, { open: false, dismissed: "" });
  panel.hadErrors = errors > 0;
  // An error comes to the front by itself, until it is put aside; a warning waits in the corner.
  panel.open = errors ? panel.dismissed !== key : panel.open;
  draw(problems);
}

function draw(problems) {
  if (!panel.host) putUp();
  const counts = [count(problems.errors, "error"), count(problems.warnings, "warning"), count(problems.notes, "note")].filter(Boolean).join(", ");
  panel.toggle = (open) => {
    panel.open = open;
    panel.dismissed = open ? "" : panel.shown;
    draw(problems);
  };
  const button = (kind, words, open) => {
    const made = make("button", { type: "button", class: kind }, words);
    made.addEventListener("click", () => panel.toggle(open));
    return made;
  };
  const level = problems.errors ? "error" : "warning";
  // The keyboard stays where it was: in the panel, or where the author is typing.
  const hadFocus = document.activeElement === panel.host;
  const scrolled = panel.box.querySelector("ol")?.scrollTop ?? 0;
  if (panel.open) {
    const title = make("h1", {}, problems.errors && mark !== NO_SITE ? `${counts}: this is the last good page` : counts);
    const items = problems.problems.map(item);
    if (problems.more) items.push(make("li", {}, `... and ${problems.more} more: guidepost check --format json lists them all`));
    const list = make("ol", {}, ...items);
    panel.box.replaceChildren(
      make("section", { role: "dialog", class: level, "aria-label": "Problems of this project" }, make("header", {}, title, button("close", "Put aside", false)), list),
    );
    list.scrollTop = scrolled;
  } else {
    panel.box.replaceChildren(button(`badge ${level}`, counts, true));
  }
  if (panel.status.textContent !== counts) panel.status.textContent = counts;
  if (hadFocus) panel.box.querySelector("button").focus({ preventScroll: true });
}

/** Makes the panel, empty, with its style: one that had still to be loaded would show it for a moment at the end of the page. */
function putUp() {
  panel.host = document.createElement("guidepost-problems");
  const root = panel.host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PANEL_STYLE);
  root.adoptedStyleSheets = [sheet];
  panel.box = make("div", {});
  panel.status = make("p", { role: "status", class: "quiet" });
  root.append(panel.box, panel.status);
  document.documentElement.append(panel.host);
}

// Wherever the keyboard is: the list comes by itself, and goes without being sought.
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && panel.host && panel.open) panel.toggle(false);
});

function item(problem) {
  const level = make("strong", {}, problem.code ? `${problem.level}[${problem.code}]` : problem.level);
  const parts = [make("p", { class: "message" }, level, " ", ...worded(problem.message)), ...placeOf(problem)];
  for (const other of problem.others ?? []) parts.push(make("p", {}, ...worded(`${other.message}:`)), ...placeOf(other));
  if (problem.help) parts.push(make("p", { class: "help" }, "help: ", ...worded(problem.help)));
  return make("li", { class: problem.level }, ...parts);
}

/** What stands between backticks is meant letter by letter. */
const worded = (text) => text.split(/`([^`]*)`/).map((part, at) => (at % 2 ? make("code", {}, part) : part));

function placeOf(problem) {
  if (!problem.file) return [];
  const words = `${problem.file}:${problem.line}:${problem.column}`;
  const place = problem.editor ? make("a", { href: problem.editor, title: "Open in the editor" }, words) : make("code", {}, words);
  const parts = [make("p", { class: "place" }, place)];
  if (problem.excerpt?.trim()) parts.push(make("pre", {}, ...marked(problem)));
  return parts;
}

/** The source line, or the stretch of a long one that is given, with the words that are meant marked. Columns count characters. */
function marked(problem) {
  const stretch = [...problem.excerpt];
  const start = problem.column - problem.excerpt_column;
  const end = problem.end_line === problem.line ? problem.end_column - problem.excerpt_column : stretch.length;
  const piece = (from, to) => stretch.slice(from, to).join("");
  return [`${problem.line} | ${problem.excerpt_column > 1 ? "…" : ""}`, piece(0, start), make("mark", {}, piece(start, end)), piece(Math.max(start, end))];
}

const count = (number, word) => (number ? `${number} ${word}${number === 1 ? "" : "s"}` : "");

/** An element with attributes and children; a text becomes a text node, whatever it holds. */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}


// The problems, laid over the last good page: in a shadow tree of their own, so that neither styles the other. Only text nodes are made.

const panel = { host: undefined, dismissed: "", open: false, shown: "" };

/** Shows `problems`, the document of the server; with none, takes everything away. */
function showProblems(problems) {
  const key = JSON.stringify(problems?.problems ?? []);
  if (key === panel.shown && panel.host) return;
  const errors = problems?.errors ?? 0;
  if (!problems?.problems?.length || !(errors + problems.warnings)) {
    panel.host?.remove();
    Object.assign(panel, { host: undefined, shown: "", open: false, dismissed: "" });
    return;
  }
  panel.shown = key;
  // An error comes to the front by itself, until it is put aside; a warning waits in the corner.
  panel.open = errors ? panel.dismissed !== key : panel.open;
  draw(problems);
}

function draw(problems) {
  if (!panel.host) {
    panel.host = document.createElement("guidepost-problems");
    panel.root = panel.host.attachShadow({ mode: "open" });
    document.documentElement.append(panel.host);
  }
  // A style sheet that is already there is kept, so that nothing flickers.
  const sheet = panel.root.querySelector("link") ?? make("link", { rel: "stylesheet", href: `${own}client.css` });
  const counts = [count(problems.errors, "error"), count(problems.warnings, "warning"), count(problems.notes, "note")].filter(Boolean).join(", ");
  const toggle = (open) => {
    panel.open = open;
    panel.dismissed = open ? "" : panel.shown;
    draw(problems);
    panel.root.querySelector(open ? ".close" : ".badge")?.focus();
  };
  const parts = [sheet];
  if (panel.open) {
    const title = make("h1", {}, problems.errors ? `${counts}: this is the last good page` : counts);
    const close = make("button", { type: "button", class: "close" }, "Put aside");
    close.addEventListener("click", () => toggle(false));
    const items = problems.problems.map(item);
    if (problems.more) items.push(make("li", {}, `... and ${problems.more} more in the terminal`));
    const box = make("section", { role: "dialog", "aria-label": "Problems of this project" }, make("header", {}, title, close), make("ol", {}, ...items));
    box.addEventListener("keydown", (event) => event.key === "Escape" && toggle(false));
    parts.push(box);
  } else {
    const badge = make("button", { type: "button", class: problems.errors ? "badge error" : "badge" }, counts);
    badge.addEventListener("click", () => toggle(true));
    parts.push(badge);
  }
  const status = make("p", { role: "status", class: "quiet" }, counts);
  const scrolled = panel.root.querySelector("ol")?.scrollTop ?? 0;
  panel.root.replaceChildren(...parts, status);
  const list = panel.root.querySelector("ol");
  if (list) list.scrollTop = scrolled;
}

function item(problem) {
  const parts = [make("p", { class: "message" }, make("strong", {}, problem.code ? `${problem.level}[${problem.code}]` : problem.level), ` ${problem.message}`)];
  parts.push(...placeOf(problem));
  for (const other of problem.others ?? []) parts.push(make("p", {}, `${other.message}:`), ...placeOf(other));
  if (problem.help) parts.push(make("p", { class: "help" }, `help: ${problem.help}`));
  return make("li", { class: problem.level }, ...parts);
}

function placeOf(problem) {
  if (!problem.file) return [];
  const words = `${problem.file}:${problem.line}:${problem.column}`;
  const place = problem.editor ? make("a", { href: problem.editor, title: "Open in the editor" }, words) : make("code", {}, words);
  const parts = [make("p", { class: "place" }, place)];
  if (problem.excerpt?.trim()) parts.push(make("pre", {}, ...marked(problem)));
  return parts;
}

/** The source line, with the words that are meant marked. Columns count characters. */
function marked(problem) {
  const line = [...problem.excerpt];
  const end = problem.end_line === problem.line ? problem.end_column - 1 : line.length;
  const piece = (from, to) => line.slice(from, to).join("");
  const start = problem.column - 1;
  return [`${problem.line} | `, piece(0, start), make("mark", {}, piece(start, end)), piece(Math.max(start, end))];
}

const count = (number, word) => (number ? `${number} ${word}${number === 1 ? "" : "s"}` : "");

/** An element with attributes and children; a text becomes a text node, whatever it holds. */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}


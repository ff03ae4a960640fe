// Enhancement only: every page is complete without this file.

/** Marks the section being read in the section navigation. */
function followReading() {
  const links = [...document.querySelectorAll('.contents a[href^="#"]')];
  const targets = new Map();
  for (const link of links) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) targets.set(target, [...(targets.get(target) ?? []), link]);
  }
  const headings = [...targets.keys()].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  if (!headings.length) return;
  let current;
  let waiting = false;
  const update = () => {
    waiting = false;
    const line = innerHeight * 0.2;
    // A page that fits the screen begins and ends at once: it is read from the top.
    const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 4;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= line);
    const now = atEnd ? headings.at(-1) : passed.at(-1);
    if (now === current) return;
    for (const link of targets.get(current) ?? []) link.removeAttribute("aria-current");
    for (const link of targets.get(now) ?? []) {
      link.setAttribute("aria-current", "true");
      const box = link.closest(".contents-wide");
      if (box && box.scrollHeight > box.clientHeight) {
        box.scrollTop += link.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
      }
    }
    current = now;
  };
  const plan = () => {
    if (!waiting) requestAnimationFrame(update);
    waiting = true;
  };
  addEventListener("scroll", plan, { passive: true });
  addEventListener("resize", plan, { passive: true });
  update();
}

/** Closes the list of sections on small screens once a section is chosen. */
function closeAfterChoice() {
  const details = document.querySelector(".contents-small");
  details?.addEventListener("click", (event) => {
    if (event.target.closest("a")) details.open = false;
  });
}

/** Puts a button into each column heading that sorts the table by it. */
function sortTables() {
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  for (const table of document.querySelectorAll(".data table")) {
    const body = table.tBodies[0];
    if (!body || body.rows.length < 3) continue;
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      const mark = document.createElement("span");
      mark.className = "sort-mark";
      mark.setAttribute("aria-hidden", "true");
      // Left of a number's heading, so that the heading ends where the numbers do.
      if (head.classList.contains("numeric")) button.append(mark, ...head.childNodes);
      else button.append(...head.childNodes, mark);
      head.append(button);
      button.addEventListener("click", () => {
        const numeric = head.classList.contains("numeric");
        // Numbers are wanted from the largest down first, words from A.
        const first = numeric ? "descending" : "ascending";
        const second = numeric ? "ascending" : "descending";
        const order = head.getAttribute("aria-sort") === first ? second : first;
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", order);
        const sign = order === "ascending" ? 1 : -1;
        body.append(...[...body.rows].sort((a, b) => compare(a.cells[column], b.cells[column], sign, collator)));
      });
    });
  }
}

/** Compares two cells; those without a number stand last in either order. */
function compare(a, b, sign, collator) {
  const [x, y] = [a, b].map((cell) => (cell.dataset.number === undefined ? NaN : Number(cell.dataset.number)));
  if (Number.isNaN(x) && Number.isNaN(y)) return sign * collator.compare(a.textContent.trim(), b.textContent.trim());
  if (Number.isNaN(x)) return 1;
  if (Number.isNaN(y)) return -1;
  return sign * (x - y);
}

/** Adds a button to each heading of the text that copies a link to it. */
function copyLinks() {
  if (!navigator.clipboard) return;
  const said = document.createElement("p");
  said.className = "unseen";
  said.setAttribute("role", "status");
  document.querySelector("main").append(said);
  for (const heading of document.querySelectorAll(".prose > :is(h2, h3)[id]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-link";
    button.textContent = "#";
    button.title = "Copy link";
    button.setAttribute("aria-label", `Copy link to “${heading.textContent.trim()}”`);
    button.addEventListener("click", async () => {
      const address = new URL(location.href);
      address.hash = heading.id;
      await navigator.clipboard.writeText(address.href);
      button.textContent = "✓";
      button.dataset.done = "";
      said.textContent = "Link copied";
      setTimeout(() => {
        button.textContent = "#";
        delete button.dataset.done;
        said.textContent = "";
      }, 2000);
    });
    heading.append(" ", button);
  }
}

followReading();
closeAfterChoice();
sortTables();
copyLinks();

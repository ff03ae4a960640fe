// Every page is complete without this file.

const make = (name, properties) => Object.assign(document.createElement(name), properties);

const targetOf = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));

// What is being read: each heading with the links that lead to it.
const reading = {};

function findHeadings() {
	reading.links = new Map();
	reading.current = undefined;
	for (const link of document.querySelectorAll('.contents a[href^="#"]')) {
		link.ariaCurrent = null;
		const target = targetOf(link);
		if (target) reading.links.set(target, [...(reading.links.get(target) ?? []), link]);
	}
	reading.headings = [...reading.links.keys()].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
	followReading();
}

function followReading() {
	reading.waits = false;
	const { links, headings, current } = reading;
	const line = innerHeight * 0.2;
	// A page that fits the screen is read from the top.
	const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 4;
	const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= line);
	const now = atEnd ? headings.at(-1) : passed.at(-1);
	if (now === current) return;
	for (const link of links.get(current) ?? []) link.ariaCurrent = null;
	for (const link of links.get(now) ?? []) {
		link.ariaCurrent = "true";
		const box = link.closest(".contents-wide");
		if (box && box.scrollHeight > box.clientHeight) {
			box.scrollTop += link.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
		}
	}
	reading.current = now;
}

function planReading() {
	if (!reading.waits) requestAnimationFrame(followReading);
	reading.waits = true;
}

// On small screens.
function closeAfterChoice(event) {
	const details = event.target.closest("a")?.closest(".contents-small");
	if (details) details.open = false;
}

// Puts a button into each column heading that sorts the table by it.
function sortTables() {
	for (const table of document.querySelectorAll(".data table")) {
		if (!table.tBodies[0] || table.tBodies[0].rows.length < 3) continue;
		for (const head of table.tHead.rows[0].cells) {
			if (!head.querySelector(".sort-mark")) addSortButton(head);
			if (head.ariaSort) sort(head, head.ariaSort);
		}
	}
}

function addSortButton(head) {
	const button = make("button", { type: "button" });
	const mark = make("span", { className: "sort-mark", ariaHidden: "true" });
	// What leads to a note stays beside the button: nothing in a button can be reached.
	const notes = [...head.querySelectorAll(".figure-note")];
	for (const note of notes) note.remove();
	// Left of a number's heading, so that the heading ends where the numbers do.
	if (head.classList.contains("numeric")) button.append(mark, ...head.childNodes);
	else button.append(...head.childNodes, mark);
	head.append(button, ...notes);
	button.addEventListener("click", () => {
		// Numbers are wanted from the largest down first, words from A.
		const [first, second] = head.classList.contains("numeric") ? ["descending", "ascending"] : ["ascending", "descending"];
		sort(head, head.ariaSort === first ? second : first);
	});
}

function sort(head, order) {
	const body = head.closest("table").tBodies[0];
	for (const other of head.parentElement.cells) other.ariaSort = null;
	head.ariaSort = order;
	const sign = order === "ascending" ? 1 : -1;
	const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
	body.append(...[...body.rows].sort((a, b) => compare(a.cells[head.cellIndex], b.cells[head.cellIndex], sign, collator)));
}

// Compares two cells; those without a number stand last.
function compare(a, b, sign, collator) {
	const [x, y] = [a, b].map((cell) => Number(cell.dataset.number ?? cell.querySelector("data")?.value ?? NaN));
	if (isNaN(x) && isNaN(y)) return sign * collator.compare(a.textContent.trim(), b.textContent.trim());
	if (isNaN(x)) return 1;
	if (isNaN(y)) return -1;
	return sign * (x - y);
}

const [copy, copyTo, copied] = (document.body.dataset.words ?? "Copy link|Copy link to “{}”|Link copied").split("|");

// Adds a button to each heading that copies a link to it.
function copyLinks() {
	if (!navigator.clipboard) return;
	for (const heading of document.querySelectorAll(".prose > :is(h2, h3)[id]")) {
		const button = heading.querySelector(".copy-link") ?? addCopyButton(heading);
		const words = [...heading.childNodes].filter((node) => node !== button).map((node) => node.textContent);
		button.ariaLabel = copyTo.replace("{}", () => words.join("").trim());
	}
}

function addCopyButton(heading) {
	const button = make("button", { type: "button", className: "copy-link", textContent: "#", title: copy });
	button.addEventListener("click", async () => {
		const address = new URL(location.href);
		address.hash = heading.id;
		await navigator.clipboard.writeText(address.href);
		button.textContent = "✓";
		button.dataset.done = "";
		const said = speaker();
		said.textContent = copied;
		setTimeout(() => {
			button.textContent = "#";
			delete button.dataset.done;
			said.textContent = "";
		}, 2000);
	});
	heading.append(" ", button);
	return button;
}

// Says what happened to those who do not see it.
function speaker() {
	const found = document.querySelector("main > .unseen[role=status]");
	if (found) return found;
	const said = make("p", { className: "unseen", role: "status" });
	document.querySelector("main").append(said);
	return said;
}

// Shows a note where it is asked for; without this, and with a key held down, the link leads to the list of notes.
function openNote(event) {
	const link = event.target.closest(".figure-note a, .footnote-ref a");
	const note = link && targetOf(link);
	if (!note || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !HTMLElement.prototype.showPopover) return;
	event.preventDefault();
	const name = link.ariaLabel ?? link.textContent;
	const box = make("div", { className: "note-box", popover: "auto", tabIndex: -1, role: "dialog", ariaLabel: name });
	for (const child of note.childNodes) box.append(child.cloneNode(true));
	for (const it of box.querySelectorAll(".footnote-back, [popover]")) it.remove();
	for (const it of box.querySelectorAll("[id]")) it.removeAttribute("id");
	const more = make("a", { href: link.hash, className: "note-more", textContent: `↓ ${name}` });
	more.addEventListener("click", () => box.hidePopover());
	box.append(more);
	link.parentElement.after(box);
	box.showPopover();
	const [at, room] = [link.getBoundingClientRect(), box.getBoundingClientRect()];
	const below = at.bottom + room.height + 16 < innerHeight || at.top < room.height + 16;
	box.style.top = `${below ? at.bottom + 8 : at.top - room.height - 8}px`;
	box.style.left = `${Math.max(8, Math.min(at.left - 24, document.documentElement.clientWidth - room.width - 8))}px`;
	box.focus({ preventScroll: true });
	// It stands where its figure stood on the screen.
	const top = scrollY;
	const leave = () => Math.abs(scrollY - top) > 40 && box.hidePopover();
	addEventListener("scroll", leave);
	box.addEventListener("toggle", ({ newState }) => {
		if (newState !== "closed") return;
		removeEventListener("scroll", leave);
		box.remove();
	});
}

// Filters the A to Z.
function findNames() {
	const form = document.querySelector(".finder[data-filter][hidden]");
	if (!form) return;
	const field = form.elements.find;
	form.hidden = false;
	field.value ||= new URLSearchParams(location.search).get("find") ?? "";
	const plain = (text) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
	const show = () => {
		const words = plain(field.value).split(/\s+/).filter(Boolean);
		for (const entry of document.querySelectorAll(".index li")) {
			const name = plain(entry.textContent);
			entry.hidden = !words.every((word) => name.includes(word));
		}
		const found = document.querySelectorAll(".index li:not([hidden])").length;
		for (const letter of document.querySelectorAll(".index section")) letter.hidden = !letter.querySelector("li:not([hidden])");
		for (const link of document.querySelectorAll(".letters a")) link.parentElement.hidden = targetOf(link).parentElement.hidden;
		document.querySelector(".none")?.toggleAttribute("hidden", found);
		speaker().textContent = words.length ? `${found}` : "";
	};
	field.addEventListener("input", show);
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		document.querySelector(".index li:not([hidden]) a")?.click();
	});
	show();
}

// What the device wants anyway is not kept.
function offerScheme() {
	const button = document.querySelector(".scheme");
	const root = document.documentElement.dataset;
	const device = matchMedia("(prefers-color-scheme: dark)");
	const wanted = () => (device.matches ? "dark" : "light");
	const show = () => (button.ariaPressed = (root.scheme || wanted()) === "dark");
	if (!button || button.ariaPressed) return;
	button.addEventListener("click", () => {
		const chosen = button.ariaPressed === "true" ? "light" : "dark";
		root.scheme = chosen === wanted() ? "" : chosen;
		try {
			localStorage.scheme = root.scheme;
		} catch {}
		show();
	});
	device.addEventListener("change", show);
	show();
}

function prepare() {
	offerScheme();
	sortTables();
	if (navigator.clipboard) speaker();
	copyLinks();
	findNames();
	findHeadings();
}

prepare();
addEventListener("scroll", planReading);
addEventListener("resize", planReading);
addEventListener("click", closeAfterChoice);
addEventListener("click", openNote);
// On paper nobody scrolls to a picture.
matchMedia("print").addEventListener("change", () => {
	for (const picture of document.images) picture.loading = "eager";
});
// The preview of a guide changes the page in place.
document.addEventListener("guidepost:changed", prepare);

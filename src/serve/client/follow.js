// Listens for new builds and brings the page up to date. An event says that there is something new, never what: the server is asked.

const script = document.currentScript;
const own = script.dataset.guidepost;
let build = Number(script.dataset.build);
let mark = script.dataset.page;
let source;
let channel;
let busy = false;
let again = false;

/** The page's source as the server gives it now; undefined if it cannot be had, or the page's own rules let no script read HTML. */
async function fetchSource() {
  const reply = await fetch(location.href, { cache: "no-cache", headers: { accept: "text/html" } });
  // Another page stands there now, or something that is no page: the browser knows what to do.
  if (reply.redirected || !reply.headers.get("content-type")?.startsWith("text/html")) return location.reload();
  const text = await reply.text();
  try {
    return new DOMParser().parseFromString(text, "text/html");
  } catch {
    return undefined;
  }
}

const clientOf = (page) => page?.querySelector("script[data-guidepost]")?.dataset;

/** Asks what is new and shows it. A request that comes while one is under way is answered by one more afterwards. */
async function update() {
  again = true;
  if (busy) return;
  busy = true;
  try {
    while (again) {
      again = false;
      await bringUpToDate();
    }
  } catch {
    // The server is gone or starting anew; the channel will tell.
  } finally {
    busy = false;
  }
}

async function bringUpToDate() {
  const reply = await fetch(`${own}state?page=${encodeURIComponent(location.pathname)}&since=${build}`);
  if (!reply.ok) throw new Error("no longer the server of this page");
  const state = await reply.json();
  if (state.page !== mark) {
    const page = await fetchSource();
    const client = clientOf(page);
    if (!client || client.guidepost !== own) return location.reload();
    if (!source || programsOf(source) !== programsOf(page)) return location.reload();
    carryOver(document.documentElement, source.documentElement, page.documentElement);
    source = page;
    mark = client.page;
    document.dispatchEvent(new CustomEvent("guidepost:changed"));
  }
  refresh(state.changed);
  carried.clear();
  build = state.build;
  showProblems(state.problems);
  markFigures(state.problems?.too_old ?? []);
}

/** The scripts that a page runs: a page that runs others must begin anew. */
function programsOf(page) {
  const scripts = [...page.querySelectorAll("script:not([data-guidepost]):not([type='application/ld+json'])")];
  return scripts.map((one) => `${one.type} ${one.getAttribute("src")} ${one.textContent}`).join("\n");
}

/** Opens the channel. A page that is not seen needs none: it asks when it is looked at. */
function listen() {
  if (!channel && !document.hidden) channel = shareChannel() ?? openChannel();
}

function rest() {
  channel?.close();
  channel = undefined;
}

function hear(number) {
  if (number !== build) update();
}

/** The channel that all open pages share, where the browser and the page's own rules allow it. */
function shareChannel() {
  let worker;
  try {
    worker = new SharedWorker(`${own}worker.js`);
  } catch {
    return undefined;
  }
  worker.port.onmessage = ({ data }) => (data === "gone" ? lookForServer() : hear(data));
  worker.onerror = () => {
    rest();
    channel = openChannel();
  };
  return {
    close() {
      worker.port.postMessage("leave");
      worker.port.close();
    },
  };
}

function openChannel() {
  const events = new EventSource(`${own}events`);
  events.addEventListener("build", ({ data }) => hear(Number(data)));
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) lookForServer();
  });
  return events;
}

/** The preview was started anew, under another secret name: as soon as it answers, the page is loaded from it. */
async function lookForServer() {
  rest();
  if (document.hidden) return;
  try {
    const reply = await fetch(location.href, { method: "HEAD", cache: "no-store" });
    if (reply.headers.has("x-guidepost-build")) return location.reload();
  } catch {
    // Not yet.
  }
  setTimeout(lookForServer, 1000);
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) return rest();
  update();
  listen();
});
addEventListener("pagehide", rest);
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    update();
    listen();
  }
});

(async () => {
  // The page as it came, before any script touched it. If it is another by now, it is taken whole.
  source = await fetchSource().catch(() => undefined);
  if (source && clientOf(source)?.page !== mark) return location.reload();
  await update();
  listen();
})();

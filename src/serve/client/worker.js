// One channel of events for all open pages: a browser gives a server six connections, and each page needs some to load itself.

const pages = new Set();
const channel = new EventSource("events");
let last;

channel.addEventListener("build", ({ data }) => {
  last = Number(data);
  for (const page of pages) page.postMessage(last);
});

channel.addEventListener("error", () => {
  // Otherwise it tries again by itself.
  if (channel.readyState !== EventSource.CLOSED) return;
  for (const page of pages) page.postMessage("gone");
  close();
});

addEventListener("connect", ({ ports: [page] }) => {
  pages.add(page);
  page.onmessage = () => pages.delete(page);
  if (last !== undefined) page.postMessage(last);
});

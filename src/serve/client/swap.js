// Makes the page on screen what its source has become, touching nothing else: what the author typed, opened, chose or scrolled to,
// and what the page's own scripts did, stays. It compares the old source with the new one, and carries only the difference over to
// the live page. Where the live page is not what the old source says it is, the new source stands: a change is never lost.

/** Carries the difference between `before` and `after`, two sources of `live`, over to it. */
function carryOver(live, before, after) {
  if (isSheet(live) && isSheet(after)) return before.isEqualNode(after) ? undefined : carrySheet(live, after);
  for (const { name } of [...before.attributes]) {
    if (!after.hasAttribute(name)) live.removeAttribute(name);
  }
  for (const { name, value } of [...after.attributes]) {
    if (before.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  if (sameChildren(before, after)) return;
  const opaque = /^(noscript|template|script|style|textarea)$/i.test(live.nodeName);
  const pairs = opaque ? undefined : pairUp(live, before);
  if (!pairs) {
    live.replaceChildren(...[...after.childNodes].map((node) => document.importNode(node, true)));
    return;
  }
  const kept = matchUp([...before.childNodes], [...after.childNodes]);
  for (const [old, node] of pairs) {
    if (!kept.has(old)) node.remove();
  }
  const homes = new Map([...kept].map(([old, now]) => [now, old]));
  let last = null;
  for (const now of after.childNodes) {
    const old = homes.get(now);
    if (old) {
      last = pairs.get(old);
      if (now.nodeType === Node.ELEMENT_NODE) carryOver(last, old, now);
      else if (old.data !== now.data) last.data = now.data;
    } else {
      const fresh = document.importNode(now, true);
      live.insertBefore(fresh, last ? last.nextSibling : live.firstChild);
      last = fresh;
    }
  }
}

function sameChildren(one, other) {
  const [a, b] = [one.childNodes, other.childNodes];
  return a.length === b.length && [...a].every((node, at) => node.isEqualNode(b[at]));
}

/** For each child of the source its node on the page; undefined if the page's scripts have moved or replaced some. */
function pairUp(live, source) {
  const nodes = [...live.childNodes];
  const texts = new Map();
  for (const child of source.children) texts.set(child.textContent, child);
  const pairs = new Map();
  let at = 0;
  for (const child of source.childNodes) {
    while (at < nodes.length && !isLike(nodes[at], child)) at += 1;
    if (at === nodes.length) return undefined;
    const node = nodes[at++];
    // A row that stands where another should: someone has sorted them.
    const text = child.nodeType === Node.ELEMENT_NODE && node.textContent;
    if (text && text !== child.textContent && texts.has(text)) return undefined;
    pairs.set(child, node);
  }
  return pairs;
}

function isLike(node, child) {
  if (node.nodeType !== child.nodeType || node.nodeName !== child.nodeName) return false;
  if (node.nodeType === Node.ELEMENT_NODE) return (!child.id || node.id === child.id) && node.rel === child.rel;
  return node.data === child.data;
}

/** Which old children live on as which new ones, in order: equal ones first, then those of the same name between them. */
function matchUp(olds, nows) {
  const kept = new Map();
  let start = 0;
  let [oldEnd, nowEnd] = [olds.length, nows.length];
  while (start < oldEnd && start < nowEnd && olds[start].isEqualNode(nows[start])) {
    kept.set(olds[start], nows[start]);
    start += 1;
  }
  while (oldEnd > start && nowEnd > start && olds[oldEnd - 1].isEqualNode(nows[nowEnd - 1])) kept.set(olds[--oldEnd], nows[--nowEnd]);
  const between = (oldFrom, oldTo, nowFrom, nowTo) => {
    for (let at = nowFrom; at < nowTo; at += 1) {
      const old = olds.findIndex((node, index) => index >= oldFrom && index < oldTo && canBecome(node, nows[at]));
      if (old < 0) continue;
      kept.set(olds[old], nows[at]);
      oldFrom = old + 1;
    }
  };
  // Equal children in the middle hold their place; a long list is compared by looking ahead only a little.
  let [old, now] = [start, start];
  let [oldGap, nowGap] = [start, start];
  while (now < nowEnd && old < oldEnd) {
    let found = -1;
    for (let ahead = old; ahead < Math.min(oldEnd, old + 200); ahead += 1) {
      if (!isBlank(nows[now]) && olds[ahead].isEqualNode(nows[now])) {
        found = ahead;
        break;
      }
    }
    if (found >= 0) {
      between(oldGap, found, nowGap, now);
      kept.set(olds[found], nows[now]);
      old = oldGap = found + 1;
      nowGap = now + 1;
    }
    now += 1;
  }
  between(oldGap, oldEnd, nowGap, nowEnd);
  return kept;
}

const isBlank = (node) => node.nodeType === Node.TEXT_NODE && !node.data.trim();

/** Whether a node can be changed into another: same kind, and not by its id another thing. */
function canBecome(old, now) {
  if (old.nodeType !== now.nodeType || old.nodeName !== now.nodeName) return false;
  return old.nodeType !== Node.ELEMENT_NODE || old.id === now.id;
}


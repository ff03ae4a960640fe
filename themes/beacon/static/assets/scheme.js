// What the reader chose of light and dark, before anything is drawn.
try {
	document.documentElement.dataset.scheme = localStorage.scheme ?? "";
} catch {}

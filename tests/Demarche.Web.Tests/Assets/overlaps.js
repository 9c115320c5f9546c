// Which texts and controls of the page stand on each other: boxes of lines and of controls that cut each other, a line each.
() => {
  const unseen = (e) => e.closest(".unseen") || !e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const clip = (box, e) => {
    for (let up = e; up && up !== document.documentElement; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.overflowX !== "visible" || style.overflowY !== "visible") {
        const c = up.getBoundingClientRect();
        box = { left: Math.max(box.left, c.left), top: Math.max(box.top, c.top), right: Math.min(box.right, c.right), bottom: Math.min(box.bottom, c.bottom) };
      }
    }
    return box;
  };
  const boxes = [];
  const add = (rect, owner, what, trim) => {
    const cut = (rect.bottom - rect.top) * trim;
    const box = clip({ left: rect.left, top: rect.top + cut, right: rect.right, bottom: rect.bottom - cut }, owner);
    if (box.right - box.left > 1 && box.bottom - box.top > 1) {
      boxes.push({ ...box, owner, what });
    }
  };
  const main = document.querySelector("main");
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement;
    if (node.data.trim() === "" || unseen(owner) || owner.closest("select, datalist, textarea, title")) {
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      add(rect, owner, node.data.trim().slice(0, 40), 0.25);
    }
  }
  for (const control of main.querySelectorAll("button, input:not([type=hidden]), select, textarea, summary, a.cell")) {
    if (!unseen(control)) {
      add(control.getBoundingClientRect(), control, control.tagName.toLowerCase() + " " + (control.name ?? control.textContent.trim().slice(0, 30)), 0.05);
    }
  }
  boxes.sort((a, b) => a.top - b.top);
  const found = [];
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom - 1; j++) {
      const [a, b] = [boxes[i], boxes[j]];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - b.top;
      if (wide > 1.5 && high > 1.5 && !a.owner.contains(b.owner) && !b.owner.contains(a.owner)) {
        found.push(`"${a.what}" and "${b.what}" at ${Math.round(b.left)},${Math.round(b.top)}`);
      }
    }
  }
  return found;
}

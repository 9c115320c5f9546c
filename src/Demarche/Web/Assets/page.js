// Small conveniences on top of pages that work without: where the keyboard goes, and which words belong to which line.
"use strict";

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "beside") {
    document.querySelector("main").classList.add("has-beside");
    for (const cell of document.querySelectorAll(".cell[aria-current]")) {
      cell.removeAttribute("aria-current");
    }
    event.detail.requestConfig.elt.setAttribute("aria-current", "true");
    const title = event.detail.target.querySelector("h2");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }
});

// A line under the pointer or the keyboard shows its words.
const showWords = (line, on) => {
  for (const words of document.querySelectorAll("[data-lines~='" + CSS.escape(line.dataset.line) + "']")) {
    words.classList.toggle("lit", on);
  }
};

for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(name, (event) => {
    const line = event.target.closest?.("[data-line]");
    if (line) {
      showWords(line, on);
    }
  });
}

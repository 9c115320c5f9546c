// Small conveniences on top of pages that work without: where the keyboard goes, and which words belong to which line.
"use strict";

document.documentElement.classList.add("scripted");

// Fields left empty say nothing: addresses stay short.
document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb === "get") {
    for (const [name, value] of [...event.detail.formData.entries()]) {
      if (value === "") {
        event.detail.formData.delete(name);
      }
    }
  }
});

// The slider is the date field in another form; at its end it means now.
const slider = document.getElementById("slider");
if (slider) {
  const date = document.getElementById("at");
  const first = Date.parse(slider.dataset.first);
  const dayOf = () => new Date(first + 864e5 * Number(slider.value));
  slider.closest("[hidden]").hidden = false;
  slider.addEventListener("input", () => {
    document.getElementById("slider-day").value = dayOf().toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
    date.value = slider.value === slider.max ? "" : dayOf().toISOString().slice(0, 10);
  });
}

// A point of a chart under the pointer or the keyboard says its sentence below the chart.
const sentence = document.getElementById("sentence");
if (sentence) {
  sentence.hidden = false;
  sentence.textContent = "Point at a mark, or go there with the tab key, to read its sentence.";
  for (const name of ["mouseover", "focusin"]) {
    document.addEventListener(name, (event) => {
      const point = event.target.closest?.(".point");
      if (point) {
        sentence.textContent = point.getAttribute("aria-label");
      }
    });
  }
}

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

// Small conveniences on top of pages that work without: where the keyboard goes, and which words belong to which line.
"use strict";

document.documentElement.classList.add("scripted");

// Fields left empty say nothing: addresses stay short.
document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb === "get") {
    for (const [name, value] of [...event.detail.formData.entries()]) {
      // The last day of the record stands for now.
      if (value === "" || (name === "at" && value === document.getElementById("at")?.max)) {
        event.detail.formData.delete(name);
      }
    }
  }
});

// The slider is the date field in another form.
const slider = document.getElementById("slider");
if (slider) {
  const date = document.getElementById("at");
  const first = Date.parse(slider.dataset.first);
  const dayOf = () => new Date(first + 864e5 * Number(slider.value));
  slider.closest("[hidden]").hidden = false;
  slider.addEventListener("input", () => {
    document.getElementById("slider-day").value = dayOf().toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
    date.value = dayOf().toISOString().slice(0, 10);
  });
}

// A cell brings its history beside the matrix; one listener for hundreds of cells. Address and filters keep which one it is.
const noteOpen = (address, cell) => {
  for (const other of document.querySelectorAll(".cell[aria-current]")) {
    other.removeAttribute("aria-current");
  }
  cell?.setAttribute("aria-current", "true");
  const asked = new URL(address, location.href);
  for (const name of ["issue", "party"]) {
    const field = document.querySelector(`.filters [name="${name}"]`);
    field.value = asked.searchParams.get(name) ?? "";
    field.disabled = field.value === "";
  }
  history.replaceState(history.state, "", asked.pathname + asked.search);
};

const closeBeside = () => {
  const close = document.querySelector("#beside .close");
  if (close) {
    const cell = document.querySelector(".cell[aria-current]");
    document.getElementById("beside").replaceChildren();
    document.querySelector("main").classList.remove("has-beside");
    noteOpen(close.href, null);
    cell?.focus();
    fitTables();
  }
};

const isPlain = (event) => !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && event.button === 0;
document.addEventListener("click", (event) => {
  const cell = event.target.closest?.("a.cell");
  if (cell && isPlain(event)) {
    event.preventDefault();
    htmx.ajax("GET", "/history" + new URL(cell.href).search, { target: "#beside", source: cell });
  } else if (event.target.closest?.("#beside .close") && isPlain(event)) {
    event.preventDefault();
    closeBeside();
  }
});

// Arrow keys walk the cells that have something to open.
const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    closeBeside();
  }
  const step = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey ? null : steps[event.key];
  const at = step && event.target.closest?.(".matrix td, .matrix tbody th");
  if (!at) {
    return;
  }
  let [row, column] = [at.parentElement, at.cellIndex];
  let link = null;
  do {
    row = step[0] > 0 ? row.nextElementSibling : step[0] < 0 ? row.previousElementSibling : row;
    column += step[1];
    link = row?.cells[column]?.querySelector("a");
  } while (!link && row?.cells[column]);
  if (link) {
    event.preventDefault();
    link.focus();
  }
});

// A table that fits its window needs no scrolling of its own, nor a stop of the tab key; page and table heads then scroll as one.
const fitTables = () => {
  for (const box of document.querySelectorAll(".scroll")) {
    const fits = box.scrollWidth <= box.clientWidth + 1;
    box.classList.toggle("fits", fits);
    box.tabIndex = fits ? -1 : 0;
  }
};

fitTables();
addEventListener("resize", fitTables);
document.addEventListener("htmx:afterSettle", () => {
  const opened = document.getElementById("beside");
  if (opened) {
    document.querySelector("main").classList.toggle("has-beside", opened.childElementCount > 0);
  }
  fitTables();
});

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
  if (event.detail.target.id === "article-body") {
    resumeReview(event.detail.requestConfig.elt);
  }
  if (event.detail.target.id === "beside") {
    document.querySelector("main").classList.add("has-beside");
    noteOpen(event.detail.requestConfig.elt.href, event.detail.requestConfig.elt);
    const title = event.detail.target.querySelector("h2");
    title.tabIndex = -1;
    // On a narrow window the history stands below the matrix: go there.
    title.focus({ preventScroll: matchMedia("(min-width: 64rem)").matches });
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

// Review by keys: j and k walk the lines, the others press what the line under the keyboard offers.
const lines = () => [...document.querySelectorAll("#article-body .line")];
let at = -1;

const goTo = (index) => {
  const all = lines();
  if (all.length > 0) {
    at = Math.min(Math.max(index, 0), all.length - 1);
    all[at].focus();
    all[at].scrollIntoView({ block: "center" });
  }
};

// After a decision the next line is up; after anything else the same one.
const resumeReview = (form) => {
  if (document.querySelector("#article-body .problem")) {
    return;
  }
  goTo(form.classList.contains("decide") ? at + 1 : at);
};

const press = (line, key) => {
  const what = (line ?? document).querySelector(`[data-key="${key}"]`);
  if (what?.tagName === "SUMMARY") {
    what.parentElement.open = true;
    what.parentElement.querySelector("input:not([type=hidden]), select, textarea").focus();
  } else {
    what?.click();
  }
};

// What is selected in the text goes into the form, with its place: paragraphs say where they start.
const takeSelection = () => {
  const selection = document.getSelection();
  const paragraph = selection?.anchorNode?.parentElement?.closest(".text");
  const form = document.querySelector(".add form");
  if (!form || !paragraph || selection.isCollapsed || paragraph !== selection.focusNode?.parentElement?.closest(".text")) {
    return;
  }
  const range = selection.getRangeAt(0);
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const lead = words.length - words.trimStart().length;
  form.elements.words.value = words.trim();
  form.elements.start.value = Number(paragraph.dataset.start) + before.toString().length + lead;
};

if (document.getElementById("article-body")) {
  document.addEventListener("selectionchange", takeSelection);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) {
      return;
    }
    const line = event.target.closest(".line");
    at = line ? lines().indexOf(line) : at;
    if (event.key === "j" || event.key === "k") {
      goTo(event.key === "j" ? at + 1 : at - 1);
    } else if (line && "are".includes(event.key)) {
      press(line, event.key);
    } else if (event.key === "u" || event.key === "n") {
      press(null, event.key);
    } else {
      return;
    }
    event.preventDefault();
  });
}

// Files are dropped anywhere into their frame, or pasted.
const drop = document.querySelector(".drop");
if (drop) {
  const files = drop.querySelector("input[type=file]");
  const take = (event, taken) => {
    if (taken?.files.length > 0) {
      event.preventDefault();
      files.files = taken.files;
      files.focus();
    }
  };
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    drop.addEventListener(name, () => drop.classList.remove("over"));
  }
  drop.addEventListener("drop", (event) => take(event, event.dataTransfer));
  document.addEventListener("paste", (event) => take(event, event.clipboardData));
}

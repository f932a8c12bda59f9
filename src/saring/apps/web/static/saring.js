// The pages are complete without this. It answers a question in place, shows which words belong to which dealing,
// takes a dropped file and copies a link.
"use strict";

const here = () => window.location.pathname + window.location.search;
let shown = here();
const state = () => document.getElementById("state");

async function answered(form, button) {
  const sent = new FormData(form, button);
  const pairs = [...sent.entries()].filter(([, value]) => typeof value === "string" && value !== "");
  const address = `${form.getAttribute("action")}?${new URLSearchParams(pairs)}`;
  const from = button?.closest("[data-dealing]")?.dataset.dealing;
  const main = document.getElementById("main");
  main.classList.add("busy");
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("main");
    if (!fresh) throw new Error("no page came back");
    const top = document.querySelector(".text")?.scrollTop ?? 0;
    main.replaceChildren(...fresh.childNodes);
    history.pushState({}, "", answer.url);
    shown = here();
    const text = document.querySelector(".text");
    if (text) text.scrollTop = top;
    document.getElementById(`dealing-${from}`)?.focus({ preventScroll: true });
  } catch {
    window.location.assign(address);
  } finally {
    main.classList.remove("busy");
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  const elsewhere = button?.hasAttribute("formaction") || button?.name === "format";
  if (form === state() && form.method === "get" && !elsewhere) {
    event.preventDefault();
    answered(form, button);
  }
});

// A jump within the page is no other page.
window.addEventListener("popstate", () => {
  if (here() !== shown) window.location.reload();
});

function near(numbers) {
  for (const mark of document.querySelectorAll("mark[data-dealings]")) {
    mark.classList.toggle("near", mark.dataset.dealings.split(" ").some((n) => numbers.includes(n)));
  }
  for (const card of document.querySelectorAll("[data-dealing]")) {
    card.classList.toggle("near", numbers.includes(card.dataset.dealing));
  }
}

document.addEventListener("pointerover", (event) => {
  const mark = event.target.closest?.("mark[data-dealings]");
  const card = event.target.closest?.("[data-dealing]");
  near(mark ? mark.dataset.dealings.split(" ") : card ? [card.dataset.dealing] : []);
});

document.addEventListener("click", async (event) => {
  const mark = event.target.closest?.("mark[data-dealings]");
  if (mark) document.getElementById(`dealing-${mark.dataset.dealings.split(" ")[0]}`)?.scrollIntoView({ block: "nearest" });
  const link = event.target.closest?.("[data-copy]");
  if (link && navigator.clipboard) {
    event.preventDefault();
    await navigator.clipboard.writeText(link.href);
    link.textContent = link.dataset.copy;
  }
});

for (const form of document.querySelectorAll("[data-drop]")) {
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("dropping"); });
  form.addEventListener("dragleave", () => form.classList.remove("dropping"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("dropping");
    const input = form.querySelector("input[type=file]");
    if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; form.requestSubmit(); }
  });
}

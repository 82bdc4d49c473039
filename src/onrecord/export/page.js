// Lights a statement's passages and card under the pointer or focus; j and k walk the statements. The page works without it.
"use strict";
(() => {
  const all = (n) => document.querySelectorAll(`.s${n}, #s${n}`);
  const numberOf = (node) => {
    const part = node instanceof Element && node.closest(".line a, .card");
    if (!part) return null;
    return part.classList.contains("card") ? part.id.slice(1) : part.hash.slice(2);
  };
  const chosen = () => (/^#[ps]([0-9]+)$/.exec(location.hash) || [])[1] || null;
  let lit = null;
  const light = (n) => {
    if (n === lit) return;
    if (lit) all(lit).forEach((part) => part.classList.remove("on"));
    if (n) all(n).forEach((part) => part.classList.add("on"));
    lit = n;
  };
  const wide = matchMedia("(min-width: 62rem)");
  const choose = () => {
    const n = chosen();
    light(n);
    document.querySelectorAll(".chosen").forEach((card) => card.classList.remove("chosen"));
    document.getElementById(`s${n}`)?.classList.add("chosen");
    // beside the text the card comes into view as well; below it, the reader stays with the passage
    if (wide.matches) document.getElementById(`s${n}`)?.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("pointerover", (event) => light(numberOf(event.target) || chosen()));
  document.addEventListener("focusin", (event) => light(numberOf(event.target) || chosen()));
  addEventListener("hashchange", choose);
  choose();
  // whoever comes with the address of a card wants its passage too
  if (wide.matches) document.getElementById(`p${chosen()}`)?.scrollIntoView();

  const order = Array.from(document.querySelectorAll(".card"), (card) => card.id.slice(1));
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !["j", "k"].includes(event.key) || !order.length) return;
    const at = order.indexOf(chosen());
    const to = event.key === "j" ? Math.min(at + 1, order.length - 1) : Math.max(at - 1, 0);
    location.replace(`#p${order[to]}`);
  });
})();

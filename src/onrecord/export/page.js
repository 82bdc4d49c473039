// Lights a statement's passages and card, a person's mentions, or an event and its words, under the pointer or focus; j and k walk the statements. The page works without it.
"use strict";
(() => {
  const parts = (key) => document.querySelectorAll(`.${key}, #${key}`);
  const keyOf = (node) => {
    const part = node instanceof Element && node.closest(".line a, .note, .event, .card, .person, .deed");
    if (!part) return null;
    if (part.id && part.matches(".card, .person, .deed")) return part.id;
    return part.matches("a") ? part.hash.slice(1) : part.classList[1];
  };
  const chosen = () => {
    const [, side, n] = /^#([psmetv])([0-9]+)$/.exec(location.hash) || [];
    return n ? ({ p: "s", m: "e", t: "v" }[side] ?? side) + n : null;
  };
  let lit = null;
  const light = (key) => {
    if (key === lit) return;
    if (lit) parts(lit).forEach((part) => part.classList.remove("on"));
    if (key) parts(key).forEach((part) => part.classList.add("on"));
    lit = key;
  };
  const wide = matchMedia("(min-width: 62rem)");
  const choose = () => {
    const key = chosen();
    light(key);
    document.querySelectorAll(".chosen").forEach((card) => card.classList.remove("chosen"));
    const card = document.getElementById(key);
    card?.classList.add("chosen");
    // beside the text the card comes into view as well; below it, the reader stays with the passage
    if (wide.matches) card?.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("pointerover", (event) => light(keyOf(event.target) || chosen()));
  document.addEventListener("focusin", (event) => light(keyOf(event.target) || chosen()));
  addEventListener("hashchange", choose);
  choose();
  // whoever comes with the address of a card wants its passage too
  const passage = chosen()?.replace("s", "p").replace("e", "m").replace("v", "t");
  if (wide.matches) document.getElementById(passage)?.scrollIntoView();

  const order = Array.from(document.querySelectorAll(".card"), (card) => card.id);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !["j", "k"].includes(event.key) || !order.length) return;
    const at = order.indexOf(chosen());
    const to = event.key === "j" ? Math.min(at + 1, order.length - 1) : Math.max(at - 1, 0);
    location.replace(`#p${order[to].slice(1)}`);
  });
})();

// Binds pages: listens where users type, also in rows that come later, and never stands in the way of a form.

import { GROUP, averageOf, callOf, groupOf, isAverage } from "./attributes.js";
import { clear, show } from "./show.js";

/** What changes a group when a page changes it. */
const WATCHED = ["", "-rules", "-style", "-language", "-overrides", "-polarity", "-weight", "-label", "-input", "-output"];

/**
 * @param answer the function that answers a call
 * @param ready the promise of whether there is one
 */
export function formHelper(answer, ready) {
  const bindings = new Map();

  function refresh(group) {
    const options = [...bindings].find(([root, binding]) => binding.options && root.contains(group));
    const call = callOf(group, options ? options[1].options : {});
    const given = answer(call);
    show(group, given);
    // For what a page adds of its own.
    group.dispatchEvent(new CustomEvent("lkip", { bubbles: true, detail: { call, answer: given } }));
  }

  /** Brings groups up to date, the inner ones first, and the averages that they count in. */
  function refreshAll(groups) {
    const all = new Set();
    for (const group of groups) {
      for (let next = group; next; next = averageOf(next)) all.add(next);
    }
    const depth = (group) => (averageOf(group) ? depth(averageOf(group)) + 1 : 0);
    const order = [...all].map((group) => [isAverage(group) ? depth(group) : Infinity, group]);
    order.sort(([a], [b]) => (a === b ? 0 : b - a)).forEach(([, group]) => refresh(group));
  }

  const inside = (root) => [...(root.matches && root.matches(GROUP) ? [root] : []), ...root.querySelectorAll(GROUP)];

  function typed(event) {
    const target = event.target;
    if (!target || !target.closest || !target.closest("[data-lkip-input]")) return;
    const group = groupOf(target);
    if (group) refreshAll([group]);
  }

  /** A form puts its values back after the event. */
  function reset(event) {
    const form = event.target;
    setTimeout(() => refreshAll([...inside(form), ...(form.closest(GROUP) ? [groupOf(form)] : [])]));
  }

  function changed(records) {
    const groups = new Set();
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === "attributes") {
        if (groupOf(target)) groups.add(groupOf(target));
        inside(target).forEach((group) => groups.add(group));
      }
      const nodes = [...addedNodes, ...removedNodes].filter((node) => node.nodeType === 1);
      const ours = nodes.filter((node) => node.matches(`${GROUP}, [data-lkip-input], [data-lkip-output]`) || node.querySelector(GROUP));
      if (!ours.length) continue;
      if (target.closest && groupOf(target)) groups.add(groupOf(target));
      ours.filter((node) => node.isConnected).forEach((node) => inside(node).forEach((group) => groups.add(group)));
    }
    refreshAll([...groups].filter((group) => group.isConnected));
  }

  function start(root, binding) {
    if (bindings.get(root) !== binding) return;
    root.addEventListener("input", typed);
    root.addEventListener("change", typed);
    root.addEventListener("reset", reset);
    binding.observer = new MutationObserver(changed);
    const attributeFilter = WATCHED.map((name) => `data-lkip${name}`);
    binding.observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter });
    refreshAll(inside(root));
  }

  /**
   * Binds everything inside an element, now and later. Binding twice changes nothing.
   *
   * @param options `rules`, `style`, `language` and `overrides` where no attribute states them
   * @returns a promise of whether figures are shown: false where WebAssembly is missing or blocked
   */
  function bind(root = document, options = undefined) {
    const bound = [...bindings.keys()].find((other) => other === root || other.contains(root));
    if (bound) return bindings.get(bound).done;
    const binding = { options };
    bindings.set(root, binding);
    binding.done = ready.then((open) => {
      if (open) start(root, binding);
      return open;
    });
    return binding.done;
  }

  /** Takes back what `bind` did. */
  function unbind(root = document) {
    const binding = bindings.get(root);
    if (!binding) return;
    bindings.delete(root);
    if (!binding.observer) return;
    binding.observer.disconnect();
    root.removeEventListener("input", typed);
    root.removeEventListener("change", typed);
    root.removeEventListener("reset", reset);
    inside(root).forEach(clear);
  }

  /** Looks again, after a script has changed values: that raises no event. */
  function update(root = document) {
    const group = root.closest && groupOf(root);
    refreshAll([...inside(root), ...(group ? [group] : [])]);
  }

  return { bind, unbind, update };
}

// Puts answers where the page wants them. Every word comes from the core or from the page.

import { CONTROLS, inputsOf, isAverage, isBlank, itemsOf, nameOf, outputsOf, textOf } from "./attributes.js";

const STATES = ["outcome", "category", "rank", "reason", "quiet"].map((name) => `data-lkip-${name}`);

/** The fields that give these reasons when they are blank, unless something else says why there is no value. */
const BLANK = {
  no_target: /^(target|rencana|target_tahunan)$/,
  not_measured: /^(realization|realisasi|realization_state|keadaan_realisasi)$/,
};

let ids = 0;

/** Shows an answer in a group. */
export function show(group, answer) {
  const quiet = isQuiet(group, answer);
  const category = answer.category || {};
  const reason = answer.reason || {};
  const state = {
    outcome: answer.outcome,
    category: category.code,
    rank: category.rank,
    reason: reason.code,
    quiet: quiet ? "" : undefined,
  };
  mark(group, state);
  markInputs(group, answer);
  for (const output of outputsOf(group)) {
    // What a form posts is the user's: a preview is never written into it.
    if (CONTROLS.test(output.tagName)) continue;
    mark(output, state);
    fill(output, quiet ? {} : answer);
  }
}

/** Takes back everything that was shown. */
export function clear(group) {
  mark(group, {});
  for (const output of outputsOf(group)) {
    if (!CONTROLS.test(output.tagName)) {
      mark(output, {});
      fill(output, {});
    }
  }
  for (const input of inputsOf(group)) {
    input.removeAttribute("aria-invalid");
    describe(input, messagesOf(group), false);
  }
}

/** A figure that is not there because nobody has written the value yet is no news. */
function isQuiet(group, answer) {
  if (isAverage(group)) {
    if (answer.outcome === "computed") return false;
    const items = itemsOf(group);
    if (items.every((item) => item.hasAttribute("data-lkip-quiet"))) return true;
    // What is wrong with an item is said there.
    const inItems = (answer.errors || []).length && answer.errors.every((error) => /^items\[/.test(error.path));
    return !!inItems && items.some((item) => messagesOf(item).length);
  }
  const names = answer.reason && BLANK[answer.reason.code];
  return !!names && !inputsOf(group).some((input) => names.test(nameOf(input)) && !isBlank(textOf(input)));
}

function mark(element, state) {
  for (const attribute of STATES) {
    const value = state[attribute.slice("data-lkip-".length)];
    if (value === undefined) element.removeAttribute(attribute);
    else if (element.getAttribute(attribute) !== String(value)) element.setAttribute(attribute, value);
  }
}

const messagesOf = (group) => outputsOf(group).filter((o) => o.getAttribute("data-lkip-output") === "message");

function markInputs(group, answer) {
  if (isAverage(group)) return;
  const wrong = (answer.errors || []).map((error) => error.path.split(/[.[]/)[0]);
  const messages = messagesOf(group);
  for (const input of inputsOf(group)) {
    const invalid = wrong.includes(nameOf(input));
    if (invalid) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    describe(input, messages, invalid);
  }
}

/** Ties an input to the message about it, beside whatever the page ties to it. */
function describe(input, messages, on) {
  for (const message of messages) {
    if (!message.id) message.id = `lkip-message-${++ids}`;
    const before = (input.getAttribute("aria-describedby") || "").split(/\s+/).filter(Boolean);
    const others = before.filter((id) => id !== message.id);
    const after = on ? [...others, message.id] : others;
    if (after.join(" ") === before.join(" ")) continue;
    if (after.length) input.setAttribute("aria-describedby", after.join(" "));
    else input.removeAttribute("aria-describedby");
  }
}

const TEXTS = {
  percent: (answer) => answer.display,
  category: (answer) => answer.category && answer.category.label,
  line: (answer) => answer.outcome === "computed" && answer.line,
  exact: (answer) => answer.exact,
  message: (answer) => {
    const errors = (answer.errors || []).map((error) => error.message);
    return [...new Set(answer.reason ? [answer.reason.message] : errors)].join(" ");
  },
};

function fill(output, answer) {
  const kind = output.getAttribute("data-lkip-output");
  if (kind === "explanation") return explain(output, answer.explanation);
  // Read out when the user pauses, unless the page says otherwise.
  if (!output.hasAttribute("aria-live") && output.tagName !== "OUTPUT") output.setAttribute("aria-live", "polite");
  const text = (TEXTS[kind] && TEXTS[kind](answer)) || "";
  // What does not change is not announced again.
  if (output.textContent !== text) output.textContent = text;
}

/** The whole explanation, in a `<details>`: the page's own, or one that the explanation's line opens. */
function explain(output, explanation) {
  let details = output.tagName === "DETAILS" ? output : output.querySelector("details");
  if (!explanation) {
    if (details === output) [...details.children].forEach((child) => child.tagName !== "SUMMARY" && child.remove());
    else output.textContent = "";
    output.hidden = true;
    return;
  }
  output.hidden = false;
  if (!details) {
    details = element("details", "", [element("summary")]);
    output.append(details);
  }
  let summary = details.querySelector("summary");
  if (!summary) details.prepend((summary = element("summary", "", explanation.line)));
  else if (details !== output) summary.textContent = explanation.line;
  [...details.children].forEach((child) => child !== summary && child.remove());
  details.append(element("ul", "tree", [step(explanation)]));
}

/** A step of the calculation and the steps that it rests on. */
function step(node) {
  const parts = [element("b", "title", node.title), " ", element("span", "line", node.line)];
  if (node.formula) parts.push(element("div", "formula", node.formula));
  if (node.inputs) {
    const pairs = node.inputs.map((input) => {
      const remark = input.remark ? ` (${input.remark})` : "";
      return element("div", "", [element("dt", "", input.label), element("dd", "", input.value + remark)]);
    });
    parts.push(element("dl", "inputs", pairs));
  }
  for (const source of node.sources || []) {
    const cite = element("cite", "source", source.name);
    cite.setAttribute("data-lkip-read", source.read);
    parts.push(element("div", "", [cite]));
  }
  if (node.children) parts.push(element("ul", "", node.children.map(step)));
  return element("li", "", parts);
}

/** An element made of texts and elements: data never becomes markup. */
function element(tag, name, content = []) {
  const made = document.createElement(tag);
  if (name) made.className = `lkip-${name}`;
  made.append(...[].concat(content));
  return made;
}

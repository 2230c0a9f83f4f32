// What a page says in its attributes, and the calls that follow from it.
//
// Names of inputs are names of fields: the core knows them, also the Indonesian ones (`realisasi`), and refuses others.

export const GROUP = "[data-lkip]";
const INPUT = "[data-lkip-input]";
const OUTPUT = "[data-lkip-output]";

/** Fields that only an item of an average has. */
const OF_ITEMS = ["weight", "bobot", "sasaran"];
/** What is the same for a whole call. Set on a group or on anything around it. */
const OF_CALLS = ["rules", "style", "language"];

export const isAverage = (group) => group.getAttribute("data-lkip") === "average";

/** The achievement or average that an element belongs to. */
export const groupOf = (element) => element.closest(GROUP);

/** The average that a group counts in. */
export const averageOf = (group) => group.parentElement && group.parentElement.closest('[data-lkip="average"]');

/** The groups directly inside an average. */
export function itemsOf(average) {
  return [...average.querySelectorAll(GROUP)].filter((group) => averageOf(group) === average);
}

/** The elements of a group itself, without those of groups inside it. */
const own = (group, selector) => [...group.querySelectorAll(selector)].filter((element) => groupOf(element) === group);
export const inputsOf = (group) => own(group, INPUT);
export const outputsOf = (group) => own(group, OUTPUT);

/** What a form posts. */
export const CONTROLS = /^(INPUT|SELECT|TEXTAREA)$/;

export const nameOf = (input) => input.getAttribute("data-lkip-input");

/** What stands in an input, untouched: no number is made of it here. */
export function textOf(input) {
  if ((input.type === "radio" || input.type === "checkbox") && !input.checked) return "";
  return CONTROLS.test(input.tagName) ? input.value : input.textContent;
}

export const isBlank = (text) => text.trim() === "";

/** The value of an attribute on a group, or on what is around it up to a limit. */
function setting(group, name, limit) {
  const found = group.closest(`[data-lkip-${name}]`);
  const inside = found && (!limit || (limit !== found && limit.contains(found)));
  return inside ? found.getAttribute(`data-lkip-${name}`) : undefined;
}

/** Data of an attribute. What is no JSON goes to the core as the text that it is, and is refused there. */
function data(text) {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch (_) {
    return text;
  }
}

/** The filled fields of a group. Blank ones are absent. */
function fieldsOf(group) {
  const fields = {};
  for (const input of inputsOf(group)) {
    const text = textOf(input);
    if (!isBlank(text)) fields[nameOf(input)] = text;
  }
  for (const name of ["polarity", "label", "weight"]) {
    const value = group.getAttribute(`data-lkip-${name}`);
    if (value !== null) fields[name] = value;
  }
  return fields;
}

/** The call that a group stands for; `options` holds what no attribute states. */
export function callOf(group, options) {
  const call = { op: isAverage(group) ? "average" : "achievement" };
  for (const name of OF_CALLS) {
    const value = setting(group, name) || options[name];
    if (value !== undefined) call[name] = value;
  }
  const overrides = data(setting(group, "overrides")) || options.overrides;
  if (overrides !== undefined) call.overrides = overrides;
  if (isAverage(group)) {
    call.items = itemsOf(group).map((item) => itemOf(item, group));
    return call;
  }
  const fields = fieldsOf(group);
  for (const name of OF_ITEMS) delete fields[name];
  return Object.assign(fields, call);
}

/** The item that a group is of an average. */
function itemOf(group, average) {
  const overrides = data(setting(group, "overrides", average));
  const item = fieldsOf(group);
  if (isAverage(group)) item.items = itemsOf(group).map((inner) => itemOf(inner, group));
  if (overrides !== undefined) item.overrides = overrides;
  return item;
}

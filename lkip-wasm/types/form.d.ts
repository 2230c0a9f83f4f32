/**
 * The form helper: shows achievements, categories, explanations and messages while the user types.
 *
 * A group is an element with `data-lkip="achievement"` or, around such groups, `data-lkip="average"`:
 *
 * | attribute of a group, or of anything around it | |
 * |---|---|
 * | `data-lkip-rules` | id of the rule set |
 * | `data-lkip-style`, `data-lkip-language` | how texts are read; language of messages |
 * | `data-lkip-overrides` | JSON: rules that are replaced |
 * | `data-lkip-polarity`, `data-lkip-label`, `data-lkip-weight` | only on the group itself |
 *
 * Inside a group, `data-lkip-input` names the field that an element holds (`target`, `realization`, `realisasi`,
 * `realization_state`, `polarity`, `weight`); it may be a form control or an element with text. `data-lkip-output`
 * names what an element shows: `percent`, `category`, `line`, `explanation`, `message` or `exact`.
 *
 * Groups and outputs get the attributes `data-lkip-outcome`, `data-lkip-category` (the code), `data-lkip-rank`,
 * `data-lkip-reason`, and `data-lkip-quiet` while a value has simply not been written yet. Inputs with a mistake get
 * `aria-invalid` and point to the message with `aria-describedby`. After each answer a group raises the event `lkip`.
 * Nothing is ever written into what a form posts, and no event is stopped.
 *
 * @packageDocumentation
 */

import type { Answer, AverageCall, AchievementCall, Language, RuleOverrides, RuleSetInput, Style } from "./index.js";

/** What holds where no attribute states it. */
export interface FormOptions {
  rules?: string | RuleSetInput;
  style?: Style;
  language?: Language;
  overrides?: RuleOverrides;
}

/** The event `lkip` that a group raises, bubbling, after it has shown an answer. */
export type FormEvent = CustomEvent<{
  call: AchievementCall | AverageCall;
  answer: Answer<"achievement"> | Answer<"average">;
}>;

/** The functions of the helper. */
export interface FormHelper {
  /**
   * Binds everything inside an element, now and later; the document unless stated. Binding twice changes nothing.
   *
   * @returns whether figures are shown: false where WebAssembly is missing or blocked
   */
  bind(root?: Document | Element, options?: FormOptions): Promise<boolean>;
  /** Takes back what {@link FormHelper.bind} did. */
  unbind(root?: Document | Element, options?: FormOptions): void;
  /** Looks again at what is inside an element, after a script has changed values: that raises no event. */
  update(root?: Document | Element): void;
}

export const bind: FormHelper["bind"];
export const unbind: FormHelper["unbind"];
export const update: FormHelper["update"];

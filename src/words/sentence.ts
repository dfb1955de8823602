/**
 * A sentence that holds more than text, such as a link: its parts in their order, for a component to set. What a value
 * is made of is for the component to say.
 *
 * `` sentence`See ${link('the timeline')}.` `` → `['See ', <a href="/timeline/">the timeline</a>, '.']`
 */
export function sentence<Html>(texts: TemplateStringsArray, ...values: (Html | string)[]): (Html | string)[] {
  return texts.flatMap((text, at) => (at < values.length ? [text, values[at] as Html | string] : [text]));
}

/** Makes a link, or another element, of some words. */
export type WrapWords<Html> = (words: string) => Html;

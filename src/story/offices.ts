import { lastOf, type When } from './dates.ts';
import type { Office, Term } from './story.ts';

/** The title of the office that a person held at a moment; undefined when there is no moment, or no such office. */
export function officeAt(person: Pick<Term, 'offices'>, moment: When | undefined): string | undefined {
  return heldAt(person, moment)?.title;
}

/** The office that a person held at a moment, with its days; undefined when the glossary names none. */
export function heldAt({ offices }: Pick<Term, 'offices'>, moment: When | undefined): Office | undefined {
  if (!moment) return undefined;
  return offices.find(
    ({ from, until }) =>
      (!from || from.from.first <= moment.from.first) && (!until || lastOf(until) >= moment.from.first),
  );
}

import { lastOf, type When } from './dates.ts';
import type { Office, Term } from './story.ts';

/** The office that a person held at a moment; undefined when there is no moment, or the glossary names none. */
export function officeAt({ offices }: Pick<Term, 'offices'>, moment: When | undefined): Office | undefined {
  if (!moment) return undefined;
  return offices.find(
    ({ from, until }) =>
      (!from || from.from.first <= moment.from.first) && (!until || lastOf(until) >= moment.from.first),
  );
}

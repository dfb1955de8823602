import { millisecondsInDay as DAY } from 'date-fns/constants';
import { pathOf, type Target } from '../story/addresses.ts';
import { lastOf, type When } from '../story/dates.ts';
import type { Entries, Entry } from '../story/entries.ts';
import { COLLECTIONS, type Collection } from '../story/page-kinds.ts';
import { allSections } from '../story/text.ts';
import { lineOfText, reporter, type FileWithLines, type Report } from './checking.ts';
import { fault } from './faults.ts';

/**
 * Checks what each entry says of itself and against others of its kind: that two have not one name, that the date in a
 * file's name is its date, that nothing is dated later than the day after `today`, and that there is a text where
 * readers look for one. `today` is the day of the build, as `2024-05-17`; without it dates are not held against it.
 */
export function checkEntries(
  entries: Entries,
  filesByPath: ReadonlyMap<string, FileWithLines>,
  today: string | undefined,
): void {
  const report = reporter(filesByPath);
  checkNames(entries, report);
  checkAliases(entries, report);
  checkDates(entries, today, report);
  for (const collection of COLLECTIONS) {
    for (const { id, text } of entries[collection] as Entry<unknown>[]) {
      const { file } = filesByPath.get(pathOf({ collection, id })) ?? {};
      // What is refused is not in the text; what it leaves empty is no fault of its own.
      if (!file || file.messages.length > 0) continue;
      if (text.plain === '' && text.sections.length === 0 && NEEDS_TEXT[collection] !== undefined)
        fault(file, `the file has no text below its front matter; ${NEEDS_TEXT[collection]}`, {
          line: lineOfText(file),
        });
      for (const { id: section, title, plain, parts } of allSections(text))
        if (plain === title && parts.length === 0)
          fault(file, `the section “${title}” has no text; write it, or take its heading out`, {
            line: file.data.lines?.get(section) ?? 1,
          });
    }
  }
}

/** The kinds of file whose page is nothing without a text, and what to write into it. */
const NEEDS_TEXT: Partial<Record<Collection, string>> = {
  explainers: 'write what answers its question',
  changes: 'say in it why this was changed',
};

/** The fields by which readers tell the entries of a collection apart. */
const NAMES: Partial<Record<Collection, readonly string[]>> = {
  explainers: ['title'],
  drafts: ['title', 'short'],
  demands: ['title'],
  glossary: ['title'],
  pictures: ['title'],
};

function checkNames(entries: Entries, report: Report): void {
  for (const [collection, fields] of Object.entries(NAMES) as [Collection, readonly string[]][]) {
    for (const field of fields) {
      const taken = new Map<string, string>();
      for (const { id, data } of entries[collection] as Entry<Record<string, unknown>>[]) {
        const name = String(data[field]);
        const other = taken.get(name.toLowerCase());
        if (other !== undefined)
          report(
            { collection, id },
            [field],
            `“${name}” is also the name of ${other}; readers cannot tell two of one name apart`,
          );
        else taken.set(name.toLowerCase(), pathOf({ collection, id }));
      }
    }
  }
}

/** Another name of an entry is not the name of another entry: who looks for one of them would be shown either. */
function checkAliases({ glossary }: Entries, report: Report): void {
  const titles = new Map(glossary.map(({ id, data }) => [data.title.toLowerCase(), id]));
  for (const { id, data } of glossary)
    for (const [at, alias] of data.aliases.entries()) {
      const other = titles.get(alias.toLowerCase());
      if (other !== undefined && other !== id)
        report(
          { collection: 'glossary', id },
          ['aliases', at],
          `“${alias}” is the name of ${pathOf({ collection: 'glossary', id: other })}`,
        );
    }
}

/** A day in the name of a file: `1904-05-02-meeting`, `gazette-1904-05-03`; at its beginning also a year or a month. */
const DAY_IN_NAME = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=-|$)|(?<=-)\d{4}-\d{2}-\d{2}$/;

function checkDates(entries: Entries, today: string | undefined, report: Report): void {
  // Where the writer is, tomorrow may have begun.
  const latest = today && new Date(Date.parse(today) + DAY).toISOString().slice(0, 10);
  for (const collection of ['timeline', 'changes', 'sources'] as const) {
    for (const { id, data } of entries[collection]) {
      const target: Target = { collection, id };
      const named = DAY_IN_NAME.exec(id)?.[0];
      if (collection === 'changes' && data.date && !isDay(data.date))
        report(target, ['date'], `is ${data.date.edtf}; a change has the day on which it was made, such as 2024-05-17`);
      const isExact = data.date && !/[~?%]/.test(data.date.edtf);
      if (named !== undefined && data.date && isExact && !covers(data.date, named))
        report(
          target,
          ['date'],
          `is ${data.date.edtf}, and the name of the file says ${named}; ` +
            'correct one of them, a published name with a line in moved.yaml',
        );
      if ('accessed' in data && data.date && lastOf(data.accessed) + DAY < data.date.from.first)
        report(target, ['accessed'], `${data.accessed.edtf} is before ${data.date.edtf}, when it was published`);
      if (latest === undefined) continue;
      const dates = {
        ...(collection !== 'timeline' && data.date && { date: data.date }),
        ...('accessed' in data && { accessed: data.accessed }),
      };
      for (const [field, date] of Object.entries(dates))
        if (date.edtf.slice(0, 10) > latest && date.from.precision !== 'year')
          report(target, [field], `${date.edtf} has not come yet; today is ${today}`);
    }
  }
}

/** Whether a date is one day, or a time of it. */
const isDay = ({ from, to }: When): boolean => to === undefined && ['day', 'minute'].includes(from.precision);

/** Whether a date begins, ends or lies within a day, month or year as its writer wrote both, whatever the time zone. */
function covers(date: When, named: string): boolean {
  const ends = date.edtf.split('/');
  const touches = ends.some((end) => end.startsWith(named) || named.startsWith(end));
  const from = Date.parse(named);
  return touches || (from >= date.from.first && from <= lastOf(date));
}

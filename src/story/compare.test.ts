import { describe, expect, test } from 'vitest';
import { differences, markChanges, type MarkedBlock } from './compare.ts';
import type { Block } from './said.ts';

const title: Block = { kind: 'title', parts: ['The meeting'] };
const p = (text: string): Block => ({ kind: 'paragraph', parts: [text] });

/** Marked blocks in one line each: `[-old-]` and `{+new+}`, a whole block with its mark in front. */
const shown = (blocks: readonly MarkedBlock[]): string[] =>
  blocks.map(({ parts, mark = '' }) =>
    [
      mark,
      parts
        .map((pieces) =>
          pieces
            .map((one) => (one.mark === 'ins' ? `{+${one.text}+}` : one.mark === 'del' ? `[-${one.text}-]` : one.text))
            .join(''),
        )
        .join(' | '),
    ]
      .filter(Boolean)
      .join(' '),
  );
const marked = (before: Block[], now: Block[], language = 'en') => shown(markChanges(before, now, language));

describe('marks', () => {
  test('nothing where nothing changed', () =>
    expect(marked([title, p('A. B.')], [title, p('A. B.')])).toEqual(['The meeting', 'A. B.']));

  test('the words of a sentence that is much the same', () =>
    expect(marked([p('They met for an hour. It rained.')], [p('They met for two hours. It rained.')])).toEqual([
      'They met for [-an hour-]{+two hours+}. It rained.',
    ]));

  test('a whole sentence that is another', () =>
    expect(
      marked([p('They met for an hour. It rained all day.')], [p('They met for an hour. Nobody knows who paid.')]),
    ).toEqual(['They met for an hour. [-It rained all day.-]{+Nobody knows who paid.+}']));

  test('a paragraph that came, and one that went', () =>
    expect(
      marked([title, p('One stays here.'), p('Two is old.')], [title, p('Zero came first.'), p('One stays here.')]),
    ).toEqual(['The meeting', 'ins {+Zero came first.+}', 'One stays here.', 'del [-Two is old.-]']));

  test('a date as one', () => {
    const date = (text: string): Block => ({ kind: 'fact', name: 'date', parts: [text] });
    expect(marked([date('1904-05-02')], [date('1904-05-03')])).toEqual(['[-1904-05-02-]{+1904-05-03+}']);
  });

  test('the cells of a row each by itself', () => {
    const row = (...parts: string[]): Block => ({ kind: 'row', parts });
    expect(marked([row('The toll', 'A penny', 'Rain')], [row('The toll', 'Two pennies', 'Rain')])).toEqual([
      'The toll | A penny | Rain'.replace('A penny', '[-A penny-]{+Two pennies+}'),
    ]);
  });

  test('words of a language that is written without spaces', () =>
    expect(marked([p('他们谈了一个小时。')], [p('他们谈了两个小时。')], 'zh')).toEqual([
      '他们谈了[-一个-]{+两个+}小时。',
    ]));

  test('so that what was kept and put in is the text now, and what was kept and taken out the text before', () => {
    const before = [title, p('Ada came, with a letter “to all”. It rained.'), p('Gone.')];
    const now = [title, p('Ada Brook came, with the letter “to all”; it rained. Who knew?'), p('New, and long.')];
    const text = (mark: 'ins' | 'del') =>
      markChanges(before, now, 'en')
        .filter((block) => block.mark !== mark)
        .map(({ parts }) =>
          parts.flatMap((pieces) => pieces.filter((one) => one.mark !== mark).map((one) => one.text)).join(''),
        );
    expect(text('del')).toEqual(now.map(({ parts }) => parts[0]));
    expect(text('ins').map((one) => one.trim())).toEqual(before.map(({ parts }) => parts[0]));
  });
});

describe('differences', () => {
  const found = (before: Block[], now: Block[]) =>
    differences(before, now, 'en').map(({ was, is, at }) => [was, is, at]);

  test('are none between equals', () => expect(found([title], [title])).toEqual([]));

  test('are sentences, as they were and as they are', () =>
    expect(
      found([title, p('It rained. They met at noon. All left.')], [title, p('It rained. They met at one. All left.')]),
    ).toEqual([['They met at noon.', 'They met at one.', 1]]));

  test('are sentences that came or went', () =>
    expect(found([title, p('A came. B went home.')], [title, p('A came.'), p('C is new.')])).toEqual([
      ['B went home.', undefined, 1],
      [undefined, 'C is new.', 2],
    ]));

  test('are also what a text is', () =>
    expect(found([{ kind: 'heading', parts: ['The inn'] }], [p('The inn')])).toEqual([
      ['The inn', undefined, 0],
      [undefined, 'The inn', 0],
    ]));
});

import { expect, test, vi } from 'vitest';
import { barePage } from './bare.ts';
import { exponent, median, ratio, Report } from './report.ts';

test('the median is the middle, of an even count the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

test('the exponent of growth: linear is 1, quadratic is 2, and what was not measured has none', () => {
  expect(exponent(2, 20, 10)).toBeCloseTo(1);
  expect(exponent(2, 200, 10)).toBeCloseTo(2);
  expect(exponent(undefined, 200, 10)).toBeUndefined();
});

test('a ratio to nothing is none, or endless', () => {
  expect([ratio(3, 2), ratio(0, 0), ratio(3, 0)]).toEqual(['1.50', '–', '∞']);
});

test('a table stands in columns, numbers to the right', () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  new Report('test').table('Sizes', [
    ['kind', 'bytes'],
    ['home', '12,000'],
    ['a section', '9'],
  ]);
  expect(said.mock.calls.join()).toBe(
    '\nSizes\nkind        bytes\n---------  ------\nhome       12,000\na section       9',
  );
  said.mockRestore();
});

test('the bare control has the words and links of the page and nothing else', () => {
  const page =
    '<title>T</title><style>p{}</style><body><header class="x"><p data-a="1">One <a class="y" href="/b/">two</a><span>!</span></p></header><div popover>Hidden</div><svg><text>A</text><text>B</text></svg><script>let a</script>';
  expect(barePage(page)).toBe(
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>T</title><body><p>One <a href="/b/">two</a>!</p><p>AB</p></body></html>',
  );
});

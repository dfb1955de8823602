import { describe, expect, test } from 'vitest';
import { caseOf } from './cases.ts';
import { judge } from './judge.ts';
import { faultsOfHtml, faultsOfText } from './safe-html.ts';
import { changed } from './story.ts';

describe('the judge of the fuzzer', () => {
  test.each([
    ['script', '<p><script>alert(1)</script></p>'],
    ['a handler', '<p onclick="x">a</p>'],
    ['a style', '<p style="color:red">a</p>'],
    ['an address that runs', '<a href="javascript:x">a</a>'],
    ['an address without scheme', '<a href="//evil.example">a</a>'],
    ['an image', '<img src="x">'],
    ['a handler in a picture', '<svg onload="x"></svg>'],
    ['paint from elsewhere', '<svg><path fill="url(//evil.example)"/></svg>'],
    ['script in a picture', '<svg><script>x</script></svg>'],
    ['a comment', '<p><!-- x --></p>'],
    ['an element that never closes', '<p><i>a</p>'],
    ['an element that was never open', '<p>a</i></p>'],
    ['an id twice', '<p id="a"></p><p id="a"></p>'],
    ['a character that turns the text', '<p>\u202ea</p>'],
  ])('sees %s', (_, html) => expect(faultsOfHtml(html)).not.toEqual([]));

  test('sees nothing in safe HTML and text', () => {
    expect(
      faultsOfHtml(
        '<section id="a"><h2>A &lt;script></h2><p><a href="https://example.org/">b</a><br><i lang="el">γ</i></p></section>',
      ),
    ).toEqual([]);
    expect(faultsOfHtml('<svg viewBox="0 0 1 1"><path d="M0 0" fill="url(#hatch)"/></svg>')).toEqual([]);
    expect(faultsOfText('javascript: <script> in plain text, می‌خواهم')).toEqual([]);
  });

  test('sees a compiler that breaks', () => {
    const files = [
      {
        path: 'story.yaml',
        get bytes(): Uint8Array {
          throw new TypeError('broken');
        },
      },
    ];
    expect(judge(files).faults.join()).toContain('broken');
  });

  test('shows the small story', () => expect(judge(changed(new Map()))).toEqual({ outcome: 'shown', faults: [] }));
});

test('a seed always makes the same case, and another seed another', () => {
  expect(caseOf(7)).toEqual(caseOf(7));
  expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => caseOf(seed).name)).size).toBeGreaterThan(5);
});

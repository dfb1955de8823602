import { HtmlValidate } from 'html-validate';
import type { BuiltPage } from './pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Minified HTML is checked for meaning, not for style.
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'no-implicit-button-type': 'off',
    // Titles of sources are as long as their publishers made them; see the walk's own test of titles.
    'long-title': 'off',
    // A no-break space keeps a day and its month together.
    'no-raw-characters': 'off',
    // HTML allows an id to begin with a digit, as GitHub's own ids do: “24 February 2022”.
    'valid-id': ['error', { relaxed: true }],
    'unique-landmark': 'error',
  },
});

/** What is not valid HTML in built pages, each with page, line and column. */
export async function faultsOfPages(pages: readonly BuiltPage[]): Promise<string[]> {
  const faults: string[] = [];
  for (const page of pages) {
    const report = await validator.validateString(page.html, page.file);
    for (const { messages } of report.results)
      for (const { line, column, message, ruleId } of messages)
        faults.push(`${page.address}:${line}:${column} ${message} (${ruleId})`);
  }
  return faults;
}

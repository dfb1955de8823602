import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { root } from '../support/build.ts';
import { JAVA } from '../support/java.ts';
import { pagesWithEachElement, readPages } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

/** The checker of the HTML standard’s own editors (https://validator.github.io/validator/), which needs Java. */
const checker = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
const hasJava = spawnSync('java', ['-version']).status === 0;
if (!hasJava) console.warn('No Java on this machine: the Nu checker is left out.');

interface Report {
  messages: { url: string; lastLine: number; message: string; extract?: string }[];
}

// All sites at once, because the checker takes seconds to start.
test.skipIf(!hasJava)('no site has an error that the Nu checker finds', () => {
  const files = sites.flatMap(({ folder }) => pagesWithEachElement(readPages(folder)).map(({ file }) => file));
  const options = ['--errors-only', '--exit-zero-always', '--stdout', '--format', 'json'];
  const output = execFileSync('java', [...JAVA, '-Xss4m', '-jar', checker, ...options, ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const errors = (JSON.parse(output) as Report).messages
    // It knows less than browsers do: of CSS, which has a checker of its own (browser/styles.test.ts), and of this.
    .filter(({ message }) => !message.startsWith('CSS:') && !/'wasm-unsafe-eval'/.test(message))
    .map(({ url, message, extract }) => `${url.slice(url.indexOf(root) + root.length)} ${message} ${extract}`);
  expect(errors).toEqual([]);
});

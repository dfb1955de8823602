import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The order of the projects: a process is kept from file to file of one of them, with all that it has read. */
const PROJECTS = ['site', 'story', 'units'];
/** The files that take longest, the longest first: at the end of a run nobody waits for one of them alone. */
const LONG = (
  'engines same-bytes start interrupted pages pictures book machines walk policy nu in-place paper ribbon ' +
  'reader-mode speed fuzz new faults'
).split(' ');

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return PROJECTS.indexOf(project.name) * 100 + (at < 0 ? LONG.length : at);
    };
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: '.cache/test-report.json' }]],
    // Modules, compiled stories and parsed pages are kept from one file of tests to the next.
    isolate: false,
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Without this, styles that modules read as text would be empty.
    css: { include: [/\.css\?raw$/] },
    // A busy machine takes its time, and no test asks how long something took: these are for what never ends.
    expect: { poll: { timeout: 300_000 } },
    testTimeout: 900_000,
    hookTimeout: 900_000,
    projects: [
      // Unit tests are beside their modules; directly in tests/ is what needs no built site.
      { extends: true, test: { name: 'units', include: ['src/**/*.test.ts', 'tests/*.test.ts'] } },
      // What only the whole site can show, of the story that STORY names and of the small story.
      {
        extends: true,
        test: { name: 'site', include: ['tests/*/**/*.test.ts'], globalSetup: 'tests/support/sites.ts' },
      },
      // What an editor of this one story holds it to.
      { extends: true, test: { name: 'story', include: [`${process.env['STORY'] ?? 'content'}/checks/**/*.test.ts`] } },
    ],
  },
});

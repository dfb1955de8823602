import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../support/build.ts';
import { buildSites, storySite } from '../support/sites.ts';
import { keepReport, say } from './report.ts';

const USAGE = `npm run bench [-- options]     measures the pages of the story, and how builds of generated stories grow
  --pages                      only the pages
  --growth                     only the builds
  --quick                      a first look: four kinds of page, stories of 10 and 30 explainers without cards
  --runs 5                     visits of each page
  --kinds home,explainer       only these kinds of page
  --sizes 10,100,1000          how many explainers the generated stories have
  --whole 10,100               which of them are also built with cards and compression`;

const { values } = parseArgs({
  options: {
    pages: { type: 'boolean' },
    growth: { type: 'boolean' },
    quick: { type: 'boolean' },
    runs: { type: 'string', default: '5' },
    kinds: { type: 'string' },
    sizes: { type: 'string' },
    whole: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const list = (text: string) => text.split(',').filter(Boolean);
const kinds = list(values.kinds ?? (values.quick ? 'home,explainer,section,timeline' : ''));
const sizes = list(values.sizes ?? (values.quick ? '10,30' : '10,100,1000')).map(Number);
const withAll = list(values.whole ?? (values.quick ? '' : '10,100')).map(Number);
const everything = !values.pages && !values.growth;
if (values.help) console.log(USAGE);
else {
  if (!values.growth) await buildSites([storySite]);
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/astro/package.json'), 'utf8')) as {
    version: string;
  };
  say(`Node ${process.version}, Astro ${version}, ${platform()} ${release()}`);
  say(`${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`);
  say(`load before: ${loadavg()[0]?.toFixed(1)}; above 0.3 others were at work and times are too long`);
  if (everything || values.pages) await (await import('./pages.ts')).benchPages({ runs: Number(values.runs), kinds });
  if (everything || values.growth)
    await (await import('./growth.ts')).benchGrowth({ sizes, withAll, thisStory: !values.quick });
  keepReport();
}

import { parseArgs } from 'node:util';
import { benchGrowth } from './growth.ts';
import { runLighthouse } from './lighthouse.ts';
import { benchPages } from './pages.ts';

const USAGE = `npm run bench [-- options]     measures the pages in dist/ and how builds grow
  --pages                      only the pages
  --growth                     only the builds
  --lighthouse                 only Lighthouse, which is not among the others
  --runs 5                     visits of each page
  --kinds home,explainer       only these kinds of page
  --sizes 10,100,1000          how many explainers the generated stories have
  --whole 10,100               which of them are also built with cards and compression
  --seed 1                     of the generated stories`;

const { values } = parseArgs({
  options: {
    pages: { type: 'boolean' },
    growth: { type: 'boolean' },
    lighthouse: { type: 'boolean' },
    runs: { type: 'string', default: '5' },
    kinds: { type: 'string', default: '' },
    sizes: { type: 'string', default: '10,100,1000' },
    whole: { type: 'string', default: '10,100' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean' },
  },
});

const list = (text: string) => text.split(',').filter(Boolean);
const everything = !values.pages && !values.growth && !values.lighthouse;
if (values.help) console.log(USAGE);
else {
  if (everything || values.pages) await benchPages({ runs: Number(values.runs), kinds: list(values.kinds) });
  if (everything || values.growth) await benchGrowth({ sizes: list(values.sizes).map(Number), withAll: list(values.whole).map(Number), seed: Number(values.seed) });
  if (values.lighthouse) await runLighthouse({ kinds: list(values.kinds) });
}

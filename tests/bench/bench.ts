import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dist } from '../support/build.ts';
import { benchGrowth } from './growth.ts';
import { runLighthouse } from './lighthouse.ts';
import { benchPages } from './pages.ts';

const USAGE = `npm run bench [-- options]     measures the pages in dist/, how builds grow, and what Lighthouse says
  --pages                      only the pages
  --growth                     only the builds
  --lighthouse                 only Lighthouse
  --quick                      a first look: four kinds of page, stories of 10 and 30 explainers without cards
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
    quick: { type: 'boolean' },
    runs: { type: 'string', default: '5' },
    kinds: { type: 'string' },
    sizes: { type: 'string' },
    whole: { type: 'string' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean' },
  },
});

const list = (text: string) => text.split(',').filter(Boolean);
const kinds = list(values.kinds ?? (values.quick ? 'home,explainer,section,timeline' : ''));
const sizes = list(values.sizes ?? (values.quick ? '10,30' : '10,100,1000')).map(Number);
const withAll = list(values.whole ?? (values.quick ? '' : '10,100')).map(Number);
const everything = !values.pages && !values.growth && !values.lighthouse;
if (values.help) console.log(USAGE);
else {
  if (!existsSync(dist) && !values.growth) throw new Error('there are no pages in dist/; run `npm run build` first');
  if (everything || values.pages) await benchPages({ runs: Number(values.runs), kinds });
  if (everything || values.growth)
    await benchGrowth({ sizes, withAll, seed: Number(values.seed), story: !values.quick });
  if ((everything && !values.quick) || values.lighthouse) await runLighthouse({ kinds });
}

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch, visit, type Visit } from './browser.ts';
import { dist } from './build.ts';
import { serve } from './serve.ts';

/** The built site, served to a browser while the tests of a file run. */
export interface Served {
  /** Where it is served, from the first test on. */
  url: string;
  /** Where a browser finds an address of the site. */
  at: (address: string) => string;
  /** The page of a fresh visitor. */
  visit: (options?: Parameters<Browser['newContext']>[0]) => Promise<Visit>;
}

/** Serves the site that `npm run build` has made. Call it once, outside of all tests. */
export function served(): Served {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), serve(dist)]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return {
    get url() {
      return site.url;
    },
    at: (address) => new URL(address.slice(1), site.url).href,
    visit: (options) => visit(browser, site.url, options),
  };
}

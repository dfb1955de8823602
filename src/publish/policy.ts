import { createHash } from 'node:crypto';
import type { APIContext, AstroUserConfig } from 'astro';

/**
 * The content-security policy (https://www.w3.org/TR/CSP3/) of every page, as Astro's `security.csp` takes it. It
 * allows only what is listed here, the styles that Astro inlines, and what a page adds with `allowInPage`.
 */
export const PAGE_POLICY = {
  directives: [
    "default-src 'none'",
    "img-src 'self'",
    "font-src 'self'",
    // No script of a page fetches anything, but tools such as Lighthouse read robots.txt in the name of the page.
    "connect-src 'self'",
    "base-uri 'none'",
  ],
  scriptDirective: { resources: ["'self'"] },
  // The style for paper is a file; all others are inline and allowed by their hashes.
  styleDirective: { resources: ["'self'"] },
} as const satisfies NonNullable<AstroUserConfig['security']>['csp'];

/** The search runs WebAssembly; no other page may. */
const WASM = "'wasm-unsafe-eval'";

/** The inline scripts and styles of a page. Data blocks such as JSON-LD do not run and need no permission. */
export interface PageInline {
  scripts: readonly string[];
  styles: readonly string[];
  /** Whether it is the search page, which also runs a worker and submits a form. */
  search: boolean;
}

/** Adds the hashes of a page's inline scripts and styles to its policy while it renders. `csp` is `Astro.csp`. */
export function allowInPage(csp: APIContext['csp'], { scripts, styles, search }: PageInline): void {
  for (const script of scripts) csp?.insertScriptHash(hashOf(script));
  for (const style of styles) csp?.insertStyleHash(hashOf(style));
  csp?.insertDirective(`form-action ${search ? "'self'" : "'none'"}`);
  if (!search) return;
  csp?.insertScriptResource(WASM);
  csp?.insertDirective("worker-src 'self'");
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}` as const;

/** The policy in the `meta` element of a built page. Throws an Error if there is none. */
export function policyOf(html: string): string {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html)?.[1];
  if (policy === undefined) throw new Error('a page has no content-security policy');
  return policy;
}

/** The policies that servers send as headers: with every page, and with the search page. */
export interface SitePolicy {
  pages: string;
  search: string;
}

/**
 * Joins the policies of all pages into one header for the whole site. The policy inside each page is stricter: it names
 * its own styles, where the header allows any that are inline. The hashes of the whole site would take longer to come
 * than the half of a page, and a picture that is opened by itself has a style, too.
 */
export function sitePolicy(policies: readonly string[]): SitePolicy {
  return {
    pages: joinPolicies(policies.filter((policy) => !policy.includes(WASM))),
    search: joinPolicies(policies),
  };
}

function joinPolicies(policies: readonly string[]): string {
  const joined = new Map<string, Set<string>>();
  for (const policy of policies) {
    for (const directive of policy.split(';')) {
      const [name, ...sources] = directive.trim().split(/\s+/);
      if (name) joined.set(name, (joined.get(name) ?? new Set()).union(new Set(sources)));
    }
  }
  joined.set('style-src', new Set(["'self'", "'unsafe-inline'"]));
  // Browsers ignore frame-ancestors in a meta element, so only the header has it.
  joined.set('frame-ancestors', new Set(["'none'"]));
  return [...joined].map(([name, sources]) => [name, ...withoutNone(sources)].join(' ')).join(';');
}

/** Leaves out 'none' unless it is the only source. Sources are sorted, so that every build writes the same bytes. */
function withoutNone(sources: ReadonlySet<string>): string[] {
  const named = [...sources].filter((source) => source !== "'none'");
  return named.length === 0 ? ["'none'"] : named.sort();
}

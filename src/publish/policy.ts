import { createHash } from 'node:crypto';
import type { APIContext, AstroUserConfig } from 'astro';

/**
 * The content-security policy (https://www.w3.org/TR/CSP3/) of every page, as Astro's `security.csp` takes it. Nothing is
 * allowed but what stands here, the style that Astro writes into the page, and what the page adds with `allowInPage`.
 */
export const PAGE_POLICY = {
  directives: [
    "default-src 'none'",
    "img-src 'self'",
    "font-src 'self'",
    // Every page may ask this site for data: tools that judge a page read robots.txt as the page.
    "connect-src 'self'",
    "base-uri 'none'",
  ],
  scriptDirective: { resources: ["'self'"] },
  // Without a name in this list Astro writes 'self'; but all style is inside the pages, and allowed by its hash.
  styleDirective: { resources: [''] },
} as const satisfies NonNullable<AstroUserConfig['security']>['csp'];

/** What only a page with the search may do: run WebAssembly, in a worker, and send its form. */
const WASM = "'wasm-unsafe-eval'";

/** What a page has written into it by itself. Data such as JSON-LD does not run and needs no permission. */
export interface PageInline {
  scripts: readonly string[];
  styles: readonly string[];
  /** Whether the page has the search. */
  search: boolean;
}

/** Adds to the policy of the page that is being made what it has written into it. `csp` is `Astro.csp`. */
export function allowInPage(csp: APIContext['csp'], { scripts, styles, search }: PageInline): void {
  for (const script of scripts) csp?.insertScriptHash(hashOf(script));
  for (const style of styles) csp?.insertStyleHash(hashOf(style));
  csp?.insertDirective(`form-action ${search ? "'self'" : "'none'"}`);
  if (!search) return;
  csp?.insertScriptResource(WASM);
  csp?.insertDirective("worker-src 'self'");
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}` as const;

/** The policy that a built page carries in its head. */
export function policyOf(html: string): string {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html)?.[1];
  if (policy === undefined) throw new Error('a page has no content-security policy');
  return policy;
}

/** The policies that servers send: with every page, and with pages that have the search. */
export interface SitePolicy {
  pages: string;
  search: string;
}

/** What any page of the site allows, to be sent as a header. Each page's own policy is stricter. */
export function sitePolicy(policies: readonly string[]): SitePolicy {
  return {
    pages: joinPolicies(policies.filter((policy) => !policy.includes(WASM))),
    search: joinPolicies(policies),
  };
}

function joinPolicies(policies: readonly string[]): string {
  const joined = new Map<string, Set<string>>();
  for (const policy of new Set(policies)) {
    for (const directive of policy.split(';')) {
      const [name, ...sources] = directive.trim().split(/\s+/);
      if (name) joined.set(name, (joined.get(name) ?? new Set()).union(new Set(sources)));
    }
  }
  // A policy inside a page cannot say who may frame it.
  joined.set('frame-ancestors', new Set(["'none'"]));
  return [...joined].map(([name, sources]) => [name, ...withoutNone(sources)].join(' ')).join(';');
}

/** 'none' has a meaning only where it stands alone. Hashes are sorted, since pages come in any order. */
function withoutNone(sources: ReadonlySet<string>): string[] {
  const named = [...sources].filter((source) => source !== "'none'");
  return named.length === 0 ? ["'none'"] : named.sort();
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';

/** What Firefox answers, as far as it is read: https://w3c.github.io/webdriver-bidi/ */
interface Answer {
  result?: { value?: string };
  exceptionDetails?: { text: string };
  data?: string;
  contexts?: { context: string }[];
}

/** A Firefox with one open page, `context`, which does what it is asked by WebDriver BiDi. */
export interface Bidi {
  ask: (method: string, params: object) => Promise<Answer>;
  context: string;
  /** Errors of the console and of scripts. */
  troubles: string[];
  close: () => Promise<void>;
}

/** Starts a Firefox without windows and with settings of its own, of which nothing is kept. */
export async function startBidi(executable: string, settings: Record<string, number>): Promise<Bidi> {
  const profile = mkdtempSync(path.join(tmpdir(), 'firefox-'));
  const all = { ...QUIET, ...settings };
  const lines = Object.entries(all).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--remote-debugging-port=0', '--profile', profile, '--no-remote', 'about:blank'];
  const firefox = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(firefox, 'exit');
  const socket = new WebSocket(`${await addressIn(firefox.stderr)}/session`);
  await once(socket, 'open');

  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  const troubles: string[] = [];
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, message, method, params } = JSON.parse(String(data)) as {
      id?: number;
      result: Answer;
      error?: string;
      message?: string;
      method?: string;
      params?: { level: string; text: string };
    };
    if (method === 'log.entryAdded' && params?.level === 'error') troubles.push(params.text);
    const answer = waiting.get(id ?? NaN);
    if (error) answer?.reject(new Error(`Firefox: ${error}, ${message}`));
    else answer?.resolve(result);
  });
  let asked = 0;
  const ask: Bidi['ask'] = (method, params) => {
    const answer = Promise.withResolvers<Answer>();
    waiting.set((asked += 1), answer);
    socket.send(JSON.stringify({ id: asked, method, params }));
    return answer.promise;
  };
  await ask('session.new', { capabilities: {} });
  await ask('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = await ask('browsingContext.getTree', {});
  const close = async () => {
    await ask('browser.close', {});
    await ended;
    rmSync(profile, { recursive: true, force: true });
  };
  return { ask, context: contexts?.[0]?.context ?? '', troubles, close };
}

/** No first visit to Mozilla, no updates, no reports: nothing is asked of any other machine. */
const QUIET = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.prefs.recommended': true,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
};

/** The address at which Firefox says that it listens. */
async function addressIn(stream: Readable): Promise<string> {
  let said = '';
  for await (const text of stream.iterator({ destroyOnReturn: false })) {
    said += String(text);
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
    if (address) {
      // What it says later is read by nobody, and must not fill the pipe.
      stream.resume();
      return address;
    }
  }
  throw new Error(`Firefox has ended: ${said}`);
}

import { afterEach, describe, expect, it } from 'vitest';
import { hasChromium, openBrowser, type Page } from './page/browser.ts';
import { startPage } from './page/served-page.ts';
import { cursorOf } from './subscriptions/log-subgraph.ts';
import { settled } from './subscriptions/readers.ts';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function start() {
  const hub = await startPage();
  cleanups.push(hub.stop);
  return hub;
}

async function browse(language?: string): Promise<Page> {
  const page = await openBrowser(language);
  cleanups.push(() => page.close());
  return page;
}

/** Presses the button that sends the operation of the open tab. */
const SEND = `document.querySelector('.send-request__button').click()`;
/** The editor of the operation; the first is the address. */
const EDITOR = `document.querySelectorAll('.cm-content')[1]`;
const shown = (text: string): string =>
  `document.querySelector('.query-result__tabs')?.innerText.replace(/\\s/g, '').includes(${JSON.stringify(text)})`;

describe('the query page', () => {
  it.each(['/', '/graphql'])('stands at %s for those who ask for HTML, in their language', async (path) => {
    const { url } = await start();
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
    const chinese = await fetch(url + path, { headers: { accept } });
    expect(await chinese.text()).toContain('信息公开数据中心');
    const english = await fetch(url + path, { headers: { accept, 'accept-language': 'en-GB,en;q=0.9' } });
    expect(await english.text()).toContain('<title>Disclosure hub');
    expect(english.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
  });

  it('names no other host, and every file that its document names is there', async () => {
    const { url } = await start();
    const html = await (await fetch(url)).text();
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    const names = [...html.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => name !== '/page/');
    const statuses = await Promise.all(names.map(async (name) => (await fetch(`${url}/page/${name}`)).status));
    expect(names.length).toBeGreaterThan(5);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it.each(['/page/../../package.json', '/page/%2e%2e/index.js', '/page/nothing.js', '/page/index.html'])(
    'serves nothing else: %s',
    async (path) => {
      const { url } = await start();
      expect((await fetch(url + path)).status).not.toBe(200);
    },
  );
});

describe.skipIf(!hasChromium)('in a browser (needs chromium)', () => {
  it('runs a query and a live subscription, and asks no other host for anything', async () => {
    const { url, log, counts } = await started();
    const page = await browse();
    await page.open(`${url}/graphql`);
    await page.until(`document.querySelector('.send-request__button') !== null`);
    expect(await page.evaluate('document.title')).toContain('信息公开数据中心');
    await page.evaluate(SEND);
    while (counts.open === 0) await settled();
    log.append('East');
    await page.until(shown('"region":"East"'));
    await page.evaluate(`[...document.querySelectorAll('.window-switcher__item')][0].click()`);
    await page.until(`${EDITOR}.innerText.includes('head')`);
    await page.evaluate(`${EDITOR}.focus(); document.execCommand('selectAll')`);
    await page.type('query Again { again: head }');
    await page.evaluate(SEND);
    await page.until(shown('"again":1'));
    const shot = process.env['SCREENSHOT'];
    if (shot !== undefined) await page.screenshot(shot);
    expect(page.requests.filter((request) => !request.startsWith(url) && !request.startsWith('data:'))).toEqual([]);
  });

  it('lets a bare EventSource go on after a broken connection, without a gap or a repetition', async () => {
    const { url, log, cut, counts } = await started();
    const page = await browse('en');
    await page.open(`${url}/?for=its-origin`);
    const query = encodeURIComponent('subscription { entries { number } }');
    await page.evaluate(`{
      globalThis.numbers = [];
      const events = new EventSource('/graphql?query=${query}');
      events.addEventListener('next', ({ data, lastEventId }) => numbers.push([JSON.parse(data).data.entries.number, lastEventId]));
    }`);
    while (counts.open === 0) await settled();
    for (let round = 0; round < 3; round += 1) {
      log.append();
      await page.until(`numbers.length === ${String(log.entries.length)}`);
      cut();
      while (counts.open > 0) await settled();
      log.append();
      log.append();
      await page.until(`numbers.length === ${String(log.entries.length)}`);
    }
    const expected = log.entries.map(({ number }) => [number, cursorOf(number)]);
    expect(await page.evaluate('numbers')).toEqual(expected);
  });

  it('lets a bare EventSource end where the answer is complete', async () => {
    const { url, seen: requests } = await start();
    const page = await browse('en');
    await page.open(`${url}/?for=its-origin`);
    await page.evaluate(`{
      globalThis.told = [];
      const events = new EventSource('/graphql?query=' + encodeURIComponent('{ head }'));
      for (const name of ['next', 'complete']) events.addEventListener(name, ({ data }) => told.push([name, data]));
      events.onerror = () => { globalThis.stopped = events.readyState === EventSource.CLOSED; };
    }`);
    await page.until('globalThis.stopped === true');
    expect(await page.evaluate('told')).toEqual([
      ['next', '{"data":{"head":0}}'],
      ['complete', ''],
    ]);
    const ids = requests
      .filter(({ headers }) => headers.accept === 'text/event-stream')
      .map(({ headers }) => headers['last-event-id']);
    expect(ids).toEqual([undefined, 'complete']);
  });
});

async function started() {
  const hub = await start();
  return { ...hub, counts: hub.log.counts };
}

import type { Locale } from '../../core/viewer.ts';
import type { Example } from './examples.ts';

/** Where the page's files are served. */
export const PAGE_FOLDER = '/page/';

/** The name of the script that starts the page, in {@link PAGE_FOLDER}. */
export const START_SCRIPT = 'start.js';

const TITLES = { zh: '信息公开数据中心 · 查询', en: 'Disclosure hub · Queries' } as const satisfies Record<
  Locale,
  string
>;
const LANGUAGES = { zh: 'zh-CN', en: 'en-US' } as const satisfies Record<Locale, string>;

/**
 * What the page may do: run its own scripts and speak to its own host, nothing else; so it works, and stays, inside a
 * closed network. Its library sets styles while it runs, which is why those may stand in the document.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Hides what the library advertises: a service outside, which the page could not reach. */
const STYLE = '<style>app-banner-container { display: none; }</style>';

/** The page in a language. @param frame - the library's own document */
export function pageDocument(frame: string, locale: Locale): string {
  return frame
    .replace('<html>', `<html lang="${LANGUAGES[locale]}">`)
    .replace(/<title>.*?<\/title>/, `<title>${TITLES[locale]}</title>`)
    .replace(/<base [^>]*>/, `<base href="${PAGE_FOLDER}" />`)
    .replace('</head>', `${STYLE}</head>`)
    .replace('</body>', `<script type="module" src="${START_SCRIPT}?locale=${locale}"></script></body>`);
}

/** The script that starts the page with one tab for each example. @param endpoint - the path of GraphQL on this host */
export function startScript(endpoint: string, examples: readonly Example[], locale: Locale): string {
  const tabs = examples.map(({ name, query, variables }) => ({
    initialName: name[locale],
    initialQuery: query,
    initialVariables: JSON.stringify(variables, null, 2),
    initialSubscriptionRequestHandlerId: 'graphql-sse',
  }));
  const options = {
    initialWindows: tabs,
    initialSettings: { theme: 'light', language: LANGUAGES[locale], disablePushNotification: true },
    instanceStorageNamespace: `hub_${locale}_`,
    disableAccount: true,
  };
  return [
    `const endpoint = new URL(${JSON.stringify(endpoint)}, location.origin).href;`,
    `const reach = { endpointURL: endpoint, subscriptionsEndpoint: endpoint, initialSubscriptionRequestHandlerId: 'graphql-sse' };`,
    `const options = ${JSON.stringify(options)};`,
    `options.initialWindows = options.initialWindows.map((tab) => ({ ...tab, ...reach }));`,
    `AltairGraphQL.init({ ...options, ...reach });`,
    '',
  ].join('\n');
}

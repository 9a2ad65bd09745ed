/** Who may import whom. Data flows one way; every rule here is a line of the architecture. */

/** Folders of our own; packages and `node:` modules are free unless a rule takes them away too. */
const OURS = '^(?:core|feed|subgraphs|gateway|aggregator|portal|prisma|schema|test)/';

/** The subgraph that `from` matched, as a path inside `to`. */
const SELF = 'subgraphs/$1';

/** A file or folder of that role in any subgraph; the first group is the subgraph's name. */
const role = (/** @type {string} */ names) => `^subgraphs/(?!kit/)([^/]+)/(?:${names})(?:/|[.]ts$)`;

/**
 * Files that match `from` import of our own only what is listed, and themselves only where the list says so.
 *
 * @param {string} name
 * @param {string} from
 * @param {readonly string[]} allowed
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: OURS, pathNot: allowed.map((path) => `^${path}`) },
});

/**
 * As `only`, and neither packages nor `node:` modules.
 *
 * @param {string} name
 * @param {string} from
 * @param {readonly string[]} allowed
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const pure = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed.map((path) => `^${path}`) },
});

const CORE = 'core/';
const KIT = 'subgraphs/kit/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'every-import-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-tool-or-test-in-the-product',
      severity: 'error',
      from: { path: OURS, pathNot: ['^test/', '^prisma/storage/(?:generate|make-migration)', '^prisma/generated/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-import-of-tests',
      severity: 'error',
      from: { path: OURS, pathNot: '^test/' },
      to: { path: '^test/' },
    },
    pure('core-imports-nothing', '^core/', [CORE]),
    only('feed', '^feed/', [CORE, 'feed/', 'prisma/feed/', 'prisma/generated/feed/']),
    only('kit', '^subgraphs/kit/', [CORE, 'feed/', KIT]),
    pure('rules-are-pure', role('rules'), [CORE, `${SELF}/rules/`]),
    // Each owner opens its own client over the shared pool, in store/database.ts.
    only('store', role('store'), [
      CORE,
      KIT,
      `${SELF}/(?:rules|store)/`,
      'prisma/generated/$1/',
      'prisma/storage/client[.]ts$',
    ]),
    only('events', role('events'), [CORE, KIT, 'feed/', `${SELF}/`, 'prisma/generated/$1/']),
    {
      name: 'events-take-only-types',
      severity: 'error',
      from: { path: role('events') },
      to: { pathNot: ['^core/', `^${SELF}/events/`], dependencyTypesNot: ['type-only'] },
    },
    only('commands', role('commands|apply|follow'), [
      CORE,
      KIT,
      `${SELF}/(?:rules|store|events|commands|apply|follow)(?:/|[.]ts$)`,
      // What a follower is handed.
      'feed/entry[.]ts$',
    ]),
    only('graph', '^subgraphs/(?!kit/|feed/)([^/]+)/graph(?:/|[.]ts$)', [
      CORE,
      KIT,
      `${SELF}/(?:builder|rules|store|commands|graph)(?:/|[.]ts$)`,
    ]),
    only('routes', '^subgraphs/(?!kit/|feed/)([^/]+)/routes(?:/|[.]ts$)', [
      CORE,
      KIT,
      `${SELF}/(?:rules|store|commands|routes)(?:/|[.]ts$)`,
    ]),
    only('feed-graph', '^subgraphs/feed/', [CORE, 'feed/', KIT, 'subgraphs/feed/']),
    only('subgraph-alone', '^subgraphs/(?!kit/|feed/)([^/]+)/', [
      CORE,
      'feed/',
      KIT,
      `${SELF}/`,
      'prisma/generated/$1/',
      'prisma/sample/',
      'prisma/storage/client[.]ts$',
    ]),
    only('list-of-subgraphs', '^subgraphs/index[.]ts$', [CORE, 'feed/', 'subgraphs/']),
    // A subgraph alone reads the same settings as the hub.
    only('serve', '^subgraphs/serve[.]ts$', [
      CORE,
      'feed/',
      'subgraphs/',
      'prisma/storage/',
      'gateway/(?:config|listen)[.]ts$',
    ]),
    only('gateway', '^gateway/', [
      CORE,
      'feed/',
      'gateway/',
      'aggregator/index[.]ts$',
      'prisma/storage/',
      'subgraphs/index[.]ts$',
      'subgraphs/kit/executor[.]ts$',
    ]),
    {
      name: 'gateway-takes-only-types-of-the-kit',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^subgraphs/kit/', dependencyTypesNot: ['type-only'] },
    },
    only('aggregator', '^aggregator/', [CORE, 'feed/', KIT, 'aggregator/', 'prisma/storage/', 'subgraphs/index[.]ts$']),
    {
      name: 'aggregator-takes-only-types-of-the-kit',
      severity: 'error',
      from: { path: '^aggregator/' },
      to: { path: '^subgraphs/kit/', dependencyTypesNot: ['type-only'] },
    },
    only('storage', '^prisma/storage/', [CORE, 'prisma/storage/']),
    only('schema', '^schema/', [
      CORE,
      'schema/',
      'gateway/',
      'prisma/storage/package-root[.]ts$',
      'subgraphs/index[.]ts$',
    ]),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};

import type { RequestListener } from 'node:http';
import { execute, type DocumentNode, type ExecutionResult } from 'graphql';
import type { RequestScope } from '../../../core/viewer.ts';
import { createGateway } from '../../../gateway/execution/gateway.ts';
import { serveHttp } from '../../../gateway/http.ts';
import type { Executor } from '../../../subgraphs/kit/executor.ts';
import { SCHEMAS, SUPERGRAPH } from './subgraphs.ts';

/** A gateway over the same four subgraphs of its process. */
export type Contender = () => Promise<RequestListener>;

/**
 * What is compared. The packages stand in package.json beside this folder and are not the hub's: they are loaded by
 * name, and known here only by what is used of them.
 */
export const CONTENDERS: Readonly<Record<string, Contender>> = {
  '@apollo/gateway': apollo,
  'Hive Gateway': hive,
  hub: () => Promise.resolve(hub(withGraphqlJs)),
  'hub, subgraphs compiled': async () => hub(await compiled()),
};

const SCOPE: RequestScope = { viewer: null, locale: 'zh', requestId: 'bench' };

function hub(executorOf: (name: string) => Executor): RequestListener {
  const executors = Object.fromEntries(Object.keys(SCHEMAS).map((name) => [name, executorOf(name)]));
  const gateway = createGateway({ supergraphSdl: SUPERGRAPH, executors });
  const handle = serveHttp({
    gateway: () => gateway,
    identify: () => Promise.resolve(SCOPE),
    report: console.error,
    bodyBytes: 100_000,
    requestMs: 30_000,
  });
  return (request, response) => void handle(request, response);
}

function schemaOf(name: string) {
  const schema = SCHEMAS[name];
  if (schema === undefined) throw new Error(`No subgraph ${name}.`);
  return schema;
}

function withGraphqlJs(name: string): Executor {
  const schema = schemaOf(name);
  return ({ document, variables }) => execute({ schema, document, variableValues: variables ?? {} });
}

interface Jit {
  readonly compileQuery: (
    schema: unknown,
    document: DocumentNode,
  ) => { query(root: unknown, context: unknown, variables: unknown): ExecutionResult };
}

async function compiled(): Promise<(name: string) => Executor> {
  const { compileQuery } = await load<Jit>('graphql-jit');
  return (name) => {
    const queries = new WeakMap<DocumentNode, ReturnType<Jit['compileQuery']>>();
    return ({ document, variables = {} }) => {
      let query = queries.get(document);
      if (query === undefined) queries.set(document, (query = compileQuery(schemaOf(name), document)));
      return query.query(undefined, {}, variables);
    };
  };
}

interface ApolloParts {
  ApolloGateway: new (options: object) => object;
  LocalGraphQLDataSource: new (schema: unknown) => object;
  ApolloServer: new (options: object) => ApolloInstance;
  HeaderMap: new (entries?: Iterable<[string, string]>) => Map<string, string>;
}

interface ApolloInstance {
  start(): Promise<void>;
  executeHTTPGraphQLRequest(options: object): Promise<{ headers: Map<string, string>; body: { string: string } }>;
}

async function apollo(): Promise<RequestListener> {
  const { ApolloGateway, LocalGraphQLDataSource } = await load<ApolloParts>('@apollo/gateway');
  const { ApolloServer, HeaderMap } = await load<ApolloParts>('@apollo/server');
  const buildService = ({ name }: { name: string }) => new LocalGraphQLDataSource(schemaOf(name));
  const gateway = new ApolloGateway({ supergraphSdl: SUPERGRAPH, buildService });
  const server = new ApolloServer({ gateway, stopOnTerminationSignals: false });
  await server.start();
  const headers = new HeaderMap([['content-type', 'application/json']]);
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
      const httpGraphQLRequest = { method: 'POST', headers, search: '', body };
      void server
        .executeHTTPGraphQLRequest({ httpGraphQLRequest, context: () => Promise.resolve({}) })
        .then((answer) => {
          response.writeHead(200, Object.fromEntries(answer.headers)).end(answer.body.string);
        }, console.error);
    });
  };
}

interface HiveParts {
  readonly createGatewayRuntime: (options: object) => RequestListener;
  unifiedGraphHandler: unknown;
  readonly createDefaultExecutor: (schema: unknown) => unknown;
}

/** With the planner in Rust, and without batching, which costs more than it saves when nothing is far away. */
async function hive(): Promise<RequestListener> {
  const { createGatewayRuntime } = await load<HiveParts>('@graphql-hive/gateway-runtime');
  const { unifiedGraphHandler } = await load<HiveParts>('@graphql-hive/router-runtime');
  const { createDefaultExecutor } = await load<HiveParts>('@graphql-mesh/transport-common');
  const getSubgraphExecutor = ({ subgraphName }: { subgraphName: string }) =>
    createDefaultExecutor(schemaOf(subgraphName));
  return createGatewayRuntime({
    supergraph: SUPERGRAPH,
    unifiedGraphHandler,
    transports: () => ({ getSubgraphExecutor }),
    __experimental__batchExecution: false,
    logging: false,
    landingPage: false,
  });
}

async function load<Parts>(name: string): Promise<Parts> {
  return (await import(name)) as Parts;
}

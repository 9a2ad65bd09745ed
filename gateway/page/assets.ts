import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, sep } from 'node:path';

const require = createRequire(import.meta.url);

/** The built files of the page's library, which is served as it is. */
const FOLDER = join(dirname(require.resolve('altair-static/package.json')), 'build', 'dist');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** One file of the page. */
export interface Asset {
  /** Where it is on the disk. */
  readonly file: string;
  /** Its media type. */
  readonly type: string;
}

/** Every file of the page that is served as it is, by its path from the page's folder; nothing else can be asked for. */
export function listAssets(): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(FOLDER, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const type = TYPES[extname(entry.name)];
    const path = file.slice(FOLDER.length + 1).replaceAll(sep, '/');
    if (entry.isFile() && type !== undefined && path !== 'index.html') assets.set(path, { file, type });
  }
  return assets;
}

/** The page's frame, before it is told what it is for. */
export function readFrame(): string {
  return readFileSync(join(FOLDER, 'index.html'), 'utf8');
}

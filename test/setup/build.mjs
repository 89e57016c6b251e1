import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['src', 'public', 'index.html', 'package.json', 'package-lock.json', 'svelte.config.js', 'tsconfig.json', 'vite.config.ts'];

/** Builds `root` into its `dist` unless the build there is newer than all it is made of. Gives the folder. */
export function buildProduct(root) {
  const dist = path.join(root, 'dist');
  const built = newest(path.join(dist, 'index.html'));
  if (built > 0 && SOURCES.every((source) => newest(path.join(root, source)) <= built)) return dist;
  console.log('Building … 正在构建……');
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed; the message above says where. 构建失败，原因见上。');
  return dist;
}

/** When anything in `place` was last written, in ms; 0 when it is not there. */
function newest(place) {
  if (!existsSync(place)) return 0;
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}

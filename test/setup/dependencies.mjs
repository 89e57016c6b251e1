import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const WINDOWS = process.platform === 'win32';

/**
 * Installs the packages of `package-lock.json` into `root` unless they are already there. Uses only
 * what Node brings, because it runs before anything is installed. Throws when npm fails twice.
 */
export function installDependencies(root) {
  const lock = path.join(root, 'package-lock.json');
  const stamp = path.join(root, 'node_modules', '.installed-from');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (isInstalledByHand(root, lock)) {
    writeFileSync(stamp, wanted);
    return;
  }
  console.log('Installing packages (npm ci) … 正在安装依赖包……');
  // NODE_ENV=production would leave out the tools that build and test.
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const install = () => spawnSync('npm', flags, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: WINDOWS }).status === 0;
  // A registry that hiccups once should not cost a newcomer the first run.
  if (!install() && !install()) {
    throw new Error(
      'npm ci failed. Check the network and the npm registry, then run the same command again. 依赖安装失败，请检查网络后重试。'
    );
  }
  writeFileSync(stamp, wanted);
}

/** Whether somebody ran npm after the lock file was last written. */
function isInstalledByHand(root, lock) {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { run } from '../lib/command.mjs';
import { postgresPrograms } from './debianPackages.mjs';
import { asUser, startService } from './service.mjs';

/** The longest directory of a socket in bytes, without the file name that PostgreSQL adds. */
const LONGEST_SOCKET_DIRECTORY = 107 - '/.s.PGSQL.5432'.length;

/**
 * A separate PostgreSQL cluster in a directory, with its socket there, so that it needs no port and no password.
 * PostgreSQL refuses to run as root, and then runs as Debian's user `postgres`.
 */
export async function postgresCluster(parent) {
  const directory = path.join(parent, 'postgres');
  if (Buffer.byteLength(directory) > LONGEST_SOCKET_DIRECTORY) {
    throw new Error(`The path ${directory} is too long for a socket: choose one of ${LONGEST_SOCKET_DIRECTORY} bytes.`);
  }
  // A comma separates the hosts of an address.
  if (directory.includes(','))
    throw new Error(`PostgreSQL cannot be reached in ${directory}: choose one without a comma.`);
  const user = process.getuid() === 0 ? 'postgres' : undefined;
  const programs = postgresPrograms();
  const data = path.join(directory, 'data');
  await makeDirectory(directory, user, parent);
  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
    await run('setpriv', ['--pdeathsig', 'KILL', ...asUser(user), '--', path.join(programs, 'initdb'), ...initdb], {
      cwd: directory,
    });
  }
  return {
    settings: {
      BROKER_DATABASE_ADAPTER: 'postgres',
      BROKER_DATABASE_NAME: 'postgres',
      BROKER_DATABASE_USERNAME: 'postgres',
      BROKER_DATABASE_HOST: directory,
    },
    start: () => start(path.join(programs, 'postgres'), data, directory, user),
  };
}

function start(postgres, data, socket, user) {
  const settings = ['-k', socket, '-c', 'listen_addresses=', '-c', 'lc_messages=C'];
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8' };
  return startService('PostgreSQL', [postgres, '-D', data, ...settings], { cwd: socket, env, user });
}

async function makeDirectory(directory, user, parent) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (user === undefined) return;
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number(await run('id', [flag, user]))));
  chownSync(directory, uid, gid);
  chmodSync(directory, 0o700);
  await run('setpriv', [...asUser(user), '--', 'test', '-w', directory]).catch((cause) => {
    const why = `PostgreSQL does not run as root, and the user ${user} cannot reach ${parent}`;
    throw new Error(`${why}. Choose a directory that all users may enter, such as one of /var/tmp.`, { cause });
  });
}

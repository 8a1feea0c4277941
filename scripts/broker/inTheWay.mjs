import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A reverse proxy in front of a broker, to simulate network faults. `answer(request, response, count)` answers instead
 * of the broker, or returns false to pass the request on. The broker must know its address (`moreUrls`) for its links.
 */
export async function proxyOf({ port, target, answer, tls }) {
  let count = 0;
  const forwarded = tls === undefined ? {} : { 'x-forwarded-proto': 'https' };
  const listener = (request, response) => {
    if (answer(request, response, ++count) !== false) return;
    const { pathname, search } = new URL(request.url, target());
    const through = http.request(
      new URL(pathname + search, target()),
      { method: request.method, headers: { ...request.headers, ...forwarded }, agent: false },
      (answered) => {
        response.writeHead(answered.statusCode, answered.headers);
        answered.pipe(response);
      },
    );
    through.on('error', () => response.destroy());
    request.pipe(through);
  };
  const server = tls === undefined ? http.createServer(listener) : https.createServer(tls, listener);
  await new Promise((resolve, reject) => server.on('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${server.address().port}`,
    get count() {
      return count;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A self-signed certificate, which clients trust only if told to. */
export function selfSigned() {
  const directory = mkdtempSync(path.join(tmpdir(), 'certificate-'));
  try {
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(directory, name));
    const named = [
      '-subj',
      '/CN=127.0.0.1',
      '-addext',
      'subjectAltName=IP:127.0.0.1',
      '-addext',
      'basicConstraints=critical,CA:FALSE',
    ];
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-keyout', key, '-out', cert];
    execFileSync('openssl', [...made, ...named], { stdio: 'pipe' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/**
 * Load on one address over a few connections that are kept: requests a second.
 *
 * HTTP clients cost more than the servers measured here. The same question has an answer of the same length every time,
 * so after the first a client need only count bytes.
 */
import { connect } from 'node:net';

/** Asks for `seconds`; throws when an answer is none of the expected length. */
export async function load({ port, path, body, connections, seconds }) {
  const request =
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: application/json\r\n` +
    `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  const length = await lengthOfAnswer(port, request);
  const until = performance.now() + seconds * 1000;
  let count = 0;
  const ask = () =>
    new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let received = 0;
      const next = () => {
        received = 0;
        if (performance.now() < until) socket.write(request);
        else socket.end(resolve);
      };
      socket.on('connect', next).on('error', reject);
      socket.on('data', (data) => {
        received += data.length;
        if (received < length) return;
        if (received > length) reject(new Error(`An answer has ${received} bytes, not ${length}.`));
        count++;
        next();
      });
    });
  let isAsking = true;
  // A client that sleeps makes every answer dearer, for the kernel has to wake it: and it sleeps the longer the slower a
  // server is. This one looks for answers all the time.
  const stayAwake = () => void (isAsking && setImmediate(stayAwake));
  stayAwake();
  await Promise.all(Array.from({ length: connections }, ask));
  isAsking = false;
  return { rate: count / seconds, count };
}

/** The length of an answer with its head. */
function lengthOfAnswer(port, request) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(request));
    let text = '';
    socket.on('error', reject).on('data', (data) => {
      text += data.toString('latin1');
      const head = text.indexOf('\r\n\r\n');
      const body = /content-length: (\d+)/i.exec(text)?.[1];
      if (head === -1 || !text.startsWith('HTTP/1.1 200') || body === undefined) {
        if (head !== -1) reject(new Error(text.slice(0, 500)));
        return;
      }
      const length = head + 4 + Number(body);
      if (text.length < length) return;
      socket.destroy();
      resolve(length);
    });
  });
}

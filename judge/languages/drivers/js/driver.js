'use strict';
// Calls a submission as its interface says and answers on descriptor 3: frames of kind (1 byte), length (8), payload.
// The input is decoded before the clock starts; nothing of the submission is loaded before the parent says go.

const fs = require('fs');
const path = require('path');
const { Fault, Reader } = require('./reader.js');
const { Mismatch, Writer } = require('./writer.js');
const { explain, load, spellings } = require('./load.js');

const CONTROL = 3;
const MESSAGE_BYTES = 16384;
const GO = 'G'.charCodeAt(0);
const { readSync, writeSync } = fs;
const FILES = path.dirname(__dirname);

// interface.json: {kind, file, shown, name, parameters, returns, methods}, types as [name, ...parts].
const task = JSON.parse(fs.readFileSync(path.join(__dirname, 'interface.json'), 'utf8'));
const file = path.join(FILES, task.file);

function say(kind, payload) {
  const frame = Buffer.allocUnsafeSlow(9 + payload.length);
  frame.write(kind, 'latin1');
  frame.writeBigUInt64LE(BigInt(payload.length), 1);
  payload.copy(frame, 9);
  for (let at = 0; at < frame.length; ) at += writeSync(CONTROL, frame, at);
}

function heard() {
  const byte = Buffer.alloc(1);
  return readSync(CONTROL, byte, 0, 1) === 1 ? byte[0] : undefined;
}

// The one frame after ready; then the parent books what was used and ends this process.
function finish(kind, payload) {
  say(kind, payload);
  heard();
  process.exit(kind === 'A' ? 0 : 1);
}

function cut(text) {
  const data = Buffer.from(text, 'utf8');
  if (data.length <= MESSAGE_BYTES) return data;
  const half = MESSAGE_BYTES / 2 - 16;
  return Buffer.concat([data.subarray(0, half), Buffer.from('\n   ...\n'), data.subarray(-half)]);
}

function fail(error) {
  if (error instanceof Mismatch) finish('N', cut(error.message));
  const text = explain(error, file, task.shown);
  if (task.kind === 'stdio') writeError(`${text}\n`);
  const memory = error instanceof RangeError && /Array buffer allocation failed/.test(error.message);
  finish(memory ? 'M' : 'E', cut(text));
}

function writeError(text) {
  try {
    writeSync(2, text);
  } catch {
    // nobody reads it
  }
}

function input() {
  const fd = Number(process.argv.at(-1));
  const buffer = Buffer.allocUnsafeSlow(fs.fstatSync(fd).size);
  for (let at = 0; at < buffer.length; ) {
    const got = readSync(fd, buffer, at, buffer.length - at, at);
    if (got === 0) throw new Fault('the input ends early');
    at += got;
  }
  fs.closeSync(fd);
  const reader = new Reader(buffer);
  const steps = task.kind === 'function' ? reader.value(['tuple', ...task.parameters]) : script(reader);
  reader.end();
  return steps;
}

// [[declared result, spellings, arguments], ...]; the constructor first.
function script(reader) {
  const tag = reader.tag();
  const rows = tag === 'R' ? columns(reader) : listed(tag, reader);
  return rows.map(([method, args], index) => [index === 0 ? ['none'] : declared(method).returns, spellings(method), args]);
}

function declared(method) {
  if (method === task.name) return task;
  if (!Object.hasOwn(task.methods, method)) throw new Fault(`no method ${method} is declared`);
  return task.methods[method];
}

function listed(tag, reader) {
  if (tag !== 'l') throw new Fault('the input of a class is a list of (method, arguments)');
  return Array.from({ length: reader.count() }, () => {
    if (reader.tag() !== 't' || reader.count() !== 2) throw new Fault('a step is (method, arguments)');
    const method = reader.value(['str']);
    return [method, reader.value(['tuple', ...declared(method).parameters])];
  });
}

function columns(reader) {
  if (reader.count() !== 2) throw new Fault('a step is (method, arguments)');
  const methods = reader.value(['list', ['str']]);
  const types = methods.map((method) => ['tuple', ...declared(method).parameters]);
  const args = reader.items(reader.tag(), (index) => types[index], ['list', ['tuple']]);
  return methods.map((method, index) => [method, args[index]]);
}

async function callFunction(args) {
  const called = await load(file, spellings(task.name));
  if (typeof called !== 'function') throw new ReferenceError(`${task.shown} defines no function ${task.name}`);
  let value = called(...args);
  if (typeof value?.then === 'function') value = await value;
  const answer = new Writer();
  answer.value(task.returns, value);
  return answer;
}

async function callScript(steps) {
  const Made = await load(file, [task.name]);
  if (typeof Made !== 'function') throw new ReferenceError(`${task.shown} defines no class ${task.name}`);
  const answer = new Writer();
  answer.header('l', steps.length);
  const instance = new Made(...steps[0][2]);
  answer.value(['none']);
  for (let index = 1; index < steps.length; index++) {
    const [returns, [name, camel], args] = steps[index];
    let value = instance[camel !== undefined && instance[name] === undefined ? camel : name](...args);
    if (typeof value?.then === 'function') value = await value;
    answer.value(returns, value); // at once: what is changed later does not count
  }
  return answer;
}

// A program finds its input at /dev/stdin even where no such file is.
function bringStdin() {
  const { readFileSync, createReadStream } = fs;
  fs.readFileSync = (from, ...rest) => readFileSync(from === '/dev/stdin' ? 0 : from, ...rest);
  fs.createReadStream = (from, options) =>
    from === '/dev/stdin' ? createReadStream('', { ...(typeof options === 'string' ? { encoding: options } : options), fd: 0 }) : createReadStream(from, options);
  require('module').syncBuiltinESMExports();
}

function prepare() {
  if (task.kind === 'stdio') {
    bringStdin();
    return () => load(file, []);
  }
  const value = input();
  const call = task.kind === 'function' ? callFunction : callScript;
  return async () => {
    process.once('beforeExit', () => fail(new Error('the promise that was returned is never settled')));
    finish('A', (await call(value)).bytes());
  };
}

function main() {
  let run;
  try {
    run = prepare();
  } catch (error) {
    finish('F', cut(error instanceof Fault ? error.message : String(error.stack)));
  }
  // What decoding left behind is not the submission's to clear away.
  globalThis.gc?.();
  process.on('uncaughtExceptionMonitor', (error) => {
    if (process.listenerCount('uncaughtException') === 0) fail(error);
  });
  process.argv.splice(1, Infinity, file);
  say('R', Buffer.alloc(0));
  if (heard() !== GO) process.exit(1);
  run().catch(fail);
}

main();

'use strict';
// Writes the wire format (sandbox/guest/wire.py) by declared type, byte for byte as Python would.

const { named } = require('./reader.js');

const PACK_FROM = 4;
const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;
const NAN = 0x7ff80000;

class Mismatch extends Error {} // the answer has another type than declared

class Writer {
  constructor() {
    this.buffer = Buffer.allocUnsafeSlow(1 << 12);
    this.at = 0;
  }

  bytes() {
    return this.buffer.subarray(0, this.at);
  }

  room(size) {
    const needed = this.at + size;
    if (needed > this.buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.buffer.length * 2));
      this.buffer.copy(larger, 0, 0, this.at);
      this.buffer = larger;
    }
    this.at = needed;
    return needed - size;
  }

  tag(letter) {
    const at = this.room(1); // first: it may bring another buffer
    this.buffer[at] = letter.charCodeAt(0);
  }

  header(letter, count) {
    this.tag(letter);
    this.count(count);
  }

  count(value) {
    const at = this.room(8);
    this.buffer.writeUInt32LE(value % 4294967296, at);
    this.buffer.writeUInt32LE(Math.floor(value / 4294967296), at + 4);
  }

  int64(value) {
    const at = this.room(8);
    if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) {
      this.buffer.writeInt32LE(value | 0, at);
      this.buffer.writeInt32LE(Math.floor(value / 4294967296), at + 4);
    } else {
      this.buffer.writeBigInt64LE(BigInt(value), at);
    }
  }

  double(value) {
    const at = this.room(8);
    if (value !== value) {
      this.buffer.writeUInt32LE(0, at);
      this.buffer.writeUInt32LE(NAN, at + 4);
    } else {
      this.buffer.writeDoubleLE(value, at);
    }
  }

  value(type, value) {
    switch (type[0]) {
      case 'none':
        return this.tag('N');
      case 'optional':
        return value === null || value === undefined ? this.tag('N') : this.value(type[1], value);
      case 'bool':
        if (typeof value !== 'boolean') throw mismatch(type, value);
        return this.tag(value ? 'T' : 'F');
      case 'int':
        return this.int(type, value);
      case 'float':
        this.tag('d');
        return this.double(float(type, value));
      case 'str':
        this.header('s', Buffer.byteLength(text(type, value)));
        return this.text(value);
      case 'list':
        return this.list(type, value);
      case 'row':
      case 'tuple':
        return this.tuple(type, value);
      case 'set':
        return this.set(type, value);
      case 'dict':
        return this.dict(type, value);
    }
    throw new Mismatch(`${named(type)} cannot be returned`);
  }

  raw(bytes) {
    const at = this.room(bytes.length);
    this.buffer.set(bytes, at);
  }

  // Lone surrogates stand as themselves; Node would put others, of the same size, in their place.
  text(value) {
    if (!isWellFormed(value)) return this.raw(withSurrogates(value));
    const size = Buffer.byteLength(value);
    const at = this.room(size);
    this.buffer.write(value, at, size, 'utf8');
  }

  int(type, value) {
    whole(type, value);
    if (fits(value)) {
      this.tag('i');
      return this.int64(value);
    }
    const big = BigInt(value);
    const bits = (big < 0n ? -big : big).toString(2).length;
    const size = Math.floor(bits / 8) + 1;
    const digits = BigInt.asUintN(size * 8, big).toString(16).padStart(size * 2, '0');
    this.header('I', size);
    this.raw(Buffer.from(digits, 'hex').reverse());
  }

  list(type, value) {
    this.column(type[1], sequence(type, value));
  }

  column(type, items) {
    if (items.length >= PACK_FROM && this.packed(type, items)) return;
    this.header('l', items.length);
    for (let index = 0; index < items.length; index++) this.value(type, items[index]);
  }

  // Columns of a uniform list; false where Python would not find it uniform either.
  packed(type, items) {
    const count = items.length;
    switch (type[0]) {
      case 'optional':
        for (let index = 0; index < count; index++) if (items[index] === null || items[index] === undefined) return false;
        return this.packed(type[1], items);
      case 'float':
        this.header('L', count);
        for (let index = 0; index < count; index++) this.double(float(type, items[index]));
        return true;
      case 'int':
        for (let index = 0; index < count; index++) if (!fits(whole(type, items[index]))) return false;
        this.header('q', count);
        for (let index = 0; index < count; index++) this.int64(items[index]);
        return true;
      case 'str':
        for (let index = 0; index < count; index++) text(type, items[index]);
        this.header('S', count);
        for (let index = 0; index < count; index++) this.count(Buffer.byteLength(items[index]));
        for (let index = 0; index < count; index++) this.text(items[index]);
        return true;
      case 'row':
      case 'tuple':
        return this.rows(type, items);
    }
    return false;
  }

  rows(type, items) {
    const width = fields(type, items[0]).length;
    for (let index = 1; index < items.length; index++) if (fields(type, items[index]).length !== width) return false;
    if (width === 0) return false;
    this.header('R', width);
    for (let place = 0; place < width; place++) {
      const column = new Array(items.length);
      for (let index = 0; index < items.length; index++) column[index] = items[index][place];
      this.column(type[0] === 'row' ? type[1] : type[place + 1], column);
    }
    return true;
  }

  tuple(type, value) {
    const items = fields(type, value);
    this.header('t', items.length);
    for (let place = 0; place < items.length; place++) this.value(type[0] === 'row' ? type[1] : type[place + 1], items[place]);
  }

  // Equal sets have equal bytes: sorted, and each value once, for arrays inside a Set are never equal to each other.
  set(type, value) {
    if (!(value instanceof Set)) throw mismatch(type, value);
    const pieces = [];
    for (const item of value) {
      const one = new Writer();
      one.value(type[1], item);
      pieces.push(one.bytes());
    }
    pieces.sort(Buffer.compare);
    const unique = pieces.filter((piece, index) => index === 0 || !piece.equals(pieces[index - 1]));
    this.header('e', unique.length);
    for (const piece of unique) this.raw(piece);
  }

  dict(type, value) {
    const pairs = value instanceof Map ? value : plain(type, value);
    this.header('m', pairs.size);
    for (const [key, item] of pairs) {
      this.value(type[1], key);
      this.value(type[2], item);
    }
  }
}

function whole(type, value) {
  if (typeof value !== 'bigint' && !Number.isInteger(value)) throw mismatch(type, value);
  return value;
}

function fits(value) {
  if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return true;
  const big = BigInt(value);
  return big >= MIN && big <= MAX;
}

function float(type, value) {
  if (typeof value !== 'number') throw mismatch(type, value);
  return value;
}

function text(type, value) {
  if (typeof value !== 'string') throw mismatch(type, value);
  return value;
}

const LONE = /\p{Surrogate}/u;

function isWellFormed(text) {
  return text.isWellFormed ? text.isWellFormed() : !LONE.test(text);
}

function withSurrogates(text) {
  const pieces = [];
  for (const letter of text) {
    const point = letter.codePointAt(0);
    const lone = point >= 0xd800 && point <= 0xdfff;
    pieces.push(lone ? Buffer.from([0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)]) : Buffer.from(letter, 'utf8'));
  }
  return Buffer.concat(pieces);
}

function sequence(type, value) {
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) return value;
  throw mismatch(type, value);
}

function fields(type, value) {
  const items = sequence(type, value);
  if (type[0] === 'tuple' && items.length !== type.length - 1) {
    throw new Mismatch(`${named(type)} is declared, but an array of ${items.length} was returned`);
  }
  return items;
}

// A plain object's keys are strings: they become what the interface declares.
function plain(type, value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Set) throw mismatch(type, value);
  const pairs = new Map();
  for (const key of Object.keys(value)) {
    pairs.set(type[1][0] === 'int' || type[1][0] === 'float' ? Number(key) : key, value[key]);
  }
  return pairs;
}

function mismatch(type, value) {
  return new Mismatch(`${named(type)} is declared, but ${described(value)} was returned`);
}

function described(value) {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'number' || typeof value === 'boolean') return `the ${typeof value} ${value}`;
  if (typeof value === 'object') return Array.isArray(value) ? 'an array' : `an object (${value.constructor?.name ?? 'Object'})`;
  return `a ${typeof value}`;
}

module.exports = { Mismatch, Writer };

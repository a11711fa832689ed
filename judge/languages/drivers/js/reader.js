'use strict';
// Reads the wire format (sandbox/guest/wire.py) by declared type. A type is [name, ...parts].

class Fault extends Error {} // the input is not what the interface declares: never the submission's fault

const NOTHING = ['nothing'];
const KINDS = { q: 'int', L: 'float', S: 'str' };
const COLUMNS = {
  q: (reader) => reader.column(() => reader.int64()),
  L: (reader) => reader.column(() => reader.double()),
  S: (reader) => reader.column(() => reader.count()).map((size) => reader.text(size)),
};

class Reader {
  constructor(buffer) {
    this.buffer = buffer;
    this.at = 0;
  }

  take(size) {
    if (size > this.buffer.length - this.at) throw new Fault('the input ends early');
    this.at += size;
    return this.at - size;
  }

  tag() {
    return String.fromCharCode(this.buffer[this.take(1)]);
  }

  count() {
    return Number(this.buffer.readBigUInt64LE(this.take(8)));
  }

  // A number where it is exact, else a BigInt.
  int64() {
    const at = this.take(8);
    const value = this.buffer.readInt32LE(at + 4) * 4294967296 + this.buffer.readUInt32LE(at);
    return Math.abs(value) < 9007199254740992 ? value : narrow(this.buffer.readBigInt64LE(at));
  }

  bigint() {
    const size = this.count();
    const at = this.take(size);
    const digits = Buffer.from(this.buffer.subarray(at, at + size)).reverse().toString('hex');
    return narrow(BigInt.asIntN(size * 8, BigInt('0x' + (digits || '0'))));
  }

  double() {
    return this.buffer.readDoubleLE(this.take(8));
  }

  text(size) {
    const at = this.take(size);
    const text = this.buffer.toString('utf8', at, at + size);
    return text.includes('\ufffd') ? withSurrogates(this.buffer.subarray(at, at + size)) : text;
  }

  value(type) {
    const tag = this.tag();
    switch (type[0]) {
      case 'int':
        if (tag === 'i') return this.int64();
        if (tag === 'I') return this.bigint();
        break;
      case 'float':
        if (tag === 'd') return this.double();
        if (tag === 'i') return Number(this.int64());
        break;
      case 'bool':
        if (tag === 'T' || tag === 'F') return tag === 'T';
        break;
      case 'str':
        if (tag === 's') return this.text(this.count());
        break;
      case 'none':
        if (tag === 'N') return null;
        break;
      case 'optional':
        if (tag === 'N') return null;
        this.at -= 1;
        return this.value(type[1]);
      case 'list':
      case 'row':
        return this.items(tag, () => type[1], type);
      case 'tuple': {
        const items = this.items(tag, (index) => type[index + 1] ?? NOTHING, type);
        if (items.length === type.length - 1) return items;
        break;
      }
      case 'set':
        if (tag === 'e' || tag === 'z') return new Set(this.each(() => type[1]));
        break;
      case 'dict':
        if (tag === 'm') {
          const pairs = new Map();
          for (let left = this.count(); left > 0; left--) {
            const key = this.value(type[1]);
            pairs.set(key, this.value(type[2]));
          }
          return pairs;
        }
    }
    throw new Fault(`tag ${tag} where ${named(type)} is declared`);
  }

  each(typeOf) {
    const items = [];
    const count = this.count();
    for (let index = 0; index < count; index++) items.push(this.value(typeOf(index)));
    return items;
  }

  // A sequence whose place `index` is of the type typeOf(index).
  items(tag, typeOf, type) {
    if (tag === 'l' || tag === 't') return this.each(typeOf);
    if (tag === 'R') return this.rows(typeOf);
    const items = COLUMNS[tag]?.(this);
    if (items === undefined) throw new Fault(`tag ${tag} where ${named(type)} is declared`);
    for (let index = 0; index < items.length; index++) {
      const [kind] = present(typeOf(index));
      if (kind === 'float' && tag === 'q') items[index] = Number(items[index]);
      else if (kind !== KINDS[tag]) throw new Fault(`tag ${tag} where ${named(type)} is declared`);
    }
    return items;
  }

  column(one) {
    const count = this.count();
    if (count * 8 > this.buffer.length - this.at) throw new Fault('the input ends early');
    const items = [];
    for (let index = 0; index < count; index++) items.push(one());
    return items;
  }

  rows(typeOf) {
    const columns = [];
    const width = this.count();
    for (let place = 0; place < width; place++) {
      columns.push(this.items(this.tag(), (index) => part(typeOf(index), place), NOTHING));
    }
    return columns[0].map((_, index) => {
      const type = present(typeOf(index));
      if (type[0] === 'tuple' && width !== type.length - 1) throw new Fault(`${width} values where ${named(type)} is declared`);
      return columns.map((column) => column[index]);
    });
  }

  end() {
    if (this.at !== this.buffer.length) throw new Fault('bytes after the end of the input');
  }
}

// The type of a value that is there.
function present(type) {
  while (type[0] === 'optional') type = type[1];
  return type;
}

// The type at a place of a tuple.
function part(type, place) {
  const whole = present(type);
  return (whole[0] === 'row' ? whole[1] : whole[0] === 'tuple' ? whole[place + 1] : undefined) ?? NOTHING;
}

function narrow(value) {
  return value >= -9007199254740992n && value <= 9007199254740992n ? Number(value) : value;
}

// UTF-8 in which lone surrogates stand as themselves, which Node's decoder replaces.
function withSurrogates(bytes) {
  const units = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at];
    const size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let point = size === 1 ? first : first & (0xff >> (size + 1));
    for (let k = 1; k < size; k++) point = (point << 6) | (bytes[at + k] & 0x3f);
    units.push(String.fromCodePoint(point));
    at += size;
  }
  return units.join('');
}

// A type as Python writes it, for messages.
function named(type) {
  const parts = type.slice(1).map(named);
  if (type[0] === 'none') return 'None';
  if (type[0] === 'optional') return `${parts[0]} | None`;
  if (type[0] === 'row') return `tuple[${parts[0]}, ...]`;
  return parts.length ? `${type[0]}[${parts.join(', ')}]` : type[0];
}

module.exports = { Fault, Reader, named };

'use strict';
// Loads the submission, finds what the interface names in it, and tells its errors by its own lines.

const fs = require('fs');
const path = require('path');
const vm = require('vm');
const { createRequire, SourceMap } = require('module');

const FRAMES = 20;

// The program's file is loaded as CommonJS, or as a module where it is called so. `names`: what to look for, the first
// found in what it exports, else among its top-level declarations; undefined without one.
async function load(file, names) {
  if (file.endsWith('.mjs')) {
    const exported = await import(file);
    return first(names, exported) ?? first(names, exported.default) ?? exported.__declared?.find((value) => value !== undefined);
  }
  const text = fs.readFileSync(file, 'utf8').replace(/^#!/, '//');
  const ask = names.map((name) => `typeof ${name} === "undefined" ? undefined : ${name}`).join(', ');
  const parameters = ['exports', 'require', 'module', '__filename', '__dirname'];
  const program = vm.compileFunction(`${text}\n;return [${ask}];`, parameters, { filename: file });
  const module = { exports: {}, id: '.', filename: file, loaded: false, children: [], paths: [] };
  const require = createRequire(file);
  require.main = module;
  const declared = program.call(module.exports, module.exports, require, module, file, path.dirname(file));
  const only = typeof module.exports === 'function' && names.length ? module.exports : undefined;
  return first(names, module.exports) ?? declared?.find?.((value) => value !== undefined) ?? only;
}

function first(names, holder) {
  for (const name of names) if (holder?.[name] !== undefined) return holder[name];
  return undefined;
}

// The name as the problem has it, and as JavaScript would: rolling_average, rollingAverage.
function spellings(name) {
  const camel = name.replace(/(?<=[A-Za-z0-9])_([A-Za-z0-9])/g, (_, letter) => letter.toUpperCase());
  return camel === name ? [name] : [name, camel];
}

// Type, message and the frames of `file`. `shown`: the name of its source for people.
function explain(error, file, shown) {
  try {
    if (!(error instanceof Error) && typeof error?.stack !== 'string') return `Uncaught ${String(error)}`;
    const lines = String(error.stack).split('\n');
    const start = lines.findIndex((line) => /^\s+at /.test(line));
    const head = start < 0 ? lines : lines.slice(0, start);
    const frames = start < 0 ? [] : lines.slice(start).filter((line) => line.includes(file)).slice(0, FRAMES);
    const text = [...head, ...frames].join('\n').replaceAll(`file://${file}`, file);
    return inSource(text, file, shown);
  } catch {
    return 'an error (its text cannot be made)';
  }
}

// Places in the compiled file become places in what it was compiled from, where a map lies beside it.
function inSource(text, file, shown) {
  const place = new RegExp(`${file.replace(/[.]/g, '\\.')}:(\\d+)(?::(\\d+))?`, 'g');
  const map = fs.existsSync(`${file}.map`) ? new SourceMap(JSON.parse(fs.readFileSync(`${file}.map`, 'utf8'))) : undefined;
  return text.replace(place, (_, line, column) => {
    const found = map?.findEntry(line - 1, (column ?? 1) - 1);
    const at = found?.originalLine === undefined ? [line, column] : [found.originalLine + 1, column && found.originalColumn + 1];
    return [shown, ...at.filter((number) => number !== undefined)].join(':');
  });
}

module.exports = { explain, load, spellings };

// Runs the functions for Google Sheets against stubs of the services that they
// use, as their reference describes them: UrlFetchApp, CacheService, Utilities and
// Session. Only the server is real.
const assert = require('node:assert'), crypto = require('node:crypto'), fs = require('node:fs'), vm = require('node:vm');
const { execFileSync } = require('node:child_process');

const [file, base] = process.argv.slice(2);
let calls = 0;
const kept = new Map();

// fetch is synchronous there, so another process waits.
const sender = `const [u, o] = JSON.parse(process.argv[1]); fetch(u, o).then(async r => process.stdout.write(JSON.stringify([r.status, await r.text()])))`;
function send(url, options) {
  return JSON.parse(execFileSync(process.execPath, ['-e', sender, JSON.stringify([url, options])], { encoding: 'utf8' }));
}

const services = {
  UrlFetchApp: {
    fetch(url, params) {
      calls++;
      for (const name of Object.keys(params)) assert(['method', 'contentType', 'payload', 'muteHttpExceptions'].includes(name), name);
      const [status, text] = send(url, { method: params.method, headers: { 'Content-Type': params.contentType }, body: params.payload });
      if (status >= 400 && !params.muteHttpExceptions) throw new Error('Request failed, code ' + status);
      return { getResponseCode: () => status, getContentText: () => text };
    },
  },
  CacheService: {
    getScriptCache: () => ({
      get(key) { assert(key.length <= 250); return kept.has(key) ? kept.get(key) : null; },
      put(key, value, seconds) { assert(key.length <= 250 && value.length <= 100 * 1024 && seconds <= 21600); kept.set(key, value); },
    }),
  },
  Utilities: {
    DigestAlgorithm: { SHA_256: 'sha256' },
    computeDigest: (algorithm, text) => [...new Int8Array(crypto.createHash(algorithm).update(text, 'utf8').digest())],
    base64Encode: bytes => Buffer.from(Int8Array.from(bytes).buffer).toString('base64'),
    formatDate: (date, zone, format) => { assert.equal(format, 'yyyy-MM-dd'); return date.toISOString().slice(0, 10); },
    parseCsv: (text, delimiter) => text.trimEnd().split('\n').map(line => line.split(delimiter || ',')),
  },
  Session: { getScriptTimeZone: () => 'Europe/Oslo' },
};
const sheet = vm.createContext(services);
vm.runInContext(fs.readFileSync(file, 'utf8'), sheet);
vm.runInContext('BLYANT_URL = ' + JSON.stringify(base), sheet);
// call gives the function its arguments as the sheet does: arrays and dates of its
// own world, empty cells as empty texts.
const call = (name, ...args) => { sheet.args = args; return JSON.parse(JSON.stringify(vm.runInContext(`(${name}).apply(null, args)`, sheet)) ?? 'null'); };

const pencil = [['acquisition_cost', 50], ['basket_value', 10], ['margin_rate', 0.4], ['orders_per_period', 12], ['repeat_purchase_rate', 0.9],
  ['basket_growth_rate', 0.05], ['service_cost_per_order', 0.5], ['annual_discount_rate', 0.08], ['basket_cap', ''], ['', '']];
const query = pencil.filter(([name, value]) => value !== '').map(([name, value]) => name + '=' + value).join('&');
const api = (path, more = '') => send(base + path + '?' + query + more, { method: 'GET' })[1];
const same = (cell, text) => assert.equal(text === '#N/A' ? cell : cell.toFixed((text.split('.')[1] || '').length), text);

// Every figure, to its last digit, in one call.
const summary = JSON.parse(api('/v1/lifetime-value')).summary;
const names = Object.keys(summary);
assert(names.length >= 16);
const cells = call('BLYANT', names.map(name => [name]), pencil);
names.forEach((name, i) => same(cells[i][0], api('/v1/lifetime-value/' + name)));
same(call('BLYANT', 'net_lifetime_value', pencil), '202.79');
assert.equal(calls, 1);

// Texts with a decimal comma, beside numbers, are the same.
const comma = pencil.map(([name, value], i) => [name, i % 2 && value !== '' ? String(value).replace('.', ',') : value]);
assert(comma.some(([, value]) => String(value) === '0,05'));
same(call('BLYANT', 'net_lifetime_value', comma, 'comma'), '202.79');
const numeral = call('BLYANT', 'net_lifetime_value', comma);
assert.match(numeral, /^#ERR .*: .*0,05.*decimal/s);

// What arithmetic leaves of a number, and what is written with an exponent.
same(call('BLYANT', 'net_lifetime_value', pencil.map(([n, v]) => [n, n === 'basket_growth_rate' ? 0.15 - 0.1 : v])), '202.79');
assert.equal(typeof call('BLYANT', 'net_lifetime_value', pencil.map(([n, v]) => [n, n === 'basket_growth_rate' ? 1e-7 : v])), 'number');

// No value, and errors, say so in words; errors are not kept for the next.
assert.equal(call('BLYANT', 'payback_periods', [...pencil, ['horizon', 1]]), '#N/A');
assert.match(call('BLYANT', 'net_lifetime_value', [...pencil, ['vat_rate', 25]]), /^#ERR vat_rate: /);
assert.match(call('BLYANT', 'net_lifetime_valu', pencil), /^#ERR figure: net_lifetime_valu$/);
assert.match(call('BLYANT', 'nothing/net_lifetime_value', pencil), /^#ERR /);
assert.match(call('BLYANT_TABLE', [...pencil, ['nonsense', 1]]), /^#ERR nonsense: /);

// Tables, with either mark, and another calculator with a date.
const schedule = api('/v1/lifetime-value', '&format=csv').trimEnd().split('\n').map(line => line.split(','));
for (const table of [call('BLYANT_TABLE', pencil), call('BLYANT_TABLE', comma, '', '', 'comma')]) {
  assert.equal(table.length, 11);
  table.forEach((row, i) => row.forEach((cell, j) => (i === 0 ? assert.equal(cell, schedule[i][j]) : same(cell, schedule[i][j]))));
}
vm.runInContext('day = new Date("2027-01-01T00:00:00Z")', sheet);
const plan = [...pencil, ['plan_periods', 3], ['new_customers_first', 100], ['start', sheet.day]];
same(call('BLYANT', 'plan/peak_funding', plan), api('/v1/plan/peak_funding', '&plan_periods=3&new_customers_first=100&start=2027-01-01'));
assert.equal(call('BLYANT_TABLE', plan, 'schedule', 'plan')[1][1], '2027-01-01');

// A server that is not there at the moment is an error, and is asked again.
calls = 0;
vm.runInContext('BLYANT_URL = ' + JSON.stringify(base + '/nowhere'), sheet);
assert.match(call('BLYANT', 'lifetime_value', pencil), /^#ERR/);
console.log('sheets ok');

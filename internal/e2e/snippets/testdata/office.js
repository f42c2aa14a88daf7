// Runs the script for Excel against stubs of a workbook.
const assert = require('node:assert'), fs = require('node:fs'), vm = require('node:vm');

const [file, base] = process.argv.slice(2);

// workbook is one with the inputs, whose sheets remember what was written.
function workbook(inputs) {
  const sheets = {};
  const sheet = name => (sheets[name] = { cells: {}, getRange: address => ({
    clear: () => { sheets[name].cells = {}; },
    setValue: value => { sheets[name].cells = { [address]: [[value]] }; },
    setValues: values => { assert.equal(address, 'A1:B' + values.length); values.forEach(row => assert.equal(row.length, 2)); sheets[name].cells = { [address]: values }; },
  }) });
  return { sheets, getNamedItem: name => { assert.equal(name, 'blyant_inputs'); return { getRange: () => ({ getValues: () => inputs }) }; },
    getWorksheet: name => sheets[name], addWorksheet: name => sheet(name) };
}

async function main() {
  const excel = vm.createContext({ fetch, encodeURIComponent });
  vm.runInContext(fs.readFileSync(file, 'utf8'), excel);
  const run = async (inputs, ...more) => {
    const book = workbook(inputs);
    const said = await excel.main(book, ...more);
    return { said, cells: Object.values(book.sheets.blyant.cells)[0] };
  };
  const pencil = [['acquisition_cost', 50], ['basket_value', 10], ['margin_rate', 0.4], ['orders_per_period', 12], ['repeat_purchase_rate', 0.9],
    ['basket_growth_rate', 0.05], ['service_cost_per_order', 0.5], ['annual_discount_rate', 0.08], ['basket_cap', '']];
  const query = pencil.filter(([, value]) => value !== '').map(([name, value]) => name + '=' + value).join('&');
  const api = async (figure, more = '') => (await fetch(base + '/v1/lifetime-value/' + figure + '?' + query + more)).text();
  const comma = pencil.map(([name, value], i) => [name, i % 2 ? String(value).replace('.', ',') : value]);
  for (const { said, cells } of [await run(pencil), await run(comma, 'lifetime-value', 'comma'), await run(pencil.map(([n, v]) => [n, n === 'basket_growth_rate' ? 0.15 - 0.1 : v]))]) {
    assert.equal(said, '');
    assert(cells.length >= 16);
    for (const [figure, cell] of cells) {
      const text = await api(figure);
      assert.equal(text === '#N/A' ? cell : cell.toFixed((text.split('.')[1] || '').length), text, figure);
    }
    assert.equal(cells.find(([figure]) => figure === 'net_lifetime_value')[1], 202.79);
  }
  const short = await run([...pencil, ['horizon', 1]]);
  assert.equal(short.cells.find(([figure]) => figure === 'payback_periods')[1], '#N/A');
  for (const [inputs, more, want] of [[[...pencil, ['vat_rate', 25]], [], /^#ERR vat_rate: /], [comma, [], /^#ERR .*0,05/], [pencil, ['nothing'], /^#ERR /]]) {
    const { said, cells } = await run(inputs, ...more);
    assert.match(said, want);
    assert.equal(cells[0][0], said);
  }
  console.log('office ok');
}
main().catch(error => { console.error(error); process.exit(1); });

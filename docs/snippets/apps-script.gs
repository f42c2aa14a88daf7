// blyant in Google Sheets: Extensions, Apps Script, paste, save.
//
//   =BLYANT("net_lifetime_value"; A1:B8)            names in the first column, values beside them
//   =BLYANT(D1:D5; A1:B8)                           several figures, one call
//   =BLYANT("plan/peak_funding"; A1:B8)             a figure of another calculator
//   =BLYANT_TABLE(A1:B8)                            the schedule
//   =BLYANT_TABLE(A1:B8; "statement"; "plan")       a table of another calculator
//
// Where values are texts with a decimal comma ('0,9), the last argument is "comma".

var BLYANT_URL = 'http://127.0.0.1:8080';
var BLYANT_SECONDS = 21600; // that an answer is kept: the longest there is

/**
 * A figure of what a customer is worth, or several.
 *
 * @param {string} figure Its name, or cells with names; "plan/peak_funding" is one of another calculator.
 * @param {range} inputs Two columns: names and values.
 * @param {string} decimal "comma" where values are texts with a decimal comma.
 * @return The figure; the text #N/A where it has no value, #ERR and the reason where something is wrong.
 * @customfunction
 */
function BLYANT(figure, inputs, decimal) {
  if (Array.isArray(figure)) {
    return figure.map(function (row) {
      return row.map(function (name) { return name === '' ? '' : BLYANT(name, inputs, decimal); });
    });
  }
  var parts = String(figure).split('/');
  var name = parts.pop();
  var text = blyantAsk(parts.length ? parts.join('/') : 'lifetime-value', 'format=json', inputs, decimal);
  if (text.indexOf('#ERR') === 0) return text;
  var answer = JSON.parse(text);
  var figures = answer.summary || answer;
  if (!figures.hasOwnProperty(name)) return '#ERR figure: ' + name;
  return figures[name] === null ? '#N/A' : figures[name];
}

/**
 * A table of an answer.
 *
 * @param {range} inputs Two columns: names and values.
 * @param {string} table Its name; the schedule where there is none.
 * @param {string} resource The calculator; lifetime-value where there is none.
 * @param {string} decimal "comma" where values are texts with a decimal comma.
 * @return The table with its header, or #ERR and the reason.
 * @customfunction
 */
function BLYANT_TABLE(inputs, table, resource, decimal) {
  var text = blyantAsk(resource || 'lifetime-value', 'format=csv&table=' + encodeURIComponent(table || ''), inputs, decimal);
  if (text.indexOf('#ERR') === 0) return text;
  var comma = decimal === 'comma';
  return Utilities.parseCsv(text, comma ? ';' : ',').map(function (row) {
    return row.map(function (cell) {
      var plain = comma ? cell.replace(',', '.') : cell;
      return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : cell;
    });
  });
}

// blyantAsk sends the inputs as a form and keeps the answer, so that many cells
// about one customer are one call.
function blyantAsk(resource, options, inputs, decimal) {
  var mark = decimal === 'comma' ? 'comma' : 'point';
  var url = BLYANT_URL + '/v1/' + resource + '?errors=inline&decimal=' + mark + '&' + options;
  var body = inputs.filter(function (row) { return row[0] !== '' && row[1] !== ''; }).map(function (row) {
    return encodeURIComponent(row[0]) + '=' + encodeURIComponent(blyantText(row[1], mark));
  }).join('&');
  var key = 'blyant' + Utilities.base64Encode(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, url + '\n' + body));
  var cache = CacheService.getScriptCache();
  var kept = cache.get(key);
  if (kept !== null) return kept;
  var response = UrlFetchApp.fetch(url, { method: 'post', contentType: 'application/x-www-form-urlencoded', payload: body, muteHttpExceptions: true });
  var text = response.getContentText();
  if (response.getResponseCode() !== 200) return '#ERR ' + response.getResponseCode() + ': ' + text;
  if (text.length < 90000) cache.put(key, text, BLYANT_SECONDS); // more is not kept for anybody
  return text;
}

// blyantText is a cell as the address takes it: a number with the digits that the
// sheet knows and never with an exponent, a date as 2027-01-31.
function blyantText(value, mark) {
  if (value instanceof Date) return Utilities.formatDate(value, Session.getScriptTimeZone(), 'yyyy-MM-dd');
  if (typeof value !== 'number') return String(value);
  var digits = String(Number(value.toPrecision(15)));
  if (digits.indexOf('e') >= 0) digits = value.toFixed(20).replace(/\.?0+$/, '');
  return mark === 'comma' ? digits.replace('.', ',') : digits;
}

// blyant in Excel on Windows, Mac and the web: Automate, New Script, paste, save.
//
// Names and values of the inputs stand in the two columns of the range that is
// called blyant_inputs (Formulas, Define Name). The script asks once and writes all
// figures, or the reason why there are none, to the sheet blyant.

const BLYANT_URL = "http://127.0.0.1:8080";

async function main(workbook: ExcelScript.Workbook, resource: string = "lifetime-value", decimal: string = "point"): Promise<string> {
  const inputs = workbook.getNamedItem("blyant_inputs").getRange().getValues();
  const body = inputs.filter(row => row[0] !== "" && row[1] !== "")
    .map(row => encodeURIComponent(String(row[0])) + "=" + encodeURIComponent(blyantText(row[1], decimal))).join("&");
  const response = await fetch(BLYANT_URL + "/v1/" + resource + "?errors=inline&format=json&decimal=" + decimal, {
    method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: body
  });
  const text = await response.text();
  const sheet = workbook.getWorksheet("blyant") ?? workbook.addWorksheet("blyant");
  sheet.getRange("A:B").clear();
  if (response.status !== 200 || text.startsWith("#ERR")) {
    const reason = text.startsWith("#ERR") ? text : "#ERR " + response.status + ": " + text;
    sheet.getRange("A1").setValue(reason);
    return reason;
  }
  const answer: { summary: { [figure: string]: number | null } } = JSON.parse(text);
  const rows = Object.keys(answer.summary).map(name => {
    const figure = answer.summary[name];
    return [name, figure === null ? "#N/A" : figure];
  });
  sheet.getRange("A1:B" + rows.length).setValues(rows);
  return "";
}

// blyantText is a cell as a form takes it: a number with the digits that the sheet
// knows and never with an exponent.
function blyantText(value: string | number | boolean, decimal: string): string {
  if (typeof value !== "number") {
    return String(value);
  }
  let digits = String(Number(value.toPrecision(15)));
  if (digits.indexOf("e") >= 0) {
    digits = value.toFixed(20).replace(/\.?0+$/, "");
  }
  return decimal === "comma" ? digits.replace(".", ",") : digits;
}

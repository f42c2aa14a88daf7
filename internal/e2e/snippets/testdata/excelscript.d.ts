// What the script uses of Excel, as the reference of Office Scripts describes it.
declare namespace ExcelScript {
  interface Range {
    getValues(): (string | number | boolean)[][];
    setValues(values: (string | number | boolean)[][]): void;
    setValue(value: string | number | boolean): void;
    clear(): void;
  }
  interface NamedItem { getRange(): Range; }
  interface Worksheet { getRange(address: string): Range; }
  interface Workbook {
    getNamedItem(name: string): NamedItem;
    getWorksheet(name: string): Worksheet | undefined;
    addWorksheet(name: string): Worksheet;
  }
}

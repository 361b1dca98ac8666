type CellReader = (address: string) => unknown;

/**
 * What a spreadsheet makes of a formula: numbers, cells, ranges, + - * /, SUM and ROUND (which rounds the
 * decimal number people see, half away from zero). Anything else is an error, as it would be there.
 */
export function evaluate(formula: string, cell: CellReader): number {
  const tokens = formula.match(/[A-Z]+\d+|[A-Z]+(?=\()|\d+(?:\.\d+)?|[-+*/(),:]/g) ?? [];
  if (tokens.join("") !== formula) throw new Error(`Not a formula: ${formula}`);
  const left = [...tokens];
  const value = sum(left, cell);
  if (left.length > 0) throw new Error(`Not a formula: ${formula}`);
  return value;
}

function sum(left: string[], cell: CellReader): number {
  let value = product(left, cell);
  for (let sign = taken(left, "+", "-"); sign; sign = taken(left, "+", "-"))
    value += (sign === "+" ? 1 : -1) * product(left, cell);
  return value;
}

function product(left: string[], cell: CellReader): number {
  let value = factor(left, cell);
  for (let sign = taken(left, "*", "/"); sign; sign = taken(left, "*", "/"))
    value = sign === "*" ? value * factor(left, cell) : value / factor(left, cell);
  return value;
}

function factor(left: string[], cell: CellReader): number {
  const token = left.shift() ?? "";
  if (token === "-") return -factor(left, cell);
  if (token === "(") return closed(left, sum(left, cell));
  if (token === "SUM") return argumentsOf(left, cell).reduce((all, one) => all + one, 0);
  if (token === "ROUND") {
    const [value = 0, places = 0] = argumentsOf(left, cell);
    return rounded(value, places);
  }
  if (/^[A-Z]+\d+$/.test(token)) return numberIn(cell(token));
  if (/^\d/.test(token)) return Number(token);
  throw new Error(`Unexpected ${token}`);
}

function argumentsOf(left: string[], cell: CellReader): number[] {
  if (!taken(left, "(")) throw new Error("Expected (");
  const values: number[] = [];
  do values.push(argumentOf(left, cell));
  while (taken(left, ","));
  if (values.length > 255) throw new Error("Too many arguments");
  return closed(left, values);
}

function argumentOf(left: string[], cell: CellReader): number {
  const [from = "", colon, to = ""] = left;
  if (colon !== ":") return sum(left, cell);
  left.splice(0, 3);
  const column = from.replace(/\d/g, "");
  if (column !== to.replace(/\d/g, "")) throw new Error("One column at a time");
  let all = 0;
  for (let row = rowOf(from); row <= rowOf(to); row += 1) all += numberIn(cell(`${column}${row}`));
  return all;
}

function closed<Value>(left: string[], value: Value): Value {
  if (!taken(left, ")")) throw new Error("Expected )");
  return value;
}

function taken(left: string[], ...signs: string[]): string | undefined {
  return signs.includes(left[0] ?? "") ? left.shift() : undefined;
}

function numberIn(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

function rowOf(address: string): number {
  return Number(address.replace(/[A-Z]/g, ""));
}

function rounded(value: number, places: number): number {
  const [digits = "", exponent = "0"] = Math.abs(value).toExponential(14).split("e");
  const scaled = Math.round(Number(`${digits}e${Number(exponent) + places}`));
  return (Math.sign(value) * scaled) / 10 ** places;
}

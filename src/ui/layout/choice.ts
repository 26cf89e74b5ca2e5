/** The value before or after `value` among `values` in their order, the ends being ends; values between count. */
export function stepNumber(values: readonly number[], value: number, by: 1 | -1): number {
  const next = by > 0 ? values.find((one) => one > value) : values.findLast((one) => one < value);
  return next ?? value;
}

/** The value after or before `value`, round and round. */
export function stepAround<Value>(values: readonly Value[], value: Value, by: 1 | -1): Value {
  const at = values.indexOf(value);
  return values[(at + by + values.length) % values.length] ?? value;
}

/** One figure typed large: yuan or points, with a point before the decimals. */
export interface AmountFieldProps {
  readonly label: string;
  readonly text: string;
  onText(text: string): void;
}

export function AmountField({ label, text, onText }: AmountFieldProps) {
  return (
    <label className="m-field">
      <span>{label}</span>
      <input
        className="h-amount"
        inputMode="decimal"
        autoComplete="off"
        placeholder="0.00"
        value={text}
        onChange={({ target }) => onText(target.value)}
      />
    </label>
  );
}

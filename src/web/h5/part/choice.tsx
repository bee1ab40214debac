/** One of a few: shown side by side, the chosen one marked. */

interface Props<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly title: string }[];
  readonly value: Value;
  readonly choose: (value: Value) => void;
}

export function Choice<Value extends string>({ label, options, value, choose }: Props<Value>) {
  return (
    <fieldset className="h-choice">
      <legend className="ws-hidden">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => choose(option.value)}
        >
          {option.title}
        </button>
      ))}
    </fieldset>
  );
}

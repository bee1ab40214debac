/** Who somebody is, as a till asks for it: telephone, and a name. */
import { useSay } from "../say.ts";

export interface PersonFieldsProps {
  readonly phone: string;
  readonly name: string;
  readonly nameLabel: string;
  onPhone(phone: string): void;
  onName(name: string): void;
}

export function PersonFields({ phone, name, nameLabel, onPhone, onName }: PersonFieldsProps) {
  const say = useSay();
  return (
    <>
      <label className="m-field">
        <span>{say("add.phone")}</span>
        <input
          type="tel"
          autoComplete="off"
          required
          value={phone}
          onChange={({ target }) => onPhone(target.value)}
        />
      </label>
      <label className="m-field">
        <span>{nameLabel}</span>
        <input
          autoComplete="off"
          maxLength={60}
          value={name}
          onChange={({ target }) => onName(target.value)}
        />
      </label>
    </>
  );
}

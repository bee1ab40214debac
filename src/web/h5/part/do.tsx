/** A button that does something: while it is at work it keeps its name and takes no second tap. */
import { Button, type ButtonProps } from "antd-mobile";

interface Props extends Omit<ButtonProps, "loading" | "loadingText" | "children"> {
  readonly isBusy: boolean;
  readonly children: string;
}

export function Do({ isBusy, children, ...props }: Props) {
  return (
    <Button color="primary" block {...props} loading={isBusy} loadingText={children}>
      {children}
    </Button>
  );
}

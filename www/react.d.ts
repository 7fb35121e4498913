import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from "react";
import type { Action, ComposeHelper as Element, ComposeHelperEventMap, Context, Earlier, Mode } from "./index.js";

type Handler<K extends keyof ComposeHelperEventMap> = (event: ComposeHelperEventMap[K]) => void;

export interface ComposeHelperProps extends Omit<HTMLAttributes<HTMLElement>, "onError"> {
  htmlFor?: string;
  subjectFor?: string;
  edition?: string;
  uiLang?: string;
  marketplace?: string;
  buyer?: string;
  channel?: string;
  contactReason?: string;
  thread?: string;
  orderId?: string;
  mode?: Mode;
  check?: "live" | "idle" | "send";
  theme?: "auto" | "light" | "dark";
  loading?: "visible" | "focus" | "eager";
  assetBase?: string;
  name?: string;
  silent?: boolean;
  disabled?: boolean;
  context?: Context | null;
  actions?: Action[];
  history?: Earlier[];
  field?: HTMLElement | null;
  subjectField?: HTMLElement | null;
  onReady?: Handler<"compose-ready">;
  onVerdict?: Handler<"compose-verdict">;
  onFinding?: Handler<"compose-finding">;
  onFix?: Handler<"compose-fix">;
  onOverride?: Handler<"compose-override">;
  onBeforeSend?: Handler<"compose-before-send">;
  onAction?: Handler<"compose-action">;
  onDegraded?: Handler<"compose-degraded">;
  onError?: Handler<"compose-error">;
}

/** `<compose-helper>` with React's names for attributes and handlers. */
export const ComposeHelper: ForwardRefExoticComponent<ComposeHelperProps & RefAttributes<Element>>;

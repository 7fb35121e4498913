// The element for React: properties and handlers by React's names. Must not know what the element does.

import { createElement, forwardRef, useEffect, useLayoutEffect, useRef } from "react";
import "./define.js";

const handlers = {
  onReady: "compose-ready",
  onVerdict: "compose-verdict",
  onFinding: "compose-finding",
  onFix: "compose-fix",
  onOverride: "compose-override",
  onBeforeSend: "compose-before-send",
  onAction: "compose-action",
  onDegraded: "compose-degraded",
  onError: "compose-error",
};
const properties = ["context", "actions", "rules", "history", "field", "subjectField"];
const attributes = { htmlFor: "for", subjectFor: "subject-for", uiLang: "ui-lang", contactReason: "contact-reason", orderId: "order-id", assetBase: "asset-base" };
// Without a page there is no layout to wait for, and React says so at length.
const useBefore = typeof document === "undefined" ? useEffect : useLayoutEffect;

/** `<compose-helper>` with React's names for attributes and handlers. */
export const ComposeHelper = forwardRef(function ComposeHelper(props, forwarded) {
  const element = useRef(null);
  const latest = useRef(props);
  useBefore(() => {
    latest.current = props;
    for (const name of properties) {
      if (name in props && element.current[name] !== props[name]) element.current[name] = props[name];
    }
  });
  useBefore(() => {
    const target = element.current;
    const listeners = Object.entries(handlers).map(([prop, type]) => [type, (event) => latest.current[prop]?.(event)]);
    for (const [type, listener] of listeners) target.addEventListener(type, listener);
    return () => {
      for (const [type, listener] of listeners) target.removeEventListener(type, listener);
    };
  }, []);
  const passed = {};
  for (const [name, value] of Object.entries(props)) {
    if (name in handlers || properties.includes(name)) continue;
    passed[attributes[name] ?? name] = value === true ? "" : value === false ? undefined : value;
  }
  passed.ref = (target) => {
    element.current = target;
    if (typeof forwarded === "function") forwarded(target);
    else if (forwarded) forwarded.current = target;
  };
  return createElement("compose-helper", passed);
});

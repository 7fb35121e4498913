//! Counts what the page has fetched since it was ready. Must not fetch anything itself.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{PerformanceObserver, PerformanceObserverEntryList, PerformanceObserverInit};
use yew::Callback;

/// Watches for requests until it is dropped.
pub(crate) struct RequestCount {
    observer: Option<PerformanceObserver>,
    _told: Closure<dyn FnMut(PerformanceObserverEntryList)>,
}

impl RequestCount {
    /// Starts counting; each time, `seen` is told how many requests have come since the last time.
    pub(crate) fn start(seen: Callback<usize>) -> Self {
        let told = Closure::<dyn FnMut(_)>::new(move |list: PerformanceObserverEntryList| {
            seen.emit(usize::try_from(list.get_entries().length()).unwrap_or(0));
        });
        let observer = PerformanceObserver::new(told.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            let kinds = Array::of1(&wasm_bindgen::JsValue::from_str("resource"));
            observer.observe(&PerformanceObserverInit::new(&kinds));
        }
        Self { observer, _told: told }
    }
}

impl Drop for RequestCount {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

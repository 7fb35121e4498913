//! Counts and lists what the page has fetched, and what the browser lets it fetch. Must not fetch anything itself.

use js_sys::{Array, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{PerformanceObserver, PerformanceObserverEntryList, PerformanceObserverInit};
use yew::Callback;

/// A file that was fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fetched {
    /// Its address, from the page's own folder on.
    pub(crate) name: String,
    /// How many bytes it holds, unpacked; 0 where the browser does not say.
    pub(crate) bytes: u32,
}

/// Everything the page has fetched, itself first.
pub(crate) fn fetched() -> Vec<Fetched> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let own = window.location().href().unwrap_or_default();
    let folder = own.split(['#', '?']).next().unwrap_or_default().rsplit_once('/').map_or("", |(folder, _)| folder);
    let Some(performance) = window.performance() else { return Vec::new() };
    let entries = performance.get_entries_by_type("navigation").concat(&performance.get_entries_by_type("resource"));
    let of = |entry: &JsValue, name: &str| Reflect::get(entry, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let file = |entry: JsValue| {
        let address = of(&entry, "name").as_string().unwrap_or_default();
        let plain = address.split(['#', '?']).next().unwrap_or_default();
        let name = plain.strip_prefix(folder).map_or(plain, |rest| rest.trim_start_matches('/'));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of bytes")]
        let bytes = of(&entry, "decodedBodySize").as_f64().unwrap_or(0.0) as u32;
        Fetched { name: if name.is_empty() { "index.html".to_owned() } else { name.to_owned() }, bytes }
    };
    entries.iter().map(file).collect()
}

/// The content security policy that the page came with; empty if it has none.
pub(crate) fn content_policy() -> String {
    let document = web_sys::window().and_then(|w| w.document());
    let meta = document.and_then(|d| d.query_selector("meta[http-equiv=Content-Security-Policy]").ok().flatten());
    meta.and_then(|m| m.get_attribute("content")).unwrap_or_default()
}

/// Watches for requests until it is dropped.
pub(crate) struct RequestCount {
    observer: Option<PerformanceObserver>,
    _told: Closure<dyn FnMut(PerformanceObserverEntryList)>,
}

/// Whether it is the script by which the browser keeps the page's own files, which is fetched once the page is ready.
fn keeps_files(entry: &JsValue) -> bool {
    let name = Reflect::get(entry, &"name".into()).ok().and_then(|name| name.as_string());
    name.is_some_and(|name| name.ends_with("/sw.js"))
}

impl RequestCount {
    /// Starts counting; each time, `seen` is told how many requests have come since the last time.
    pub(crate) fn start(seen: Callback<usize>) -> Self {
        let told = Closure::<dyn FnMut(_)>::new(move |list: PerformanceObserverEntryList| {
            seen.emit(list.get_entries().iter().filter(|entry| !keeps_files(entry)).count());
        });
        let observer = PerformanceObserver::new(told.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            let kinds = Array::of1(&JsValue::from_str("resource"));
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

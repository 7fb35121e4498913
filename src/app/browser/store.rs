//! The browser's own database, `IndexedDB`. Must not know what the values stand for; whatever it refuses is told with its reason.

use super::json::{from_js, to_js};
use crate::log::{Refusal, Stored, Value, Written};
use idb::{
    Database, DatabaseEvent, Error, Factory, KeyPath, ObjectStoreParams, Transaction, TransactionMode,
    TransactionResult,
};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

const NAME: &str = "compose-helper";
const MESSAGES: &str = "messages";
const ORDERS: &str = "orders";
const KEY: &str = "id";

/// Everything that is stored.
pub(crate) async fn read_all() -> Result<Stored, Refusal> {
    read().await.map_err(refusal)
}

/// Writes values over those with the same id.
pub(crate) async fn write(stored: Stored) -> Written {
    put(stored).await.map_err(refusal)
}

/// Takes out the message with this id.
pub(crate) async fn erase_message(id: &str) -> Written {
    erase(MESSAGES, id).await.map_err(refusal)
}

/// Takes out the order with this id.
pub(crate) async fn erase_order(id: &str) -> Written {
    erase(ORDERS, id).await.map_err(refusal)
}

/// Takes everything out.
pub(crate) async fn erase_all() -> Written {
    clear().await.map_err(refusal)
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(NAME, Some(1))?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        for name in [MESSAGES, ORDERS] {
            let mut params = ObjectStoreParams::new();
            params.key_path(Some(KeyPath::new_single(KEY)));
            // Without a store every later transaction is refused, and that is told.
            _ = database.create_object_store(name, params);
        }
    });
    request.await
}

async fn read() -> Result<Stored, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[MESSAGES, ORDERS], TransactionMode::ReadOnly)?;
    let messages = transaction.object_store(MESSAGES)?.get_all(None, None)?;
    let orders = transaction.object_store(ORDERS)?.get_all(None, None)?;
    let values = |found: Vec<JsValue>| found.iter().map(from_js).collect::<Vec<Value>>();
    let stored = Stored { messages: values(messages.await?), orders: values(orders.await?) };
    database.close();
    Ok(stored)
}

async fn put(stored: Stored) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[MESSAGES, ORDERS], TransactionMode::ReadWrite)?;
    for (name, values) in [(MESSAGES, &stored.messages), (ORDERS, &stored.orders)] {
        let store = transaction.object_store(name)?;
        for value in values {
            store.put(&to_js(value), None)?;
        }
    }
    finish(transaction, &database).await
}

async fn erase(name: &str, id: &str) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[name], TransactionMode::ReadWrite)?;
    transaction.object_store(name)?.delete(JsValue::from_str(id))?;
    finish(transaction, &database).await
}

async fn clear() -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[MESSAGES, ORDERS], TransactionMode::ReadWrite)?;
    transaction.object_store(MESSAGES)?.clear()?;
    transaction.object_store(ORDERS)?.clear()?;
    finish(transaction, &database).await
}

/// Waits until it is on the disk; what the browser takes back counts as refused.
async fn finish(transaction: Transaction, database: &Database) -> Result<(), Error> {
    let result = transaction.await?;
    database.close();
    match result {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(Error::DomExceptionNotFound),
    }
}

/// Why it was refused. A write taken back without a reason is one for which there was no room.
fn refusal(error: Error) -> Refusal {
    let thrown: JsValue = match error {
        Error::DomException(exception) => exception.into(),
        Error::UpdateFailed(thrown)
        | Error::ClearFailed(thrown)
        | Error::DeleteFailed(thrown)
        | Error::GetAllFailed(thrown)
        | Error::GetAllKeysFailed(thrown)
        | Error::IndexedDbOpenFailed(thrown)
        | Error::ObjectStoreNotFound(thrown)
        | Error::TransactionOpenFailed(thrown) => thrown,
        Error::DomExceptionNotFound => return Refusal::Full,
        _ => JsValue::UNDEFINED,
    };
    let field = |name: &str| {
        Reflect::get(&thrown, &JsValue::from_str(name)).ok().and_then(|v| v.as_string()).unwrap_or_default()
    };
    if field("name") == "QuotaExceededError" { Refusal::Full } else { Refusal::Unavailable(field("message")) }
}

//! The browser's own database, `IndexedDB`. Must not know what the values stand for; whatever it refuses is told with its reason.

use super::json::{from_js, to_js};
use crate::log::{Change, Refusal, Stored, Written};
use crate::value::Value;
use idb::{
    Database, DatabaseEvent, Error, Factory, KeyPath, ObjectStore, ObjectStoreParams, Transaction, TransactionMode,
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

/// Makes a change as a whole or not at all.
pub(crate) async fn commit(change: Change) -> Written {
    try_commit(&change).await.map_err(refusal)
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

/// Waits until it is on the disk; what the browser takes back counts as refused.
async fn try_commit(change: &Change) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[MESSAGES, ORDERS], TransactionMode::ReadWrite)?;
    apply(&transaction, change)?;
    let result = transaction.await?;
    database.close();
    match result {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(Error::DomExceptionNotFound),
    }
}

fn apply(transaction: &Transaction, change: &Change) -> Result<(), Error> {
    let (messages, orders) = (transaction.object_store(MESSAGES)?, transaction.object_store(ORDERS)?);
    // Requests are left to the transaction, which fails when one of them does.
    match change {
        Change::Write(stored) => {
            put(&messages, &stored.messages)?;
            put(&orders, &stored.orders)?;
        }
        Change::EraseMessage(id) => _ = messages.delete(JsValue::from_str(id))?,
        Change::EraseOrder(id) => _ = orders.delete(JsValue::from_str(id))?,
        Change::EraseAll => {
            messages.clear()?;
            orders.clear()?;
        }
    }
    Ok(())
}

fn put(store: &ObjectStore, values: &[Value]) -> Result<(), Error> {
    for value in values {
        store.put(&to_js(value), None)?;
    }
    Ok(())
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

// The portal's own page: orders, a message form, what became of each message. The element beside the form needs nothing from here but
// the order's context.

const find = (id) => document.getElementById(id);
const helper = document.querySelector("compose-helper");
const outcomes = {
  accepted: "on its way",
  delivered: "delivered",
  blocked: "blocked; a notice came back",
  depends: "handed over; what the marketplace does is documented nowhere",
};
let order = null;
let later = 0;

/** Asks the server, again and again while it cannot be reached. */
async function ask(path, body) {
  for (;;) {
    try {
      const response = await fetch(path, body && { method: "POST", body: JSON.stringify(body) });
      if (response.status < 500) return { status: response.status, answer: await response.json() };
    } catch {
      // The server is being started again; the key of a message keeps it from being sent twice.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function choose(chosen) {
  order = chosen;
  find("order").textContent = order.id;
  find("subject").value = "";
  find("message").value = "";
  inform();
}

/** Tells the element where the message goes. */
function inform() {
  helper.context = {
    marketplace: order?.marketplace,
    orderId: order?.id,
    channel: find("channel").value,
    contactReason: find("reason").value || undefined,
  };
}

async function send(event) {
  event.preventDefault();
  if (!order) return;
  const message = {
    key: crypto.randomUUID(),
    orderId: order.id,
    channel: find("channel").value,
    contactReason: find("reason").value,
    subject: find("subject").value,
    body: find("message").value,
  };
  find("status").textContent = "Sending …";
  const { status, answer } = await ask("./api/messages", message);
  find("status").textContent = status === 200 ? `Sent as number ${answer.number}.` : `Refused: ${answer.reasons.join(", ")}.`;
  if (status === 200) choose(order);
  await list();
}

async function list() {
  const { answer } = await ask("./api/messages");
  const items = answer.slice(-20).reverse().map(({ orderId, body, outcome, notice }) => {
    const item = document.createElement("li");
    item.className = outcome;
    item.textContent = `${orderId}: ${body.slice(0, 60)} … ${outcomes[outcome]}${notice ? `: “${notice}”` : ""}`;
    return item;
  });
  find("sent").replaceChildren(...items);
  clearTimeout(later);
  if (answer.some(({ outcome }) => outcome === "accepted")) later = setTimeout(list, 300);
}

async function start() {
  const { answer: orders } = await ask("./api/orders");
  const rows = orders.map((one) => {
    const row = document.createElement("tr");
    for (const text of [one.id, one.item, one.buyer, one.marketplace]) {
      const cell = document.createElement("td");
      cell.textContent = text;
      row.append(cell);
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Write";
    button.dataset.order = one.id;
    button.addEventListener("click", () => choose(one));
    row.append(document.createElement("td"));
    row.lastChild.append(button);
    return row;
  });
  find("orders").replaceChildren(...rows);
  find("form").addEventListener("submit", send);
  find("channel").addEventListener("change", inform);
  find("reason").addEventListener("change", inform);
  choose(orders[0]);
  await list();
  document.documentElement.dataset.ready = "";
}

start();

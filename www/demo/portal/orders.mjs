// Orders of the demo portal. Which buyer opted out is the marketplace's secret: the portal's pages and its check never see it.

const items = ["Engraved dog tag", "Walnut shelf", "Ceramic mug", "Linen curtain", "Brass lamp", "Leather wallet"];
const buyers = ["A. Novak", "B. Osei", "C. Lindqvist", "D. Marino", "E. Tanaka", "F. Okafor"];

export const orders = items.map((item, i) => ({
  id: `11${i}-55209${i}8-44027${i}3`,
  item,
  buyer: buyers[i],
  marketplace: i % 2 === 0 ? "US" : "GB",
}));

/** What the marketplace alone knows. */
export function preference(orderId) {
  return orders.findIndex(({ id }) => id === orderId) % 3 === 0 ? "opted_out" : "opted_in";
}

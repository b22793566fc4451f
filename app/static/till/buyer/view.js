// The strip over the basket that says who buys.

import { setText, show } from "../page/dom.js";
import { formatRupiah } from "../page/money.js";
import { say } from "../page/text.js";

function about({ is_member: isMember, bon_left: left }) {
  const parts = [say(isMember ? "member_prices" : "not_a_member_yet")];
  parts.push(left > 0 ? say("bon_left", { amount: formatRupiah(left) }) : say("bon_none"));
  return parts.join(" · ");
}

export function showMember({ cart }, patch) {
  if (!cart || !("cart" in patch)) return;
  const { member } = cart;
  show("buyer", Boolean(member));
  if (!member) return;
  setText("buyer-no", say("member_no", { no: member.no }));
  setText("buyer-name", member.name);
  setText("buyer-about", about(member));
}
